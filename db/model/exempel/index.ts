import { dagnummer, plusManader } from '../kalender.ts'
import type { RedovisningsRader, Uppdragsrad } from '../redovisning/rader.ts'
import { delaUtVeckan } from './arbete.ts'
import { berattaArende, berattaKontakt, type Sammanhang } from './berattelse.ts'
import { delaUtBidrag, utbilda } from './bidrag.ts'
import { hittaBrister } from './brister.ts'
import { byggKontor } from './kontor.ts'
import { lev } from './liv.ts'
import { Slump } from './slump.ts'
import type { Exempel, ExempelVal } from './typer.ts'

export * from './typer.ts'

/** The password of every user of an example office. It is written in the handbook: an example protects nothing. */
export const EXEMPELLOSENORD = 'mora-lotsen-exempel'

/**
 * A believable made-up office with years of life: seeded, so that the same seed, size and day give the same
 * office. Clients, telephone numbers and sentences belong to nobody; kommuner are real.
 */
export function skapaExempel({ storlek, fro, idag, namnAr = 2 }: ExempelVal): Exempel {
  const ram = byggKontor(storlek, idag, new Slump(fro, `kontor ${storlek}`))
  const liv = lev(ram, idag, new Slump(fro, `liv ${storlek}`))
  const s: Sammanhang = { fro, idag, ordFran: plusManader(idag, -12 * namnAr), veckan: delaUtVeckan(liv.arenden, dagnummer(idag), new Slump(fro, `vecka ${storlek}`)) }
  const { anvandare, kommuner, anstallningar, franvaro } = ram
  return {
    office: {
      enhet: { namn: ram.namn, vardkommun: ram.vardkommun },
      kommuner: kommuner.map((k) => k.kommun),
      anvandare: anvandare.map(({ anvandarnamn, namn, roller }) => ({ anvandarnamn, namn, roller: [...roller], losenord: EXEMPELLOSENORD })),
      anstallningar: anstallningar.map(({ person, kommun, fran, till, procent, vikarie, arbetsgivare, driftsform }) =>
        ({ anvandarnamn: person, kommun, fran, till, procent, vikarie, arbetsgivare, driftsform })),
    },
    anvandare,
    kommuner,
    anstallningar,
    franvaro,
    bidrag: delaUtBidrag(ram, idag, new Slump(fro, `bidrag ${storlek}`)),
    utbildning: utbilda(ram, idag, new Slump(fro, `utbildning ${storlek}`)),
    systemfel: hittaBrister(ram, idag, new Slump(fro, `systemfel ${storlek}`)),
    antal: {
      arenden: liv.arenden.length,
      uppdrag: liv.arenden.reduce((n, a) => n + a.uppdrag.length, 0),
      kontakter: liv.kontakter.length + liv.arenden.reduce((n, a) => n + a.uppdrag.filter((u) => u.kontakt !== null).length, 0),
    },
    *arenden() {
      for (const arende of liv.arenden) yield berattaArende(arende, s)
    },
    *kontakter() {
      const slump = new Slump(fro, `kontakter ${storlek}`)
      for (const kontakt of liv.kontakter) yield berattaKontakt(kontakt, slump.uuid(), slump, s, null)
    },
  }
}

/** When something of the example was written down: in the morning of its day, in the order it came. */
export const exempeltid = (datum: string, ordning: number): string => `${datum}T08:${String(ordning % 60).padStart(2, '0')}:00.000Z`

/** The whole example as the rows that the counting reads. */
export function exempelrader(exempel: Exempel): RedovisningsRader {
  const arenden = [...exempel.arenden()]
  return {
    uppdrag: arenden.flatMap(({ nummer, kon, fodelsear, uppdrag }) =>
      uppdrag.map(({ kontakt, mal: _, forlangningar: __, flode: ___, ...u }): Uppdragsrad => ({ ...u, arende: nummer, kon, fodelsear, kontaktdatum: kontakt?.datum ?? null }))),
    kontakter: [...exempel.kontakter(), ...arenden.flatMap((a) => a.uppdrag.flatMap((u) => u.kontakt ?? []))],
    anstallningar: exempel.anstallningar,
    franvaro: exempel.franvaro,
    ...exempel.utbildning,
    brister: exempel.systemfel.brister.map(({ id, kategori, niva, aktor, iakttagelser, handelser }) => ({
      id, kategori, niva, aktor, iakttagelser, handelser: handelser.map(({ datum, status }, i) => ({ datum, status, tid: exempeltid(datum, i) })),
    })),
  }
}
