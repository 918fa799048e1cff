import { kommunNamn } from '../kommuner.ts'
import type { Figurer, Kontrollkod } from '../redovisning/typer.ts'
import { svenskOrdning } from '../text.ts'
import { kontrolltext } from './kontrolltexter.ts'
import type { Siffror } from './siffror.ts'
import type { Allvar, Faltlage, Kontrollpost, Kontrollpostkod, Plats, Rattelse } from './typer.ts'
import type { Arsunderlag } from './underlag.ts'
import type { Slag } from '../blankett/typer.ts'

/** What each check weighs when it finds something, and where it is mended. */
const REGLER: Record<Kontrollpostkod, { allvar: Exclude<Allvar, 'klart'>; plats: Plats; slag: readonly Slag[] }> = {
  falt_tomt: { allvar: 'rattas', plats: 'falt', slag: ['redovisning', 'ansokan'] },
  fodelsear_saknas: { allvar: 'rattas', plats: 'arendet', slag: ['redovisning'] },
  fodelsear_under_18: { allvar: 'rattas', plats: 'arendet', slag: ['redovisning'] },
  orsak_saknas: { allvar: 'rattas', plats: 'arendet', slag: ['redovisning'] },
  kontakt_ej_avgjord: { allvar: 'rattas', plats: 'kontakten', slag: ['redovisning'] },
  ombud_over_100_procent: { allvar: 'rattas', plats: 'bemanning', slag: ['redovisning'] },
  franvaro_utanfor_anstallning: { allvar: 'titta', plats: 'bemanning', slag: ['redovisning'] },
  introduktion_saknas: { allvar: 'titta', plats: 'utbildning', slag: ['redovisning'] },
  kommun_utanfor_enheten: { allvar: 'rattas', plats: 'kommuner', slag: ['redovisning'] },
  kommun_utan_handling: { allvar: 'rattas', plats: 'handlingar', slag: ['redovisning'] },
  arsanstallningar_mot_beviljat: { allvar: 'titta', plats: 'bemanning', slag: ['redovisning'] },
  ekonomi_saknas: { allvar: 'titta', plats: 'bidrag', slag: ['redovisning', 'ansokan'] },
  ledningsgrupp_saknar_plats: { allvar: 'titta', plats: 'ledningsgrupp', slag: ['redovisning', 'ansokan'] },
  summor_stammer_inte: { allvar: 'rattas', plats: 'siffran', slag: ['redovisning'] },
  alder_utanfor_grupper: { allvar: 'titta', plats: 'arendet', slag: ['redovisning'] },
  uppdrag_over_planerat_slut: { allvar: 'titta', plats: 'arendet', slag: ['redovisning'] },
  uppdrag_under_8_dagar: { allvar: 'titta', plats: 'arendet', slag: ['redovisning'] },
  flera_kommuner: { allvar: 'titta', plats: 'siffran', slag: ['redovisning'] },
  text_fran_fjol: { allvar: 'titta', plats: 'falt', slag: ['redovisning', 'ansokan'] },
  rattat_for_hand: { allvar: 'titta', plats: 'siffran', slag: ['redovisning'] },
}
const ORDNING: readonly Allvar[] = ['rattas', 'titta', 'klart']
const FRAN_RAKNINGEN = [
  'fodelsear_saknas', 'fodelsear_under_18', 'orsak_saknas', 'kontakt_ej_avgjord', 'ombud_over_100_procent', 'franvaro_utanfor_anstallning',
  'introduktion_saknas', 'arsanstallningar_mot_beviljat', 'kommun_utanfor_enheten',
  'alder_utanfor_grupper', 'uppdrag_over_planerat_slut', 'uppdrag_under_8_dagar', 'flera_kommuner',
] as const satisfies readonly Kontrollkod[]

export interface Kontrollunderlag {
  slag: Slag
  falt: readonly Faltlage[]
  underlag: Arsunderlag
  siffror: Siffror
  rattelser: readonly Rattelse[]
  /** Kommuner of the unit that stand in no handling of the year. */
  utanHandling: readonly string[]
  /** Names of persons by id, for the check of more than 100 %. */
  namn: ReadonlyMap<string, string>
  /** Who has the cases of a check: how many each. */
  hos: ReadonlyMap<string, Kontrollpost['hos']>
}

/** What a check found. `antal` 0 = nothing. */
export interface Fynd { antal: number; falt?: string[]; namn?: string[]; summa?: number; total?: number; a?: number | null; b?: number | null }

function franRakningen(f: Figurer, kod: (typeof FRAN_RAKNINGEN)[number], namn: ReadonlyMap<string, string>): Fynd {
  const k = f.kontroller.find((rad) => rad.kod === kod)
  if (k === undefined) return { antal: 0 }
  if (kod === 'flera_kommuner') return { antal: k.antal, summa: k.summa ?? 0, total: k.total ?? 0, falt: ['klienter.stod'] }
  if (kod === 'ombud_over_100_procent') return { antal: k.antal, namn: (k.personer ?? []).map((p) => `${namn.get(p.person) ?? p.person} (${p.procent} procent)`).sort(svenskOrdning) }
  if (kod === 'arsanstallningar_mot_beviljat') return { antal: k.antal, a: k.bemannat ?? null, b: k.beviljat ?? null }
  if (k.ombud !== undefined) return { antal: k.antal, namn: k.ombud.map((id) => namn.get(id) ?? id).sort(svenskOrdning) }
  return { antal: k.antal, namn: k.kommuner?.map(kommunNamn) ?? [] }
}

/** ingående + nya = stöd = avslutade + utgående, as the form will say it: a correction of one of them asks for another. */
function brutnaSummor(u: Kontrollunderlag): Fynd {
  const rattat = new Map(u.rattelser.map((r) => [r.figur, r.rattat]))
  if (rattat.size === 0) return { antal: 0 }
  const av = (figur: string) => rattat.get(figur) ?? u.siffror.get(figur)?.varde ?? 0
  const led = ['klienter', ...u.underlag.figurer.perKommun.map(({ kommun }) => `perKommun.${kommun}`)]
  const brutna = led.filter((l) => av(`${l}.ingaende`) + av(`${l}.nya`) !== av(`${l}.stod`) || av(`${l}.avslutade`) + av(`${l}.utgaende`) !== av(`${l}.stod`))
  return { antal: brutna.length, falt: brutna.map((l) => `${l}.stod`) }
}

function fynd(kod: Kontrollpostkod, u: Kontrollunderlag): Fynd {
  switch (kod) {
    case 'falt_tomt': {
      const tomma = u.falt.filter((f) => f.saknas)
      return { antal: tomma.length, falt: tomma.map((f) => f.falt.id), namn: tomma.map((f) => f.falt.etikett) }
    }
    case 'text_fran_fjol': {
      const rader = u.falt.filter((f) => f.forifyllt && f.falt.typ === 'text')
      return { antal: rader.length, falt: rader.map((f) => f.falt.id), namn: rader.map((f) => f.falt.etikett) }
    }
    case 'kommun_utan_handling':
      return { antal: u.utanHandling.length, namn: u.utanHandling.map(kommunNamn).sort(svenskOrdning) }
    case 'ekonomi_saknas': {
      if (u.slag === 'ansokan') return { antal: u.underlag.belopp === null ? 1 : 0, namn: [] }
      const finns = new Map(u.underlag.bidrag.map((rad) => [rad.kommun, rad]))
      const saknas = u.underlag.figurer.perKommun.filter(({ kommun }) => {
        const rad = finns.get(kommun)
        return rad === undefined || rad.beviljat === null || rad.anvant === null
      })
      return { antal: saknas.length, namn: saknas.map(({ kommun }) => kommunNamn(kommun)) }
    }
    case 'ledningsgrupp_saknar_plats': {
      const lediga = u.underlag.ledningsgrupp.filter((p) => !p.besatt && (p.obligatorisk || !p.erbjuden))
      return { antal: lediga.length, namn: lediga.map((p) => (p.obligatorisk ? p.etikett : `${p.etikett} (har inte erbjudits plats)`)) }
    }
    case 'summor_stammer_inte':
      return brutnaSummor(u)
    case 'rattat_for_hand':
      return { antal: u.rattelser.length, falt: u.rattelser.map((r) => r.figur), namn: u.rattelser.map((r) => u.siffror.get(r.figur)?.etikett ?? r.figur) }
    default:
      return franRakningen(u.underlag.figurer, kod, u.namn)
  }
}

/**
 * All checks of a handling: what must be mended, what should be looked at, what has nothing to say. Which ärenden a
 * check is about is never in it, only how many with whom.
 */
export function kontrollera(u: Kontrollunderlag): Kontrollpost[] {
  const poster = (Object.keys(REGLER) as Kontrollpostkod[]).filter((kod) => REGLER[kod].slag.includes(u.slag)).map((kod): Kontrollpost => {
    const hittat = fynd(kod, u)
    const { allvar, plats } = REGLER[kod]
    const hos = hittat.antal > 0 && (plats === 'arendet' || plats === 'kontakten') ? (u.hos.get(kod) ?? []) : []
    return { kod, allvar: hittat.antal > 0 ? allvar : 'klart', antal: hittat.antal, text: kontrolltext(kod, u.slag, hittat), plats, falt: hittat.falt ?? [], hos: [...hos] }
  })
  return ORDNING.flatMap((allvar) => poster.filter((p) => p.allvar === allvar))
}

/** The checks that land with the ombud who has the case or registered the contact. */
export const HOS_OMBUD = (Object.keys(REGLER) as Kontrollpostkod[]).filter((kod) => REGLER[kod].plats === 'arendet' || REGLER[kod].plats === 'kontakten')
