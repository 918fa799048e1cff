import { Fel } from '../../../db/model/fel.ts'
import { hamtaAnvandare } from '../../../db/store/anvandare.ts'
import type { Db } from '../../../db/store/db.ts'
import * as lager from '../../../db/store/utbildning.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'

const klart = { klart: true as const }

function kravPersoner(db: Db, ids: readonly string[]): void {
  if (ids.some((id) => hamtaAnvandare(db, id) === undefined)) throw new Fel('finns_inte', 'Välj personer som finns i kontoret.', { falt: 'deltagare' })
}

export const utbildning = {
  lista: os.utbildning.lista.handler(({ context }) => lager.listaUtbildning(context.kontor.inloggad.db)),
  ny: os.utbildning.ny.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPersoner(db, input.deltagare)
    kravKod(db, 'utbildningsslag', input.slag, input.till, 'slag')
    logga({ handling: 'utbildning.ny', objekt: lager.nyUtbildning(db, input) })
    return klart
  })),
  andra: os.utbildning.andra.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPersoner(db, input.deltagare)
    kravKod(db, 'utbildningsslag', input.slag, input.till, 'slag')
    lager.andraUtbildning(db, input)
    logga({ handling: 'utbildning.andrad', objekt: input.id })
    return klart
  })),
  stryk: os.utbildning.stryk.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    lager.strykUtbildning(db, input, tid)
    logga({ handling: 'utbildning.struken', objekt: input.id, orsak: input.skal })
    return klart
  })),
  nyHandledning: os.utbildning.nyHandledning.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPersoner(db, input.deltagare)
    kravKod(db, 'handledningsform', input.form, input.till, 'form')
    logga({ handling: 'handledning.ny', objekt: lager.nyHandledning(db, input) })
    return klart
  })),
  andraHandledning: os.utbildning.andraHandledning.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPersoner(db, input.deltagare)
    kravKod(db, 'handledningsform', input.form, input.till, 'form')
    lager.andraHandledning(db, input)
    logga({ handling: 'handledning.andrad', objekt: input.id })
    return klart
  })),
  strykHandledning: os.utbildning.strykHandledning.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    lager.strykHandledning(db, input, tid)
    logga({ handling: 'handledning.struken', objekt: input.id, orsak: input.skal })
    return klart
  })),
}
