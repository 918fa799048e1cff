import { z } from 'zod'
import { FRAN_BORJAN, zDatum, zId, zKod, zKommun, zProcent, zRad, zText, zVersion } from './grund.ts'

const falt = {
  anvandareId: z.uuid('Välj en person.'),
  kommun: zKommun,
  fran: zDatum(undefined, FRAN_BORJAN),
  till: zDatum().nullable(),
  procent: zProcent,
  vikarie: z.boolean(),
  arbetsgivare: zText(200).nullable(),
  driftsform: zKod(),
}
const ordning = (v: { fran: string; till: string | null }) => v.till === null || v.fran <= v.till
const ordningFel = { path: ['till'], message: 'Slutdatum kan inte ligga före startdatum.' }

/** An employment period (DOMAIN §4 årsanställningar): percent of full time in one kommun. */
export const zAnstallning = z.object(falt).refine(ordning, ordningFel)
export const zAndraAnstallning = z.object({ id: zId, version: zVersion, ...falt }).refine(ordning, ordningFel)
const borta = { fran: zDatum(), till: zDatum().nullable(), procent: zProcent }
export const zFranvaro = z.object({ anstallningId: zId, ...borta }).refine(ordning, ordningFel)
export const zAndraFranvaro = z.object({ id: zId, version: zVersion, ...borta }).refine(ordning, ordningFel)
/** Strike a row as registered by mistake, with a reason; it stays and counts nowhere (DOMAIN §4). */
export const zStryk = z.object({ id: zId, version: zVersion, skal: zRad('Skriv varför raden stryks.', 300) })

export interface FranvaroRad { id: string; fran: string; till: string | null; procent: number; struken: boolean; version: number }
export interface AnstallningRad {
  id: string
  anvandareId: string
  namn: string
  kommun: string
  fran: string
  till: string | null
  procent: number
  vikarie: boolean
  arbetsgivare: string | null
  driftsform: string
  struken: boolean
  version: number
  franvaro: FranvaroRad[]
}
