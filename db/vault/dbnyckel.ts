import { Fel } from '../model/fel.ts'
import { forseglaTill, type AgeIdentitet } from './age.ts'
import { kravCertifierad, type Mottagare } from './certifikat.ts'
import { b64, franB64, glom, kopia, lika, slump } from './krypto.ts'

/**
 * The database key (32 random bytes) sealed with age. Content: `lotsen-dbnyckel-1 <office id>\n`,
 * then the 32 bytes, so that a seal of another office is not taken for one of this.
 */

const hjassa = (kontor: string): Buffer => Buffer.from(`lotsen-dbnyckel-1 ${kontor}\n`, 'utf8')

export const nyDatabasnyckel = (): Buffer => slump(32)

/** Seals a database key to somebody certified, or to recovery. @returns base64url of the age file */
export async function forseglaDbNyckel(kontor: string, nyckel: Uint8Array, mottagare: Mottagare): Promise<string> {
  kravCertifierad(mottagare)
  if (nyckel.length !== 32) throw new TypeError('The database key is 32 bytes')
  const innehall = Buffer.concat([hjassa(kontor), nyckel])
  try {
    return b64(await forseglaTill(mottagare.mottagare, innehall))
  } finally {
    glom(innehall)
  }
}

/** @throws Fel `forsegling_bruten` */
async function oppnaDbNyckel(kontor: string, forseglad: string, identitet: AgeIdentitet): Promise<Buffer> {
  const fil = franB64(forseglad)
  if (fil === null) throw bruten()
  const innehall = await identitet.oppna(fil)
  try {
    const vantad = hjassa(kontor)
    if (innehall.length !== vantad.length + 32 || !lika(innehall.subarray(0, vantad.length), vantad)) throw bruten()
    return kopia(innehall.subarray(vantad.length))
  } finally {
    glom(innehall)
  }
}

const bruten = (): Fel => new Fel('forsegling_bruten', 'Förseglingen av databasens nyckel är skadad eller hör till ett annat kontor.')

/** All keys that can be opened, in the order they lie: two while the key is being changed. */
export async function oppnaDbNycklar(kontor: string, forseglade: readonly string[], identitet: AgeIdentitet): Promise<Buffer[]> {
  const provade = await Promise.allSettled(forseglade.map((f) => oppnaDbNyckel(kontor, f, identitet)))
  for (const prov of provade) {
    if (prov.status === 'rejected' && !(prov.reason instanceof Fel)) throw prov.reason
  }
  return provade.flatMap((prov) => (prov.status === 'fulfilled' ? [prov.value] : []))
}
