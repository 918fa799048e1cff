import { arDatum, type Datum } from './kalender.ts'

/**
 * Finding personnummer and samordningsnummer, so that they can be refused: Lotsen holds the birth
 * year, never the number (DOMAIN §3 "Rules about a register of clients").
 *
 * A number is recognised by its shape and a birth date that exists (day + 60 in a samordningsnummer).
 * The check digit is not asked for: a mistyped number tells as much about a person as a right one.
 * It only decides for phone numbers, where ten digits in a row are the rule.
 */

/** A number found in a text: where it stands (end exclusive) and the birth year it gives. */
export interface Fynd {
  readonly start: number
  readonly slut: number
  readonly fodelsear: number
}

/** Two- or four-digit year, month, day (or day + 60), four last digits; as people write them. */
const MONSTER = /(?<!\d)(\d{4}|\d{2})([-/. ]?)(\d{2})\2(\d{2})( ?[-+/. ]? ?)(\d{4})(?!\d)/gu

/** Digits and hyphens of other scripts and of word processors, one character for one. */
function vanligaTecken(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D\u00AD]/gu, '-')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\t]/gu, ' ')
    .replace(/[\uFF10-\uFF19]/gu, (t) => String.fromCharCode(t.charCodeAt(0) - 0xfee0))
}

/** Birth year of a two-digit year: the latest that is not after today; one century back when written with a plus. */
function helAr(ar: string, manad: string, dag: string, plus: boolean, idag: Datum): number {
  if (ar.length === 4) return Number(ar)
  const sekel = Math.floor(Number(idag.slice(0, 4)) / 100) * 100
  const kandidat = sekel + Number(ar)
  const senaste = `${kandidat}-${manad}-${dag}` > idag ? kandidat - 100 : kandidat
  return plus ? senaste - 100 : senaste
}

/** The check digit of the last ten digits (Luhn, as Skatteverket reckons it). */
function rattKontrollsiffra(siffror: string): boolean {
  let summa = 0
  const tio = siffror.slice(-10)
  for (let i = 0; i < tio.length; i++) {
    const produkt = Number(tio[i]) * (i % 2 === 0 ? 2 : 1)
    summa += produkt > 9 ? produkt - 9 : produkt
  }
  return summa % 10 === 0
}

interface Traff extends Fynd {
  readonly siffror: string
  readonly helaAret: boolean
  /** The date and the last four stand apart by a sign, as in 750101-2384. */
  readonly skiljetecken: boolean
}

/** Whether a text has digits enough: most have not, and are done with. */
function harTioSiffror(text: string): boolean {
  let antal = 0
  for (let i = 0; i < text.length && antal < 10; i++) {
    const kod = text.charCodeAt(i)
    if ((kod >= 0x30 && kod <= 0x39) || (kod >= 0xff10 && kod <= 0xff19)) antal += 1
  }
  return antal >= 10
}

function* traffar(text: string, idag: Datum): Generator<Traff> {
  if (text.length < 10 || !harTioSiffror(text)) return
  const vanlig = vanligaTecken(text)
  for (const m of vanlig.matchAll(MONSTER)) {
    const [hela, ar = '', , manad = '', dagSiffror = '', mellan = '', sista = ''] = m
    const tal = Number(dagSiffror)
    const dag = String(tal > 60 ? tal - 60 : tal).padStart(2, '0')
    const fodelsear = helAr(ar, manad, dag, mellan.includes('+'), idag)
    if (!arDatum(`${fodelsear}-${manad}-${dag}`) || (ar.length === 4 && !/^(?:18|19|20)/u.test(ar))) continue
    yield {
      start: m.index,
      slut: m.index + hela.length,
      fodelsear,
      siffror: ar + manad + dagSiffror + sista,
      helaAret: ar.length === 4,
      skiljetecken: /[-+]/u.test(mellan),
    }
  }
}

/** Every personnummer and samordningsnummer (10 or 12 digits, with or without separators) in a text. `idag` decides the century. */
export function hittaPersonnummer(text: string, idag: Datum): Fynd[] {
  return [...traffar(text, idag)].map(({ start, slut, fodelsear }) => ({ start, slut, fodelsear }))
}

/** Whether a text holds a personnummer or samordningsnummer. */
export function harPersonnummer(text: string, idag: Datum): boolean {
  return !traffar(text, idag).next().done
}

/**
 * The same question for a field that holds a phone number. Ten digits beginning with 0 are a phone
 * number there (0701234567 also reads as 23 January 2007), unless they name the client's own birth
 * year and have the right check digit. Twelve digits, and six-sign-four with the right check digit, are not.
 */
export function harPersonnummerITelefon(text: string, idag: Datum, fodelsear: number | null = null): boolean {
  for (const t of traffar(text, idag)) {
    if (t.helaAret) return true
    if (!rattKontrollsiffra(t.siffror)) continue
    if (t.skiljetecken || !t.siffror.startsWith('0') || t.fodelsear === fodelsear) return true
  }
  return false
}

/**
 * The same question for a free text, where phone numbers stand too: ten digits in a row beginning with 0 count only with
 * the right check digit.
 */
export function harPersonnummerIText(text: string, idag: Datum): boolean {
  for (const t of traffar(text, idag)) {
    if (t.helaAret || t.skiljetecken || !t.siffror.startsWith('0') || rattKontrollsiffra(t.siffror)) return true
  }
  return false
}

/** What is said where a number stands in the name or the phone number of somebody. */
export const PERSONNUMMER_NEKAS = {
  namn: 'Personnummer sparas inte i Lotsen. Skriv bara namnet.',
  telefon: 'Personnummer sparas inte i Lotsen. Skriv ett telefonnummer, eller lämna tomt.',
} as const

/** The first of a person's two fields that holds a personnummer, or null. */
export function faltMedPersonnummer(person: { namn: string; telefon: string; fodelsear?: number | null }, idag: Datum): keyof typeof PERSONNUMMER_NEKAS | null {
  if (harPersonnummer(person.namn, idag)) return 'namn'
  return harPersonnummerITelefon(person.telefon, idag, person.fodelsear ?? null) ? 'telefon' : null
}
