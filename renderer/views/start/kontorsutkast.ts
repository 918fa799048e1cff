import { z } from 'zod'
import { ROLLNAMN, type Roll, zNyAnvandare } from '../../../db/model/anvandare.ts'
import { type Kontorsfil, zEnhet, zKontorsfil } from '../../../db/model/enhet.ts'
import { zRad } from '../../../db/model/grund.ts'
import { uppstart as text } from '../../texter/start.ts'

/** A user as typed. */
export interface Personutkast {
  readonly namn: string
  readonly anvandarnamn: string
  /** The user name has been written by hand: it no longer follows the name. */
  readonly egetAnvandarnamn: boolean
  readonly roller: readonly Roll[]
  readonly losenord: string
  /** Once more, for whoever sits at the keyboard. */
  readonly igen: string
}

/** The new office as far as it has been typed. Lives in the window's memory alone, until it is created or the window closes. */
export interface Kontorsutkast {
  readonly namn: string
  readonly vardkommun: string
  /** Undefined until the page has been seen: then it begins with the värdkommun. */
  readonly kommuner: readonly string[] | undefined
  readonly du: Personutkast
  readonly andra: readonly Personutkast[]
  /** Begun but not saved. */
  readonly ny: Personutkast
  /** The page of the others has been passed. */
  readonly andraKlara: boolean
  readonly plan: Planutkast
}

/** What the unit's plan for documents says of working notes: confirmed here with its name, or answered later. */
export const PLANSVAR = ['bekraftad', 'senare'] as const
export interface Planutkast {
  readonly svar: string
  readonly referens: string
}
export const zPlansvar = z.discriminatedUnion('svar', [
  z.object({ svar: z.literal('bekraftad'), referens: zRad(text.planSaknas, 200) }),
  z.object({ svar: z.literal('senare') }),
], text.planValj)

export const TOM_PERSON: Personutkast = { namn: '', anvandarnamn: '', egetAnvandarnamn: false, roller: [], losenord: '', igen: '' }
export const TOMT_UTKAST: Kontorsutkast = {
  namn: '',
  vardkommun: '',
  kommuner: undefined,
  du: { ...TOM_PERSON, roller: ['administrator'] },
  andra: [],
  ny: TOM_PERSON,
  andraKlara: false,
  plan: { svar: '', referens: '' },
}

/** The pages of the flow, in order; each is reached when those before it are answered. */
export const STEG = ['enhet', 'kommuner', 'du', 'anvandare', 'plan', 'kontrollera', 'nyckelblad', 'grupper'] as const
export type Stegnamn = (typeof STEG)[number]

export const zKommuner = zKontorsfil.pick({ kommuner: true })
export const zDu = z.object({ ...zNyAnvandare.shape, igen: z.string() }).refine((v) => v.losenord === v.igen, { path: ['igen'], message: text.olika })

/** The first page that lacks an answer, or undefined when the office can be created. */
export function forstaObesvarade(utkast: Kontorsutkast): Stegnamn | undefined {
  if (!zEnhet.safeParse(utkast).success) return 'enhet'
  if (!zKommuner.safeParse(utkast).success) return 'kommuner'
  if (!zDu.safeParse(utkast.du).success) return 'du'
  if (!utkast.andraKlara || !harAdministrator(utkast) || utkast.andra.some((person) => !zNyAnvandare.safeParse(person).success)) return 'anvandare'
  if (!zPlansvar.safeParse(utkast.plan).success) return 'plan'
  return undefined
}

/** Whether a page may be shown: everything before it is answered. */
export function farVisas(steg: Stegnamn, utkast: Kontorsutkast): boolean {
  const forsta = forstaObesvarade(utkast)
  return forsta === undefined || STEG.indexOf(steg) <= STEG.indexOf(forsta)
}

export function harAdministrator({ du, andra }: Pick<Kontorsutkast, 'du' | 'andra'>): boolean {
  return [du, ...andra].some((person) => person.roller.includes('administrator'))
}

/** OFFICE.json of the answers: whoever sits at the keyboard stands first, since that one keeps the password. */
export function kontorsfil(utkast: Kontorsutkast): Kontorsfil {
  return zKontorsfil.parse({
    enhet: utkast,
    kommuner: utkast.kommuner,
    anvandare: [utkast.du, ...utkast.andra],
    ...(utkast.plan.svar === 'bekraftad' ? { dokumenthanteringsplan: utkast.plan.referens } : {}),
  })
}

/**
 * A user name for a name: the first name, else first and last name when it is taken ("anna", "anna.lind",
 * "anna.lind2"). '' as long as there is no name to make one of.
 */
export function foreslaAnvandarnamn(namn: string, upptagna: readonly string[]): string {
  const delar = namn
    .toLocaleLowerCase('sv')
    .split(/\s+/u)
    .map(skrivbar)
    .filter((del) => /^[a-zåäöé]/u.test(del))
  const [forsta = ''] = delar
  const sista = delar.at(-1) ?? ''
  if (forsta.length < 2) return ''
  const hela = delar.length > 1 ? `${forsta}.${sista}` : forsta
  const forslag = [forsta, hela, ...Array.from({ length: 98 }, (_, i) => `${hela}${i + 2}`)].map((ett) => ett.slice(0, 40))
  return forslag.find((ett) => !upptagna.includes(ett)) ?? ''
}

/** Letters that a Swedish keyboard has, without other accents. */
function skrivbar(del: string): string {
  return [...del.normalize('NFC')].map((tecken) => (/[åäöé]/u.test(tecken) ? tecken : tecken.normalize('NFD').replace(/[^a-z0-9-]/gu, ''))).join('')
}

/** Roles in words, in the order people know them: "Enhetschef, Administratör". */
export function rollerIOrd(roller: readonly string[]): string {
  return Object.entries(ROLLNAMN)
    .filter(([roll]) => roller.includes(roll))
    .map(([, namn]) => namn)
    .join(text.komma)
}
