import { Fel } from '../../db/model/fel.ts'
import type { OverlamningForseglat } from '../../db/model/overlamningar.ts'
import { forstorAnteckningar, listaAnteckningar } from '../../db/store/anteckningar.ts'
import type { Arendepost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import { avgorOverlamning, avslutaVidSidan, bytOmbud, grunderFor, kopplaInnehav, nyttInnehav, type Overlamningspost } from '../../db/store/overlamningar.ts'
import { gorEgenNyckel, loggaNyckel, minnas, nyckelnAndrad, omforsegla, oppnaEgen, type NyNyckel, type OppetArende } from './arendenyckel.ts'
import { andrum } from './andrum.ts'
import { medFramsteg } from './framsteg.ts'
import { kravErbjuden } from './overlamning.ts'
import type { Inloggad } from './inloggad.ts'
import { resternaBorta } from './forstor.ts'

/** Accepting what was offered (DESIGN §4.4). */

interface Forberedd { id: string; arende: Arendepost; oppet: OppetArende; nytt: NyNyckel | null }

export interface Mottaget {
  nummer: string[]
  /** Working notes that did not go along and were destroyed. */
  forstorda: number
  /** False: the notes are deleted, but another process kept the write-ahead log open; it empties at a later login. */
  borta: boolean
}

/**
 * Accepts offers, all or none. Byte and flytt: the case has a new ombud, who makes a new key in the same
 * transaction; every other seal goes. Vikariat: the stand-in may open the case through the last day.
 * @throws Fel `inte_din_overlamning`, `tagen_tillbaka`, `redan_…`, `upphord`, `vikariat_slut`, `andrad_av_annan`
 */
export const godta = (inloggad: Inloggad, ids: readonly string[]): Promise<Mottaget> => medFramsteg(inloggad.rapport, () => godtaAlla(inloggad, [...new Set(ids)]))

async function godtaAlla(inloggad: Inloggad, ids: readonly string[]): Promise<Mottaget> {
  const forberedda: Forberedd[] = []
  const slapp = andrum()
  for (const [i, id] of ids.entries()) {
    inloggad.rapport({ vad: 'Tar emot ärenden', klart: i, av: ids.length })
    await slapp()
    const { rad, arende } = kravAnnuAktuell(inloggad, inloggad.db, id)
    const { oppet } = await oppnaEgen(inloggad, arende)
    forberedda.push({ id, arende, oppet, nytt: rad.slag === 'vikariat' ? null : await gorEgenNyckel(inloggad, arende.id, arende.generation + 1) })
  }
  const forstorda = await inloggad.skriv((db, logga, tid) => forberedda.reduce((antal, en) => antal + skriv(inloggad, db, en, logga, tid), 0))
  for (const { oppet, nytt } of forberedda) {
    if (nytt !== null) oppet.nyckel.fill(0)
    minnas(inloggad, nytt?.oppet ?? oppet)
  }
  const borta = forstorda === 0 || await resternaBorta(inloggad)
  return { nummer: forberedda.map(({ arende }) => arende.nummer), forstorda, borta }
}

function kravAnnuAktuell(inloggad: Inloggad, db: Db, id: string) {
  const svar = kravErbjuden(inloggad, db, id)
  if (svar.rad.vikariatTill !== null && svar.rad.vikariatTill < inloggad.idag) {
    throw new Fel('vikariat_slut', `Vikariatet skulle ha slutat ${svar.rad.vikariatTill}. Avböj, och be om ett nytt erbjudande om det behövs.`)
  }
  return svar
}

/** @returns number of notes destroyed */
function skriv(inloggad: Inloggad, db: Db, { id, oppet, nytt }: Forberedd, logga: (rad: Loggrad) => void, tid: string): number {
  const { rad, arende } = kravAnnuAktuell(inloggad, db, id)
  if (arende.generation !== oppet.generation) throw nyckelnAndrad()
  const ord = oppet.oppna<OverlamningForseglat>('overlamningar', rad) ?? { ord: '', svar: '', slut: false }
  // A stand-in's row goes on being a ground; one that gave the case away is over with its acceptance.
  const forseglat = oppet.forsegla('overlamningar', id, rad.version + 1, { ...ord, slut: nytt !== null } satisfies OverlamningForseglat)
  avgorOverlamning(db, { id, version: rad.version, status: 'godtagen', avgjordTid: tid, forseglat })
  logga({ handling: 'overlamning.godtagen', objekt: arende.nummer })
  if (nytt === null) {
    borjaVikariat(inloggad, db, rad, oppet)
    return 0
  }
  const ids = listaAnteckningar(db, arende.id).map((anteckning) => anteckning.id).filter((en) => !rad.anteckningar.includes(en))
  const antal = forstorAnteckningar(db, ids, tid)
  if (antal > 0) logga({ handling: 'anteckning.forstord', objekt: arende.nummer })
  kopplaInnehav(db, id, bytOmbud(db, { arendeId: arende.id, ombudId: inloggad.id, dag: inloggad.idag, tid }))
  omforsegla(db, oppet, nytt)
  loggaNyckel(db, logga, arende.id)
  return antal
}

function borjaVikariat(inloggad: Inloggad, db: Db, rad: Overlamningspost, oppet: OppetArende): void {
  // An earlier vikariat of the same person is replaced, so that history has one row at a time.
  for (const forra of grunderFor(db, rad.arendeId).filter((en) => en.slag === 'vikariat' && en.status === 'godtagen' && en.tillId === inloggad.id && en.id !== rad.id)) {
    const ord = oppet.oppna<OverlamningForseglat>('overlamningar', forra) ?? { ord: '', svar: '', slut: true }
    avslutaVidSidan(db, { id: forra.id, version: forra.version, innehavId: forra.innehavId, forseglat: oppet.forsegla('overlamningar', forra.id, forra.version + 1, { ...ord, slut: true }) }, inloggad.idag)
  }
  kopplaInnehav(db, rad.id, nyttInnehav(db, { arendeId: rad.arendeId, anvandareId: inloggad.id, slag: 'vikarie', fran: inloggad.idag, till: rad.vikariatTill }))
}
