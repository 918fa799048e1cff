import type { KontaktRad, zKontakt } from '../../../db/model/kontakter.ts'
import { Fel } from '../../../db/model/fel.ts'
import { UTFALL } from '../../../db/model/kodlistor.ts'
import { idag } from '../../../db/model/kalender.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import { hamtaArendeMedId } from '../../../db/store/arenden.ts'
import type { Db } from '../../../db/store/db.ts'
import { kravKommun } from '../../../db/store/enhet.ts'
import { andraKontakt, hamtaKontakt, listaKontakter, nyKontakt, strykKontakt, type Kontaktpost } from '../../../db/store/kontakter.ts'
import type { z } from 'zod'
import type { Inloggad } from '../inloggad.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'

function visa(inloggad: Inloggad, namn: Map<string, string>, rad: Kontaktpost): KontaktRad {
  const arende = rad.arendeId === null ? null : hamtaArendeMedId(inloggad.db, rad.arendeId)
  return {
    id: rad.id, datum: rad.datum, kommun: rad.kommun, kontaktvag: rad.kontaktvag, initiativtagare: rad.initiativtagare, orsaker: rad.orsaker,
    utfall: rad.utfall, kodatum: rad.kodatum, kolamnad: rad.kolamnad,
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
}

export const kontakter = {
  lista: os.kontakter.lista.handler(({ context, input }) => {
    const inloggad = context.kontor.inloggad
    const { rader, antal } = listaKontakter(inloggad.db, input)
    const namn = personnamn(inloggad.db)
    return { rader: rader.map((rad) => visa(inloggad, namn, rad)), antal }
  }),
  hamta: os.kontakter.hamta.handler(({ context, input }) => {
    const inloggad = context.kontor.inloggad
    return visa(inloggad, personnamn(inloggad.db), hamtaKontakt(inloggad.db, input.id))
  }),
  ny: os.kontakter.ny.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    kravKontakt(db, input, tid)
    // An uppdrag has a case, and a case is made on its own page: from there the contact becomes "Uppdrag".
    if (input.utfall === UTFALL.uppdrag) throw new Fel('uppdrag_forst', 'Spara kontakten som Ännu inte avgjort och välj sedan Nytt uppdrag på den.', { falt: 'utfall' })
    const id = nyKontakt(db, { ...input, registreradAv: context.kontor.inloggad.id })
    logga({ handling: 'kontakt.ny', objekt: id })
    return { id }
  })),
  andra: os.kontakter.andra.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    kravKontakt(db, input, tid)
    if (input.utfall === UTFALL.uppdrag && hamtaKontakt(db, input.id).uppdragId === null) {
      throw new Fel('uppdrag_forst', 'Välj Nytt uppdrag på kontakten i stället: då skrivs utfallet in av sig självt.', { falt: 'utfall' })
    }
    andraKontakt(db, input)
    logga({ handling: 'kontakt.andrad', objekt: input.id })
    return { klart: true as const }
  })),
  stryk: os.kontakter.stryk.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    strykKontakt(db, input, tid)
    logga({ handling: 'kontakt.struken', objekt: input.id, orsak: input.skal })
    return { klart: true as const }
  })),
}
