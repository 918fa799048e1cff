import { implement, ORPCError, ValidationError } from '@orpc/server'
import { z } from 'zod'
import { Fel } from '../../db/model/fel.ts'
import { kontrakt } from './contract/index.ts'
import type { FelData } from './contract/bas.ts'
import { kravEget } from './eget.ts'
import type { Kontor } from './kontor.ts'
import { EXPORTER, kravExport, lasPolicy } from './policy.ts'
import { far, ROLLREGLER, type Procedurnamn } from './roller.ts'

/** What every procedure gets: the office, which alone knows who is logged in. */
export interface Kontext { kontor: Kontor }

const felsvar = (fel: Fel) => new ORPCError('FEL', {
  status: 422, defined: true, message: fel.message,
  data: { kod: fel.kod, falt: fel.falt ?? null, detalj: fel.detalj ?? null } satisfies FelData,
})

/** The first problem of an input, as the sentence beside its field. */
function franValidering(fel: ValidationError): Fel {
  const problem = fel.issues[0]
  const falt = problem?.path?.map((del) => String(typeof del === 'object' ? del.key : del)).join('.') ?? ''
  // An id is never typed in a field: it stood in an address.
  if (problem !== undefined && 'format' in problem && problem.format === 'uuid') return new Fel('ogiltigt', 'Adressen leder inte till något som finns i Lotsen.', { falt })
  return new Fel('ogiltigt', problem?.message ?? 'Något i formuläret saknas eller är fel skrivet.', { falt })
}

/** What the caller is told: errors of the user's world as they are, a bug masked and written to the local log. */
function tolka(fel: unknown, kontor: Kontor, path: readonly string[]): ORPCError<string, unknown> {
  if (fel instanceof Fel) return felsvar(fel)
  if (fel instanceof ORPCError && fel.cause instanceof ValidationError && fel.code === 'BAD_REQUEST') return felsvar(franValidering(fel.cause))
  if (fel instanceof ORPCError) return fel
  return felsvar(kontor.bugg(fel, path.join('.')))
}

/** So long (ms) the page has to lock by itself. */
const SIDAN_MS = 2_000

/**
 * Whoever has been disabled, or is no longer who logged in, is locked at the next call, whatever it asks for. What is half
 * typed is let through first when the keys are the same: it is sealed to nobody else.
 */
function kravFortfarande(kontor: Kontor, path: readonly string[]): void {
  try {
    kontor.inloggad.kravFortfarande()
  } catch (fel) {
    if (!(fel instanceof Fel)) throw fel
    // After the answer has reached the page, which locks by itself and says why, and the drafts on their way lie on the disk.
    // Meanwhile nothing else is answered.
    const { inloggad } = kontor
    setTimeout(() => void kontor.utkastenSparade().then(() => (kontor.inloggadFinns && kontor.inloggad === inloggad ? kontor.las() : undefined)), SIDAN_MS)
    if (!(path[0] === 'utkast' && kontor.inloggad.sammaIdentitet)) throw fel
  }
}

type AnySteg = AsyncGenerator<unknown, unknown>
const arSteg = (output: unknown): output is AnySteg => typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** Steps fail while they are fetched, long after the procedure itself has answered. */
async function* tolkaSteg(steg: AnySteg, kontor: Kontor, path: readonly string[]): AnySteg {
  try {
    return yield* steg
  } catch (fel) {
    throw tolka(fel, kontor, path)
  }
}

// Swedish for whatever a schema has no sentence of its own for; never the English default.
z.config({ ...z.locales.sv(), jitless: true })

/**
 * The implementer every area builds its procedures with. Around each call, in order: errors become
 * values (and bugs are masked and logged), IT's policy and the roles table are asked, the input is validated, the object's
 * owner is asked. The office notes the call as a sign of life for the idle lock.
 */
export const os = implement(kontrakt)
  .$context<Kontext>()
  .$config({ initialInputValidationIndex: -1 })
  .use(async ({ context, next, path }) => {
    try {
      const svar = await next()
      return arSteg(svar.output) ? { ...svar, output: tolkaSteg(svar.output, context.kontor, path) } : svar
    } catch (fel) {
      throw tolka(fel, context.kontor, path)
    }
  })
  .use(async ({ context, next, path }) => {
    // IT's rules hold from the moment the file is there; one that cannot be followed stops everything.
    const policy = lasPolicy()
    if (EXPORTER.includes(path.join('.') as Procedurnamn)) kravExport(policy)
    const regel = ROLLREGLER[path.join('.') as Procedurnamn]
    const roller = context.kontor.roller
    if (regel === undefined || !far(regel, roller)) {
      throw roller === null
        ? new Fel('inte_inloggad', 'Logga in för att fortsätta.')
        : new Fel('inte_behorig', 'Din roll har inte tillgång till det här.')
    }
    if (regel.vem !== 'vem som helst' && roller !== null) kravFortfarande(context.kontor, path)
    if (regel.vem !== 'vem som helst' && roller !== null && !path[0]?.startsWith('session') && context.kontor.inloggad.masteBytaLosenord) {
      throw new Fel('byt_losenord_forst', 'Byt lösenordet som någon annan har satt innan du fortsätter.')
    }
    context.kontor.rord()
    return next()
  })
  .use(async ({ context, next, path }, input) => {
    if (ROLLREGLER[path.join('.') as Procedurnamn].objekt === 'eget') kravEget(context.kontor.inloggad, input)
    return next()
  })
