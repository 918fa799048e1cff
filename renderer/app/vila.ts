import { useEffect, useEffectEvent, useState } from 'react'

/** What the window should be doing after a time without a touch. */
export type Vila = 'vaken' | 'dold' | 'snart' | 'last'

export const VARNING_MS = 60_000

/**
 * The state after `ms` without a touch: names hidden after `dolj`, a warning in the last minute,
 * locked after `las`. All in milliseconds; a limit of 0 is off.
 */
export function vilolage(ms: number, dolj: number, las: number): Vila {
  if (las > 0 && ms >= las) return 'last'
  if (las > VARNING_MS && ms >= las - VARNING_MS) return 'snart'
  return dolj > 0 && ms >= dolj ? 'dold' : 'vaken'
}

const ROR = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
const TITTA_MS = 5_000

/** So often (ms) the office is told that somebody is there: its own clock knows only of what is asked of it. */
const LIV_MS = 60_000

/**
 * Watches for touches. Goes by the clock on the wall, looked at every few seconds and when the
 * window shows again: timers stand still while a computer sleeps, time does not.
 */
export function useVila(doljMin: number, lasMin: number, lever: () => void): Vila {
  const [vila, setVila] = useState<Vila>('vaken')
  const sagLever = useEffectEvent(lever)
  useEffect(() => {
    let senast = Date.now()
    let sagt = senast
    const titta = () => setVila(vilolage(Date.now() - senast, doljMin * 60_000, lasMin * 60_000))
    const ror = () => {
      // A touch after the limit comes too late: first look, then start anew.
      const lage = vilolage(Date.now() - senast, doljMin * 60_000, lasMin * 60_000)
      if (lage !== 'last') senast = Date.now()
      if (lage !== 'last' && senast - sagt >= LIV_MS) {
        sagt = senast
        sagLever()
      }
      setVila(lage === 'last' ? 'last' : 'vaken')
    }
    const klocka = setInterval(titta, TITTA_MS)
    document.addEventListener('visibilitychange', titta)
    for (const handelse of ROR) window.addEventListener(handelse, ror, { passive: true, capture: true })
    return () => {
      clearInterval(klocka)
      document.removeEventListener('visibilitychange', titta)
      for (const handelse of ROR) window.removeEventListener(handelse, ror, { capture: true })
    }
  }, [doljMin, lasMin])
  return vila
}
