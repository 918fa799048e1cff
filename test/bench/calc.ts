import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Figurer } from '../../db/model/redovisning/typer.ts'
import type { Stracka } from '../../db/model/redovisning/strackor.ts'

/**
 * The same register counted as many units count it: a sheet with a row per uppdrag and kommun, helper columns and
 * COUNTIFS per kommun, calculated by LibreOffice Calc without a window. Rows come in order of ärende, so that a person
 * is counted once with a running sum instead of a search through everything above.
 */

export interface Calcsvar { rader: number; sekunder: number; utanFormler: number; lika: boolean }
const GRANS_MS = 600_000

export const harCalc = (): boolean => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

const serie = (dag: string): number => Math.round(Date.parse(dag) / 86_400_000) + 25_569
const text = (varde: string) => `<table:table-cell office:value-type="string"><text:p>${varde}</text:p></table:table-cell>`
const tal = (varde: number) => `<table:table-cell office:value-type="float" office:value="${varde}"/>`
const formel = (f: string) => `<table:table-cell table:formula="of:=${f.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}"/>`
const rad = (celler: string) => `<table:table-row>${celler}</table:table-row>`

/** A flat OpenDocument sheet. @param formler false = the rows alone, to tell the reading of the file from the counting */
function blad(rader: readonly { kommun: string; stracka: Stracka }[], kommuner: readonly string[], ar: number, formler: boolean): string {
  const [a, b] = [serie(`${ar}-01-01`), serie(`${ar}-12-31`)]
  const sista = rader.length + 1
  const alla = (k: string) => `[$Register.${k}$2:.${k}$${sista}]`
  const antal = (flagga: string, lopande: string, n: number) => formel(`COUNTIFS(${alla('B')};[.A${n}];${alla(flagga)};1;${alla(lopande)};1)`)
  const figurer = kommuner.map((kommun, i) => {
    const n = i + 1
    return rad(text(kommun) + (formler ? antal('E', 'F', n) + antal('G', 'H', n) + formel(`[.B${n}]-[.C${n}]`) + antal('I', 'J', n) : ''))
  })
  const lopande = (flagga: string, kolumn: string, n: number) => formel(`IF(AND([.A${n}]=[.A${n - 1}];[.B${n}]=[.B${n - 1}]);[.${kolumn}${n - 1}];0)+[.${flagga}${n}]`)
  const register = rader.map(({ kommun, stracka: s }, i) => {
    const n = i + 2
    const fakta = text(s.uppdrag.arende) + text(kommun) + tal(serie(s.start)) + tal(s.slut === null ? 99_999 : serie(s.slut))
    if (!formler) return rad(fakta)
    return rad(fakta
      + formel(`IF(AND([.C${n}]<=${b};[.D${n}]>=${a});1;0)`) + lopande('E', 'F', n)
      + formel(`IF(AND([.C${n}]<${a};[.D${n}]>=${a});1;0)`) + lopande('G', 'H', n)
      + formel(`IF(AND([.C${n}]<=${b};[.D${n}]>${b});1;0)`) + lopande('I', 'J', n))
  })
  const rubriker = rad(['arende', 'kommun', 'start', 'slut', 'stod', 's', 'ing', 'i', 'utg', 'u'].map((namn, i) => (i > 3 && i % 2 === 1 ? tal(0) : text(namn))).join(''))
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Figurer">${figurer.join('')}</table:table><table:table table:name="Register">${rubriker}${register.join('')}</table:table></office:spreadsheet></office:body></office:document>`
}

function berakna(mapp: string, fil: string): Promise<number | null> {
  const fore = performance.now()
  return new Promise((klar) => {
    const program = spawn('soffice', [`-env:UserInstallation=${pathToFileURL(join(mapp, 'profil')).href}`, '--headless', '--convert-to', 'csv', '--outdir', mapp, fil], { stdio: 'ignore', detached: true })
    const vakt = setTimeout(() => { if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL') }, GRANS_MS)
    program.once('error', () => klar(null))
    program.once('exit', (kod) => {
      clearTimeout(vakt)
      klar(kod === 0 ? (performance.now() - fore) / 1000 : null)
    })
  })
}

/** @returns null when Calc did not finish in ten minutes */
export async function raknaICalc(bas: string, perKommun: ReadonlyMap<string, readonly Stracka[]>, ar: number, vara: Figurer): Promise<Calcsvar | null> {
  const mapp = join(bas, 'calc')
  rmSync(mapp, { recursive: true, force: true })
  mkdirSync(mapp, { recursive: true })
  const rader = [...perKommun].flatMap(([kommun, strackor]) => strackor.map((stracka) => ({ kommun, stracka })))
  const kommuner = vara.perKommun.map((k) => k.kommun)
  writeFileSync(join(mapp, 'tom.fods'), blad([], [], ar, false))
  await berakna(mapp, join(mapp, 'tom.fods')) // the first start of all makes a profile
  writeFileSync(join(mapp, 'fakta.fods'), blad(rader, kommuner, ar, false))
  writeFileSync(join(mapp, 'register.fods'), blad(rader, kommuner, ar, true))
  const utanFormler = await berakna(mapp, join(mapp, 'fakta.fods'))
  const sekunder = await berakna(mapp, join(mapp, 'register.fods'))
  if (sekunder === null || utanFormler === null) return null
  const csv = readFileSync(join(mapp, 'register.csv'), 'utf8').trim().split('\n').map((r) => r.split(','))
  const lika = vara.perKommun.length === csv.length && vara.perKommun.every((k, i) => csv[i]?.join() === [k.kommun, k.stod, k.ingaende, k.nya, k.utgaende].join())
  rmSync(mapp, { recursive: true, force: true })
  return { rader: rader.length, sekunder, utanFormler, lika }
}
