import type { Datum } from './kalender.ts'
import { STANDARDLISTOR } from './standardlistor.ts'
import { BRISTSTATUS } from './systemfel/status.ts'
import { jamforbar } from './text.ts'

export { STANDARD_ALDERSGRUPPER, STANDARDLISTOR } from './standardlistor.ts'

/** The code lists of DOMAIN §5. */
export const LISTOR = [
  'kon',
  'kontaktvag',
  'initiativtagare',
  'orsak',
  'livsomrade',
  'utfall',
  'avslutsorsak',
  'systemfel_kategori',
  'systemfel_niva',
  'systemfel_status',
  'aktor',
  'driftsform',
  'utbildningsslag',
  'handledningsform',
  'kostnadsslag',
  'prioritet',
  'boende',
  'forsorjning',
  'sysselsattning',
  'hemmavarande_barn',
] as const
export type Lista = (typeof LISTOR)[number]

/** What each list is called on the settings page. */
export const LISTNAMN: Record<Lista, string> = {
  kon: 'Kön',
  kontaktvag: 'Kontaktväg',
  initiativtagare: 'Vem tog kontakt?',
  orsak: 'Orsak till kontakt',
  livsomrade: 'Livsområde',
  utfall: 'Vad kontakten ledde till',
  avslutsorsak: 'Avslutsorsak',
  systemfel_kategori: 'Systemfel: kategori',
  systemfel_niva: 'Systemfel: nivå',
  systemfel_status: 'Systemfel: status',
  aktor: 'Aktör',
  driftsform: 'Driftsform',
  utbildningsslag: 'Utbildning: slag',
  handledningsform: 'Handledning: form',
  kostnadsslag: 'Kostnad: slag',
  prioritet: 'Prioritet',
  boende: 'Boende',
  forsorjning: 'Försörjning',
  sysselsattning: 'Sysselsättning',
  hemmavarande_barn: 'Hemmavarande barn under 18 år',
}

/** Lists that are off until the unit turns them on (DOMAIN §5). */
export const VALFRIA_LISTOR: readonly Lista[] = ['boende', 'forsorjning', 'sysselsattning', 'hemmavarande_barn']

/** A row that every list has: nothing is known. */
export const UPPGIFT_SAKNAS = 'uppgift_saknas'
export const UPPGIFT_SAKNAS_ETIKETT = 'Uppgift saknas'

/** Outcomes of a contact that rules ask for by code (DOMAIN §4). */
export const UTFALL = {
  uppdrag: 'uppdrag',
  kvalificeradHanvisning: 'kvalificerad_hanvisning',
  radgivning: 'radgivning',
  iKo: 'i_ko',
  tackadeNej: 'tackade_nej',
  utanforMalgruppen: 'utanfor_malgruppen',
  ingenKapacitet: 'ingen_kapacitet',
  annuInteAvgjort: 'annu_inte_avgjort',
} as const

/** The education that every ombud is to have had: a check asks for it by code. */
export const INTRODUKTION = 'introduktionsutbildning'

/** One row of a unit's list. A null validity bound is open; both days are included. */
export interface Kodpost {
  readonly kod: string
  readonly etikett: string
  readonly ordning: number
  readonly giltigFran: Datum | null
  readonly giltigTill: Datum | null
}

/** The unit's own lists, as the database returns them. */
export type Kodlistor = Readonly<Record<Lista, readonly Kodpost[]>>

/** An age group, both ages included; `till` null = no upper bound. */
export interface Aldersgrupp {
  readonly etikett: string
  readonly fran: number
  readonly till: number | null
}

/** Codes whose label the unit may change but which it may not end or remove, since rules ask for them. */
export function arSkyddad(lista: Lista, kod: string): boolean {
  return kod === UPPGIFT_SAKNAS
    || (lista === 'utbildningsslag' && kod === INTRODUKTION)
    || (lista === 'utfall' && (Object.values(UTFALL) as string[]).includes(kod))
    || (lista === 'systemfel_status' && (Object.values(BRISTSTATUS) as string[]).includes(kod))
}

/** The standard lists as a new unit gets them: in the order of DOMAIN §5, valid without bounds. */
export function standardKodlistor(): Kodlistor {
  const somPoster = (lista: Lista) =>
    STANDARDLISTOR[lista].map(({ kod, etikett }, ordning): Kodpost => ({ kod, etikett, ordning, giltigFran: null, giltigTill: null }))
  return Object.fromEntries(LISTOR.map((lista) => [lista, somPoster(lista)])) as Record<Lista, Kodpost[]>
}

/** Rows of a list in the list's own order. */
export function iOrdning(poster: readonly Kodpost[]): Kodpost[] {
  return poster.toSorted((a, b) => a.ordning - b.ordning || (a.kod < b.kod ? -1 : a.kod > b.kod ? 1 : 0))
}

/** The label of a code; null gives "Uppgift saknas", an unknown code comes back as it is, so that nothing is hidden. */
export function etikett(listor: Kodlistor, lista: Lista, kod: string | null): string {
  const sokt = kod ?? UPPGIFT_SAKNAS
  return listor[lista].find((post) => post.kod === sokt)?.etikett ?? (sokt === UPPGIFT_SAKNAS ? UPPGIFT_SAKNAS_ETIKETT : sokt)
}

/** Whether a row may be chosen on a day. */
export const arGiltig = (post: Kodpost, datum: Datum): boolean =>
  (post.giltigFran === null || post.giltigFran <= datum) && (post.giltigTill === null || datum <= post.giltigTill)

/** The rows that may be chosen on a day, in the list's order. */
export function giltiga(listor: Kodlistor, lista: Lista, datum: Datum): Kodpost[] {
  return iOrdning(listor[lista].filter((post) => arGiltig(post, datum)))
}

/**
 * The code a label stands for, without regard to case, Unicode form or doubled spaces; a standard row
 * also answers to its aliases. When several rows carry the label, one valid on `datum` (or, without it,
 * one without an end) is taken first. Undefined when no row matches.
 */
export function hittaKod(listor: Kodlistor, lista: Lista, text: string, datum?: Datum): string | undefined {
  const sokt = jamforbar(text)
  const alias = (kod: string) => STANDARDLISTOR[lista].find((rad) => rad.kod === kod)?.alias ?? []
  const poster = iOrdning(listor[lista])
  const medEtikett = poster.filter((post) => jamforbar(post.etikett) === sokt)
  const traffar = medEtikett.length > 0 ? medEtikett : poster.filter((post) => alias(post.kod).some((a) => jamforbar(a) === sokt))
  const forst = traffar.find((post) => (datum === undefined ? post.giltigTill === null : arGiltig(post, datum)))
  return (forst ?? traffar[0])?.kod
}
