import { Fel } from '../../../db/model/fel.ts'
import { hamtaAnvandare } from '../../../db/store/anvandare.ts'
import { andraAnstallning, andraFranvaro, listaBemanning, nyAnstallning, nyFranvaro, strykAnstallning, strykFranvaro } from '../../../db/store/bemanning.ts'
import type { Db } from '../../../db/store/db.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'

function kravPerson(db: Db, id: string): void {
  if (hamtaAnvandare(db, id) === undefined) throw new Fel('finns_inte', 'Välj en person som finns i kontoret.', { falt: 'anvandareId' })
}

export const bemanning = {
  lista: os.bemanning.lista.handler(({ context }) => listaBemanning(context.kontor.inloggad.db)),
  ny: os.bemanning.ny.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPerson(db, input.anvandareId)
    kravKod(db, 'driftsform', input.driftsform, input.fran, 'driftsform')
    logga({ handling: 'bemanning.ny', objekt: nyAnstallning(db, input) })
    return { klart: true as const }
  })),
  andra: os.bemanning.andra.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravPerson(db, input.anvandareId)
    kravKod(db, 'driftsform', input.driftsform, input.fran, 'driftsform')
    andraAnstallning(db, input)
    logga({ handling: 'bemanning.andrad', objekt: input.id })
    return { klart: true as const }
  })),
  stryk: os.bemanning.stryk.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    strykAnstallning(db, input, tid)
    logga({ handling: 'bemanning.struken', objekt: input.id, orsak: input.skal })
    return { klart: true as const }
  })),
  nyFranvaro: os.bemanning.nyFranvaro.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    nyFranvaro(db, input)
    logga({ handling: 'bemanning.andrad', objekt: input.anstallningId })
    return { klart: true as const }
  })),
  andraFranvaro: os.bemanning.andraFranvaro.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    andraFranvaro(db, input)
    logga({ handling: 'bemanning.andrad', objekt: input.id })
    return { klart: true as const }
  })),
  strykFranvaro: os.bemanning.strykFranvaro.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    strykFranvaro(db, input, tid)
    logga({ handling: 'bemanning.struken', objekt: input.id, orsak: input.skal })
    return { klart: true as const }
  })),
}
