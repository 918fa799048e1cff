import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsxFile, { type Cell, type Feature, type SheetData } from 'write-excel-file/node'
import { type Kodlistor, giltiga } from '../../../db/model/kodlistor.ts'
import { kolumnbokstav } from '../../../db/model/importera/celler.ts'
import { KOLUMNER, KOLUMNNAMN, type Kolumn, LISTA_FOR, type Listkolumn } from '../../../db/model/importera/kolumner.ts'
import type { Datum } from '../../../db/model/kalender.ts'

export const MALLNAMN = 'lotsen-register.xlsx'

/** How far down the template's lists reach. */
const RADER = 5000
const BLAD = { register: 'Register', forklaring: 'Förklaring', listor: 'Listor' } as const

/** What the template offers to choose from: names of the office's kommuner, its ombud's user names, its code lists as they are on a day. */
export interface Mallval {
  readonly kommuner: readonly string[]
  readonly ombud: readonly string[]
  readonly kodlistor: Kodlistor
  readonly idag: Datum
}

const INNEHALL: Record<Kolumn, string> = {
  arendenummer: 'ÅÅÅÅ-NNNN, till exempel 2026-0014. Behövs när det finns ett uppdrag. Rader med samma ärendenummer är samma klient.',
  kommun: 'Kommunens namn eller kod. Behövs alltid.',
  ombud: 'Ombudets användarnamn i Lotsen. Behövs när det finns ett uppdrag.',
  kon: 'Ett värde ur listan. Tomt = uppgift saknas. Lika på alla rader för samma klient.',
  fodelsear: 'Fyra siffror, till exempel 1975. Aldrig personnummer. Tomt = uppgift saknas.',
  kontaktdatum: 'När kontakten togs, till exempel 2026-03-01. Behövs alltid.',
  kontaktvag: 'Ett värde ur listan. Tomt = uppgift saknas.',
  initiativtagare: 'Vem som tog kontakt: ett värde ur listan. Tomt = uppgift saknas.',
  orsaker: 'Ett eller flera värden ur listan, åtskilda med |.',
  livsomraden: 'Ett eller flera värden ur listan, åtskilda med |. Hör till uppdraget.',
  utfall: 'Vad kontakten ledde till: ett värde ur listan. Lämnas tomt när startdatum är ifyllt.',
  kodatum: 'När personen ställdes i kö.',
  kolamnad: 'När personen lämnade kön utan att få ett uppdrag.',
  startdatum: 'Uppdragets första dag.',
  planerat_slut: 'När uppdraget är tänkt att vara klart.',
  slutdatum: 'Uppdragets sista dag. Tomt = uppdraget pågår.',
  avslutsorsak: 'Ett värde ur listan. Behövs när slutdatum är ifyllt.',
  namn: 'Klientens namn. Kan lämnas tomt. Bara klientens ombud kan läsa det i Lotsen.',
  telefon: 'Klientens telefonnummer. Kan lämnas tomt. Bara klientens ombud kan läsa det i Lotsen.',
}

const EXEMPEL: Partial<Record<Kolumn, string>> = {
  arendenummer: '2026-0014', kontaktdatum: '2026-02-20', startdatum: '2026-03-01', planerat_slut: '2026-12-01', fodelsear: '1975',
}

/** Always a text cell: what begins with = + - @ must not become a formula. */
const text = (value: string, rest: Omit<Exclude<Cell, string | number | boolean | Date | null | undefined>, 'value' | 'type'> = {}): Cell => ({ ...rest, type: String, value })
const rubrik = (value: string) => text(value, { fontWeight: 'bold', backgroundColor: '#e2eeed' })

const FLERVAL: readonly Kolumn[] = ['orsaker', 'livsomraden']

/** The lists of the template, each a column on a sheet of its own. */
function listor({ kommuner, ombud, kodlistor, idag }: Mallval): { kolumn: Kolumn; val: readonly string[] }[] {
  const koder = (Object.keys(LISTA_FOR) as Listkolumn[]).map((kolumn) => ({
    kolumn,
    val: giltiga(kodlistor, LISTA_FOR[kolumn], idag).map((post) => post.etikett),
  }))
  return [{ kolumn: 'kommun' as const, val: kommuner }, { kolumn: 'ombud' as const, val: ombud }, ...koder].filter(({ val }) => val.length > 0)
}

/** Drop-down lists in the register's columns, taken from the list sheet. The writer has no such thing, only a place for it. */
function nedrullning(valda: readonly { kolumn: Kolumn; val: readonly string[] }[]): Feature<Stream | Buffer | Blob> {
  const regler = valda.flatMap(({ kolumn, val }, i) => {
    if (FLERVAL.includes(kolumn)) return []
    const [mal, kalla] = [kolumnbokstav(KOLUMNER.indexOf(kolumn)), kolumnbokstav(i)]
    return [`<dataValidation type="list" allowBlank="1" sqref="${mal}2:${mal}${RADER}"><formula1>${BLAD.listor}!$${kalla}$2:$${kalla}$${val.length + 1}</formula1></dataValidation>`]
  })
  const xml = `<dataValidations count="${regler.length}">${regler.join('')}</dataValidations>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          // Right after the cells, where the format wants it as long as the sheet has no margins of its own.
          insert: ({ sheet }) => (sheet === BLAD.register ? xml : undefined),
        },
      },
    },
  }
}

/**
 * The register template as an xlsx: an empty sheet with the columns of REGISTER (INTERFACES) and
 * drop-down lists, a sheet that explains each column, a sheet with the office's lists.
 */
export async function gorMall(val: Mallval): Promise<Buffer> {
  const valda = listor(val)
  const langst = Math.max(...valda.map((lista) => lista.val.length))
  const listrader: SheetData = Array.from({ length: langst }, (_, i) => valda.map(({ val: etiketter }) => (etiketter[i] === undefined ? null : text(etiketter[i]))))
  return writeXlsxFile(
    [
      { sheet: BLAD.register, data: [KOLUMNER.map(rubrik)], columns: KOLUMNER.map(() => ({ width: 18 })), stickyRowsCount: 1 },
      {
        sheet: BLAD.forklaring,
        columns: [{ width: 18 }, { width: 26 }, { width: 90 }, { width: 16 }],
        stickyRowsCount: 1,
        data: [
          ['Kolumn', 'Betyder', 'Skriv så här', 'Exempel'].map(rubrik),
          ...KOLUMNER.map((kolumn) => [text(kolumn), text(KOLUMNNAMN[kolumn]), text(INNEHALL[kolumn], { wrap: true }), text(EXEMPEL[kolumn] ?? '')]),
        ],
      },
      { sheet: BLAD.listor, columns: valda.map(() => ({ width: 30 })), stickyRowsCount: 1, data: [valda.map(({ kolumn }) => rubrik(kolumn)), ...listrader] },
    ],
    { features: [nedrullning(valda)] },
  ).toBuffer()
}
