import { arAv, arDatum, arsGranser, type Datum } from '../../../db/model/kalender.ts'

/** The chosen span of the list: a year, or days of one's own as they are typed. */
export interface Periodval {
  /** A year, or EGNA. */
  readonly val: string
  readonly fran: string
  readonly till: string
}

export const EGNA = 'egna'
/** What the contract gives at a time. */
export const PER_SIDA = 200

export function denna(idag: Datum): Periodval {
  const { forsta } = arsGranser(arAv(idag))
  return { val: String(arAv(idag)), fran: forsta, till: idag }
}

/** The days of a choice; undefined while days of one's own cannot be read or end before they begin. */
export function dagarna({ val, fran, till }: Periodval): { readonly fran: Datum; readonly till: Datum } | undefined {
  if (val !== EGNA) {
    const { forsta, sista } = arsGranser(Number(val))
    return { fran: forsta, till: sista }
  }
  return arDatum(fran) && arDatum(till) && fran <= till ? { fran, till } : undefined
}

/** The years to choose among, newest first: those with something in them, and this one. */
export function ar(medNagot: readonly number[], idag: Datum): string[] {
  return [...new Set([...medNagot, arAv(idag)])].sort((a, b) => b - a).map(String)
}
