import { Fel } from '../../db/model/fel.ts'
import { idag } from '../../db/model/kalender.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { listaForstort, verkstallForstort, type Forstortpost } from '../../db/store/forstort.ts'
import { hamtaArendeMedId } from '../../db/store/arenden.ts'
import { lasHuvud, skrivLogg, type Loggforare, type Logghuvud, type Loggrad } from '../../db/store/logg.ts'
import { nyckelbytenGjorda, vantandeNyckelbyten } from '../../db/store/nycklar.ts'
import { antalArendenHos, stangAvAnvandare, upphorFor } from '../../db/store/overlamningar.ts'
import type { Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { normaliseraAnvandarnamn } from '../../db/vault/losenord.ts'
import { lasValv, type Valv } from '../../db/vault/valvfil.ts'
import { begarNyNyckel } from './arendenyckel.ts'
import { oppnaMapp } from './kontroll.ts'

/**
 * What has happened in the office since a copy of it was made, as far as the office that is there now can tell:
 * a restore applies it again (DESIGN §4.10). Who is no longer in the vault has been disabled, and that needs no
 * password to see; what has been destroyed stands in the database, and that does.
 */
export interface SedanKopian {
  /** The vault of the office that is there now; null when there is none, or it is another office's. */
  valv: Valv | null
  /** Null when its database could not be opened. */
  forstort: Forstortpost[] | null
}

export async function sedanKopian(datamapp: string, hallare: Nyckelhallare, kontor: string): Promise<SedanKopian> {
  const valv = await lasValv(datamapp).catch((): null => null)
  if (valv?.kontor !== kontor) return { valv: null, forstort: null }
  try {
    const oppnad = await oppnaMapp(datamapp, hallare)
    try {
      return { valv, forstort: listaForstort(oppnad.db) }
    } finally {
      oppnad.stang()
    }
  } catch {
    return { valv, forstort: null } // another password now, or damaged: why one restores
  }
}

/**
 * Somebody who has been disabled since restores with a password of then: refused, since the restored office would
 * let them in again. @throws Fel `avstangd`
 */
export function kravKvar({ valv }: SedanKopian, hallare: Nyckelhallare): void {
  if (valv === null || 'nyckel' in hallare) return
  const namn = normaliseraAnvandarnamn(hallare.anvandarnamn)
  if (!valv.anvandare.some((a) => a.anvandarnamn === namn)) {
    throw new Fel('avstangd', 'Användaren har stängts av sedan kopian gjordes. Återställ med någon annans lösenord eller med nyckelbladet.', { falt: 'anvandarnamn' })
  }
}

const antalArenden = (antal: number): string => (antal === 1 ? 'ett ärende' : `${antal} ärenden`)

/**
 * Applies it to the restored office, in one transaction with its log rows.
 * @param kopian the vault of the copy, and when it was made
 * @returns the head of the log before and after, and in plain sentences what somebody must do again by hand
 */
export function verkstallSedan(db: Db, forare: Loggforare, sedan: SedanKopian, kopian: { valv: Valv; nar: string }, tid: string): { fore: Logghuvud; huvud: Logghuvud; attGora: string[] } {
  const fore = lasHuvud(db)
  const attGora: string[] = []
  if (sedan.forstort === null) {
    attGora.push(
      sedan.valv === null
        ? `Här fanns inget tidigare kontor att läsa i. Det som har förstörts efter ${kopian.nar} måste förstöras igen, och den som har stängts av sedan dess måste stängas av igen.`
        : `Kontoret som lades undan kunde inte öppnas. Det som har förstörts efter ${kopian.nar} finns därför kvar här: förstör det igen.`,
    )
  }
  let huvud = fore
  const logga = (rad: Loggrad): void => {
    huvud = skrivLogg(db, forare, tid, rad)
  }
  logga({ handling: 'kontor.aterstallt' })
  if (sedan.forstort !== null) {
    const { gjorda, okanda } = verkstallForstort(db, sedan.forstort)
    if (gjorda > 0) logga({ handling: 'kontor.forstort_igen', objekt: String(gjorda) })
    if (okanda > 0) attGora.push(`${okanda} uppgifter som har förstörts efter ${kopian.nar} kan den här versionen av Lotsen inte förstöra igen. Gör det för hand.`)
  }
  if (sedan.valv !== null) {
    const kvar = new Set(sedan.valv.anvandare.map((a) => a.id))
    const fanns = new Set(kopian.valv.anvandare.map((a) => a.id))
    for (const rad of listaAnvandare(db).filter((a) => a.avstangd === null && fanns.has(a.id) && !kvar.has(a.id))) {
      stangAvAnvandare(db, rad.id, tid)
      for (const arendeId of upphorFor(db, rad.id, { dag: idag(tid), tid })) begarNyNyckel(db, logga, hamtaArendeMedId(db, arendeId))
      logga({ handling: 'anvandare.avstangd', objekt: rad.id })
      const antal = antalArendenHos(db, rad.id)
      if (antal > 0) attGora.push(`${rad.namn} är avstängd men har ${antalArenden(antal)} i kopian: flytta med en nödöppning.`)
    }
    const nya = sedan.valv.anvandare.filter((a) => !fanns.has(a.id)).map((a) => a.anvandarnamn)
    if (nya.length > 0) attGora.push(`Användare som har lagts till efter ${kopian.nar} finns inte i kopian och behöver läggas till igen: ${nya.join(', ')}.`)
  }
  const vantar = vantandeNyckelbyten(db)
  if (vantar.length > 0) nyckelbytenGjorda(db, vantar.map((rad) => rad.id), tid) // the new database key that every restore ends with
  logga({ handling: 'nyckel.bytt' })
  return { fore, huvud, attGora }
}
