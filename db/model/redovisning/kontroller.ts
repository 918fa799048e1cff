import { VUXEN } from '../alder.ts'
import { dagarMellan } from '../kalender.ts'
import { UTFALL } from '../kodlistor.ts'
import { franvaroUtanfor, over100Procent } from './bemanning.ts'
import { nummerOrdning, slutarIAret, type Ar, type Klientlage } from './klienter.ts'
import type { Anstallningsrad, Franvarorad, Kontaktrad, RedovisningsVal } from './rader.ts'
import type { Stracka } from './strackor.ts'
import type { Kontroll } from './typer.ts'

/** An ended uppdrag shorter than this many days may have been a kvalificerad hänvisning (DOMAIN §4 uppdragslängd). */
export const KORTASTE_UPPDRAG = 8

/** What has been counted, already limited to the kommuner that are counted. */
export interface Underlag {
  readonly klienter: readonly (Klientlage & { readonly fodelsear: number | null; readonly aldersgrupp: string | null; readonly gallrad: boolean })[]
  readonly strackor: readonly Stracka[]
  readonly perKommun: ReadonlyMap<string, readonly Klientlage[]>
  /** Contacts with datum in the year. */
  readonly kontakter: readonly Kontaktrad[]
  readonly anstallningar: readonly Anstallningsrad[]
  readonly franvaro: readonly Franvarorad[]
  /** Persons who worked in the year without introduktionsutbildning by its end. */
  readonly utanIntroduktion: readonly string[]
  /** Full-time years granted (null = not known) and staffed. */
  readonly beviljat: number | null
  readonly bemannat: number
  /** Kommuner with an uppdrag, a contact or an anställning in the year. */
  readonly kommuner: ReadonlySet<string>
}

const sorterade = (nummer: Iterable<string>) => [...new Set(nummer)].sort(nummerOrdning)
const medArenden = (kod: Kontroll['kod'], nummer: Iterable<string>): Kontroll => {
  const arenden = sorterade(nummer)
  return { kod, antal: arenden.length, arenden }
}

/** Clients that stand under several kommuner, when the kommuner's sum therefore differs from the total. */
function flerKommuner(u: Underlag): Kontroll {
  const total = u.klienter.length
  const summa = [...u.perKommun.values()].reduce((s, klienter) => s + klienter.length, 0)
  const sedda = new Set<string>()
  const flera = new Set<string>()
  for (const klienter of u.perKommun.values()) for (const { arende } of klienter) (sedda.has(arende) ? flera : sedda).add(arende)
  return { ...medArenden('flera_kommuner', flera), summa, total }
}

function utanforEnheten(u: Underlag, val: RedovisningsVal): Kontroll {
  const kanda = new Set([...val.kommuner, ...(val.urval ?? [])])
  const kommuner = [...u.kommuner].filter((k) => !kanda.has(k)).sort()
  const arenden = sorterade(kommuner.flatMap((k) => u.perKommun.get(k)?.map((klient) => klient.arende) ?? []))
  return { kod: 'kommun_utanfor_enheten', antal: kommuner.length, arenden, kommuner }
}

/** What was staffed is not what was granted: below it may have to be paid back, above it the unit carries itself. */
function motBeviljat({ beviljat, bemannat }: Underlag): Kontroll {
  return { kod: 'arsanstallningar_mot_beviljat', antal: beviljat === null || beviljat === bemannat ? 0 : 1, arenden: [], ...(beviljat === null ? {} : { beviljat, bemannat }) }
}

/** The checks of a year that have found something: what must be mended first, then what should be looked at. */
export function kontroller(u: Underlag, ar: Ar, val: RedovisningsVal): Kontroll[] {
  const stodstrackor = u.klienter.flatMap((k) => k.stodstrackor)
  const dag = val.idag < ar.sista ? val.idag : ar.sista
  // Open, and on that day in what is counted: an uppdrag that has moved away is the other kommun's to mend.
  const overTiden = dag < ar.forsta ? [] : stodstrackor.filter((s) =>
    s.start <= dag && (s.slut === null || dag <= s.slut) && s.uppdrag.slut === null && s.uppdrag.planeratSlut !== null && s.uppdrag.planeratSlut < dag)
  const korta = u.strackor.filter((s) => s.avslut && slutarIAret(s, ar) && dagarMellan(s.uppdrag.start, s.slut ?? '') + 1 < KORTASTE_UPPDRAG)
  const ejAvgjorda = u.kontakter.filter((k) => k.utfall === UTFALL.annuInteAvgjort)
  const personer = over100Procent(u.anstallningar, ar)
  const arenden = (strackor: readonly Stracka[]) => strackor.map((s) => s.uppdrag.arende)
  const minderarig = (fodelsear: number | null) => fodelsear !== null && ar.ar - fodelsear < VUXEN

  return [
    medArenden('fodelsear_saknas', u.klienter.filter((k) => k.fodelsear === null && !k.gallrad).map((k) => k.arende)),
    medArenden('fodelsear_under_18', u.klienter.filter((k) => minderarig(k.fodelsear)).map((k) => k.arende)),
    medArenden('alder_utanfor_grupper', u.klienter.filter((k) => k.fodelsear !== null && !minderarig(k.fodelsear) && k.aldersgrupp === null).map((k) => k.arende)),
    medArenden('orsak_saknas', arenden(stodstrackor.filter((s) => s.uppdrag.orsaker.length === 0))),
    { kod: 'kontakt_ej_avgjord' as const, antal: ejAvgjorda.length, arenden: [] },
    medArenden('uppdrag_over_planerat_slut', arenden(overTiden)),
    medArenden('uppdrag_under_8_dagar', arenden(korta)),
    { kod: 'ombud_over_100_procent' as const, antal: personer.length, arenden: [], personer },
    { kod: 'franvaro_utanfor_anstallning' as const, arenden: [], ...franvaroUtanfor(u.anstallningar, u.franvaro, ar) },
    { kod: 'introduktion_saknas' as const, antal: u.utanIntroduktion.length, arenden: [], ombud: [...u.utanIntroduktion] },
    motBeviljat(u),
    utanforEnheten(u, val),
    flerKommuner(u),
    medArenden('gallrad', u.klienter.filter((k) => k.gallrad).map((k) => k.arende)),
  ].filter((k) => k.antal > 0)
}
