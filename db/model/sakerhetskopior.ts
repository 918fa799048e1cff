import { arDatum, dagarMellan, plusDagar, plusManader, veckansGranser, type Datum } from './kalender.ts'

/**
 * Which backup files stay and which go (DESIGN §4.10): seven days with everything, then five weeks, twelve months and
 * three years without anteckningar and drafts. Every day gives two files: `hel`, and `gles`, which holds no
 * anteckningar, no drafts and no names from the queue. The thin one is made first and from the office as it is that
 * moment, never out of an older file: so a whole one can always be thrown away without losing its day.
 */
export type Kopieslag = 'hel' | 'gles'

/** Days that a copy with everything is kept, today counted in. */
export const HELA_DAGAR = 7
export const GLESA_VECKOR = 5
export const GLESA_MANADER = 12
export const GLESA_AR = 3
/** How long an office that a restore set aside, and a copy made before a migration, are kept: days (DESIGN §4.10). */
export const UNDANLAGT_DAGAR = 30
/** A last verified copy older than this many days is said to every ombud, not only to those who see to the copies. */
export const KOPIA_SAKNAS_DAGAR = 3
/** "Öva återställning" is reminded of this many days after the last time. */
export const OVNING_DAGAR = 365

export interface Kopiefil {
  fil: string
  slag: Kopieslag
  dag: Datum
}

const MONSTER = /^lotsen-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2})-(hel|utan-anteckningar)\.lotsen$/
const I_NAMNET: Record<Kopieslag, string> = { hel: 'hel', gles: 'utan-anteckningar' }

/** The name of a day's copy. @param kontor eight hex digits that tell offices in one folder apart */
export const kopienamn = (kontor: string, dag: Datum, slag: Kopieslag): string => `lotsen-${kontor}-${dag}-${I_NAMNET[slag]}.lotsen`

/** The office's own daily copies among the names of a folder, newest first. Everything else in the folder is not ours to touch. */
export function kopiefiler(namn: readonly string[], kontor: string): Kopiefil[] {
  return namn
    .flatMap((fil): Kopiefil[] => {
      const traff = MONSTER.exec(fil)
      if (traff?.[1] !== kontor || !arDatum(traff[2])) return []
      return [{ fil, dag: traff[2], slag: traff[3] === 'hel' ? 'hel' : 'gles' }]
    })
    .sort((a, b) => (a.dag === b.dag ? (a.slag < b.slag ? 1 : -1) : a.dag < b.dag ? 1 : -1))
}

const vecka = (dag: Datum): string => veckansGranser(dag).mandag
const manad = (dag: Datum): string => dag.slice(0, 7)
const ar = (dag: Datum): string => dag.slice(0, 4)

/**
 * The copies that stay on a day. Of the thin ones: the newest, and the first of each of the latest five weeks, twelve
 * months and three years (the present ones counted in). The first, because it stays the first: what was kept as a
 * week's is there when the month's and the year's turn comes. Whole ones stay for seven days. A file from the future
 * (the clock has been set back) stays: it is no older than anything.
 */
export function kvarKopior(filer: readonly Kopiefil[], idag: Datum): Kopiefil[] {
  const glesa = filer.filter((f) => f.slag === 'gles')
  const senast = senaste(filer)
  const forst = (period: (dag: Datum) => string): Set<string> => {
    const forsta = new Map<string, Kopiefil>()
    for (const f of glesa) {
      const nu = forsta.get(period(f.dag))
      if (nu === undefined || f.dag < nu.dag) forsta.set(period(f.dag), f)
    }
    return new Set([...forsta.values()].map((f) => f.fil))
  }
  const [veckans, manadens, arets] = [forst(vecka), forst(manad), forst(ar)]
  const grans = {
    vecka: vecka(plusDagar(idag, -7 * (GLESA_VECKOR - 1))),
    manad: manad(plusManader(`${manad(idag)}-01`, -(GLESA_MANADER - 1))),
    ar: String(Number(ar(idag)) - (GLESA_AR - 1)),
  }
  const senasteGlesa = senaste(glesa)
  return filer.filter((f) => {
    if (f.dag > idag) return true
    if (f.slag === 'hel') return dagarMellan(f.dag, idag) < HELA_DAGAR || f.fil === senast?.fil
    return (
      f.fil === senasteGlesa?.fil ||
      (veckans.has(f.fil) && vecka(f.dag) >= grans.vecka) ||
      (manadens.has(f.fil) && manad(f.dag) >= grans.manad) ||
      (arets.has(f.fil) && ar(f.dag) >= grans.ar)
    )
  })
}

/** The newest of some copies; of one day's two the thin one, which is as new and holds no promise to break. */
function senaste(filer: readonly Kopiefil[]): Kopiefil | undefined {
  return filer.reduce<Kopiefil | undefined>((basta, f) => (basta === undefined || f.dag > basta.dag || (f.dag === basta.dag && f.slag === 'gles') ? f : basta), undefined)
}

/** Until when a copy that is there today is kept, were a copy made every day: its last day. */
export function kvarTill(fil: Kopiefil, filer: readonly Kopiefil[]): Datum {
  if (fil.slag === 'hel') return plusDagar(fil.dag, HELA_DAGAR - 1)
  const forst = (period: (dag: Datum) => string): boolean => !filer.some((f) => f.slag === 'gles' && f.dag < fil.dag && period(f.dag) === period(fil.dag))
  if (forst(ar)) return `${Number(ar(fil.dag)) + GLESA_AR - 1}-12-31`
  if (forst(manad)) return plusDagar(plusManader(`${manad(fil.dag)}-01`, GLESA_MANADER), -1)
  if (forst(vecka)) return plusDagar(vecka(fil.dag), 7 * GLESA_VECKOR - 1)
  return fil.dag
}

const UNDANLAGD = /-undanlagd-(\d{4}-\d{2}-\d{2})T\d+Z(-\d+)?$/
const FORE_MIGRERING = /^fore-migrering-(\d{4}-\d{2}-\d{2})T\d+Z\.lotsen$/

/** The day an office was set aside, out of its folder's name; null for any other name. */
export function undanlagdDag(namn: string): Datum | null {
  const dag = UNDANLAGD.exec(namn)?.[1]
  return arDatum(dag) ? dag : null
}

/** The day a copy was made before a migration, out of its name; null for any other name. */
export function foreMigreringDag(namn: string): Datum | null {
  const dag = FORE_MIGRERING.exec(namn)?.[1]
  return arDatum(dag) ? dag : null
}

/** The last day that something set aside on a day is kept. */
export const undanlagtTill = (dag: Datum): Datum => plusDagar(dag, UNDANLAGT_DAGAR)

/** Why a copy could not be made; what to do about each stands in the window's texts. */
export const KOPIEFEL = ['mapp_saknas', 'fullt', 'las_bara', 'upptaget', 'kopia_skadad', 'databas_skadad', 'ovantat'] as const
export type Kopiefel = (typeof KOPIEFEL)[number]

/** What a copy holds, counted in it when it was made, and again in a drill. */
export interface Kopietal {
  arenden: number
  uppdrag: number
  kontakter: number
  loggrader: number
}
