import { zUtkastplats } from '../../db/model/utkast.ts'

/** The office's side of a draft (contract `utkast`): sealed to its author. */
export interface Utkastkontor {
  spara(val: { plats: string; varde: unknown }): Promise<unknown>
  slang(val: { plats: string }): Promise<unknown>
}

/** What is typed is sent when nobody has typed for so long. */
const VANTA_MS = 800

/** Forms whose drafts outlive a lock, all that hold more than a date or a choice: the first word of their place. Others stay in the window's memory. */
const VARAKTIGA: readonly string[] = [
  'kontakt', 'nyttUppdrag', 'anteckning', 'avslut', 'handling', 'brist', 'uppdrag', 'nyttAtagande', 'atagande', 'samtycke', 'uppfoljning', 'forlangning',
  'overlamning', 'avboj', 'medombud', 'beslut', 'briststatus', 'nyVersion', 'loggkontroll',
]

/** Whether the draft is kept by the office: its key is then the place that the office knows it by. */
export function arVaraktig(nyckel: string): boolean {
  return zUtkastplats.safeParse(nyckel).success && VARAKTIGA.includes(nyckel.split('/')[0] ?? '')
}

let kontoret: Utkastkontor | undefined
const vantar = new Map<string, { varde: unknown; klocka: ReturnType<typeof setTimeout> }>()
/** One thing at a time, in the order it was asked for: a draft thrown away must not come back by a slower save. */
let kedja: Promise<unknown> = Promise.resolve()

function iTur(gor: (kontor: Utkastkontor) => Promise<unknown>): Promise<unknown> {
  const kontor = kontoret
  // A draft that could not be kept is still in the window: nothing to stop the writing for.
  if (kontor !== undefined) kedja = kedja.then(() => gor(kontor)).catch(() => undefined)
  return kedja
}

/** Called once by the client. */
export function vidUtkast(kontor: Utkastkontor): void {
  kontoret = kontor
}

/** Sends a draft to the office, once nobody has typed for a moment. */
export function sparaVaraktigt(nyckel: string, varde: unknown): void {
  if (!arVaraktig(nyckel)) return
  clearTimeout(vantar.get(nyckel)?.klocka)
  vantar.set(nyckel, { varde, klocka: setTimeout(() => skicka(nyckel), VANTA_MS) })
}

function skicka(nyckel: string): void {
  const post = vantar.get(nyckel)
  if (post === undefined) return
  clearTimeout(post.klocka)
  vantar.delete(nyckel)
  void iTur((kontor) => kontor.spara({ plats: nyckel, varde: post.varde }))
}

/** Throws a draft away at the office too. */
export function slangVaraktigt(nyckel: string): void {
  if (!arVaraktig(nyckel)) return
  clearTimeout(vantar.get(nyckel)?.klocka)
  vantar.delete(nyckel)
  void iTur((kontor) => kontor.slang({ plats: nyckel }))
}

/** A lock does not wait longer than this for the drafts; the screen is empty meanwhile. */
const LAS_MS = 1_500

/**
 * Sends at once what waits, as before a lock, and as the page is hidden or thrown away; resolves when the office has it, could
 * not take it, or takes too long.
 */
export function skickaAllt(): Promise<unknown> {
  for (const nyckel of vantar.keys()) skicka(nyckel)
  return Promise.race([kedja, new Promise((klar) => setTimeout(klar, LAS_MS))])
}
