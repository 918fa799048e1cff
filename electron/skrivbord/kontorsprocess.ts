import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { FranKontor, TillKontor } from './meddelanden.ts'

/** The page's end of things: what oRPC serves the contract on (Electron's MessagePortMain). */
export interface Sidport extends Extract<SupportedMessagePort, { on: unknown }> {
  start: () => void
}

/** Electron's process.parentPort, as far as it is used here. */
export interface Skalport {
  on: (handelse: 'message', lyssnare: (handelse: { data: unknown; ports: readonly Sidport[] }) => void) => unknown
  postMessage: (meddelande: unknown) => void
}

/** What an office is started with in the desktop shell. */
export interface Skrivbordsval {
  datamapp: string
  avbrott: boolean
  /** The office has locked: the process ends. */
  avsluta: () => void
  valjMapp: () => Promise<string | null>
  sparaPdf: (filnamn: string) => Promise<string | null>
  port: Sidport
}

/**
 * The office process of the desktop shell: one page, one port, one login. It ends when the office locks or when the page lets go
 * of the port (closed, reloaded, crashed), and with it every key it had.
 * @param starta opens the office and serves it on the port
 * @param slut ends the process; given only by tests
 */
export function korSkrivbordskontor(
  skal: Skalport,
  starta: (val: Skrivbordsval) => { stang: () => Promise<void> },
  slut: (kod: number) => void = (kod) => process.exit(kod),
): void {
  const vantar = new Map<number, (varde: string | null) => void>()
  let nummer = 0
  let kontor: { stang: () => Promise<void> } | undefined

  const fraga = (bygg: (nummer: number) => FranKontor) =>
    new Promise<string | null>((klar) => {
      vantar.set(++nummer, klar)
      skal.postMessage(bygg(nummer))
    })

  skal.on('message', ({ data, ports }) => {
    // Only the shell can write here; what it says is typed by both sides being one program.
    const meddelande = data as TillKontor
    if (meddelande.slag === 'svar') {
      vantar.get(meddelande.nummer)?.(meddelande.varde)
      vantar.delete(meddelande.nummer)
      return
    }
    const [port] = ports
    // The session is bound to the first port; a second one would be somebody else's.
    if (!port || kontor) return
    kontor = starta({
      datamapp: meddelande.datamapp,
      avbrott: meddelande.avbrott,
      // The answer that locking was asked for in gets a turn of the loop to leave.
      avsluta: () => setImmediate(() => slut(0)),
      valjMapp: () => fraga((nr) => ({ slag: 'valjMapp', nummer: nr })),
      sparaPdf: (filnamn) => fraga((nr) => ({ slag: 'sparaPdf', nummer: nr, filnamn })),
      port,
    })
    const oppet = kontor
    port.on('close', () => {
      const klar = () => slut(0)
      oppet.stang().then(klar, klar)
    })
    port.start()
  })
}
