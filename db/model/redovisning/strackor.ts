import { plusDagar, type Datum } from '../kalender.ts'
import type { Uppdragsrad } from './rader.ts'

/**
 * A stretch of an uppdrag within what is counted. For the whole office an uppdrag is one stretch; by kommun
 * each part between kommunbyten is one of its own (DOMAIN §4 by kommun).
 */
export interface Stracka {
  readonly uppdrag: Uppdragsrad
  readonly start: Datum
  readonly slut: Datum | null
  /** Begins with the uppdrag itself (only then has it a contact and a väntetid), not by a kommunbyte. */
  readonly forsta: boolean
  /** Ends with the uppdrag itself (an avslut), not by a kommunbyte. False while it runs. */
  readonly avslut: boolean
}

/** Kommun and first day of each part of an uppdrag, in order of time, without parts that never lasted a day. */
function delar({ kommun, kommunbyten, start, slut }: Uppdragsrad): { kommun: string; fran: Datum }[] {
  const resultat = [{ kommun, fran: start }]
  // Two moves on one day cannot be told apart by time; the code decides, so that order of rows does not.
  const byten = kommunbyten.toSorted((a, b) => (a.datum === b.datum ? (a.kommun < b.kommun ? -1 : 1) : a.datum < b.datum ? -1 : 1))
  for (const byte of byten) {
    if (slut !== null && byte.datum > slut) continue
    const sista = resultat.at(-1)
    if (sista && byte.datum <= sista.fran) sista.kommun = byte.kommun
    else resultat.push({ kommun: byte.kommun, fran: byte.datum })
  }
  return resultat
}

/**
 * The stretches of an uppdrag with kommunbyten. `nyckel` says what a kommun belongs to (null = not counted);
 * adjoining parts with the same key are one stretch, so that moves between kommuner counted together are no ends.
 */
function strackor(uppdrag: Uppdragsrad, nyckel: (kommun: string) => string | null): { nyckel: string; stracka: Stracka }[] {
  const samlade: { nyckel: string | null; fran: Datum }[] = []
  for (const del of delar(uppdrag)) {
    const egen = nyckel(del.kommun)
    if (samlade.length === 0 || samlade.at(-1)?.nyckel !== egen) samlade.push({ nyckel: egen, fran: del.fran })
  }
  return samlade.flatMap(({ nyckel: egen, fran }, i) => {
    if (egen === null) return []
    const nasta = samlade[i + 1]
    const slut = nasta ? plusDagar(nasta.fran, -1) : uppdrag.slut
    return [{ nyckel: egen, stracka: { uppdrag, start: fran, slut, forsta: i === 0, avslut: nasta === undefined && slut !== null } }]
  })
}

/**
 * The stretches of all uppdrag: in what is counted as a whole (`raknas` says which kommuner that is; the whole
 * office when it always holds), and in each kommun of it. In the order of `alla`.
 */
export function delaUpp(alla: readonly Uppdragsrad[], raknas: (kommun: string) => boolean): { hela: Stracka[]; perKommun: Map<string, Stracka[]> } {
  const hela: Stracka[] = []
  const perKommun = new Map<string, Stracka[]>()
  const laggIKommun = (kommun: string, stracka: Stracka) => {
    const lista = perKommun.get(kommun)
    if (lista) lista.push(stracka)
    else perKommun.set(kommun, [stracka])
  }
  for (const uppdrag of alla) {
    if (uppdrag.kommunbyten.length > 0) {
      for (const { stracka } of strackor(uppdrag, (kommun) => (raknas(kommun) ? 'hela' : null))) hela.push(stracka)
      for (const { nyckel, stracka } of strackor(uppdrag, (kommun) => (raknas(kommun) ? kommun : null))) laggIKommun(nyckel, stracka)
    } else if (raknas(uppdrag.kommun)) {
      // Nearly all uppdrag stay where they are: one stretch serves both.
      const stracka = { uppdrag, start: uppdrag.start, slut: uppdrag.slut, forsta: true, avslut: uppdrag.slut !== null }
      hela.push(stracka)
      laggIKommun(uppdrag.kommun, stracka)
    }
  }
  return { hela, perKommun }
}
