import { Fel } from '../../db/model/fel.ts'
import { granskaText, hindrar, type Fynd } from '../../db/model/systemfel/index.ts'
import { oppnaListan, oppnaNamn } from './arendenyckel.ts'
import { minaArenden } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'

/** What is refused, said at its field. */
const HINDER: Record<string, string> = {
  personnummer: 'Ta bort personnumret.',
  arendenummer: 'Ta bort ärendenumret.',
  telefon: 'Ta bort telefonnumret.',
  epost: 'Ta bort e-postadressen.',
}
const UTAN = 'Brister skrivs utan personuppgifter.'

/** Fields with their words, in the order in which they are to be complained about. */
export type Texter = readonly (readonly [falt: string, text: string])[]

/**
 * Refuses what leads to a person whatever one answers (DOMAIN §1: never with personal data).
 * @throws Fel `personuppgift` at the first field that holds such a thing
 */
export function kravUtanNummer(texter: Texter, dag: string): void {
  for (const [falt, text] of texter) {
    const fynd = granskaText(text, { idag: dag }).find(hindrar)
    if (fynd !== undefined) throw new Fel('personuppgift', `${HINDER[fynd.slag]} ${UTAN}`, { falt })
  }
}

/**
 * The names of the clients whose cases the caller can open: they stay in this process, and all that leaves it is which of
 * the caller's own words they were. One log row, committed first. Nobody's, for whoever is no ombud.
 */
async function klientnamn(inloggad: Inloggad): Promise<string[]> {
  if (!inloggad.roller.includes('ombud')) return []
  const { rader, oppna, skadade } = await oppnaListan(inloggad, () => minaArenden(inloggad))
  if (rader.length === 0) return []
  const namn = await oppnaNamn(rader, oppna, skadade)
  await inloggad.skriv((_, logga) => logga({ handling: 'systemfel.vakt' }))
  return [...namn.values()].filter((ett) => ett !== null)
}

/**
 * The whole guard, before a brist is stored: numbers are refused, what looks like a name or is one of the caller's own
 * clients' is asked about. `inteNamn` are the answers.
 * @throws Fel `personuppgift`; `namn_i_text` with `detalj.ord`, the words asked about in that field
 */
export async function kravUtanPersoner(inloggad: Inloggad, texter: Texter, inteNamn: readonly string[]): Promise<void> {
  kravUtanNummer(texter, inloggad.idag)
  const klienter = await klientnamn(inloggad)
  for (const [falt, text] of texter) {
    const fynd = granskaText(text, { idag: inloggad.idag, inteNamn, klienter })
    if (fynd.length === 0) continue
    throw new Fel('namn_i_text', mening(fynd), { falt, detalj: { ord: [...new Set(fynd.map((f) => f.ord))] } })
  }
}

function mening(fynd: readonly Fynd[]): string {
  const ord = [...new Set(fynd.map((f) => f.ord))].join(', ')
  return `${ord} kan vara ett namn. Skriv om texten, eller svara att det inte är ett namn.`
}
