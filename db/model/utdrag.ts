import type { Arende } from './arenden.ts'
import type { SamtyckeRad, UppfoljningRad } from './arbetet.ts'
import type { UppdragRad } from './uppdrag.ts'

/**
 * Registerutdrag: everything that is held about one client (DOMAIN §3, GDPR 15), struck rows too, with the reasons
 * they were struck for. For print.
 */
export interface Utdragsuppdrag extends Omit<UppdragRad, 'uppfoljningar'> {
  strukenSkal: string | null
  uppfoljningar: (UppfoljningRad & { strukenSkal: string | null })[]
}

export interface Utdragskontakt {
  datum: string
  kommun: string
  kontaktvag: string
  initiativtagare: string
  orsaker: string[]
  utfall: string
  kodatum: string | null
  kolamnad: string | null
  hanvisadTill: string | null
  hanvisningUppfoljd: string | null
  registreradAv: string
  struken: boolean
  strukenSkal: string | null
}

/** Offered to whom, when, why and how it was answered; the words only as far as they can be opened. */
export interface Utdragsoverlamning {
  erbjuden: string
  fran: string
  till: string
  slag: string
  status: string
  vikariatTill: string | null
  samtyckeDatum: string | null
  ord: string | null
  svar: string | null
}

export interface Registerutdrag extends Pick<Arende, 'nummer' | 'namn' | 'telefon' | 'kon' | 'fodelsear' | 'ombud' | 'innehav' | 'ataganden' | 'anteckningar'> {
  enhet: string
  /** Who answers for the data, per kommun of the client's uppdrag; null = not written in yet. */
  personuppgiftsansvariga: { kommun: string; ansvarig: string | null }[]
  /** When the case was laid up (ISO time). */
  skapad: string
  uppdrag: Utdragsuppdrag[]
  kontakter: Utdragskontakt[]
  samtycken: (SamtyckeRad & { strukenSkal: string | null })[]
  /** Days on which the guide for orosanmälan was used; nothing of what it was about is held. */
  orosguide: string[]
  overlamningar: Utdragsoverlamning[]
  /** Whether a keyed mark of name and birth year is held, to find doubled cases; only while an uppdrag is open. */
  dubblettmarke: boolean
  /** Every day that somebody opened the case, newest first: who, and the last time that day. */
  oppnat: { vem: string; tid: string }[]
  /** When the extract was made (ISO time), and by whom. */
  tid: string
  av: string
}
