import { PUNKTER, type Punktid, type Slag } from './typer.ts'

/** The number of a point in its paragraph ("10 § 2" → "2"); undefined for ekonomi, which is of another. */
export function punktnummer(slag: Slag, punkt: Punktid): string | undefined {
  const lagrum: string | undefined = Object.entries(PUNKTER[slag]).find(([id]) => id === punkt)?.[1]
  return /§ (\d+)$/u.exec(lagrum ?? '')?.[1]
}
