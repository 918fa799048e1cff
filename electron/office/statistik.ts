import { setImmediate as slapp } from 'node:timers/promises'
import { idag } from '../../db/model/kalender.ts'
import { Fel } from '../../db/model/fel.ts'
import type { Figurer } from '../../db/model/redovisning/index.ts'
import { klienterPerOmbud, type Statistikar, statistiktabeller } from '../../db/model/statistik/index.ts'
import { svenskOrdning } from '../../db/model/text.ts'
import { hamtaEnhet, kommunerUnder } from '../../db/store/enhet.ts'
import { arMedRader } from '../../db/store/redovisning.ts'
import { belastningsrader, namnPaAnvandare } from '../../db/store/statistik.ts'
import type { Ombudsbelastning, Statistiksvar } from './contract/statistik.ts'
import type { Inloggad } from './inloggad.ts'
import { raknaFleraAr } from './rakning.ts'

/** How many years stand side by side. */
export const ANTAL_AR = 5
type Rapport = (vad: string, klart: number, av: number) => void

/** The years up to and with one, oldest first: those in which the unit has anything registered. */
function aren(inloggad: Inloggad, sista: number, nu: string): number[] {
  const harRader = arMedRader(inloggad.db, idag(nu))
  const forsta = Math.max(sista - ANTAL_AR + 1, Math.min(sista, harRader.at(-1) ?? sista))
  return Array.from({ length: sista - forsta + 1 }, (_, i) => forsta + i)
}

/** Whoever may open cases sees numbers as they are; the chief sees no client, and so no number that could be one. */
const skaMaskeras = (inloggad: Inloggad) => !inloggad.roller.includes('ombud')

/**
 * Several years by the redovisning's own counting, side by side (DOMAIN §4). A year in which none of the chosen kommuner
 * was the unit's holds no numbers; one in which some were is counted for those.
 * @param val.maskera as for what becomes public; always for those who may not open the cases
 * @param val.frusna figures that are not counted but stand fixed
 * @throws Fel `kommun_utanfor` when the unit never had the kommun in these years
 */
export async function raknaStatistik(inloggad: Inloggad, val: { ar: number; kommun: readonly string[]; nu: string; maskera: boolean; frusna?: ReadonlyMap<number, Figurer>; signal?: AbortSignal | undefined }, rapport: Rapport = () => {}): Promise<Statistiksvar> {
  const ar = aren(inloggad, val.ar, val.nu)
  const da = ar.map((y) => kommunerUnder(inloggad.db, `${y}-01-01`, `${y}-12-31`))
  const funna = new Set(da.flat())
  const utanfor = val.kommun.find((kod) => !funna.has(kod))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `Kommunen ${utanfor} hörde inte till enheten under åren. Välj en av enhetens kommuner.`, { falt: 'kommun' })
  const raknas = ar.filter((y, i) => val.frusna?.has(y) !== true && (val.kommun.length === 0 || val.kommun.some((kod) => da[i]?.includes(kod))))
  rapport(`Räknar ${ar[0]}–${ar.at(-1)}`, 0, 1)
  // All of them from one fetch: an uppdrag runs over years.
  const figurer = raknas.length === 0 ? [] : await raknaFleraAr(inloggad, raknas, val.kommun, { signal: val.signal })
  const raknade: Statistikar[] = ar.map((y) => ({ ar: y, figurer: val.frusna?.get(y) ?? figurer[raknas.indexOf(y)] ?? null }))
  const { namn, vardkommun } = hamtaEnhet(inloggad.db)
  const i = Number(idag(val.nu).slice(0, 4))
  return { ...statistiktabeller(raknade, { maskera: val.maskera || skaMaskeras(inloggad) }), enhet: { namn, vardkommun }, pagaende: ar.includes(i) ? i : null }
}

/** Clients per ombud and year: everybody who had a case some day of these years, in Swedish order. */
export async function raknaPerOmbud(inloggad: Inloggad, val: { ar: number; nu: string }, rapport: Rapport): Promise<Ombudsbelastning> {
  const ar = aren(inloggad, val.ar, val.nu)
  const perAr: Map<string, number>[] = []
  for (const y of ar) {
    rapport(`Räknar ${y}`, perAr.length, ar.length)
    const { innehav, uppdrag } = belastningsrader(inloggad.db, `${y}-01-01`, `${y}-12-31`)
    perAr.push(klienterPerOmbud(innehav, uppdrag, y))
    await slapp()
  }
  const namn = namnPaAnvandare(inloggad.db)
  const personer = [...new Set(perAr.flatMap((karta) => [...karta.keys()]))]
  return {
    ar,
    ombud: personer.map((id) => ({ namn: namn.get(id) ?? '', klienter: perAr.map((karta) => karta.get(id) ?? 0) }))
      .sort((a, b) => svenskOrdning(a.namn, b.namn)),
  }
}
