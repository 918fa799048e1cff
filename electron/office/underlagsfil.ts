import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { etikett, type Kodlistor } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import type { Motesbrist, Underlag, Underlagstal } from '../../db/model/ledningsgrupp.ts'
import type { Rapportbrist } from '../../db/model/systemfel/index.ts'

/** The format that docs/ledningsgrupp-export.md describes. A change that a reader must know of raises the number. */
export const EXPORTFORMAT = 'lotsen-ledningsgrupp'
export const EXPORTVERSION = 1

const TALNAMN: Record<Underlagstal['vad'], string> = {
  stod: 'Personer som haft stöd', nya: 'Nya personer', avslutade: 'Avslutade uppdrag', ko: 'I kö', kontakter: 'Kontakter',
}

type Exportbrist = Rapportbrist & Partial<Pick<Motesbrist, 'beslutStatus' | 'beslut'>>

/** The underlag without anybody's name: neither who noticed nor who sits in the group. */
export function somExport(u: Underlag, listor: Kodlistor) {
  const kod = (lista: 'systemfel_kategori' | 'systemfel_niva' | 'aktor' | 'systemfel_status', k: string) => ({ kod: k, namn: etikett(listor, lista, k) })
  const brist = (b: Exportbrist) => ({
    kategori: kod('systemfel_kategori', b.kategori), niva: kod('systemfel_niva', b.niva), aktor: kod('aktor', b.aktor),
    kommun: b.kommun, vad: b.vad, foljd: b.foljd, forslag: b.forslag, status: kod('systemfel_status', b.status), statusFran: b.statusDatum,
    iakttagelser: { antal: b.antal, forst: b.forst, senast: b.senast, kommuner: b.kommuner.filter((k) => k !== null), helaEnheten: b.kommuner.includes(null) },
    beslut: b.beslutStatus == null ? null : { status: kod('systemfel_status', b.beslutStatus), text: b.beslut ?? '' },
  })
  return {
    format: EXPORTFORMAT, version: EXPORTVERSION, enhet: u.enhet, ledningsgrupp: u.grupp.namn, mote: u.mote.datum, forraMotet: u.forra, skapad: u.idag,
    brister: u.brister.map(brist), nyaSedanForra: u.sedanSist.map(brist),
    tal: { ar: u.ar, rader: u.tal.map(({ vad, aret, fjol }) => ({ kod: vad, namn: TALNAMN[vad], aret, fjol })) },
  }
}

/** Always a text cell: what begins with = + - @ must not become a formula. */
const text = (value: string): Cell => ({ type: String, value, wrap: true, alignVertical: 'top' })
const rubrik = (value: string): Cell => ({ type: String, value, fontWeight: 'bold', backgroundColor: '#e2eeed' })
const platser = (kommuner: readonly string[], hela: boolean) => [...(hela ? ['Hela enheten'] : []), ...kommuner.map(kommunNamn)].join(', ')

/** The same as a workbook: one sheet of brister, one of figures. */
export function somXlsx(u: Underlag, listor: Kodlistor): Promise<Buffer> {
  const e = somExport(u, listor)
  const rader = [...e.brister.map((b) => ({ b, del: 'På mötet' })), ...e.nyaSedanForra.map((b) => ({ b, del: 'Ny sedan förra mötet' }))]
  const kolumner = ['Del', 'Kategori', 'Nivå', 'Ansvarig aktör', 'Var', 'Vad händer', 'Vad leder det till', 'Förslag', 'Status', 'Från', 'Iakttagelser', 'Först', 'Senast', 'Beslut']
  const bredd = [14, 20, 16, 20, 20, 50, 40, 40, 20, 12, 12, 12, 12, 40]
  return writeXlsxFile([
    {
      sheet: 'Brister', stickyRowsCount: 1, columns: bredd.map((width) => ({ width })),
      data: [kolumner.map(rubrik), ...rader.map(({ b, del }): Cell[] => [
        text(del), text(b.kategori.namn), text(b.niva.namn), text(b.aktor.namn), text(platser(b.iakttagelser.kommuner, b.iakttagelser.helaEnheten)), text(b.vad), text(b.foljd), text(b.forslag),
        text(b.status.namn), text(b.statusFran), { type: Number, value: b.iakttagelser.antal }, text(b.iakttagelser.forst), text(b.iakttagelser.senast),
        text(b.beslut === null ? '' : [b.beslut.status.namn, b.beslut.text].filter((del2) => del2 !== '').join(': ')),
      ])],
    },
    {
      sheet: 'Siffror', stickyRowsCount: 1, columns: [{ width: 30 }, { width: 14 }, { width: 14 }],
      data: [['Uppgift', `${e.tal.ar} hittills`, String(e.tal.ar - 1)].map(rubrik), ...e.tal.rader.map((rad): Cell[] => [text(rad.namn), text(rad.aret), text(rad.fjol)])],
    },
  ]).toBuffer()
}
