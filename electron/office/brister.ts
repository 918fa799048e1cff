import type { Datum } from '../../db/model/kalender.ts'
import { BRISTSTATUS, statusDen, type BristRad, type Rapportbrist } from '../../db/model/systemfel/index.ts'
import { svenskOrdning } from '../../db/model/text.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaKodlistor } from '../../db/store/kodlistor.ts'
import { listaBrister, type HelBrist, type Bristpost } from '../../db/store/systemfel.ts'
import type { Inloggad } from './inloggad.ts'

/** Whoever wrote it, and the chief, may change and strike a brist. */
export const farAndra = (inloggad: Inloggad, brist: Pick<Bristpost, 'registreradAv'>): boolean =>
  brist.registreradAv === inloggad.id || inloggad.roller.includes('enhetschef')

/** Names of users by id: who noticed something is no secret within the unit. */
export const personnamn = (db: Db): Map<string, string> => new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))

/** Observations that count, and where they were made. */
function iakttagen(hel: HelBrist) {
  const galler = hel.iakttagelser.filter((rad) => rad.strukenTid === null)
  const dagar = galler.map((rad) => rad.datum).sort()
  const forst = dagar[0] ?? hel.brist.registreradTid.slice(0, 10)
  return { antal: galler.length, forst, senast: dagar.at(-1) ?? forst, kommuner: [...new Set(galler.map((rad) => rad.kommun))] }
}

/** A brist as a row of the list. */
export function bristrad(inloggad: Inloggad, hel: HelBrist, namn: ReadonlyMap<string, string>): BristRad {
  const { brist, handelser, iakttagelser } = hel
  const nu = statusDen(handelser, inloggad.idag)
  return {
    id: brist.id, kategori: brist.kategori, niva: brist.niva, aktor: brist.aktor, kommun: brist.kommun, vad: brist.vad, foljd: brist.foljd, forslag: brist.forslag,
    inteNamn: brist.inteNamn, status: nu?.status ?? BRISTSTATUS.noterad, statusDatum: nu?.datum ?? brist.registreradTid.slice(0, 10), ...iakttagen(hel),
    registreradAv: namn.get(brist.registreradAv) ?? '', registrerad: brist.registreradTid.slice(0, 10),
    min: iakttagelser.some((rad) => rad.avId === inloggad.id && rad.strukenTid === null), farAndra: farAndra(inloggad, brist), struken: brist.strukenTid !== null, version: brist.version,
  }
}

/** A brist as a report tells of it: words, status on a day, and the observations of a span. Nobody's name. */
export function rapportbrist(hel: HelBrist, dag: Datum): Rapportbrist {
  const { id, kategori, niva, aktor, kommun, vad, foljd, forslag } = hel.brist
  const nu = statusDen(hel.handelser, dag)
  return {
    id, kategori, niva, aktor, kommun, vad, foljd, forslag, ...iakttagen(hel),
    status: nu?.status ?? BRISTSTATUS.noterad, statusDatum: nu?.datum ?? hel.brist.registreradTid.slice(0, 10), notering: nu?.notering ?? '',
  }
}

/** By category in the list's order, then by what happens, so that a report reads the same each time. */
export function iKategoriordning<T extends Pick<Rapportbrist, 'kategori' | 'vad' | 'id'>>(db: Db, rader: readonly T[]): T[] {
  const ordning = new Map(hamtaKodlistor(db).systemfel_kategori.map((post) => [post.kod, post.ordning]))
  return rader.toSorted((a, b) => (ordning.get(a.kategori) ?? 1e6) - (ordning.get(b.kategori) ?? 1e6) || svenskOrdning(a.vad, b.vad) || (a.id < b.id ? -1 : 1))
}

/** Brister that count: those struck are left out. */
export const levandeBrister = (db: Db): HelBrist[] => listaBrister(db).filter(({ brist }) => brist.strukenTid === null)

/**
 * Brister of a report: observed from–till, in one of the kommuner or in the whole unit (as the year's figures count them),
 * with the observations of that span alone.
 */
export function bristerIRapport(db: Db, val: { fran: Datum; till: Datum; kommun: readonly string[] }, dag: Datum): Rapportbrist[] {
  const med = levandeBrister(db).flatMap((hel) => {
    const iakttagelser = hel.iakttagelser.filter((rad) => rad.strukenTid === null && rad.datum >= val.fran && rad.datum <= val.till
      && (val.kommun.length === 0 || rad.kommun === null || val.kommun.includes(rad.kommun)))
    return iakttagelser.length === 0 ? [] : [rapportbrist({ ...hel, iakttagelser }, dag)]
  })
  return iKategoriordning(db, med)
}
