import { useEffect, useState } from 'react'
import { Forlopp } from '../parts/Forlopp.tsx'
import type { Arbetslage } from '../parts/langtArbete.ts'
import { kontor } from './klient.ts'

const FRAGA_MS = 300
/** What is soon done shows no bar that comes and goes. */
const SYNS_EFTER_MS = 800

/** How far the office has come with what this page waits for. Asks only while it is on the page. */
export function Framsteg() {
  const [lage, setLage] = useState<Arbetslage | null>(null)
  useEffect(() => {
    const borjan = performance.now()
    let [borta, klocka] = [false, 0]
    const fraga = async () => {
      const nu = await kontor.session.framsteg().catch(() => null) // the call that is waited for tells what went wrong
      if (borta) return
      if (performance.now() - borjan >= SYNS_EFTER_MS) setLage(nu)
      klocka = window.setTimeout(() => void fraga(), FRAGA_MS)
    }
    void fraga()
    return () => {
      borta = true
      window.clearTimeout(klocka)
    }
  }, [])
  return lage === null ? null : <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />
}
