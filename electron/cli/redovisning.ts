import { createElement } from 'react'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { Fel } from '../../db/model/fel.ts'
import { idag, klockslag } from '../../db/model/kalender.ts'
import { hittaKommun, kommunNamn, lanForKommun } from '../../db/model/kommuner.ts'
import type { Figurer } from '../../db/model/redovisning/index.ts'
import { Redovisning } from '../../renderer/print/Redovisning.tsx'
import { renderHtml } from '../../renderer/print/renderHtml.tsx'
import type { Dokumentmeta } from '../../renderer/print/sidstil.ts'
import { kravExport } from '../office/policy.ts'
import type { Pdfmotor } from '../pdf.ts'
import { Anvandningsfel } from './flaggor.ts'
import { ANVANDARE, DATA, type Kommando } from './kommando.ts'
import { type Klient, medKontor } from './kontor.ts'
import { type Figurtabell, figurtabeller, somCsv } from './tabeller.ts'
import { skrivUtfil } from './utfil.ts'

const FORMAT = ['json', 'csv', 'xlsx', 'html', 'pdf'] as const
type Format = (typeof FORMAT)[number]
/** Formats that are bytes and would spoil a terminal. */
const BINARA: readonly Format[] = ['xlsx', 'pdf']

type Svar = Awaited<ReturnType<Klient['redovisning']['hamta']>>

const cell = (varde: string | number | null): Cell => (typeof varde === 'string' ? { type: String, value: varde } : varde === null ? null : { type: Number, value: varde })
const rubrik = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })

async function somXlsx(tabeller: readonly Figurtabell[]): Promise<Buffer> {
  return writeXlsxFile(
    tabeller.map(({ namn, kolumner, rader }) => ({
      sheet: namn,
      stickyRowsCount: 1,
      columns: kolumner.map((_, i) => ({ width: i === 0 ? 36 : 20 })),
      data: [kolumner.map(rubrik), ...rader.map((rad) => rad.map(cell))],
    })),
  ).toBuffer()
}

/** The county, when all kommuner lie in one. */
function lan(figurer: Figurer): string | undefined {
  const namn = new Set(figurer.perKommun.map(({ kommun }) => lanForKommun(kommun)?.namn))
  return namn.size === 1 ? [...namn][0] : undefined
}

/** The A4 document; the office logs the print before it is made. */
async function somHtml({ utskrifter }: Klient, { enhet, figurer, fjol }: Svar, urval: readonly string[]): Promise<string> {
  const { tid, av } = await utskrifter.logga({ dokument: 'redovisning', ar: figurer.ar })
  const meta: Dokumentmeta = {
    enhet: [enhet.namn, hittaKommun(enhet.vardkommun)?.fulltNamn ?? enhet.vardkommun].join(' · '),
    dokument: 'Redovisning',
    nummer: [String(figurer.ar), ...urval.map(kommunNamn)].join(', '),
    utskriven: { datum: idag(tid), klockan: klockslag(tid), av },
  }
  const harFjol = fjol.klienter.stod > 0 || fjol.kontakter.antal > 0
  return renderHtml(createElement(Redovisning, { meta, data: { figurer, fjol: harFjol ? fjol : null, lan: lan(figurer) } }), meta)
}

async function somFormat(format: Format, klient: Klient, svar: Svar, urval: readonly string[], gorPdf: Pdfmotor, forlopp: (vad: string) => void): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(svar.figurer, null, 2)}\n`
    case 'csv':
      return somCsv(figurtabeller(svar.figurer))
    case 'xlsx':
      return somXlsx(figurtabeller(svar.figurer))
    case 'html':
      return somHtml(klient, svar, urval)
    case 'pdf': {
      const html = await somHtml(klient, svar, urval)
      forlopp('Gör PDF')
      return gorPdf(html)
    }
  }
}

/** A sökande kommun's redovisning of the year, as the office exports it: with its texts and corrections, masked as chosen. */
async function somHandling(format: Format, { redovisning: api }: Klient, ar: number, sokande: string): Promise<Uint8Array> {
  if (format === 'html' || format === 'pdf') throw new Anvandningsfel(`--handling skrivs som json, csv eller xlsx. ${format} skrivs ut i programmet.`)
  const kod = hittaKommun(sokande)?.kod
  const handling = (await api.handlingar({ ar })).handlingar.find((h) => h.sokande === kod)
  if (handling === undefined) throw new Fel('finns_inte', `Det finns ingen redovisning ${ar} som ${kod === undefined ? sokande : kommunNamn(kod)} står för. Börja den i programmet.`)
  return new Uint8Array(await (await api.exportera({ id: handling.id, format })).arrayBuffer())
}

/** `redovisning`: the year's figures in a format; text formats go to stdout without --ut. */
export const redovisning: Kommando = {
  namn: 'redovisning',
  vad: 'Räknar årets redovisning.',
  flaggor: {
    data: DATA,
    anvandare: ANVANDARE,
    ar: { slag: 'text', kravs: true, varde: 'ÅR', vad: 'året, till exempel 2026' },
    kommun: { slag: 'flera', varde: 'KOD', vad: 'räkna som om kommunen vore hela kontoret; kan anges flera gånger' },
    handling: { slag: 'text', varde: 'KOD', vad: 'den sökande kommunens redovisning så som den är ifylld eller fastställd (json, csv, xlsx)' },
    format: { slag: 'text', val: FORMAT, vad: 'utan flaggan json' },
    ut: { slag: 'text', varde: 'FIL', vad: 'filen att skriva; krävs för xlsx och pdf, ersätter en som finns' },
    json: { slag: 'ja', vad: 'samma som --format json' },
  },
  async kor(angivet, ut, gorPdf) {
    // Figures in a file or on a terminal leave the office, whatever the format.
    kravExport()
    const format = (angivet.valfri('format') ?? 'json') as Format
    if (angivet.ja('json') && format !== 'json') throw new Anvandningsfel('--json och --format kan inte anges tillsammans, om inte formatet är json.')
    const fil = angivet.valfri('ut')
    if (fil === undefined && BINARA.includes(format)) throw new Anvandningsfel(`Formatet ${format} skrivs till en fil. Ange den med --ut.`)
    const ar = angivet.heltal('ar', 2000, 2100) ?? 0
    const kommun = angivet.flera('kommun').map((text) => {
      const kod = hittaKommun(text)?.kod
      if (kod === undefined) throw new Anvandningsfel('--kommun ska vara en kommunkod med fyra siffror, till exempel 2062.')
      return kod
    })
    const sokande = angivet.valfri('handling')
    if (sokande !== undefined && kommun.length > 0) throw new Anvandningsfel('--handling och --kommun kan inte anges tillsammans: handlingen har sina kommuner.')
    const innehall = await medKontor({ data: angivet.text('data'), anvandare: angivet.text('anvandare') }, ut, async (klient) => {
      ut.forlopp('Räknar')
      if (sokande !== undefined) return somHandling(format, klient, ar, sokande)
      const svar = await klient.redovisning.hamta({ ar, kommun })
      return somFormat(format, klient, svar, kommun, gorPdf, (vad) => ut.forlopp(vad))
    })
    if (fil === undefined) ut.bytes(Buffer.from(innehall))
    else await skrivUtfil(fil, innehall)
    return 0
  },
}
