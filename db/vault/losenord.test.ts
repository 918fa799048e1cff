import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arFel } from '../model/fel.ts'
import { kontrolleraLosenord, normaliseraAnvandarnamn, normaliseraLosenord } from './losenord.ts'

const egna = ['anna', 'Anna Lind', 'Personligt ombud Norra Dalarna']
function kod(losenord: string): string | null {
  try {
    kontrolleraLosenord(losenord, egna)
    return null
  } catch (fel) {
    if (arFel(fel)) return fel.kod
    throw fel
  }
}

describe('password rules', () => {
  it.each(['kort', 'elvateckenx', 'losenord1234', 'Lösenord2026!', 'l0senord12345', 'P@ssw0rd2026!!', 'passwordpassword', 'hejhejhejhej', 'aaaaaaaaaaaa', 'abababababab', '123456789012', '098765432109', 'qwertyuiopas', 'Sommar202600', 'Valkommen2026', '1qaz2wsx3edc', 'annalind1234', 'AnnaLind2026!', 'lindannalind', 'Norra Dalarna', 'Personligt ombud', '19800101-1234', '198001011234', 'correcthorsebatterystaple', ''])(
    'refuses %s',
    (losenord) => expect(kod(losenord)).toBe('losenord_svagt'),
  )
  it.each(['åtta gröna hästar', 'anna-losenord-2026', 'hemliga kaffekoppar', 'Kx7!pq9-Vm2z', 'sommaren då vi cyklade', 'Anna Lind cyklar', '        12 mellanslag'])('accepts %s', (losenord) => expect(kod(losenord)).toBeNull())
  it('counts characters, not code units or bytes', () => {
    expect(kod('🐎🐖🐑🐓🐈🐕')).toBe('losenord_svagt')
    expect(kod('åäöåääöåäöå')).toBe('losenord_svagt')
  })
  it('has an upper bound, and throws nothing but its Fel', () => {
    expect(kod('x y'.repeat(200))).toBe('losenord_svagt')
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => [null, 'losenord_svagt'].includes(kod(text))))
  })
  it('sees one å however it was typed', () => {
    expect(normaliseraLosenord('a\u030Atta')).toBe('åtta')
    expect(normaliseraAnvandarnamn(' A\u030Asa ')).toBe('åsa')
  })
})
