import type { ExempelBidragsar, ExempelUtbildning } from './bidrag.ts'
import type { Anteckningarna, Malutfall, Uppfoljningsresultat, Vem } from '../arbetet.ts'
import type { ExempelSystemfel } from './brister.ts'
import type { Kontorsfil } from '../enhet.ts'
import type { Datum } from '../kalender.ts'
import type { Anstallningsrad, Franvarorad, Kontaktrad, Uppdragsrad } from '../redovisning/rader.ts'

/**
 * A made-up office as plain rows. Field names are those of the counting's rows where they mean the same.
 * Every `id` is a UUID that comes out the same for the same seed, so rows can be stored as they are;
 * users are named by `anvandarnamn`.
 */
export const STORLEKAR = ['liten', 'skaraborg', 'sverige'] as const
export type Storlek = (typeof STORLEKAR)[number]

export interface ExempelVal {
  readonly storlek: Storlek
  /** The seed: the same seed and day give the same office, to the last letter. */
  readonly fro: number
  readonly idag: Datum
  /** Only cases with an uppdrag in the last so many years carry words about a client; sealing them takes time. */
  readonly namnAr?: number
}

export interface ExempelAnvandare {
  readonly anvandarnamn: string
  readonly namn: string
  readonly roller: Kontorsfil['anvandare'][number]['roller']
  /** The day from which the person no longer works here, or null. */
  readonly slutat: Datum | null
}

export interface ExempelKommun {
  readonly id: string
  readonly kommun: string
  readonly fran: Datum
  readonly till: Datum | null
  readonly personuppgiftsansvarig: string
}

export interface ExempelAnstallning extends Anstallningsrad {
  readonly arbetsgivare: string
  readonly driftsform: string
}

export interface ExempelFranvaro extends Franvarorad {
  readonly id: string
}

export interface ExempelKontakt extends Kontaktrad {
  readonly id: string
  readonly kontaktvag: string
  readonly initiativtagare: string
  readonly utfall: string
  /** The uppdrag it led to. */
  readonly uppdrag: string | null
  readonly registreradAv: string
  /** Of whoever stands in the queue today; else null. */
  readonly namn: string | null
  readonly telefon: string | null
  /** Of a kvalificerad hänvisning: the actor (code), and the day it was followed up. */
  readonly hanvisadTill: string | null
  readonly hanvisningUppfoljd: Datum | null
  /** Of somebody in the queue: the next day to get in touch. */
  readonly koPaminnelse: Datum | null
}

export interface ExempelForlangning {
  readonly id: string
  readonly datum: Datum
  readonly tidigareSlut: Datum
  readonly nyttSlut: Datum
  /** Words about a client, to be sealed; null for old cases (see `namnAr`). */
  readonly skal: string | null
}

export interface ExempelUppfoljning {
  readonly id: string
  readonly planerad: Datum
  readonly gjord: Datum | null
  readonly resultat: Uppfoljningsresultat | null
}

export interface ExempelAtagande {
  readonly id: string
  /** To be sealed. */
  readonly vad: string
  readonly vem: Vem
  readonly aktor: string | null
  readonly senast: Datum | null
  readonly status: 'oppet' | 'klart' | 'slopat'
  readonly statusDatum: Datum | null
}

export interface ExempelSamtycke {
  readonly id: string
  readonly aktor: string
  /** To be sealed, both; `person` may be empty. */
  readonly person: string
  readonly omfattning: string
  readonly fran: Datum
  readonly till: Datum | null
  readonly aterkallat: Datum | null
}

/** What the screens ask for between start and end of an uppdrag; rows of it only while it is open. */
export interface ExempelFlode {
  readonly prioritet: string | null
  readonly realistiskt: boolean | null
  readonly aktorer: readonly string[]
  readonly lotsadTill: string | null
  readonly malutfall: readonly { readonly id: string; readonly utfall: Malutfall }[]
  readonly anteckningarna: Anteckningarna | null
  readonly uppfoljningar: readonly ExempelUppfoljning[]
  readonly ataganden: readonly ExempelAtagande[]
  /** Working notes; `text` is to be sealed, `tid` is UTC. */
  readonly anteckningar: readonly { readonly id: string; readonly tid: string; readonly text: string }[]
}

export interface ExempelUppdrag extends Omit<Uppdragsrad, 'arende' | 'kon' | 'fodelsear' | 'kontaktdatum' | 'kommunbyten'> {
  readonly planeratSlut: Datum
  readonly kommunbyten: readonly { readonly id: string; readonly datum: Datum; readonly kommun: string }[]
  readonly forlangningar: readonly ExempelForlangning[]
  /** Words about a client, to be sealed; null for old cases. */
  readonly mal: string | null
  /** null for old cases: a register of before does not say it. */
  readonly flode: ExempelFlode | null
  /** The contact it came from; null for the few that have none. */
  readonly kontakt: ExempelKontakt | null
}

export interface ExempelArende {
  readonly id: string
  readonly nummer: string
  readonly kon: string
  readonly fodelsear: number | null
  /** To be sealed; null for old cases (see `namnAr`). */
  readonly namn: string | null
  readonly telefon: string | null
  /** Who has the case now, and who had it when; the last row is open. */
  readonly ombud: string
  readonly innehav: readonly { readonly ombud: string; readonly fran: Datum; readonly till: Datum | null }[]
  /** Only of a case with an open uppdrag that carries words. */
  readonly samtycken: readonly ExempelSamtycke[]
  /** Oldest first. */
  readonly uppdrag: readonly ExempelUppdrag[]
}

export interface Exempel {
  /** As OFFICE.json (INTERFACES): enough to create the office. Every password is `EXEMPELLOSENORD`. */
  readonly office: Kontorsfil
  readonly anvandare: readonly ExempelAnvandare[]
  readonly kommuner: readonly ExempelKommun[]
  readonly anstallningar: readonly ExempelAnstallning[]
  readonly franvaro: readonly ExempelFranvaro[]
  readonly systemfel: ExempelSystemfel
  readonly bidrag: readonly ExempelBidragsar[]
  readonly utbildning: ExempelUtbildning
  readonly antal: { readonly arenden: number; readonly uppdrag: number; readonly kontakter: number }
  /** The cases in order of number, made one by one as they are asked for. */
  arenden(): Generator<ExempelArende, void>
  /** The contacts that led to no uppdrag; the others hang on their uppdrag. */
  kontakter(): Generator<ExempelKontakt, void>
}
