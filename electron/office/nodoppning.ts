import { randomUUID } from 'node:crypto'
import { Fel } from '../../db/model/fel.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaArendeMedId, hamtaSigill, type Arendepost, type Sigillpost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import { arendenAv, bytOmbud, laggSigill, nyNodoppning, nyOverlamning, sigillVidSidan, taBortSigill } from '../../db/store/overlamningar.ts'
import { ATERHAMTNING_ID, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { glom } from '../../db/vault/krypto.ts'
import type { Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { forseglaNyckel, oppnaSigill, tillverkareRot } from '../../db/vault/sigill.ts'
import { kravBlad } from './anvandare.ts'
import { begarNyNyckel, nyckelnAndrad, nyckelplats } from './arendenyckel.ts'
import { grundbytes, kravMottagare } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'
import { harFattNyckeln } from './nyckelspar.ts'

/**
 * Nödöppning (DESIGN §4.8): with the nyckelblad and a reason the chief moves an absent ombud's cases to a named
 * ombud. Only the case keys are opened, one at a time, and sealed on: not a word about a client is decrypted here,
 * and no key stays. The new ombud makes keys of their own at first opening.
 * @param val.nummer the cases; null = all of the ombud's, ended ones too
 * @returns how many cases were moved
 * @throws Fel `nyckel_fel` at `nyckel`, `mottagare_…` at `till`, `inga_arenden`, `inte_ombudets`, `forsegling_bruten`, `andrad_av_annan`
 */
export async function nodoppna(inloggad: Inloggad, val: { nyckel: string; skal: string; fran: string; till: string; nummer: readonly string[] | null }): Promise<number> {
  if (val.fran === val.till) throw new Fel('mottagare_sjalv', 'Ärendena är redan det ombudets. Välj ett annat ombud.', { falt: 'till' })
  if (hamtaAnvandare(inloggad.db, val.fran) === undefined) throw new Fel('finns_inte', 'Ombudet finns inte i kontoret. Läs in sidan på nytt.', { falt: 'fran' })
  const mottagare = kravMottagare(inloggad, val.till)
  const arenden = valda(inloggad.db, val.fran, val.nummer)
  const blad = await kravBlad(inloggad, val.nyckel, { avenForra: true })
  try {
    const sigill = new Map<string, Sigillpost>()
    for (const arende of arenden) {
      if (arende.generation === 0) continue
      if (!harFattNyckeln(inloggad, arende, val.fran)) throw inteOmbudets(arende)
      sigill.set(arende.id, await forseglaOm(inloggad, blad, arende, mottagare))
    }
    await inloggad.skriv((db, logga, tid) => {
      kravMottagare(inloggad, val.till)
      const nodoppningId = randomUUID()
      nyNodoppning(db, { id: nodoppningId, tid, avId: inloggad.id, franId: val.fran, tillId: val.till, skal: val.skal })
      logga({ handling: 'overlamning.nodoppning', objekt: nodoppningId, orsak: val.skal })
      for (const arende of arenden) {
        const nu = hamtaArendeMedId(db, arende.id)
        if (nu.ombudId !== val.fran || nu.generation !== arende.generation) throw nyckelnAndrad()
        flytta(inloggad, db, blad, { arende: nu, till: val.till, sigill: sigill.get(nu.id) ?? null, nodoppningId, tid, logga })
        logga({ handling: 'overlamning.nodoppnad', objekt: nu.nummer })
      }
    })
  } finally {
    blad.glom()
  }
  return arenden.length
}

const inteOmbudets = ({ nummer }: Arendepost) =>
  new Fel('inte_ombudets', `Ärende ${nummer} står på ombudet, men nyckeln till det har ombudet aldrig fått. Filerna kan ha ändrats: någon annan kan ha ärendet. Välj de övriga ärendena, och jämför med en säkerhetskopia.`, { falt: 'nummer' })

function valda(db: Db, fran: string, nummer: readonly string[] | null): Arendepost[] {
  const alla = arendenAv(db, fran)
  const har = new Set(alla.map((arende) => arende.nummer))
  const fel = nummer?.find((en) => !har.has(en))
  if (fel !== undefined) throw new Fel('inte_ombudets', `Ärende ${fel} är inte ombudets. Läs in sidan på nytt och välj igen.`, { falt: 'nummer' })
  const arenden = alla.filter((arende) => nummer === null || nummer.includes(arende.nummer))
  if (arenden.length === 0) throw new Fel('inga_arenden', 'Ombudet har inga ärenden att flytta.', { falt: 'fran' })
  return arenden
}

/** The present key, opened with the sheet and sealed on to the new ombud by the root. */
async function forseglaOm(inloggad: Inloggad, blad: Nyckelblad, arende: Arendepost, mottagare: CertifieradAnvandare): Promise<Sigillpost> {
  const post = hamtaSigill(inloggad.db, arende, ATERHAMTNING_ID)
  if (post === undefined) throw new Fel('ingen_nyckel', `Nyckelbladet kan inte öppna ärende ${arende.nummer}: förseglingen saknas. Filerna kan ha ändrats. Ta fram en säkerhetskopia.`)
  if (post.mottagare !== blad.mottagare) throw new Fel('fel_blad', `Ärende ${arende.nummer} är förseglat till ett annat nyckelblad än det du skrev. Välj de ärenden som hör till bladet, eller skriv nyckeln från det andra.`, { falt: 'nyckel' })
  const plats = nyckelplats(inloggad.kontor, arende.id, arende.generation)
  const nyckel = await oppnaSigill(post, plats, { userId: ATERHAMTNING_ID, age: blad.age }, inloggad.intyg.tillverkare(plats, post))
  try {
    return { arendeId: arende.id, generation: arende.generation, ...await forseglaNyckel(nyckel, plats, mottagare, tillverkareRot(blad)) }
  } finally {
    glom(nyckel)
  }
}

function flytta(inloggad: Inloggad, db: Db, blad: Nyckelblad, val: { arende: Arendepost; till: string; sigill: Sigillpost | null; nodoppningId: string; tid: string; logga: (rad: Loggrad) => void }): void {
  const { arende, tid } = val
  for (const id of [arende.ombudId, ...sigillVidSidan(db, [arende.id], ATERHAMTNING_ID).get(arende.id) ?? []]) taBortSigill(db, arende.id, id)
  if (val.sigill !== null) {
    laggSigill(db, val.sigill)
    begarNyNyckel(db, val.logga, arende)
  }
  const innehavId = bytOmbud(db, { arendeId: arende.id, ombudId: val.till, dag: inloggad.idag, tid })
  const fast = {
    id: randomUUID(), arendeId: arende.id, franId: arende.ombudId, tillId: val.till, slag: 'nodoppning' as const, vikariatTill: null,
    samtycke: false, samtyckeDatum: null, anteckningar: [], erbjudenTid: tid,
  }
  nyOverlamning(db, {
    ...fast, status: 'godtagen', avgjordTid: tid, innehavId, nodoppningId: val.nodoppningId,
    undertecknareGeneration: 0, signatur: blad.signera(grundbytes(inloggad.kontor, fast)), forseglat: null,
  })
}
