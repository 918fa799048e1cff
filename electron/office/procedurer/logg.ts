import { createHash } from 'node:crypto'
import { Fel } from '../../../db/model/fel.ts'
import { dygnetsBorjan, idag, plusDagar } from '../../../db/model/kalender.ts'
import type { LoggradVisad } from '../../../db/model/loggkontroll.ts'
import { hashAv, lasHuvud, loggsida, raderMedNr } from '../../../db/store/logg.ts'
import { fyndFor, listaKontroller, skrivUnderKontroll, svaraFynd } from '../../../db/store/loggkontroll.ts'
import { kravEget } from '../eget.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'
import { kedjebrott, noteraKedjan } from '../kedja.ts'
import { borjaKontroll, hamtaLoggkontroll, kontrollage, kontrollbytes, kravKontroll, listaKontrollerna, namngivare, provaKedjan } from '../loggkontroll.ts'
import { stegvis } from '../steg.ts'

const SIDA = 200
const klart = { klart: true as const }

const somVisad = (inloggad: Inloggad, rader: ReturnType<typeof loggsida>): LoggradVisad[] => {
  const namn = namngivare(inloggad.db)
  return rader.map(({ nr, tid, anvandare, handling, objekt, orsak }) => ({ nr, tid, vem: namn(anvandare), handling, objekt: lasbart(objekt, namn), orsak }))
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu
/** What a row is about, for people: users by name; the ids of rows and long checksums say nothing and are left out. */
const lasbart = (objekt: string | null, namn: (id: string) => string): string | null =>
  objekt?.replace(UUID, (id) => (namn(id) === id ? '' : namn(id))).replace(/\b[0-9a-f]{64}\b/gu, '').trim() || null

/** A chief reads everybody's rows; an ombud the own, and everybody's about a case that the ombud may open. */
function kravLasa(inloggad: Inloggad, val: { anvandareId: string | null; nummer: string | null }): string | undefined {
  if (inloggad.roller.includes('enhetschef')) return val.anvandareId ?? undefined
  if (val.nummer === null) return inloggad.id
  kravEget(inloggad, { nummer: val.nummer })
  return val.anvandareId ?? undefined
}

export const logg = {
  lista: os.logg.lista.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const anvandare = kravLasa(inloggad, input)
    const rader = loggsida(inloggad.db, {
      fran: dygnetsBorjan(input.fran), till: dygnetsBorjan(plusDagar(input.till, 1)), anvandare, nummer: input.nummer ?? undefined, fore: input.fore ?? undefined, hogst: SIDA + 1,
    })
    await inloggad.skriv((_, logga) => logga({ handling: 'logg.last', objekt: [input.fran, input.till, input.nummer].filter((del) => del !== null).join(' ') }))
    return { rader: somVisad(inloggad, rader.slice(0, SIDA)), fler: rader.length > SIDA }
  }),
  prova: os.logg.prova.handler(async function* ({ context }) {
    const { inloggad } = context.kontor
    yield* stegvis(async (rapport) => {
      const huvud = await provaKedjan(inloggad, rapport)
      await noteraKedjan(inloggad, { slag: 'provad', nr: huvud.nr })
      return { rader: huvud.nr, huvud: { nr: huvud.nr, summa: huvud.hash.toString('hex') } }
    })
  }),
  kedja: os.logg.kedja.handler(({ context }) => ({ brott: kedjebrott(context.kontor.inloggad) })),
  jamfor: os.logg.jamfor.handler(({ context, input }) => {
    const { db } = context.kontor.inloggad
    return { stammer: hashAv(db, input.nr)?.toString('hex').startsWith(input.summa) ?? false, sist: lasHuvud(db).nr }
  }),
}

export const loggkontroll = {
  lage: os.loggkontroll.lage.handler(({ context }) => kontrollage(context.kontor.inloggad.db, idag(context.kontor.nu()))),
  lista: os.loggkontroll.lista.handler(({ context }) => {
    const { db } = context.kontor.inloggad
    return listaKontrollerna(db, listaKontroller(db))
  }),
  borja: os.loggkontroll.borja.handler(async function* ({ context, input }) {
    yield* stegvis((rapport) => borjaKontroll(context.kontor.inloggad, input, rapport))
  }),
  hamta: os.loggkontroll.hamta.handler(({ context, input }) => hamtaLoggkontroll(context.kontor.inloggad, input.id)),
  bakom: os.loggkontroll.bakom.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const fynd = fyndFor(inloggad.db, kravKontroll(inloggad.db, input.id).id).find((f) => f.id === input.fynd)
    if (fynd === undefined) throw new Fel('finns_inte', 'Raden finns inte i loggkontrollen. Läs in sidan på nytt.')
    await inloggad.skriv((_, logga) => logga({ handling: 'logg.last', objekt: input.fynd }))
    return somVisad(inloggad, raderMedNr(inloggad.db, fynd.bakom))
  }),
  svara: os.loggkontroll.svara.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    svaraFynd(db, input)
    logga({ handling: 'loggkontroll.besvarad', objekt: input.id })
    return klart
  })),
  skrivUnder: os.loggkontroll.skrivUnder.handler(({ context, input }) => {
    const { inloggad } = context.kontor
    return inloggad.skriv((db, logga, tid) => {
      const rad = kravKontroll(db, input.id)
      const fynd = fyndFor(db, rad.id)
      const kvar = fynd.filter((f) => f.svar === null).length
      if (kvar > 0) throw new Fel('obesvarat', kvar === 1 ? 'En rad är inte besvarad. Svara på den innan du skriver under.' : `${kvar} rader är inte besvarade. Svara på dem innan du skriver under.`)
      const bytes = kontrollbytes(inloggad.kontor, rad, fynd, tid, input.ord)
      skrivUnderKontroll(db, { ...input, klar: tid, undertecknareId: inloggad.id, signatur: inloggad.inloggning.hemlighet.signera(bytes) })
      logga({ handling: 'loggkontroll.klar', objekt: `${rad.id} ${createHash('sha256').update(bytes).digest('hex')}` })
      return klart
    })
  }),
}
