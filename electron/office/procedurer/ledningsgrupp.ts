import { Fel } from '../../../db/model/fel.ts'
import { platslage, type GruppRad, type Platsslag } from '../../../db/model/ledningsgrupp.ts'
import { BRISTSTATUS, statusDen } from '../../../db/model/systemfel/index.ts'
import { hamtaKodlistor } from '../../../db/store/kodlistor.ts'
import {
  hamtaMotesbrist, kravMote, ledningsgruppsplatserna, listaGrupper, motenKring, motesbristerna, skrivBeslut, sparaGrupp, sparaLedamot, sparaMote, sparaPlats, stryk, taBort, taUpp, type HelGrupp,
  type Motesbristpost,
} from '../../../db/store/ledningsgrupp.ts'
import { hamtaBrist, kravBrist, laggHandelse } from '../../../db/store/systemfel.ts'
import { levandeBrister } from '../brister.ts'
import { kravUtanNummer } from '../bristvakt.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'
import { gorUnderlag, kravRena, moterad, nyaSedan } from '../underlag.ts'
import { somExport, somXlsx } from '../underlagsfil.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function grupprad({ grupp, platser, moten }: HelGrupp, pa: readonly Motesbristpost[]): GruppRad {
  return {
    ...grupp,
    platser: platser.map(({ plats: { strukenTid: _, strukenSkal: __, gruppId: ___, ...plats }, ledamoter }) => ({
      ...plats, slag: plats.slag as Platsslag,
      ledamoter: ledamoter.map(({ id, namn, roll, ersattare, fran, till, version }) => ({ id, namn, roll, ersattare, fran, till, version })),
    })),
    moten: moten.map((mote) => moterad(mote, pa)),
  }
}

export const ledningsgrupp = {
  hamta: os.ledningsgrupp.hamta.handler(({ context }) => {
    const { db, idag } = context.kontor.inloggad
    const pa = motesbristerna(db)
    const nu = (g: GruppRad) => Number(g.fran <= idag && (g.till === null || idag <= g.till))
    return { idag, grupper: listaGrupper(db).map((hel) => grupprad(hel, pa)).sort((a, b) => nu(b) - nu(a)), lage: platslage(ledningsgruppsplatserna(db), idag) }
  }),
  lage: os.ledningsgrupp.lage.handler(({ context }) => {
    const { db, idag } = context.kontor.inloggad
    const { senaste, nasta } = motenKring(db, idag)
    const { obesatta, gruppSaknas } = platslage(ledningsgruppsplatserna(db), idag)
    return {
      nya: nyaSedan(levandeBrister(db), senaste?.datum ?? null, idag).length, senaste: senaste?.datum ?? null,
      nasta: nasta === undefined ? null : { id: nasta.id, datum: nasta.datum }, obesatta: [...obesatta], gruppSaknas,
    }
  }),

  sparaGrupp: os.ledningsgrupp.sparaGrupp.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const id = sparaGrupp(db, input)
    logga({ handling: 'ledningsgrupp.andrad', objekt: id })
    return { id }
  })),
  sparaPlats: os.ledningsgrupp.sparaPlats.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const id = sparaPlats(db, input)
    logga({ handling: 'ledningsgrupp.plats', objekt: id })
    return { id }
  })),
  sparaLedamot: os.ledningsgrupp.sparaLedamot.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const id = sparaLedamot(db, input)
    logga({ handling: 'ledningsgrupp.ledamot', objekt: id })
    return { id }
  })),
  sparaMote: os.ledningsgrupp.sparaMote.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravUtanNummer([['dagordning', input.dagordning], ['anteckningar', input.anteckningar]], context.kontor.inloggad.idag)
    const id = sparaMote(db, input)
    logga({ handling: 'ledningsgrupp.mote', objekt: id })
    return { id }
  })),
  stryk: os.ledningsgrupp.stryk.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    if (input.vad === 'mote' && motesbristerna(db, input.id).some((rad) => rad.status !== null)) {
      throw new Fel('har_beslut', 'Mötet har beslutat om brister och kan inte ställas in.')
    }
    stryk(db, input, tid)
    logga({ handling: 'ledningsgrupp.struken', objekt: input.id })
    return { klart: true as const }
  })),

  taUpp: os.ledningsgrupp.taUpp.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { id, idag } = context.kontor.inloggad
    kravMote(db, input.moteId)
    for (const bristId of new Set(input.brister)) {
      kravBrist(db, bristId)
      if (!taUpp(db, input.moteId, bristId)) continue
      laggHandelse(db, { bristId, datum: idag, status: BRISTSTATUS.tillLedningsgrupp, notering: '', moteId: input.moteId }, { id, tid })
    }
    logga({ handling: 'ledningsgrupp.tagen_upp', objekt: input.moteId })
    return { klart: true as const }
  })),
  taBort: os.ledningsgrupp.taBort.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { id, idag } = context.kontor.inloggad
    if (!taBort(db, input.moteId, input.bristId)) throw new Fel('har_beslut', 'Bristen står inte på mötets dagordning, eller är redan beslutad. Läs in sidan på nytt.')
    // Back to what it was before this meeting: on another agenda it stays "Till ledningsgrupp".
    const fore = statusDen(hamtaBrist(db, input.bristId).handelser.filter((h) => h.moteId !== input.moteId), idag)?.status ?? BRISTSTATUS.noterad
    laggHandelse(db, { bristId: input.bristId, datum: idag, status: fore, notering: '', moteId: null }, { id, tid })
    logga({ handling: 'ledningsgrupp.tagen_bort', objekt: input.moteId })
    return { klart: true as const }
  })),
  beslut: os.ledningsgrupp.beslut.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { id, idag } = context.kontor.inloggad
    const mote = kravMote(db, input.moteId)
    kravBrist(db, input.bristId)
    if (mote.datum > idag) throw new Fel('framtid', 'Beslutet skrivs in när mötet har varit.', { falt: 'status' })
    if (hamtaMotesbrist(db, input.moteId, input.bristId) === undefined) throw new Fel('finns_inte', 'Bristen står inte på mötets dagordning. Läs in sidan på nytt.')
    kravKod(db, 'systemfel_status', input.status, mote.datum, 'status')
    kravUtanNummer([['beslut', input.beslut]], idag)
    skrivBeslut(db, input)
    laggHandelse(db, { bristId: input.bristId, datum: mote.datum, status: input.status, notering: input.beslut, moteId: mote.id }, { id, tid })
    logga({ handling: 'ledningsgrupp.beslut', objekt: input.bristId })
    return { klart: true as const }
  })),

  underlag: os.ledningsgrupp.underlag.handler(({ context, input, signal }) => gorUnderlag(context.kontor.inloggad, input.moteId, { signal })),
  exportera: os.ledningsgrupp.exportera.handler(async ({ context, input, signal }) => {
    const { inloggad } = context.kontor
    const underlag = await gorUnderlag(inloggad, input.moteId, { signal })
    kravRena(underlag)
    const listor = hamtaKodlistor(inloggad.db)
    const namn = `ledningsgrupp-${underlag.mote.datum}.${input.format}`
    const fil = input.format === 'json'
      ? new File([`${JSON.stringify(somExport(underlag, listor), null, 2)}\n`], namn, { type: 'application/json' })
      : new File([new Uint8Array(await somXlsx(underlag, listor))], namn, { type: XLSX })
    await inloggad.skriv((_, logga) => logga({ handling: 'ledningsgrupp.exporterad', objekt: `${input.moteId} ${input.format}` }))
    return fil
  }),
}
