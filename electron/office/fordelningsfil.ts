import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { Fordelningsval } from '../../db/model/fordelning.ts'
import { etikett, type Kodlistor } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import type { Kostnadsfordelning } from './contract/statsbidrag.ts'

const NYCKLAR: Record<Fordelningsval['nyckel'], string> = { lika: 'Lika delar', befolkning: 'Antal invånare', procent: 'Egen procentsats', stod: 'Klienter med stöd under året' }
const BASER: Record<Fordelningsval['nyckel'], string> = { lika: 'Delar', befolkning: 'Invånare', procent: 'Avtalad procent', stod: 'Klienter' }
const AVDRAG: Record<Fordelningsval['avdrag'], string> = { anvant: 'använt', utbetalt: 'utbetalt', beviljat: 'beviljat' }

const text = (value: string): Cell => ({ type: String, value })
const fet = (value: string): Cell => ({ type: String, value, fontWeight: 'bold' })
const tal = (value: number | null, format = '#,##0'): Cell => (value === null ? null : { type: Number, value, format })
const fettal = (value: number): Cell => ({ type: Number, value, format: '#,##0', fontWeight: 'bold' })

/** The share of costs as a workbook: the shares with their working, the cost rows, and how it was counted. Numbers are numbers. */
export async function fordelningsfil({ sokande, kostnader, val, fordelning }: Kostnadsfordelning, listor: Kodlistor, ar: number): Promise<Buffer> {
  const rader = kostnader.filter((rad) => !rad.struken)
  return writeXlsxFile([
    {
      sheet: 'Fördelning',
      stickyRowsCount: 1,
      columns: [{ width: 24 }, { width: 18 }, { width: 14 }, { width: 14 }, { width: 16 }, { width: 16 }, { width: 16 }],
      data: [
        ['Kommun', BASER[val.nyckel], 'Dagar i enheten', 'Andel i procent', 'Kostnad', 'Statsbidrag', 'Att betala'].map(fet),
        ...(fordelning.andelar ?? []).map((a) => [text(kommunNamn(a.kommun)), tal(a.bas, '#,##0.##'), tal(a.dagar), tal(a.andel, '0.00'), tal(a.kostnad), tal(a.bidrag), tal(a.attBetala)]),
        [fet('Totalt'), null, null, null, fettal(fordelning.kostnad), fettal(fordelning.bidrag), fettal(fordelning.attBetala)],
      ],
    },
    {
      sheet: 'Kostnader',
      stickyRowsCount: 1,
      columns: [{ width: 30 }, { width: 40 }, { width: 16 }],
      data: [['Slag', 'Vad', 'Kronor'].map(fet), ...rader.map((rad) => [text(etikett(listor, 'kostnadsslag', rad.slag)), text(rad.text ?? ''), tal(rad.kronor)]), [fet('Totalt'), null, fettal(fordelning.kostnad)]],
    },
    {
      sheet: 'Så är det räknat',
      columns: [{ width: 30 }, { width: 60 }],
      data: [
        [text('År'), tal(ar, '0')],
        [text('Sökande kommun'), text(kommunNamn(sokande))],
        [text('Fördelningsnyckel'), text(NYCKLAR[val.nyckel])],
        [text('Dagar i enheten'), text(val.viktaDagar ? 'Vägs in: en kommun som varit med en del av året bär den delen.' : 'Vägs inte in.')],
        [text('Statsbidrag som dras av'), text(AVDRAG[val.avdrag])],
        [text('Hur det dras av'), text(val.gemensamt ? 'Från hela kostnaden, resten fördelas efter nyckeln.' : 'Varje kommuns eget bidrag från kommunens del.')],
        [text('Avrundning'), text('Hela kronor; den krona som blir över går till den kommun som har störst rest.')],
      ],
    },
  ]).toBuffer()
}
