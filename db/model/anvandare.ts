import { z } from 'zod'
import { zAnvandarnamn, zId, zRad } from './grund.ts'

/** The roles of DOMAIN §2; one person may hold several. */
export const ROLLER = ['ombud', 'enhetschef', 'administrator'] as const
export type Roll = (typeof ROLLER)[number]
export const ROLLNAMN: Record<Roll, string> = { ombud: 'Ombud', enhetschef: 'Enhetschef', administrator: 'Administratör' }

/** A password as typed. Its strength is judged by `db/vault/losenord.ts`; here only its bounds. */
export const zLosenord = z.string().min(1, 'Skriv ett lösenord.').max(200, 'Lösenordet får ha högst 200 tecken.')

export const zNyAnvandare = z.object({
  anvandarnamn: zAnvandarnamn,
  namn: zRad('Skriv personens namn.', 100),
  roller: z.array(z.enum(ROLLER)).min(1, 'Välj minst en roll.').max(ROLLER.length),
  losenord: zLosenord,
})
export type NyAnvandare = z.infer<typeof zNyAnvandare>

/** The nyckelblad as typed or scanned; what is wrong with it is said by `db/vault/nyckelblad.ts`. */
export const zNyckel = z.string().trim().min(1, 'Skriv nyckeln från nyckelbladet.').max(400)

/** Another name or other roles: a new certificate, so the nyckelblad is needed. The login name stays: the secrets are bound to it. */
export const zAndraAnvandare = zNyAnvandare.pick({ namn: true, roller: true }).extend({ id: zId, version: z.int().min(1), nyckel: zNyckel })
export type AndraAnvandare = z.infer<typeof zAndraAnvandare>

/** A forgotten password, or one that somebody else knows. */
export const zNyIdentitet = z.object({ id: zId, losenord: zLosenord, nyckel: zNyckel })

/** What a new identity brought along, and what nobody can open any longer. */
export interface NyIdentitetSvar {
  namn: string
  arenden: number
  ejOppnade: string[]
  utkast: number
}

/** A new nyckelblad: two groups typed back from the paper, and the other of the two who sign for it. */
export const zBladbyte = z.object({
  grupper: z.tuple([z.string().max(20), z.string().max(20)]),
  med: z.object({ anvandarnamn: z.string().trim().min(1, 'Skriv användarnamnet.').max(100), losenord: zLosenord }).nullable(),
})
export type Bladbyte = z.infer<typeof zBladbyte>

export interface Nyckelbladslage {
  /** Of the sheet that the caller holds fast. */
  fingeravtryck: string
  /** A replacement that goes on. `kvar`: who has not confirmed, or has cases still sealed to the sheet before. */
  byte: { tid: string; av: string[]; attBekrafta: boolean; kvar: { namn: string; bekraftat: boolean; arenden: number }[] } | null
}

export interface AnvandareRad {
  id: string
  version: number
  anvandarnamn: string
  namn: string
  roller: Roll[]
  avstangd: string | null
  masteBytaLosenord: boolean
  /** false: the row carries no valid certificate by the office's root and is treated as nobody (DESIGN §4.2). */
  certifierad: boolean
  /** Day-and-time of the newest login, null when there has been none. */
  senastInloggad: string | null
  /** Since when the user has said that somebody else knows the password; null once a new identity has been given. */
  misstankt: string | null
}

/** What the keys of the office wait for, and when the nyckelblad was last held in hand. */
export interface Nyckelvard {
  /** Since when the database key waits to be changed; null when nothing waits. */
  nyckelbyteVantar: string | null
  /** Who else has logged in during the last twelve hours, the latest first: whom to ask. */
  kanVaraInne: { namn: string; tid: string }[]
  /** When somebody last showed the sheet itself. */
  bladetSenast: string
  /** More than a year since. */
  bladetPaminn: boolean
}
