import { Fel } from '../../db/model/fel.ts'
import { platsrader } from '../../db/model/handling/platser.ts'
import { siffror, type Siffror } from '../../db/model/handling/siffror.ts'
import type { Arsunderlag } from '../../db/model/handling/underlag.ts'
import { kommunOrdning } from '../../db/model/kommuner.ts'
import type { Figurer, Redovisning } from '../../db/model/redovisning/index.ts'
import type { Db } from '../../db/store/db.ts'
import { kommunerUnder } from '../../db/store/enhet.ts'
import { ledningsgruppsplatserna } from '../../db/store/ledningsgrupp.ts'
import { hamtaBidrag } from '../../db/store/statsbidrag.ts'
import type { Inloggad } from './inloggad.ts'
import { raknaArMedFjol, raknaFigurer, type Rakneval } from './rakning.ts'

/** A year counted, with the year before; the ärendenummer behind only where they are asked for. */
export interface Arsrakning { figurer: Figurer; fjol: Figurer; oppningsbara: readonly string[]; bakom: Redovisning['bakom'] }

/** What a handling is made from: the office, today, and how a year is counted. */
export interface Raknekontor { db: Db; idag: string; rakna: (ar: number, kommun: readonly string[]) => Promise<Arsrakning> }

/** For a page: figures alone, counted off the event loop. */
export const forSida = (inloggad: Inloggad, val: Rakneval = {}): Raknekontor => ({
  db: inloggad.db, idag: inloggad.idag, rakna: async (ar, kommun) => ({ ...(await raknaFigurer(inloggad, ar, kommun, val)), bakom: {} }),
})

/** To be fixed or opened: with the ärendenummer behind every figure. */
export const medBakom = (inloggad: Inloggad, val: Rakneval = {}): Raknekontor => ({
  db: inloggad.db, idag: inloggad.idag,
  rakna: async (ar, kommun) => {
    const { aret: { figurer, bakom }, fjol } = await raknaArMedFjol(inloggad, ar, kommun, val)
    return { figurer, fjol: fjol.figurer, oppningsbara: Object.keys(bakom), bakom }
  },
})

export interface RaknatUnderlag {
  underlag: Arsunderlag
  siffror: Siffror
  /** Last year's figures by the same rules and kommuner. */
  fjol: { figurer: Arsunderlag['figurer']; siffror: Siffror }
  oppningsbara: ReadonlySet<string>
  bakom: Redovisning['bakom']
}

/** The unit's kommuner of a year. */
export const aretsKommuner = (db: Db, ar: number): string[] => kommunerUnder(db, `${ar}-01-01`, `${ar}-12-31`)

/** What is not counted from the register but has been written in, for these kommuner. */
function skrivet(db: Db, ar: number, kommuner: readonly string[], idag: string): Omit<Arsunderlag, 'figurer' | 'sokt'> {
  const bidrag = hamtaBidrag(db, ar)
  return {
    belopp: bidrag.belopp,
    bidrag: bidrag.sokande.flatMap((s) => s.kommuner).filter(({ kommun }) => kommuner.includes(kommun))
      .map(({ kommun, arsanstallningar, beviljat, utbetalt, anvant }) => ({ kommun, arsanstallningar, beviljat, utbetalt, anvant }))
      .sort((a, b) => kommunOrdning(a.kommun, b.kommun)),
    ledningsgrupp: platsrader(ledningsgruppsplatserna(db), idag < `${ar}-12-31` ? idag : `${ar}-12-31`),
  }
}

/**
 * Counts a year for a handling's set of kommuner. All kommuner of the unit are counted as the whole office, so that what
 * was registered outside them is told of.
 * @param sokt årsanställningar applied for (ansökan)
 * @throws Fel `kommun_utanfor` for a kommun that was not the unit's that year
 */
export async function raknaUnderlag({ db, idag, rakna }: Raknekontor, val: { ar: number; kommuner: readonly string[]; sokt: Arsunderlag['sokt'] }): Promise<RaknatUnderlag> {
  const alla = aretsKommuner(db, val.ar)
  const hela = alla.length === val.kommuner.length && alla.every((kommun) => val.kommuner.includes(kommun))
  const { figurer, fjol, oppningsbara, bakom } = await rakna(val.ar, hela ? [] : val.kommuner)
  const underlag = { figurer, sokt: val.sokt, ...skrivet(db, val.ar, val.kommuner, idag) }
  const fjolunderlag = { figurer: fjol, sokt: [], ...skrivet(db, val.ar - 1, val.kommuner, idag) }
  return { underlag, siffror: siffror(underlag), fjol: { figurer: fjol, siffror: siffror(fjolunderlag) }, oppningsbara: new Set(oppningsbara), bakom }
}

/** The kommuner, each once and in Swedish order. @throws Fel `kommun_utanfor` for one that was not the unit's that year */
export function kravKommuner(db: Db, ar: number, kommuner: readonly string[]): string[] {
  const enhetens = aretsKommuner(db, ar)
  const utanfor = kommuner.find((kommun) => !enhetens.includes(kommun))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `Kommunen ${utanfor} hörde inte till enheten ${ar}. Välj en av enhetens kommuner.`, { falt: 'kommuner' })
  return [...new Set(kommuner)].sort(kommunOrdning)
}
