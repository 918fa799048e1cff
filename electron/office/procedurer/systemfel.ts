import { Fel } from '../../../db/model/fel.ts'
import type { Brist, Bristen } from '../../../db/model/systemfel/index.ts'
import type { Db } from '../../../db/store/db.ts'
import { hamtaEnhet, kravKommun } from '../../../db/store/enhet.ts'
import { motenMedBrist } from '../../../db/store/ledningsgrupp.ts'
import {
  andraBrist, hamtaBrist, hamtaIakttagelse, kravBrist, laggHandelse, laggIakttagelse, listaBrister, markeraSedd, nyBrist, osedda, senastSedda, strykBrist, strykIakttagelse,
} from '../../../db/store/systemfel.ts'
import { bristerIRapport, bristrad, farAndra, personnamn } from '../brister.ts'
import { kravUtanNummer, kravUtanPersoner, type Texter } from '../bristvakt.ts'
import type { Inloggad } from '../inloggad.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'

const texterna = (falt: Pick<Bristen, 'vad' | 'foljd' | 'forslag'>): Texter => [['vad', falt.vad], ['foljd', falt.foljd], ['forslag', falt.forslag]]

function kravFalt(db: Db, falt: Omit<Bristen, 'datum'>, dag: string): void {
  kravKod(db, 'systemfel_kategori', falt.kategori, dag, 'kategori')
  kravKod(db, 'systemfel_niva', falt.niva, dag, 'niva')
  kravKod(db, 'aktor', falt.aktor, dag, 'aktor')
  if (falt.kommun !== null) kravKommun(db, falt.kommun, dag)
}

function kravDag(datum: string, idag: string): void {
  if (datum > idag) throw new Fel('framtid', 'Dagen kan inte ligga i framtiden.', { falt: 'datum' })
}

/** Only whoever wrote it, or the chief. @throws Fel `inte_din_brist`, `finns_inte` */
function kravFarAndra(inloggad: Inloggad, id: string): void {
  if (!farAndra(inloggad, kravBrist(inloggad.db, id))) throw new Fel('inte_din_brist', 'Bara den som skrev bristen, eller enhetschefen, kan ändra den. Har du sett samma sak: välj Iakttagen igen.')
}

function visa(inloggad: Inloggad, id: string): Brist {
  const { db } = inloggad
  const hel = hamtaBrist(db, id)
  const namn = personnamn(db)
  const sedd = senastSedda(db, inloggad.id).get(id)
  const moten = new Map(motenMedBrist(db, id).map((rad) => [rad.moteId, rad.datum]))
  return {
    ...bristrad(inloggad, hel, namn), strukenSkal: hel.brist.strukenSkal,
    iakttagelser: hel.iakttagelser.map((rad) => ({
      id: rad.id, datum: rad.datum, kommun: rad.kommun, av: namn.get(rad.avId) ?? '', min: rad.avId === inloggad.id, struken: rad.strukenTid !== null, version: rad.version,
    })),
    handelser: hel.handelser.map((rad) => {
      const datum = rad.moteId === null ? undefined : moten.get(rad.moteId)
      return {
        id: rad.id, datum: rad.datum, tid: rad.tid, status: rad.status, notering: rad.notering, av: namn.get(rad.avId) ?? '',
        mote: rad.moteId === null || datum === undefined ? null : { id: rad.moteId, datum }, ny: sedd !== undefined && rad.tid > sedd && rad.avId !== inloggad.id,
      }
    }),
  }
}

export const systemfel = {
  lista: os.systemfel.lista.handler(({ context }) => {
    const { inloggad } = context.kontor
    const namn = personnamn(inloggad.db)
    return listaBrister(inloggad.db).map((hel) => bristrad(inloggad, hel, namn))
  }),
  hamta: os.systemfel.hamta.handler(({ context, input }) => visa(context.kontor.inloggad, input.id)),

  ny: os.systemfel.ny.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    await kravUtanPersoner(inloggad, texterna(input), input.inteNamn)
    return inloggad.skriv((db, logga, tid) => {
      kravDag(input.datum, inloggad.idag)
      kravFalt(db, input, input.datum)
      const id = nyBrist(db, input, { id: inloggad.id, tid, dag: inloggad.idag })
      logga({ handling: 'systemfel.ny', objekt: id })
      return { id }
    })
  }),
  andra: os.systemfel.andra.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    kravFarAndra(inloggad, input.id)
    await kravUtanPersoner(inloggad, texterna(input), input.inteNamn)
    await inloggad.skriv((db, logga) => {
      kravFarAndra(inloggad, input.id)
      kravFalt(db, input, hamtaBrist(db, input.id).iakttagelser.at(-1)?.datum ?? inloggad.idag)
      andraBrist(db, input)
      logga({ handling: 'systemfel.andrad', objekt: input.id })
    })
    return { klart: true as const }
  }),
  stryk: os.systemfel.stryk.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    kravFarAndra(context.kontor.inloggad, input.id)
    kravUtanNummer([['skal', input.skal]], context.kontor.inloggad.idag)
    strykBrist(db, input, tid)
    logga({ handling: 'systemfel.struken', objekt: input.id })
    return { klart: true as const }
  })),

  iaktta: os.systemfel.iaktta.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { inloggad } = context.kontor
    kravBrist(db, input.bristId)
    kravDag(input.datum, inloggad.idag)
    if (input.kommun !== null) kravKommun(db, input.kommun, input.datum)
    const id = laggIakttagelse(db, input, { id: inloggad.id, tid })
    logga({ handling: 'systemfel.iakttagen', objekt: input.bristId })
    return { id }
  })),
  strykIakttagelse: os.systemfel.strykIakttagelse.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { inloggad } = context.kontor
    const rad = hamtaIakttagelse(db, input.id)
    if (rad.avId !== inloggad.id && !inloggad.roller.includes('enhetschef')) throw new Fel('inte_din_brist', 'Bara den som skrev in iakttagelsen, eller enhetschefen, kan stryka den.')
    const kvar = hamtaBrist(db, rad.bristId).iakttagelser.filter((en) => en.strukenTid === null && en.id !== rad.id)
    if (kvar.length === 0) throw new Fel('sista_iakttagelsen', 'Det är bristens enda iakttagelse. Stryk bristen i stället.')
    kravUtanNummer([['skal', input.skal]], inloggad.idag)
    strykIakttagelse(db, input, tid)
    logga({ handling: 'systemfel.iakttagelse_struken', objekt: rad.bristId })
    return { klart: true as const }
  })),
  status: os.systemfel.status.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    const { inloggad } = context.kontor
    kravBrist(db, input.id)
    kravDag(input.datum, inloggad.idag)
    kravKod(db, 'systemfel_status', input.status, input.datum, 'status')
    kravUtanNummer([['notering', input.notering]], inloggad.idag)
    laggHandelse(db, { bristId: input.id, datum: input.datum, status: input.status, notering: input.notering, moteId: null }, { id: inloggad.id, tid })
    logga({ handling: 'systemfel.status', objekt: input.id })
    return { klart: true as const }
  })),

  aterkoppling: os.systemfel.aterkoppling.handler(({ context }) => {
    const { db, id } = context.kontor.inloggad
    // Of one brist the latest word: what came before it is on the brist's page.
    const senaste = new Map(osedda(db, id).toReversed().map((rad) => [rad.brist.id, rad]))
    return [...senaste.values()].toReversed().map(({ brist, handelse }) => ({
      bristId: brist.id, vad: brist.vad, aktor: brist.aktor, status: handelse.status, datum: handelse.datum, notering: handelse.notering,
    }))
  }),
  sedd: os.systemfel.sedd.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    if (!markeraSedd(db, input.id, context.kontor.inloggad.id, tid)) throw new Fel('finns_inte', 'Bristen finns inte bland dem du har iakttagit.')
    logga({ handling: 'systemfel.sedd', objekt: input.id })
    return { klart: true as const }
  })),

  rapport: os.systemfel.rapport.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    await inloggad.skriv((_, logga) => logga({ handling: 'systemfel.rapport', objekt: `${input.fran} ${input.till}` }))
    return { enhet: hamtaEnhet(inloggad.db).namn, ...input, idag: inloggad.idag, brister: bristerIRapport(inloggad.db, input, inloggad.idag) }
  }),
}
