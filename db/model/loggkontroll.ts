import { z } from 'zod'
import { zDatum, zId, zNummer, zText, zVersion } from './grund.ts'
import { idag, klockslag, plusDagar, plusManader, veckodag, type Datum, type Tid } from './kalender.ts'
import { arArbete, arOppning, type Handling } from './logg.ts'

/**
 * Loggkontroll (DESIGN §5, lag 2001:454 10 §): what in a period of the log is worth a question, and a fair sample of
 * what is not. Pure: rows and settings in, findings out. Nothing here knows a client's name; the log holds none.
 */

/** A row of the log as the control reads it. */
export interface Kontrollrad {
  readonly nr: number
  readonly tid: Tid
  readonly anvandare: string
  readonly handling: string
  readonly objekt: string | null
}

export const FYNDSLAG = ['natt_helg', 'manga_oppningar', 'utan_arbete', 'nodoppning', 'misslyckad', 'avvikelse', 'urval'] as const
export type Fyndslag = (typeof FYNDSLAG)[number]

/** Something to answer with a word: the first row it is about, whose, and how many rows there are. `misslyckad`: `objekt` is the name tried. */
export interface Fynd {
  readonly slag: Fyndslag
  readonly nr: number
  readonly tid: Tid
  readonly anvandare: string
  /** An ärendenummer, or what else the row is about; null when it is about many. */
  readonly objekt: string | null
  readonly antal: number
  /** Numbers of the rows behind it, the first ones. */
  readonly bakom: readonly number[]
}
/** How many rows behind a finding are kept to be shown; the log has the others. */
const BAKOM_HOGST = 200

/** The unit's own limits; all are settings ([A]). */
export interface Kontrollval {
  /** Whole hours of the Swedish day between which work is usual: from–to. */
  readonly dagFran: number
  readonly dagTill: number
  /** This many different cases opened by one person within `manyMinuter` is a pattern. */
  readonly mangaArenden: number
  readonly mangaMinuter: number
  /** An opening without any work in the case this many days before or after is a pattern. */
  readonly arbeteInomDagar: number
}
export const KONTROLLVAL: Kontrollval = { dagFran: 6, dagTill: 20, mangaArenden: 15, mangaMinuter: 15, arbeteInomDagar: 14 }

/** Whether a moment lies outside usual hours: before or after them, or on a Saturday or Sunday. */
export function arNattEllerHelg(tid: Tid, val: Pick<Kontrollval, 'dagFran' | 'dagTill'>): boolean {
  const timme = Number(klockslag(tid).split('.')[0])
  return timme < val.dagFran || timme >= val.dagTill || veckodag(idag(tid)) >= 6
}

/** The ärende that a row is about, or null: the number may stand beside a paper's name or a key's generation. */
export const arendet = (rad: Pick<Kontrollrad, 'objekt'>): string | null => /(?:^|\s)(\d{4}-\d{4,6})(?:\s|$)/u.exec(rad.objekt ?? '')?.[1] ?? null

/**
 * The patterns in one person's rows of a period, one finding a kind (and one a run of many openings).
 * @param rader that person's rows, oldest first: of the period and, for `utan_arbete`, of the days around it
 * @param fran and @param till first and last day of the period
 */
export function monster(rader: readonly Kontrollrad[], fran: Datum, till: Datum, val: Kontrollval = KONTROLLVAL): Fynd[] {
  const oppningar = rader.filter((rad) => arOppning(rad.handling) && dagen(rad) >= fran && dagen(rad) <= till)
  return [...fynd('natt_helg', oppningar.filter((rad) => arNattEllerHelg(rad.tid, val))), ...mangaOppningar(oppningar, val), ...fynd('utan_arbete', utanArbete(oppningar, rader, val))]
}

const dagar = new WeakMap<Kontrollrad, Datum>()
/** The row's day in Sweden, worked out once: a quarter asks many times of each row. */
function dagen(rad: Kontrollrad): Datum {
  const dag = dagar.get(rad) ?? idag(rad.tid)
  dagar.set(rad, dag)
  return dag
}

function fynd(slag: Fyndslag, rader: readonly Kontrollrad[], objekt?: string | null): Fynd[] {
  const [forsta] = rader
  if (forsta === undefined) return []
  const arenden = new Set(rader.map(arendet))
  const ensamt = arenden.size === 1 ? [...arenden][0] ?? null : null
  return [{ slag, nr: forsta.nr, tid: forsta.tid, anvandare: forsta.anvandare, objekt: objekt === undefined ? ensamt : objekt, antal: rader.length, bakom: rader.slice(0, BAKOM_HOGST).map((rad) => rad.nr) }]
}

/** Many different cases in a short time: a finding for each run, which goes on as long as its windows touch. */
function mangaOppningar(oppningar: readonly Kontrollrad[], val: Kontrollval): Fynd[] {
  const rader = oppningar.filter((rad) => arendet(rad) !== null)
  const langd = val.mangaMinuter * 60_000
  const iFonstret = new Map<string, number>()
  const svit: Kontrollrad[][] = []
  let borjan = 0
  let tackt = 0
  for (const [i, rad] of rader.entries()) {
    for (let forst = rader[borjan]; forst !== undefined && Date.parse(rad.tid) - Date.parse(forst.tid) > langd; forst = rader[++borjan]) {
      const nummer = arendet(forst) ?? ''
      const kvar = (iFonstret.get(nummer) ?? 1) - 1
      if (kvar === 0) iFonstret.delete(nummer)
      else iFonstret.set(nummer, kvar)
    }
    const nummer = arendet(rad) ?? ''
    iFonstret.set(nummer, (iFonstret.get(nummer) ?? 0) + 1)
    if (iFonstret.size < val.mangaArenden) continue
    const pagar = svit.at(-1)
    if (pagar !== undefined && borjan < tackt) pagar.push(...rader.slice(tackt, i + 1))
    else svit.push(rader.slice(borjan, i + 1))
    tackt = i + 1
  }
  return svit.flatMap((egna) => fynd('manga_oppningar', egna))
}

/** Openings of cases in which the person did nothing for a while before or after. */
function utanArbete(oppningar: readonly Kontrollrad[], alla: readonly Kontrollrad[], val: Kontrollval): Kontrollrad[] {
  const arbete = Map.groupBy(alla.filter((rad) => arArbete(rad.handling) && arendet(rad) !== null), arendet)
  return oppningar.filter((rad) => {
    const arende = arendet(rad)
    if (arende === null) return false
    const [tidigast, senast] = [plusDagar(dagen(rad), -val.arbeteInomDagar), plusDagar(dagen(rad), val.arbeteInomDagar)]
    return !(arbete.get(arende) ?? []).some((annan) => dagen(annan) >= tidigast && dagen(annan) <= senast)
  })
}

/** Acts that are asked about by themselves, whoever did them. */
const ENSKILDA = { 'overlamning.nodoppning': 'nodoppning', 'logg.avviker': 'avvikelse', 'logg.bruten': 'avvikelse', 'klocka.bakat': 'avvikelse', 'kontor.aterstallt': 'avvikelse' } as const satisfies Partial<Record<Handling, Fyndslag>>
export const ENSKILDA_HANDLINGAR = [...Object.keys(ENSKILDA), 'session.misslyckad'] as Handling[]

/** Nödöppningar and what was said of the log itself, each; and failed logins, one finding per name. @param rader those of `ENSKILDA_HANDLINGAR` */
export function enskilda(rader: readonly Kontrollrad[]): Fynd[] {
  const namnet = (rad: Kontrollrad) => rad.objekt?.split(' ')[0] ?? ''
  const misslyckade = Map.groupBy(rader.filter((rad) => rad.handling === 'session.misslyckad'), namnet)
  return [
    ...rader.flatMap((rad) => (rad.handling in ENSKILDA ? fynd(ENSKILDA[rad.handling as keyof typeof ENSKILDA], [rad], null) : [])),
    ...[...misslyckade].flatMap(([namn, forsok]) => fynd('misslyckad', forsok, namn)),
  ]
}

/**
 * A fair sample of openings: by lot, each with the same chance, but each person who opened anything is drawn at least
 * once while the sample has room. The same lots give the same sample, so that a check can be made again.
 * @param oppningar the openings of the period, in any order
 * @param antal how many to draw
 * @param lott the lot of a row by its number: drawn from something that nobody could choose; the lowest is drawn first
 */
export function draUrval(oppningar: readonly Kontrollrad[], antal: number, lott: (nr: number) => string): Fynd[] {
  const dragna = oppningar.map((rad) => ({ rad, lott: lott(rad.nr) })).sort((a, b) => (a.lott < b.lott ? -1 : 1)).map(({ rad }) => rad)
  const enVar = dragna.filter((rad, i) => dragna.findIndex((annan) => annan.anvandare === rad.anvandare) === i)
  return [...new Set([...enVar, ...dragna])].slice(0, antal).sort((a, b) => a.nr - b.nr)
    .map((rad) => ({ slag: 'urval', nr: rad.nr, tid: rad.tid, anvandare: rad.anvandare, objekt: arendet(rad), antal: 1, bakom: [rad.nr] }))
}

/** Whether a row's act is the opening of a client's data in one case. */
export const arArendeoppning = (rad: Kontrollrad): boolean => arOppning(rad.handling) && arendet(rad) !== null

/** When the next loggkontroll is due: an interval in months after the last, or after the office was made. */
export const nastaKontroll = (senaste: Datum | null, kontoretSkapat: Datum, manader: number): Datum => plusManader(senaste ?? kontoretSkapat, manader)

export const SVAR = ['inget_att_anmarka', 'forklarat', 'foljs_upp'] as const
export type Kontrollsvarskod = (typeof SVAR)[number]

export const zBorjaKontroll = z.object({ fran: zDatum(), till: zDatum() })
  .refine((v) => v.fran <= v.till, { path: ['till'], message: 'Slutdatum kan inte ligga före startdatum.' })
export const zSvaraFynd = z.object({
  id: zId, version: zVersion, svar: z.enum(SVAR, 'Välj ett svar.'), ord: zText(500),
}).refine((v) => v.svar === 'inget_att_anmarka' || v.ord !== '', { path: ['ord'], message: 'Skriv med några ord vad förklaringen är eller vad som ska göras.' })
export const zSkrivUnder = z.object({ id: zId, version: zVersion, ord: zText(4000) })
export const zLoggfraga = z.object({
  fran: zDatum(), till: zDatum(), anvandareId: z.string().max(60).nullable().default(null), nummer: zNummer.nullable().default(null),
  /** Rows before this number: the next page. */
  fore: z.int().min(1).nullable().default(null),
}).refine((v) => v.fran <= v.till, { path: ['till'], message: 'Slutdatum kan inte ligga före startdatum.' })
export const zHuvudprov = z.object({ nr: z.int('Skriv radens nummer med siffror.').min(1, 'Skriv radens nummer med siffror.'), summa: z.string().trim().toLowerCase().transform((s) => s.replace(/\s/gu, '')).pipe(z.string().regex(/^[0-9a-f]{16,64}$/, 'Skriv minst de 16 första tecknen av kontrollsumman, som de står på papperet.')) })

export interface LoggradVisad { nr: number; tid: Tid; vem: string; handling: string; objekt: string | null; orsak: string | null }
export interface FyndRad extends Fynd { id: string; version: number; vem: string; svar: Kontrollsvarskod | null; ord: string }
export interface KontrollRad {
  id: string; fran: Datum; till: Datum; borjad: Tid; av: string; rader: number; oppningar: number
  /** Null while it is going on. */
  klar: Tid | null
  ord: string; fynd: number; besvarade: number; version: number
}
export interface Loggkontroll extends KontrollRad { huvud: { nr: number; summa: string }; lista: FyndRad[]; undertecknad: boolean | null }
/** What the walks of the chain have found, and not yet found whole again: the first row that does not fit (null: the table's guards are gone), and since when it is known. */
export interface Kedjebrott { nr: number | null; sedan: Tid }
export interface Kontrollage { senaste: Datum | null; nasta: Datum; forsenad: boolean; pagar: string | null; forslag: { fran: Datum; till: Datum } }
