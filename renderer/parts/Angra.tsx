import { Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { create } from 'zustand'
import { delar } from '../texter/delar.ts'
import stil from './Angra.module.css'
import { Knapp } from './Knapp.tsx'

interface Ton {
  readonly nr: number
  readonly text: string
  readonly angra: (() => Promise<void> | void) | undefined
}

interface Tonlage {
  readonly ton: Ton | undefined
  readonly visa: (text: string, angra?: () => Promise<void> | void) => void
  readonly stang: () => void
}

/** UI state: the last thing done. Emptied with everything else on lock. */
export const useTon = create<Tonlage>((set) => ({
  ton: undefined,
  visa: (text, angra) => set((gammal) => ({ ton: { nr: (gammal.ton?.nr ?? 0) + 1, text, angra } })),
  stang: () => set({ ton: undefined }),
}))

/** Says what was done ("Åtagandet är klart"), with a way to undo it when there is one. */
export function sag(text: string, angra?: () => Promise<void> | void): void {
  useTon.getState().visa(text, angra)
}

/** Long enough to read and reach; the clock stands still while pointer or focus is on it. */
const SYNS_MS = 12_000

/** Stands once, in the frame. */
export function Angraregion() {
  const { ton, stang } = useTon()
  const [halls, setHalls] = useState(false)
  // Where one was before one came here by keyboard: the way back when the buttons go.
  const innan = useRef<Element | null>(null)
  const bort = () => {
    stang()
    setHalls(false)
    const mal = innan.current instanceof HTMLElement && innan.current.isConnected ? innan.current : document.getElementById('innehall')
    mal?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (ton === undefined || halls) return
    const klocka = setTimeout(stang, SYNS_MS)
    return () => clearTimeout(klocka)
  }, [ton, halls, stang])
  return (
    <div className={stil.region} role="status" aria-live="polite" aria-label={delar.angratoner}>
      {ton && (
        <div
          key={ton.nr}
          className={stil.ton}
          onPointerEnter={() => setHalls(true)}
          onPointerLeave={() => setHalls(false)}
          onFocus={(e) => {
            setHalls(true)
            if (!e.currentTarget.contains(e.relatedTarget)) innan.current = e.relatedTarget
          }}
          onBlur={() => setHalls(false)}
        >
          <span>{ton.text}</span>
          <span className={stil.knappar}>
            {ton.angra && (
              <Knapp
                sort="tyst"
                storlek="liten"
                ikon={Undo2}
                onPress={() => {
                  bort()
                  void ton.angra?.()
                }}
              >
                {delar.angra}
              </Knapp>
            )}
            <Knapp
              sort="tyst"
              storlek="liten"
              ikon={X}
              onPress={bort}
            >
              {delar.stang}
            </Knapp>
          </span>
        </div>
      )}
    </div>
  )
}
