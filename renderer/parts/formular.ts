import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { ZodType } from 'zod'
import { type Felsvar, tolkaFel } from '../app/felsvar.ts'

/** One thing to mend, with the field it belongs to if there is one. */
export interface Formularfel {
  readonly falt: string | undefined
  readonly mening: string
  /** The contract's code, when the office said it: a page may have more to offer than the sentence. */
  readonly kod?: string
}

interface Val<V extends object, Ut> {
  /** Reads and checks the values; its messages are the sentences the user sees. */
  readonly schema: ZodType<Ut>
  readonly start: V
  /** Sends the checked values. A thrown contract error is shown at its field; everything typed stays. */
  readonly spara: (ut: Ut) => Promise<void> | void
  /** Turns the form's values into what the schema reads, when they differ (text to number, '' to null). */
  readonly till?: (varden: V) => unknown
}

/** What a field needs: spread it into any part of `renderer/parts`. */
export interface Faltbindning<T> {
  readonly id: string
  readonly varde: T
  readonly onAndra: (varde: T) => void
  readonly fel: string | undefined
}

export interface Formular<V extends object> {
  readonly varden: V
  falt<K extends keyof V & string>(namn: K): Faltbindning<V[K]>
  satt(nya: Partial<V>): void
  /** Put on the form's `onSubmit`. */
  skicka(e?: FormEvent): void
  /** Checks the values against a part of the schema, as a flow does before it goes on: true, or the errors show. */
  prova(del: ZodType): boolean
  /** For `Felsammanfattning`, in the order they were found. */
  readonly fel: readonly Formularfel[]
  readonly faltId: (namn: string) => string
  /** Rises with each refused attempt, so that the summary takes focus again. */
  readonly forsok: number
  readonly sparar: boolean
  readonly andrad: boolean
  /** Takes the present (or given) values as the saved ones. */
  nollstall(varden?: V): void
}

/**
 * The one form of Lotsen: values, checking, errors at the field and in the summary, and whether
 * anything is unsaved. Errors show at the first attempt to save; each goes when its field is changed.
 */
export function useFormular<V extends object, Ut>({ schema, start, spara, till }: Val<V, Ut>): Formular<V> {
  const bas = useId()
  const [varden, setVarden] = useState(start)
  // The latest values also outside render: a date field writes what it understood in the very
  // key press that sends the form.
  const senaste = useRef(varden)
  const [sparade, setSparade] = useState(start)
  const [fel, setFel] = useState<readonly Formularfel[]>([])
  const [forsok, setForsok] = useState(0)
  const [sparar, setSparar] = useState(false)
  const pagar = useRef(false)
  const borta = useRef(false)
  useEffect(() => {
    borta.current = false
    return () => {
      borta.current = true
    }
  }, [])

  const satt = useCallback((nya: Partial<V>) => {
    senaste.current = { ...senaste.current, ...nya }
    setVarden(senaste.current)
    const rorda = Object.keys(nya)
    setFel((gamla) => gamla.filter((f) => f.falt === undefined || !rorda.includes(faltrot(f.falt))))
  }, [])

  const faltId = (namn: string) => `${bas}-${namn}`

  const neka = (nya: readonly Formularfel[]) => {
    setFel(iSidordning(nya, faltId))
    setForsok((n) => n + 1)
  }

  const skicka = (e?: FormEvent) => {
    e?.preventDefault()
    // A form in a dialog is a child of the page's form in React's tree.
    e?.stopPropagation()
    if (pagar.current) return
    const skickade = senaste.current
    const last = schema.safeParse(till ? till(skickade) : skickade)
    if (!last.success) {
      neka(felIVarden(last.error.issues))
      return
    }
    pagar.current = true
    setSparar(true)
    setFel([])
    const klar = () => {
      pagar.current = false
      if (!borta.current) setSparar(false)
    }
    void Promise.resolve()
      .then(() => spara(last.data))
      .then(
        () => {
          klar()
          if (!borta.current) setSparade(skickade)
        },
        (orsak: unknown) => {
          klar()
          if (!borta.current) neka(felFranKontoret(tolkaFel(orsak), senaste.current))
        },
      )
  }

  const prova = (del: ZodType) => {
    const last = del.safeParse(till ? till(senaste.current) : senaste.current)
    if (last.success) setFel([])
    else neka(felIVarden(last.error.issues))
    return last.success
  }

  return {
    varden,
    falt: (namn) => ({
      id: faltId(namn),
      varde: varden[namn],
      onAndra: (varde) => satt({ [namn]: varde } as unknown as Partial<V>),
      fel: fel.find((f) => f.falt !== undefined && faltrot(f.falt) === namn)?.mening,
    }),
    satt,
    skicka,
    prova,
    fel,
    faltId,
    forsok,
    sparar,
    andrad: !likaVarden(varden, sparade),
    nollstall: (nya = senaste.current) => {
      senaste.current = nya
      setVarden(nya)
      setSparade(nya)
      setFel([])
    },
  }
}

function felIVarden(fel: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Formularfel[] {
  return perFalt(fel.map((i) => ({ falt: i.path.length > 0 ? i.path.map(String).join('.') : undefined, mening: i.message })))
}

/** "mal.0" → "mal": lists and parts are mended in the field that holds them. */
export function faltrot(falt: string): string {
  return falt.split('.')[0] ?? falt
}

/** One sentence per field: the first that was found. */
export function perFalt(fel: readonly Formularfel[]): Formularfel[] {
  const sedda = new Set<string>()
  return fel.filter((f) => {
    const nyckel = f.falt === undefined ? `\u0000${f.mening}` : faltrot(f.falt)
    return sedda.has(nyckel) ? false : (sedda.add(nyckel), true)
  })
}

/** In the order the fields stand on the page, whatever order they were checked in. */
function iSidordning(fel: readonly Formularfel[], faltId: (namn: string) => string): Formularfel[] {
  const element = (f: Formularfel) => (f.falt === undefined ? null : document.getElementById(faltId(faltrot(f.falt))))
  return [...fel].sort((a, b) => {
    const [x, y] = [element(a), element(b)]
    if (!x || !y) return x === y ? 0 : x ? 1 : -1
    return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

/** An error of the contract as the form shows it; one that names a field the form lacks stands alone. */
export function felFranKontoret(fel: Felsvar, varden: object): Formularfel[] {
  const falt = fel.falt !== undefined && faltrot(fel.falt) in varden ? fel.falt : undefined
  return [{ falt, mening: fel.mening, kod: fel.kod }]
}

/** Whether two sets of values say the same. Values are texts, numbers, booleans, null and lists and objects of them. */
export function likaVarden(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false
  const [na, nb] = [Object.entries(a), Object.entries(b)]
  return na.length === nb.length && na.every(([k, v]) => k in b && likaVarden(v, (b as Record<string, unknown>)[k]))
}
