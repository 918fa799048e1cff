import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import type { Alternativ } from '../../parts/Valj.tsx'

/** Those who can be handed a case: active ombud with a valid certificate, but oneself, in Swedish order. */
export function mottagare(anvandare: readonly AnvandareRad[], jag: string): Alternativ[] {
  return anvandare
    .filter((rad) => rad.id !== jag && rad.roller.includes('ombud') && rad.avstangd === null && rad.certifierad)
    .map((rad) => ({ kod: rad.id, text: rad.namn }))
    .sort((a, b) => svenskOrdning(a.text, b.text))
}
