import { z } from 'zod'
import { zDatum, zId, zKod, zKommun, zRad, zText, zVersion } from './grund.ts'
import { UTFALL } from './kodlistor.ts'

/** Who stands in the queue: sealed to every ombud, destroyed when the place is left (DESIGN §4.5). */
export const zKoperson = z.object({ namn: zRad('Skriv namnet på den som ställs i kö.', 120), telefon: zText(60) })
/** What is sealed about a queued person. Schema 1. */
export type KopersonForseglat = z.infer<typeof zKoperson>

/** The outcomes a contact can have before it has become an uppdrag (DOMAIN §4). */
const falt = {
  datum: zDatum(),
  kommun: zKommun,
  kontaktvag: zKod(),
  initiativtagare: zKod(),
  orsaker: z.array(zKod()).max(20),
  utfall: zKod('Välj vad kontakten ledde till.'),
  kodatum: zDatum().nullable(),
  kolamnad: zDatum().nullable(),
  /** Which actor a kvalificerad hänvisning was to (code), and the day it was followed up. */
  hanvisadTill: zKod('Välj vart personen hänvisades.').nullable().default(null),
  hanvisningUppfoljd: zDatum().nullable().default(null),
  /** Name and phone of whoever is put in the queue. Left out = as it was; null = nobody's (any longer). */
  person: zKoperson.nullable().optional(),
}

interface Kodatum {
  datum: string; utfall: string; kodatum: string | null; kolamnad: string | null
  hanvisadTill: string | null; hanvisningUppfoljd: string | null; person?: KopersonForseglat | null | undefined
}
/** Date order and queue rules of INTERFACES REGISTER, the same for a contact made on the screen. */
function regler(v: Kodatum, ctx: z.core.$RefinementCtx<Kodatum>) {
  const fel = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (v.utfall === 'i_ko' && v.kodatum === null) fel('kodatum', 'Skriv vilket datum personen ställdes i kö.')
  if (v.kodatum !== null && v.kodatum < v.datum) fel('kodatum', 'Ködatum kan inte ligga före kontaktens datum.')
  if (v.kolamnad !== null && v.kodatum === null) fel('kolamnad', 'Skriv först vilket datum personen ställdes i kö.')
  if (v.kolamnad !== null && v.kodatum !== null && v.kolamnad < v.kodatum) fel('kolamnad', 'Kön kan inte lämnas före ködatum.')
  if (v.kolamnad !== null && v.utfall === 'i_ko') fel('utfall', 'Den som lämnat kön behöver ett nytt utfall.')
  if (v.kolamnad === null && v.kodatum !== null && v.utfall !== 'i_ko' && v.utfall !== 'uppdrag')
    fel('kolamnad', 'Skriv vilket datum personen lämnade kön.')
  if (v.utfall === UTFALL.kvalificeradHanvisning && v.hanvisadTill === null) fel('hanvisadTill', 'Välj vart personen hänvisades.')
  if (v.hanvisningUppfoljd !== null && v.hanvisningUppfoljd < v.datum) fel('hanvisningUppfoljd', 'Hänvisningen kan inte följas upp före kontaktens datum.')
  if (v.person != null && v.utfall !== UTFALL.iKo) fel('person', 'Namn och telefon sparas bara för den som står i kö.')
}

export const zKontakt = z.object(falt).superRefine(regler)
export const zAndraKontakt = z.object({ id: zId, version: zVersion, ...falt }).superRefine(regler)
/** The next day to get in touch with whoever waits for an answer; null = none. */
export const zPaminn = z.object({ id: zId, version: zVersion, datum: zDatum('Skriv vilken dag du vill bli påmind.').nullable() })

/** Why a contact is struck: a choice and no words, since words could say who it was about (DESIGN §4.5). */
export const STRYKSKAL = { tva_ganger: 'Den är registrerad två gånger', fel_uppgifter: 'Uppgifterna är fel', inte_var: 'Den gällde inte enheten', prov: 'Den skrevs på prov' } as const
export type Strykskal = keyof typeof STRYKSKAL
export const zStrykKontakt = z.object({ id: zId, version: zVersion, skal: z.enum(Object.keys(STRYKSKAL) as [Strykskal, ...Strykskal[]], 'Välj varför kontakten stryks.') })

export interface KontaktRad {
  id: string
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
  /** The next day to get in touch. */
  paminnelse: string | null
  /** Whether a name is kept for the place in the queue; the name itself is in `kontakter.ko`. */
  harPerson: boolean
  /** The case it led to, only when the reader has it; otherwise null and `ledTillUppdrag` says that it did. */
  arendenummer: string | null
  ledTillUppdrag: boolean
  registreradAv: string
  struken: boolean
  version: number
}

/** A place in the queue, opened. `dagar` = days waited, 0 on the first. */
export interface Koplats {
  id: string
  datum: string
  kodatum: string
  dagar: number
  kommun: string
  initiativtagare: string
  orsaker: string[]
  /** null when no name was written, or when it has not been sealed to the caller yet (`forseglad`). */
  namn: string | null
  telefon: string | null
  forseglad: boolean
  paminnelse: string | null
  registreradAv: string
  version: number
}
