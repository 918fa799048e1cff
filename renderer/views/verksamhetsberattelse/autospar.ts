import { useEffect, useRef, useState } from 'react'
import type { Kapitel } from '../../../db/model/verksamhetsberattelse/index.ts'
import { type Felsvar, tolkaFel } from '../../app/felsvar.ts'

/** What is typed is saved when nobody has typed for so long. */
const VANTA_MS = 900

interface Val {
  readonly kapitel: readonly Kapitel[]
  readonly version: number
  readonly spara: (kapitel: Kapitel[], version: number) => Promise<{ version: number; tid: string }>
}

export interface Autospar {
  readonly kapitel: readonly Kapitel[]
  readonly andrad: boolean
  readonly sparar: boolean
  /** When it was last saved from here. */
  readonly tid: string | undefined
  readonly fel: Felsvar | undefined
  /** Changes what stands now, also when that is newer than the page that asks. */
  andra(gor: (kapitel: readonly Kapitel[]) => readonly Kapitel[]): void
  /** Saves at once what waits; resolves with whether all is saved. */
  tom(): Promise<boolean>
  /** After a stale write: what is typed replaces this version. */
  ersatt(version: number): Promise<boolean>
}

/** A chapter that cannot be saved as it stands: it has no name. */
export const utanRubrik = (kapitel: Kapitel): boolean => kapitel.rubrik.trim() === ''

/**
 * Keeps a document saved while it is written: one save at a time, the newest words last, also when the page is left.
 * After an error nothing is lost: it is tried again at the next change.
 */
export function useAutospar(val: Val): Autospar {
  const [kapitel, setKapitel] = useState(val.kapitel)
  const [lage, setLage] = useState<Pick<Autospar, 'andrad' | 'sparar' | 'tid' | 'fel'>>({ andrad: false, sparar: false, tid: undefined, fel: undefined })
  const nu = useRef({ kapitel: val.kapitel, sparat: val.kapitel, version: val.version, spara: val.spara, pagar: undefined as Promise<boolean> | undefined, klocka: undefined as ReturnType<typeof setTimeout> | undefined })
  useEffect(() => {
    nu.current.spara = val.spara
  })

  const skriv = async (): Promise<boolean> => {
    const s = nu.current
    while (s.kapitel !== s.sparat) {
      if (s.kapitel.some(utanRubrik)) return false
      const detta = s.kapitel
      setLage((l) => ({ ...l, sparar: true }))
      try {
        const { version, tid } = await s.spara([...detta], s.version)
        s.version = version
        s.sparat = detta
        setLage({ andrad: s.kapitel !== detta, sparar: false, tid, fel: undefined })
      } catch (orsak) {
        setLage((l) => ({ ...l, andrad: true, sparar: false, fel: tolkaFel(orsak) }))
        return false
      }
    }
    return true
  }
  const tom = (): Promise<boolean> => {
    const s = nu.current
    clearTimeout(s.klocka)
    s.pagar ??= skriv().finally(() => {
      s.pagar = undefined
    })
    return s.pagar
  }

  useEffect(() => {
    const s = nu.current
    return () => {
      clearTimeout(s.klocka)
      if (s.kapitel !== s.sparat && !s.kapitel.some(utanRubrik) && s.pagar === undefined) void s.spara([...s.kapitel], s.version).catch(() => undefined)
    }
  }, [])

  return {
    kapitel,
    ...lage,
    andra: (gor) => {
      const s = nu.current
      s.kapitel = gor(s.kapitel)
      setKapitel(s.kapitel)
      setLage((l) => ({ ...l, andrad: true }))
      clearTimeout(s.klocka)
      s.klocka = setTimeout(() => void tom(), VANTA_MS)
    },
    tom,
    ersatt: (version) => {
      nu.current.version = version
      setLage((l) => ({ ...l, fel: undefined }))
      return tom()
    },
  }
}
