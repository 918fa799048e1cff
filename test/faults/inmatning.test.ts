import { createRouterClient, type AnyRouter } from '@orpc/server'
import fc from 'fast-check'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ZodType } from 'zod'
import { lasHuvud } from '../../db/store/logg.ts'
import { kontrakt } from '../../electron/office/contract/index.ts'
import { router, startaKontor, type StartatKontor } from '../../electron/office/index.ts'
import { ROLLREGLER, type Procedurnamn } from '../../electron/office/roller.ts'
import { indata } from './indata.ts'
import { LANGE, LOSENORD, nyttKontor, provbas } from './kontor.ts'
import { notera } from './siffror.ts'

// Every procedure is given what its schema allows with hostile content, and what it does not allow. It may refuse, with
// a sentence, or do what it was asked; it may not fall, not answer with a masked bug, and not write anything it refused.

const { bas, bort } = provbas('inmatning')
const data = join(bas, 'kontor')
const PER_PROCEDUR = LANGE ? 400 : 25

/** Not tried here, and why: they end the session, make offices, or take an Argon2 each. */
const UNDANTAG: ReadonlySet<string> = new Set([
  'session.las', 'session.loggaIn', 'session.bytLosenord', 'start.exempel', 'start.skapa', 'start.aterstall', 'start.oppnaKopia', 'start.lasKopia', 'start.provaLosenord',
])
const NAMN = Object.entries(kontrakt).flatMap(([area, delar]) => Object.keys(delar).map((namn) => `${area}.${namn}` as Procedurnamn)).filter((namn) => !UNDANTAG.has(namn) && ROLLREGLER[namn].vem !== 'fore')

const schemaFor = (namn: string): ZodType | undefined => {
  const [area, procedur] = namn.split('.') as [keyof typeof kontrakt, string]
  return (kontrakt[area] as unknown as Record<string, { '~orpc': { inputSchema?: ZodType } }>)[procedur]?.['~orpc'].inputSchema
}

let start: StartatKontor
let fore: string
const antal = { anrop: 0, nekade: 0, buggar: 0, skrev: 0 }

beforeAll(async () => {
  await nyttKontor(data)
  // Whatever is written by a relative path lies here, and is seen.
  fore = process.cwd()
  mkdirSync(join(bas, 'har'))
  process.chdir(join(bas, 'har'))
})
afterAll(() => {
  start.kontor.stang()
  process.chdir(fore)
  notera({ slag: 'Fientlig inmatning', antal: antal.anrop, forlorade: antal.buggar, inslappta: antal.skrev }, `${NAMN.length} procedurer, ${antal.nekade} nekade, ${antal.buggar} buggar, ${antal.skrev} nekade som ändå skrev`)
  bort()
})

async function ropa(klient: Record<string, Record<string, (input: unknown) => Promise<unknown>>>, namn: string, input: unknown): Promise<string> {
  const [area, procedur] = namn.split('.') as [string, string]
  try {
    const svar = await klient[area]?.[procedur]?.(input)
    if (typeof svar === 'object' && svar !== null && Symbol.asyncIterator in svar) for await (const _ of svar as AsyncIterable<unknown>); // steps fail while they are fetched
    return 'ja'
  } catch (fel) {
    const { data: svar, message } = fel as { data?: { kod?: string }; message: string }
    if (svar?.kod === undefined) return `utan kod: ${String(fel).slice(0, 200)}`
    return message.length > 0 && message.length < 1_000 ? svar.kod : `utan mening: ${svar.kod}`
  }
}

describe.each(['anna', 'chef'] as const)('every procedure, as %s', (vem) => {
  beforeAll(async () => {
    start?.kontor.stang()
    start = startaKontor({ datamapp: data, skal: { slag: 'cli' }, avsluta: () => {} })
    await createRouterClient(router, { context: start.kontext() }).session.loggaIn({ anvandarnamn: vem, losenord: LOSENORD[vem] })
  })

  it.each(NAMN)('%s', async (namn) => {
    const klient = createRouterClient(router as AnyRouter, { context: start.kontext() }) as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
    const { db, handtag } = start.kontor.inloggad
    const andrat = handtag.prepare<[], number>('SELECT total_changes()').pluck()
    await fc.assert(
      fc.asyncProperty(indata(schemaFor(namn)), async (input) => {
        const [huvud, rader] = [lasHuvud(db).nr, andrat.get()]
        const svar = await ropa(klient, namn, input)
        antal.anrop += 1
        if (svar === 'bugg' || svar.startsWith('utan')) antal.buggar += 1
        expect(svar).not.toMatch(/^bugg$|^utan/)
        if (svar === 'ja') return
        antal.nekade += 1
        // A transaction that was rolled back counts its changes too; the log is what is kept.
        if (lasHuvud(db).nr !== huvud) antal.skrev += 1
        expect([namn, svar, lasHuvud(db).nr - huvud, (andrat.get() ?? 0) >= (rader ?? 0)]).toEqual([namn, svar, 0, true])
      }),
      { numRuns: PER_PROCEDUR, endOnFailure: true },
    )
  })

  it('noted no bug, and left no file where it was not asked to', () => {
    expect(existsSync(join(data, 'fel.log')) ? readFileSync(join(data, 'fel.log'), 'utf8') : '').toBe('')
    // An export writes where its input says: nothing but whole copies may have come of it.
    const annat = readdirSync(join(bas, 'har')).filter((namn) => readFileSync(join(bas, 'har', namn)).subarray(0, 8).toString('latin1') !== 'LOTSENSK')
    expect(annat).toEqual([])
  })
})
