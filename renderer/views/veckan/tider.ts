import { arAv, type Datum } from '../../../db/model/kalender.ts'

/** The law's days of a year (DOMAIN §3), and the year each is about. */
export interface Lagdag {
  readonly slag: 'redovisning' | 'ansokan'
  readonly datum: Datum
  readonly ar: number
}

/** The next 15 January (redovisning of the year before) and 1 March (ansökan for the year), that day counted in, in order. */
export function lagdagar(idag: Datum): Lagdag[] {
  const nasta = (manadDag: string) => {
    const iar = `${arAv(idag)}-${manadDag}`
    return idag <= iar ? iar : `${arAv(idag) + 1}-${manadDag}`
  }
  const [redovisning, ansokan] = [nasta('01-15'), nasta('03-01')]
  const dagar: Lagdag[] = [
    { slag: 'redovisning', datum: redovisning, ar: arAv(redovisning) - 1 },
    { slag: 'ansokan', datum: ansokan, ar: arAv(ansokan) },
  ]
  return dagar.sort((a, b) => (a.datum < b.datum ? -1 : 1))
}
