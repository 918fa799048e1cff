import type { Lista } from '../kodlistor.ts'
import { jamforbar } from '../text.ts'

/** The columns of REGISTER (INTERFACES), in the order of the template. */
export const KOLUMNER = [
  'arendenummer',
  'kommun',
  'ombud',
  'kon',
  'fodelsear',
  'kontaktdatum',
  'kontaktvag',
  'initiativtagare',
  'orsaker',
  'livsomraden',
  'utfall',
  'kodatum',
  'kolamnad',
  'startdatum',
  'planerat_slut',
  'slutdatum',
  'avslutsorsak',
  'namn',
  'telefon',
] as const
export type Kolumn = (typeof KOLUMNER)[number]

/** Columns a register cannot do without: every row needs them. */
export const OBLIGATORISKA: readonly Kolumn[] = ['kommun', 'kontaktdatum']

/** Columns that must be there as soon as another holds something. */
export const KRAVER: readonly { readonly om: Kolumn; readonly kolumner: readonly Kolumn[] }[] = [
  { om: 'startdatum', kolumner: ['arendenummer', 'ombud'] },
  { om: 'slutdatum', kolumner: ['startdatum', 'avslutsorsak'] },
  { om: 'avslutsorsak', kolumner: ['startdatum', 'slutdatum'] },
]

export const DATUMKOLUMNER = ['kontaktdatum', 'kodatum', 'kolamnad', 'startdatum', 'planerat_slut', 'slutdatum'] as const satisfies readonly Kolumn[]
export type Datumkolumn = (typeof DATUMKOLUMNER)[number]

/** Which code list a column's labels come from. */
export const LISTA_FOR = {
  kon: 'kon',
  kontaktvag: 'kontaktvag',
  initiativtagare: 'initiativtagare',
  orsaker: 'orsak',
  livsomraden: 'livsomrade',
  utfall: 'utfall',
  avslutsorsak: 'avslutsorsak',
} as const satisfies Partial<Record<Kolumn, Lista>>
export type Listkolumn = keyof typeof LISTA_FOR

/** What a column is called on screen and in the template's explanation. */
export const KOLUMNNAMN: Record<Kolumn, string> = {
  arendenummer: 'Ärendenummer',
  kommun: 'Kommun',
  ombud: 'Ombud',
  kon: 'Kön',
  fodelsear: 'Födelseår',
  kontaktdatum: 'Kontaktdatum',
  kontaktvag: 'Kontaktväg',
  initiativtagare: 'Vem tog kontakt',
  orsaker: 'Orsaker',
  livsomraden: 'Livsområden',
  utfall: 'Vad kontakten ledde till',
  kodatum: 'Ställd i kö',
  kolamnad: 'Lämnade kön',
  startdatum: 'Uppdragets start',
  planerat_slut: 'Planerat slut',
  slutdatum: 'Uppdragets slut',
  avslutsorsak: 'Avslutsorsak',
  namn: 'Namn',
  telefon: 'Telefon',
}

const medNamn = new Map<string, Kolumn>(KOLUMNER.map((kolumn) => [kolumn, kolumn]))

/** The column with exactly this name in a file's header (case and surrounding space do not matter). */
export function kolumnMedNamn(namn: string): Kolumn | undefined {
  return medNamn.get(jamforbar(namn))
}

/** Smallest number of letters to put in, take away or change to make one text of the other. */
export function avstand(a: string, b: string): number {
  let rad = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const nasta = [i]
    for (let j = 1; j <= b.length; j++) {
      const byte = (rad[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      nasta.push(Math.min(byte, (rad[j] ?? 0) + 1, (nasta[j - 1] ?? 0) + 1))
    }
    rad = nasta
  }
  return rad[b.length] ?? 0
}

/** The candidate nearest to a text, if it is near enough to be meant (a third of the letters may differ). */
export function narmaste<T extends string>(text: string, kandidater: Iterable<T>): T | undefined {
  const sokt = jamforbar(text)
  if (sokt.length > 60) return undefined
  let bast: T | undefined
  let minst = Math.floor(sokt.length / 3) + 1
  for (const kandidat of kandidater) {
    const steg = avstand(sokt, jamforbar(kandidat))
    if (steg < minst) {
      minst = steg
      bast = kandidat
    }
  }
  return bast
}
