import { Fel } from '../../db/model/fel.ts'
import type { Datum } from '../../db/model/kalender.ts'
import { STANDARD_ALDERSGRUPPER } from '../../db/model/kodlistor.ts'
import { raknaRedovisning, type Redovisning, type RedovisningsRader } from '../../db/model/redovisning/index.ts'
import { beviljatPerKommun } from '../../db/model/statsbidrag.ts'
import type { Db } from '../../db/store/db.ts'
import { kommunerUnder } from '../../db/store/enhet.ts'
import { hamtaKodlistor } from '../../db/store/kodlistor.ts'
import { redovisningsrader } from '../../db/store/redovisning.ts'
import { hamtaBidrag } from '../../db/store/statsbidrag.ts'

/**
 * Counting years from the database: rows by index from the store, figures by the pure rules of DOMAIN §4. Synchronous
 * and, with an office the size of Sweden, some tenths of a second a year: the office asks `rakning.ts`, which does it in
 * a thread of its own.
 */

const TOMMA: RedovisningsRader = { uppdrag: [], kontakter: [], anstallningar: [], franvaro: [] }
const granser = (ar: number) => [`${ar}-01-01`, `${ar}-12-31`] as const

function rakna(db: Db, rader: RedovisningsRader, val: { ar: number; kommuner: readonly string[]; urval: readonly string[]; idag: Datum }): Redovisning {
  return raknaRedovisning(rader, val.ar, {
    kommuner: val.kommuner, urval: val.urval.length === 0 ? null : val.urval, kodlistor: hamtaKodlistor(db),
    aldersgrupper: STANDARD_ALDERSGRUPPER, idag: val.idag, beviljat: beviljatPerKommun(hamtaBidrag(db, val.ar)),
  })
}

/**
 * Counts a year.
 * @param kommun codes to count as if they were the whole office; empty = all
 * @throws Fel `kommun_utanfor` for a kommun that was not the unit's in that year
 */
export function raknaEttAr(db: Db, ar: number, kommun: readonly string[], idag: Datum): Redovisning {
  const [a, b] = granser(ar)
  const kommuner = kommunerUnder(db, a, b)
  const utanfor = kommun.find((kod) => !kommuner.includes(kod))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `Kommunen ${utanfor} hörde inte till enheten ${ar}. Välj en av enhetens kommuner.`, { falt: 'kommun' })
  return rakna(db, redovisningsrader(db, a, b), { ar, kommuner, urval: kommun, idag })
}

/** A year to compare with: of the chosen kommuner those that were the unit's then (a kommun may have joined since). */
export function raknaJamforelse(db: Db, ar: number, kommun: readonly string[], idag: Datum): Redovisning {
  const da = new Set(kommunerUnder(db, ...granser(ar)))
  const kvar = kommun.filter((kod) => da.has(kod))
  if (kommun.length > 0 && kvar.length === 0) return rakna(db, TOMMA, { ar, kommuner: kommun, urval: kommun, idag })
  return raknaEttAr(db, ar, kvar, idag)
}
