import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Testkontor, type Testsession } from './testkontor.ts'

/** An office in January with something to account for. */
const AR = 2025

describe('årets redovisning', () => {
  let prov: Testkontor
  let chef: Testsession
  let anna: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    prov.klocka = '2026-01-08T09:00:00.000Z'
    anna = await prov.inloggad('anna')
    for (const [i, fodelsear] of [1960, 1971, 1985, null, 1990, 2001].entries()) {
      await anna.api.arenden.nytt({
        klient: { namn: `Hemlig ${i}`, telefon: '', kon: i % 2 === 0 ? 'kvinna' : 'man', fodelsear }, kontaktId: null,
        uppdrag: { kommun: i < 4 ? '2062' : '2034', start: '2025-03-01', planeratSlut: null, mal: 'm', orsaker: ['ekonomi_skulder'], livsomraden: [] },
      })
    }
    chef = await prov.inloggad('chef')
  })
  afterAll(() => prov.slut())

  it('is lived from beginning to inlämnad', async () => {
    const { forslag, utanHandling } = await chef.api.redovisning.handlingar({ ar: AR })
    expect(utanHandling.length).toBeGreaterThan(0)
    const { id } = await chef.api.redovisning.nyHandling({ ar: AR, ...forslag! })
    const sida = await chef.api.redovisning.handling({ id })
    expect(sida.falt.find((f) => f.falt.id === 'stod')?.siffra).toMatchObject({ raknat: 6, varde: 6 })
    expect(sida.kontroller.find((k) => k.kod === 'fodelsear_saknas')).toMatchObject({ allvar: 'rattas', antal: 1, hos: [{ ombud: 'Anna Lind', antal: 1, paminnd: null }] })
  })
})
