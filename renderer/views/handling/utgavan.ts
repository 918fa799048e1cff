import type { Utgava, Utgavecell, Utgavefalt, Utgavetabell } from '../../../db/model/handling/utgava.ts'

const iTabell = (tabell: Utgavetabell | null): Utgavecell[] => (tabell === null ? [] : [...tabell.rader.flatMap((rad) => rad.celler), ...(tabell.summa ?? [])])

/** How many numbers are hidden in what goes out. */
export function doldaTal(utgava: Utgava): number {
  return utgava.punkter.flatMap((p) => p.falt).flatMap((f) => [...(f.cell ? [f.cell] : []), ...iTabell(f.tabell)]).filter((cell) => cell.mask !== null).length
}

/** A table as it is pasted in a spreadsheet or a form: a line per row, cells parted by tabs. */
export function tabelltext({ kolumner, rader, summa }: Utgavetabell, etikett: string, summaord: string): string {
  const rad = (namn: string, celler: readonly Utgavecell[]) => [namn, ...celler.map((cell) => cell.text)].join('\t')
  return [[etikett, ...kolumner.map((k) => k.rubrik)].join('\t'), ...rader.map((r) => rad(r.etikett, r.celler)), ...(summa === null ? [] : [rad(summaord, summa)])].join('\n')
}

/** What is copied of a field; empty when there is nothing to copy. */
export function kopietext(falt: Utgavefalt, summaord: string): string {
  if (falt.tabell !== null) return falt.tabell.rader.length === 0 ? '' : tabelltext(falt.tabell, falt.etikett, summaord)
  return falt.cell?.text ?? ''
}

/** The fields in the form's order. */
export const falten = (utgava: Utgava): Utgavefalt[] => utgava.punkter.flatMap((p) => p.falt)
