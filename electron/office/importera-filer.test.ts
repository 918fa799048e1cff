import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import readXlsxFile from 'read-excel-file/node'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { granskaRegister } from '../../db/model/importera/granska.ts'
import { KOLUMNER } from '../../db/model/importera/kolumner.ts'
import { giltigtRegister, IDAG, KONTAKTRAD, type Rad, SAMMANHANG, tabellAv, UPPDRAGSRAD } from '../../test/fixtures/register.ts'
import { gorMall, lasTabell, STORSTA_FIL } from './importera-filer.ts'
import { granskaBlad, STORSTA_UPPACKAD } from './importera-filer/xlsxgranser.ts'

const csv = (text: string) => lasTabell(Buffer.from(text), 'register.csv')
const cell = (text: string) => (/[;"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const somCsv = (rader: readonly Rad[]) => [KOLUMNER.join(';'), ...rader.map((rad) => KOLUMNER.map((k) => cell(rad[k] ?? '')).join(';'))].join('\r\n')
const somXlsx = (rader: readonly Rad[]) => xlsx([[...KOLUMNER], ...rader.map((rad) => KOLUMNER.map((k) => rad[k] ?? null))])
const xlsx = (data: SheetData) => writeXlsxFile(data.map((rad) => rad.map((v) => (typeof v === 'string' ? { type: String, value: v } : v)))).toBuffer()
const kod = async (lasning: Promise<unknown>) => lasning.then(() => 'läst', (fel: { kod?: string }) => fel.kod)

/** A zip of parts, as a spreadsheet is; `uppgiven` is a size that every part falsely states. */
function zip(delar: Record<string, Buffer | string>, uppgiven?: number): Buffer {
  const bitar: Buffer[] = []
  for (const [namn, innehall] of Object.entries(delar)) {
    const data = Buffer.from(innehall)
    const lagrad = namn === 'mimetype'
    const packat = lagrad ? data : deflateRawSync(data, { level: 1 })
    const huvud = Buffer.alloc(30)
    huvud.writeUInt32LE(0x04034b50, 0)
    huvud.writeUInt16LE(20, 4)
    huvud.writeUInt16LE(lagrad ? 0 : 8, 8)
    huvud.writeUInt32LE(crc32(data), 14)
    huvud.writeUInt32LE(packat.length, 18)
    huvud.writeUInt32LE(uppgiven ?? data.length, 22)
    huvud.writeUInt16LE(namn.length, 26)
    bitar.push(huvud, Buffer.from(namn), packat)
  }
  const slut = Buffer.alloc(22)
  slut.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([...bitar, slut])
}
const arbetsbok = (blad: string) => ({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': blad,
})

describe('csv', () => {
  it('reads semicolons, quotes, line breaks in quotes, and numbers rows as a spreadsheet does', async () => {
    const tabell = await csv('\uFEFFkommun;kontaktdatum;namn\r\n"Mora";2026-01-01;"Ann ""Mia""; Öberg\nrad två"\r\n\r\nMora;2026-01-02;=1+1\r\n')
    expect(tabell.header).toEqual(['kommun', 'kontaktdatum', 'namn'])
    expect(tabell.rader.filter((rad) => rad.celler.some((c) => c !== ''))).toEqual([
      { nummer: 2, celler: ['Mora', '2026-01-01', 'Ann "Mia"; Öberg\nrad två'] },
      { nummer: 4, celler: ['Mora', '2026-01-02', '=1+1'] },
    ])
  })

  it('reports rows with too few or too many cells by row, and forgives empty ones at the end', async () => {
    const tabell = await csv('kommun;kontaktdatum;namn;\nMora;2026-01-01\nMora;2026-01-01;Elsa;;;\nMora;2026-01-01;Elsa;;x\n;;\n')
    expect(tabell.lasfel?.map((f) => `${f.rad} ${f.kolumn}`)).toEqual(['2 namn', '4 E'])
    expect(granskaRegister(tabell, SAMMANHANG)).toMatchObject({ rader: 3, fel: [{ rad: 2 }, { rad: 4 }], data: null })
  })

  it.each([
    ['an empty file', Buffer.alloc(0), 'fil_tom'],
    ['an empty first row', Buffer.from('\nMora;x\n'), 'fil_tom'],
    ['latin1', Buffer.from('kommun;namn\nMora;Åsa\n', 'latin1'), 'fil_kodning'],
    ['UTF-16', Buffer.from('\uFEFFkommun;namn\nMora;Åsa\n', 'utf16le'), 'fil_kodning'],
    ['binary', Buffer.from([0x6b, 0, 1, 2, 3, 0xff]), 'fil_kodning'],
    ['commas', Buffer.from('kommun,namn\nMora,Elsa\n'), 'fil_avgransare'],
    ['tabs', Buffer.from('kommun\tnamn\nMora\tElsa\n'), 'fil_avgransare'],
    ['a quote that never closes', Buffer.from('kommun;namn\nMora;"Elsa\nMora;Bo\n'), 'fil_citattecken'],
    ['text after a closing quote', Buffer.from('kommun;namn\nMora;"Elsa" x\n'), 'fil_citattecken'],
    ['a quote within a text', Buffer.from('kommun;namn\nMora;Elsa "x"\n'), 'fil_citattecken'],
    ['a file beyond the limit', Buffer.alloc(STORSTA_FIL + 1, 'a'), 'fil_for_stor'],
  ])('refuses %s', async (_, innehall, vantat) => {
    expect(await kod(lasTabell(innehall, 'register.csv'))).toBe(vantat)
  })

  it('says on which row a quote is wrong', async () => {
    await expect(csv('kommun;namn\nMora;Elsa\nMora;"Elsa" x\n')).rejects.toThrow('På rad 3')
  })
})

describe('xlsx', () => {
  it('reads text as text, numbers as numbers, dates as days', async () => {
    const data: SheetData = [
      ['kommun', 'fodelsear', 'kontaktdatum', 'namn'],
      [null, null, null, null],
      [2062, 1975, { type: Date, value: new Date('2026-03-01T00:00:00Z'), format: 'yyyy-mm-dd' }, '=SUM(A1)'],
    ]
    const tabell = await lasTabell(await xlsx(data), 'register.xlsx')
    expect(tabell.rader).toContainEqual({ nummer: 3, celler: [2062, 1975, '2026-03-01', '=SUM(A1)'] })
  })

  it.each(['-Per', '@hem', '+46 70', '=1', "'apostrof", '0012', 'SANT'])('keeps %s as it stands', async (text) => {
    const tabell = await lasTabell(await xlsx([['namn'], [text]]), 'r.xlsx')
    expect(tabell.rader[0]?.celler).toEqual([text])
  })

  it('is known by its bytes, whatever it is called', async () => {
    expect((await lasTabell(await xlsx([['kommun']]), 'register.csv')).header).toEqual(['kommun'])
  })

  it.each([
    ['an old .xls', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)]), 'fil_xls'],
    ['one locked with a password', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'fil_last'],
    ['an .ods', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'fil_ods'],
    ['text called .xlsx', Buffer.from('kommun;namn\n'), 'fil_skadad'],
    ['a zip of something else', zip({ 'a.txt': 'hej' }), 'fil_skadad'],
    ['a zip cut short', zip(arbetsbok('<worksheet><sheetData/></worksheet>')).subarray(0, 150), 'fil_skadad'],
    ['garbage after a zip signature', Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(500, 0x41)]), 'fil_skadad'],
    ['a zip bomb', zip({ ...arbetsbok('<worksheet/>'), 'xl/sharedStrings.xml': Buffer.alloc(STORSTA_UPPACKAD + 1, ' ') }), 'fil_for_stor'],
    ['a part that says it is huge', zip(arbetsbok('<worksheet><sheetData/></worksheet>'), 0xfffffff0), 'fil_for_stor'],
    ['a cell on row two thousand million', zip(arbetsbok('<worksheet><sheetData><row r="2000000000"><c r="A2000000000"><v>1</v></c></row></sheetData></worksheet>')), 'fil_skadad'],
    ['the same with its number hidden', zip(arbetsbok('<worksheet><sheetData><row x="a>b" r="&#50;000000000"><c r="A1"><v>1</v></c></row></sheetData></worksheet>')), 'fil_skadad'],
    ['a rectangle of a thousand million cells', zip(arbetsbok('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="1000000"><c r="A1000000"><v>1</v></c></row></sheetData></worksheet>')), 'fil_for_stor'],
    ['a formula error in a cell', zip(arbetsbok('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>namn</t></is></c></row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>')), 'fil_cellfel'],
    ['an empty sheet', zip(arbetsbok('<worksheet><sheetData/></worksheet>')), 'fil_tom'],
  ])('refuses %s', async (_, innehall, vantat) => {
    expect(await kod(lasTabell(innehall, 'register.xlsx'))).toBe(vantat)
  })

  it('lets formatted but empty cells reach to the end of the sheet', () => {
    expect(() => granskaBlad('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" s="3"/></sheetData><!-- don\'t -->')).not.toThrow()
  })

  it('never crashes on a damaged file: a table or a sentence', async () => {
    const hel = await somXlsx([UPPDRAGSRAD, KONTAKTRAD])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(hel.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (skador) => {
        const skadad = Buffer.from(hel)
        for (const [plats, byte] of skador) skadad[plats] = byte
        const utfall = await lasTabell(skadad, 'r.xlsx').then(() => 'läst', (fel: unknown) => (fel as Error).name)
        expect(['läst', 'Fel']).toContain(utfall)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a register without errors', () => {
  it('means the same as csv and as xlsx', async () => {
    await fc.assert(
      fc.asyncProperty(giltigtRegister, async (rader) => {
        const direkt = granskaRegister(tabellAv(rader), SAMMANHANG)
        expect(direkt.fel).toEqual([])
        expect(granskaRegister(await lasTabell(Buffer.from(somCsv(rader)), 'r.csv'), SAMMANHANG)).toEqual(direkt)
        expect(granskaRegister(await lasTabell(await somXlsx(rader), 'r.xlsx'), SAMMANHANG)).toEqual(direkt)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the template', () => {
  const mall = () => gorMall({ kommuner: ['Mora', 'Orsa'], ombud: ['anna'], kodlistor: SAMMANHANG.kodlistor, idag: IDAG })

  it('is read back as a register without rows', async () => {
    const tabell = await lasTabell(await mall(), 'mall.xlsx')
    expect(tabell).toEqual({ header: [...KOLUMNER], rader: [] })
    expect(granskaRegister(tabell, SAMMANHANG).fel).toMatchObject([{ rad: 1 }])
  })

  it('offers the kommuner and ombud of the unit, and explains every column', async () => {
    const blad = await readXlsxFile(await mall())
    expect(blad.map(({ sheet }) => sheet)).toEqual(['Register', 'Förklaring', 'Listor'])
    expect(blad[2]?.data.slice(0, 4).map(([kommun, ombud]) => [kommun, ombud])).toEqual([['kommun', 'ombud'], ['Mora', 'anna'], ['Orsa', null], [null, null]])
    expect(blad[1]?.data.slice(1).map(([kolumn]) => kolumn)).toEqual([...KOLUMNER])
  })
})
