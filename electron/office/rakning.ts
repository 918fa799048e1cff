import { Worker } from 'node:worker_threads'
import { Fel } from '../../db/model/fel.ts'
import type { Datum } from '../../db/model/kalender.ts'
import type { Figurer, Redovisning } from '../../db/model/redovisning/index.ts'
import type { lastPerOmbud } from '../../db/store/veckan.ts'
import type { Inloggad } from './inloggad.ts'
import { tradstart } from './lastrad.ts'

/**
 * The figures of years, fetched and counted in a thread of their own: with an office the size of Sweden a year is some
 * tenths of a second, and no click waits that long. What is counted is what was committed when the question was asked.
 */

/** What the thread can be asked, and what it answers. */
export interface Uppgifter {
  ar: {
    in: {
      /** `jamforelse`: of the chosen kommuner only those that were the unit's then, instead of an error */
      ar: { ar: number; jamforelse: boolean }[]
      kommun: readonly string[]
      idag: Datum
      /** What of it is sent back: all numbers behind the figures are a megabyte or more, which the receiver's clicks would wait for */
      bakom: 'alla' | 'inga' | { figur: string }
    }
    ut: PackadRedovisning[]
  }
  last: { in: { idag: Datum }; ut: ReturnType<typeof lastPerOmbud> }
}
export type Uppgift = { [S in keyof Uppgifter]: { slag: S } & Uppgifter[S]['in'] }[keyof Uppgifter]
/** `stopp`: one shared number; not 0 = nobody waits for the answer any longer */
export interface Raknefraga { nummer: number; stopp: Int32Array<SharedArrayBuffer>; uppgift: Uppgift }
export interface PackadRedovisning { figurer: Figurer; oppningsbara: string[]; bakom: [figur: string, nummer: string][] }
export type Raknesvar =
  | { slag: 'klar'; nummer: number; svar: Uppgifter[keyof Uppgifter]['ut'] }
  | { slag: 'fel'; nummer: number; kod: string; text: string; falt: string | undefined; detalj: unknown }
  | { slag: 'bugg'; nummer: number; namn: string; stack: string }

/** How long the thread waits for the next question before it ends: its memory is worth more than its start (~50 ms). */
/** How long a thread may take to close by itself. */
const SLUT_MS = 5_000
const VILA_MS = 60_000

/** What a caller may add. `signal`: nobody waits any longer (the client went away). */
export interface Rakneval { signal?: AbortSignal | undefined }

/**
 * Counts a year, with the ärendenummer behind every figure. A page that shows the figures asks `raknaFigurer` instead.
 * @param kommun codes to count as if they were the whole office; empty = all
 * @throws Fel `kommun_utanfor` for a kommun that was not the unit's in that year, `avbruten` after an abort, and those of the database
 */
export async function raknaAr(inloggad: Inloggad, ar: number, kommun: readonly string[], val: Rakneval = {}): Promise<Redovisning> {
  return packaUpp(forsta(await raknaren(inloggad).ar([{ ar, jamforelse: false }], kommun, 'alla', val)))
}

/** The year before `ar`, by the same rules and those of the kommuner that were the unit's then. Throws as `raknaAr`. */
export async function raknaFjol(inloggad: Inloggad, ar: number, kommun: readonly string[], val: Rakneval = {}): Promise<Redovisning> {
  return packaUpp(forsta(await raknaren(inloggad).ar([{ ar: ar - 1, jamforelse: true }], kommun, 'alla', val)))
}

/** A year and the year before, from one and the same state of the office. Throws as `raknaAr`. */
export async function raknaArMedFjol(inloggad: Inloggad, ar: number, kommun: readonly string[], val: Rakneval = {}): Promise<{ aret: Redovisning; fjol: Redovisning }> {
  const [aret, fjol] = await raknaren(inloggad).ar(medFjol(ar), kommun, 'alla', val)
  return { aret: packaUpp(forsta([aret])), fjol: packaUpp(forsta([fjol])) }
}

/** The figures alone of a year and the year before, and which of the year's can be opened. Throws as `raknaAr`. */
export async function raknaFigurer(
  inloggad: Inloggad, ar: number, kommun: readonly string[], val: Rakneval = {},
): Promise<{ figurer: Figurer; fjol: Figurer; oppningsbara: string[] }> {
  const [aret, fjol] = await raknaren(inloggad).ar(medFjol(ar), kommun, 'inga', val)
  const { figurer, oppningsbara } = forsta([aret])
  return { figurer, fjol: forsta([fjol]).figurer, oppningsbara }
}

/** The ärendenummer behind one figure of a year; null when there is no such figure. Throws as `raknaAr`. */
export async function raknaBakom(inloggad: Inloggad, ar: number, kommun: readonly string[], figur: string, val: Rakneval = {}): Promise<readonly string[] | null> {
  const { bakom } = packaUpp(forsta(await raknaren(inloggad).ar([{ ar, jamforelse: false }], kommun, { figur }, val)))
  return Object.hasOwn(bakom, figur) ? bakom[figur] ?? null : null
}

/**
 * The figures of several years side by side, from one and the same state of the office, in the order asked for. Rows
 * that several of the years share are fetched once. A kommun that was not the unit's in one of the years is left out of
 * that year. Throws as `raknaAr`, but never `kommun_utanfor`.
 */
export async function raknaFleraAr(inloggad: Inloggad, ar: readonly number[], kommun: readonly string[], val: Rakneval = {}): Promise<Figurer[]> {
  const svar = await raknaren(inloggad).ar(ar.map((ett) => ({ ar: ett, jamforelse: true })), kommun, 'inga', val)
  return svar.map(({ figurer }) => figurer)
}

/** Open uppdrag per ombud: with ten thousands of clients some tens of milliseconds, on every opening of the chief's week. */
export function raknaLast(inloggad: Inloggad, val: Rakneval = {}): Promise<Uppgifter['last']['ut']> {
  return raknaren(inloggad).fraga({ slag: 'last', idag: inloggad.idag }, val)
}

const medFjol = (ar: number): Uppgifter['ar']['in']['ar'] => [{ ar, jamforelse: false }, { ar: ar - 1, jamforelse: true }]

/** Ends the thread and its hold of the database file: before the key is changed. The next question starts another. */
export async function slappRaknaren(inloggad: Inloggad): Promise<void> {
  await raknare.get(inloggad)?.slut()
}

function forsta([ett]: readonly (PackadRedovisning | undefined)[]): PackadRedovisning {
  if (ett === undefined) throw new Error('The counting thread answered without a year')
  return ett
}

interface Vantad { klar: (svar: Uppgifter[keyof Uppgifter]['ut']) => void; fel: (fel: unknown) => void }
interface Pagaende { svar: Promise<Uppgifter[keyof Uppgifter]['ut']>; stopp: Int32Array<SharedArrayBuffer>; vantar: number }

const raknare = new WeakMap<Inloggad, Raknare>()

function raknaren(inloggad: Inloggad): Raknare {
  const fanns = raknare.get(inloggad)
  if (fanns !== undefined) return fanns
  const ny = new Raknare(inloggad)
  raknare.set(inloggad, ny)
  inloggad.vidLas(() => ny.slut())
  return ny
}

const avbruten = () => new Fel('avbruten', 'Räkningen avbröts.')

/** One session's counting thread: started by the first question, ended by rest and by lock. */
class Raknare {
  readonly #inloggad: Inloggad
  readonly #vantade = new Map<number, Vantad>()
  /** Questions on their way, by what they ask: the same one is not counted twice. */
  readonly #pagaende = new Map<string, Pagaende>()
  #arbetare: Worker | null = null
  #vila: NodeJS.Timeout | null = null
  #nummer = 0

  constructor(inloggad: Inloggad) {
    this.#inloggad = inloggad
  }

  ar(ar: Uppgifter['ar']['in']['ar'], kommun: readonly string[], bakom: Uppgifter['ar']['in']['bakom'], val: Rakneval): Promise<readonly PackadRedovisning[]> {
    return this.fraga({ slag: 'ar', ar, kommun, bakom, idag: this.#inloggad.idag }, val)
  }

  async fraga<U extends Uppgift>(uppgift: U, { signal }: Rakneval): Promise<Uppgifter[U['slag']]['ut']> {
    if (signal?.aborted === true) throw avbruten()
    const { handtag } = this.#inloggad
    // Who has written since may not be answered with the state before: such a question is another one.
    const skrivet: unknown = handtag.prepare('SELECT total_changes()').pluck().get()
    const nyckel = JSON.stringify([uppgift, skrivet])
    const pagaende = this.#pagaende.get(nyckel) ?? this.#stall(nyckel, uppgift)
    pagaende.vantar += 1
    return new Promise((klar, fel) => {
      const ga = () => {
        pagaende.vantar -= 1
        if (pagaende.vantar === 0) {
          Atomics.store(pagaende.stopp, 0, 1)
          if (this.#pagaende.get(nyckel) === pagaende) this.#pagaende.delete(nyckel)
        }
        fel(avbruten())
      }
      signal?.addEventListener('abort', ga, { once: true })
      pagaende.svar.then((svar) => klar(svar as Uppgifter[U['slag']]['ut']), fel).finally(() => signal?.removeEventListener('abort', ga))
    })
  }

  #stall(nyckel: string, uppgift: Uppgift): Pagaende {
    const stopp = new Int32Array(new SharedArrayBuffer(4))
    const nummer = (this.#nummer += 1)
    const svar = new Promise<Uppgifter[keyof Uppgifter]['ut']>((klar, fel) => {
      const arbetare = this.#arbetare ?? this.#starta()
      this.#vakna(arbetare)
      arbetare.postMessage({ nummer, stopp, uppgift } satisfies Raknefraga)
      this.#vantade.set(nummer, { klar, fel })
    })
    const pagaende: Pagaende = { svar, stopp, vantar: 0 }
    this.#pagaende.set(nyckel, pagaende)
    svar.catch(() => undefined).finally(() => {
      if (this.#pagaende.get(nyckel) === pagaende) this.#pagaende.delete(nyckel)
    })
    return pagaende
  }

  #starta(): Worker {
    const workerData = tradstart(this.#inloggad)
    const arbetare = new Worker(new URL('./rakning.worker.ts', import.meta.url), { workerData, transferList: workerData.nycklar.map((n) => n.buffer) })
    arbetare.on('message', (svar: Raknesvar) => this.#taEmot(svar))
    const fallen = (fel: Error) => {
      if (this.#arbetare !== arbetare) return
      this.#arbetare = null
      this.#overge(fel)
    }
    arbetare.on('error', fallen)
    arbetare.on('exit', (kod) => fallen(new Error(`The counting thread ended with ${kod} and no answer`)))
    this.#arbetare = arbetare
    return arbetare
  }

  #vakna(arbetare: Worker): void {
    if (this.#vila !== null) clearTimeout(this.#vila)
    this.#vila = null
    arbetare.ref()
  }

  #taEmot(svar: Raknesvar): void {
    const vantad = this.#vantade.get(svar.nummer)
    this.#vantade.delete(svar.nummer)
    if (this.#vantade.size === 0) {
      this.#arbetare?.unref() // a thread at rest keeps no program alive
      this.#vila = setTimeout(() => void this.slut(), VILA_MS).unref()
    }
    if (svar.slag === 'klar') vantad?.klar(svar.svar)
    else if (svar.slag === 'fel') vantad?.fel(new Fel(svar.kod, svar.text, { falt: svar.falt, detalj: svar.detalj }))
    else vantad?.fel(somBugg(svar))
  }

  #overge(fel: unknown): void {
    const vantade = [...this.#vantade.values()]
    this.#vantade.clear()
    for (const vantad of vantade) vantad.fel(fel)
  }

  async slut(): Promise<void> {
    if (this.#vila !== null) clearTimeout(this.#vila)
    this.#vila = null
    const arbetare = this.#arbetare
    this.#arbetare = null
    this.#overge(avbruten())
    if (arbetare === null) return
    const borta = new Promise<void>((klar) => { arbetare.once('exit', () => klar()) })
    arbetare.ref() // at rest it keeps no program alive, not even the one that waits for it here
    arbetare.postMessage('slut')
    // A count that does not heed its stop flag is not waited for longer than this.
    const tvinga = setTimeout(() => void arbetare.terminate(), SLUT_MS).unref()
    await borta
    clearTimeout(tvinga)
  }
}

function somBugg({ namn, stack }: Extract<Raknesvar, { slag: 'bugg' }>): Error {
  const fel = new Error('The counting thread failed')
  fel.name = namn
  fel.stack = stack
  return fel
}

/** The numbers behind a figure become a list when somebody opens it: most never are. */
function packaUpp({ figurer, bakom: packade }: PackadRedovisning): Redovisning {
  const bakom: Record<string, readonly string[]> = {}
  for (const [figur, nummer] of packade) {
    Object.defineProperty(bakom, figur, { enumerable: true, get: () => (nummer === '' ? [] : nummer.split('\n')) })
  }
  return { figurer, bakom }
}
