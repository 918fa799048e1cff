import { ORPCError } from '@orpc/client'
import { Fel } from '../../db/model/fel.ts'
import { ram } from '../texter/ram.ts'

/** An error as the window shows it: a stable code, a sentence that says what to do, the field if any. */
export interface Felsvar {
  readonly kod: string
  readonly mening: string
  readonly falt?: string | undefined
  readonly detalj?: unknown
}

/**
 * Reads anything thrown. The contract's own errors carry `{mening, falt}`; everything else is a bug
 * or a lost connection and gets a neutral sentence, never its own text.
 */
export function tolkaFel(orsak: unknown): Felsvar {
  if (orsak instanceof Fel) return { kod: orsak.kod, mening: orsak.message, falt: orsak.falt, detalj: orsak.detalj }
  if (orsak instanceof ORPCError) {
    const data: unknown = orsak.data
    if (arFelData(data)) return { kod: data.kod ?? orsak.code, mening: data.mening, falt: data.falt, detalj: data.detalj }
    return { kod: orsak.code, mening: ram.okantFel }
  }
  return { kod: 'okant', mening: ram.okantFel }
}

function arFelData(data: unknown): data is { kod?: string; mening: string; falt?: string; detalj?: unknown } {
  return typeof data === 'object' && data !== null && 'mening' in data && typeof data.mening === 'string'
}
