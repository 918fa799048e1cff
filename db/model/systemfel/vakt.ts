import type { Datum } from '../kalender.ts'
import { KOMMUNER } from '../kommuner.ts'
import { hittaPersonnummer } from '../personnummer.ts'
import { jamforbar } from '../text.ts'
import { VANLIGA } from './likhet.ts'
import { EFTERNAMNSSLUT, FORNAMNEN, INGENS_NAMN, MYNDIGHETSSLUT, TVETYDIGA_FORNAMN } from './namnord.ts'

/**
 * The guard of brister (DOMAIN §1, §3: never with personal data). Numbers that lead to somebody are refused; what looks
 * like a name is asked about, since nobody can tell Lind the person from Lind the street by its letters.
 */

export type Fyndslag = 'personnummer' | 'arendenummer' | 'telefon' | 'epost' | 'klientnamn' | 'namn'
/** What is refused whatever one says; the others can be answered with "Det är inget namn". */
export const HINDRAR: readonly Fyndslag[] = ['personnummer', 'arendenummer', 'telefon', 'epost']

/** Something in a text that may say who somebody is; `slut` is exclusive. */
export interface Fynd { readonly slag: Fyndslag; readonly start: number; readonly slut: number; readonly ord: string }

export interface Vaktval {
  /** Decides the century of a personnummer. */
  readonly idag: Datum
  /** Words that somebody has said are not names. */
  readonly inteNamn?: readonly string[]
  /** Names of clients whose cases the caller can open (the office alone knows them). */
  readonly klienter?: readonly string[]
}

const EPOST = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
/** As Lotsen writes an ärendenummer, with any dash. */
const ARENDENUMMER = /(?<![\d-])(?:19|20)\d{2} ?[-‐‑–—] ?\d{4,6}(?![\d-])/gu
/** A Swedish number as people write it: 7 to 12 digits that begin with 0, 00 or +. */
const TELEFON = /(?<![\d+])(?:\+|00|0)(?:[\s\u00a0/().–-]{0,2}\d){6,13}(?!\d)/gu
const ORD = /\p{L}[\p{L}\p{M}'’-]*/gu
const TITEL = /^(?:herr|fru|fröken|klienten|brukaren|patienten|handläggaren|handläggare|läkaren|doktor|dr)$/iu

/** Hours ("08.30–09.30") are no phone number. */
const arTelefon = (text: string) => {
  const siffror = text.replaceAll(/\D/gu, '')
  return siffror.length >= 7 && siffror.length <= 13 && !/^0+$/u.test(siffror) && !/^\d{2}[.:]\d{2} ?[-–] ?\d{2}[.:]\d{2}$/u.test(text)
}

const STORA = new Set(KOMMUNER.flatMap((k) => [k.namn, k.fulltNamn, k.lan]).flatMap((namn) => namn.match(ORD) ?? []))
const utanGenitiv = (ord: string) => ord.replace(/(?<=\p{L}{2})['’]?s$/u, '')
const arStor = (ord: string) => /^\p{Lu}\p{Ll}/u.test(ord)

/** Whether a capitalised word is known to be nobody: a kommun, an authority, a month. */
function arIngen(ord: string): boolean {
  const delar = ord.split('-')
  if (delar.length > 1 && delar.every(arIngen)) return true
  return [ord, utanGenitiv(ord)].some((o) => INGENS_NAMN.has(o) || STORA.has(o) || MYNDIGHETSSLUT.test(o))
}

const arFornamn = (ord: string) => [ord, utanGenitiv(ord)].some((o) => FORNAMNEN.has(o) || (o.includes('-') && o.split('-').every((del) => FORNAMNEN.has(del))))
const arTvetydig = (ord: string) => TVETYDIGA_FORNAMN.has(ord) || TVETYDIGA_FORNAMN.has(utanGenitiv(ord))
const arEfternamn = (ord: string) => [ord, utanGenitiv(ord)].some((o) => o.length >= 6 && EFTERNAMNSSLUT.test(o))

interface Ord { readonly ord: string; readonly start: number; readonly slut: number; readonly forst: boolean; readonly intill: boolean }

/** The words of a text: whether each begins a sentence, and whether it stands right after the one before. */
function orden(text: string): Ord[] {
  let forra = 0
  return [...text.matchAll(ORD)].map(({ 0: ord, index: start }) => {
    const mellan = text.slice(forra, start)
    // An initial's full stop ("A. Lind") ends no sentence.
    const initial = /^\p{Lu}$/u.test(text.slice(forra - 1, forra)) && /^\. ?$/u.test(mellan)
    const rad: Ord = { ord, start, slut: start + ord.length, forst: forra === 0 || (/[.!?:\n•–]/u.test(mellan) && !initial), intill: forra > 0 && (/^[ \u00a0]$/u.test(mellan) || initial) }
    forra = rad.slut
    return rad
  })
}

/** Words that look like somebody's name, the words of one name together. */
function hittaNamn(text: string): Fynd[] {
  const lista = orden(text)
  const misstankt = lista.map((o, i) => {
    if (!arStor(o.ord) || arIngen(o.ord)) return false
    const [fore, nasta] = [o.intill ? lista[i - 1] : undefined, lista[i + 1]?.intill ? lista[i + 1] : undefined]
    const egenNasta = nasta !== undefined && arStor(nasta.ord) && !arIngen(nasta.ord)
    if (arFornamn(o.ord)) return !(o.forst && arTvetydig(o.ord)) || egenNasta
    if (fore !== undefined && /^\p{Lu}$/u.test(fore.ord)) return true // "A. Lind"
    if (o.forst) return egenNasta && arEfternamn(o.ord)
    if (fore !== undefined && TITEL.test(fore.ord)) return true
    // "Zhian Barzani", but not "Vid Kronan": there the capital before is the sentence's.
    return arEfternamn(o.ord) || egenNasta || (fore !== undefined && arStor(fore.ord) && !arIngen(fore.ord) && !VANLIGA.has(jamforbar(fore.ord)))
  })
  const fynd: Fynd[] = []
  lista.forEach((o, i) => {
    if (!misstankt[i]) return
    const forra = fynd.at(-1)
    if (forra !== undefined && o.intill && misstankt[i - 1]) fynd[fynd.length - 1] = { ...forra, slut: o.slut, ord: text.slice(forra.start, o.slut) }
    else fynd.push({ slag: 'namn', start: o.start, slut: o.slut, ord: o.ord })
  })
  return fynd
}

/** Parts of the clients' names where they stand in a text with a capital, whole words, genitive included. */
function hittaKlienter(text: string, klienter: readonly string[]): Fynd[] {
  const delar = new Set(klienter.flatMap((namn) => (namn.match(ORD) ?? []).filter((del) => del.length >= 3).map(jamforbar)))
  if (delar.size === 0) return []
  return orden(text)
    .filter(({ ord }) => /^\p{Lu}/u.test(ord) && [ord, utanGenitiv(ord)].some((o) => delar.has(jamforbar(o))))
    .map(({ ord, start, slut }) => ({ slag: 'klientnamn', start, slut, ord }))
}

const overlappar = (a: Fynd, b: Fynd) => a.start < b.slut && b.start < a.slut

/**
 * What in a text may say who somebody is, in the order it stands, nothing twice. Pure and without memory.
 * A name answered with `inteNamn` is silent wherever the same words stand; what is refused never is.
 */
export function granskaText(text: string, { idag, inteNamn = [], klienter = [] }: Vaktval): Fynd[] {
  const trad = (slag: Fyndslag, monster: RegExp, galler: (ord: string) => boolean = () => true): Fynd[] =>
    [...text.matchAll(monster)].filter((m) => galler(m[0])).map((m) => ({ slag, start: m.index, slut: m.index + m[0].length, ord: m[0] }))
  const svarade = new Set(inteNamn.map(jamforbar))
  const alla: Fynd[] = [
    ...hittaPersonnummer(text, idag).map(({ start, slut }): Fynd => ({ slag: 'personnummer', start, slut, ord: text.slice(start, slut) })),
    ...trad('epost', EPOST),
    ...trad('telefon', TELEFON, arTelefon),
    ...trad('arendenummer', ARENDENUMMER, (ord) => !arArspann(ord)),
    ...hittaKlienter(text, klienter).filter((f) => !svarade.has(jamforbar(f.ord))),
    ...hittaNamn(text).filter((f) => !svarade.has(jamforbar(f.ord))),
  ]
  // The first kinds say most: a personnummer is not also a phone number, a client's name not also a name.
  const kvar: Fynd[] = []
  for (const fynd of alla) if (!kvar.some((annat) => overlappar(annat, fynd))) kvar.push(fynd)
  return kvar.sort((a, b) => a.start - b.start)
}

/** "2019–2026" is a span of years and no ärendenummer. */
const arArspann = (ord: string) => {
  const [fran = '', till = ''] = ord.split(/[^\d]+/u)
  return till.length === 4 && /^(?:19|20)/u.test(till) && till > fran
}

/** Whether something found is refused whatever one answers. */
export const hindrar = (fynd: Pick<Fynd, 'slag'>): boolean => HINDRAR.includes(fynd.slag)
