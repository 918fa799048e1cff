import { appendFileSync } from 'node:fs'

/**
 * What a test of this folder has counted, for the table that `npm run test:faults` ends with (build/lib/fault-figures.mjs).
 * The table is red when anything was lost or let in, whatever the tests themselves said.
 */
export interface Siffra {
  /** The kind of test, Swedish: one line of the table. */
  slag: string
  /** How many were tried. */
  antal: number
  /** Work or content that was gone or altered without a word. */
  forlorade?: number
  /** What should have been refused, and was not. */
  inslappta?: number
}

/** Adds to the table; without one to add to (a single file run by hand), it only prints. */
export function notera(siffra: Siffra, text = ''): void {
  const { slag, antal, forlorade = 0, inslappta = 0 } = siffra
  console.log(`${slag}: ${antal} prövade, ${forlorade} förlorade, ${inslappta} insläppta${text === '' ? '' : `; ${text}`}`)
  const fil = process.env['LOTSEN_FEL_SIFFROR']
  if (fil !== undefined) appendFileSync(fil, `${JSON.stringify({ slag, antal, forlorade, inslappta } satisfies Required<Siffra>)}\n`)
}
