import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A secret for an address or a header: 256 random bits in base64url. */
export function nyHemlighet(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret (hex). It has 256 bits of chance, so a plain digest is enough. */
export function avtryck(hemlighet: string): string {
  return createHash('sha256').update(hemlighet).digest('hex')
}

/** Whether a secret is the one that the digest was made of, in a time that tells nothing of how much of it was right. */
export function stammer(hemlighet: string | undefined, mot: string | null): boolean {
  if (hemlighet === undefined || mot === null) return false
  return timingSafeEqual(Buffer.from(avtryck(hemlighet), 'hex'), Buffer.from(mot, 'hex'))
}
