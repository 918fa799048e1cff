import type { Malutfall, Uppfoljningsresultat } from '../arbetet.ts'
import { dagMedNummer, dagnummer, type Datum } from '../kalender.ts'
import { malrader } from '../uppdrag.ts'
import { ANTAL_ATAGANDEN, LOTSADE_TILL, MALUTFALL_VID, PRIORITET, RESULTAT } from './andelar.ts'
import { ANTECKNINGAR, LOFTEN, OMFATTNING, OMRADETS_AKTORER } from './arbetsord.ts'
import { vardag, vardagFore, type Arendeliv, type Uppdragsliv } from './liv.ts'
import { EFTERNAMN, fornamn } from './ord.ts'
import type { Slump } from './slump.ts'
import type { ExempelAtagande, ExempelFlode, ExempelSamtycke, ExempelUppfoljning } from './typer.ts'

/** The work of an uppdrag between its start and its end, and what each ombud's week shows of it (UX "Min vecka"). */

/** What an uppdrag brings to its ombud's week; `lugnt`: nothing with a day within the horizon. */
type Veckoslag =
  | 'uppfoljning_forbi' | 'uppfoljning_idag' | 'uppfoljning_snart' | 'samtycke_forbi' | 'samtycke_slutar' | 'samtycke_saknas' | 'atagande_nu' | 'atagande_snart' | 'lugnt'

/** A full-time ombud's uppdrag, taken in turn: about four that need something now, half a dozen within thirty days. */
const TURER: readonly Veckoslag[] = [
  'samtycke_slutar', 'lugnt', 'uppfoljning_snart', 'lugnt', 'atagande_nu', 'uppfoljning_snart', 'lugnt', 'lugnt', 'atagande_snart', 'samtycke_saknas', 'lugnt',
  'uppfoljning_idag', 'lugnt', 'atagande_snart', 'lugnt', 'samtycke_forbi', 'lugnt', 'uppfoljning_snart', 'atagande_snart', 'lugnt', 'uppfoljning_forbi', 'lugnt',
]

const MANADER_3 = 91
/** An uppdrag younger than this has not come to its first follow-up. */
const NYTT_DAGAR = 45
const HORISONT = 30

/** What each open case brings to the week of its ombud, by number: dealt out in turn, so that every ombud's week is a real one. */
export function delaUtVeckan(arenden: readonly Arendeliv[], idag: number, slump: Slump): ReadonlyMap<string, Veckoslag> {
  const nasta = new Map<string, number>()
  const utdelat = new Map<string, Veckoslag>()
  for (const { nummer, innehav, uppdrag } of arenden) {
    const sist = uppdrag.at(-1)
    const ombud = innehav.at(-1)?.ombud
    if (!sist || ombud === undefined || sist.tankt <= idag || sist.start > idag - NYTT_DAGAR) continue
    const tur = nasta.get(ombud) ?? slump.mellan(0, TURER.length - 1)
    utdelat.set(nummer, TURER[tur % TURER.length] ?? 'lugnt')
    nasta.set(ombud, tur + 1)
  }
  return utdelat
}

export interface Arbetsdag { readonly idag: number; readonly slag: Veckoslag }

/** The actors an uppdrag concerns: one or two of each livsområde, at most four. */
function aktorerFor(liv: Uppdragsliv, slump: Slump): string[] {
  const alla = liv.livsomraden.flatMap((omrade) => (OMRADETS_AKTORER[omrade] ?? []).filter((_, i) => i === 0 || slump.chans(0.4)))
  return [...new Set(alla)].slice(0, 4)
}

/** Follow-ups every third month, the last of them planned. */
function foljUpp(liv: Uppdragsliv, { idag, slag }: Arbetsdag, slump: Slump): ExempelUppfoljning[] {
  const steg = Array.from({ length: 12 }, (_, i) => vardag(liv.start + (i + 1) * MANADER_3 + slump.mellan(-8, 8)))
  const [fore, snart, senare] = [vardagFore(idag - slump.mellan(2, 16)), vardag(idag + slump.mellan(1, HORISONT - 2)), vardag(idag + slump.mellan(HORISONT + 2, HORISONT + 45))]
  const turen = steg.find((dag) => dag > idag + HORISONT) ?? senare
  const iVeckan: Partial<Record<Veckoslag, number>> = { uppfoljning_forbi: slump.chans(0.6) ? fore : snart, uppfoljning_idag: idag, uppfoljning_snart: snart }
  const planerad = iVeckan[slag] ?? turen
  const gjorda = steg.filter((dag) => dag <= Math.min(idag - 14, planerad - NYTT_DAGAR)).map((dag): ExempelUppfoljning => ({
    id: slump.uuid(), planerad: dagMedNummer(dag), gjord: dagMedNummer(vardag(dag + slump.en([0, 0, 0, 1, 4]))), resultat: slump.vagd<Uppfoljningsresultat>(RESULTAT),
  }))
  return [...gjorda, { id: slump.uuid(), planerad: dagMedNummer(planerad), gjord: null, resultat: null }]
}

/** Promises: some kept, one or two still to keep, the day of one in the week if it is its turn. */
function lova(liv: Uppdragsliv, { idag, slag }: Arbetsdag, slump: Slump): ExempelAtagande[] {
  const iVeckan = slag === 'atagande_nu' || slag === 'atagande_snart'
  const oppna = slump.vagd<number>(ANTAL_ATAGANDEN) + (iVeckan ? 1 : 0)
  const klara = idag - liv.start < NYTT_DAGAR ? 0 : slump.mellan(0, 3)
  const loften = slump.flera(liv.livsomraden.flatMap((omrade) => LOFTEN[omrade] ?? []).map((ett) => [ett, 1] as const), oppna + klara)
  return loften.map((ett, nr): ExempelAtagande => {
    const rad = { id: slump.uuid(), ...ett }
    if (nr >= oppna) {
      const klart = vardagFore(Math.max(idag - slump.mellan(3, Math.max(idag - liv.start - 10, 4)), liv.start + 2))
      return { ...rad, senast: slump.chans(0.8) ? dagMedNummer(vardag(klart + slump.mellan(0, 9))) : null, status: slump.chans(0.9) ? 'klart' : 'slopat', statusDatum: dagMedNummer(klart) }
    }
    const [nyss, snart, senare] = [slump.chans(0.5) ? idag : vardagFore(idag - slump.mellan(1, 6)), vardag(idag + slump.mellan(1, 20)), vardag(idag + slump.mellan(HORISONT + 1, HORISONT + 30))]
    const dag = nr === 0 && iVeckan ? (slag === 'atagande_nu' && slump.chans(0.6) ? nyss : snart) : slump.chans(0.5) ? senare : null
    return { ...rad, senast: dag === null ? null : dagMedNummer(dag), status: 'oppet', statusDatum: null }
  })
}

/** Consents to the actors of an uppdrag: valid ones, and the one whose day is near if it is its turn. */
export function samtyck(liv: Uppdragsliv, aktorer: readonly string[], { idag, slag }: Arbetsdag, slump: Slump): ExempelSamtycke[] {
  const ge = (aktor: string, till: number | null, aterkallat: number | null = null): ExempelSamtycke => {
    const tidigast = Math.max(liv.start, (till ?? idag) - 365)
    const fran = slump.mellan(tidigast, Math.max(tidigast, Math.min(liv.start + 30, aterkallat ?? idag, till ?? idag, idag)))
    const person = slump.chans(0.5) ? `${fornamn(slump, 'uppgift_saknas')} ${slump.en(EFTERNAMN)}` : ''
    return {
      id: slump.uuid(), aktor, person, omfattning: slump.en(OMFATTNING[aktor] ?? OMFATTNING['annan'] ?? []),
      fran: dagMedNummer(fran), till: till === null ? null : dagMedNummer(till), aterkallat: aterkallat === null ? null : dagMedNummer(aterkallat),
    }
  }
  if (slag === 'samtycke_saknas') return []
  const vilka = aktorer.length > 0 ? aktorer.slice(0, slump.mellan(1, 3)) : ['kommunen_ovrigt']
  const given = vilka.map((aktor) => ge(aktor, slump.chans(0.7) ? idag + slump.mellan(HORISONT + 5, 300) : null))
  const till = slag === 'samtycke_forbi' ? idag - slump.mellan(1, 9) : slag === 'samtycke_slutar' ? idag + slump.mellan(2, HORISONT - 2) : null
  const annan = aktorer.find((aktor) => !vilka.includes(aktor)) ?? 'primarvard'
  if (till !== null) given.push(ge(annan, Math.max(till, liv.start)))
  else if (idag - liv.start > NYTT_DAGAR && slump.chans(0.1)) given.push(ge(annan, idag + slump.mellan(40, 200), idag - slump.mellan(1, 14)))
  return given
}

/** What became of the goals, by why the uppdrag ended. */
function avsluta(avslutsorsak: string, mal: string | null, slump: Slump): Pick<ExempelFlode, 'lotsadTill' | 'malutfall' | 'anteckningarna'> {
  const vikter = avslutsorsak === 'slutfort' || avslutsorsak === 'lotsad' ? MALUTFALL_VID[avslutsorsak] : MALUTFALL_VID.annars
  return {
    lotsadTill: avslutsorsak === 'lotsad' || (avslutsorsak === 'slutfort' && slump.chans(0.25)) ? slump.vagd<string>(LOTSADE_TILL) : null,
    malutfall: avslutsorsak === 'avliden' ? [] : malrader(mal).map(({ id }) => ({ id, utfall: slump.vagd<Malutfall>(vikter) })),
    anteckningarna: avslutsorsak !== 'avliden' && slump.chans(0.3) ? 'klienten' : 'forstors',
  }
}

/** The flow of an uppdrag as it stands today: an ended one keeps how it ended, of an open one all is there. */
export function arbeta(liv: Uppdragsliv, mal: string | null, dag: Arbetsdag, slump: Slump): ExempelFlode {
  const oppet = liv.tankt > dag.idag
  const grund = {
    prioritet: slump.vagd<string>(PRIORITET), realistiskt: slump.chans(0.1) ? null : slump.chans(0.97), aktorer: aktorerFor(liv, slump),
    lotsadTill: null, malutfall: [], anteckningarna: null, uppfoljningar: [], ataganden: [], anteckningar: [],
  }
  if (!oppet) return { ...grund, ...avsluta(liv.avslutsorsak, mal, slump) }
  const skriven = vardagFore(dag.idag - slump.mellan(1, 40))
  return {
    ...grund, uppfoljningar: foljUpp(liv, dag, slump), ataganden: lova(liv, dag, slump),
    anteckningar: skriven >= liv.start && slump.chans(0.3)
      ? [{ id: slump.uuid(), tid: `${dagMedNummer(skriven)}T${String(slump.mellan(7, 14)).padStart(2, '0')}:${slump.mellan(10, 59)}:00.000Z`, text: slump.en(ANTECKNINGAR) }] : [],
  }
}

/** The day as the flow counts it. */
export const arbetsdag = (idag: Datum, slag: Veckoslag | undefined): Arbetsdag => ({ idag: dagnummer(idag), slag: slag ?? 'lugnt' })
