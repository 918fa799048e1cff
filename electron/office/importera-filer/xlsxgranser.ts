import { Readable, Transform } from 'node:stream'
import { text as somText } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Entry, Parse } from 'unzipper-esm'
import { Fel } from '../../../db/model/fel.ts'

/** What an xlsx may unpack to, in bytes: all its parts together. */
export const STORSTA_UPPACKAD = 300 * 1024 * 1024
/** How many cells the rectangle that holds all content may have. */
export const FLEST_CELLER = 8_000_000
/** The size of a sheet in Excel. */
const FLEST_RADER = 1_048_576
const FLEST_KOLUMNER = 16_384

const forStor = () => new Fel('fil_for_stor', 'Kalkylbladet är för stort för att läsas. Spara registret ensamt i en ny fil, utan andra blad och tomma rader.')
export const trasigtKalkylblad = (cause?: unknown) =>
  new Fel('fil_skadad', 'Kalkylbladet går inte att läsa. Öppna det i Excel och spara det på nytt som Excel-arbetsbok (.xlsx).', { cause })

/** The tags of an XML text, without `<` and `>`, in one pass whatever the text holds. */
function* taggar(xml: string): Generator<string> {
  const efter = (slut: string, fran: number) => {
    const plats = xml.indexOf(slut, fran)
    if (plats === -1) throw trasigtKalkylblad()
    return plats
  }
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', start)) {
    if (xml.startsWith('<!--', start)) start = efter('-->', start)
    else if (xml.startsWith('<![CDATA[', start)) start = efter(']]>', start)
    else {
      let i = start + 1
      for (let tecken = xml[i]; tecken !== '>'; tecken = xml[++i]) {
        if (tecken === undefined) throw trasigtKalkylblad()
        if (tecken === '"' || tecken === "'") i = efter(tecken, i + 1)
      }
      yield xml.slice(start + 1, i)
      start = i
    }
  }
}

const kolumnnummer = (bokstaver: string) => [...bokstaver].reduce((summa, tecken) => summa * 26 + tecken.charCodeAt(0) - 64, 0)

/**
 * Looks at where a sheet says that its cells stand, since the reader fills every gap before them: in a
 * file of a few hundred bytes, one cell on row two thousand million would fill the memory. Throws `Fel`.
 * Returns the first cell whose formula failed, since the reader takes those for empty.
 */
export function granskaBlad(xml: string): string | null {
  let formelfel: string | null = null
  let rader = 0
  let kolumner = 0
  for (const tagg of taggar(xml)) {
    if (!/^(?:[^\s/:]+:)?(?:row|c)\s/u.test(tagg)) continue
    for (const [, plats = ''] of tagg.matchAll(/\sr\s*=\s*["']([^"']*)/gu)) {
      const m = /^([A-Z]{0,3})(\d{1,7})$/u.exec(plats)
      const [rad, kolumn] = [Number(m?.[2]), kolumnnummer(m?.[1] ?? '')]
      if (m === null || rad > FLEST_RADER || kolumn > FLEST_KOLUMNER) throw trasigtKalkylblad()
      // A cell that only has a format holds nothing and is not read.
      if (kolumn > 0 && !tagg.endsWith('/')) {
        if (/\st\s*=\s*["']e["']/u.test(tagg)) formelfel ??= plats
        rader = Math.max(rader, rad)
        kolumner = Math.max(kolumner, kolumn)
      }
    }
  }
  if (rader * kolumner > FLEST_CELLER) throw forStor()
  return formelfel
}

const attribut = (tagg: string, namn: string) => new RegExp(`\\s(?:[^\\s:=]+:)?${namn}\\s*=\\s*["']([^"']*)`, 'u').exec(tagg)?.[1]

/** Where in the zip the first sheet lies, by the workbook and its list of parts. */
function forstaBladet(delar: ReadonlyMap<string, string>): string | undefined {
  const forsta = [...taggar(delar.get('xl/workbook.xml') ?? '')].find((tagg) => /^(?:[^\s/:]+:)?sheet\s/u.test(tagg))
  const lankar = [...taggar(delar.get('xl/_rels/workbook.xml.rels') ?? '')]
  const lank = lankar.find((tagg) => forsta !== undefined && attribut(tagg, 'Id') === attribut(forsta, 'id'))
  const mal = lank && attribut(lank, 'Target')
  return mal?.startsWith('/') ? mal.slice(1) : mal && `xl/${mal}`
}

/**
 * Unpacks an xlsx once without keeping it, with the parser its reader uses, and refuses one that is made
 * (or has grown) to exhaust the machine. Throws `Fel`.
 */
export async function granskaXlsx(innehall: Buffer): Promise<void> {
  let uppackat = 0
  const rakna = () =>
    new Transform({
      transform(bit: Buffer, _, klar) {
        uppackat += bit.length
        klar(uppackat > STORSTA_UPPACKAD ? forStor() : null, bit)
      },
    })
  const bok = new Map<string, string>()
  const formelfel = new Map<string, string>()
  const delar = Readable.from([innehall]).pipe(Parse({ forceStream: true }))
  try {
    for await (const del of delar as AsyncIterable<Entry>) {
      // The reader sets aside as much memory as the part says that it needs.
      if ('uncompressedSize' in del.vars && Number(del.vars.uncompressedSize) > STORSTA_UPPACKAD) throw forStor()
      if (!/\.xml(?:\.rels)?$/u.test(del.path)) {
        del.autodrain()
        continue
      }
      const xml = await pipeline(del, rakna(), somText)
      if (/workbook\.xml(?:\.rels)?$/u.test(del.path)) bok.set(del.path, xml)
      const fel = /<(?:[^\s/:<>]+:)?sheetData\b/u.test(xml) ? granskaBlad(xml) : null
      if (fel !== null) formelfel.set(del.path, fel)
    }
  } catch (fel) {
    throw fel instanceof Fel ? fel : trasigtKalkylblad(fel)
  } finally {
    delar.destroy()
  }
  if (!bok.has('xl/workbook.xml')) throw trasigtKalkylblad()
  const cell = formelfel.get(forstaBladet(bok) ?? '')
  if (cell !== undefined) {
    throw new Fel('fil_cellfel', `Cell ${cell} i kalkylbladet innehåller ett formelfel. Rätta eller töm cellen och spara filen.`)
  }
}
