import { z } from 'zod'
import { zAnvandarnamn, zRad } from './grund.ts'

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

export interface AnvandareRad {
  id: string
  anvandarnamn: string
  namn: string
  roller: Roll[]
  avstangd: string | null
  masteBytaLosenord: boolean
  /** false: the row carries no valid certificate by the office's root and is treated as nobody (DESIGN §4.2). */
  certifierad: boolean
}
