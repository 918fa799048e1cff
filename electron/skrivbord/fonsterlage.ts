import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Where the window stood and how large it was: numbers, and never a title or an address. */
const zLage = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000), maximerat: z.boolean() })
export type Fonsterlage = z.infer<typeof zLage>
export interface Yta { x: number; y: number; width: number; height: number }

export const STORLEK = { width: 1280, height: 860 }
export const MINSTA = { minWidth: 800, minHeight: 600 }
/** So much of the window (px) must be on a screen that is there now, or it is opened in its usual place. */
const SYNLIGT = 120

/**
 * How the window is opened: as this account last left it, where that can be seen.
 * @param skarmar the parts of the screens that windows may use
 */
export function lasFonsterlage(fil: string, skarmar: readonly Yta[]): Partial<Yta> & { width: number; height: number; maximerat: boolean } {
  try {
    const { x, y, width, height, maximerat } = zLage.parse(JSON.parse(readFileSync(fil, 'utf8')))
    const storlek = { width: Math.max(width, MINSTA.minWidth), height: Math.max(height, MINSTA.minHeight) }
    const syns = skarmar.some((s) => x + width >= s.x + SYNLIGT && x <= s.x + s.width - SYNLIGT && y >= s.y - 10 && y <= s.y + s.height - SYNLIGT)
    return syns ? { x, y, ...storlek, maximerat } : { ...storlek, maximerat }
  } catch {
    return { ...STORLEK, maximerat: false } // none, or spoilt: nobody misses it
  }
}

export function sparaFonsterlage(fil: string, { x, y, width, height }: Yta, maximerat: boolean): void {
  try {
    mkdirSync(dirname(fil), { recursive: true, mode: 0o700 })
    writeFileSync(fil, JSON.stringify({ x, y, width, height, maximerat } satisfies Fonsterlage), { mode: 0o600 })
  } catch {
    // A full disk must not keep the window from closing.
  }
}
