import { slug } from '../text.ts'
import type { Utgava, Utgavecell } from './utgava.ts'

/** A sheet of the export: what is a number is a number, what is text is text, empty is empty. */
export type Bladcell = string | number | null
export interface Blad { namn: string; kolumner: string[]; bredder: number[]; rader: Bladcell[][] }

/** A cell as a spreadsheet keeps it: hidden numbers as their text, answers as Ja and Nej. */
const somBladcell = (c: Utgavecell): Bladcell => (c.mask !== null ? c.text : typeof c.varde === 'boolean' ? c.text : c.varde)

/** Figures, texts and working, each on its sheet. */
export function bladFor(u: Utgava): Blad[] {
  const siffror: Blad = { namn: 'Siffror', kolumner: ['Punkt', 'Fält', 'Rad', 'Uppgift', 'Värde', 'Enhet', 'Räknat', 'Varför rättat'], bredder: [12, 40, 28, 24, 14, 12, 12, 40], rader: [] }
  const texter: Blad = { namn: 'Texter', kolumner: ['Punkt', 'Rubrik', 'Fält', 'Text'], bredder: [12, 36, 40, 100], rader: [] }
  const rattat = (c: Utgavecell): Bladcell[] => (c.rattad === null ? [null, null] : [c.rattad.raknat ?? c.rattad.raknatText, c.rattad.skal])
  for (const p of u.punkter) {
    for (const f of p.falt) {
      const tal = (rad: string, uppgift: string, c: Utgavecell, enhet: string) => siffror.rader.push([p.lagrum, f.etikett, rad, uppgift, somBladcell(c), enhet, ...rattat(c)])
      if (f.cell !== null && (f.typ === 'siffra' || f.typ === 'tal')) tal('', '', f.cell, f.enhet)
      else if (f.cell !== null) texter.rader.push([p.lagrum, p.rubrik, f.etikett, somBladcell(f.cell)])
      if (f.tabell === null) continue
      for (const rad of f.tabell.rader) rad.celler.forEach((c, i) => tal(rad.etikett, f.tabell?.kolumner[i]?.rubrik ?? '', c, f.tabell?.kolumner[i]?.enhet ?? ''))
      f.tabell.summa?.forEach((c, i) => tal('Totalt', f.tabell?.kolumner[i]?.rubrik ?? '', c, f.tabell?.kolumner[i]?.enhet ?? ''))
    }
  }
  const underlag: Blad = {
    namn: 'Underlag', kolumner: ['Siffra', 'Id', 'Värde', 'Räknat', 'Varför rättat', 'Så räknas den'], bredder: [44, 36, 14, 12, 40, 100],
    rader: u.underlag.map((s) => [s.etikett, s.figur, somBladcell(s.cell), ...rattat(s.cell), s.forklaring]),
  }
  const om: Blad = {
    namn: 'Om', kolumner: ['Uppgift', 'Värde'], bredder: [28, 80],
    rader: [
      ['Handling', u.slag === 'redovisning' ? 'Redovisning' : 'Ansökan'], ['År', u.ar], ['Enhet', u.enhet], ['Sökande kommun', u.sokande.namn],
      ['Kommuner', u.kommuner.map((k) => k.namn).join(', ')], ['Blankett', `${u.blankett.namn}, version ${u.blankett.version}`], ['Version', u.nr],
      ['Fastställd', u.faststalld === null ? 'Utkast' : u.faststalld.tid.slice(0, 10)], ['Fastställd av', u.faststalld?.av ?? ''], ['Kontrollsumma', u.faststalld?.hash ?? ''],
      ['Inlämnad', u.inlamnad?.datum ?? ''], ['Diarienummer', u.inlamnad?.diarienummer ?? ''], ['Små tal dolda', u.maskerad ? 'Ja' : 'Nej'],
    ],
  }
  return [siffror, texter, underlag, om]
}

/** A csv cell (RFC 4180): decimal comma; a text that a spreadsheet would run as a formula is kept a text. */
function csvcell(varde: Bladcell): string {
  if (varde === null) return ''
  if (typeof varde === 'number') return String(varde).replace('.', ',')
  const ofarlig = /^[=+\-@\t\r]/u.test(varde) ? `'${varde}` : varde
  return /[;"\r\n]/u.test(ofarlig) ? `"${ofarlig.replaceAll('"', '""')}"` : ofarlig
}

/** All sheets as one csv, `;` and BOM, the sheet's name first on each line and its heads above its rows. */
export function somCsvText(blad: readonly Blad[]): string {
  const bredd = Math.max(...blad.map((b) => b.kolumner.length))
  const rad = (namn: string, celler: readonly Bladcell[]) => [namn, ...celler, ...Array<null>(bredd - celler.length).fill(null)].map(csvcell).join(';')
  return `\uFEFF${blad.flatMap((b) => [rad('Blad', b.kolumner), ...b.rader.map((celler) => rad(b.namn, celler))]).join('\r\n')}\r\n`
}

/** The file's name: kind, year and sökande, never a client's name. */
export const exportnamn = (u: Utgava, format: string): string => `${u.slag}-${u.ar}-${slug(u.sokande.namn)}${u.nr > 1 ? `-version-${u.nr}` : ''}.${format}`
