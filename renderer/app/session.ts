import { create } from 'zustand'
import type { Jag } from '../../electron/office/contract/session.ts'

interface Session {
  /** Who is logged in, as the window needs to know. The office trusts none of it. */
  readonly inloggad: Jag | undefined
  readonly satt: (inloggad: Jag | undefined) => void
}

export const useSession = create<Session>((set) => ({
  inloggad: undefined,
  satt: (inloggad) => set({ inloggad }),
}))

/** The one logged in, inside the frame, where there always is one. */
export function useInloggad(): Jag {
  const inloggad = useSession((s) => s.inloggad)
  if (inloggad === undefined) throw new Error('useInloggad outside the frame')
  return inloggad
}
