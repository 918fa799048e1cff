import type { Kontext } from './kontext.ts'
import { Kontor, type Kontorsval } from './kontor.ts'
import { router } from './router.ts'

export type { Kontext } from './kontext.ts'
export { Kontor, type Kontorsval, type Skal } from './kontor.ts'
export { router } from './router.ts'

/** An office ready to be served by a shell: its router, and the context every call gets. */
export interface StartatKontor {
  kontor: Kontor
  router: typeof router
  kontext: () => Kontext
  /** Forgets every key and closes the files, once the drafts that have come in are kept; for a shell that ends without locking first. */
  stang: () => Promise<void>
}

/** Starts an office over a data folder. Nothing is opened until somebody logs in. */
export function startaKontor(val: Kontorsval): StartatKontor {
  const kontor = new Kontor(val)
  return { kontor, router, kontext: () => ({ kontor }), stang: () => kontor.utkastenSparade().then(() => kontor.stangHelt()) }
}
