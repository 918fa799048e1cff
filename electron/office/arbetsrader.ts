import type { AtagandeForseglat, AtagandeRad, SamtyckeForseglat, SamtyckeRad, Vem } from '../../db/model/arbetet.ts'
import type { Atagandepost, Samtyckespost } from '../../db/store/arbetet.ts'
import type { OppetArende } from './arendenyckel.ts'

/** A commitment with its words opened. */
export function visaAtagande(oppet: OppetArende | null, rad: Atagandepost): AtagandeRad {
  return {
    id: rad.id, uppdragId: rad.uppdragId, vad: oppet?.oppna<AtagandeForseglat>('ataganden', rad)?.vad ?? '', vem: rad.vem as Vem, aktor: rad.aktor,
    senast: rad.senast, status: rad.status as AtagandeRad['status'], statusDatum: rad.statusDatum, version: rad.version,
  }
}

/** A consent with its words opened. */
export function visaSamtycke(oppet: OppetArende | null, rad: Samtyckespost): SamtyckeRad {
  const ord = oppet?.oppna<SamtyckeForseglat>('samtycken', rad)
  return {
    id: rad.id, aktor: rad.aktor, person: ord?.person ?? '', omfattning: ord?.omfattning ?? '', fran: rad.fran, till: rad.till, aterkallat: rad.aterkallat,
    struken: rad.strukenTid !== null, version: rad.version,
  }
}
