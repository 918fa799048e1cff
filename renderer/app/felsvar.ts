import { ORPCError } from '@orpc/client'
import type { FelData } from '../../electron/office/contract/bas.ts'
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
 * Reads anything thrown. The contract's own errors (FEL) carry a sentence and perhaps a field; everything else is a bug
 * or a lost connection, and gets a neutral sentence, never its own text.
 */
export function tolkaFel(orsak: unknown): Felsvar {
  if (orsak instanceof Fel) return { kod: orsak.kod, mening: orsak.message, falt: orsak.falt, detalj: orsak.detalj }
  if (orsak instanceof ORPCError) {
    const data: unknown = orsak.data
    if (orsak.code === 'FEL' && arFelData(data)) return { kod: data.kod, mening: orsak.message, falt: data.falt ?? undefined, detalj: data.detalj }
    return { kod: 'okant', mening: ram.okantFel }
  }
  return { kod: 'okant', mening: ram.okantFel }
}

function arFelData(data: unknown): data is FelData {
  return typeof data === 'object' && data !== null && 'kod' in data && typeof data.kod === 'string'
}
