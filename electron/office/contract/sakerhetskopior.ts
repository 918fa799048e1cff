import { z } from 'zod'
import { zLosenord } from '../../../db/model/anvandare.ts'
import { zSokvag } from '../../../db/model/grund.ts'
import type { Kopiefel, Kopieslag, Kopietal } from '../../../db/model/sakerhetskopior.ts'
import { bas, iSteg, type } from './bas.ts'

export interface Kopia { fil: string; byte: number; sha256: string; arenden: number; kontrollerad: true }

/** How it stands with the copies, for everybody who is logged in. */
export interface Kopielage {
  /** Time of the last copy that was verified by being opened again; null when there has been none. */
  senaste: string | null
  /** Why the last try failed, and since when none has succeeded. The folder for those who see to it. */
  fel: { kod: Kopiefel; sedan: string; mapp: string | null } | null
  /** A copy is being made now; how far it has come when it is this session that makes it. */
  pagar: { vad: string; klart: number; av: number } | null
  /** Time of the last drill; null when none has been made. */
  ovad: string | null
  /** When the office was made: a new one is not reminded of a drill at once. */
  skapad: string
}

/** A daily copy in the folder. */
export interface Kopierad { fil: string; slag: Kopieslag; dag: string; byte: number; till: string; kontrollerad: boolean }
/** What may hold notes that have been destroyed since; kept at most 30 days. */
export interface UndanlagdRad { slag: 'kontor' | 'fore_migrering'; namn: string; stig: string; dag: string; till: string; byte: number }

export interface Kopior {
  mapp: string
  /** The unit has chosen the folder; otherwise it is the one inside the office's own. */
  vald: boolean
  /** The folder lies on the same disk as the office. */
  sammaDisk: boolean
  /** The folder can be read. */
  nas: boolean
  kopior: Kopierad[]
  undanlagt: UndanlagdRad[]
  /** Where an export goes if nothing else is said. */
  exportmapp: string
}

export interface Ovningssvar { fil: string; skapad: string; tal: Kopietal; jamfort: boolean; nycklar: number; sekunder: number }

export const sakerhetskopior = {
  lage: bas.output(type<Kopielage>()),
  hamta: bas.output(type<Kopior>()),
  valjMapp: bas.output(type<{ mapp: string | null }>()),
  /** Chooses the folder of the daily copies; refused unless Lotsen can write there. Empty: the one inside the office's own. */
  bytMapp: bas.input(z.object({ mapp: zSokvag() })).output(type<{ mapp: string }>()),
  /** Makes the day's copy now, anew if there is one. */
  gor: bas.output(iSteg<{ utfall: 'gjord' | 'pagar' | 'misslyckad' }>()),
  /** Into a folder under a name of its own, or to exactly `fil` (scripts). Verified by opening it again. */
  exportera: bas.input(z.object({ mapp: zSokvag().optional(), fil: zSokvag().optional() })).output(iSteg<Kopia>()),
  /** Restores a copy (the newest when none is named) to a private place, checks it, and destroys the place. */
  ova: bas.input(z.object({ fil: zSokvag().optional(), losenord: zLosenord.optional(), nyckel: z.string().max(400).optional() })).output(iSteg<Ovningssvar>()),
}
