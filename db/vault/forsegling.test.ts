import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arFel } from '../model/fel.ts'
import { forsegla, oppna, type Radplats } from './forsegling.ts'
import { slump } from './krypto.ts'
import { KONTOR } from './testhjalp.ts'

const nyckel = slump(32)
const plats: Radplats = { kontor: KONTOR, arende: 'a', tabell: 'klient', rad: 'r', generation: 1, radversion: 1 }
const kod = (fn: () => unknown): string => {
  try {
    fn()
  } catch (fel) {
    if (arFel(fel)) return fel.kod
    throw fel
  }
  return 'inget fel'
}

describe('sealed rows', () => {
  it('give back any value at its own place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 65535 }), fc.string(), fc.nat(), (varde, schema, rad, generation) => {
        const har = { ...plats, rad, generation }
        const blob = forsegla(nyckel, har, schema, varde)
        expect((blob.length - 31) % 64).toBe(0)
        expect(oppna(nyckel, har, blob)).toEqual({ schema, varde: JSON.parse(JSON.stringify(varde)) })
      }),
    )
  })

  it('open in no other place, at no other version, with no other key', () => {
    const blob = forsegla(nyckel, plats, 1, { namn: 'Ada' })
    for (const annat of [{ kontor: 'x' }, { arende: 'b' }, { tabell: 'anteckning' }, { rad: 's' }, { generation: 2 }, { radversion: 2 }, { radversion: 0 }]) {
      expect(kod(() => oppna(nyckel, { ...plats, ...annat }, blob))).toBe('forsegling_bruten')
    }
    expect(kod(() => oppna(slump(32), plats, blob))).toBe('forsegling_bruten')
    // Fields cannot run into each other: the place is not just glued together.
    const glidande = forsegla(nyckel, { ...plats, arende: 'a","b', tabell: 'c' }, 1, 1)
    expect(kod(() => oppna(nyckel, { ...plats, arende: 'a', tabell: 'b","c' }, glidande))).toBe('forsegling_bruten')
  })

  it('refuse every flipped bit, every cut and every tail', () => {
    const blob = forsegla(nyckel, plats, 3, { namn: 'Ada' })
    for (let bit = 0; bit < blob.length * 8; bit++) {
      const andrad = Buffer.from(blob)
      const i = bit >> 3
      andrad[i] = (andrad[i] ?? 0) ^ (1 << (bit & 7))
      expect(['forsegling_bruten', 'databas_nyare']).toContain(kod(() => oppna(nyckel, plats, andrad)))
    }
    for (let n = 0; n < blob.length; n++) expect(kod(() => oppna(nyckel, plats, blob.subarray(0, n)))).toBe('forsegling_bruten')
    expect(kod(() => oppna(nyckel, plats, Buffer.concat([blob, Buffer.alloc(64)])))).toBe('forsegling_bruten')
  })

  it('hide the length within 64 bytes and never repeat a nonce', () => {
    const storlek = (text: string): number => forsegla(nyckel, plats, 1, text).length
    expect(storlek('')).toBe(storlek('x'.repeat(50)))
    expect(storlek('x'.repeat(59))).toBe(storlek('') + 64)
    const nonce = new Set(Array.from({ length: 500 }, () => forsegla(nyckel, plats, 1, '').toString('hex', 3, 15)))
    expect(nonce.size).toBe(500)
  })

  it('hold no plain text and have an upper bound', () => {
    expect(forsegla(nyckel, plats, 1, 'Klientnamn').includes('Klientnamn')).toBe(false)
    expect(kod(() => forsegla(nyckel, plats, 1, 'x'.repeat(1 << 20)))).toBe('for_lang_text')
    expect(() => forsegla(nyckel, plats, 0, 1)).toThrow(TypeError)
    expect(() => forsegla(nyckel, plats, 1, undefined)).toThrow(TypeError)
  })
})
