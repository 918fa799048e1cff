import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { avtryck, nyHemlighet } from './hemlighet.ts'
import type { FranKontor, TillKontor } from './meddelanden.ts'

export interface Vaktval {
  datamapp: string
  /** The built window. */
  fonster: string
  /** The program that is the office process: kontorsprocess.ts with an office in it. */
  program: URL
  /** 0 or left out: a free one. */
  port?: number
  /** Called with an address each time one can be used: it works once, in the browser that opens it first. */
  nyAdress: (adress: string) => void
  /** The office process cannot be started, or keeps ending: the shell cannot go on. */
  gavUpp: () => void
}

export interface Vaktare {
  port: number
  stang: () => Promise<void>
}

/** So many ends in a row without an office that got ready, or in so short a time (ms), are no longer bad luck. */
const FOR_MANGA_SLUT = 3
const FOR_TATT = 10_000
const TID_ATT_SLUTA = 2000

/** An office process, and the sockets that have been sent to it but not taken over yet. */
interface Process {
  barn: ChildProcess
  paVag: Map<number, Socket>
}

/**
 * The part of the browser shell that lives on while offices come and go (DESIGN §3: locking ends the office process). It owns
 * the port and hands every socket, unread, to the office process of the moment; sockets that come between two offices wait.
 * It knows the digest of the session secret and the next start token, and nothing of what is said.
 * @throws the listen error (EADDRINUSE) when the port is taken
 */
export async function startaVaktare(val: Vaktval): Promise<Vaktare> {
  const vantande: Socket[] = []
  /** The one that answers. */
  let kontor: Process | undefined
  /** The one that was started last and may not be ready yet. */
  let nasta: Process | undefined
  let startnyckel = nyHemlighet()
  let sessionsavtryck: string | null = null
  let stanger = false
  let raknare = 0
  const slut: number[] = []
  const processer = new Set<Process>()

  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    vantande.push(socket)
    lamnaVidare()
  })
  await lyssna(server, val.port ?? 0)
  const { port } = server.address() as AddressInfo

  /** @param avbrott the one before ended without having said so: the page tells */
  function starta(avbrott = false): void {
    // Nothing of what a command line may carry (passwords, the nyckelblad) goes on to a process that lives long.
    const env = Object.fromEntries(Object.entries(process.env).filter(([namn]) => !['LOTSEN_LOSENORD', 'LOTSEN_NYCKEL'].includes(namn)))
    const barn = fork(val.program, [], { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const process_: Process = { barn, paVag: new Map() }
    processer.add(process_)
    barn.on('message', (meddelande: FranKontor) => horde(process_, meddelande))
    barn.on('exit', () => slutade(process_))
    barn.on('error', () => barn.kill('SIGKILL'))
    sag(barn, { slag: 'start', port, datamapp: val.datamapp, avbrott, fonster: val.fonster, startavtryck: avtryck(startnyckel), sessionsavtryck })
    nasta = process_
  }

  function horde(fran: Process, meddelande: FranKontor): void {
    switch (meddelande.slag) {
      case 'redo':
        if (fran !== nasta) return
        kontor = fran
        lamnaVidare()
        return
      case 'mottagen':
        // Only this process's copy is closed; the connection is the office's now.
        fran.paVag.get(meddelande.nummer)?.destroy()
        fran.paVag.delete(meddelande.nummer)
        return
      case 'session':
        sessionsavtryck = meddelande.avtryck
        startnyckel = nyHemlighet()
        sag(fran.barn, { slag: 'startavtryck', avtryck: avtryck(startnyckel) })
        val.nyAdress(adress())
        return
      case 'slutar':
        if (kontor === fran) kontor = undefined
        sag(fran.barn, { slag: 'avsked' })
        // The next one starts while this one sends its last answers.
        if (nasta === fran && !stanger) starta()
    }
  }

  function slutade(fran: Process): void {
    processer.delete(fran)
    if (kontor === fran) kontor = undefined
    // What it never took over, it never read: the next one can answer it.
    vantande.push(...fran.paVag.values())
    if (fran !== nasta || stanger) return lamnaVidare()
    // It ended without having said so: it crashed or was killed.
    slut.push(Date.now())
    const nyss = slut.slice(-FOR_MANGA_SLUT)
    if (nyss.length === FOR_MANGA_SLUT && Date.now() - (nyss[0] ?? 0) < FOR_TATT) val.gavUpp()
    else starta(true)
  }

  function lamnaVidare(): void {
    if (!kontor || stanger) return
    for (const socket of vantande.splice(0)) {
      if (socket.destroyed) continue
      const nummer = ++raknare
      kontor.paVag.set(nummer, socket)
      sag(kontor.barn, { slag: 'socket', nummer }, socket)
    }
  }

  const adress = () => `http://127.0.0.1:${port}/#t=${startnyckel}`

  starta()
  val.nyAdress(adress())
  return {
    port,
    stang: async () => {
      stanger = true
      server.close()
      for (const socket of vantande.splice(0)) socket.destroy()
      await Promise.all([...processer].map(({ barn }) => avsluta(barn)))
    },
  }
}

/** An office process ends by itself when it loses its watcher; one that hangs is killed. */
function avsluta(barn: ChildProcess): Promise<void> {
  return new Promise((klar) => {
    const tid = setTimeout(() => barn.kill('SIGKILL'), TID_ATT_SLUTA)
    barn.once('exit', () => {
      clearTimeout(tid)
      klar()
    })
    if (barn.connected) barn.disconnect()
  })
}

function lyssna(server: Server, port: number): Promise<void> {
  return new Promise((klar, fel) => {
    server.once('error', fel)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.removeListener('error', fel)
      klar()
    })
  })
}

function sag(barn: ChildProcess, meddelande: TillKontor, socket?: Socket): void {
  // keepOpen: until the other side says that it has the socket, it can still be given to somebody else.
  if (barn.connected) barn.send(meddelande, socket, { keepOpen: true }, () => undefined)
}
