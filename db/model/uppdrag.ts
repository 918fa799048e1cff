import { z } from 'zod'
import { zAnteckningarna, zMalutfall, type Anteckningarna, type UppfoljningRad } from './arbetet.ts'
import { zDatum, zId, zKod, zKommun, zNummer, zRad, zText, zVersion } from './grund.ts'

const falt = {
  kommun: zKommun,
  start: zDatum('Skriv vilken dag uppdraget börjar.'),
  planeratSlut: zDatum().nullable(),
  mal: zText(2000),
  orsaker: z.array(zKod()).max(20),
  livsomraden: z.array(zKod()).max(20),
  prioritet: zKod().nullable().default(null),
  /** "Is the commission realistic and feasible?" (DOMAIN §1): a judgement, null = not asked. */
  realistiskt: z.boolean().nullable().default(null),
  aktorer: z.array(zKod()).max(20).default([]),
  /** The day of the first follow-up, planned at the start; null = none. */
  forstaUppfoljning: zDatum().nullable().default(null),
}
const ordning = (v: { start: string; planeratSlut: string | null }) => v.planeratSlut === null || v.start <= v.planeratSlut
const ordningFel = { path: ['planeratSlut'], message: 'Planerat slut kan inte ligga före start.' }

export const zNyttUppdrag = z.object(falt).refine(ordning, ordningFel)
/** One more uppdrag for a client who has been here before. */
export const zUppdragForArende = z.object({ nummer: zNummer, kontaktId: zId.nullable(), uppdrag: zNyttUppdrag })
export const zAndraUppdrag = z.object({ id: zId, version: zVersion, mal: falt.mal, orsaker: falt.orsaker, livsomraden: falt.livsomraden, prioritet: falt.prioritet, aktorer: falt.aktorer })
export const zForlang = z.object({ id: zId, version: zVersion, nyttSlut: zDatum('Skriv uppdragets nya planerade slut.'), skal: zRad('Skriv varför uppdraget förlängs.', 500) })
export const zAvsluta = z.object({ id: zId, version: zVersion, slut: zDatum('Skriv uppdragets sista dag.'), avslutsorsak: zKod('Välj varför uppdraget avslutas.'),
  /** The actor or support the client has been guided (lotsad) to; null = none. */
  lotsadTill: zKod().nullable().default(null),
  /** Outcome per goal; `id` is the goal's line, counted from 1. */
  malutfall: z.array(z.object({ id: z.string().regex(/^\d{1,3}$/), utfall: zMalutfall })).max(100).default([]),
  anteckningarna: zAnteckningarna.default('forstors'),
})

/** The client's goals, one a line as they were written; `id` counts from 1. */
export const malrader = (mal: string | null): { id: string; text: string }[] =>
  (mal ?? '').split('\n').map((rad) => rad.trim()).filter((rad) => rad !== '').map((text, i) => ({ id: String(i + 1), text }))

export const zAngraAvslut = z.object({ id: zId, version: zVersion })
export const zKommunbyte = z.object({ id: zId, version: zVersion, datum: zDatum(), kommun: zKommun })
/** An uppdrag struck as registered by mistake: the row stays, counts nowhere, its contact becomes undecided (DOMAIN §4). */
export const zStrykUppdrag = z.object({ id: zId, version: zVersion, skal: zRad('Skriv varför uppdraget stryks.', 300) })

/** How long an ended uppdrag can be taken up again by undo: hours (issue: undo within 24 h). */
export const ANGRA_AVSLUT_TIMMAR = 24

/** What is sealed about an uppdrag and an extension. Schema 1 of each. */
export interface UppdragForseglat { mal: string; strukenSkal?: string }
export interface ForlangningForseglat { skal: string }

export interface ForlangningRad { id: string; datum: string; tidigareSlut: string | null; nyttSlut: string; skal: string | null }
export interface UppdragRad {
  id: string
  kommun: string
  start: string
  planeratSlut: string | null
  slut: string | null
  avslutsorsak: string | null
  /** true while the end can still be undone. */
  kanAngras: boolean
  mal: string | null
  orsaker: string[]
  livsomraden: string[]
  forlangningar: ForlangningRad[]
  kommunbyten: { id: string; datum: string; kommun: string }[]
  uppfoljningar: UppfoljningRad[]
  prioritet: string | null
  realistiskt: boolean | null
  aktorer: string[]
  lotsadTill: string | null
  malutfall: { id: string; utfall: string }[]
  anteckningarna: Anteckningarna | null
  struken: boolean
  version: number
}
