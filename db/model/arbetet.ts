import { z } from 'zod'
import { zDatum, zId, zKod, zNummer, zRad, zText, zVersion } from './grund.ts'

/**
 * The work between start and end of an uppdrag: uppföljningar, åtaganden, anteckningar, samtycken
 * (DOMAIN §1, §6). Every input names the case, which is what the right to it is judged by.
 */

/** What a follow-up can come to; the words are fixed, since reminders and the flow depend on them. */
export const UPPFOLJNINGSRESULTAT = { fortsatter: 'Fortsätter', mal_natt: 'Målet nått', andrat_mal: 'Ändrat mål', avslutas: 'Avslutas' } as const
export type Uppfoljningsresultat = keyof typeof UPPFOLJNINGSRESULTAT
/** How far a goal was reached. */
export const MALUTFALL = { natt: 'Nått', delvis: 'Delvis', inte: 'Inte nått' } as const
export type Malutfall = keyof typeof MALUTFALL
/** Who has promised something. */
export const VEM = { klienten: 'Klienten', ombudet: 'Ombudet', tillsammans: 'Ombudet och klienten tillsammans', aktoren: 'En aktör' } as const
export type Vem = keyof typeof VEM
/** What becomes of the working notes at the end: nothing is archived (DOMAIN §1). */
export const ANTECKNINGARNA = { klienten: 'Ges till klienten på papper', forstors: 'Förstörs' } as const
export type Anteckningarna = keyof typeof ANTECKNINGARNA

const nyckel = { nummer: zNummer, id: zId, version: zVersion }
const val = <T extends Record<string, string>>(ord: T, mening: string) => z.enum(Object.keys(ord) as [keyof T & string, ...(keyof T & string)[]], mening)
export const zMalutfall = val(MALUTFALL, 'Välj hur långt målet nåddes.')
export const zAnteckningarna = val(ANTECKNINGARNA, 'Välj vad som ska hända med anteckningarna.')

export const zNyUppfoljning = z.object({ nummer: zNummer, uppdragId: zId, planerad: zDatum('Skriv vilken dag uppföljningen ska göras.') })
export const zFlyttaUppfoljning = z.object({ ...nyckel, planerad: zDatum('Skriv vilken dag uppföljningen ska göras.') })
export const zGjordUppfoljning = z.object({
  ...nyckel, gjord: zDatum('Skriv vilken dag uppföljningen gjordes.'), resultat: val(UPPFOLJNINGSRESULTAT, 'Välj vad uppföljningen kom fram till.'),
  /** The next one, planned at the same time; null = none. */
  nasta: zDatum().nullable(),
})
export const zStrykIArende = z.object({ ...nyckel, skal: zRad('Skriv varför raden stryks.', 300) })

const atagande = { vad: zRad('Skriv vad som ska göras.', 300), vem: val(VEM, 'Välj vem som ska göra det.'), aktor: zKod().nullable(), senast: zDatum().nullable() }
export const zNyttAtagande = z.object({ nummer: zNummer, uppdragId: zId, ...atagande })
export const zAndraAtagande = z.object({ ...nyckel, ...atagande })
export const zAtagandestatus = z.object({ ...nyckel, status: z.enum(['oppet', 'klart', 'slopat']) })

export const zNyAnteckning = z.object({ nummer: zNummer, uppdragId: zId, text: zRad('Skriv något i anteckningen.', 8000) })
export const zAndraAnteckning = z.object({ ...nyckel, text: zRad('Skriv något i anteckningen.', 8000) })
export const zForstorAnteckning = z.object(nyckel)

const samtycke = {
  aktor: zKod('Välj vem samtycket gäller.'), person: zText(120), omfattning: zRad('Skriv vad samtycket gäller.', 500),
  fran: zDatum('Skriv från vilken dag samtycket gäller.'), till: zDatum().nullable(),
}
export const zNyttSamtycke = z.object({ nummer: zNummer, ...samtycke })
  .refine((v) => v.till === null || v.fran <= v.till, { path: ['till'], message: 'Samtycket kan inte sluta innan det börjar.' })
export const zAterkallaSamtycke = z.object({ ...nyckel, datum: zDatum('Skriv vilken dag samtycket återkallades.') })

export interface UppfoljningRad { id: string; planerad: string; gjord: string | null; resultat: Uppfoljningsresultat | null; struken: boolean; version: number }
export interface AtagandeRad {
  id: string; uppdragId: string; vad: string; vem: Vem; aktor: string | null; senast: string | null
  status: 'oppet' | 'klart' | 'slopat'; statusDatum: string | null; version: number
}
export interface AnteckningRad { id: string; uppdragId: string; tid: string; text: string; version: number }
export interface SamtyckeRad {
  id: string; aktor: string; person: string; omfattning: string; fran: string; till: string | null; aterkallat: string | null; struken: boolean; version: number
}

/** What is sealed in each table. Schema 1. */
export interface AtagandeForseglat { vad: string }
export interface AnteckningForseglat { text: string }
export interface SamtyckeForseglat { person: string; omfattning: string }
