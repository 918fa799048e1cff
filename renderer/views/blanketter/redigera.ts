import type { Blankettinnehall, Falt, Faltslag, Kolumn, Punktid } from '../../../db/model/blankett/typer.ts'
import { slug } from '../../../db/model/text.ts'

/** Changes of a form while it is edited: pure, from one content to the next. */

const iPunkten = (b: Blankettinnehall, punkt: Punktid, av: (falt: Falt[]) => Falt[]): Blankettinnehall => ({ ...b, punkter: b.punkter.map((p) => (p.id === punkt ? { ...p, falt: av(p.falt) } : p)) })

export const sattFalt = (b: Blankettinnehall, punkt: Punktid, id: string, falt: Falt): Blankettinnehall => iPunkten(b, punkt, (alla) => alla.map((f) => (f.id === id ? falt : f)))
export const laggTillFalt = (b: Blankettinnehall, punkt: Punktid, falt: Falt): Blankettinnehall => iPunkten(b, punkt, (alla) => [...alla, falt])
export const taBortFalt = (b: Blankettinnehall, punkt: Punktid, id: string): Blankettinnehall => iPunkten(b, punkt, (alla) => alla.filter((f) => f.id !== id))
export const sattRubrik = (b: Blankettinnehall, punkt: Punktid, rubrik: string): Blankettinnehall => ({ ...b, punkter: b.punkter.map((p) => (p.id === punkt ? { ...p, rubrik } : p)) })

/** Moves a field one place up (-1) or down (1) within its point; at the end nothing happens. */
export function flyttaFalt(b: Blankettinnehall, punkt: Punktid, id: string, steg: -1 | 1): Blankettinnehall {
  return iPunkten(b, punkt, (alla) => {
    const fran = alla.findIndex((f) => f.id === id)
    const till = fran + steg
    const falt = alla[fran]
    if (falt === undefined || till < 0 || till >= alla.length) return alla
    return alla.toSpliced(fran, 1).toSpliced(till, 0, falt)
  })
}

/** An id for a new field, from its label, that no other field of the form has. */
export function nyttFaltid(b: Blankettinnehall, etikett: string): string {
  const tagna = new Set(b.punkter.flatMap((p) => p.falt.map((f) => f.id)))
  return ledigt(slug(etikett), tagna, 'falt')
}

function ledigt(onskat: string, tagna: ReadonlySet<string>, annars: string): string {
  const rent = onskat.replace(/^[^a-z]+/u, '').slice(0, 36) || annars
  for (let n = 1; ; n++) {
    const id = n === 1 ? rent : `${rent}_${n}`
    if (!tagna.has(id)) return id
  }
}

const TAL = /\s*\(tal\)\s*$/iu

/** Columns as they are written: a heading a line, "(tal)" after those that hold numbers. Ids of those that were there stay. */
export function lasKolumner(text: string, forra: readonly Kolumn[]): Kolumn[] {
  const tagna = new Set<string>()
  return text
    .split('\n')
    .map((rad) => rad.trim())
    .filter((rad) => rad !== '')
    .map((rad) => {
      const rubrik = rad.replace(TAL, '')
      const typ = TAL.test(rad) ? 'tal' : 'text'
      const fanns = forra.find((k) => k.rubrik === rubrik)
      const id = fanns?.id ?? ledigt(slug(rubrik), new Set([...tagna, ...forra.map((k) => k.id)]), 'kolumn')
      tagna.add(id)
      return { id, rubrik, typ, enhet: fanns?.enhet ?? '', decimaler: fanns?.decimaler ?? (typ === 'tal' ? 2 : 0), bunden: fanns?.bunden ?? null }
    })
}

export const skrivKolumner = (kolumner: readonly Kolumn[]): string => kolumner.map((k) => (k.typ === 'tal' ? `${k.rubrik} (tal)` : k.rubrik)).join('\n')

/** The values of the field form, for every kind. */
export interface Faltvarden {
  typ: Faltslag
  etikett: string
  hjalp: string
  kravs: boolean
  figur: string
  tabell: string
  enhet: string
  decimaler: string
  maxLangd: string
  rader: 'kommuner' | 'fria'
  kolumner: string
}

export const TOMT_FALT: Faltvarden = { typ: 'text', etikett: '', hjalp: '', kravs: false, figur: '', tabell: '', enhet: '', decimaler: '0', maxLangd: '4000', rader: 'kommuner', kolumner: '' }

export function faltvarden(falt: Falt): Faltvarden {
  const { typ, etikett, hjalp, kravs } = falt
  const grund = { ...TOMT_FALT, typ, etikett, hjalp, kravs }
  switch (falt.typ) {
    case 'siffra':
      return { ...grund, figur: falt.figur }
    case 'tal':
      return { ...grund, enhet: falt.enhet, decimaler: String(falt.decimaler) }
    case 'text':
      return { ...grund, maxLangd: String(falt.maxLangd) }
    case 'tabell':
      return { ...grund, tabell: falt.tabell }
    case 'egen_tabell':
      return { ...grund, rader: falt.rader, kolumner: skrivKolumner(falt.kolumner) }
    case 'ja_nej':
      return grund
  }
}

/** The field's definition as the schema of forms reads it. */
export function tillFalt(v: Faltvarden, id: string, forra: Falt | undefined): unknown {
  const grund = { id, typ: v.typ, etikett: v.etikett, hjalp: v.hjalp, kravs: v.kravs, pa: forra?.pa ?? true }
  switch (v.typ) {
    case 'siffra':
      return { ...grund, figur: v.figur }
    case 'tal':
      return { ...grund, enhet: v.enhet, decimaler: Number(v.decimaler) }
    case 'text':
      return { ...grund, maxLangd: /^\d+$/u.test(v.maxLangd.trim()) ? Number(v.maxLangd) : 0 }
    case 'tabell':
      return { ...grund, tabell: v.tabell }
    case 'egen_tabell':
      return { ...grund, rader: v.rader, kolumner: lasKolumner(v.kolumner, forra?.typ === 'egen_tabell' ? forra.kolumner : []) }
    case 'ja_nej':
      return grund
  }
}
