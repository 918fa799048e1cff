import { useTon } from '../parts/Angra.tsx'
import { fragor } from './fraga.ts'
import { useSession } from './session.ts'
import { useUi } from './ui.ts'

type Sag = () => Promise<unknown>

let sagTillKontoret: Sag | undefined
let taNerSidan: (() => void) | undefined
let laser = false

/** Called once by the client: how the office is told to end the session. */
export function vidLas(sag: Sag): void {
  sagTillKontoret = sag
}

/** Called once at the start: how the page is taken down, with everything in it. */
export function vidTomning(taNer: () => void): void {
  taNerSidan = taNer
}

/** Why the office ends a session by itself: said on the login page, which is another page than the one that was told. */
const SKAL = 'lotsen-skal'

export function noteraSkal(mening: string): void {
  sessionStorage.setItem(SKAL, mening)
}

/** The reason that the page before this one was told, once. */
export const lastFor = ((): string | undefined => {
  const mening = globalThis.sessionStorage?.getItem(SKAL) ?? undefined
  globalThis.sessionStorage?.removeItem(SKAL)
  return mening
})()

/** Longer than this the page does not wait for the office's answer before it goes. */
const VANTA_MS = 2_000

/**
 * Locks: empties everything the window holds, tells the office, and throws the page away. What is
 * on the screen goes first, before the office has answered.
 */
export async function las(): Promise<void> {
  if (laser) return
  laser = true
  const svar = sagTillKontoret?.()
  tom()
  if (svar) await Promise.race([svar.catch(() => undefined), new Promise((klar) => setTimeout(klar, VANTA_MS))])
  borja()
}

/** A lost connection means locked: nothing to tell anybody, the page starts over at the login. */
export function tappadForbindelse(): void {
  if (laser) return
  laser = true
  tom()
  borja()
}

function tom(): void {
  taNerSidan?.()
  void fragor.cancelQueries()
  fragor.clear()
  useUi.setState(useUi.getInitialState(), true)
  useSession.setState(useSession.getInitialState(), true)
  useTon.setState(useTon.getInitialState(), true)
}

/** The address goes too: it may hold an ärendenummer. */
function borja(): void {
  history.replaceState(null, '', location.pathname)
  location.reload()
}
