import { z } from 'zod'
import type { AnteckningRad, AtagandeRad, SamtyckeRad } from './arbetet.ts'
import { zFodelsear, zId, zKod, zNummer, zRad, zText, zVersion } from './grund.ts'
import type { Mitt } from './overlamningar.ts'
import { zNyttUppdrag, type UppdragRad } from './uppdrag.ts'

const klient = {
  namn: zRad('Skriv klientens namn.', 120),
  telefon: zText(60),
  kon: zKod(),
  fodelsear: zFodelsear.nullable(),
}

/** A new case and its first uppdrag; `kontaktId` is the contact it came from (nothing typed twice). */
export const zNyttArende = z.object({ klient: z.object(klient), uppdrag: zNyttUppdrag, kontaktId: zId.nullable() })
export const zAndraKlient = z.object({ nummer: zNummer, version: zVersion, ...klient })

/** Is there an open case for this person? Birth year null = unknown (DESIGN §4.6). */
export const zProvaDubblett = z.object({ namn: klient.namn, fodelsear: klient.fodelsear })
/** With whom the open case is, and nothing more. */
export interface Dubblettsvar { finns: { ombud: string } | null }

export const zTidigare = z.object({ namn: klient.namn })
/** One of the caller's own cases, of somebody with the same name. */
export interface TidigareArende { nummer: string; fodelsear: number | null; pagar: boolean; slut: string | null }

/** What is sealed about the client (DESIGN §4.3). Schema 1. */
export interface KlientForseglat { namn: string; telefon: string }

/** A row of the own list. `namn` is null when none has been written. */
export interface ArendeRad {
  nummer: string
  namn: string | null
  kommun: string | null
  start: string | null
  planeratSlut: string | null
  slut: string | null
  antalUppdrag: number
  /** As what the caller has the case: its ombud, or a stand-in or medombud beside. */
  mitt: Mitt
  /** The case cannot be opened: what lies in the file is damaged or has been changed. The others are not kept back for it. */
  skadat?: boolean
}

export interface Arende {
  nummer: string
  version: number
  namn: string | null
  telefon: string | null
  kon: string
  fodelsear: number | null
  ombud: string
  /** Oldest first. */
  uppdrag: UppdragRad[]
  mitt: Mitt
  innehav: { ombud: string; slag: string; fran: string; till: string | null }[]
  ataganden: AtagandeRad[]
  /** Oldest first; they vanish when the uppdrag ends. */
  anteckningar: AnteckningRad[]
  samtycken: SamtyckeRad[]
  oppnat: { vem: string; tid: string }[]
}
