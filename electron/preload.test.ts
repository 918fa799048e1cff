import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.doUnmock('electron')
  vi.unstubAllGlobals()
  vi.resetModules()
})

async function ladda({ ursprung = 'app://lotsen', overst = true } = {}) {
  const lyssnare: Record<string, (handelse: { ports: unknown[] }) => void> = {}
  const skickat: unknown[][] = []
  const fonster = { postMessage: (...allt: unknown[]) => skickat.push(allt), top: undefined as unknown }
  fonster.top = overst ? fonster : {}
  vi.stubGlobal('window', fonster)
  vi.stubGlobal('location', { origin: ursprung })
  // Nothing but `once` and `on` is there: a preload that reached for more would fail.
  const lyssna = (kanal: string, gor: (handelse: { ports: unknown[] }) => void) => (lyssnare[kanal] = gor)
  vi.doMock('electron', () => ({ ipcRenderer: { once: lyssna, on: lyssna } }))
  await import('./preload.ts')
  return { lyssnare, skickat }
}

it('hands the page its one port and the word that locks, addressed to the program’s own origin', async () => {
  const { lyssnare, skickat } = await ladda()
  expect(Object.keys(lyssnare)).toEqual(['kontor', 'las'])
  lyssnare['kontor']?.({ ports: ['port', 'en till'] })
  lyssnare['las']?.({ ports: ['port'] })
  expect(skickat).toEqual([['kontor', 'app://lotsen', ['port']], ['las', 'app://lotsen']])
})

it.each([{ ursprung: 'https://evil.example' }, { ursprung: 'null' }, { overst: false }])('gives nothing to any other page (%o)', async (sida) => {
  expect((await ladda(sida)).lyssnare).toEqual({})
})
