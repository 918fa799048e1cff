import { useEffect, useState } from 'react'
import { type Datum, idag } from '../../db/model/kalender.ts'

const nu = () => idag(new Date().toISOString())
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
