import type { AnteckningForseglat } from '../../db/model/arbetet.ts'
import type { KlientForseglat } from '../../db/model/arenden.ts'
import type { OverlamningForseglat } from '../../db/model/overlamningar.ts'
import type { UppdragForseglat } from '../../db/model/uppdrag.ts'
import type { Registerutdrag, Utdragskontakt, Utdragsoverlamning, Utdragsuppdrag } from '../../db/model/utdrag.ts'
import { listaAnteckningar } from '../../db/store/anteckningar.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import { listaAtaganden, listaOrosguider, listaSamtycken, listaUppfoljningar } from '../../db/store/arbetet.ts'
import { hamtaArende, listaInnehav, type Arendepost } from '../../db/store/arenden.ts'
import { avtryckFor } from '../../db/store/dubbletter.ts'
import { hamtaEnhet, listaKommuner } from '../../db/store/enhet.ts'
import { kontakterForArende } from '../../db/store/kontakter.ts'
import { oppningar } from '../../db/store/logg.ts'
import { overlamningarFor } from '../../db/store/overlamningar.ts'
import { hamtaUppdrag } from '../../db/store/uppdrag.ts'
import { visaAtagande, visaSamtycke } from './arbetsrader.ts'
import { oppnaArende, type OppetArende } from './arendenyckel.ts'
import type { Inloggad } from './inloggad.ts'
import type { Kontor } from './kontor.ts'
import { visaUppdragen } from './uppdragsrader.ts'

interface Struken { id: string; version: number; forseglat: Buffer | null }
const skal = (oppet: OppetArende | null, tabell: 'uppfoljningar' | 'samtycken', rad: Struken) => oppet?.oppna<{ strukenSkal?: string }>(tabell, rad)?.strukenSkal ?? null

/**
 * Everything held about one client, in one piece (registerutdrag). Logged as an opening and a print before it is
 * returned. The office's log rows beyond openings hold no personal data and are left out; so are the caller's drafts.
 */
export async function gorUtdrag(kontor: Kontor, nummer: string): Promise<Registerutdrag> {
  const { inloggad } = kontor
  const { db } = inloggad
  await oppnaArende(inloggad, hamtaArende(db, nummer))
  const arende = hamtaArende(db, nummer) // read anew: opening may have given it a new key
  const oppet = await oppnaArende(inloggad, arende)
  const tid = await inloggad.skriv((_, logga, nu) => {
    logga({ handling: 'arende.oppnat', objekt: nummer })
    logga({ handling: 'utskrift', objekt: `registerutdrag ${nummer}` })
    return nu
  })
  const klient = oppet?.oppna<KlientForseglat>('arenden', arende) ?? null
  const namnPa = new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))
  const vem = (id: string) => namnPa.get(id) ?? ''
  const uppdrag = visaUppdrag(inloggad, oppet, arende, tid)
  return {
    nummer, enhet: hamtaEnhet(db).namn, skapad: arende.skapad, namn: klient?.namn || null, telefon: klient?.telefon || null,
    kon: arende.kon, fodelsear: arende.fodelsear, ombud: vem(arende.ombudId), innehav: listaInnehav(db, arende.id),
    personuppgiftsansvariga: ansvariga(inloggad, uppdrag), uppdrag,
    kontakter: kontakterForArende(db, arende.id).map((rad): Utdragskontakt => ({
      datum: rad.datum, kommun: rad.kommun, kontaktvag: rad.kontaktvag, initiativtagare: rad.initiativtagare, orsaker: rad.orsaker, utfall: rad.utfall,
      kodatum: rad.kodatum, kolamnad: rad.kolamnad, hanvisadTill: rad.hanvisadTill, hanvisningUppfoljd: rad.hanvisningUppfoljd,
      registreradAv: vem(rad.registreradAv), struken: rad.strukenTid !== null, strukenSkal: rad.strukenSkal,
    })),
    ataganden: listaAtaganden(db, [arende.id]).map((rad) => visaAtagande(oppet, rad)),
    anteckningar: listaAnteckningar(db, arende.id).map((rad) => ({
      id: rad.id, uppdragId: rad.uppdragId, tid: rad.tid, version: rad.version, text: oppet?.oppna<AnteckningForseglat>('anteckningar', rad)?.text ?? '',
    })),
    samtycken: listaSamtycken(db, [arende.id]).map((rad) => ({ ...visaSamtycke(oppet, rad), strukenSkal: skal(oppet, 'samtycken', rad) })),
    orosguide: listaOrosguider(db, arende.id),
    overlamningar: overlamningarFor(db, arende.id).map((rad): Utdragsoverlamning => {
      const ord = oppet?.oppna<OverlamningForseglat>('overlamningar', rad)
      return {
        erbjuden: rad.erbjudenTid, fran: vem(rad.franId), till: vem(rad.tillId), slag: rad.slag, status: rad.status, vikariatTill: rad.vikariatTill,
        samtyckeDatum: rad.samtyckeDatum, ord: ord?.ord || null, svar: ord?.svar || null,
      }
    }),
    dubblettmarke: avtryckFor(db, [arende.id]).size > 0,
    oppnat: oppningar(db, nummer, -1).map(({ anvandare, tid: da }) => ({ vem: vem(anvandare), tid: da })),
    tid, av: inloggad.namn,
  }
}

function visaUppdrag({ db }: Inloggad, oppet: OppetArende | null, arende: Arendepost, nu: string): Utdragsuppdrag[] {
  const rader = visaUppdragen(db, oppet, arende.id, nu)
  const skalFor = new Map(listaUppfoljningar(db, rader.map((rad) => rad.id)).map((rad) => [rad.id, skal(oppet, 'uppfoljningar', rad)]))
  return rader.map((rad) => ({
    ...rad, strukenSkal: oppet?.oppna<UppdragForseglat>('uppdrag', hamtaUppdrag(db, rad.id))?.strukenSkal ?? null,
    uppfoljningar: rad.uppfoljningar.map((en) => ({ ...en, strukenSkal: skalFor.get(en.id) ?? null })),
  }))
}

/** Who answers for the data in the kommuner that the uppdrag have been in: the newest word of each. */
function ansvariga({ db }: Inloggad, uppdrag: readonly Utdragsuppdrag[]): Registerutdrag['personuppgiftsansvariga'] {
  const rader = listaKommuner(db)
  const kommuner = new Set(uppdrag.flatMap((rad) => [rad.kommun, ...rad.kommunbyten.map((byte) => byte.kommun)]))
  return [...kommuner].sort().map((kommun) => ({ kommun, ansvarig: rader.findLast((rad) => rad.kommun === kommun)?.personuppgiftsansvarig || null }))
}
