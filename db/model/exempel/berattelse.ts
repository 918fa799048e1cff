import { dagMedNummer, dagnummer, plusManader, type Datum } from '../kalender.ts'
import type { Arendeliv, Kontaktliv, Uppdragsliv } from './liv.ts'
import { EFTERNAMN, FORLANGNINGSSKAL, fornamn, MAL, telefonnummer } from './ord.ts'
import { Slump } from './slump.ts'
import type { ExempelArende, ExempelForlangning, ExempelKontakt, ExempelUppdrag } from './typer.ts'

/** Turns what happened into rows with days and words. Each case draws from a stream of its own, by its number. */

export interface Sammanhang {
  readonly fro: number
  readonly idag: Datum
  /** Cases with an uppdrag on or after this day carry words. */
  readonly ordFran: Datum
}

const datum = (dag: number) => dagMedNummer(dag)

export function berattaKontakt(liv: Kontaktliv, id: string, slump: Slump, ledde: { uppdrag: string; start: Datum; arende: string } | null): ExempelKontakt {
  const iKo = liv.utfall === 'i_ko'
  return {
    id, datum: datum(liv.datum), kommun: liv.kommun, kontaktvag: liv.kontaktvag, initiativtagare: liv.initiativtagare, utfall: liv.utfall, orsaker: liv.orsaker,
    kodatum: liv.kodatum === null ? null : datum(liv.kodatum), kolamnad: liv.kolamnad === null ? null : datum(liv.kolamnad),
    uppdragsstart: ledde?.start ?? null, arende: ledde?.arende ?? null, uppdrag: ledde?.uppdrag ?? null, registreradAv: liv.registreradAv,
    namn: iKo ? `${fornamn(slump, 'uppgift_saknas')} ${slump.en(EFTERNAMN)}` : null, telefon: iKo ? telefonnummer(slump) : null,
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

function berattaUppdrag(liv: Uppdragsliv, nummer: string, s: Sammanhang, slump: Slump, medOrd: boolean): ExempelUppdrag {
  const id = slump.uuid()
  const start = datum(liv.start)
  const slutat = liv.tankt <= dagnummer(s.idag)
  const omrade = liv.livsomraden[0] ?? 'annat'
  return {
    id, kommun: liv.kommun, start, ...planera(liv, s, slump, medOrd),
    kommunbyten: liv.kommunbyten.map((b) => ({ id: slump.uuid(), datum: datum(b.datum), kommun: b.kommun })),
    slut: slutat ? datum(liv.tankt) : null,
    avslutsorsak: slutat ? liv.avslutsorsak : null,
    orsaker: liv.orsaker, livsomraden: liv.livsomraden,
    mal: medOrd ? slump.en(MAL[omrade] ?? MAL['annat'] ?? []) : null,
    kontakt: liv.kontakt && berattaKontakt(liv.kontakt, slump.uuid(), slump, { uppdrag: id, start, arende: nummer }),
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
  return {
    id: slump.uuid(), nummer: liv.nummer, kon: liv.kon, fodelsear: liv.fodelsear,
    namn: medOrd ? `${fornamn(slump, liv.kon)} ${slump.en(EFTERNAMN)}` : null,
    telefon: medOrd && slump.chans(0.9) ? telefonnummer(slump) : null,
    ombud: innehav.at(-1)?.ombud ?? '',
    innehav,
    uppdrag: liv.uppdrag.map((u) => berattaUppdrag(u, liv.nummer, s, slump, medOrd)),
  }
}
