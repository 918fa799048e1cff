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

/** Who had the case before, newest first: the page's head names the last of them. */
export function tidigareInnehav(innehav: Arende['innehav']): { ombud: string; slag: string; fran: string; till: string }[] {
  return innehav.flatMap((rad) => (rad.till === null ? [] : [{ ...rad, till: rad.till }])).reverse()
}
