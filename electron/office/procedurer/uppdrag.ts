import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { ANGRA_AVSLUT_TIMMAR, malrader, type ForlangningForseglat, type UppdragForseglat } from '../../../db/model/uppdrag.ts'
import type { KlientForseglat } from '../../../db/model/arenden.ts'
import { hamtaArende, hamtaArendeMedId } from '../../../db/store/arenden.ts'
import type { Db } from '../../../db/store/db.ts'
import { kravKommun } from '../../../db/store/enhet.ts'
import { nyUppfoljning } from '../../../db/store/arbetet.ts'
import { sattAvtryck } from '../../../db/store/dubbletter.ts'
import { kontaktLeddeTill, kontaktOavgjord } from '../../../db/store/kontakter.ts'
import { andraUppdrag, hamtaUppdrag, kravEnsamt, nyForlangning, nyttKommunbyte, nyttUppdrag, type Uppdragspost } from '../../../db/store/uppdrag.ts'
import { skrivIArende, type OppetArende } from '../arendenyckel.ts'
import type { Loggrad } from '../../../db/store/logg.ts'
import { dubblettnyckel, noteraAvtryck, type Dubblettnyckel } from '../dubbletter.ts'
import type { Inloggad } from '../inloggad.ts'
import { lamnaKon } from '../kon.ts'
import type { Kontor } from '../kontor.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'
import { kravUppdrag } from '../uppdragsregler.ts'
import { resternaBorta } from '../forstor.ts'

type Gor = (db: Db, val: { oppet: OppetArende; rad: Uppdragspost; mal: string; nummer: string; tid: string; dag: string; logga: (rad: Loggrad) => void }) => void

/**
 * Changes an uppdrag: its words are sealed again, since the seal is bound to the row's version. `gor` returns
 * nothing and writes through `spara`.
 */
async function andra(kontor: Kontor, input: { id: string; version: number }, gor: Gor): Promise<{ klart: true }> {
  const { inloggad } = kontor
  const arende = hamtaArendeMedId(inloggad.db, hamtaUppdrag(inloggad.db, input.id).arendeId)
  await skrivIArende(inloggad, arende, (db, oppet, logga, tid) => {
    const rad = hamtaUppdrag(db, input.id)
    if (rad.strukenTid !== null) throw new Fel('struket', 'Uppdraget är struket och kan inte ändras.')
    const mal = rad.version === input.version ? oppet.oppna<UppdragForseglat>('uppdrag', rad)?.mal ?? '' : ''
    gor(db, { oppet, rad, mal, nummer: arende.nummer, tid, dag: idag(tid), logga })
  })
  return { klart: true }
}

/** Writes columns of an uppdrag under the next version. @throws Fel `andrad_av_annan` */
function spara(db: Db, oppet: OppetArende, input: { id: string; version: number }, ord: UppdragForseglat, falt: Partial<Uppdragspost>): void {
  andraUppdrag(db, { ...falt, id: input.id, version: input.version, forseglat: oppet.forsegla('uppdrag', input.id, input.version + 1, ord) })
}

/** The case has an open uppdrag: the duplicate check may find it. */
function noteraOppet(inloggad: Inloggad, db: Db, nyckel: Dubblettnyckel | null, oppet: OppetArende): void {
  const arende = hamtaArendeMedId(db, oppet.id)
  noteraAvtryck(inloggad, db, nyckel, arende, oppet.oppna<KlientForseglat>('arenden', arende)?.namn)
}

export const uppdrag = {
  nytt: os.uppdrag.nytt.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const id = crypto.randomUUID()
    const dubblett = await dubblettnyckel(inloggad)
    const forstord = await skrivIArende(inloggad, hamtaArende(inloggad.db, input.nummer), (db, oppet, logga, tid) => {
      kravUppdrag(db, input.uppdrag, idag(tid))
      const { mal, forstaUppfoljning, ...falt } = input.uppdrag
      nyttUppdrag(db, { id, arendeId: oppet.id, ...falt, forseglat: oppet.forsegla('uppdrag', id, 1, { mal } satisfies UppdragForseglat) })
      if (forstaUppfoljning !== null) nyUppfoljning(db, { uppdragId: id, planerad: forstaUppfoljning })
      noteraOppet(inloggad, db, dubblett, oppet)
      logga({ handling: 'uppdrag.nytt', objekt: input.nummer })
      if (input.kontaktId === null) return false
      kontaktLeddeTill(db, input.kontaktId, { arendeId: oppet.id, uppdragId: id, start: falt.start })
      return lamnaKon(db, input.kontaktId, tid, logga)
    })
    if (forstord) await resternaBorta(inloggad)
    return { id }
  }),

  andra: os.uppdrag.andra.handler(({ context, input }) => andra(context.kontor, input, (db, { oppet, rad, nummer, logga }) => {
    kravKod(db, 'orsak', input.orsaker, rad.start, 'orsaker')
    kravKod(db, 'livsomrade', input.livsomraden, rad.start, 'livsomraden')
    kravKod(db, 'aktor', input.aktorer, rad.start, 'aktorer')
    if (input.prioritet !== null) kravKod(db, 'prioritet', input.prioritet, rad.start, 'prioritet')
    spara(db, oppet, input, { mal: input.mal }, {
      orsaker: [...new Set(input.orsaker)], livsomraden: [...new Set(input.livsomraden)],
      prioritet: input.prioritet, aktorer: [...new Set(input.aktorer)],
    })
    logga({ handling: 'uppdrag.andrat', objekt: nummer })
  })),

  forlang: os.uppdrag.forlang.handler(({ context, input }) => andra(context.kontor, input, (db, { oppet, rad, mal, nummer, dag, logga }) => {
    if (rad.slut !== null) throw new Fel('avslutat', 'Uppdraget är avslutat och kan inte förlängas.')
    if (input.nyttSlut <= (rad.planeratSlut ?? rad.start)) {
      throw new Fel('fel_ordning', 'Det nya slutet ska ligga efter det som var planerat.', { falt: 'nyttSlut' })
    }
    const id = crypto.randomUUID()
    nyForlangning(db, {
      id, uppdragId: rad.id, datum: dag, tidigareSlut: rad.planeratSlut, nyttSlut: input.nyttSlut,
      forseglat: oppet.forsegla('forlangningar', id, 1, { skal: input.skal } satisfies ForlangningForseglat),
    })
    spara(db, oppet, input, { mal }, { planeratSlut: input.nyttSlut })
    logga({ handling: 'uppdrag.forlangt', objekt: nummer })
  })),

  avsluta: os.uppdrag.avsluta.handler(({ context, input }) => andra(context.kontor, input, (db, { oppet, rad, mal, nummer, tid, dag, logga }) => {
    if (rad.slut !== null) throw new Fel('avslutat', 'Uppdraget är redan avslutat. Läs in sidan på nytt.')
    if (input.slut < rad.start) throw new Fel('fel_ordning', 'Sista dagen kan inte ligga före uppdragets start.', { falt: 'slut' })
    if (input.slut > dag) throw new Fel('framtid', 'Sista dagen kan inte ligga efter i dag. Avsluta uppdraget när det är slut.', { falt: 'slut' })
    kravKod(db, 'avslutsorsak', input.avslutsorsak, input.slut, 'avslutsorsak')
    if (input.lotsadTill !== null) kravKod(db, 'aktor', input.lotsadTill, input.slut, 'lotsadTill')
    const mallista = new Set(malrader(mal).map((rad) => rad.id))
    if (input.malutfall.some((utfall) => !mallista.has(utfall.id))) throw new Fel('andrad_av_annan', 'Målen har ändrats sedan sidan öppnades. Läs in sidan på nytt.', { falt: 'malutfall' })
    spara(db, oppet, input, { mal }, {
      slut: input.slut, avslutsorsak: input.avslutsorsak, avslutadTid: tid, avslutadAv: context.kontor.inloggad.id,
      lotsadTill: input.lotsadTill, malutfall: input.malutfall, anteckningarna: input.anteckningarna,
    })
    sattAvtryck(db, rad.arendeId, null) // kept only while an uppdrag is open (DESIGN §4.6)
    logga({ handling: 'uppdrag.avslutat', objekt: nummer })
  })),

  angraAvslut: os.uppdrag.angraAvslut.handler(async ({ context: { kontor }, input }) => {
    const dubblett = await dubblettnyckel(kontor.inloggad)
    return andra(kontor, input, (db, { oppet, rad, mal, nummer, tid, logga }) => {
      const grans = new Date(Date.parse(tid) - ANGRA_AVSLUT_TIMMAR * 3_600_000).toISOString()
      if (rad.avslutadTid === null || rad.avslutadTid < grans) {
        throw new Fel('for_sent', `Avslutet kan ångras i ${ANGRA_AVSLUT_TIMMAR} timmar. Börja ett nytt uppdrag för klienten i stället.`)
      }
      kravEnsamt(db, { id: rad.id, arendeId: rad.arendeId, start: rad.start, slut: null })
      spara(db, oppet, input, { mal }, { slut: null, avslutsorsak: null, avslutadTid: null, avslutadAv: null, lotsadTill: null, malutfall: [], anteckningarna: null })
      noteraOppet(kontor.inloggad, db, dubblett, oppet)
      logga({ handling: 'uppdrag.avslut_angrat', objekt: nummer })
    })
  }),

  kommunbyte: os.uppdrag.kommunbyte.handler(({ context, input }) => andra(context.kontor, input, (db, { oppet, mal, nummer, dag, logga }) => {
    if (input.datum > dag) throw new Fel('framtid', 'Flytten kan inte ligga i framtiden. Skriv in den när den har skett.', { falt: 'datum' })
    kravKommun(db, input.kommun, input.datum)
    nyttKommunbyte(db, { uppdragId: input.id, datum: input.datum, kommun: input.kommun })
    spara(db, oppet, input, { mal }, {})
    logga({ handling: 'uppdrag.kommunbyte', objekt: nummer })
  })),

  stryk: os.uppdrag.stryk.handler(({ context, input }) => andra(context.kontor, input, (db, { oppet, rad, mal, nummer, tid, logga }) => {
    // Why it is struck may tell about the client: sealed with the rest.
    spara(db, oppet, input, { mal, strukenSkal: input.skal }, { strukenTid: tid })
    kontaktOavgjord(db, input.id)
    if (rad.slut === null) sattAvtryck(db, rad.arendeId, null)
    logga({ handling: 'uppdrag.struket', objekt: nummer })
  })),
}
