import { z } from 'zod'
import { zDatum, zId, zKod, zKommun, zRad, zText, zVersion } from './grund.ts'
import type { Datum } from './kalender.ts'
import type { Rapportbrist } from './systemfel/index.ts'

/** What a ledningsgrupp is: the unit's own, a samordningsförbund that serves as it, or one shared by several units (5 §, DOMAIN §1). */
export const GRUPPFORMER = { egen: 'Enhetens egen', samordningsforbund: 'Ett samordningsförbund är ledningsgrupp', gemensam: 'Gemensam för flera enheter' } as const
export type Gruppform = keyof typeof GRUPPFORMER

/** Whose seats there are, in the order of 5 §. */
export const PLATSSLAG = {
  kommun: 'Kommunen',
  primarvard: 'Regionens primärvård',
  psykiatri: 'Regionens psykiatri',
  arbetsformedlingen: 'Arbetsförmedlingen',
  forsakringskassan: 'Försäkringskassan',
  patientorganisation: 'Patientorganisation',
  brukarorganisation: 'Brukarorganisation',
  anhorigorganisation: 'Anhörigorganisation',
  annan: 'Annan',
} as const
export type Platsslag = keyof typeof PLATSSLAG

/** Those that must sit in it (2013:522 5 §). */
export const OBLIGATORISKA = ['kommun', 'primarvard', 'psykiatri', 'arbetsformedlingen', 'forsakringskassan'] as const satisfies readonly Platsslag[]
/** Those that must be offered a seat (5 §); they may say no. */
export const SKA_ERBJUDAS = ['patientorganisation', 'brukarorganisation', 'anhorigorganisation'] as const satisfies readonly Platsslag[]
export type Obligatorisk = (typeof OBLIGATORISKA)[number]
export type SkaErbjudas = (typeof SKA_ERBJUDAS)[number]

interface Period { readonly fran: Datum; readonly till: Datum | null }
const galler = (p: Period, dag: Datum) => p.fran <= dag && (p.till === null || dag <= p.till)

/** A ledningsgrupp as the rule reads it; struck seats and members are never passed. */
export interface Gruppens extends Period {
  readonly platser: readonly (Period & {
    readonly slag: Platsslag
    readonly erbjuden: Datum | null
    readonly svar: 'ja' | 'nej' | null
    readonly ledamoter: readonly (Period & { readonly ersattare: boolean })[]
  })[]
}

export interface Platslage {
  /** No ledningsgrupp on that day. */
  readonly gruppSaknas: boolean
  /** Mandatory seats on which nobody sits. */
  readonly obesatta: readonly Obligatorisk[]
  /** Organisations that have not been offered a seat on or before the day. */
  readonly ejErbjudna: readonly SkaErbjudas[]
}

/**
 * Which mandatory seats nobody fills on a day, and who has not been offered one (2013:522, 5 §). A seat is filled by an
 * ordinary member; a deputy alone does not fill it. Several groups on one day count together. Without any group every
 * mandatory seat is unfilled. An organisation counts as offered from the day of the offer, whatever it answered, and
 * also when somebody sits there. Used by the checks of the redovisning.
 */
export function platslage(grupper: readonly Gruppens[], dag: Datum): Platslage {
  const platser = grupper.filter((g) => galler(g, dag)).flatMap((g) => g.platser)
  const besatt = (slag: Platsslag) => platser.some((p) => p.slag === slag && galler(p, dag) && p.ledamoter.some((l) => !l.ersattare && galler(l, dag)))
  const erbjuden = (slag: Platsslag) => platser.some((p) => p.slag === slag && p.erbjuden !== null && p.erbjuden <= dag)
  return {
    gruppSaknas: !grupper.some((g) => galler(g, dag)),
    obesatta: OBLIGATORISKA.filter((slag) => !besatt(slag)),
    ejErbjudna: SKA_ERBJUDAS.filter((slag) => !erbjuden(slag) && !besatt(slag)),
  }
}

/** The mandatory seats that nobody fills on a day. */
export const obesattaPlatser = (grupper: readonly Gruppens[], dag: Datum): readonly Obligatorisk[] => platslage(grupper, dag).obesatta

const iOrdning = (v: { fran: string; till: string | null }) => v.till === null || v.fran <= v.till
const ordningFel = { path: ['till'], message: 'Slutdatum kan inte ligga före startdatum.' }
const period = { fran: zDatum(), till: zDatum().nullable() }
const nyEller = { id: zId.nullable(), version: zVersion.nullable() }

/** A new group (id null) or a changed one; `enheter` names the other units of a shared one, or the samordningsförbund. */
export const zGrupp = z.object({
  ...nyEller, namn: zRad('Skriv vad ledningsgruppen heter.', 120), form: z.enum(Object.keys(GRUPPFORMER) as [Gruppform, ...Gruppform[]], 'Välj vad för slags ledningsgrupp det är.'), enheter: zText(400), ...period,
}).refine(iOrdning, ordningFel)

export const zPlats = z.object({
  ...nyEller, gruppId: zId, slag: z.enum(Object.keys(PLATSSLAG) as [Platsslag, ...Platsslag[]], 'Välj vems platsen är.'), kommun: zKommun.nullable(), organisation: zText(120),
  erbjuden: zDatum().nullable(), svar: z.enum(['ja', 'nej']).nullable(), svarDatum: zDatum().nullable(), ...period,
}).refine(iOrdning, ordningFel)
  .refine((v) => v.svar === null || v.erbjuden !== null, { path: ['erbjuden'], message: 'Skriv vilken dag platsen erbjöds.' })
  .refine((v) => v.erbjuden === null || v.svarDatum === null || v.erbjuden <= v.svarDatum, { path: ['svarDatum'], message: 'Svaret kan inte ha kommit före erbjudandet.' })

export const zLedamot = z.object({
  ...nyEller, platsId: zId, namn: zRad('Skriv ledamotens namn.', 120), roll: zText(160), ersattare: z.boolean(), ...period,
}).refine(iOrdning, ordningFel)

export const zMote = z.object({
  ...nyEller, gruppId: zId, datum: zDatum('Skriv vilken dag mötet är.'), klockslag: zText(40), plats: zText(160), dagordning: zText(4000), anteckningar: zText(6000),
})
/** Strikes a seat, a member or a meeting (then: called off). */
export const zStrykI = z.object({ vad: z.enum(['plats', 'ledamot', 'mote']), id: zId, version: zVersion, skal: zRad('Skriv varför.', 300) })
export const zTaUpp = z.object({ moteId: zId, brister: z.array(zId).min(1, 'Välj minst en brist.').max(500) })
export const zTaBortFranMote = z.object({ moteId: zId, bristId: zId })
/** What the meeting decided: the brist gets the status from the meeting's day, and the words go back to those who noticed it. */
export const zBeslut = z.object({ moteId: zId, bristId: zId, version: zVersion, status: zKod('Välj vad som beslutades.'), beslut: zText(2000) })
export const zMoteId = z.object({ moteId: zId })
export const zUnderlagsexport = z.object({ moteId: zId, format: z.enum(['json', 'xlsx']) })

export interface LedamotRad { id: string; namn: string; roll: string; ersattare: boolean; fran: string; till: string | null; version: number }
export interface PlatsRad {
  id: string; slag: Platsslag; kommun: string | null; organisation: string; erbjuden: string | null; svar: 'ja' | 'nej' | null; svarDatum: string | null
  fran: string; till: string | null; version: number; ledamoter: LedamotRad[]
}
export interface MoteRad {
  id: string; datum: string; klockslag: string; plats: string; dagordning: string; anteckningar: string; installt: boolean; version: number
  /** Brister on the agenda, and how many of them have been decided. */
  brister: number; beslutade: number
}
export interface GruppRad { id: string; namn: string; form: Gruppform; enheter: string; fran: string; till: string | null; version: number; platser: PlatsRad[]; moten: MoteRad[] }
export interface Ledningsgrupp {
  idag: string
  /** The one of today first, then the latest. */
  grupper: GruppRad[]
  lage: Platslage
}

/** A brist on a meeting's agenda; `beslutStatus` null until it has been decided. */
export interface Motesbrist extends Rapportbrist { beslutStatus: string | null; beslut: string; version: number }

/** A figure of the underlag as it may be shown: small numbers are hidden (DOMAIN §3). */
export interface Underlagstal { vad: 'stod' | 'nya' | 'avslutade' | 'ko' | 'kontakter'; aret: string; fjol: string }
export interface Underlag {
  enhet: string
  grupp: Pick<GruppRad, 'id' | 'namn' | 'form' | 'enheter'>
  mote: MoteRad
  idag: string
  /** The meeting before in the same group, or null. */
  forra: string | null
  /** Who is called: those who sit on the meeting's day. */
  kallade: { slag: Platsslag; organisation: string; kommun: string | null; namn: string; roll: string; ersattare: boolean }[]
  brister: Motesbrist[]
  /** Not on the agenda: noticed or observed since the meeting before, and not yet decided. */
  sedanSist: Rapportbrist[]
  ar: number
  tal: Underlagstal[]
}
