import type { z } from 'zod'
import { arFigur } from '../handling/siffror.ts'
import { PUNKTER, zBlankettinnehall, type Blankettinnehall, type Falt } from './typer.ts'

/** What is wrong with a form, and where ("Punkt tjanster, fält utbildning"). */
export interface Blankettfel { plats: string; mening: string }
export type Granskad = { innehall: Blankettinnehall; fel: [] } | { innehall: null; fel: Blankettfel[] }

const HELA = 'Blanketten'

/**
 * Reads a form that came from outside (a county's file, an edited form) and says all that is wrong with it in plain
 * Swedish. What a form must hold: the points of its paragraph, each once; ids that are unique; figures that Lotsen counts.
 */
export function granskaBlankett(indata: unknown): Granskad {
  const tolkad = zBlankettinnehall.safeParse(indata, { error: () => BIBLIOTEKETS })
  if (!tolkad.success) return { innehall: null, fel: tolkad.error.issues.map((problem) => ({ plats: plats(problem.path, indata), mening: mening(problem) })) }
  const fel = [...punktfel(tolkad.data), ...faltfel(tolkad.data), ...arsfel(tolkad.data), ...soktfel(tolkad.data)]
  return fel.length === 0 ? { innehall: tolkad.data, fel: [] } : { innehall: null, fel }
}

/** Stands where the schema has no sentence of its own, whatever language the library has been set to speak. */
const BIBLIOTEKETS = 'okänt'

/** Our own sentences as they are; the library's own ("expected object …") never reach the reader. */
function mening(problem: z.core.$ZodIssue): string {
  if (problem.message !== BIBLIOTEKETS) return problem.message
  const falt = [...problem.path].reverse().find((del) => typeof del === 'string') ?? ''
  return falt === '' ? 'Filen ska hålla en blankett: ett objekt med slag, namn, fran och punkter.' : `Uppgiften ${falt} saknas eller är av fel slag.`
}

/** The way to the fault by the ids that whoever wrote the file knows; numbers in order where there is no id. */
function plats(vag: readonly PropertyKey[], indata: unknown): string {
  const delar: string[] = []
  let har: unknown = indata
  const NAMN: Record<string, string> = { punkter: 'punkt', falt: 'fält', kolumner: 'kolumn' }
  vag.forEach((del, i) => {
    har = typeof har === 'object' && har !== null ? (har as Record<PropertyKey, unknown>)[del] : undefined
    const lista = NAMN[String(vag[i - 1])]
    if (typeof del !== 'number' || lista === undefined) return
    const id = typeof har === 'object' && har !== null ? (har as { id?: unknown }).id : undefined
    delar.push(`${lista} ${typeof id === 'string' && id !== '' ? id : `nummer ${del + 1}`}`)
  })
  const text = delar.join(', ')
  return text === '' ? HELA : text.charAt(0).toUpperCase() + text.slice(1)
}

const iPunkt = (punkt: string, falt?: Pick<Falt, 'id'>) => `Punkt ${punkt}${falt === undefined ? '' : `, fält ${falt.id}`}`

function punktfel(b: Blankettinnehall): Blankettfel[] {
  const krav = Object.entries(PUNKTER[b.slag])
  const finns = b.punkter.map((p) => p.id as string)
  const saknade = krav.filter(([id]) => !finns.includes(id)).map(([id, lagrum]) => ({ plats: HELA, mening: `Punkten ${id} (${lagrum}) saknas. Förordningens punkter ska alla vara med.` }))
  const okanda = b.punkter.filter((p) => !Object.hasOwn(PUNKTER[b.slag], p.id)).map((p) => ({ plats: iPunkt(p.id), mening: `Punkten hör inte till en ${b.slag === 'ansokan' ? 'ansökan' : 'redovisning'}.` }))
  const dubbla = finns.filter((id, i) => finns.indexOf(id) !== i).map((id) => ({ plats: iPunkt(id), mening: 'Punkten finns två gånger.' }))
  return [...saknade, ...okanda, ...dubbla]
}

function faltfel(b: Blankettinnehall): Blankettfel[] {
  const sedda = new Set<string>()
  return b.punkter.flatMap((punkt) => punkt.falt.flatMap((falt) => {
    const fel: Blankettfel[] = []
    const sag = (text: string) => fel.push({ plats: iPunkt(punkt.id, falt), mening: text })
    if (sedda.has(falt.id)) sag('Id finns redan på ett annat fält. Varje fält ska ha ett eget.')
    sedda.add(falt.id)
    if (falt.typ === 'siffra' && !arFigur(falt.figur)) sag(`Siffran ${falt.figur} är ingen som Lotsen räknar.`)
    if (falt.typ === 'egen_tabell') {
      const ids = falt.kolumner.map((k) => k.id)
      if (new Set(ids).size < ids.length) sag('Två kolumner har samma id.')
      if (ids.includes('kommun')) sag('En kolumn kan inte ha id kommun: det är radens egen kommun.')
    }
    return fel
  }))
}

function arsfel({ fran, till }: Blankettinnehall): Blankettfel[] {
  return till !== null && till < fran ? [{ plats: HELA, mening: 'Blankettens sista år ligger före dess första.' }] : []
}

/** The årsanställningar applied for stand in exactly one place of an ansökan (8 § 2): the amount is reckoned from them. */
function soktfel(b: Blankettinnehall): Blankettfel[] {
  const bundna = b.punkter.flatMap((punkt) => punkt.falt.flatMap((falt) =>
    (falt.typ === 'egen_tabell' ? falt.kolumner.filter((k) => k.bunden === 'sokt').map((kolumn) => ({ punkt, falt, kolumn })) : [])))
  const fel = bundna.flatMap(({ punkt, falt, kolumn }) =>
    (kolumn.typ !== 'tal' || falt.rader !== 'kommuner' || !falt.pa ? [{ plats: iPunkt(punkt.id, falt), mening: 'Sökta årsanställningar ska stå i en talkolumn i en tabell med en rad per kommun, och fältet ska vara på.' }] : []))
  if (b.slag === 'ansokan' && bundna.length !== 1) fel.push({ plats: HELA, mening: 'En ansökan ska ha precis en kolumn som är bunden till sökta årsanställningar (bunden: sokt).' })
  if (b.slag === 'redovisning' && bundna.length > 0) fel.push({ plats: HELA, mening: 'Sökta årsanställningar hör till en ansökan, inte till en redovisning.' })
  return fel
}
