import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface Pdfsida {
  /** The lines as they stand on the page, from the top; the columns of a table parted by a tab. */
  readonly rader: readonly string[]
  readonly roller: readonly string[]
}

export interface Pdf {
  readonly titel: string
  readonly sprak: string
  readonly sidor: readonly Pdfsida[]
  /** Width and height in points. */
  readonly format: readonly [number, number]
  readonly text: string
}

/** Further apart than this (points), two pieces of a line are two cells. */
const CELLAVSTAND = 8
const ORDAVSTAND = 1

/** Reads a PDF that was made: its words where they stand, its tags, and what it says about itself. */
export async function lasPdf(bytes: Uint8Array): Promise<Pdf> {
  const fil = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 }).promise
  const { info } = (await fil.getMetadata()) as { info: Record<string, unknown> }
  const sidor: Pdfsida[] = []
  let format: [number, number] = [0, 0]
  for (let nummer = 1; nummer <= fil.numPages; nummer++) {
    const sida = await fil.getPage(nummer)
    format = [Math.round(sida.view[2] ?? 0), Math.round(sida.view[3] ?? 0)]
    const bitar = (await sida.getTextContent()).items.flatMap((del) => ('str' in del && del.str.trim() !== '' ? [{ text: del.str, x: Number(del.transform[4]), y: Math.round(Number(del.transform[5])), bredd: del.width }] : []))
    sidor.push({ rader: rader(bitar), roller: [...JSON.stringify(await sida.getStructTree()).matchAll(/"role":"(\w+)"/g)].map(([, roll]) => roll ?? '') })
  }
  await fil.loadingTask.destroy()
  return { titel: String(info['Title'] ?? ''), sprak: String(info['Language'] ?? ''), sidor, format, text: sidor.flatMap((sida) => sida.rader).join('\n') }
}

interface Bit {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly bredd: number
}

function rader(bitar: readonly Bit[]): string[] {
  const pa = new Map<number, Bit[]>()
  for (const bit of bitar) pa.set(bit.y, [...(pa.get(bit.y) ?? []), bit])
  return [...pa.entries()]
    .toSorted(([a], [b]) => b - a)
    .map(([, rad]) => {
      let slut = -Infinity
      return rad
        .toSorted((a, b) => a.x - b.x)
        .reduce((text, bit) => {
          const skilje = slut === -Infinity ? '' : bit.x - slut > CELLAVSTAND ? '\t' : bit.x - slut > ORDAVSTAND ? ' ' : ''
          slut = bit.x + bit.bredd
          return text + skilje + bit.text
        }, '')
    })
}
