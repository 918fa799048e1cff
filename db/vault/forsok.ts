import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ersattFil, felkod } from './filer.ts'
import { sha256 } from './krypto.ts'
import { normaliseraAnvandarnamn } from './losenord.ts'
import { lasValv } from './valvfil.ts'

/**
 * Wrong passwords are slowed and remembered in a side file until the next login writes them to the log
 * (DESIGN §4.13, §5). A courtesy, not a wall: whoever can write the file can empty it; the wall is
 * Argon2 and long passwords. So a damaged or unwritable side file never stands in the way of a login.
 */

export const FORSOKSNAMN = 'forsok.json'
const STORSTA_LISTA = 500
/** Two slips of the finger cost nothing; then 1, 2, 4 … 60 s. */
const FRIA = 2
const LANGST_S = 60
const GLOMS_EFTER_MS = 15 * 60_000

const schema = z.strictObject({
  /** failures in a row by user id (or the mark of an unknown name) */
  rader: z.record(z.string().max(64), z.strictObject({ antal: z.int().min(1), senast: z.iso.datetime() })),
  /** not yet in the log */
  lista: z.array(z.strictObject({ vem: z.string().max(64), tid: z.iso.datetime() })).max(STORSTA_LISTA),
})
type Forsok = z.infer<typeof schema>

/** Seconds to wait after so many failures in a row. */
export const vantaEfter = (antal: number): number => (antal <= FRIA ? 0 : Math.min(LANGST_S, 2 ** (antal - FRIA - 1)))

/**
 * Who it was: the user's id, or for an unknown name a mark of 16 bits. No more, because what is typed
 * there by mistake is often a password, and a longer hash of it could be searched.
 */
async function vem(dir: string, anvandarnamn: string): Promise<string> {
  const namn = normaliseraAnvandarnamn(anvandarnamn)
  const valv = await lasValv(dir).catch(() => null)
  return valv?.anvandare.find((a) => a.anvandarnamn === namn)?.id ?? `okand-${sha256('lotsen-forsok-1\n', namn).toString('hex').slice(0, 4)}`
}

async function las(dir: string): Promise<Forsok> {
  const text = await readFile(join(dir, FORSOKSNAMN), 'utf8').catch(() => '')
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return { rader: {}, lista: [] }
  }
}

async function spara(dir: string, forsok: Forsok): Promise<void> {
  try {
    await ersattFil(join(dir, FORSOKSNAMN), Buffer.from(JSON.stringify(forsok), 'utf8'))
  } catch (fel) {
    if (felkod(fel) === undefined) throw fel // a full or read-only disk is reported where it matters
  }
}

/** Whole seconds until this login name may be tried again. `nu`: ISO time. */
export async function vantetid(dir: string, anvandarnamn: string, nu: string): Promise<number> {
  const rad = (await las(dir)).rader[await vem(dir, anvandarnamn)]
  if (rad === undefined) return 0
  const gatt = Date.parse(nu) - Date.parse(rad.senast)
  if (gatt < 0 || gatt > GLOMS_EFTER_MS) return 0 // a clock set back must not lock anybody out
  return Math.max(0, Math.ceil(vantaEfter(rad.antal) - gatt / 1000))
}

/** Counts a failed login and keeps it for the log. */
export async function noteraMisslyckat(dir: string, anvandarnamn: string, nu: string): Promise<void> {
  const [forsok, id] = [await las(dir), await vem(dir, anvandarnamn)]
  const nar = Date.parse(nu)
  const farska = Object.entries(forsok.rader).filter(([, rad]) => Math.abs(nar - Date.parse(rad.senast)) <= GLOMS_EFTER_MS)
  const rader = Object.fromEntries(farska.slice(-STORSTA_LISTA))
  rader[id] = { antal: (rader[id]?.antal ?? 0) + 1, senast: nu }
  await spara(dir, { rader, lista: [...forsok.lista, { vem: id, tid: nu }].slice(-STORSTA_LISTA) })
}

/** Forgets a user's failures in a row; they stay in the list for the log. */
export async function noteraLyckat(dir: string, anvandarnamn: string): Promise<void> {
  const [forsok, id] = [await las(dir), await vem(dir, anvandarnamn)]
  if (forsok.rader[id] === undefined) return
  const { [id]: _, ...rader } = forsok.rader
  await spara(dir, { ...forsok, rader })
}

/** Hands over the failed logins that are not in the log yet, oldest first, and empties the list. */
export async function taInMisslyckade(dir: string): Promise<{ vem: string; tid: string }[]> {
  const forsok = await las(dir)
  if (forsok.lista.length > 0) await spara(dir, { ...forsok, lista: [] })
  return forsok.lista
}
