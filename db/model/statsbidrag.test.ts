import { expect, test } from 'vitest'
import { attBetalaTillbaka, beviljadeArsanstallningar, bidragsar, kronorFor, oanvant, summeraBidrag, zAndraBidrag, zKostnad, type Kommunbidrag } from './statsbidrag.ts'

const kommun = (kommun: string, egna: Partial<Kommunbidrag> = {}): Kommunbidrag =>
  ({ id: kommun, sokande: '2062', kommun, arsanstallningar: null, beviljat: null, utbetalt: null, anvant: null, befolkning: null, andel: null, version: 1, ...egna })

test('kronor for full-time years are whole, half a krona up', () => {
  expect(kronorFor(0.75, 302_400)).toBe(226_800)
  expect(kronorFor(1.15, 302_400)).toBe(347_760) // 1.15 lies below its decimal as a binary fraction
  expect(kronorFor(0.5, 301)).toBe(151)
  expect(kronorFor(0.33, 100)).toBe(33)
  expect(kronorFor(0, 302_400)).toBe(0)
})

test('unused is granted − used, what may be paid back is paid out − used; neither is guessed', () => {
  expect(oanvant({ beviljat: 226_800, anvant: 200_000 })).toBe(26_800)
  expect(oanvant({ beviljat: 226_800, anvant: 250_000 })).toBe(0)
  expect(oanvant({ beviljat: null, anvant: 1 })).toBeNull()
  expect(attBetalaTillbaka({ utbetalt: 113_400, anvant: 200_000 })).toBe(0)
  expect(attBetalaTillbaka({ utbetalt: 226_800, anvant: 200_000 })).toBe(26_800)
  expect(attBetalaTillbaka({ utbetalt: 1, anvant: null })).toBeNull()
})

test('sums hold what is known, and what is unused only when all is known', () => {
  const rader = [kommun('2062', { arsanstallningar: 0.75, beviljat: 226_800, utbetalt: 226_800, anvant: 200_000 }), kommun('2034', { arsanstallningar: 0.1, beviljat: 30_240 })]
  expect(summeraBidrag(rader)).toEqual({ arsanstallningar: 0.85, beviljat: 257_040, utbetalt: 226_800, anvant: 200_000, oanvant: null, attBetalaTillbaka: null })
  expect(summeraBidrag(rader.slice(0, 1))).toMatchObject({ oanvant: 26_800, attBetalaTillbaka: 26_800 })
  expect(summeraBidrag([])).toEqual({ arsanstallningar: null, beviljat: null, utbetalt: null, anvant: null, oanvant: null, attBetalaTillbaka: null })
  // Hundredths summed as floating point would give 0.30000000000000004.
  expect(summeraBidrag([kommun('1', { arsanstallningar: 0.1 }), kommun('2', { arsanstallningar: 0.2 })]).arsanstallningar).toBe(0.3)
})

test('a year is grouped by sökande kommun, both in Swedish order (Mora, Orsa, Älvdalen), decisions by day', () => {
  const ar = bidragsar(2026, { belopp: 302_400, version: 1 }, [
    kommun('2039', { arsanstallningar: 0.45 }), kommun('2034', { arsanstallningar: 0.6 }), kommun('2062', { sokande: '2034', arsanstallningar: 1 }),
  ], [
    { id: 'b', sokande: '2062', datum: '2026-06-01', diarienummer: null, anteckning: null, struken: false, version: 1 },
    { id: 'a', sokande: '2062', datum: '2026-04-01', diarienummer: '1', anteckning: null, struken: false, version: 1 },
  ])
  expect(ar.sokande.map((s) => [s.sokande, s.kommuner.map((k) => k.kommun), s.beslut.map((b) => b.id), s.summa.arsanstallningar])).toEqual([
    ['2062', ['2034', '2039'], ['a', 'b'], 1.05],
    ['2034', ['2062'], [], 1],
  ])
  expect(beviljadeArsanstallningar(ar)).toBe(2.05)
  expect(beviljadeArsanstallningar(ar, ['2039', '2062'])).toBe(1.45)
  expect(beviljadeArsanstallningar(ar, ['9999'])).toBeNull()
})

test('input of no worth is answered with a sentence', () => {
  const rad = { id: crypto.randomUUID(), version: 1, arsanstallningar: 0.75, beviljat: 1, utbetalt: null, anvant: null }
  expect(zAndraBidrag.safeParse(rad).success).toBe(true)
  for (const fel of [{ arsanstallningar: 0.755 }, { arsanstallningar: Number.NaN }, { beviljat: 1.5 }, { beviljat: -1 }]) {
    expect(zAndraBidrag.safeParse({ ...rad, ...fel }).error?.issues[0]?.message).toMatch(/^(Skriv|Belopp)/)
  }
  expect(zKostnad.safeParse({ ar: 2026, sokande: '2062', slag: 'lon', text: null, kronor: 0 }).success).toBe(false)
  expect(zKostnad.safeParse({ ar: 2026, sokande: '2062', slag: 'lon', text: null, kronor: -500 }).success).toBe(true)
})
