import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { ChartRun } from 'docx/charts'
import { kommunMedKod } from '../../db/model/kommuner.ts'
import type { Slag, Statistikcell, Statistikrad, Statistiktabell } from '../../db/model/statistik/index.ts'
import { stycken } from '../../db/model/verksamhetsberattelse/index.ts'
import type { Berattelsesvar } from './contract/verksamhetsberattelse.ts'

const text = {
  titel: (ar: number) => `Verksamhetsberättelse ${ar}`,
  preliminara: 'Siffrorna är preliminära: årets redovisning är inte fastställd.',
  faststallda: (datum: string) => `Årets siffror är de som fastställdes ${datum}.`,
  maskerat: 'Antal 1–4 visas som 1–4, och de tal som annars skulle avslöja dem är dolda.',
  hittills: (ar: number) => `${ar} hittills`,
  sida: 'Sida ',
  av: ' av ',
} as const

/** A4 with 20 mm margins, in twentieths of a point. */
const A4 = { width: 11906, height: 16838 }
const MARGINAL = 1134
const BREDD = A4.width - 2 * MARGINAL
const ACCENT = '0E5B60'
const MJUK = 'BFD9D7'
const LINJE = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB' } as const
const STARK = { style: BorderStyle.SINGLE, size: 10, color: '000000' } as const
const INGEN = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const
/** The widest chart that the page holds, in pixels. */
const BILDBREDD = 640

const DECIMALER: Record<Slag, Intl.NumberFormatOptions> = { antal: { maximumFractionDigits: 0 }, endecimal: { maximumFractionDigits: 1 }, tvadecimaler: { minimumFractionDigits: 2, maximumFractionDigits: 2 } }
const cellText = (cell: Statistikcell, slag: Slag) => (cell.mask !== null ? cell.text : cell.varde === null ? '–' : cell.varde.toLocaleString('sv-SE', DECIMALER[slag]))

/** The year's story as a Word document: its words, tables, and charts that Word draws itself and can change. */
export async function berattelseSomWord({ ar, kapitel, statistik, faststalld }: Berattelsesvar): Promise<Buffer> {
  const { enhet } = statistik
  const arsnamn = statistik.ar.map((y) => (y === statistik.pagaende ? text.hittills(y) : String(y)))
  const avsandare = [enhet.namn, kommunMedKod(enhet.vardkommun)?.fulltNamn ?? enhet.vardkommun].join(' · ')
  const dokument = new Document({
    title: text.titel(ar),
    creator: enhet.namn,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } } } } },
    sections: [{
      properties: { page: { size: A4, margin: { top: MARGINAL, bottom: MARGINAL, left: MARGINAL, right: MARGINAL } } },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 18, children: [text.sida, PageNumber.CURRENT, text.av, PageNumber.TOTAL_PAGES] })] })] }) },
      children: [
        new Paragraph({ children: [new TextRun({ text: avsandare, color: '333333' })] }),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(text.titel(ar))] }),
        ...(kapitel.some((k) => k.tabeller.length > 0) ? [stycke(`${faststalld === null ? text.preliminara : text.faststallda(faststalld)} ${text.maskerat}`)] : []),
        ...kapitel.flatMap((k) => [
          new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 320, after: 80 }, children: [new TextRun({ text: k.rubrik, color: '000000' })] }),
          ...stycken(k.text).map(stycke),
          ...k.tabeller.flatMap((id) => tabellMedBild(statistik.tabeller.find((t) => t.id === id), arsnamn)),
        ]),
      ],
    }],
  })
  return Packer.toBuffer(dokument)
}

const stycke = (innehall: string) => new Paragraph({ spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO }, children: [new TextRun(innehall)] })

function tabellMedBild(tabell: Statistiktabell | undefined, ar: readonly string[]): (Paragraph | Table)[] {
  if (tabell === undefined || tabell.rader.length === 0) return []
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 200, after: 60 }, children: [new TextRun({ text: tabell.namn, color: '000000' })] }),
    ...bilder(tabell, ar),
    new Table({
      width: { size: BREDD, type: WidthType.DXA },
      columnWidths: kolumnbredder(ar.length),
      borders: { top: STARK, bottom: STARK, left: INGEN, right: INGEN, insideHorizontal: LINJE, insideVertical: INGEN },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: ['', ...ar].map((rubrik, i) => cell(rubrik, i, ar.length, true)) }),
        ...tabell.rader.map((rad) => new TableRow({ cantSplit: true, children: [rad.indrag ? `   ${rad.namn}` : rad.namn, ...rad.celler.map((c) => cellText(c, rad.slag))].map((t, i) => cell(t, i, ar.length, false)) })),
      ],
    }),
    new Paragraph({ spacing: { before: 60, after: 160 }, children: [new TextRun({ text: tabell.regel, size: 18, color: '333333' })] }),
  ]
}

const TALSPALT = 1150
const kolumnbredder = (antal: number) => [BREDD - antal * TALSPALT, ...Array.from({ length: antal }, () => TALSPALT)]

function cell(innehall: string, i: number, antal: number, rubrik: boolean): TableCell {
  return new TableCell({
    width: { size: kolumnbredder(antal)[i] ?? TALSPALT, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, right: 80 },
    children: [new Paragraph({ alignment: i === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT, children: [new TextRun({ text: innehall, bold: rubrik, size: 20 })] })],
  })
}

const DATAETIKETT = { value: true, font: { size: 8 } } as const
const bild = (chart: ChartRun) => new Paragraph({ keepNext: true, children: [chart] })
const varden = (rad: Statistikrad) => rad.celler.map((c) => c.varde)
const KANTLOS = { chartArea: { border: 'none' }, valueAxis: { visible: false, gridlines: false } } as const

/** The same pictures as on the screen and on paper: lines for what goes on, columns for what is measured, bars for a list. */
function bilder(tabell: Statistiktabell, ar: readonly string[]): Paragraph[] {
  const { id, rader } = tabell
  const valda = (...koder: string[]) => koder.flatMap((kod) => rader.find((rad) => rad.kod === kod) ?? [])
  const linjer = id === 'klienter' ? valda('stod', 'nya', 'avslutade') : id === 'uppdrag' ? valda('paborjade', 'avslutade', 'utgaende') : []
  if (linjer.length > 0) {
    const streck = ['solid', 'dash', 'dot'] as const
    return [bild(new ChartRun({
      type: 'line', categories: [...ar], markers: true, chartArea: { border: 'none' }, transformation: { width: BILDBREDD, height: 260 },
      series: linjer.map((rad, i) => ({ name: rad.namn, values: varden(rad), color: ACCENT, line: { color: ACCENT, dash: streck[i] ?? 'solid' }, dataLabels: { ...DATAETIKETT, position: 'above' } })),
    }))]
  }
  if (id === 'tider' || id === 'tjanster') {
    return [new Paragraph({
      keepNext: true,
      children: rader.map((rad) => new ChartRun({
        type: 'column', title: { text: rad.namn, font: { size: 9 } }, legend: false, categories: [...ar], ...KANTLOS, transformation: { width: Math.floor(BILDBREDD / rader.length) - 4, height: 170 },
        series: [{ name: rad.namn, values: varden(rad), color: ACCENT, dataLabels: DATAETIKETT }],
      })),
    })]
  }
  const delar = rader.filter((rad) => !['kontakter', 'avslutade', 'brister', 'observationer'].includes(rad.kod))
  const sista = ar.length - 1
  if (delar.every((rad) => rad.celler[sista]?.varde == null)) return []
  // A list of five years would be unreadable as one chart: the last two, as bars that Word can show more of.
  return [bild(new ChartRun({
    type: 'bar', categories: delar.map((rad) => rad.namn), ...KANTLOS, categoryAxis: { reverseOrder: true }, gapWidth: 60, transformation: { width: BILDBREDD, height: 70 + delar.length * 30 },
    series: ar.map((namn, i) => ({ namn, i })).slice(-2).map(({ namn, i }) => ({ name: namn, values: delar.map((rad) => rad.celler[i]?.varde ?? null), color: i === sista ? ACCENT : MJUK, dataLabels: DATAETIKETT })),
  }))]
}
