import { dagMedNummer, dagnummer, type Datum } from '../kalender.ts'
import type { Ar } from './klienter.ts'
import type { Anstallningsrad, Franvarorad } from './rader.ts'
import { avrundadKvot } from './tal.ts'

/** Percent-days of a year, as whole numbers: 36 500 (36 600) is one årsanställning. */
export interface Procentdagar {
  readonly antal: number
  readonly vikarier: number
  readonly franvaro: number
}

interface Period {
  readonly fran: number
  readonly till: number
  readonly procent: number
}

/** The days of a period within limits, as running numbers; null when there are none. */
function inom(rad: { fran: string; till: string | null; procent: number }, forsta: number, sista: number): Period | null {
  const fran = Math.max(dagnummer(rad.fran), forsta)
  const till = rad.till === null ? sista : Math.min(dagnummer(rad.till), sista)
  return fran <= till ? { fran, till, procent: rad.procent } : null
}

/** Overlapping periods as stretches without overlap, with the percent summed; days without any are left out. */
function summera(perioder: readonly Period[]): Period[] {
  const granser = [...new Set(perioder.flatMap((p) => [p.fran, p.till + 1]))].sort((a, b) => a - b)
  return granser.slice(0, -1).flatMap((fran, i) => {
    const till = (granser[i + 1] ?? fran) - 1
    const procent = perioder.reduce((summa, p) => (p.fran <= fran && till <= p.till ? summa + p.procent : summa), 0)
    return procent > 0 ? [{ fran, till, procent }] : []
  })
}

const procentdagar = (p: Period) => p.procent * (p.till - p.fran + 1)

/** Days with one percent within a year: what is multiplied. */
export interface Stycke {
  readonly fran: Datum
  readonly till: Datum
  readonly procent: number
  readonly dagar: number
  readonly procentdagar: number
}

/** An anställning's part of a year with its working: its own days, and the leave from it as far as it counts. */
export interface Bemanningsstycke extends Stycke {
  readonly anstallning: Anstallningsrad
  readonly franvaro: readonly Stycke[]
}

const stycke = (p: Period): Stycke => ({ fran: dagMedNummer(p.fran), till: dagMedNummer(p.till), procent: p.procent, dagar: p.till - p.fran + 1, procentdagar: procentdagar(p) })

/**
 * What a year's årsanställningar are counted from, period by period (DOMAIN §4): percent × days within the year. Leave
 * never takes more than the post holds, nor more than once. Periods without a day in the year are left out.
 */
export function bemanningsunderlag(anstallningar: readonly Anstallningsrad[], franvaro: readonly Franvarorad[], ar: Ar): Bemanningsstycke[] {
  const forsta = dagnummer(ar.forsta)
  const sista = dagnummer(ar.sista)
  const franvaroFor = Map.groupBy(franvaro, (f) => f.anstallning)
  return anstallningar.flatMap((anstallning) => {
    const period = inom(anstallning, forsta, sista)
    if (!period) return []
    const ledig = summera((franvaroFor.get(anstallning.id) ?? []).flatMap((f) => inom(f, period.fran, period.till) ?? []))
    return [{ ...stycke(period), anstallning, franvaro: ledig.map((l) => stycke({ ...l, procent: Math.min(l.procent, anstallning.procent) })) }]
  })
}

/**
 * Percent-days per kommun (DOMAIN §4 årsanställningar): `antal` from the posts, `vikarier` from those who
 * stand in, `franvaro` from leave of either. A post runs on during leave.
 */
export function procentdagarPerKommun(anstallningar: readonly Anstallningsrad[], franvaro: readonly Franvarorad[], ar: Ar): Map<string, Procentdagar> {
  const perKommun = new Map<string, Procentdagar>()
  for (const { anstallning, procentdagar: egna, franvaro: ledig } of bemanningsunderlag(anstallningar, franvaro, ar)) {
    const hittills = perKommun.get(anstallning.kommun) ?? { antal: 0, vikarier: 0, franvaro: 0 }
    perKommun.set(anstallning.kommun, {
      antal: hittills.antal + (anstallning.vikarie ? 0 : egna),
      vikarier: hittills.vikarier + (anstallning.vikarie ? egna : 0),
      franvaro: hittills.franvaro + ledig.reduce((summa, l) => summa + l.procentdagar, 0),
    })
  }
  return perKommun
}

/** Sum of percent-days. */
export function summeraProcentdagar(delar: Iterable<Procentdagar>): Procentdagar {
  let [antal, vikarier, franvaro] = [0, 0, 0]
  for (const del of delar) {
    antal += del.antal
    vikarier += del.vikarier
    franvaro += del.franvaro
  }
  return { antal, vikarier, franvaro }
}

/** Percent-days as årsanställningar to two decimals, rounded last: bemannat is not the sum of rounded numbers. */
export function arsanstallningar({ antal, vikarier, franvaro }: Procentdagar, ar: Ar) {
  const iAr = (dagar: number) => avrundadKvot(dagar, 100 * ar.dagar, 2)
  return { antal: iAr(antal), vikarier: iAr(vikarier), franvaro: iAr(franvaro), bemannat: iAr(antal - franvaro + vikarier) }
}

/** Clients per unrounded årsanställning, one decimal; null when there is none. */
export function klienterPerArsanstallning(stod: number, { antal }: Procentdagar, ar: Ar): number | null {
  return antal === 0 ? null : avrundadKvot(stod * 100 * ar.dagar, antal, 1)
}

/** Granted årsanställningar that nobody holds: granted − bemannat, not below 0, two decimals (DOMAIN §4 vakans). */
export function vakans(beviljade: number, bemannat: number): number {
  return Math.max(0, Math.round(beviljade * 100) - Math.round(bemannat * 100)) / 100
}

/** Persons who on some day of the year hold more than 100 %: the first such day and the highest percent. */
export function over100Procent(anstallningar: readonly Anstallningsrad[], ar: Ar): { person: string; dag: string; procent: number }[] {
  const forsta = dagnummer(ar.forsta)
  const sista = dagnummer(ar.sista)
  const resultat = []
  for (const [person, egna] of Map.groupBy(anstallningar, (a) => a.person)) {
    const over = summera(egna.flatMap((a) => inom(a, forsta, sista) ?? [])).filter((p) => p.procent > 100)
    const forst = over[0]
    if (forst) resultat.push({ person, dag: dagMedNummer(forst.fran), procent: Math.max(...over.map((p) => p.procent)) })
  }
  return resultat.sort((a, b) => (a.person < b.person ? -1 : 1))
}

/**
 * Leave in the year on days that its anställning does not hold: those days count nowhere. Leave without an end ends
 * with the anställning. One entry per person, in a fixed order, and how many rows it is in all.
 */
export function franvaroUtanfor(anstallningar: readonly Anstallningsrad[], franvaro: readonly Franvarorad[], ar: Ar): { antal: number; ombud: string[] } {
  const poster = new Map(anstallningar.map((a) => [a.id, a]))
  const utanfor = franvaro.flatMap((f) => {
    const post = poster.get(f.anstallning)
    if (post === undefined || f.fran > ar.sista) return []
    const forst = f.fran > ar.forsta ? f.fran : ar.forsta
    const sist = [f.till ?? post.till ?? ar.sista, ar.sista].sort()[0] ?? ar.sista
    return forst <= sist && (forst < post.fran || sist > (post.till ?? sist)) ? [post.person] : []
  })
  return { antal: utanfor.length, ombud: [...new Set(utanfor)].sort() }
}
