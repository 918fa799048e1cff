import { z } from 'zod'
import { zNyAnvandare } from './anvandare.ts'
import { FRAN_BORJAN, zDatum, zId, zKommun, zProcent, zRad, zText, zVersion } from './grund.ts'

export const zEnhet = z.object({
  namn: zRad('Skriv enhetens namn.', 120),
  vardkommun: zKommun,
})

export const zNyKommun = z.object({ kommun: zKommun, fran: zDatum(undefined, FRAN_BORJAN), personuppgiftsansvarig: zText(200).optional() })
export const zAndraKommun = z.object({
  id: zId, version: zVersion, fran: zDatum(undefined, FRAN_BORJAN), till: zDatum().nullable(), personuppgiftsansvarig: zText(200).nullable(),
})

export interface KommunRad {
  id: string
  kommun: string
  namn: string
  fran: string
  till: string | null
  personuppgiftsansvarig: string | null
  version: number
}

export interface EnhetRad { namn: string; vardkommun: string; version: number }

/**
 * Settings of the unit (all marked [A] in DOMAIN or "setting" in the design). Minutes and months are
 * whole numbers; `forvaldLangdManader` is the unit's default length of an uppdrag.
 */
export const zInstallningar = z.object({
  lasMinuter: z.int().min(1, 'Skriv minst 1 minut.').max(120, 'Skriv högst 120 minuter.').default(20),
  doljNamnMinuter: z.int().min(1, 'Skriv minst 1 minut.').max(120, 'Skriv högst 120 minuter.').default(5),
  forvaldLangdManader: z.int().min(1, 'Skriv minst 1 månad.').max(60, 'Skriv högst 60 månader.').default(12),
  kopiemapp: z.string().max(1000).default(''),
  arendenBakomFigurer: z.boolean().default(true),
  /** How often the log is checked, months; and how many openings are drawn by lot (DESIGN §5). */
  loggkontrollManader: z.int().min(1, 'Skriv minst 1 månad.').max(12, 'Skriv högst 12 månader.').default(3),
  loggkontrollUrval: z.int().min(1, 'Skriv minst 1 rad.').max(200, 'Skriv högst 200 rader.').default(10),
  /** The hours between which work is usual, whole hours of the day: an opening before, after or on a weekend is asked about. */
  loggkontrollDagFran: z.int().min(0, 'Skriv en timme från 0 till 23.').max(23, 'Skriv en timme från 0 till 23.').default(6),
  loggkontrollDagTill: z.int().min(1, 'Skriv en timme från 1 till 24.').max(24, 'Skriv en timme från 1 till 24.').default(20),
  /** Birth days of the month and kommuner that research keeps (DOMAIN §3): a local decision, nobody from the start. */
  gallringUndantagDagar: z.array(z.int('Skriv dagarna med siffror.').min(1, 'Skriv en dag från 1 till 31.').max(31, 'Skriv en dag från 1 till 31.')).max(31).default([]),
  gallringUndantagKommuner: z.array(zKommun).max(300).default([]),
  /** The unit's plan for documents says that working notes vanish with the uppdrag (DESIGN §4.10): its reference and the day it was confirmed here. */
  dokumenthanteringsplan: zText(200).default(''),
  dokumenthanteringsplanDatum: zDatum().nullable().default(null),
  /** The unit's own order of priority, kept as it is worded (10 § 3). */
  prioriteringsordning: zText(8000).default(''),
  /** What the unit looks at beside the criteria of 2 §: a help to judge by, never an automatic no. */
  lokalaKriterier: zText(8000).default(''),
})
/** Some settings: what is left out stays as it is. Without the standard values, which would otherwise be put back. */
export const zAndraInstallningar = z.object(
  Object.fromEntries(Object.entries(zInstallningar.shape).map(([nyckel, falt]) => [nyckel, falt.unwrap().optional()])) as unknown as
    { [N in keyof typeof zInstallningar.shape]: z.ZodOptional<ReturnType<(typeof zInstallningar.shape)[N]['unwrap']>> },
)
export type Installningar = z.infer<typeof zInstallningar>

/** OFFICE.json of INTERFACES: what `nytt` and the first-start flow create an office from. */
export const zKontorsfil = z.object({
  enhet: zEnhet,
  kommuner: z.array(zKommun).min(1, 'Välj minst en kommun.').max(300),
  anvandare: z.array(zNyAnvandare).min(1, 'Lägg till minst en användare.').max(1000),
  anstallningar: z.array(z.object({
    anvandarnamn: z.string().max(100),
    kommun: zKommun,
    fran: zDatum(undefined, FRAN_BORJAN),
    till: zDatum().nullable().default(null),
    procent: zProcent,
    vikarie: z.boolean().default(false),
    arbetsgivare: zText(200).optional(),
    driftsform: z.string().max(60).optional(),
  })).max(10_000).default([]),
  /** The plan that says that working notes vanish with the uppdrag, when the unit confirms it at set-up; left out: later, under Gallring. */
  dokumenthanteringsplan: zText(200).optional(),
})
export type Kontorsfil = z.infer<typeof zKontorsfil>
