import { PUNKTER, type Blankett, type Faltvarde, type Kolumn } from '../blankett/typer.ts'
import { kommunNamn } from '../kommuner.ts'
import { DOLD_TEXT, LITEN_TEXT, STORSTA_LILLA, type Cell } from '../redovisning/maskera.ts'
import type { FigurId } from '../redovisning/typer.ts'
import { formularetsSiffror } from './falt.ts'
import type { Faltlage, HandlingRad, Siffra } from './typer.ts'
import type { Utgava, Utgavecell, Utgavefalt, Utgavetabell } from './utgava.ts'

/** A number as it is written in a form: decimal comma, no thousands space that a form's own check would stop at. */
export function taltext(tal: number | null, decimaler: 0 | 1 | 2): string {
  if (tal === null) return ''
  const text = decimaler === 2 ? tal.toFixed(2) : String(tal)
  return text.replace('.', ',')
}

/** How each person figure may be shown, and last year's beside; empty = all as they are. */
export interface Masker { readonly nu: ReadonlyMap<FigurId, Cell>; readonly fjol: ReadonlyMap<FigurId, Cell> }
export const OMASKERAT: Masker = { nu: new Map(), fjol: new Map() }

const tom: Utgavecell = { varde: null, text: '', mask: null, figur: null, rattad: null }
const textcell = (text: string | null): Utgavecell => ({ ...tom, varde: text, text: text ?? '' })

/** A figure as it goes out: masked by what was counted, so that a correction opens nothing that the counting hides. */
function siffercell(s: Siffra, masker: ReadonlyMap<FigurId, Cell>): Utgavecell {
  const cell = masker.get(s.figur)
  const dold = cell !== undefined && cell.mask !== null
  const varde = s.varde
  const liten = varde !== null && varde >= 1 && varde <= STORSTA_LILLA
  const mask = dold ? (liten || s.rattelse === null ? cell.mask : 'foljd') : cell !== undefined && s.rattelse !== null && liten ? 'liten' : null
  const rattad = s.rattelse === null ? null : {
    raknat: dold ? null : s.raknat, raknatText: dold ? (cell?.text ?? DOLD_TEXT) : taltext(s.raknat, s.decimaler), skal: s.rattelse.skal,
  }
  if (mask === null) return { varde, text: taltext(varde, s.decimaler), mask, figur: s.figur, rattad }
  return { varde: null, text: mask === 'liten' ? LITEN_TEXT : DOLD_TEXT, mask, figur: s.figur, rattad }
}

/** A figure with last year's beside it. */
function medFjol(s: Siffra, masker: Masker): Utgavecell {
  const cell = siffercell(s, masker.nu)
  if (s.fjol === null) return cell
  const dold = masker.fjol.get(s.figur)
  return { ...cell, fjol: dold === undefined || dold.mask === null ? { varde: s.fjol, text: taltext(s.fjol, s.decimaler), mask: null } : { varde: null, text: dold.text, mask: dold.mask } }
}

function egenTabell(kolumner: readonly Kolumn[], rader: 'kommuner' | 'fria', varde: Faltvarde, kommuner: readonly string[]): Utgavetabell {
  const ifyllda = Array.isArray(varde) ? varde : []
  const celler = (rad: (typeof ifyllda)[number] | undefined) => kolumner.map((k): Utgavecell => {
    const v = rad?.[k.id] ?? null
    return typeof v === 'number' ? { ...tom, varde: v, text: taltext(v, k.decimaler as 0 | 1 | 2) } : textcell(v)
  })
  return {
    kolumner: kolumner.map(({ rubrik, enhet, typ }) => ({ rubrik, enhet, typ })),
    rader: rader === 'kommuner'
      ? kommuner.map((kommun) => ({ etikett: kommunNamn(kommun), celler: celler(ifyllda.find((rad) => rad['kommun'] === kommun)) }))
      : ifyllda.map((rad, i) => ({ etikett: String(i + 1), celler: celler(rad) })),
    summa: null,
  }
}

function utgavefalt({ falt, varde, siffra, tabell }: Faltlage, masker: Masker, kommuner: readonly string[]): Utgavefalt {
  const { id, etikett, hjalp, typ } = falt
  const bas = { id, etikett, hjalp, typ, enhet: '', cell: null, tabell: null }
  // Beside a table's only column of numbers last year's has room.
  const cell = (c: Siffra | string) => (typeof c === 'string' ? textcell(c) : tabell?.kolumner.length === 1 ? medFjol(c, masker) : siffercell(c, masker.nu))
  switch (falt.typ) {
    case 'siffra':
      return siffra === null ? bas : { ...bas, enhet: siffra.enhet, cell: medFjol(siffra, masker) }
    case 'tal':
      return { ...bas, enhet: falt.enhet, cell: typeof varde === 'number' ? { ...tom, varde, text: taltext(varde, falt.decimaler as 0 | 1 | 2) } : tom }
    case 'text':
      return { ...bas, cell: typeof varde === 'string' ? textcell(varde) : tom }
    case 'ja_nej':
      return { ...bas, cell: typeof varde === 'boolean' ? { ...tom, varde, text: varde ? 'Ja' : 'Nej' } : tom }
    case 'tabell':
      return tabell === null ? bas : {
        ...bas, tabell: {
          kolumner: tabell.kolumner.map((k, i) => ({ ...k, typ: typeof tabell.rader[0]?.celler[i] === 'string' ? 'text' as const : 'tal' as const })),
          rader: tabell.rader.map((rad) => ({ etikett: rad.etikett, celler: rad.celler.map(cell) })), summa: tabell.summa?.map(cell) ?? null,
        },
      }
    case 'egen_tabell':
      return { ...bas, tabell: egenTabell(falt.kolumner, falt.rader, varde, kommuner) }
  }
}

/**
 * A handling as it goes out of the office. Kön × ålder is left out unless it was chosen.
 */
export function geUt(val: { handling: HandlingRad; enhet: string; blankett: Blankett; falt: readonly Faltlage[]; masker: Masker }): Utgava {
  const { handling: h, blankett, masker } = val
  const ut = val.falt.filter(({ falt }) => h.konOchAlder || falt.typ !== 'tabell' || falt.tabell !== 'konOchAlder')
  const kommun = (kod: string) => ({ kod, namn: kommunNamn(kod) })
  const lagrum: Record<string, string> = PUNKTER[blankett.slag]
  return {
    format: 'lotsen-handling-1', slag: h.slag, ar: h.ar, enhet: val.enhet, sokande: kommun(h.sokande), kommuner: h.kommuner.map(kommun),
    blankett: { id: blankett.id, version: blankett.version, namn: blankett.namn }, status: h.status, nr: h.nr, skal: h.skal,
    faststalld: h.faststalld, inlamnad: h.inlamnad === null ? null : { datum: h.inlamnad.datum, av: h.inlamnad.av, diarienummer: h.inlamnad.diarienummer },
    maskerad: h.maskera,
    punkter: blankett.punkter.map((p) => ({
      id: p.id, lagrum: lagrum[p.id] ?? '', rubrik: p.rubrik, falt: ut.filter(({ punkt }) => punkt === p.id).map((f) => utgavefalt(f, masker, h.kommuner)),
    })),
    underlag: formularetsSiffror(ut).map((s) => ({ figur: s.figur, etikett: s.etikett, cell: siffercell(s, masker.nu), forklaring: s.forklaring })),
  }
}
