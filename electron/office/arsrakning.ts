import { Fel } from '../../db/model/fel.ts'
import type { Datum } from '../../db/model/kalender.ts'
import { STANDARD_ALDERSGRUPPER } from '../../db/model/kodlistor.ts'
import { raderForAr, raknaRedovisning, type Redovisning, type RedovisningsRader } from '../../db/model/redovisning/index.ts'
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

const granser = (ar: number) => [`${ar}-01-01`, `${ar}-12-31`] as const

/** The rows of a year, however they are had. */
export type Radkalla = (ar: number) => RedovisningsRader

/**
 * The rows of several years: from the second year on out of one fetch that spans them all, since an uppdrag runs over
 * years. Every year gets the rows that `RedovisningsRader` says it needs.
 */
export function raderFor(db: Db, ar: readonly number[]): Radkalla {
  if (ar.length < 2) return (ett) => redovisningsrader(db, ...granser(ett))
  const forsta = Math.min(...ar)
  const alla = redovisningsrader(db, granser(forsta)[0], granser(Math.max(...ar))[1], granser(forsta)[1])
  return (ett) => raderForAr(alla, ...granser(ett))
}

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
export function raknaEttAr(db: Db, ar: number, kommun: readonly string[], idag: Datum, rader: Radkalla = raderFor(db, [ar])): Redovisning {
  const [a, b] = granser(ar)
  const kommuner = kommunerUnder(db, a, b)
  const utanfor = kommun.find((kod) => !kommuner.includes(kod))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `Kommunen ${utanfor} hörde inte till enheten ${ar}. Välj en av enhetens kommuner.`, { falt: 'kommun' })
  return rakna(db, rader(ar), { ar, kommuner, urval: kommun, idag })
}

/** A year to compare with: of the chosen kommuner those that were the unit's then (a kommun may have joined since). */
export function raknaJamforelse(db: Db, ar: number, kommun: readonly string[], idag: Datum, rader?: Radkalla): Redovisning {
  const da = new Set(kommunerUnder(db, ...granser(ar)))
  const kvar = kommun.filter((kod) => da.has(kod))
  if (kommun.length > 0 && kvar.length === 0) return rakna(db, { uppdrag: [], kontakter: [], anstallningar: [], franvaro: [] }, { ar, kommuner: kommun, urval: kommun, idag })
  return raknaEttAr(db, ar, kvar, idag, rader)
}
