import { z } from 'zod'

/**
 * The year's figures: the JSON of INTERFACES "Figures" and what Lotsen adds to it. Rows carry the code
 * (`kod`) that their figure id is made of (`figurid.ts`) beside the label that the interface names.
 */

const antal = z.int().min(0)
const kommunkod = z.string().regex(/^\d{4}$/)
const nummer = z.string()
/** Two decimals of a full-time year, rounded half up. */
const arsanstallning = z.number().min(0)
const varde = z.object({ varde: z.string(), kod: z.string(), antal })

const klienter = z.object({ stod: antal, ingaende: antal, nya: antal, avslutade: antal, utgaende: antal })
/** Sums of halves and quarters. */
const omfattning = z.number().min(0)
const utbildning = { antal, deltagare: antal, deltaganden: antal, dagar: omfattning, timmar: omfattning }
const handledning = { tillfallen: antal, timmar: omfattning, deltagare: antal }
const namngiven = { varde: z.string(), kod: z.string() }

/** 10 § 1 beside the posts: who worked, what education and handledning they had, and what nobody held of what was granted. */
const bemanningsfigurer = z.object({
  /** Persons with an anställning some day of the year, and those of them without introduktionsutbildning by its end. */
  ombud: antal,
  utanIntroduktion: antal,
  utbildning: z.object({ ...utbildning, perSlag: z.array(z.object({ ...namngiven, ...utbildning })) }),
  handledning: z.object({ ...handledning, perForm: z.array(z.object({ ...namngiven, ...handledning })) }),
  /** Full-time years granted, and of those not staffed; null when nothing is written about what was granted. */
  beviljat: arsanstallning.nullable(),
  vakans: arsanstallning.nullable(),
  perKommun: z.array(z.object({ kommun: z.string(), beviljat: arsanstallning.nullable(), vakans: arsanstallning.nullable() })),
})

const bemanning = { vikarier: arsanstallning, franvaro: arsanstallning, bemannat: arsanstallning }

export const KONTROLLKODER = [
  'fodelsear_saknas',
  'fodelsear_under_18',
  'alder_utanfor_grupper',
  'orsak_saknas',
  'kontakt_ej_avgjord',
  'uppdrag_over_planerat_slut',
  'uppdrag_under_8_dagar',
  'ombud_over_100_procent',
  'franvaro_utanfor_anstallning',
  'introduktion_saknas',
  'arsanstallningar_mot_beviljat',
  'kommun_utanfor_enheten',
  'flera_kommuner',
  'gallrad',
] as const
export type Kontrollkod = (typeof KONTROLLKODER)[number]

export const kontrollSchema = z.object({
  kod: z.enum(KONTROLLKODER),
  /** How many cases, contacts or persons the check concerns. */
  antal,
  /** The ärenden concerned; empty when the check is about something else. */
  arenden: z.array(nummer),
  /** ombud_over_100_procent: the first day and the highest percent per person. */
  personer: z.array(z.object({ person: z.string(), dag: z.string(), procent: antal })).optional(),
  /** franvaro_utanfor_anstallning, introduktion_saknas: whom it concerns. */
  ombud: z.array(z.string()).optional(),
  /** arsanstallningar_mot_beviljat: full-time years granted and staffed. */
  beviljat: arsanstallning.optional(),
  bemannat: arsanstallning.optional(),
  /** kommun_utanfor_enheten: the kommuner. */
  kommuner: z.array(z.string()).optional(),
  /** flera_kommuner: the sum of the kommuner's clients and the total that counts each once. */
  summa: antal.optional(),
  total: antal.optional(),
})
export type Kontroll = z.infer<typeof kontrollSchema>

export const figurerSchema = z.object({
  ar: z.int(),
  /** Null = the whole office; one code; or the codes that were counted together. */
  kommun: z.union([z.null(), kommunkod, z.array(kommunkod)]),
  klienter,
  perKommun: z.array(klienter.extend({ kommun: z.string(), arsanstallningar: arsanstallning, ...bemanning })),
  perKon: z.array(z.object({ kon: z.string(), kod: z.string(), antal })),
  perAldersgrupp: z.array(z.object({ grupp: z.string(), kod: z.string(), antal })),
  konOchAlder: z.array(z.object({ kon: z.string(), konKod: z.string(), grupp: z.string(), gruppKod: z.string(), antal })),
  orsaker: z.array(z.object({ orsak: z.string(), kod: z.string(), antal })),
  kontakter: z.object({
    antal,
    perInitiativtagare: z.array(varde),
    perKontaktvag: z.array(varde),
    perUtfall: z.array(varde),
    /** Of those with outcome uppdrag: how many uppdrag start after the year. */
    uppdragStartarSenare: antal,
  }),
  kontakterPerOrsak: z.array(varde),
  ko: antal,
  vantetidMedianDagar: z.number().nullable(),
  /** Uppdrag started in the year with, and without, a contact: the first give the median, the second are left out. */
  vantetidAntal: antal,
  vantetidUtanKontakt: antal,
  uppdragslangdMedianDagar: z.number().nullable(),
  avslutsorsaker: z.array(varde),
  livsomraden: z.array(varde),
  uppdrag: z.object({
    ingaende: antal,
    paborjade: antal,
    avslutade: antal,
    utgaende: antal,
    /** Of påbörjade and avslutade: by kommunbyte into and out of what is counted; 0 for the whole office. */
    paborjadeGenomKommunbyte: antal,
    avslutadeGenomKommunbyte: antal,
  }),
  aterkommande: antal,
  arsanstallningar: z.object({ antal: arsanstallning, ...bemanning }),
  klienterPerArsanstallning: z.number().nullable(),
  /** Brister observed in the year, each once; the observations on their own line. */
  brister: z.object({
    antal,
    observationer: antal,
    perKategori: z.array(varde),
    perNiva: z.array(varde),
    perAktor: z.array(varde),
    /** By status on the day of the report. */
    perStatus: z.array(varde),
  }),
  bemanning: bemanningsfigurer,
  kontroller: z.array(kontrollSchema),
})
export type Figurer = z.infer<typeof figurerSchema>

/** Id of a figure, "klienter.stod", "orsaker.ekonomi_skulder": see `figurid.ts`. */
export type FigurId = string

/** The figures, and the sorted ärendenummer behind each that can be opened. */
export interface Redovisning {
  readonly figurer: Figurer
  readonly bakom: Readonly<Record<FigurId, readonly string[]>>
}

/** A figure opened: how it is counted, and the bare numbers behind it (DOMAIN §3). */
export interface Oppnadfigur {
  figur: string
  /** How it is counted, in one sentence. */
  forklaring: string
  antal: number
  /** Bare numbers; `mitt` = the caller has the case and may follow a link to it. Empty when the setting turns it off. */
  arenden: { nummer: string; mitt: boolean }[]
  avstangt: boolean
}
