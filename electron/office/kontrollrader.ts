import { fristar } from '../../db/model/handling/frister.ts'
import { KONTROLLER_I_VECKAN, type Veckokontroll } from '../../db/model/veckan.ts'
import { nummerOrdning } from '../../db/model/redovisning/index.ts'
import { arsHandlingar, hamtaPaminnelser } from '../../db/store/handlingar.ts'
import { forSida, raknaUnderlag } from './arsunderlag.ts'
import { minaArenden } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'
import type { Rakneval } from './rakning.ts'

/**
 * What a redovisning in the making needs mended in the caller's own cases (UX "Min vecka"): a check that needs the case
 * lands with whoever has it, reminded or not. Counts the year of each draft, and nothing when there is none.
 */
export async function minaKontroller(inloggad: Inloggad, rakneval: Rakneval = {}): Promise<Veckokontroll[]> {
  const { db } = inloggad
  const utkast = fristar('redovisning', inloggad.idag).flatMap((ar) => arsHandlingar(db, 'redovisning', ar)).filter((h) => h.status === 'utkast')
  if (utkast.length === 0) return []
  const mina = new Map(minaArenden(inloggad).map(({ arende, senaste }) => [arende.nummer, { ombudId: arende.ombudId, kommun: senaste?.kommun ?? null }]))
  const rader: Veckokontroll[] = []
  for (const h of utkast) {
    const { underlag } = await raknaUnderlag(forSida(inloggad, rakneval), { ar: h.ar, kommuner: h.kommuner, sokt: [] })
    const paminnelser = hamtaPaminnelser(db, h.id).filter((p) => p.ombudId === inloggad.id)
    for (const { kod, arenden } of underlag.figurer.kontroller) {
      const denna = KONTROLLER_I_VECKAN.find((k) => k === kod)
      if (denna === undefined) continue
      for (const nummer of arenden.toSorted(nummerOrdning)) {
        const mitt = mina.get(nummer)
        // A stand-in has the case for a time; the check waits for its ombud.
        if (mitt?.ombudId !== inloggad.id || rader.some((rad) => rad.nummer === nummer && rad.kod === denna && rad.ar === h.ar)) continue
        rader.push({ kod: denna, ar: h.ar, nummer, kommun: mitt.kommun, paminnd: paminnelser.find((p) => p.kod === denna)?.tid ?? null })
      }
    }
  }
  return rader
}
