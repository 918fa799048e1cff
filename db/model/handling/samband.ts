import { maskeraSamband, STORSTA_LILLA, type Cell } from '../redovisning/maskera.ts'
import type { FigurId, Figurer } from '../redovisning/typer.ts'
import type { Siffror } from './siffror.ts'

/**
 * Which numbers of a redovisning give each other away (DOMAIN §3). All person figures are masked together: a table alone
 * may be safe and still be undone by the total in the next.
 */

const PERSONER = /^(klienter|perKommun\.\d{4}\.(stod|ingaende|nya|avslutade|utgaende)$|aterkommande$|perKon|perAldersgrupp|konOchAlder|orsaker|livsomraden|uppdrag|kontakter|ko$|vantetidAntal$|vantetidUtanKontakt$|avslutsorsaker)/u

/** Whether a figure counts persons, their uppdrag or their contacts: only those are masked. */
export const arPersonfigur = (figur: FigurId): boolean => PERSONER.test(figur)

const KLIENTER = ['stod', 'ingaende', 'nya', 'avslutade', 'utgaende'] as const

/** The sums a reader can set up: parts first, sum last. Names that begin with # are sums that stand nowhere but follow from what does. */
export function samband(f: Figurer, siffror: Siffror, val: { konOchAlder: boolean }): { tal: Map<string, number>; linjer: string[][] } {
  const tal = new Map<string, number>()
  for (const [figur, { varde }] of siffror) if (varde !== null && arPersonfigur(figur) && (val.konOchAlder || !figur.startsWith('konOchAlder'))) tal.set(figur, varde)
  const linjer: string[][] = []
  const av = (namn: string) => tal.get(namn) ?? 0
  /** A line is only a line when it adds up; where it does not (somebody in two kommuner) the reader's own sum takes the total's place. */
  const linje = (delar: string[], summa: string) => {
    if (delar.length === 0) return
    const ihop = delar.reduce((s, namn) => s + av(namn), 0)
    if (tal.has(summa) && av(summa) === ihop) linjer.push([...delar, summa])
    else {
      const egen = `#${summa} ${linjer.length}`
      tal.set(egen, ihop)
      linjer.push([...delar, egen])
    }
  }
  const klienter = (led: string) => {
    linje([`${led}.ingaende`, `${led}.nya`], `${led}.stod`)
    linje([`${led}.avslutade`, `${led}.utgaende`], `${led}.stod`)
  }
  klienter('klienter')
  for (const { kommun } of f.perKommun) klienter(`perKommun.${kommun}`)
  for (const id of KLIENTER) linje(f.perKommun.map(({ kommun }) => `perKommun.${kommun}.${id}`), `klienter.${id}`)
  linje(f.perKon.map(({ kod }) => `perKon.${kod}`), 'klienter.stod')
  linje(f.perAldersgrupp.map(({ kod }) => `perAldersgrupp.${kod}`), 'klienter.stod')
  if (val.konOchAlder) {
    for (const k of f.perKon) linje(f.perAldersgrupp.map((g) => `konOchAlder.${k.kod}.${g.kod}`), `perKon.${k.kod}`)
    for (const g of f.perAldersgrupp) linje(f.perKon.map((k) => `konOchAlder.${k.kod}.${g.kod}`), `perAldersgrupp.${g.kod}`)
  }
  for (const del of ['perInitiativtagare', 'perKontaktvag', 'perUtfall'] as const) linje(f.kontakter[del].map(({ kod }) => `kontakter.${del}.${kod}`), 'kontakter.antal')
  // ingående + påbörjade = avslutade + utgående: both sides are the same sum, which stands nowhere.
  const { ingaende, paborjade } = f.uppdrag
  tal.set('#uppdrag', ingaende + paborjade)
  linje(['uppdrag.ingaende', 'uppdrag.paborjade'], '#uppdrag')
  linje(['uppdrag.avslutade', 'uppdrag.utgaende'], '#uppdrag')
  // On a single day a client has one open uppdrag; and of the new, those who are not back are new for the first time.
  for (const id of ['ingaende', 'utgaende'] as const) if (f.uppdrag[id] === f.klienter[id]) linje([`uppdrag.${id}`], `klienter.${id}`)
  tal.set('#forsta', f.klienter.nya - f.aterkommande)
  linje(['aterkommande', '#forsta'], 'klienter.nya')
  if (f.uppdrag.avslutadeGenomKommunbyte === 0) linje(f.avslutsorsaker.map(({ kod }) => `avslutsorsaker.${kod}`), 'uppdrag.avslutade')
  else linje([...f.avslutsorsaker.map(({ kod }) => `avslutsorsaker.${kod}`), 'uppdrag.avslutadeGenomKommunbyte'], 'uppdrag.avslutade')
  return { tal, linjer }
}

const DOLD: Cell = { varde: null, text: 'dolt', mask: 'foljd' }

interface Ar { readonly figurer: Figurer; readonly siffror: Siffror }

const FJOL = 'fjol '
/** What stands at the end of a year stands at the beginning of the next. */
const OVER_NYAR = [['klienter.utgaende', 'klienter.ingaende'], ['uppdrag.utgaende', 'uppdrag.ingaende']] as const

/** Last year's numbers as they stand beside the year's: in the lists and alone, not by kommun and not kön × ålder. */
function fjolaret({ figurer, siffror }: Ar): { tal: [string, number][]; linjer: string[][] } {
  const { tal, linjer } = samband(figurer, siffror, { konOchAlder: false })
  const visas = (namn: string) => !namn.startsWith('perKommun.')
  const egna = linjer.filter((linje) => linje.slice(0, -1).every(visas))
  return { tal: [...tal].filter(([namn]) => visas(namn)).map(([namn, varde]) => [FJOL + namn, varde]), linjer: egna.map((linje) => linje.map((namn) => FJOL + namn)) }
}

/**
 * How each person figure may be shown, and each of last year's that stands beside it; figures that are not in the maps are
 * shown as they are. The years hide together.
 */
export function maskeradeSiffror(nu: Ar, fjol: Ar, val: { konOchAlder: boolean }): { nu: Map<FigurId, Cell>; fjol: Map<FigurId, Cell> } {
  const da = fjolaret(fjol)
  const { tal: egna, linjer } = samband(nu.figurer, nu.siffror, val)
  const tal = new Map([...egna, ...da.tal])
  // A sum that does not hold tells a reader nothing true: a kommun has joined at New Year.
  const over = OVER_NYAR.map(([slut, borjan]) => [FJOL + slut, borjan]).filter(([slut = '', borjan = '']) => tal.get(slut) === tal.get(borjan))
  const celler = [...maskeraSamband(tal, [...da.linjer, ...linjer, ...over])].filter(([namn]) => !namn.includes('#'))
  const avFjol = celler.filter(([namn]) => namn.startsWith(FJOL)).map(([namn, cell]): [FigurId, Cell] => [namn.slice(FJOL.length), cell])
  return { nu: medHarledda(new Map(celler.filter(([namn]) => !namn.startsWith(FJOL))), nu.figurer), fjol: medHarledda(new Map(avFjol), fjol.figurer) }
}

/** A median of four persons or fewer is nearly theirs, and a quotient gives back a hidden number of clients. */
function medHarledda(celler: Map<FigurId, Cell>, f: Figurer): Map<FigurId, Cell> {
  const fa = (antal: number) => antal >= 1 && antal <= STORSTA_LILLA
  if (fa(f.vantetidAntal)) celler.set('vantetidMedianDagar', DOLD)
  if (fa(f.uppdrag.avslutade - f.uppdrag.avslutadeGenomKommunbyte)) celler.set('uppdragslangdMedianDagar', DOLD)
  if ((celler.get('klienter.stod')?.mask ?? null) !== null) celler.set('klienterPerArsanstallning', DOLD)
  return celler
}
