import { Fel } from '../../db/model/fel.ts'
import type { Mitt, OverlamningForseglat } from '../../db/model/overlamningar.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import { arendenMedId, hamtaArendeMedId, listaForOmbud, type Arendepost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import { grunderFor, grunderForFlera, senasteVikariat, sigillVidSidan, vidSidan, type Overlamningspost } from '../../db/store/overlamningar.ts'
import { ATERHAMTNING_ID, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { kanoniskt, stammerSignatur } from '../../db/vault/krypto.ts'
import type { OppetArende } from './arendenyckel.ts'
import type { Inloggad } from './inloggad.ts'
import type { Intyg } from './intyg.ts'

/**
 * Who may open a case now (DESIGN §4.3–4.4): its ombud, a stand-in until the last day, a medombud until removed.
 * Everybody beside the ombud counts only through a row that the ombud has signed; rows written into the file by
 * hand are nobody's, and nothing is sealed to them.
 */

type Grund = Pick<Overlamningspost, 'id' | 'arendeId' | 'franId' | 'tillId' | 'slag' | 'vikariatTill' | 'samtycke' | 'samtyckeDatum' | 'anteckningar' | 'erbjudenTid'>

/** The bytes that the ombud signs: whom, to which case, as what and until when. */
export const grundbytes = (kontor: string, rad: Grund): Buffer => kanoniskt([
  'lotsen-overlamning-1', kontor, rad.arendeId, rad.id, rad.franId, rad.tillId, rad.slag, rad.vikariatTill ?? '',
  rad.samtycke ? 1 : 0, rad.samtyckeDatum ?? '', rad.erbjudenTid, [...rad.anteckningar].sort(),
])

/** What has been verified in a session, by every byte that went in: a list asks about the same rows many times. */
const provade = new WeakMap<Granskare, Map<string, boolean>>()

/** Whoever judges signatures: somebody logged in, or the nyckelblad itself. */
export interface Granskare { readonly db: Db; readonly kontor: string; readonly intyg: Intyg }

/** Whether a row is by the one who holds the case now, unchanged. */
export function arUndertecknad(inloggad: Granskare, arende: Pick<Arendepost, 'ombudId'>, rad: Overlamningspost): boolean {
  if (rad.franId !== arende.ombudId || rad.tillId === rad.franId) return false
  const minne = provade.get(inloggad) ?? new Map<string, boolean>()
  provade.set(inloggad, minne)
  const bytes = grundbytes(inloggad.kontor, rad)
  const allt = JSON.stringify([hamtaAnvandare(inloggad.db, rad.franId), rad.undertecknareGeneration, rad.signatur.toString('base64'), bytes.toString()])
  const svar = minne.get(allt) ?? provaUnderskrift(inloggad, rad, bytes)
  minne.set(allt, svar)
  return svar
}

/**
 * By the keys that the ombud has now, under whatever name and roles; or by the root, which signs anew what somebody
 * had signed before a new identity (identitet.ts). Keys that were replaced let nobody in: somebody else may have them.
 */
function provaUnderskrift({ intyg }: Granskare, rad: Overlamningspost, bytes: Buffer): boolean {
  if (rad.undertecknareGeneration === 0) return intyg.avRoten(bytes, rad.signatur)
  const da = intyg.vid(rad.franId, rad.undertecknareGeneration)
  return da !== null && intyg.sammaIdentitet(rad.franId, rad.undertecknareGeneration) && stammerSignatur(da.vem.signeringsnyckel, bytes, rad.signatur)
}

const igang = (rad: Overlamningspost, dag: string) => rad.avslutad === null && (rad.vikariatTill === null || dag <= rad.vikariatTill)

/** Lets its holder open the case today. */
const slapperIn = (rad: Overlamningspost, dag: string) =>
  rad.status === 'godtagen' && (rad.slag === 'vikariat' || rad.slag === 'medombud') && igang(rad, dag)
/** Is a reason to have a seal today: may open it, or has an offer to answer. */
const gerSigill = (rad: Overlamningspost, dag: string) => slapperIn(rad, dag) || (rad.status === 'erbjuden' && igang(rad, dag))

/** As what the caller may open the case today, or null. @param rader the case's grounds, when they have been read already */
export function tillgang(inloggad: Inloggad, arende: Pick<Arendepost, 'id' | 'ombudId'>, rader?: readonly Overlamningspost[]): Mitt | null {
  if (arende.ombudId === inloggad.id) return { slag: 'ombud', till: null }
  const mina = (rader ?? grunderFor(inloggad.db, arende.id))
    .filter((rad) => rad.tillId === inloggad.id && slapperIn(rad, inloggad.senastSedda) && arUndertecknad(inloggad, arende, rad))
  if (mina.some((rad) => rad.slag === 'medombud')) return { slag: 'medombud', till: null }
  const till = mina.map((rad) => rad.vikariatTill ?? '').sort().at(-1)
  return till === undefined ? null : { slag: 'vikarie', till }
}

/**
 * @throws Fel `vikariat_slut` for a stand-in whose time is over, `inte_ditt_arende` for everybody else: a case
 * that does not exist and one that somebody else has are answered alike
 */
export function kravTillgang(inloggad: Inloggad, arende: Pick<Arendepost, 'id' | 'ombudId'>): Mitt {
  const mitt = tillgang(inloggad, arende)
  if (mitt !== null) return mitt
  inloggad.glomNyckel(arende.id)
  const var_ = senasteVikariat(inloggad.db, arende.id, inloggad.id)
  if (var_ !== undefined && arUndertecknad(inloggad, arende, var_)) {
    throw new Fel('vikariat_slut', `Vikariatet är slut: sista dagen var ${var_.avslutad ?? var_.vikariatTill ?? ''}. Det ombud som har ärendet kan ge ett nytt.`)
  }
  throw inteDitt()
}

export const inteDitt = () => new Fel('inte_ditt_arende', 'Ärendet finns inte bland dina ärenden.')

/** The caller's list: own cases, and those that the caller stands in for or is medombud on. */
export const minaArenden = (inloggad: Inloggad) => listaForOmbud(inloggad.db, inloggad.id, arendenVidSidan(inloggad).map((arende) => arende.id))

/** Cases that the caller stands in for or is medombud on today. */
export function arendenVidSidan(inloggad: Inloggad): Arendepost[] {
  const per = Map.groupBy(vidSidan(inloggad.db, inloggad.id), (rad) => rad.arendeId)
  return arendenMedId(inloggad.db, [...per.keys()]).filter((arende) => arende.ombudId !== inloggad.id && tillgang(inloggad, arende, per.get(arende.id)) !== null)
}

/** Cases in which somebody has a seal without a reason any longer: a stand-in's day has passed, a row was not signed. */
export function sigillUtanGrund(inloggad: Inloggad, arenden: readonly Arendepost[]): Set<string> {
  const har = sigillVidSidan(inloggad.db, arenden.map((arende) => arende.id), ATERHAMTNING_ID)
  if (har.size === 0) return new Set()
  const grunder = grunderForFlera(inloggad.db, [...har.keys()])
  return new Set(arenden.filter((arende) => {
    const far = new Set((grunder.get(arende.id) ?? []).filter((rad) => gerSigill(rad, inloggad.senastSedda) && arUndertecknad(inloggad, arende, rad)).map((rad) => rad.tillId))
    return (har.get(arende.id) ?? []).some((id) => !far.has(id))
  }).map((arende) => arende.id))
}

/** Whether somebody still has a reason for a seal, apart from one row. */
export function harAnnanGrund(inloggad: Inloggad, arende: Pick<Arendepost, 'id' | 'ombudId'>, anvandareId: string, utomId: string): boolean {
  return arende.ombudId === anvandareId || grunderFor(inloggad.db, arende.id)
    .some((rad) => rad.tillId === anvandareId && rad.id !== utomId && gerSigill(rad, inloggad.senastSedda) && arUndertecknad(inloggad, arende, rad))
}

/**
 * Who a new key of a case is sealed to beside its ombud and the nyckelblad: stand-ins, medombud and whoever has
 * an open offer. The row must be signed by the ombud, must open under the present key and say there too that it
 * is not over (a removed medombud who puts an old row back has neither), and its holder must still be an
 * active, certified ombud.
 */
export function mottagareVidSidan(inloggad: Inloggad, arende: Arendepost, oppet: OppetArende): CertifieradAnvandare[] {
  const idn = grunderFor(inloggad.db, arende.id)
    .filter((rad) => gerSigill(rad, inloggad.senastSedda) && arUndertecknad(inloggad, arende, rad))
    .filter((rad) => oppnaOrd(inloggad, oppet, rad)?.slut === false)
    .map((rad) => rad.tillId)
  return [...new Set(idn)].filter((id) => id !== arende.ombudId).sort().flatMap((id) => {
    try {
      return [kravMottagare(inloggad, id)]
    } catch (fel) {
      if (fel instanceof Fel) return []
      throw fel
    }
  })
}

/** @throws Fel `forsegling_bruten`; `andrad_av_annan` when the case was given a new key meanwhile */
function oppnaOrd(inloggad: Inloggad, oppet: OppetArende, rad: Overlamningspost): OverlamningForseglat | null {
  try {
    return oppet.oppna<OverlamningForseglat>('overlamningar', rad)
  } catch (fel) {
    if (hamtaArendeMedId(inloggad.db, oppet.id).generation === oppet.generation) throw fel
    throw new Fel('andrad_av_annan', 'Ärendet öppnades samtidigt på ett annat ställe. Läs in sidan på nytt.', { cause: fel })
  }
}

/**
 * Somebody that a case may be offered to: an active ombud whose certificate holds.
 * @throws Fel `mottagare_…` at `till`
 */
export function kravMottagare(inloggad: Inloggad, userId: string): CertifieradAnvandare {
  const nej = (kod: string, mening: string) => new Fel(kod, mening, { falt: 'till' })
  const rad = hamtaAnvandare(inloggad.db, userId)
  if (rad === undefined) throw nej('mottagare_saknas', 'Ombudet finns inte i kontoret. Välj någon annan.')
  if (rad.avstangd !== null) throw nej('mottagare_avstangd', `${rad.namn} är avstängd och kan inte ta emot ärenden. Välj ett annat ombud.`)
  let vem: CertifieradAnvandare
  try {
    vem = inloggad.certifierad(userId)
  } catch (fel) {
    if (!(fel instanceof Fel)) throw fel
    throw nej('mottagare_ej_certifierad', 'Ombudets behörighet är inte utfärdad med kontorets nyckelblad. Ingenting förseglas till den användaren. Välj ett annat ombud, eller be administratören utfärda behörigheten.')
  }
  if (!vem.roller.includes('ombud')) throw nej('mottagare_ej_ombud', `${vem.namn} har inte rollen ombud. Välj ett ombud.`)
  return vem
}
