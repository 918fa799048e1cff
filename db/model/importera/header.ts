import type { Datum } from '../kalender.ts'
import { harPersonnummer } from '../personnummer.ts'
import { celltext, kolumnbokstav } from './celler.ts'
import { KOLUMNER, KRAVER, OBLIGATORISKA, type Kolumn, kolumnMedNamn, narmaste } from './kolumner.ts'
import { TEXT } from './texter.ts'
import type { Importfel, Tabell } from './typer.ts'

/** Where each column of the register stands in the file, and what is wrong with the header. */
export interface Header {
  readonly plats: ReadonlyMap<Kolumn, number>
  readonly fel: readonly Importfel[]
}

/** Columns that hold something in any row, also to the right of the header. */
function kolumnerMedInnehall(tabell: Tabell): Set<number> {
  const fyllda = new Set<number>()
  for (const { celler } of tabell.rader) {
    for (let i = 0; i < celler.length; i++) if (!fyllda.has(i) && celltext(celler[i]) !== '') fyllda.add(i)
  }
  return fyllda
}

/** A name that may be a person's data (a file without header) is not repeated: then the column's letter is said. */
const kanVisas = (namn: string, idag: Datum) => namn.length <= 40 && !/\d{4}/u.test(namn) && !harPersonnummer(namn, idag)

/**
 * Reads the header strictly (INTERFACES REGISTER): any order, no unknown, doubled or unnamed columns,
 * none of the required ones missing. A header where no name is known is one error, and nothing of it is shown.
 */
export function lasHeader(tabell: Tabell, idag: Datum): Header {
  const namn = tabell.header.map(celltext)
  const plats = new Map<Kolumn, number>()
  const kanda = namn.map(kolumnMedNamn)
  if (kanda.every((kolumn) => kolumn === undefined)) {
    return { plats, fel: [{ rad: 1, kolumn: 'A', fel: TEXT.ingaKolumner }] }
  }
  const fel: Importfel[] = []
  const lediga = KOLUMNER.filter((kolumn) => !kanda.includes(kolumn))
  const fyllda = kolumnerMedInnehall(tabell)
  namn.forEach((text, i) => {
    const kolumn = kanda[i]
    const bokstav = kolumnbokstav(i)
    if (kolumn !== undefined) {
      if (plats.has(kolumn)) fel.push({ rad: 1, kolumn, fel: TEXT.dubbelKolumn(kolumn) })
      else plats.set(kolumn, i)
    } else if (text === '') {
      if (fyllda.has(i)) fel.push({ rad: 1, kolumn: bokstav, fel: TEXT.kolumnUtanNamn(bokstav) })
    } else {
      const forslag = narmaste(text, lediga)
      fel.push(
        kanVisas(text, idag)
          ? { rad: 1, kolumn: text, fel: TEXT.okandKolumn(text, forslag) }
          : { rad: 1, kolumn: bokstav, fel: TEXT.okandKolumnUtanNamn(bokstav, forslag) },
      )
    }
  })
  for (const i of fyllda) {
    if (i >= namn.length) fel.push({ rad: 1, kolumn: kolumnbokstav(i), fel: TEXT.cellUtanforKolumner(kolumnbokstav(i)) })
  }
  const kravda = KRAVER.filter(({ om }) => fyllda.has(plats.get(om) ?? -1)).flatMap(({ kolumner }) => kolumner)
  for (const kolumn of new Set([...OBLIGATORISKA, ...kravda])) {
    if (!plats.has(kolumn)) fel.push({ rad: 1, kolumn, fel: TEXT.saknadKolumn(kolumn) })
  }
  return { plats, fel }
}
