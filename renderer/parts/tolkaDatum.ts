import { arAv, arDatum, type Datum, dagarMellan, plusDagar, plusManader, veckansGranser } from '../../db/model/kalender.ts'
import { MANADER, VECKODAGAR } from '../texter/datum.ts'

/**
 * Reads a day the way people type it: `2026-11-22`, `20261122`, `261122`, `22/11 2026`, `22.11.26`,
 * `22 nov`, `i dag`, `på tisdag`, `om 3 veckor`, `för 2 dagar sedan`. A day without a year is the
 * one nearest to today; a weekday is the next one. Returns undefined when it cannot be read or does
 * not exist.
 */
export function tolkaDatum(text: string, idag: Datum): Datum | undefined {
  const t = text.normalize('NFC').trim().toLocaleLowerCase('sv').replace(/\s+/gu, ' ')
  return iOrd(t, idag) ?? iSiffror(t, idag) ?? medManad(t, idag)
}

// A Map: whatever is typed is looked up in it, "constructor" too.
const NARA = new Map(Object.entries({
  'i förrgår': -2, 'i går': -1, igår: -1, 'i dag': 0, idag: 0, 'i morgon': 1, imorgon: 1, 'i övermorgon': 2, 'i övermorn': 2,
}))

function iOrd(t: string, idag: Datum): Datum | undefined {
  const nara = NARA.get(t)
  if (nara !== undefined) return plusDagar(idag, nara)

  const veckodag = VECKODAGAR.findIndex((v) => t === v || t === `på ${v}` || t === `nästa ${v}`)
  if (veckodag >= 0) {
    const denna = plusDagar(veckansGranser(idag).mandag, veckodag)
    return denna > idag ? denna : plusDagar(denna, 7)
  }

  const m = /^(?:om (\d{1,3}|en|ett) (dag|dagar|vecka|veckor|månad|månader|år)|för (\d{1,3}|en|ett) (dag|dagar|vecka|veckor|månad|månader|år) sedan)$/u.exec(t)
  if (!m) return undefined
  const tal = m[1] ?? m[3] ?? ''
  const antal = (tal === 'en' || tal === 'ett' ? 1 : Number(tal)) * (m[1] === undefined ? -1 : 1)
  switch ((m[2] ?? m[4] ?? '').charAt(0)) {
    case 'd':
      return plusDagar(idag, antal)
    case 'v':
      return plusDagar(idag, antal * 7)
    case 'm':
      return plusManader(idag, antal)
    default:
      return plusManader(idag, antal * 12)
  }
}

function iSiffror(t: string, idag: Datum): Datum | undefined {
  const arForst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/u.exec(t) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(t)
  if (arForst) return giltigt(Number(arForst[1]), Number(arForst[2]), Number(arForst[3]))
  const kortAr = /^(\d{2})(\d{2})(\d{2})$/u.exec(t) ?? /^(\d{2})-(\d{2})-(\d{2})$/u.exec(t)
  if (kortAr) return giltigt(helAr(kortAr[1] ?? '', idag), Number(kortAr[2]), Number(kortAr[3]))
  const dagForst = /^(\d{1,2}) ?[/.] ?(\d{1,2})\.?(?:[-/. ] ?(\d{4}|\d{2}))?$/u.exec(t)
  if (!dagForst) return undefined
  return medEllerUtanAr(dagForst[3], Number(dagForst[2]), Number(dagForst[1]), idag)
}

function medManad(t: string, idag: Datum): Datum | undefined {
  const m = /^(?:den )?(\d{1,2})(?::?e)? (\p{L}{3,})\.?(?: (\d{4}|\d{2}))?$/u.exec(t)
  if (!m) return undefined
  const manad = MANADER.findIndex((namn) => namn.startsWith(m[2] ?? ' ') || (namn === 'september' && m[2] === 'sept'))
  return manad < 0 ? undefined : medEllerUtanAr(m[3], manad + 1, Number(m[1]), idag)
}

function medEllerUtanAr(ar: string | undefined, manad: number, dag: number, idag: Datum): Datum | undefined {
  if (ar !== undefined) return giltigt(helAr(ar, idag), manad, dag)
  const avstand = (d: Datum) => Math.abs(dagarMellan(idag, d))
  return [-1, 0, 1]
    .map((steg) => giltigt(arAv(idag) + steg, manad, dag))
    .filter((d) => d !== undefined)
    .sort((a, b) => avstand(a) - avstand(b))[0]
}

/** Two digits mean this century: nothing in an office lies outside it but birth years, which have a field of their own. */
function helAr(ar: string, idag: Datum): number {
  return ar.length === 4 ? Number(ar) : Math.floor(arAv(idag) / 100) * 100 + Number(ar)
}

function giltigt(ar: number, manad: number, dag: number): Datum | undefined {
  const text = `${String(ar).padStart(4, '0')}-${String(manad).padStart(2, '0')}-${String(dag).padStart(2, '0')}`
  return arDatum(text) ? text : undefined
}
