import { CsvError, parse } from 'csv-parse'
import { celltext, kolumnbokstav } from '../../../db/model/importera/celler.ts'
import type { Importfel, Tabell, Tabellrad } from '../../../db/model/importera/typer.ts'
import { Fel } from '../../../db/model/fel.ts'

const SPARA_OM = 'Öppna filen i Excel och spara den som ”CSV UTF-8”.'

/** The text of a csv file: UTF-8, with or without BOM. Anything else would garble å, ä and ö, and is refused. */
function avkoda(innehall: Buffer): string {
  const [a, b] = innehall
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || innehall.subarray(0, 4096).includes(0)) {
    throw new Fel('fil_kodning', `Filen är inte sparad som UTF-8 utan som Unicode-text eller något annat format. ${SPARA_OM}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(innehall)
  } catch (cause) {
    throw new Fel('fil_kodning', `Filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa. ${SPARA_OM}`, { cause })
  }
}

/** A header without a single semicolon but with several commas or tabs was saved with those. */
function granskaAvgransare(text: string): void {
  const forsta = text.slice(0, text.search(/[\r\n]|$/u))
  if (forsta.includes(';')) return
  const antal = (tecken: string) => forsta.split(tecken).length - 1
  for (const [tecken, namn] of [[',', 'komma'], ['\t', 'tabb'], ['|', 'lodstreck']] as const) {
    if (antal(tecken) > 0) {
      throw new Fel('fil_avgransare', `Kolumnerna i filen är åtskilda med ${namn}. Spara filen med semikolon mellan kolumnerna, eller som Excel-arbetsbok (.xlsx).`)
    }
  }
}

function avParser(fel: CsvError, lasta: number): Fel {
  const rad = lasta + 1
  const mening: Record<string, string> = {
    CSV_QUOTE_NOT_CLOSED: `Ett citattecken på rad ${rad} eller senare avslutas aldrig. Skriv citattecken inuti en text dubbelt ("") och hela texten inom citattecken.`,
    CSV_INVALID_CLOSING_QUOTE: `På rad ${rad} står text efter ett avslutande citattecken. Skriv citattecken inuti en text dubbelt ("").`,
    INVALID_OPENING_QUOTE: `På rad ${rad} står ett citattecken mitt i en text. Skriv det dubbelt ("") och hela texten inom citattecken.`,
  }
  return new Fel('fil_citattecken', mening[fel.code] ?? `Rad ${rad} i filen går inte att läsa. ${SPARA_OM}`, { cause: fel })
}

/** RFC 4180: every line has as many cells as the header. Empty lines, and empty cells after the last column, do no harm. */
function felAntalCeller(celler: readonly string[], header: readonly string[], bredd: number): Omit<Importfel, 'rad'> | null {
  const sista = celler.findLastIndex((cell) => celltext(cell) !== '')
  if (sista === -1) return null
  if (celler.length < bredd) {
    return { kolumn: header[celler.length] ?? '', fel: `Raden har ${celler.length} celler men kolumnerna är ${bredd}. Kontrollera att inget semikolon saknas.` }
  }
  if (sista >= header.length) {
    return {
      kolumn: kolumnbokstav(sista),
      fel: `Raden har ${sista + 1} celler men kolumnerna är ${bredd}. Kontrollera att inget semikolon är för mycket, och att text som innehåller semikolon står inom citattecken.`,
    }
  }
  return null
}

/**
 * Reads a csv register (INTERFACES: UTF-8, `;`, header line, RFC 4180 quotes). A row's number is what a
 * spreadsheet shows, so a text with line breaks inside quotes is one row and an empty line is one too.
 */
export async function lasCsv(innehall: Buffer): Promise<Tabell> {
  const text = avkoda(innehall)
  granskaAvgransare(text)
  const parser = parse({ delimiter: ';', quote: '"', escape: '"', relax_column_count: true, skip_empty_lines: false, max_record_size: 1_000_000 })
  parser.end(text)
  let header: string[] | undefined
  let bredd = 0
  let lasta = 0
  const rader: Tabellrad[] = []
  const lasfel: Importfel[] = []
  try {
    for await (const celler of parser as AsyncIterable<string[]>) {
      lasta += 1
      if (header === undefined) {
        header = celler
        bredd = header.findLastIndex((namn) => celltext(namn) !== '') + 1
        continue
      }
      const fel = felAntalCeller(celler, header, bredd)
      if (fel === null) rader.push({ nummer: lasta, celler })
      else lasfel.push({ rad: lasta, ...fel })
    }
  } catch (fel) {
    if (fel instanceof CsvError) throw avParser(fel, lasta)
    throw fel
  }
  if (header === undefined || bredd === 0) {
    throw new Fel('fil_tom', 'Filens första rad är tom. Kolumnnamnen ska stå på första raden.')
  }
  return lasfel.length > 0 ? { header, rader, lasfel } : { header, rader }
}
