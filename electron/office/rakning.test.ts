import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Worker } from 'node:worker_threads'
import { raknaEttAr, raknaJamforelse } from './arsrakning.ts'
import type { Inloggad } from './inloggad.ts'
import { raknaAr, raknaArMedFjol, raknaBakom, raknaFigurer, raknaFjol, raknaFleraAr, slappRaknaren } from './rakning.ts'
import { Testkontor, type Testsession } from './testkontor.ts'

/** The thread answers what the same count says here, keeps errors as they are, and ends with the session. */

let prov: Testkontor
let session: Testsession
let inloggad: Inloggad
const skickade = vi.spyOn(Worker.prototype, 'postMessage')

beforeAll(async () => {
  prov = await Testkontor.nytt()
  session = await prov.inloggad('anna')
  inloggad = session.start.kontor.inloggad
  for (const [datum, kommun] of [['2025-03-02', '2062'], ['2026-02-03', '2034'], ['2026-10-01', '2062']] as const) {
    await ny(session, datum, kommun)
  }
})
afterEach(() => skickade.mockClear())
afterAll(() => prov.slut())

const ny = (hos: Testsession, datum: string, kommun: string) =>
  hos.api.kontakter.ny({ datum, kommun, kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: ['annat'], utfall: 'radgivning', kodatum: null, kolamnad: null })

describe('the same as counted here', () => {
  it('for a year, the year before and several', async () => {
    const { db, idag } = inloggad
    const har = raknaEttAr(db, 2026, [], idag)
    expect(har.figurer.kontakter.antal).toBe(2)
    expect(await raknaAr(inloggad, 2026, [])).toEqual(har)
    expect(await raknaAr(inloggad, 2026, ['2034'])).toEqual(raknaEttAr(db, 2026, ['2034'], idag))
    expect(await raknaFjol(inloggad, 2026, ['2062'])).toEqual(raknaJamforelse(db, 2025, ['2062'], idag))
    expect(await raknaArMedFjol(inloggad, 2026, ['2062'])).toEqual({ aret: raknaEttAr(db, 2026, ['2062'], idag), fjol: raknaJamforelse(db, 2025, ['2062'], idag) })
    expect(await raknaFleraAr(inloggad, [2026, 2024, 2025], [])).toEqual([2026, 2024, 2025].map((ar) => raknaEttAr(db, ar, [], idag).figurer))
    expect(await raknaFigurer(inloggad, 2026, [])).toEqual({ figurer: har.figurer, fjol: raknaEttAr(db, 2025, [], idag).figurer, oppningsbara: Object.keys(har.bakom) })
    expect(await raknaBakom(inloggad, 2026, [], 'klienter.stod')).toEqual(har.bakom['klienter.stod'])
    expect(await raknaBakom(inloggad, 2026, [], 'klienter.alla')).toBeNull()
    expect(await raknaBakom(inloggad, 2026, [], 'toString')).toBeNull()
  })

  it('after what was just written, by oneself and by somebody else', async () => {
    const annan = await prov.inloggad('per')
    const fore = (await raknaAr(inloggad, 2024, [])).figurer.kontakter.antal
    await ny(session, '2024-05-05', '2062')
    expect((await raknaAr(inloggad, 2024, [])).figurer.kontakter.antal).toBe(fore + 1)
    await ny(annan, '2024-05-06', '2062')
    expect((await raknaAr(inloggad, 2024, [])).figurer.kontakter.antal).toBe(fore + 2)
    annan.las()
  })
})

describe('questions on their way', () => {
  it('are counted once when they ask the same', async () => {
    const [a, b, c] = await Promise.all([raknaAr(inloggad, 2026, []), raknaAr(inloggad, 2026, []), raknaAr(inloggad, 2025, [])])
    expect(a).toEqual(b)
    expect(c.figurer.ar).toBe(2025)
    expect(skickade).toHaveBeenCalledTimes(2)
  })

  it('are not joined by whoever has written meanwhile', async () => {
    const forst = raknaAr(inloggad, 2023, [])
    await ny(session, '2023-05-05', '2062')
    expect((await raknaAr(inloggad, 2023, [])).figurer.kontakter.antal).toBe(1)
    expect((await forst).figurer.kontakter.antal).toBeLessThanOrEqual(1)
  })

  it('stop when nobody waits any longer, and only then', async () => {
    const [ga, stanna] = [new AbortController(), new AbortController()]
    const bada = [raknaAr(inloggad, 2026, [], { signal: ga.signal }), raknaAr(inloggad, 2026, [], { signal: stanna.signal })] as const
    const borta = bada[0].catch((fel: unknown) => fel)
    ga.abort()
    expect(await borta).toMatchObject({ kod: 'avbruten' })
    expect((await bada[1]).figurer.ar).toBe(2026)

    const sista = new AbortController()
    const ensam = raknaAr(inloggad, 2025, [], { signal: sista.signal }).catch((fel: unknown) => fel)
    await vi.waitUntil(() => skickade.mock.lastCall !== undefined)
    sista.abort()
    expect(await ensam).toMatchObject({ kod: 'avbruten' })
    expect(skickade.mock.lastCall?.[0]).toMatchObject({ stopp: Int32Array.of(1) })
    expect((await raknaAr(inloggad, 2025, [])).figurer.ar).toBe(2025)
    await expect(raknaAr(inloggad, 2025, [], { signal: sista.signal })).rejects.toMatchObject({ kod: 'avbruten' })
  })
})

describe('the thread', () => {
  it('hands over the office\'s own errors', async () => {
    await expect(raknaAr(inloggad, 2026, ['1280'])).rejects.toMatchObject({ kod: 'kommun_utanfor', falt: 'kommun', message: expect.stringContaining('1280') })
    await expect(session.api.redovisning.hamta({ ar: 2026, kommun: ['1280'] })).rejects.toMatchObject({ code: 'FEL', data: { kod: 'kommun_utanfor', falt: 'kommun' } })
    expect((await raknaAr(inloggad, 2026, [])).figurer.ar).toBe(2026)
  })

  it('says a bug as a bug: its kind and where it was, not what it said', async () => {
    const fel = await raknaAr(inloggad, 2026, 2062 as never).catch((e: unknown) => e)
    expect(fel).toBeInstanceOf(Error)
    expect(fel).toMatchObject({ name: 'TypeError', message: 'The counting thread failed', stack: expect.stringContaining('arsrakning.ts') })
    expect((await raknaAr(inloggad, 2026, [])).figurer.ar).toBe(2026)
  })

  it('gets the key in a buffer that it takes along, and leaves no copy', async () => {
    await slappRaknaren(inloggad)
    const egna = inloggad.inloggning.dbNycklar.map((n) => n.toString('hex'))
    expect((await raknaAr(inloggad, 2026, [])).figurer.ar).toBe(2026)
    expect(inloggad.inloggning.dbNycklar.map((n) => n.toString('hex'))).toEqual(egna)
    expect(JSON.stringify(skickade.mock.calls)).not.toContain(egna[0])
  })

  it('lets go of the file when told to, and ends at lock with what it was doing', async () => {
    await raknaAr(inloggad, 2026, [])
    await slappRaknaren(inloggad)
    expect((await raknaAr(inloggad, 2026, [])).figurer.ar).toBe(2026)
    const sista = await prov.inloggad('chef')
    const svar = raknaAr(sista.start.kontor.inloggad, 2026, []).catch((fel: unknown) => fel)
    sista.start.kontor.stang()
    expect(await svar).toMatchObject({ kod: 'avbruten' })
  })
})

it('has let go of the file when the session has been closed: no WAL is left behind', async () => {
  const eget = await Testkontor.nytt()
  const { api, start } = await eget.inloggad('chef')
  await api.veckan.chefens()
  await start.stang()
  expect(readdirSync(eget.mapp).filter((namn) => /-(wal|shm)$/.test(namn))).toEqual([])
  eget.slut()
})
