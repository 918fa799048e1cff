import { harPersonnummer, harPersonnummerITelefon } from '../personnummer.ts'
import type { Datum } from '../kalender.ts'
import type { Cell } from './typer.ts'

/** Words of plain characters with single spaces between: most cells, and nothing to do with them. */
const RENT = /^(?:[!-~]+(?: [!-~]+)*)?$/

/**
 * The text of a cell as everything else compares it: NFC, one kind of space, nothing invisible, trimmed.
 * Empty cells give ''.
 */
export function celltext(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  if (RENT.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A phone number; a spreadsheet that took it for a number has lost its leading zero, which is given back. */
export function telefontext(cell: Cell | undefined): string {
  const text = celltext(cell)
  return typeof cell === 'number' && /^[1-9]\d{6,9}$/u.test(text) ? `0${text}` : text
}

/** Whether a cell holds a personnummer or samordningsnummer; `telefon` reads it as a phone number first. */
export function cellHarPersonnummer(cell: Cell | undefined, idag: Datum, telefon: { fodelsear: number | null } | null = null): boolean {
  if (telefon !== null) return harPersonnummerITelefon(telefontext(cell), idag, telefon.fodelsear)
  const text = celltext(cell)
  if (text.length < 7) return false
  // A number cell drops leading zeros: 0503151234 has become 503151234.
  const fullt = typeof cell === 'number' && /^\d{7,9}$/u.test(text) ? text.padStart(10, '0') : text
  return harPersonnummer(fullt, idag)
}

/** The letters a spreadsheet names a column by: 0 → A, 25 → Z, 26 → AA. */
export function kolumnbokstav(index: number): string {
  const forsta = Math.floor(index / 26)
  return (forsta > 0 ? kolumnbokstav(forsta - 1) : '') + String.fromCharCode(65 + (index % 26))
}
