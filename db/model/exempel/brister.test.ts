import { describe, expect, test } from 'vitest'
import { platslage } from '../ledningsgrupp.ts'
import { STANDARDLISTOR } from '../standardlistor.ts'
import { granskaText, statusDen } from '../systemfel/index.ts'
import { BRISTORD } from './bristord.ts'
import { skapaExempel } from './index.ts'

const idag = '2026-11-22'
const skapa = (fro: number, storlek: 'liten' | 'skaraborg' = 'liten') => skapaExempel({ storlek, fro, idag }).systemfel

describe.each([1, 2, 3])('brister of seed %i', (fro) => {
  const { brister, grupp } = skapa(fro)

  test('are the same as often as one asks', () => expect(JSON.stringify(skapa(fro))).toBe(JSON.stringify({ brister, grupp })))

  test('say nothing of anybody: the guard finds nothing in any text', () => {
    for (const text of [...BRISTORD.flatMap((b) => [b.vad, b.foljd, b.forslag]), ...brister.flatMap((b) => b.handelser.map((h) => h.notering)), ...grupp.moten.flatMap((m) => [m.dagordning, m.anteckningar])]) {
      expect([text, granskaText(text, { idag })]).toEqual([text, []])
    }
  })

  test('have known codes, days in order and a history that begins with the first observation', () => {
    const koder = (lista: 'systemfel_kategori' | 'systemfel_niva' | 'systemfel_status' | 'aktor') => STANDARDLISTOR[lista].map((p) => p.kod)
    for (const b of brister) {
      expect([koder('systemfel_kategori'), koder('systemfel_niva'), koder('aktor')].map((k, i) => k.includes([b.kategori, b.niva, b.aktor][i] ?? ''))).toEqual([true, true, true])
      const dagar = b.iakttagelser.map((i) => i.datum)
      expect(dagar.length).toBeGreaterThan(0)
      expect(dagar).toEqual(dagar.toSorted())
      expect([...dagar, ...b.handelser.map((h) => h.datum)].every((d) => d <= idag)).toBe(true)
      expect(b.handelser[0]).toMatchObject({ datum: dagar[0], status: 'noterad' })
      for (const h of b.handelser) expect(koder('systemfel_status')).toContain(h.status)
    }
    const idn = [...brister.flatMap((b) => [b.id, ...b.iakttagelser.map((i) => i.id), ...b.handelser.map((h) => h.id)]), ...grupp.moten.map((m) => m.id), ...grupp.platser.flatMap((p) => [p.id, ...p.ledamoter.map((l) => l.id)])]
    expect(new Set(idn).size).toBe(idn.length)
  })

  test('have been through the meetings: some wait, some go on, some are done, and the next meeting has an agenda', () => {
    const nu = new Set(brister.map((b) => statusDen(b.handelser.map((h, i) => ({ ...h, tid: String(i).padStart(4, '0') })), idag)?.status))
    expect(nu.size).toBeGreaterThanOrEqual(4)
    const nasta = grupp.moten.at(-1)
    expect(nasta !== undefined && nasta.datum > idag && nasta.brister.length > 0 && nasta.brister.every((b) => b.status === null)).toBe(true)
    expect(grupp.moten.slice(0, -1).some((m) => m.brister.some((b) => b.status !== null))).toBe(true)
    for (const m of grupp.moten.slice(0, -1)) for (const b of m.brister) expect(b.status).not.toBeNull()
  })

  test('the group lacks one mandatory seat, and all organisations have been offered theirs', () => {
    expect(platslage([{ ...grupp, till: null, platser: grupp.platser.map((p) => ({ ...p, till: null })) }], idag)).toEqual({ gruppSaknas: false, obesatta: ['arbetsformedlingen'], ejErbjudna: [] })
  })
})
