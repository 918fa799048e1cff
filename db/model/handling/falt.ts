import type { Blankett, Falt, Faltvarde } from '../blankett/typer.ts'
import type { FigurId } from '../redovisning/typer.ts'
import { figurforklaring } from './forklaringar.ts'
import { FASTA_FIGURER, type Siffror } from './siffror.ts'
import { TABELLER, type Cellform } from './tabeller.ts'
import type { Faltlage, Rattelse, Siffra, Tabell } from './typer.ts'
import type { Arsunderlag } from './underlag.ts'

/** A field as it has been filled in; `version` +1 per save. */
export interface SparatFalt { varde: Faltvarde; version: number; forifyllt: boolean }

export interface Faltunderlag {
  underlag: Arsunderlag
  siffror: Siffror
  /** Last year's figures, and what its fields held. */
  fjol: Siffror
  fjolvarden: ReadonlyMap<string, Faltvarde>
  varden: ReadonlyMap<string, SparatFalt>
  /** Those that have not been undone, by figure. */
  rattelser: ReadonlyMap<FigurId, Rattelse>
  oppningsbara: ReadonlySet<FigurId>
  bockar: ReadonlyMap<string, { tid: string; av: string }>
}

/** A figure as it stands in the handling: counted, corrected, last year's. */
export function siffran(figur: FigurId, u: Pick<Faltunderlag, 'siffror' | 'fjol' | 'rattelser' | 'oppningsbara'>): Siffra {
  const nu = u.siffror.get(figur)
  const da = u.fjol.get(figur)
  const rattelse = u.rattelser.get(figur) ?? null
  const raknat = nu?.varde ?? null
  return {
    figur, raknat, rattelse, varde: rattelse === null ? raknat : rattelse.rattat, fjol: da?.varde ?? null,
    etikett: nu?.etikett ?? da?.etikett ?? FASTA_FIGURER[figur] ?? figur, enhet: nu?.enhet ?? da?.enhet ?? '', decimaler: nu?.decimaler ?? da?.decimaler ?? 0,
    oppningsbar: u.oppningsbara.has(figur), forklaring: figurforklaring(figur),
  }
}

function tabellen(namn: Extract<Falt, { typ: 'tabell' }>['tabell'], u: Faltunderlag): Tabell {
  const { kolumner, rader, summa } = TABELLER[namn](u.underlag)
  const cell = (form: Cellform) => ('text' in form ? form.text : siffran(form.figur, u))
  return {
    kolumner: kolumner.map((k) => ({ ...k })),
    rader: rader.map(({ kod, etikett, celler }) => ({ kod, etikett, celler: celler.map(cell) })),
    summa: rader.length === 0 ? null : (summa?.map(cell) ?? null),
  }
}

/** Whether a field that must be filled in is empty. A table that Lotsen counts is never empty for want of rows: nothing happened is an answer. */
function saknas(falt: Falt, varde: Faltvarde, siffra: Siffra | null): boolean {
  if (!falt.kravs || falt.typ === 'tabell') return false
  return falt.typ === 'siffra' ? siffra?.varde === null : varde === null
}

/** The fields of the form that are switched on, in its order, with all that is known of them. */
export function faltlagen(blankett: Blankett, u: Faltunderlag): Faltlage[] {
  return blankett.punkter.flatMap((punkt) => punkt.falt.filter((falt) => falt.pa).map((falt): Faltlage => {
    const sparat = u.varden.get(falt.id)
    const varde = sparat?.varde ?? null
    const siffra = falt.typ === 'siffra' ? siffran(falt.figur, u) : null
    return {
      punkt: punkt.id, falt, varde, version: sparat?.version ?? 0, forifyllt: sparat?.forifyllt ?? false, fjol: u.fjolvarden.get(falt.id) ?? null,
      siffra, tabell: falt.typ === 'tabell' ? tabellen(falt.tabell, u) : null, bockad: u.bockar.get(falt.id) ?? null, saknas: saknas(falt, varde, siffra),
    }
  }))
}

/** What last year's fields hand on: texts and answers of fields that are still there and of the same kind, within the length there is now. */
export function forifyllda(blankett: Blankett, fjol: ReadonlyMap<string, Faltvarde>): [string, Faltvarde][] {
  return blankett.punkter.flatMap((punkt) => punkt.falt).flatMap((falt): [string, Faltvarde][] => {
    const varde = fjol.get(falt.id) ?? null
    if (falt.typ === 'text' && typeof varde === 'string' && varde.length <= falt.maxLangd) return [[falt.id, varde]]
    if (falt.typ === 'ja_nej' && typeof varde === 'boolean') return [[falt.id, varde]]
    return []
  })
}

/** Every figure that the form shows, once, in its order: fields and cells of tables. */
export function formularetsSiffror(falt: readonly Faltlage[]): Siffra[] {
  const alla = new Map<FigurId, Siffra>()
  for (const { siffra, tabell } of falt) {
    const har = [...(siffra === null ? [] : [siffra]), ...(tabell?.rader.flatMap((rad) => rad.celler) ?? []), ...(tabell?.summa ?? [])]
    for (const cell of har) if (typeof cell !== 'string' && !alla.has(cell.figur)) alla.set(cell.figur, cell)
  }
  return [...alla.values()]
}
