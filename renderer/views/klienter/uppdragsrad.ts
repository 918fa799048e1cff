import type { AtagandeRad, UppfoljningRad } from '../../../db/model/arbetet.ts'
import type { Arende } from '../../../db/model/arenden.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'

/** The uppdrag that the page is about: the newest that is not struck. */
export function aktuellt<U extends Pick<UppdragRad, 'struken'>>(uppdrag: readonly U[]): U | undefined {
  return uppdrag.filter((u) => !u.struken).at(-1)
}

/** The uppdrag before that one, newest first; struck ones are among them and marked. */
export function tidigare<U extends Pick<UppdragRad, 'struken'>>(uppdrag: readonly U[]): U[] {
  const nu = aktuellt(uppdrag)
  return uppdrag.filter((u) => u !== nu).reverse()
}

/** The kommun an uppdrag belongs to on a day: that of its start, or of the last move until then (DOMAIN §4 kommunbyte). */
export function kommunDag(uppdrag: Pick<UppdragRad, 'kommun' | 'kommunbyten'>, dag: Datum): string {
  return uppdrag.kommunbyten.filter((byte) => byte.datum <= dag).at(-1)?.kommun ?? uppdrag.kommun
}

/** Who had the case before `idag`, newest first; a stand-in whose last day is still to come has it now. */
export function tidigareInnehav(innehav: Arende['innehav'], idag: Datum): { ombud: string; slag: string; fran: string; till: string }[] {
  return innehav.flatMap((rad) => (rad.till === null || rad.till >= idag ? [] : [{ ...rad, till: rad.till }])).reverse()
}

/** The follow-ups that are not struck, in order of their planned day, each with its number from 1. */
export function uppfoljningarIOrdning(rader: readonly UppfoljningRad[]): { readonly rad: UppfoljningRad; readonly ordning: number }[] {
  return rader
    .filter((rad) => !rad.struken)
    .sort((a, b) => (a.planerad < b.planerad ? -1 : a.planerad > b.planerad ? 1 : 0))
    .map((rad, i) => ({ rad, ordning: i + 1 }))
}

/** Open commitments by their day, those without one last; the others with the latest settled first. */
export function iAtagandeordning(rader: readonly AtagandeRad[]): { readonly oppna: AtagandeRad[]; readonly ovriga: AtagandeRad[]; readonly klara: number } {
  const efter = (av: (rad: AtagandeRad) => string) => (a: AtagandeRad, b: AtagandeRad) => (av(a) < av(b) ? -1 : av(a) > av(b) ? 1 : 0)
  return {
    oppna: rader.filter((rad) => rad.status === 'oppet').sort(efter((rad) => rad.senast ?? '9999')),
    ovriga: rader.filter((rad) => rad.status !== 'oppet').sort(efter((rad) => rad.statusDatum ?? '')).reverse(),
    klara: rader.filter((rad) => rad.status === 'klart').length,
  }
}
