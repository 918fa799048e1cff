import { createHmac } from 'node:crypto'
import { glom, harled, kanoniskt } from './krypto.ts'

/**
 * "There is already an open case for this person with another ombud" (DESIGN §4.6): a keyed hash. The
 * key is sealed (sigill.ts, slag `dubblett`) to certified ombud and recovery only, since whoever has it
 * could try every name of the town.
 */

/** One form of a name: NFC, lower case, words in alphabetical order ("Lind, Anna" is "Anna Lind"). å, ä, ö stay. */
export const namnform = (namn: string): string =>
  namn
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((ord) => ord !== '')
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .join(' ')

/**
 * 32 bytes that are the same for the same name and birth year in the same office.
 * @param fodelsear four digits, or null when unknown; known and unknown give different marks, so look
 * up both
 * @returns null for a name without a letter or digit
 */
export function dubblettavtryck(nyckel: Uint8Array, kontor: string, namn: string, fodelsear: number | null): Buffer | null {
  const form = namnform(namn)
  if (form === '') return null
  const egen = harled(nyckel, 'lotsen dubblett v1')
  try {
    return createHmac('sha256', egen).update(kanoniskt(['lotsen-dubblett-1', kontor, form, fodelsear ?? 0])).digest()
  } finally {
    glom(egen)
  }
}
