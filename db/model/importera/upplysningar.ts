import { UTFALL } from '../kodlistor.ts'
import type { Registerrad } from './rad.ts'
import type { Stod } from './stod.ts'
import { KOLUMNNAMN, type Kolumn } from './kolumner.ts'
import { UPPLYSNING } from './texter.ts'
import type { Upplysning } from './typer.ts'

/** So many rows are named: enough to find the kind. */
const RADER = 20

const given = (varde: unknown) => varde !== null && varde !== undefined

/** Rows that say just what an earlier row says. */
export function dubbletter(rader: readonly Registerrad[]): Registerrad[] {
  const sedda = new Set<string>()
  return rader.filter((rad) => sedda.size === sedda.add(rad.nyckel).size)
}

/** What the user should know before importing though nothing is wrong: what is left out, and what looks odd. */
export function samlaUpplysningar(rader: readonly Registerrad[], likadana: readonly Registerrad[], stod: Stod): Upplysning[] {
  const upplysningar: Upplysning[] = []
  const lagg = (kolumn: Kolumn | null, text: string, berorda: readonly Registerrad[]) => {
    if (berorda.length > 0) upplysningar.push({ kolumn, text, antal: berorda.length, rader: berorda.slice(0, RADER).map((rad) => rad.nummer) })
  }
  const utanArende = rader.filter((rad) => rad.arende === null)
  for (const kolumn of ['kon', 'fodelsear', 'namn', 'telefon'] as const) {
    lagg(kolumn, UPPLYSNING.utanArende(KOLUMNNAMN[kolumn]), utanArende.filter((rad) => given(rad[kolumn])))
  }
  lagg('livsomraden', UPPLYSNING.livsomradenUtanUppdrag, rader.filter((rad) => !rad.harUppdrag && rad.livsomraden.length > 0))
  lagg('kolamnad', UPPLYSNING.koMedUtfall, rader.filter((rad) => given(rad.kodatum) && rad.kolamnad === null && !rad.harUppdrag && rad.utfall !== UTFALL.iKo))
  lagg(null, UPPLYSNING.framtid, rader.filter((rad) => [rad.kontaktdatum, rad.kodatum, rad.kolamnad, rad.start, rad.slut].some((dag) => (dag ?? '') > stod.idag)))
  lagg('namn', UPPLYSNING.befintligtNamn, rader.filter((rad) => typeof rad.arende === 'string' && stod.befintlig(rad.arende) !== undefined && (given(rad.namn) || given(rad.telefon))))
  lagg(null, UPPLYSNING.lika, likadana)
  return upplysningar
}
