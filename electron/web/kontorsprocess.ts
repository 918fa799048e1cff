import { Socket } from 'node:net'
import type { AnyRouter } from '@orpc/server'
import { fonsterfiler } from '../fonsterfiler.ts'
import type { FranKontor, TillKontor } from './meddelanden.ts'
import { webbserver, type Webbserver, type Webbtillstand } from './server.ts'

/** What the shell needs of an office (electron/office). */
export interface Webbkontor {
  router: AnyRouter
  kontext: () => Record<never, never>
  /** Forgets every key and name. */
  stang: () => void | Promise<void>
}

/** How long answers on their way may take when the office has locked (ms). */
const SISTA_SVAREN = 500

/**
 * The office process of the browser shell: serves the sockets that the watcher sends it, and ends when the office locks.
 * @param starta opens the office; `avsluta` is what the office calls when it has locked
 */
export function korKontorsprocess(starta: (datamapp: string, avsluta: () => void, avbrott: boolean) => Promise<Webbkontor>): void {
  const tidiga: Socket[] = []
  let server: Webbserver | undefined
  let tillstand: Webbtillstand | undefined
  let kontor: Webbkontor | undefined
  let slutar = false
  let avsked: () => void = () => undefined
  const farAvsked = new Promise<void>((klar) => (avsked = klar))

  process.on('message', (meddelande: TillKontor, socket: unknown) => {
    if (meddelande.slag === 'socket') {
      sag({ slag: 'mottagen', nummer: meddelande.nummer })
      // The browser may have hung up while the socket was on its way.
      if (socket instanceof Socket) taEmot(socket)
    } else if (meddelande.slag === 'start') {
      void borja(meddelande)
    } else if (meddelande.slag === 'startavtryck') {
      if (tillstand) tillstand.startavtryck = meddelande.avtryck
    } else {
      avsked()
    }
  })
  // Without its watcher the office has nobody to serve.
  process.on('disconnect', () => process.exit(0))
  // Ctrl+C in the terminal reaches both: the watcher decides what it means.
  process.on('SIGINT', () => undefined)

  async function borja(start: Extract<TillKontor, { slag: 'start' }>): Promise<void> {
    kontor = await starta(start.datamapp, () => void las(), start.avbrott)
    tillstand = {
      port: start.port,
      router: kontor.router,
      kontext: kontor.kontext,
      filer: fonsterfiler(start.fonster),
      startavtryck: start.startavtryck,
      sessionsavtryck: start.sessionsavtryck,
      slutar: false,
      nySession: async (avtryck, fanns) => {
        sag({ slag: 'session', avtryck })
        if (fanns) await taAvsked()
      },
      sidanBorta: () => void las(),
    }
    server = webbserver(tillstand)
    sag({ slag: 'redo' })
    for (const socket of tidiga.splice(0)) taEmot(socket)
  }

  function taEmot(socket: Socket): void {
    if (server) server.taEmot(socket)
    else tidiga.push(socket)
  }

  /** After this no new socket comes here: the next request meets a new, locked office. */
  async function taAvsked(): Promise<void> {
    sag({ slag: 'slutar' })
    await farAvsked
    void las()
  }

  /** Ends the process, and with it everything it knew. Answers on their way are let out first. */
  async function las(): Promise<void> {
    if (slutar) return
    slutar = true
    if (tillstand) tillstand.slutar = true
    sag({ slag: 'slutar' })
    await Promise.all([farAvsked, Promise.race([kontor?.stang(), vanta(2000)])])
    await Promise.race([server?.slut(), vanta(SISTA_SVAREN)])
    process.exit(0)
  }
}

function sag(meddelande: FranKontor): void {
  // The watcher may have gone this very moment: then the process ends, by 'disconnect'.
  if (process.connected) process.send?.(meddelande, undefined, undefined, () => undefined)
}

const vanta = (ms: number) => new Promise<void>((klar) => setTimeout(klar, ms))
