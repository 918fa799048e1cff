/** What the watcher tells the office process. */
export type TillKontor =
  /** Comes with a socket, to be answered with 'mottagen' when it has been taken over. */
  | { slag: 'socket'; nummer: number }
  | { slag: 'start'; port: number; datamapp: string; avbrott: boolean; fonster: string; startavtryck: string; sessionsavtryck: string | null }
  | { slag: 'startavtryck'; avtryck: string }
  /** No more sockets come: the office process may end when it has answered. */
  | { slag: 'avsked' }

/** What the office process tells the watcher. */
export type FranKontor =
  | { slag: 'redo' }
  | { slag: 'mottagen'; nummer: number }
  /** The start address has been used: this is the digest of the session secret that was given for it. */
  | { slag: 'session'; avtryck: string }
  /** It locks: send no more sockets here, answer with 'avsked'. */
  | { slag: 'slutar' }
