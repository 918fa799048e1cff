import { describe, expect, it } from 'vitest'
import { zErbjud, zLamnaOverAlla } from '../../../db/model/overlamningar.ts'
import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { platsIFlode } from '../../parts/flode.ts'
import { mottagare } from './mottagare.ts'
import { allarader, allasteg, attLamna, lamnasteg, tillAlla, tillErbjudande, tomtErbjudande } from './varden.ts'

const IDAG = '2026-11-22'
const PER = crypto.randomUUID()
const NOT = crypto.randomUUID()
const ifyllt = { ...tomtErbjudande, till: PER, skal: 'byte', samtycke: 'ja', samtyckeDatum: '2026-11-20', anteckningar: [NOT], ord: 'Ring på förmiddagen.' }
const fel = (varden: typeof ifyllt) =>
  lamnasteg(varden, { idag: IDAG, antalAnteckningar: 1 }).flatMap(({ schema }) => {
    const last = schema.safeParse(varden)
    return last.success ? [] : last.error.issues.map((i) => i.path.join('.'))
  })

describe('offering one case', () => {
  it('sends what the office reads', () => {
    expect(fel(ifyllt)).toEqual([])
    expect(zErbjud.parse({ nummer: '2026-0001', ...tillErbjudande(ifyllt) })).toMatchObject({ skal: 'byte', vikariatTill: null, samtycke: true, samtyckeDatum: '2026-11-20', anteckningar: [NOT] })
  })

  it('asks of a vikariat its last day, and sends no notes and no consent that was taken back', () => {
    const vikariat = { ...ifyllt, skal: 'vikariat' }
    expect(fel(vikariat)).toEqual(['vikariatTill'])
    expect(fel({ ...vikariat, vikariatTill: '2026-11-21' })).toEqual(['vikariatTill'])
    const hel = { ...vikariat, vikariatTill: IDAG, samtycke: 'nej' }
    expect(fel(hel)).toEqual([])
    expect(zErbjud.parse({ nummer: '2026-0001', ...tillErbjudande(hel) })).toMatchObject({ vikariatTill: IDAG, samtycke: false, samtyckeDatum: null, anteckningar: [] })
    expect(lamnasteg(hel, { idag: IDAG, antalAnteckningar: 3 }).map((steg) => steg.id)).not.toContain('anteckningar')
  })

  it('asks about notes only where there are any', () => {
    expect(lamnasteg(ifyllt, { idag: IDAG, antalAnteckningar: 0 }).map((steg) => steg.id)).toEqual(['till', 'varfor', 'samtycke', 'ord'])
  })

  it('refuses a consent that lies ahead, and one without a day', () => {
    expect(fel({ ...ifyllt, samtyckeDatum: '2026-11-23' })).toEqual(['samtyckeDatum'])
    expect(fel({ ...ifyllt, samtyckeDatum: '' })).toEqual(['samtyckeDatum'])
    expect(fel({ ...ifyllt, samtycke: '' })).toEqual(['samtycke'])
  })

  it('does not come past a question that is not answered', () => {
    expect(platsIFlode(lamnasteg(tomtErbjudande, { idag: IDAG, antalAnteckningar: 0 }), 'kontrollera', tomtErbjudande)).toBe(0)
  })
})

describe('handing over all', () => {
  const rad = (nummer: string, slut: string | null, slag: 'ombud' | 'vikarie' = 'ombud') =>
    ({ nummer, slut, namn: null, kommun: null, start: null, planeratSlut: null, antalUppdrag: 1, mitt: { slag, till: null } }) as const
  const mina = [rad('2025-0002', '2026-01-01'), rad('2026-0003', null), rad('2026-0001', null), rad('2026-0009', null, 'vikarie'), rad('2026-0004', null)]

  it('lists what is one’s own and not offered, ended cases last', () => {
    expect(attLamna(mina, new Set(['2026-0004'])).map((r) => r.nummer)).toEqual(['2026-0001', '2026-0003', '2025-0002'])
  })

  it('sends the rows that have a receiver', () => {
    const rader = allarader([{ nummer: '2026-0001' }, { nummer: '2026-0003' }], [{ nummer: '2026-0003', till: PER, samtyckeDatum: '' }, { nummer: 'borta', till: PER, samtyckeDatum: '' }])
    expect(zLamnaOverAlla.parse(tillAlla({ skal: 'flytt', vikariatTill: '', rader }))).toMatchObject({ skal: 'flytt', rader: [{ nummer: '2026-0003', till: PER, samtycke: false, anteckningar: [], ord: '' }] })
  })

  it('says which row has a day that cannot be', () => {
    const schema = allasteg(IDAG)[1]!.schema
    const meningar = (till: string, samtyckeDatum: string) => schema.safeParse({ rader: [{ nummer: '2026-0001', till, samtyckeDatum }] }).error?.issues.map((i) => i.message) ?? []
    expect(meningar(PER, '')).toEqual([])
    expect(meningar('', '')).toHaveLength(1)
    expect(meningar(PER, 'i våras')[0]).toContain('2026-0001')
    expect(meningar(PER, '2026-11-23')[0]).toContain('2026-0001')
    expect(meningar('', 'i våras')).toHaveLength(1)
  })
})

it('offers to active ombud with a certificate, but oneself', () => {
  const person = (id: string, namn: string, mer: Partial<AnvandareRad> = {}): AnvandareRad => ({ id, namn, anvandarnamn: id, roller: ['ombud'], avstangd: null, version: 1, masteBytaLosenord: false, certifierad: true, senastInloggad: null, misstankt: null, ...mer })
  const alla = [person('o', 'Örjan'), person('a', 'Anna'), person('jag', 'Jag'), person('x', 'X', { avstangd: '2026-01-01' }), person('y', 'Y', { certifierad: false }), person('c', 'Chef', { roller: ['enhetschef'] })]
  expect(mottagare(alla, 'jag').map((rad) => rad.text)).toEqual(['Anna', 'Örjan'])
})
