import type { Datum, Tid } from '../kalender.ts'

/** The codes of systemfel, status (DOMAIN §5) that rules ask for: their labels may change, they may not end. */
export const BRISTSTATUS = {
  noterad: 'noterad',
  tillLedningsgrupp: 'till_ledningsgrupp',
  atgardPagar: 'atgard_pagar',
  atgardad: 'atgardad',
  vidarerapporterad: 'vidarerapporterad',
  avskriven: 'avskriven',
} as const

/** Statuses after which nothing more is waited for. */
export const AVGJORDA: readonly string[] = [BRISTSTATUS.atgardad, BRISTSTATUS.vidarerapporterad, BRISTSTATUS.avskriven]

interface Handelse { readonly datum: Datum; readonly tid: Tid; readonly status: string }

/** Later day first; of one day the later moment; of one moment the status' letters, so that the order of rows never decides. */
const efter = (a: Handelse, b: Handelse) =>
  a.datum !== b.datum ? a.datum > b.datum : a.tid !== b.tid ? a.tid > b.tid : a.status > b.status

/**
 * What had become of a brist when a day ended: the latest row on or before it. Undefined before the first row.
 * A row that was written later about an earlier day (a decision noted after the meeting) counts from that day.
 */
export function statusDen<H extends Handelse>(handelser: readonly H[], dag: Datum): H | undefined {
  let senast: H | undefined
  for (const h of handelser) if (h.datum <= dag && (senast === undefined || efter(h, senast))) senast = h
  return senast
}

/**
 * The moment to note a new row by: now, or just after the latest row when the clock stands still or has been set back, so
 * that what is written later always counts as later.
 */
export function nastaTid(tid: Tid, senaste: Tid | null): Tid {
  return senaste === null || tid > senaste ? tid : new Date(Date.parse(senaste) + 1).toISOString()
}
