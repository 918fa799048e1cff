import { type Figurer, maskera } from '../../../db/model/redovisning/index.ts'
import { UPPGIFT_SAKNAS } from '../../../db/model/kodlistor.ts'
import { antal } from '../../print/tal.ts'

/** A figure as it is shown, and the id it is opened by. */
export interface Siffercell {
  readonly figur: string
  readonly text: string
}

export interface Korstabell {
  readonly kolumner: readonly { readonly kod: string; readonly namn: string }[]
  readonly rader: readonly { readonly kod: string; readonly namn: string; readonly celler: readonly Siffercell[]; readonly summa: Siffercell }[]
  readonly summor: readonly Siffercell[]
  readonly totalt: Siffercell
}

/**
 * Kön × åldersgrupp with sums. `dolj`: 1–4 is hidden, and what would give it away (DOMAIN §3). A row or column
 * "Uppgift saknas" where nobody stands is left out; the others stand also when they are 0.
 */
export function konOchAlder(figurer: Pick<Figurer, 'perKon' | 'perAldersgrupp' | 'konOchAlder'>, dolj: boolean): Korstabell {
  const visas = (rad: { readonly kod: string; readonly antal: number }) => rad.kod !== UPPGIFT_SAKNAS || rad.antal > 0
  const kon = figurer.perKon.filter(visas)
  const grupper = figurer.perAldersgrupp.filter(visas)
  const antalI = new Map(figurer.konOchAlder.map((r) => [`${r.konKod} ${r.gruppKod}`, r.antal]))
  const tal = grupper.map((g) => kon.map((k) => antalI.get(`${k.kod} ${g.kod}`) ?? 0))
  const maskerad = dolj ? maskera(tal, { radsummor: true, kolumnsummor: true }) : undefined
  const total = figurer.perKon.reduce((summa, k) => summa + k.antal, 0)
  return {
    kolumner: kon.map((k) => ({ kod: k.kod, namn: k.kon })),
    rader: grupper.map((g, i) => ({
      kod: g.kod,
      namn: g.grupp,
      celler: kon.map((k, j) => ({ figur: `konOchAlder.${k.kod}.${g.kod}`, text: maskerad?.celler[i]?.[j]?.text ?? antal(tal[i]?.[j] ?? 0) })),
      summa: { figur: `perAldersgrupp.${g.kod}`, text: maskerad?.radsummor[i]?.text ?? antal(g.antal) },
    })),
    summor: kon.map((k, j) => ({ figur: `perKon.${k.kod}`, text: maskerad?.kolumnsummor[j]?.text ?? antal(k.antal) })),
    totalt: { figur: 'klienter.stod', text: maskerad?.totalt.text ?? antal(total) },
  }
}

export interface Listrad {
  readonly kod: string
  readonly varde: string
  readonly antal: number
  readonly fjol: number
}

interface Antalsrad {
  readonly kod: string
  readonly varde: string
  readonly antal: number
}

/** A list of this year with last year's beside; what stood only in last year's comes last, with 0. */
export function medFjol(iAr: readonly Antalsrad[], iFjol: readonly Antalsrad[]): Listrad[] {
  const da = new Map(iFjol.map((rad) => [rad.kod, rad.antal]))
  const nu = new Set(iAr.map((rad) => rad.kod))
  return [
    ...iAr.map((rad) => ({ kod: rad.kod, varde: rad.varde, antal: rad.antal, fjol: da.get(rad.kod) ?? 0 })),
    ...iFjol.filter((rad) => !nu.has(rad.kod)).map((rad) => ({ kod: rad.kod, varde: rad.varde, antal: 0, fjol: rad.antal })),
  ]
}
