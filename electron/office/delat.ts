import { Fel } from '../../db/model/fel.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import { aterhamtningUr, ROT_ID, type CertifieradAnvandare, type Mottagare, type Underskrivare } from '../../db/vault/certifikat.ts'
import { glom } from '../../db/vault/krypto.ts'
import { forseglaTillFlera, nyArendenyckel, oppnaSigill, stammerSigill, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { enISander } from './andrum.ts'
import { egenTillverkare } from './arendenyckel.ts'
import type { Inloggad } from './inloggad.ts'

/**
 * Keys that all ombud share: of the people in the queue and of the duplicate check (DESIGN §4.5–4.6). They are
 * sealed to every active ombud and the nyckelblad, to nobody else, and count only from the hand of an ombud: a key
 * that a chief has laid there would be one that the chief knows.
 */
export interface Delaktiga {
  /** Whoever should have a seal. */
  mottagare: readonly Mottagare[]
  /** Ombud by id: whose seals count until the next login. */
  tillverkare: ReadonlyMap<string, CertifieradAnvandare>
}

/** Who shares keys now: read once for a whole run. */
export function delaktiga(inloggad: Inloggad): Delaktiga {
  const avstangda = new Set(listaAnvandare(inloggad.db).filter((rad) => rad.avstangd !== null).map((rad) => rad.id))
  const ombud = inloggad.certifierade().filter((vem) => vem.roller.includes('ombud'))
  return {
    mottagare: [...ombud.filter((vem) => !avstangda.has(vem.userId)), aterhamtningUr(inloggad.fast)],
    tillverkare: new Map(ombud.map((vem) => [vem.userId, vem])),
  }
}

const tillSamma = (sigill: Sigill, vem: Mottagare) => sigill.mottagareId === vem.userId && sigill.mottagare === vem.mottagare

/** A seal by an ombud whose certificate of then is still the one that counts. */
function galler({ tillverkare }: Delaktiga, plats: Nyckelplats, sigill: Sigill): boolean {
  const vem = tillverkare.get(sigill.tillverkareId)
  return vem !== undefined && stammerSigill(sigill, plats, vem)
}

/**
 * Who made a seal that may be opened: somebody who was an ombud then, whatever became of them since, or the root, which
 * seals to somebody with a new identity. Such a seal is made anew at the next login; meanwhile nothing is lost.
 */
function gjordAv({ intyg }: Inloggad, plats: Nyckelplats, sigill: Sigill): Underskrivare | null {
  if (sigill.tillverkareId === ROT_ID) return intyg.tillverkare(plats, sigill)
  const da = intyg.vid(sigill.tillverkareId, sigill.tillverkareGeneration)
  return da?.roller.includes('ombud') === true ? da.vem : null
}

/** Seals to somebody who should not have one (any longer): disabled, no longer ombud, or an identity that was replaced. */
export const overblivna = <S extends Sigill>(vilka: Delaktiga, sigill: readonly S[]): S[] =>
  sigill.filter((ett) => !vilka.mottagare.some((vem) => tillSamma(ett, vem)))

/** Whether somebody who no longer should may know a key: the root has sealed it on to a new identity, whose former one had it. */
export const kandAvAndra = (sigill: readonly Sigill[]): boolean => sigill.some((ett) => ett.tillverkareId === ROT_ID)

/**
 * Whom the key must be sealed to (anew): without a seal, or with one that no longer counts; and the caller, when
 * somebody else made it, so that it does not depend on that ombud's certificate.
 */
export async function saknarSigill(inloggad: Inloggad, vilka: Delaktiga, plats: Nyckelplats, sigill: readonly Sigill[]): Promise<Mottagare[]> {
  const saknar = await enISander(vilka.mottagare, async (vem) => !sigill.some((ett) =>
    tillSamma(ett, vem) && galler(vilka, plats, ett) && (vem.userId !== inloggad.id || ett.tillverkareId === inloggad.id)))
  return vilka.mottagare.filter((_, i) => saknar[i])
}

/** A new key, sealed to everybody who shares it. The caller zeroes it with `glom`. */
export async function gorDelad(inloggad: Inloggad, vilka: Delaktiga, plats: Nyckelplats): Promise<{ nyckel: Buffer; sigill: Sigill[] }> {
  const nyckel = nyArendenyckel()
  return { nyckel, sigill: await forseglaTillFlera(nyckel, plats, vilka.mottagare, egenTillverkare(inloggad)) }
}

/**
 * The key as sealed to the caller; null when it has not been sealed to the caller (yet).
 * @throws Fel `forsegling_bruten` when it was laid there by somebody who is no ombud, or is damaged
 */
export async function oppnaDelad(inloggad: Inloggad, plats: Nyckelplats, sigill: readonly Sigill[]): Promise<Buffer | null> {
  const { age } = inloggad.inloggning.hemlighet
  const egen = sigill.find((ett) => ett.mottagareId === inloggad.id && ett.mottagare === age.mottagare)
  if (egen === undefined) return null
  const tillverkare = gjordAv(inloggad, plats, egen)
  if (tillverkare === null) {
    throw new Fel('forsegling_bruten', 'En nyckel som ombuden delar är inte förseglad av något ombud. Kontakta administratören: filerna kan ha ändrats.')
  }
  return oppnaSigill(egen, plats, { userId: inloggad.id, age }, tillverkare)
}

/** The same for what a login keeps up: a damaged seal must not keep anybody out. What needs the key tells of it when it is used. */
export async function oppnaOmMojligt(inloggad: Inloggad, plats: Nyckelplats, sigill: readonly Sigill[]): Promise<Buffer | null> {
  try {
    return await oppnaDelad(inloggad, plats, sigill)
  } catch (fel) {
    if (fel instanceof Fel && fel.kod === 'forsegling_bruten') return null
    throw fel
  }
}

/** Does something with a key that is then zeroed. */
export function medNyckel<T>(nyckel: Buffer, gor: (nyckel: Buffer) => T): T {
  try {
    return gor(nyckel)
  } finally {
    glom(nyckel)
  }
}
