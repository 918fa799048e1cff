import type { AnvandareRad, Nyckelvard } from '../../../db/model/anvandare.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import type { Db } from '../../../db/store/db.ts'
import { senaste, senasteAv, senasteOm } from '../../../db/store/logg.ts'
import { vantandeNyckelbyten } from '../../../db/store/nycklar.ts'
import { andraAnvandare, laggTillAnvandare, medBlad } from '../anvandare.ts'
import { stangAv } from '../avstang.ts'
import { gorNyIdentitet } from '../identitet.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'

const TOLV_TIMMAR = 12 * 3_600_000
const ETT_AR = 365 * 86_400_000
/** Acts that cannot be done without the sheet in hand. */
const MED_BLADET = ['kontor.skapat', 'anvandare.ny', 'anvandare.andrad', 'anvandare.ny_identitet', 'overlamning.nodoppning', 'nyckelblad.nytt', 'nyckelblad.provat'] as const

/** When somebody last had the nyckelblad in hand, and whether that is over a year ago: then it is asked for (DESIGN §4.2). @param nu ISO time */
export function bladfraga(db: Db, nu: string): { bladetSenast: string; bladetPaminn: boolean } {
  const bladetSenast = senaste(db, [...MED_BLADET]) ?? ''
  return { bladetSenast, bladetPaminn: Date.parse(nu) - Date.parse(bladetSenast) > ETT_AR }
}

/** What the keys of the office wait for. @param nu ISO time */
export function nyckelvarden({ db, id }: Inloggad, nu: string): Nyckelvard {
  const [vantar] = vantandeNyckelbyten(db)
  const namn = new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))
  const sedan = new Date(Date.parse(nu) - TOLV_TIMMAR).toISOString()
  return {
    nyckelbyteVantar: vantar?.tid ?? null,
    kanVaraInne: [...senasteAv(db, 'session.inloggad')].filter(([vem, tid]) => vem !== id && tid >= sedan && namn.has(vem))
      .map(([vem, tid]) => ({ namn: namn.get(vem) ?? '', tid })).sort((a, b) => (a.tid < b.tid ? 1 : -1)),
    ...bladfraga(db, nu),
  }
}

export const anvandare = {
  lista: os.anvandare.lista.handler(({ context }): AnvandareRad[] => {
    const { inloggad } = context.kontor
    const { db, intyg } = inloggad
    const certifierade = new Map(inloggad.certifierade().map((vem) => [vem.userId, vem]))
    const [inloggade, misstankta, nya] = [senasteAv(db, 'session.inloggad'), senasteOm(db, 'anvandare.misstankt'), senasteOm(db, 'anvandare.ny_identitet')]
    return listaAnvandare(db).map((rad) => {
      const misstankt = misstankta.get(rad.id)
      return {
        id: rad.id, version: rad.version, anvandarnamn: rad.anvandarnamn, namn: rad.namn,
        roller: [...(certifierade.get(rad.id)?.roller ?? rad.roller)] as AnvandareRad['roller'],
        avstangd: rad.avstangd, masteBytaLosenord: rad.masteBytaLosenord,
        // Nothing is sealed to somebody who is disabled, but that is no sign of tampering.
        certifierad: certifierade.has(rad.id) || (rad.avstangd !== null && intyg.signeringsnycklar(rad.id).includes(rad.signeringsnyckel)),
        senastInloggad: inloggade.get(rad.id) ?? null,
        misstankt: misstankt !== undefined && misstankt > (nya.get(rad.id) ?? '') ? misstankt : null,
      }
    })
  }),
  ny: os.anvandare.ny.handler(async ({ context, input }) => {
    await laggTillAnvandare(context.kontor, input)
    return { klart: true as const }
  }),
  andra: os.anvandare.andra.handler(async ({ context, input }) => {
    await andraAnvandare(context.kontor, input)
    return { klart: true as const }
  }),
  nyIdentitet: os.anvandare.nyIdentitet.handler(({ context, input }) => medBlad(context.kontor, input.nyckel, (hallare) => gorNyIdentitet(hallare, input))),
  nyckelvard: os.anvandare.nyckelvard.handler(({ context: { kontor } }) => nyckelvarden(kontor.inloggad, kontor.nu())),
  stangAv: os.anvandare.stangAv.handler(async ({ context, input }) => {
    await stangAv(context.kontor, input.id)
    return { klart: true as const }
  }),
}
