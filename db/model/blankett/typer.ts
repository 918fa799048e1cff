import { z } from 'zod'
import { zRad, zText } from '../grund.ts'
import { FIGURTABELLER } from './figurtabeller.ts'

/**
 * A länsstyrelse's form as data (DOMAIN §3): the points of the förordning are fixed, the fields under them are
 * the form's own. A form is versioned: what has been used is never changed, a change is the next version.
 */

export const SLAG = ['redovisning', 'ansokan'] as const
export type Slag = (typeof SLAG)[number]

/** The points that every form holds, each once, with the paragraph they come from. */
export const PUNKTER = {
  redovisning: {
    tjanster: '10 § 1', personer: '10 § 2', riktlinjer: '10 § 3', organisation: '10 § 4', brister: '10 § 5', ekonomi: '15 §',
  },
  ansokan: {
    kommuner: '8 § 1', arsanstallningar: '8 § 2', driftsform: '8 § 3', samverkan: '8 § 4', arbetssatt: '8 § 5', stod: '8 § 6', uppfoljning: '8 § 7',
  },
} as const satisfies Record<Slag, Record<string, string>>
export type Punktid = { [S in Slag]: keyof (typeof PUNKTER)[S] }[Slag]

const ID = 'Id skrivs med små bokstäver a–z, siffror och understreck, och börjar med en bokstav.'
export const zFaltid = z.string(ID).regex(/^[a-z][a-z0-9_]{0,39}$/u, ID)
/** Id of a figure: see `db/model/redovisning/figurid.ts`. */
export const zFigurid = z.string('Ange siffrans id, till exempel klienter.stod.').regex(/^[\w.–+-]{1,120}$/u, 'Ange siffrans id, till exempel klienter.stod.')

const gemensamt = {
  id: zFaltid,
  etikett: zRad('Skriv vad fältet heter.', 200),
  hjalp: zText(1000).default(''),
  /** Off: the field is left out of the form but kept in the definition, to be switched on again. */
  pa: z.boolean('Fältets pa ska vara true eller false.').default(true),
  /** Empty when the form is fixed: a check that must be mended. */
  kravs: z.boolean('Fältets kravs ska vara true eller false.').default(false),
}
const decimaler = z.int('Antalet decimaler är 0, 1 eller 2.').min(0, 'Antalet decimaler är 0, 1 eller 2.').max(2, 'Antalet decimaler är 0, 1 eller 2.').default(0)

/** A column of a table that the unit fills in itself. */
export const zKolumn = z.object({
  id: zFaltid,
  rubrik: zRad('Skriv vad kolumnen heter.', 120),
  typ: z.enum(['text', 'tal'], 'Kolumnens typ är text eller tal.'),
  enhet: zText(20).default(''),
  decimaler,
  /** `sokt`: the årsanställningar applied for in that kommun; the amount is reckoned from them (8 § 2). */
  bunden: z.enum(['sokt'], 'En kolumn kan bara bindas till sokt.').nullable().default(null),
})
export type Kolumn = z.infer<typeof zKolumn>

export const zFalt = z.discriminatedUnion('typ', [
  /** A number that Lotsen counts. */
  z.object({ ...gemensamt, typ: z.literal('siffra'), figur: zFigurid }),
  /** A number that is typed. */
  z.object({ ...gemensamt, typ: z.literal('tal'), enhet: zText(20).default(''), decimaler }),
  z.object({
    ...gemensamt, typ: z.literal('text'),
    maxLangd: z.int('Skriv textens största längd som ett heltal.').min(1, 'Textens största längd är minst 1 tecken.').max(20_000, 'Textens största längd är högst 20 000 tecken.').default(4000),
  }),
  z.object({ ...gemensamt, typ: z.literal('ja_nej') }),
  /** A table that Lotsen counts. */
  z.object({ ...gemensamt, typ: z.literal('tabell'), tabell: z.enum(FIGURTABELLER, 'Tabellen finns inte. Välj en av Lotsens tabeller.') }),
  /** A table that the unit fills in: a row per kommun, or rows of its own. */
  z.object({
    ...gemensamt, typ: z.literal('egen_tabell'), rader: z.enum(['kommuner', 'fria'], 'Tabellens rader är kommuner eller fria.'),
    kolumner: z.array(zKolumn).min(1, 'En tabell behöver minst en kolumn.').max(8, 'En tabell har högst åtta kolumner.'),
  }),
], 'Fältets typ är siffra, tal, text, ja_nej, tabell eller egen_tabell.')
export type Falt = z.infer<typeof zFalt>
export type Faltslag = Falt['typ']

export const zPunkt = z.object({
  id: z.enum([...Object.keys(PUNKTER.redovisning), ...Object.keys(PUNKTER.ansokan)] as Punktid[], 'Punkten finns inte i förordningen.'),
  rubrik: zRad('Skriv punktens rubrik.', 200),
  falt: z.array(zFalt).max(100, 'En punkt har högst 100 fält.'),
})
export type Punkt = z.infer<typeof zPunkt>

const AR = 'Skriv ett år mellan 2000 och 2100.'
/** What a form holds apart from its identity: what is edited, and what a county's file brings. */
export const zBlankettinnehall = z.object({
  slag: z.enum(SLAG, 'Slaget är redovisning eller ansokan.'),
  namn: zRad('Skriv vad blanketten heter.', 100),
  /** County code ("20"), or null for any. */
  lan: z.string('Länet skrivs med två siffror, till exempel 20.').regex(/^\d{2}$/u, 'Länet skrivs med två siffror, till exempel 20.').nullable().default(null),
  /** Years it is for, both included; `till` null = without end. */
  fran: z.int(AR).min(2000, AR).max(2100, AR),
  till: z.int(AR).min(2000, AR).max(2100, AR).nullable().default(null),
  punkter: z.array(zPunkt),
})
export type Blankettinnehall = z.infer<typeof zBlankettinnehall>

/** A form as it is used: `version` 1, 2 …; `inbyggd` = shipped with Lotsen, to be copied but not changed. */
export interface Blankett extends Blankettinnehall {
  readonly id: string
  readonly version: number
  readonly inbyggd: boolean
}
export interface BlankettRad {
  id: string
  version: number
  slag: Slag
  namn: string
  lan: string | null
  fran: number
  till: number | null
  inbyggd: boolean
  /** How many handlingar are made on any version of it. */
  anvands: number
}

/** The value of a field that is filled in: null = empty. */
export const zFaltvarde = z.union([
  z.null(), z.number(), z.boolean(), z.string().max(40_000),
  z.array(z.record(z.string(), z.union([z.string().max(4000), z.number(), z.null()]))).max(300),
])
export type Faltvarde = z.infer<typeof zFaltvarde>
/** A row of an own table: column id → value; with a row per kommun also `kommun`. */
export type Tabellrad = Record<string, string | number | null>
