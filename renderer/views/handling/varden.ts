import type { Falt, Faltvarde, Kolumn, Punktid, Tabellrad } from '../../../db/model/blankett/typer.ts'
import type { Faltlage, Siffra, Tabell } from '../../../db/model/handling/typer.ts'
import { redovisning } from '../../texter/redovisning.ts'
import { antal, endecimal, STRECK, tvadecimaler } from '../../print/tal.ts'

const SOM = [antal, endecimal, tvadecimaler] as const

/** A number with its decimals; a dash where it cannot be said. */
export const taltext = (varde: number | null, decimaler: 0 | 1 | 2): string => (varde === null ? STRECK : SOM[decimaler](varde))

/** Persons are what most figures count: said by the label, not again by the unit. */
const UNDERFORSTADD = 'personer'

/** A number with its unit, as it stands alone: "302 400 kr", "14 dagar", "61". */
export function medEnhet(varde: number | null, { decimaler, enhet }: { readonly decimaler: 0 | 1 | 2; readonly enhet: string }): string {
  const text = taltext(varde, decimaler)
  return varde === null || enhet === '' || enhet === UNDERFORSTADD ? text : `${text}\u00a0${enhet}`
}

/** Reads a number as it is written in Swedish ("1 204,5"); undefined for what is none, has too many decimals, or is negative. */
export function tolkaTal(text: string, decimaler: 0 | 1 | 2): number | undefined {
  const rent = text.replaceAll(/[\s\u00a0]/gu, '').replace(',', '.')
  const monster = decimaler === 0 ? /^\d{1,12}$/u : new RegExp(`^\\d{1,12}(\\.\\d{1,${decimaler}})?$`, 'u')
  return monster.test(rent) ? Number(rent) : undefined
}

/** A number as it is typed: no spaces, a comma, no decimals that say nothing. */
export const skrivTal = (varde: number): string => String(varde).replace('.', ',')

/** The fields of a point that belong to the form as it is used. */
export const paFalt = (falt: readonly Faltlage[], punkt?: Punktid): Faltlage[] => falt.filter((f) => f.falt.pa && (punkt === undefined || f.punkt === punkt))

export const stegKlart = (falt: readonly Faltlage[], punkt: Punktid): boolean => paFalt(falt, punkt).every((f) => !f.saknas && !f.forifyllt)

/**
 * How the fields of a point stand on the page: figures after each other are the rows of one table, and narrow tables
 * after each other stand beside each other.
 */
export type Faltgrupp =
  | { readonly slag: 'siffror'; readonly falt: readonly Faltlage[] }
  | { readonly slag: 'tabeller'; readonly falt: readonly Faltlage[] }
  | { readonly slag: 'ensam'; readonly falt: readonly [Faltlage] }

const smal = (f: Faltlage) => f.falt.typ === 'tabell' && (f.tabell?.kolumner.length ?? 0) <= 1

export function faltgrupper(falt: readonly Faltlage[]): Faltgrupp[] {
  const grupper: Faltgrupp[] = []
  for (const f of falt) {
    const slag = f.falt.typ === 'siffra' ? 'siffror' : smal(f) ? 'tabeller' : 'ensam'
    const forra = grupper.at(-1)
    if (slag !== 'ensam' && forra?.slag === slag) grupper[grupper.length - 1] = { slag, falt: [...forra.falt, f] }
    else grupper.push(slag === 'ensam' ? { slag, falt: [f] } : { slag, falt: [f] })
  }
  return grupper
}

const arSiffra = (cell: Siffra | string): cell is Siffra => typeof cell !== 'string'
const siffrorI = (tabell: Tabell | null): Siffra[] => (tabell === null ? [] : [...tabell.rader.flatMap((r) => r.celler), ...(tabell.summa ?? [])].filter(arSiffra))

/** Every figure of the form by its id, as it stands there. */
export function allaSiffror(falt: readonly Faltlage[]): ReadonlyMap<string, Siffra> {
  return new Map(falt.flatMap((f) => [...(f.siffra ? [f.siffra] : []), ...siffrorI(f.tabell)]).map((s) => [s.figur, s]))
}

/** "61 + 47 = 49 + 59 = 108. En person räknas en gång."; undefined where the figures do not add up (one has been corrected) or are not all in the form. */
export function kontrollsumma(siffror: ReadonlyMap<string, Siffra>): string | undefined {
  const [ingaende, nya, avslutade, utgaende, stod] = ['ingaende', 'nya', 'avslutade', 'utgaende', 'stod'].map((id) => siffror.get(`klienter.${id}`)?.varde ?? Number.NaN) as [number, number, number, number, number]
  if (ingaende + nya !== stod || avslutade + utgaende !== stod) return undefined
  return redovisning.personer.kontrollsumma({ ingaende: antal(ingaende), nya: antal(nya), avslutade: antal(avslutade), utgaende: antal(utgaende), stod: antal(stod) })
}

/** Whether last year says anything that can be set beside. */
export const harFjol = (falt: readonly Faltlage[]): boolean => falt.some((f) => f.siffra?.fjol != null)

/** The rows of an own table: one per kommun in their order, or as they were written. */
export function tabellrader(falt: Extract<Falt, { typ: 'egen_tabell' }>, varde: Faltvarde, kommuner: readonly string[]): Tabellrad[] {
  const rader: Tabellrad[] = Array.isArray(varde) ? varde : []
  if (falt.rader === 'fria') return rader
  return kommuner.map((kommun) => ({ ...rader.find((rad) => rad['kommun'] === kommun), kommun }))
}

/** What a cell holds as it is typed. */
export const celltext = (varde: string | number | null | undefined): string => (varde == null ? '' : typeof varde === 'number' ? skrivTal(varde) : varde)

/** What has been typed in a cell as it is kept; undefined when a number cannot be read. */
export function cellvarde(text: string, kolumn: Pick<Kolumn, 'typ' | 'decimaler'>): string | number | null | undefined {
  if (text.trim() === '') return null
  return kolumn.typ === 'tal' ? tolkaTal(text, kolumn.decimaler as 0 | 1 | 2) : text
}

/** The sum of a column of numbers; null when nobody has written any. */
export function kolumnsumma(rader: readonly Tabellrad[], kolumn: string): number | null {
  const tal = rader.map((rad) => rad[kolumn]).filter((v) => typeof v === 'number')
  return tal.length === 0 ? null : tal.reduce((summa, v) => summa + Math.round(v * 100), 0) / 100
}

/** How the page says a filled-in value. */
export function vardetext(varde: Faltvarde, decimaler: 0 | 1 | 2 = 2): string {
  if (varde === null || varde === '') return ''
  if (typeof varde === 'boolean') return varde ? 'Ja' : 'Nej'
  if (typeof varde === 'number') return taltext(varde, Number.isInteger(varde) ? 0 : decimaler)
  return typeof varde === 'string' ? varde : ''
}
