import { z } from 'zod'
import { zLosenord, type Roll } from '../../../db/model/anvandare.ts'
import type { Installningar } from '../../../db/model/enhet.ts'
import type { Framsteg } from '../framsteg.ts'
import { bas, type } from './bas.ts'

export interface Jag {
  id: string
  anvandarnamn: string
  namn: string
  roller: Roll[]
  masteBytaLosenord: boolean
  enhet: string
  installningar: Installningar
  /** A new nyckelblad waits to be compared with the paper. */
  bekraftaBlad: boolean
  /** IT lets no file out of Lotsen here: what makes one is not offered. The office refuses it whatever the window believes. */
  exportForbjuden: boolean
  /** Sentences the user must see at login: a log that does not match, an unfinished step that was completed. */
  varningar: string[]
}

export const session = {
  loggaIn: bas.input(z.object({ anvandarnamn: z.string().max(100), losenord: zLosenord })).output(type<Jag>()),
  /** The long work that this page waits for, as far as it has come; null when there is none. Asked beside the call itself, also before the login is through. */
  framsteg: bas.output(type<Framsteg | null>()),
  jag: bas.output(type<Jag>()),
  bytLosenord: bas.input(z.object({ nuvarande: zLosenord, nytt: zLosenord })).output(type<{ klart: true }>()),
  /** "Någon kan mitt lösenord": said by the user, acted on by chief or administratör with the nyckelblad. */
  misstankt: bas.output(type<{ klart: true }>()),
  /** Locks: the office process ends; the answer may never arrive, and that is right. */
  las: bas.output(type<{ klart: true }>()),
}
