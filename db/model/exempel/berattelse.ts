import { dagMedNummer, dagnummer, plusManader, type Datum } from '../kalender.ts'
import { HANVISADE_TILL } from './andelar.ts'
import { arbeta, arbetsdag, samtyck, type Arbetsdag, type delaUtVeckan } from './arbete.ts'
import { vardag, type Arendeliv, type Kontaktliv, type Uppdragsliv } from './liv.ts'
import { EFTERNAMN, FORLANGNINGSSKAL, fornamn, MAL, telefonnummer } from './ord.ts'
import { Slump } from './slump.ts'
import type { ExempelArende, ExempelForlangning, ExempelKontakt, ExempelUppdrag } from './typer.ts'

/** Turns what happened into rows with days and words. Each case draws from a stream of its own, by its number. */

export interface Sammanhang {
  readonly fro: number
  readonly idag: Datum
  /** Cases with an uppdrag on or after this day carry words. */
  readonly ordFran: Datum
  /** What each open case brings to its ombud's week. */
  readonly veckan: ReturnType<typeof delaUtVeckan>
}

const datum = (dag: number) => dagMedNummer(dag)

/** What became of a referral, and when to get in touch with somebody who waits: drawn from a stream of the contact's own. */
function berattaSvar(liv: Kontaktliv, id: string, s: Pick<Sammanhang, 'fro' | 'idag'>): Pick<ExempelKontakt, 'hanvisadTill' | 'hanvisningUppfoljd' | 'koPaminnelse'> {
  const inget = { hanvisadTill: null, hanvisningUppfoljd: null, koPaminnelse: null }
  if (liv.utfall !== 'kvalificerad_hanvisning' && liv.utfall !== 'i_ko') return inget
  const slump = new Slump(s.fro, `svar ${id}`)
  const idag = dagnummer(s.idag)
  if (liv.utfall === 'i_ko') return { ...inget, koPaminnelse: slump.chans(0.4) ? datum(vardag(idag + slump.mellan(1, 25))) : null }
  const uppfoljd = vardag((liv.kolamnad ?? liv.datum) + slump.mellan(7, 30))
  return { ...inget, hanvisadTill: slump.vagd<string>(HANVISADE_TILL), hanvisningUppfoljd: uppfoljd <= idag && slump.chans(0.6) ? datum(uppfoljd) : null }
}

export function berattaKontakt(liv: Kontaktliv, id: string, slump: Slump, s: Pick<Sammanhang, 'fro' | 'idag'>, ledde: { uppdrag: string; start: Datum; arende: string } | null): ExempelKontakt {
  const iKo = liv.utfall === 'i_ko'
  return {
    id, datum: datum(liv.datum), kommun: liv.kommun, kontaktvag: liv.kontaktvag, initiativtagare: liv.initiativtagare, utfall: liv.utfall, orsaker: liv.orsaker,
    kodatum: liv.kodatum === null ? null : datum(liv.kodatum), kolamnad: liv.kolamnad === null ? null : datum(liv.kolamnad),
    uppdragsstart: ledde?.start ?? null, arende: ledde?.arende ?? null, uppdrag: ledde?.uppdrag ?? null, registreradAv: liv.registreradAv,
    namn: iKo ? `${fornamn(slump, 'uppgift_saknas')} ${slump.en(EFTERNAMN)}` : null, telefon: iKo ? telefonnummer(slump) : null,
    ...berattaSvar(liv, id, s),
  }
}

/**
 * Extensions until the plan reaches the day it really ended, or today: an uppdrag whose plan ran out in the
 * last weeks has often not been prolonged yet, and shows up as past its time.
 */
function planera(liv: Uppdragsliv, s: Sammanhang, slump: Slump, medOrd: boolean): { planeratSlut: Datum; forlangningar: ExempelForlangning[] } {
  const idag = dagnummer(s.idag)
  let plan = liv.forstaPlan
  const forlangningar: ExempelForlangning[] = []
  while (plan < liv.tankt) {
    const nar = Math.max(plan - slump.mellan(3, 20), liv.start)
    if (nar > idag || (liv.tankt > idag && plan > idag - 45 && slump.chans(0.5))) break
    const nytt = dagnummer(plusManader(datum(plan), slump.en([3, 3, 6])))
    forlangningar.push({ id: slump.uuid(), datum: datum(nar), tidigareSlut: datum(plan), nyttSlut: datum(nytt), skal: medOrd ? slump.en(FORLANGNINGSSKAL) : null })
    plan = nytt
  }
  return { planeratSlut: datum(plan), forlangningar }
}

/** What the client wants: one line, or one more of the next livsområde. */
function berattaMal(liv: Uppdragsliv, forsta: string, slump: Slump): string {
  const andra = MAL[liv.livsomraden[1] ?? ''] ?? []
  return andra.length > 0 && slump.chans(0.4) ? `${forsta}\n${slump.en(andra)}` : forsta
}

/** @param arbete the stream of the work between start and end; null for a case without words */
function berattaUppdrag(liv: Uppdragsliv, nummer: string, s: Sammanhang, slump: Slump, arbete: { dag: Arbetsdag; slump: Slump } | null): ExempelUppdrag {
  const medOrd = arbete !== null
  const id = slump.uuid()
  const start = datum(liv.start)
  const slutat = liv.tankt <= dagnummer(s.idag)
  const omrade = liv.livsomraden[0] ?? 'annat'
  const orden = medOrd ? slump.en(MAL[omrade] ?? MAL['annat'] ?? []) : null
  const mal = orden === null || arbete === null ? null : berattaMal(liv, orden, arbete.slump)
  return {
    id, kommun: liv.kommun, start, ...planera(liv, s, slump, medOrd),
    kommunbyten: liv.kommunbyten.map((b) => ({ id: slump.uuid(), datum: datum(b.datum), kommun: b.kommun })),
    slut: slutat ? datum(liv.tankt) : null,
    avslutsorsak: slutat ? liv.avslutsorsak : null,
    orsaker: liv.orsaker, livsomraden: liv.livsomraden,
    mal,
    flode: arbete === null ? null : arbeta(liv, mal, arbete.dag, arbete.slump),
    kontakt: liv.kontakt && berattaKontakt(liv.kontakt, slump.uuid(), slump, s, { uppdrag: id, start, arende: nummer }),
  }
}

export function berattaArende(liv: Arendeliv, s: Sammanhang): ExempelArende {
  const slump = new Slump(s.fro, liv.nummer)
  const ordFran = dagnummer(s.ordFran)
  const medOrd = liv.uppdrag.some((u) => u.tankt >= ordFran)
  const innehav = liv.innehav.map((i, nr) => {
    const nasta = liv.innehav[nr + 1]
    return { ombud: i.ombud, fran: datum(i.fran), till: nasta ? datum(Math.max(nasta.fran - 1, i.fran)) : null }
  })
  const arbete = medOrd ? { dag: arbetsdag(s.idag, s.veckan.get(liv.nummer)), slump: new Slump(s.fro, `arbete ${liv.nummer}`) } : null
  const rad = {
    id: slump.uuid(), nummer: liv.nummer, kon: liv.kon, fodelsear: liv.fodelsear,
    namn: medOrd ? `${fornamn(slump, liv.kon)} ${slump.en(EFTERNAMN)}` : null,
    telefon: medOrd && slump.chans(0.9) ? telefonnummer(slump) : null,
    ombud: innehav.at(-1)?.ombud ?? '',
    innehav,
    uppdrag: liv.uppdrag.map((u) => berattaUppdrag(u, liv.nummer, s, slump, arbete)),
  }
  const sist = liv.uppdrag.at(-1)
  const oppet = arbete !== null && sist !== undefined && sist.tankt > arbete.dag.idag
  return { ...rad, samtycken: oppet ? samtyck(sist, rad.uppdrag.at(-1)?.flode?.aktorer ?? [], arbete.dag, arbete.slump) : [] }
}
