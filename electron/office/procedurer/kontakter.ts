import type { KontaktRad, Koplats, zKontakt } from '../../../db/model/kontakter.ts'
import { Fel } from '../../../db/model/fel.ts'
import { UTFALL } from '../../../db/model/kodlistor.ts'
import { dagarMellan, idag } from '../../../db/model/kalender.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import { hamtaArendeMedId } from '../../../db/store/arenden.ts'
import type { Db } from '../../../db/store/db.ts'
import { kravKommun } from '../../../db/store/enhet.ts'
import { andraKontakt, hamtaKontakt, listaKontakter, nyKontakt, sattPaminnelse, strykKontakt, type Kontaktpost } from '../../../db/store/kontakter.ts'
import { harKoperson, listaKo, listaKosigill, skrivKoperson } from '../../../db/store/ko.ts'
import type { z } from 'zod'
import { enISander } from '../andrum.ts'
import type { Inloggad } from '../inloggad.ts'
import { forseglaUr, lamnaKon, oppnaKoperson } from '../kon.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'
import { kravUtanPersonnummer } from '../personregler.ts'
import { resternaBorta } from '../forstor.ts'

function visa(inloggad: Inloggad, namn: Map<string, string>, iKo: Set<string>, rad: Kontaktpost): KontaktRad {
  const arende = rad.arendeId === null ? null : hamtaArendeMedId(inloggad.db, rad.arendeId)
  return {
    id: rad.id, datum: rad.datum, kommun: rad.kommun, kontaktvag: rad.kontaktvag, initiativtagare: rad.initiativtagare, orsaker: rad.orsaker,
    utfall: rad.utfall, kodatum: rad.kodatum, kolamnad: rad.kolamnad,
    hanvisadTill: rad.hanvisadTill, hanvisningUppfoljd: rad.hanvisningUppfoljd, paminnelse: rad.koPaminnelse, harPerson: iKo.has(rad.id),
    arendenummer: arende?.ombudId === inloggad.id ? arende.nummer : null,
    ledTillUppdrag: rad.uppdragId !== null, registreradAv: namn.get(rad.registreradAv) ?? '', struken: rad.strukenTid !== null, version: rad.version,
  }
}

const personnamn = (db: Db) => new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))

function kravKontakt(db: Db, falt: z.infer<typeof zKontakt>, nu: string): void {
  if (falt.datum > idag(nu)) throw new Fel('framtid', 'Kontakten kan inte ligga i framtiden.', { falt: 'datum' })
  kravKommun(db, falt.kommun, falt.datum)
  kravKod(db, 'kontaktvag', falt.kontaktvag, falt.datum, 'kontaktvag')
  kravKod(db, 'initiativtagare', falt.initiativtagare, falt.datum, 'initiativtagare')
  kravKod(db, 'orsak', falt.orsaker, falt.datum, 'orsaker')
  kravKod(db, 'utfall', falt.utfall, falt.datum, 'utfall')
  if (falt.utfall !== UTFALL.kvalificeradHanvisning) return
  if (falt.hanvisadTill !== null) kravKod(db, 'aktor', falt.hanvisadTill, falt.datum, 'hanvisadTill')
  if (falt.hanvisningUppfoljd !== null && falt.hanvisningUppfoljd > idag(nu)) throw new Fel('framtid', 'Dagen kan inte ligga i framtiden.', { falt: 'hanvisningUppfoljd' })
}

export const kontakter = {
  lista: os.kontakter.lista.handler(({ context, input }) => {
    const inloggad = context.kontor.inloggad
    const { rader, antal } = listaKontakter(inloggad.db, input)
    const namn = personnamn(inloggad.db)
    const iKo = harKoperson(inloggad.db, rader.map((rad) => rad.id))
    return { rader: rader.map((rad) => visa(inloggad, namn, iKo, rad)), antal }
  }),
  hamta: os.kontakter.hamta.handler(({ context, input }) => {
    const inloggad = context.kontor.inloggad
    return visa(inloggad, personnamn(inloggad.db), harKoperson(inloggad.db, [input.id]), hamtaKontakt(inloggad.db, input.id))
  }),
  ny: os.kontakter.ny.handler(async ({ context, input: { person, ...falt } }) => {
    const { inloggad } = context.kontor
    const id = crypto.randomUUID()
    const forseglad = await forseglaUr(inloggad, id, person)
    await inloggad.skriv((db, logga, tid) => {
      kravKontakt(db, falt, tid)
      if (person != null) kravUtanPersonnummer(person, idag(tid))
      // An uppdrag has a case, and a case is made on its own page: from there the contact becomes "Uppdrag".
      if (falt.utfall === UTFALL.uppdrag) throw new Fel('uppdrag_forst', 'Spara kontakten som Ännu inte avgjort och välj sedan Nytt uppdrag på den.', { falt: 'utfall' })
      nyKontakt(db, { ...falt, id, registreradAv: inloggad.id })
      if (forseglad !== undefined) skrivKoperson(db, forseglad.rad, forseglad.sigill)
      logga({ handling: 'kontakt.ny', objekt: id })
    })
    return { id }
  }),
  andra: os.kontakter.andra.handler(async ({ context, input: { person, ...falt } }) => {
    const { inloggad } = context.kontor
    const forseglad = await forseglaUr(inloggad, falt.id, person)
    const forstord = await inloggad.skriv((db, logga, tid) => {
      kravKontakt(db, falt, tid)
      if (person != null) kravUtanPersonnummer(person, idag(tid))
      if (falt.utfall === UTFALL.uppdrag && hamtaKontakt(db, falt.id).uppdragId === null) {
        throw new Fel('uppdrag_forst', 'Välj Nytt uppdrag på kontakten i stället: då skrivs utfallet in av sig självt.', { falt: 'utfall' })
      }
      andraKontakt(db, falt)
      logga({ handling: 'kontakt.andrad', objekt: falt.id })
      if (falt.utfall !== UTFALL.iKo || person === null) return lamnaKon(db, falt.id, tid, logga)
      if (forseglad !== undefined) skrivKoperson(db, forseglad.rad, forseglad.sigill)
      return false
    })
    if (forstord) await resternaBorta(inloggad) // gone from the WAL too, before anybody is told so
    return { klart: true as const }
  }),
  stryk: os.kontakter.stryk.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const forstord = await inloggad.skriv((db, logga, tid) => {
      strykKontakt(db, input, tid)
      logga({ handling: 'kontakt.struken', objekt: input.id })
      return lamnaKon(db, input.id, tid, logga)
    })
    if (forstord) await resternaBorta(inloggad)
    return { klart: true as const }
  }),
  ko: os.kontakter.ko.handler(async ({ context }): Promise<Koplats[]> => {
    const { inloggad } = context.kontor
    const namn = personnamn(inloggad.db)
    const sigill = listaKosigill(inloggad.db, inloggad.id)
    const rader = await enISander(listaKo(inloggad.db), async ({ kontakt, person }): Promise<Koplats> => {
      const vem = person === null ? null : await oppnaKoperson(inloggad, person, sigill.get(person.id) ?? [])
      const kodatum = kontakt.kodatum ?? kontakt.datum
      return {
        id: kontakt.id, datum: kontakt.datum, kodatum, dagar: dagarMellan(kodatum, inloggad.idag), kommun: kontakt.kommun,
        initiativtagare: kontakt.initiativtagare, orsaker: kontakt.orsaker, namn: vem?.namn ?? null, telefon: vem?.telefon || null,
        forseglad: person !== null && vem === null, paminnelse: kontakt.koPaminnelse, registreradAv: namn.get(kontakt.registreradAv) ?? '', version: kontakt.version,
      }
    })
    await inloggad.skriv((_, logga) => logga({ handling: 'ko.oppnad' }))
    return rader
  }),
  paminn: os.kontakter.paminn.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    if (input.datum !== null && input.datum < idag(tid)) throw new Fel('fel_ordning', 'Påminnelsen kan inte ligga före i dag.', { falt: 'datum' })
    sattPaminnelse(db, input)
    logga({ handling: 'kontakt.paminnelse', objekt: input.id })
    return { klart: true as const }
  })),
}
