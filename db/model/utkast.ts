import { z } from 'zod'

/** The longest draft, in bytes of JSON. */
export const STORSTA_UTKAST = 64 * 1024
/** Drafts older than this many days are removed at the next login. */
export const UTKAST_DAGAR = 30

/** Where the draft of a working note lies, a new one or a change to one: thrown away when the notes of the case are destroyed. */
export const anteckningsutkast = (nummer: string, rad?: string): string => (rad === undefined ? `anteckning/${nummer}` : `anteckning/${nummer}/${rad}`)

/**
 * Which form a draft belongs to: words and at most an ärendenummer or a row id, parted by slashes. It is not
 * sealed, so nothing that somebody has typed may stand in it.
 */
export const zUtkastplats = z.string().regex(/^[a-z][a-zA-Z]*(\/[a-zA-Z0-9-]{1,40}){0,4}$/, 'Utkastets plats har fel form.')

function ryms(varde: unknown): boolean {
  try {
    const json = JSON.stringify(varde)
    return json !== undefined && new TextEncoder().encode(json).length <= STORSTA_UTKAST
  } catch {
    return false // a loop, a bigint: nothing that a form holds
  }
}

export const zSparaUtkast = z.object({
  plats: zUtkastplats,
  /** Whatever JSON can hold. */
  varde: z.unknown().refine(ryms, 'Utkastet är för stort för att sparas. Korta texten.'),
})

export interface Utkast { varde: unknown; tid: string }
export interface UtkastRad { plats: string; tid: string }
