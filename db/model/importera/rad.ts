import type { Datum } from '../kalender.ts'
import { UPPGIFT_SAKNAS, UTFALL } from '../kodlistor.ts'
import { type Datumkolumn, KOLUMNNAMN } from './kolumner.ts'
import { TEXT } from './texter.ts'
import type { Radlasare, Varde } from './varden.ts'

/** A row by itself: every cell read, the cells compared with each other. undefined = reported as wrong. */
export interface Registerrad {
  readonly nummer: number
  readonly nyckel: string
  readonly arende: Varde<string>
  readonly kommun: Varde<string>
  readonly ombudId: Varde<string>
  readonly kon: Varde<string>
  readonly fodelsear: Varde<number>
  readonly kontaktdatum: Varde<Datum>
  readonly kontaktvag: string
  readonly initiativtagare: string
  readonly orsaker: readonly string[]
  readonly livsomraden: readonly string[]
  readonly utfall: string
  readonly kodatum: Varde<Datum>
  readonly kolamnad: Varde<Datum>
  readonly start: Varde<Datum>
  readonly planeratSlut: Varde<Datum>
  readonly slut: Varde<Datum>
  readonly avslutsorsak: Varde<string>
  readonly namn: Varde<string>
  readonly telefon: Varde<string>
  /** The row has something in startdatum, right or wrong. */
  readonly harUppdrag: boolean
}

const gransnamn: Record<Datumkolumn, string> = {
  kontaktdatum: 'kontaktdatum',
  kodatum: 'ködatum',
  kolamnad: 'kölämnad',
  startdatum: 'startdatum',
  planerat_slut: 'planerat slut',
  slutdatum: 'slutdatum',
}

type Radensdatum = Readonly<Record<Datumkolumn, Varde<Datum>>>

/** Reports `kolumn` when it lies before the first of `granser` that it lies before. */
function ordning(las: Radlasare, d: Radensdatum, kolumn: Datumkolumn, granser: readonly Datumkolumn[]): void {
  const datum = d[kolumn]
  if (typeof datum !== 'string') return
  const bruten = granser.find((grans) => datum < (d[grans] ?? ''))
  if (bruten !== undefined) las.fel(kolumn, TEXT.ejFore(KOLUMNNAMN[kolumn], gransnamn[bruten]))
}

function granskaDatum(las: Radlasare, d: Radensdatum): void {
  ordning(las, d, 'kodatum', ['kontaktdatum'])
  ordning(las, d, 'kolamnad', ['kodatum', 'kontaktdatum'])
  ordning(las, d, 'startdatum', ['kodatum', 'kontaktdatum'])
  ordning(las, d, 'planerat_slut', ['startdatum'])
  ordning(las, d, 'slutdatum', ['startdatum'])
}

/** Queue: kolamnad excludes startdatum and needs kodatum (INTERFACES REGISTER). */
function granskaKo(las: Radlasare, d: Radensdatum): void {
  if (d.kolamnad === null) return
  if (d.startdatum !== null) las.fel('kolamnad', TEXT.kolamnadOchStart)
  else if (d.kodatum === null) las.fel('kolamnad', TEXT.kolamnadUtanKo)
}

/** The outcome: of a row with an uppdrag always Uppdrag; empty otherwise = in the queue, or not decided yet. */
function granskaUtfall(las: Radlasare, utfall: Varde<string>, d: Radensdatum): string {
  if (d.startdatum !== null) {
    if (typeof utfall === 'string' && utfall !== UTFALL.uppdrag) las.fel('utfall', TEXT.utfallMedStart)
    return UTFALL.uppdrag
  }
  if (utfall === UTFALL.uppdrag) las.fel('utfall', TEXT.uppdragUtanStart)
  if (utfall === UTFALL.iKo) {
    if (d.kodatum === null) las.fel('utfall', TEXT.ikoUtanKodatum)
    else if (d.kolamnad !== null) las.fel('utfall', TEXT.ikoLamnad)
  }
  return utfall ?? (d.kodatum !== null && d.kolamnad === null ? UTFALL.iKo : UTFALL.annuInteAvgjort)
}

/** What belongs to an uppdrag stands only beside startdatum, and what an uppdrag needs stands there. */
function granskaUppdrag(las: Radlasare, d: Radensdatum, avslutsorsak: Varde<string>, arende: Varde<string>, ombud: Varde<string>): void {
  if (d.startdatum === null) {
    for (const kolumn of ['planerat_slut', 'slutdatum', 'avslutsorsak'] as const) {
      if (las.fyllt(kolumn)) las.fel(kolumn, TEXT.kraverUppdrag(KOLUMNNAMN[kolumn]))
    }
    return
  }
  if (arende === null) las.saknas('arendenummer', TEXT.uppdragKraver('Ärendenummer'))
  if (ombud === null) las.saknas('ombud', TEXT.uppdragKraver('Ombud'))
  if (d.slutdatum !== null && avslutsorsak === null) las.saknas('avslutsorsak', TEXT.slutUtanOrsak)
  if (d.slutdatum === null && avslutsorsak !== null) las.saknas('slutdatum', TEXT.orsakUtanSlut)
}

/** Checks one row by itself (INTERFACES REGISTER). Errors go to the reader's list. */
export function granskaRad(las: Radlasare): Registerrad {
  const d: Radensdatum = {
    kontaktdatum: las.datum('kontaktdatum'),
    kodatum: las.datum('kodatum'),
    kolamnad: las.datum('kolamnad'),
    startdatum: las.datum('startdatum'),
    planerat_slut: las.datum('planerat_slut'),
    slutdatum: las.datum('slutdatum'),
  }
  if (d.kontaktdatum === null) las.saknas('kontaktdatum', TEXT.saknas('Kontaktdatum'))
  const arende = las.arendenummer()
  const ombudId = las.ombud()
  const avslutsorsak = las.kod('avslutsorsak')
  const rad = {
    nummer: las.nummer,
    nyckel: las.nyckel,
    arende,
    ombudId,
    avslutsorsak,
    kommun: las.kommun([d.kontaktdatum, d.startdatum].filter((dag) => typeof dag === 'string')),
    kon: las.kod('kon'),
    fodelsear: las.fodelsear(),
    kontaktvag: las.kod('kontaktvag') ?? UPPGIFT_SAKNAS,
    initiativtagare: las.kod('initiativtagare') ?? UPPGIFT_SAKNAS,
    orsaker: las.koder('orsaker') ?? [],
    livsomraden: las.koder('livsomraden') ?? [],
    namn: las.text('namn'),
    telefon: las.text('telefon'),
    kontaktdatum: d.kontaktdatum,
    kodatum: d.kodatum,
    kolamnad: d.kolamnad,
    start: d.startdatum,
    planeratSlut: d.planerat_slut,
    slut: d.slutdatum,
    utfall: granskaUtfall(las, las.kod('utfall'), d),
    harUppdrag: d.startdatum !== null,
  }
  granskaDatum(las, d)
  granskaKo(las, d)
  granskaUppdrag(las, d, avslutsorsak, arende, ombudId)
  return rad
}
