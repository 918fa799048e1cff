import { arDatum, type Datum, plusDagar } from '../kalender.ts'
import { iOrdning, hittaKod, type Lista, UPPGIFT_SAKNAS } from '../kodlistor.ts'
import { hittaKommun, kommunNamn } from '../kommuner.ts'
import { jamforbar } from '../text.ts'
import { narmaste } from './kolumner.ts'
import type { BefintligKlient, Importanvandare, Kommuntid, Sammanhang } from './typer.ts'

/** How far ahead a date may lie before it is taken for a slip of the pen, in days. */
const FRAMAT_DAGAR = 366
const FRAMAT_PLANERAT_DAGAR = 3660

/** The context made ready for many look-ups: a register of 100 000 rows asks the same few questions over and over. */
export interface Stod {
  readonly idag: Datum
  /** Whether a text is a day that exists, written YYYY-MM-DD. */
  readonly arDatum: (text: string) => boolean
  /** The latest days a register may hold: a planned end, and anything else. */
  readonly senast: { readonly planerat: Datum; readonly annat: Datum }
  /** The code of a label, or undefined. */
  readonly kod: (lista: Lista, text: string) => string | undefined
  /** The label nearest to a text, and the labels that can be chosen. */
  readonly forslag: (lista: Lista, text: string) => { nara: string | undefined; val: readonly string[] }
  /** The office's kommun (all its periods) that a text names, or undefined. */
  readonly kommun: (text: string) => { kod: string; tider: readonly Kommuntid[] } | undefined
  readonly kommunnamn: readonly string[]
  readonly anvandare: (namn: string) => Importanvandare | undefined
  readonly anvandareMedId: (id: string) => Importanvandare | undefined
  readonly ombudsnamn: readonly string[]
  readonly befintlig: (nummer: string) => BefintligKlient | undefined
}

/** A look-up that remembers its answers. */
export function minns<V>(sla: (nyckel: string) => V): (nyckel: string) => V {
  const sedda = new Map<string, V>()
  return (nyckel) => {
    if (!sedda.has(nyckel)) sedda.set(nyckel, sla(nyckel))
    return sedda.get(nyckel) as V
  }
}

/** Prepares a context. */
export function gorStod({ kommuner, anvandare, kodlistor, befintliga, idag }: Sammanhang): Stod {
  const medNamn = new Map(anvandare.map((a) => [jamforbar(a.anvandarnamn), a]))
  const medId = new Map(anvandare.map((a) => [a.id, a]))
  const medNummer = new Map(befintliga.map((b) => [b.nummer, b]))
  const koder = minns((nyckel) => {
    const [lista = '', text = ''] = nyckel.split('\n')
    return hittaKod(kodlistor, lista as Lista, text)
  })
  return {
    idag,
    arDatum: minns(arDatum),
    senast: { planerat: plusDagar(idag, FRAMAT_PLANERAT_DAGAR), annat: plusDagar(idag, FRAMAT_DAGAR) },
    kod: (lista, text) => koder(`${lista}\n${text}`),
    forslag: (lista, text) => {
      const val = iOrdning(kodlistor[lista]).filter((post) => post.kod !== UPPGIFT_SAKNAS).map((post) => post.etikett)
      return { nara: narmaste(text, val), val }
    },
    kommun: minns((text) => {
      const kod = hittaKommun(text)?.kod
      const tider = kommuner.filter((k) => k.kod === kod)
      return kod === undefined || tider.length === 0 ? undefined : { kod, tider }
    }),
    kommunnamn: [...new Set(kommuner.map((k) => kommunNamn(k.kod)))],
    anvandare: (namn) => medNamn.get(jamforbar(namn)),
    anvandareMedId: (id) => medId.get(id),
    ombudsnamn: anvandare.filter((a) => a.roller.includes('ombud') && a.avstangd !== true).map((a) => a.anvandarnamn),
    befintlig: (nummer) => medNummer.get(nummer),
  }
}
