import type { Anteckningarna, Uppfoljningsresultat } from '../../db/model/arbetet.ts'
import { ANGRA_AVSLUT_TIMMAR, type ForlangningForseglat, type UppdragForseglat, type UppdragRad } from '../../db/model/uppdrag.ts'
import { listaUppfoljningar, type Uppfoljningspost } from '../../db/store/arbetet.ts'
import type { Db } from '../../db/store/db.ts'
import { uppdragForArende, type Uppdragshelhet } from '../../db/store/uppdrag.ts'
import type { OppetArende } from './arendenyckel.ts'

/** The uppdrag of a case with their words opened, oldest first. @param nu ISO time */
export function visaUppdragen(db: Db, oppet: OppetArende | null, arendeId: string, nu: string): UppdragRad[] {
  const rader = uppdragForArende(db, arendeId)
  const uppfoljningar = Map.groupBy(listaUppfoljningar(db, rader.map((rad) => rad.id)), (rad) => rad.uppdragId)
  return rader.map((rad) => visaUppdrag(oppet, rad, uppfoljningar.get(rad.id) ?? [], nu))
}

function visaUppdrag(oppet: OppetArende | null, rad: Uppdragshelhet, uppfoljningar: Uppfoljningspost[], nu: string): UppdragRad {
  const grans = new Date(Date.parse(nu) - ANGRA_AVSLUT_TIMMAR * 3_600_000).toISOString()
  return {
    id: rad.id, kommun: rad.kommun, start: rad.start, planeratSlut: rad.planeratSlut, slut: rad.slut, avslutsorsak: rad.avslutsorsak,
    kanAngras: rad.avslutadTid !== null && rad.avslutadTid >= grans,
    mal: oppet?.oppna<UppdragForseglat>('uppdrag', rad)?.mal || null,
    orsaker: rad.orsaker, livsomraden: rad.livsomraden,
    forlangningar: rad.forlangningar.map((f) => ({
      id: f.id, datum: f.datum, tidigareSlut: f.tidigareSlut, nyttSlut: f.nyttSlut, skal: oppet?.oppna<ForlangningForseglat>('forlangningar', f)?.skal ?? null,
    })),
    kommunbyten: rad.kommunbyten,
    uppfoljningar: uppfoljningar.map(({ id, planerad, gjord, resultat, strukenTid, version }) => ({
      id, planerad, gjord, resultat: resultat as Uppfoljningsresultat | null, struken: strukenTid !== null, version,
    })),
    prioritet: rad.prioritet, realistiskt: rad.realistiskt, aktorer: rad.aktorer, lotsadTill: rad.lotsadTill, malutfall: rad.malutfall,
    anteckningarna: rad.anteckningarna as Anteckningarna | null, struken: rad.strukenTid !== null, version: rad.version,
  }
}
