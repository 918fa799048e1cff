import { Fel } from '../../db/model/fel.ts'
import { hamtaAnvandare, listaAnvandare, tidigareIntyg, type Anvandarpost } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaBlad, listaBlad, type Bladpost } from '../../db/store/nycklar.ts'
import {
  rotSomUnderskrivare, ROT_ID, verifieraCertifikat, verifieraUnderskrivare, type Certifikat, type CertifieradAnvandare, type Underskrivare,
} from '../../db/vault/certifikat.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import { kanoniskt, stammerSignatur } from '../../db/vault/krypto.ts'
import { stammerSigill, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { andrum } from './andrum.ts'

export const certifikatAv = (kontor: string, rad: Omit<Anvandarpost, 'avstangd' | 'masteBytaLosenord' | 'skapad' | 'version'>): Certifikat => ({
  kontor, userId: rad.id, anvandarnamn: rad.anvandarnamn, namn: rad.namn, roller: rad.roller, mottagare: rad.ageMottagare,
  signeringsnyckel: rad.signeringsnyckel, generation: rad.generation, signatur: rad.certifikat,
})

/** What a sheet's own root signs of the sheet that it replaced: what that one signed may still be checked. */
export const rotbytes = (kontor: string, blad: Pick<Bladpost, 'rot' | 'forraRot' | 'forraMottagare'>): Buffer =>
  kanoniskt(['lotsen-forrablad-1', kontor, blad.forraRot, blad.forraMottagare, blad.rot])

const finnsInte = () => new Fel('finns_inte', 'Användaren finns inte i kontoret.')

/**
 * Who counts as whom, to somebody who pins a root (DESIGN §4.2): the office's certificates, checked against it and
 * never against what the files say. Knows nothing of who is logged in; the nyckelblad itself can be the reader.
 */
export class Intyg {
  readonly #db: () => Db
  readonly #fast: () => Fast

  constructor(db: () => Db, fast: () => Fast) {
    this.#db = db
    this.#fast = fast
  }

  /** A user that may be sealed to. @throws Fel `ej_certifierad`, `finns_inte` */
  certifierad(userId: string): CertifieradAnvandare {
    const rad = hamtaAnvandare(this.#db(), userId)
    if (rad === undefined) throw finnsInte()
    return verifieraCertifikat(this.#gallande(rad), this.#fast())
  }

  /** Every user whose certificate holds. */
  certifierade(): CertifieradAnvandare[] {
    return listaAnvandare(this.#db()).flatMap((rad) => {
      try {
        return [verifieraCertifikat(this.#gallande(rad), this.#fast())]
      } catch (fel) {
        if (fel instanceof Fel && fel.kod === 'ej_certifierad') return []
        throw fel
      }
    })
  }

  /** Verifies every certificate in pieces: afterwards asking about them, however often, is a matter of microseconds. */
  async prova(): Promise<void> {
    const slapp = andrum()
    for (const rad of listaAnvandare(this.#db())) {
      await slapp()
      this.arUtfardat(certifikatAv(this.#fast().kontor, rad))
    }
  }

  /**
   * Somebody whose signature of a certain generation is to be checked, whatever became of them since.
   * @param generation of the certificate that was signed under; left out: the newest
   * @throws Fel `ej_certifierad`, `finns_inte`
   */
  underskrivare(userId: string, generation?: number): Underskrivare {
    const alla = this.#alla(userId).filter((c) => generation === undefined || c.generation === generation)
    const giltigt = alla.find((c) => this.arUtfardat(c)) ?? alla[0]
    if (giltigt === undefined) throw new Fel('ej_certifierad', 'Den som gjort förseglingen saknar verifierad behörighet.')
    return verifieraUnderskrivare(giltigt, this.#fast())
  }

  /** As `underskrivare`, with the roles of then; null when no such certificate holds. */
  vid(userId: string, generation: number): { vem: Underskrivare; roller: readonly string[] } | null {
    const intyg = hamtaAnvandare(this.#db(), userId) === undefined ? undefined : this.#alla(userId).find((c) => c.generation === generation && this.arUtfardat(c))
    return intyg === undefined ? null : { vem: verifieraUnderskrivare(intyg, this.#fast()), roller: intyg.roller }
  }

  /** Every key that somebody has signed with, by certificates that hold, the oldest first. */
  signeringsnycklar(userId: string): string[] {
    return [...new Set(this.#alla(userId).filter((c) => this.arUtfardat(c)).sort((a, b) => a.generation - b.generation).map((c) => c.signeringsnyckel))]
  }

  /** Whether some certificate that holds gives, or once gave, somebody one of these roles. */
  harHaftRoll(userId: string, roller: readonly string[]): boolean {
    return hamtaAnvandare(this.#db(), userId) !== undefined && this.#alla(userId).some((c) => this.arUtfardat(c) && c.roller.some((roll) => roller.includes(roll)))
  }

  /** Whether the keys of a generation are those that the user has now: a changed name or role keeps them, a new identity does not. */
  sammaIdentitet(userId: string, generation: number): boolean {
    const rad = hamtaAnvandare(this.#db(), userId)
    const da = this.#alla(userId).find((c) => c.generation === generation && this.arUtfardat(c))
    return rad !== undefined && da !== undefined && da.signeringsnyckel === rad.signeringsnyckel
  }

  /** The roots whose signatures count: the pinned one, and those that it vouches for as the sheets before it. */
  rotter(): Underskrivare[] {
    return this.#rotnycklar().map((rot) => rotSomUnderskrivare({ rot }))
  }

  /** The maker of a seal. @throws Fel `ej_certifierad`, `finns_inte` */
  tillverkare(plats: Nyckelplats, sigill: Sigill): Underskrivare {
    if (sigill.tillverkareId !== ROT_ID) return this.underskrivare(sigill.tillverkareId, sigill.tillverkareGeneration)
    return this.rotter().find((rot) => stammerSigill(sigill, plats, rot)) ?? rotSomUnderskrivare(this.#fast())
  }

  /** Whether one of the roots has signed these bytes. */
  avRoten(bytes: Uint8Array, signatur: Uint8Array): boolean {
    return this.#rotnycklar().some((rot) => stammerSignatur(rot, bytes, signatur))
  }

  #rotnycklar(): string[] {
    const { rot, kontor } = this.#fast()
    const nycklar = [rot]
    for (let blad = hamtaBlad(this.#db(), rot); blad !== undefined && nycklar.length < 100; blad = hamtaBlad(this.#db(), blad.forraRot)) {
      if (nycklar.includes(blad.forraRot) || !stammerSignatur(blad.rot, rotbytes(kontor, blad), blad.rotSignatur)) break
      nycklar.push(blad.forraRot)
    }
    return nycklar
  }

  /**
   * The certificate of a row that the reader can judge: the row's own, or, while the nyckelblad is being replaced and
   * the reader still pins the former root, the newest by that root of the same keys. Somebody who has got other keys
   * since is nobody to that reader: nothing is sealed to an identity that was replaced.
   */
  #gallande(rad: Anvandarpost): Certifikat {
    const egen = certifikatAv(this.#fast().kontor, rad)
    if (this.arUtfardat(egen)) return egen
    return this.#alla(rad.id).find((c) => c.mottagare === rad.ageMottagare && c.signeringsnyckel === rad.signeringsnyckel && this.arUtfardat(c)) ?? egen
  }

  /** The newest first. */
  #alla(userId: string): Certifikat[] {
    const db = this.#db()
    const rad = hamtaAnvandare(db, userId)
    if (rad === undefined) throw finnsInte()
    const { kontor } = this.#fast()
    return [certifikatAv(kontor, rad), ...tidigareIntyg(db, userId).map(({ anvandareId, rot: _, ...resten }) => certifikatAv(kontor, { id: anvandareId, ...resten }))]
  }

  /** Whether the root that the reader pins has signed this very certificate, whatever is signed beside it. */
  arUtfardat(c: Certifikat): boolean {
    try {
      verifieraUnderskrivare(c, this.#fast())
      return true
    } catch (fel) {
      if (fel instanceof Fel) return false
      throw fel
    }
  }
}

/** The sheet that is taking the place of another and that not everybody holds fast yet. */
export const pagaendeBlad = (db: Db): Bladpost | undefined => listaBlad(db).find((blad) => blad.klart === null)
