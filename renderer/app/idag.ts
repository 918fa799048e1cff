import { useEffect, useState } from 'react'
import { type Datum, idag } from '../../db/model/kalender.ts'

/** The moment now, for a clock on the page. */
export const tidNu = (): string => new Date().toISOString()
const nu = () => idag(tidNu())
const TITTA_MS = 60_000

/** Today in Sweden; turns at midnight in a window that stands open. */
export function useIdag(): Datum {
  const [dag, setDag] = useState(nu)
  useEffect(() => {
    const klocka = setInterval(() => setDag(nu()), TITTA_MS)
    return () => clearInterval(klocka)
  }, [])
  return dag
}
