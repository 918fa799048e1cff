import { dagnummer } from '../kalender.ts'
import { ANDEL_UPPDRAG, TRYCK } from './andelar.ts'
import type { Ram } from './kontor.ts'
import type { Slump } from './slump.ts'

export interface Ombud {
  readonly namn: string
  /** Open and promised uppdrag, and how many there is room for. */
  oppna: number
  plats: number
}

/** Working days in a year. */
const ARBETSDAGAR = 251

/** Who works where this month, who has room, and how many ask. */
export class Personal {
  readonly #ombud: ReadonlyMap<string, Ombud>
  readonly #tjanster
  readonly #kommuner
  readonly #ram: Ram
  #perKommun = new Map<string, Ombud[]>()
  /** Kommuner that belong to the unit now, and how large a part of the contacts comes from each. */
  vikter: (readonly [string, number])[] = []
  /** Contacts on an average working day. */
  takt = 0

  constructor(ram: Ram, slump: Slump) {
    this.#ram = ram
    this.#ombud = new Map(ram.anvandare.filter((a) => a.roller.includes('ombud')).map((a) => [a.anvandarnamn, { namn: a.anvandarnamn, oppna: 0, plats: 0 }]))
    const dag = (datum: string | null) => (datum === null ? Number.POSITIVE_INFINITY : dagnummer(datum))
    this.#tjanster = ram.anstallningar.map((a) => ({
      ...a, forsta: dag(a.fran), sista: dag(a.till),
      borta: ram.franvaro.filter((f) => f.anstallning === a.id).map((f) => ({ forsta: dag(f.fran), sista: dag(f.till), procent: f.procent })),
    }))
    this.#kommuner = ram.kommuner.map((k) => ({ kommun: k.kommun, forsta: k.fran === ram.fran ? Number.NEGATIVE_INFINITY : dagnummer(k.fran), drag: 0.75 + slump.tal() * 0.5 }))
  }

  /** Looks the staffing over as it is on a day. */
  bemanna(dag: number): void {
    for (const o of this.#ombud.values()) o.plats = 0
    this.#perKommun = new Map()
    const procent = new Map<string, number>()
    for (const tjanst of this.#tjanster) {
      const vem = this.#ombud.get(tjanst.person)
      if (!vem || dag < tjanst.forsta || dag > tjanst.sista) continue
      const kvar = tjanst.borta.reduce((p, b) => (b.forsta <= dag && dag <= b.sista ? p - b.procent : p), tjanst.procent)
      if (kvar <= 0) continue
      vem.plats += (kvar / 100) * this.#ram.klienterPerHeltid
      procent.set(tjanst.kommun, (procent.get(tjanst.kommun) ?? 0) + kvar)
      this.#perKommun.set(tjanst.kommun, [...new Set([...this.iKommun(tjanst.kommun), vem])])
    }
    // Where nobody works some call all the same.
    this.vikter = this.#kommuner.filter((k) => k.forsta <= dag).map((k) => [k.kommun, (procent.get(k.kommun) ?? 10) * k.drag])
    const heltider = [...procent.values()].reduce((a, b) => a + b, 0) / 100
    const nyaUppdrag = (heltider * this.#ram.klienterPerHeltid * 12) / this.#ram.langdManader
    this.takt = (nyaUppdrag * TRYCK) / ANDEL_UPPDRAG / ARBETSDAGAR
  }

  iKommun(kommun: string): readonly Ombud[] {
    return this.#perKommun.get(kommun) ?? []
  }

  /** Who may have answered the telephone. */
  iTjanst(kommun: string): readonly Ombud[] {
    const har = this.iKommun(kommun)
    return har.length > 0 ? har : [...this.#ombud.values()].filter((o) => o.plats > 0)
  }

  ombud(namn: string): Ombud {
    const ombud = this.#ombud.get(namn)
    if (!ombud) throw new Error(`no ombud ${namn}`)
    return ombud
  }

  /** Who has most room in a kommun, or nobody. */
  ledig(kommun: string): Ombud | undefined {
    let bast: Ombud | undefined
    for (const o of this.iKommun(kommun)) if (o.oppna + 1 <= o.plats && (!bast || o.oppna / o.plats < bast.oppna / bast.plats)) bast = o
    return bast
  }
}
