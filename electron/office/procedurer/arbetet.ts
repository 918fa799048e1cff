import type { AnteckningForseglat, AtagandeForseglat, SamtyckeForseglat } from '../../../db/model/arbetet.ts'
import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { andraAnteckning, forstorAnteckningar, hamtaAnteckning, nyAnteckning } from '../../../db/store/anteckningar.ts'
import {
  andraAtagande, andraSamtycke, andraUppfoljning, hamtaAtagande, hamtaSamtycke, hamtaUppfoljning, noteraOrosguide, nyttAtagande, nyttSamtycke, nyUppfoljning,
} from '../../../db/store/arbetet.ts'
import { hamtaArende } from '../../../db/store/arenden.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Loggrad } from '../../../db/store/logg.ts'
import { hamtaUppdrag, type Uppdragspost } from '../../../db/store/uppdrag.ts'
import { skrivIArende, type OppetArende } from '../arendenyckel.ts'
import { kravKod } from '../koder.ts'
import type { Kontext } from '../kontext.ts'
import { os } from '../kontext.ts'
import { resternaBorta } from '../forstor.ts'

interface Arbete { db: Db; oppet: OppetArende; tid: string; dag: string; logga: (rad: Loggrad) => void }
const KLART = { klart: true as const }

/** Writes in the caller's case, with today at hand. */
async function iArende<T>({ kontor }: Kontext, nummer: string, gor: (arbete: Arbete) => T): Promise<T> {
  const { inloggad } = kontor
  return skrivIArende(inloggad, hamtaArende(inloggad.db, nummer), (db, oppet, logga, tid) => gor({ db, oppet, tid, dag: idag(tid), logga }))
}

/** An uppdrag of this case that still runs. @throws Fel `finns_inte`, `avslutat` */
function pagaende(db: Db, oppet: OppetArende, uppdragId: string): Uppdragspost {
  const rad = hamtaUppdrag(db, uppdragId)
  if (rad.arendeId !== oppet.id || rad.strukenTid !== null) throw new Fel('finns_inte', 'Uppdraget finns inte i ärendet. Läs in sidan på nytt.')
  if (rad.slut !== null) throw new Fel('avslutat', 'Uppdraget är avslutat. Ångra avslutet eller börja ett nytt uppdrag först.')
  return rad
}

function inteFramtid(datum: string, dag: string, falt: string): void {
  if (datum > dag) throw new Fel('framtid', 'Dagen kan inte ligga i framtiden.', { falt })
}

export const uppfoljningar = {
  ny: os.uppfoljningar.ny.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, logga }) => {
    const { start } = pagaende(db, oppet, input.uppdragId)
    if (input.planerad < start) throw new Fel('fel_ordning', 'Uppföljningen kan inte ligga före uppdragets start.', { falt: 'planerad' })
    logga({ handling: 'uppfoljning.ny', objekt: input.nummer })
    return { id: nyUppfoljning(db, input) }
  })),
  flytta: os.uppfoljningar.flytta.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, logga }) => {
    const rad = hamtaUppfoljning(db, oppet.id, input.id)
    if (rad.gjord !== null) throw new Fel('redan_gjord', 'Uppföljningen är redan gjord och kan inte flyttas.')
    andraUppfoljning(db, { id: rad.id, version: input.version, planerad: input.planerad })
    logga({ handling: 'uppfoljning.andrad', objekt: input.nummer })
    return KLART
  })),
  gjord: os.uppfoljningar.gjord.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    inteFramtid(input.gjord, dag, 'gjord')
    const rad = hamtaUppfoljning(db, oppet.id, input.id)
    if (input.nasta !== null && input.nasta <= input.gjord) throw new Fel('fel_ordning', 'Nästa uppföljning ska ligga efter den här.', { falt: 'nasta' })
    andraUppfoljning(db, { id: rad.id, version: input.version, gjord: input.gjord, resultat: input.resultat })
    if (input.nasta !== null) nyUppfoljning(db, { uppdragId: rad.uppdragId, planerad: input.nasta })
    logga({ handling: 'uppfoljning.gjord', objekt: input.nummer })
    return KLART
  })),
  stryk: os.uppfoljningar.stryk.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, tid, logga }) => {
    const rad = hamtaUppfoljning(db, oppet.id, input.id)
    andraUppfoljning(db, { id: rad.id, version: input.version, strukenTid: tid, forseglat: oppet.forsegla('uppfoljningar', rad.id, input.version + 1, { strukenSkal: input.skal }) })
    logga({ handling: 'uppfoljning.andrad', objekt: input.nummer })
    return KLART
  })),
}

export const ataganden = {
  nytt: os.ataganden.nytt.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    pagaende(db, oppet, input.uppdragId)
    if (input.aktor !== null) kravKod(db, 'aktor', input.aktor, dag, 'aktor')
    const id = crypto.randomUUID()
    nyttAtagande(db, {
      id, arendeId: oppet.id, uppdragId: input.uppdragId, vem: input.vem, aktor: input.aktor, senast: input.senast,
      forseglat: oppet.forsegla('ataganden', id, 1, { vad: input.vad } satisfies AtagandeForseglat),
    })
    logga({ handling: 'atagande.nytt', objekt: input.nummer })
    return { id }
  })),
  andra: os.ataganden.andra.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    hamtaAtagande(db, oppet.id, input.id)
    if (input.aktor !== null) kravKod(db, 'aktor', input.aktor, dag, 'aktor')
    andraAtagande(db, {
      id: input.id, version: input.version, vem: input.vem, aktor: input.aktor, senast: input.senast,
      forseglat: oppet.forsegla('ataganden', input.id, input.version + 1, { vad: input.vad } satisfies AtagandeForseglat),
    })
    logga({ handling: 'atagande.andrat', objekt: input.nummer })
    return KLART
  })),
  status: os.ataganden.status.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    const rad = hamtaAtagande(db, oppet.id, input.id)
    const ord = rad.version === input.version ? oppet.oppna<AtagandeForseglat>('ataganden', rad) : null
    andraAtagande(db, {
      id: input.id, version: input.version, status: input.status, statusDatum: input.status === 'oppet' ? null : dag,
      forseglat: ord === null ? null : oppet.forsegla('ataganden', input.id, input.version + 1, ord),
    })
    logga({ handling: 'atagande.andrat', objekt: input.nummer })
    return KLART
  })),
}

export const anteckningar = {
  ny: os.anteckningar.ny.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, tid, logga }) => {
    pagaende(db, oppet, input.uppdragId)
    const id = crypto.randomUUID()
    nyAnteckning(db, { id, arendeId: oppet.id, uppdragId: input.uppdragId, tid, forseglat: oppet.forsegla('anteckningar', id, 1, { text: input.text } satisfies AnteckningForseglat) })
    logga({ handling: 'anteckning.ny', objekt: input.nummer })
    return { id }
  })),
  andra: os.anteckningar.andra.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, logga }) => {
    hamtaAnteckning(db, oppet.id, input.id)
    andraAnteckning(db, { id: input.id, version: input.version, forseglat: oppet.forsegla('anteckningar', input.id, input.version + 1, { text: input.text } satisfies AnteckningForseglat) })
    logga({ handling: 'anteckning.andrad', objekt: input.nummer })
    return KLART
  })),
  forstor: os.anteckningar.forstor.handler(async ({ context, input }) => {
    await iArende(context, input.nummer, ({ db, oppet, tid, logga }) => {
      const rad = hamtaAnteckning(db, oppet.id, input.id)
      if (rad.version !== input.version) throw new Fel('andrad_av_annan', 'Anteckningen har ändrats sedan sidan öppnades. Läs in sidan på nytt.')
      forstorAnteckningar(db, [rad.id], tid)
      logga({ handling: 'anteckning.forstord', objekt: input.nummer })
    })
    return { klart: true as const, borta: await resternaBorta(context.kontor.inloggad) }
  }),
}

export const samtycken = {
  nytt: os.samtycken.nytt.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    kravKod(db, 'aktor', input.aktor, input.fran > dag ? dag : input.fran, 'aktor')
    const id = crypto.randomUUID()
    const ord: SamtyckeForseglat = { person: input.person, omfattning: input.omfattning }
    nyttSamtycke(db, { id, arendeId: oppet.id, aktor: input.aktor, fran: input.fran, till: input.till, forseglat: oppet.forsegla('samtycken', id, 1, ord) })
    logga({ handling: 'samtycke.nytt', objekt: input.nummer })
    return { id }
  })),
  aterkalla: os.samtycken.aterkalla.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    inteFramtid(input.datum, dag, 'datum')
    const rad = hamtaSamtycke(db, oppet.id, input.id)
    if (rad.aterkallat !== null) throw new Fel('redan_aterkallat', 'Samtycket är redan återkallat.')
    if (input.datum < rad.fran) throw new Fel('fel_ordning', 'Samtycket kan inte återkallas innan det gavs.', { falt: 'datum' })
    andraSamtycke(db, { id: rad.id, version: input.version, aterkallat: input.datum, forseglat: omforseglat(oppet, rad, input.version) })
    logga({ handling: 'samtycke.aterkallat', objekt: input.nummer })
    return KLART
  })),
  stryk: os.samtycken.stryk.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, tid, logga }) => {
    const rad = hamtaSamtycke(db, oppet.id, input.id)
    andraSamtycke(db, { id: rad.id, version: input.version, strukenTid: tid, forseglat: omforseglat(oppet, rad, input.version, { strukenSkal: input.skal }) })
    logga({ handling: 'samtycke.struket', objekt: input.nummer })
    return KLART
  })),
}

/** The same words under the next version; a stale version is refused by the write itself. */
function omforseglat(oppet: OppetArende, rad: { id: string; version: number; forseglat: Buffer | null }, version: number, tillagg: object = {}): Buffer | null {
  const ord = rad.version === version ? oppet.oppna<object>('samtycken', rad) : null
  return ord === null ? null : oppet.forsegla('samtycken', rad.id, version + 1, { ...ord, ...tillagg })
}

export const orosguide = {
  anvand: os.orosguide.anvand.handler(({ context, input }) => iArende(context, input.nummer, ({ db, oppet, dag, logga }) => {
    noteraOrosguide(db, { arendeId: oppet.id, datum: dag, anvandareId: context.kontor.inloggad.id })
    logga({ handling: 'orosguide.anvand', objekt: input.nummer })
    return KLART
  })),
}
