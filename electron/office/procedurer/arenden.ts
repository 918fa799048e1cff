import type { UppdragForseglat } from '../../../db/model/uppdrag.ts'
import type { Arende, ArendeRad, Dubblettsvar, KlientForseglat, TidigareArende } from '../../../db/model/arenden.ts'
import type { AnteckningForseglat } from '../../../db/model/arbetet.ts'
import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import { andraArende, bytSigill, hamtaArende, listaForOmbud, listaInnehav, nastaNummer, skapaArende } from '../../../db/store/arenden.ts'
import { listaAnteckningar } from '../../../db/store/anteckningar.ts'
import { listaAtaganden, listaSamtycken, nyUppfoljning } from '../../../db/store/arbetet.ts'
import { kontaktLeddeTill } from '../../../db/store/kontakter.ts'
import { oppningar } from '../../../db/store/logg.ts'
import { nyttUppdrag, senasteKommun } from '../../../db/store/uppdrag.ts'
import { pagaendeUppdrag } from '../../../db/store/veckan.ts'
import { namnform } from '../../../db/vault/dubblett.ts'
import { nyckelForNytt, oppnaArende, oppnaListan, oppnaNamn, skrivIArende } from '../arendenyckel.ts'
import { kravTillgang, minaArenden } from '../innehav.ts'
import { dubblettnyckel, kravDubblettnycklar, noteraAvtryck, saknadeAvtryck, sokDubblett } from '../dubbletter.ts'
import { kravKod } from '../koder.ts'
import { lamnaKon } from '../kon.ts'
import { os } from '../kontext.ts'
import { kravUtanPersonnummer } from '../personregler.ts'
import { visaAtagande, visaSamtycke } from '../arbetsrader.ts'
import { visaUppdragen } from '../uppdragsrader.ts'
import { kravUppdrag } from '../uppdragsregler.ts'
import { gorUtdrag } from '../utdrag.ts'
import { resternaBorta } from '../forstor.ts'

export const arenden = {
  mina: os.arenden.mina.handler(async ({ context }): Promise<ArendeRad[]> => {
    const { inloggad } = context.kontor
    const { rader, oppna, skadade } = await oppnaListan(inloggad, () => minaArenden(inloggad))
    const namnPa = await oppnaNamn(rader, oppna, skadade)
    const avtryck = await saknadeAvtryck(inloggad, rader.map(({ arende, senaste }) => ({ arende, namn: namnPa.get(arende.id) ?? null, pagar: senaste !== null && senaste.slut === null })))
    await inloggad.skriv((db, logga) => {
      avtryck?.(db)
      logga({ handling: 'arende.lista' })
    })
    const kommun = senasteKommun(inloggad.db, rader.flatMap(({ senaste }) => senaste ?? []))
    return rader.map(({ arende, senaste, antalUppdrag }) => ({
      nummer: arende.nummer,
      namn: namnPa.get(arende.id) ?? null,
      kommun: senaste === null ? null : kommun.get(senaste.id) ?? senaste.kommun, start: senaste?.start ?? null, planeratSlut: senaste?.planeratSlut ?? null, slut: senaste?.slut ?? null,
      antalUppdrag, mitt: kravTillgang(inloggad, arende), skadat: skadade.has(arende.id),
    }))
  }),

  hamta: os.arenden.hamta.handler(async ({ context, input }): Promise<Arende> => {
    const { inloggad, nu } = context.kontor
    await oppnaArende(inloggad, hamtaArende(inloggad.db, input.nummer))
    const arende = hamtaArende(inloggad.db, input.nummer)
    const oppet = await oppnaArende(inloggad, arende)
    const klient = oppet?.oppna<KlientForseglat>('arenden', arende) ?? null
    const uppdrag = visaUppdragen(inloggad.db, oppet, arende.id, nu())
    const avtryck = await saknadeAvtryck(inloggad, [{ arende, namn: klient?.namn || null, pagar: uppdrag.some((rad) => rad.slut === null && !rad.struken) }])
    const namnPa = new Map(listaAnvandare(inloggad.db).map((rad) => [rad.id, rad.namn]))
    // The row of the log is committed before anything is returned; if it cannot be written, nothing is shown.
    await inloggad.skriv((db, logga) => {
      avtryck?.(db)
      logga({ handling: 'arende.oppnat', objekt: arende.nummer })
    })
    return {
      nummer: arende.nummer, version: arende.version, namn: klient?.namn || null, telefon: klient?.telefon || null,
      kon: arende.kon, fodelsear: arende.fodelsear, ombud: namnPa.get(arende.ombudId) ?? '',
      uppdrag,
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
    const dubblett = await dubblettnyckel(inloggad)
    let forstord = false
    const nummer = await inloggad.skriv((db, logga, tid) => {
      const dag = idag(nu())
      kravUppdrag(db, uppdrag, dag)
      kravKod(db, 'kon', klient.kon, dag, 'kon')
      kravFodelsear(klient.fodelsear, dag)
      kravUtanPersonnummer(klient, dag)
      const nytt = nastaNummer(db, Number(uppdrag.start.slice(0, 4)))
      skapaArende(db, {
        id: arendeId, nummer: nytt, kon: klient.kon, fodelsear: klient.fodelsear, ombudId: inloggad.id, skapad: tid,
        forseglat: oppet.forsegla('arenden', arendeId, 1, { namn: klient.namn, telefon: klient.telefon } satisfies KlientForseglat),
      }, uppdrag.start)
      bytSigill(db, arendeId, 1, sigill)
      const { forstaUppfoljning, ...falt } = uppdrag
      nyttUppdrag(db, { id: uppdragId, arendeId, ...falt, forseglat: oppet.forsegla('uppdrag', uppdragId, 1, { mal: uppdrag.mal } satisfies UppdragForseglat) })
      if (forstaUppfoljning !== null) nyUppfoljning(db, { uppdragId, planerad: forstaUppfoljning })
      noteraAvtryck(inloggad, db, dubblett, { id: arendeId, fodelsear: klient.fodelsear }, klient.namn)
      if (kontaktId !== null) {
        kontaktLeddeTill(db, kontaktId, { arendeId, uppdragId, start: uppdrag.start })
        forstord = lamnaKon(db, kontaktId, tid, logga)
      }
      logga({ handling: 'arende.nytt', objekt: nytt })
      logga({ handling: 'uppdrag.nytt', objekt: nytt })
      return nytt
    })
    inloggad.nycklar.set(arendeId, oppet)
    if (forstord) await resternaBorta(inloggad) // who stood in the queue lies in the case now, and there alone
    return { nummer }
  }),

  andraKlient: os.arenden.andraKlient.handler(async ({ context, input }) => {
    const { inloggad, nu } = context.kontor
    const dubblett = await dubblettnyckel(inloggad)
    await skrivIArende(inloggad, hamtaArende(inloggad.db, input.nummer), (db, oppet, logga) => {
      kravKod(db, 'kon', input.kon, idag(nu()), 'kon')
      kravFodelsear(input.fodelsear, idag(nu()))
      kravUtanPersonnummer(input, idag(nu()))
      andraArende(db, {
        id: oppet.id, version: input.version, kon: input.kon, fodelsear: input.fodelsear,
        forseglat: oppet.forsegla('arenden', oppet.id, input.version + 1, { namn: input.namn, telefon: input.telefon } satisfies KlientForseglat),
      })
      if (pagaendeUppdrag(db, [oppet.id]).length > 0) noteraAvtryck(inloggad, db, dubblett, { id: oppet.id, fodelsear: input.fodelsear }, input.namn)
      logga({ handling: 'arende.andrat', objekt: input.nummer })
    })
    return { klart: true as const }
  }),

  provaDubblett: os.arenden.provaDubblett.handler(async ({ context, input }): Promise<Dubblettsvar> => {
    const { inloggad } = context.kontor
    const nycklar = await kravDubblettnycklar(inloggad)
    // Neither name nor answer is in the log: that somebody looked is.
    return inloggad.skriv((_, logga) => {
      const [forsta] = sokDubblett(inloggad, nycklar, input, Number(inloggad.idag.slice(0, 4)))
      logga({ handling: 'dubblett.provad' })
      return { finns: forsta === undefined ? null : { ombud: listaAnvandare(inloggad.db).find((rad) => rad.id === forsta)?.namn ?? '' } }
    })
  }),

  tidigare: os.arenden.tidigare.handler(async ({ context, input }): Promise<TidigareArende[]> => {
    const { inloggad } = context.kontor
    const { rader, oppna, skadade } = await oppnaListan(inloggad, () => listaForOmbud(inloggad.db, inloggad.id))
    const namnPa = await oppnaNamn(rader, oppna, skadade)
    const form = namnform(input.namn)
    const samma = rader.filter(({ arende }) => form !== '' && namnform(namnPa.get(arende.id) ?? '') === form)
    await inloggad.skriv((_, logga) => logga({ handling: 'arende.sokt' }))
    return samma.map(({ arende, senaste }) => ({ nummer: arende.nummer, fodelsear: arende.fodelsear, pagar: senaste !== null && senaste.slut === null, slut: senaste?.slut ?? null }))
  }),

  utdrag: os.arenden.utdrag.handler(({ context, input }) => gorUtdrag(context.kontor, input.nummer)),
}

function kravFodelsear(fodelsear: number | null, dag: string): void {
  if (fodelsear !== null && fodelsear > Number(dag.slice(0, 4))) throw new Fel('framtid', 'Födelseåret kan inte ligga i framtiden.', { falt: 'fodelsear' })
}
