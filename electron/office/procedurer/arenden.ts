import { ANGRA_AVSLUT_TIMMAR, type ForlangningForseglat, type UppdragForseglat, type UppdragRad } from '../../../db/model/uppdrag.ts'
import type { Arende, ArendeRad, KlientForseglat } from '../../../db/model/arenden.ts'
import type { AnteckningForseglat, Anteckningarna, Uppfoljningsresultat } from '../../../db/model/arbetet.ts'
import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import { andraArende, bytSigill, hamtaArende, listaInnehav, nastaNummer, skapaArende } from '../../../db/store/arenden.ts'
import { listaAnteckningar } from '../../../db/store/anteckningar.ts'
import { listaAtaganden, listaSamtycken, listaUppfoljningar, nyUppfoljning, type Uppfoljningspost } from '../../../db/store/arbetet.ts'
import type { Db } from '../../../db/store/db.ts'
import { kontaktLeddeTill } from '../../../db/store/kontakter.ts'
import { oppningar } from '../../../db/store/logg.ts'
import { nyttUppdrag, uppdragForArende, type Uppdragshelhet } from '../../../db/store/uppdrag.ts'
import { nyckelForNytt, oppnaArende, oppnaArenden, skrivIArende, type OppetArende } from '../arendenyckel.ts'
import { kravTillgang, minaArenden } from '../innehav.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'
import { visaAtagande, visaSamtycke } from '../arbetsrader.ts'
import { kravUppdrag } from '../uppdragsregler.ts'

export const arenden = {
  mina: os.arenden.mina.handler(async ({ context }): Promise<ArendeRad[]> => {
    const { inloggad } = context.kontor
    await oppnaArenden(inloggad, minaArenden(inloggad).map(({ arende }) => arende))
    // Read anew: opening may have given cases new keys.
    const rader = minaArenden(inloggad)
    const oppna = await oppnaArenden(inloggad, rader.map(({ arende }) => arende))
    await inloggad.skriv((_, logga) => logga({ handling: 'arende.lista' }))
    return rader.map(({ arende, senaste, antalUppdrag }) => ({
      nummer: arende.nummer,
      namn: oppna.get(arende.id)?.oppna<KlientForseglat>('arenden', arende)?.namn || null,
      kommun: senaste?.kommun ?? null, start: senaste?.start ?? null, planeratSlut: senaste?.planeratSlut ?? null, slut: senaste?.slut ?? null,
      antalUppdrag, mitt: kravTillgang(inloggad, arende),
    }))
  }),

  hamta: os.arenden.hamta.handler(async ({ context, input }): Promise<Arende> => {
    const { inloggad, nu } = context.kontor
    await oppnaArende(inloggad, hamtaArende(inloggad.db, input.nummer))
    const arende = hamtaArende(inloggad.db, input.nummer)
    const oppet = await oppnaArende(inloggad, arende)
    const klient = oppet?.oppna<KlientForseglat>('arenden', arende) ?? null
    const namnPa = new Map(listaAnvandare(inloggad.db).map((rad) => [rad.id, rad.namn]))
    // The row of the log is committed before anything is returned; if it cannot be written, nothing is shown.
    await inloggad.skriv((_, logga) => logga({ handling: 'arende.oppnat', objekt: arende.nummer }))
    return {
      nummer: arende.nummer, version: arende.version, namn: klient?.namn || null, telefon: klient?.telefon || null,
      kon: arende.kon, fodelsear: arende.fodelsear, ombud: namnPa.get(arende.ombudId) ?? '',
      uppdrag: visaUppdragen(inloggad.db, oppet, arende.id, nu()),
      mitt: kravTillgang(inloggad, arende),
      innehav: listaInnehav(inloggad.db, arende.id),
      ataganden: listaAtaganden(inloggad.db, [arende.id]).map((rad) => visaAtagande(oppet, rad)),
      anteckningar: listaAnteckningar(inloggad.db, arende.id).map((rad) => ({
        id: rad.id, uppdragId: rad.uppdragId, tid: rad.tid, version: rad.version, text: oppet?.oppna<AnteckningForseglat>('anteckningar', rad)?.text ?? '',
      })),
      samtycken: listaSamtycken(inloggad.db, [arende.id]).map((rad) => visaSamtycke(oppet, rad)),
      oppnat: oppningar(inloggad.db, arende.nummer).map(({ anvandare, tid }) => ({ vem: namnPa.get(anvandare) ?? '', tid })),
    }
  }),

  nytt: os.arenden.nytt.handler(async ({ context, input }) => {
    const { inloggad, nu } = context.kontor
    const { klient, uppdrag, kontaktId } = input
    const [arendeId, uppdragId] = [crypto.randomUUID(), crypto.randomUUID()]
    const { oppet, sigill } = await nyckelForNytt(inloggad, arendeId)
    const nummer = await inloggad.skriv((db, logga, tid) => {
      const dag = idag(nu())
      kravUppdrag(db, uppdrag, dag)
      kravKod(db, 'kon', klient.kon, dag, 'kon')
      kravFodelsear(klient.fodelsear, dag)
      const nytt = nastaNummer(db, Number(uppdrag.start.slice(0, 4)))
      skapaArende(db, {
        id: arendeId, nummer: nytt, kon: klient.kon, fodelsear: klient.fodelsear, ombudId: inloggad.id, skapad: tid,
        forseglat: oppet.forsegla('arenden', arendeId, 1, { namn: klient.namn, telefon: klient.telefon } satisfies KlientForseglat),
      }, uppdrag.start)
      bytSigill(db, arendeId, 1, sigill)
      const { forstaUppfoljning, ...falt } = uppdrag
      nyttUppdrag(db, { id: uppdragId, arendeId, ...falt, forseglat: oppet.forsegla('uppdrag', uppdragId, 1, { mal: uppdrag.mal } satisfies UppdragForseglat) })
      if (forstaUppfoljning !== null) nyUppfoljning(db, { uppdragId, planerad: forstaUppfoljning })
      if (kontaktId !== null) kontaktLeddeTill(db, kontaktId, { arendeId, uppdragId, start: uppdrag.start })
      logga({ handling: 'arende.nytt', objekt: nytt })
      logga({ handling: 'uppdrag.nytt', objekt: nytt })
      return nytt
    })
    inloggad.nycklar.set(arendeId, oppet)
    return { nummer }
  }),

  andraKlient: os.arenden.andraKlient.handler(async ({ context, input }) => {
    const { inloggad, nu } = context.kontor
    await skrivIArende(inloggad, hamtaArende(inloggad.db, input.nummer), (db, oppet, logga) => {
      kravKod(db, 'kon', input.kon, idag(nu()), 'kon')
      kravFodelsear(input.fodelsear, idag(nu()))
      andraArende(db, {
        id: oppet.id, version: input.version, kon: input.kon, fodelsear: input.fodelsear,
        forseglat: oppet.forsegla('arenden', oppet.id, input.version + 1, { namn: input.namn, telefon: input.telefon } satisfies KlientForseglat),
      })
      logga({ handling: 'arende.andrat', objekt: input.nummer })
    })
    return { klart: true as const }
  }),
}

function kravFodelsear(fodelsear: number | null, dag: string): void {
  if (fodelsear !== null && fodelsear > Number(dag.slice(0, 4))) throw new Fel('framtid', 'Födelseåret kan inte ligga i framtiden.', { falt: 'fodelsear' })
}

function visaUppdragen(db: Db, oppet: OppetArende | null, arendeId: string, nu: string): UppdragRad[] {
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
