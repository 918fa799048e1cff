import { oc, type, eventIterator } from '@orpc/contract'
import { z } from 'zod'

/** What an error that the user can mend looks like on the wire: `message` is the Swedish sentence. */
export const zFelData = z.object({ kod: z.string(), falt: z.string().nullable(), detalj: z.unknown() })
export type FelData = z.infer<typeof zFelData>

/** Every procedure may answer FEL: an error of the user's world, never a bug (those are masked). */
export const bas = oc.errors({ FEL: { status: 422, data: zFelData } })

/** Long work: zero or more progress steps, then one result. `av` is 0 while nobody can say how much is left. */
export type Steg<T> = { slag: 'forlopp'; vad: string; klart: number; av: number } | { slag: 'klart'; resultat: T }
export const iSteg = <T>() => eventIterator(type<Steg<T>>())

export { type }
