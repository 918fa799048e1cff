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
  // Nothing but `once` is there: a preload that reached for more would fail.
  vi.doMock('electron', () => ({ ipcRenderer: { once: (kanal: string, gor: (handelse: { ports: unknown[] }) => void) => (lyssnare[kanal] = gor) } }))
  await import('./preload.ts')
  return { lyssnare, skickat }
}

it('hands the page its one port, addressed to the program’s own origin', async () => {
  const { lyssnare, skickat } = await ladda()
  expect(Object.keys(lyssnare)).toEqual(['kontor'])
  lyssnare['kontor']?.({ ports: ['port', 'en till'] })
  expect(skickat).toEqual([['kontor', 'app://lotsen', ['port']]])
})

it.each([{ ursprung: 'https://evil.example' }, { ursprung: 'null' }, { overst: false }])('gives nothing to any other page (%o)', async (sida) => {
  expect((await ladda(sida)).lyssnare).toEqual({})
})
