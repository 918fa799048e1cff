import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Statistik, TabellId } from '../../db/model/statistik/index.ts'
import { resultat, Testkontor, type Testsession } from './testkontor.ts'

const cell = (s: Statistik, tabell: TabellId, kod: string, ar: number) => s.tabeller.find((t) => t.id === tabell)?.rader.find((rad) => rad.kod === kod)?.celler[s.ar.indexOf(ar)]

describe('the statistics', () => {
  let prov: Testkontor
  let anna: Testsession
  let chef: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    anna = await prov.inloggad('anna')
    chef = await prov.inloggad('chef')
    const ny = (start: string, kon: 'kvinna' | 'man') => anna.api.arenden.nytt({
      klient: { namn: 'Hemlig Persson', telefon: '', kon, fodelsear: 1980 }, kontaktId: null,
      uppdrag: { kommun: '2062', start, planeratSlut: null, mal: '', orsaker: ['ekonomi_skulder'], livsomraden: ['boende'] },
    })
    for (let i = 0; i < 6; i++) await ny(`2025-03-0${i + 1}`, 'kvinna')
    for (let i = 0; i < 2; i++) await ny(`2026-02-0${i + 1}`, 'man')
  })
  afterAll(() => prov.slut())

  const hamta = async (session: Testsession, ar = 2026, rest: { kommun?: string[]; maskera?: boolean } = {}) => resultat(await session.api.statistik.hamta({ ar, ...rest }))

  it('are each year\'s redovisning beside each other, and begin with the first year there is', async () => {
    const s = await hamta(anna)
    expect(s).toMatchObject({ ar: [2025, 2026], maskerad: false, pagaende: 2026, enhet: { namn: 'Personligt ombud Provdalen', vardkommun: '2062' } })
    for (const ar of s.ar) {
      const { figurer } = await anna.api.redovisning.hamta({ ar })
      for (const kod of ['stod', 'nya', 'ingaende', 'avslutade', 'utgaende'] as const) expect(cell(s, 'klienter', kod, ar)?.varde).toBe(figurer.klienter[kod])
      expect(cell(s, 'orsaker', 'ekonomi_skulder', ar)?.varde).toBe(figurer.orsaker.find((o) => o.kod === 'ekonomi_skulder')?.antal)
      expect(cell(s, 'tjanster', 'arsanstallningar', ar)?.varde).toBe(figurer.arsanstallningar.antal)
    }
  })

  it('hide small numbers from whoever may not open the cases, whatever is asked', async () => {
    const s = await hamta(chef, 2026, { maskera: false })
    expect(s.maskerad).toBe(true)
    expect(cell(s, 'klienter', 'nya', 2026)).toMatchObject({ varde: null, text: '1–4' })
    expect(cell(s, 'kon', 'man', 2026)).toMatchObject({ varde: null, text: '1–4' })
    expect(JSON.stringify(s)).not.toContain('Persson')
    expect(cell(await hamta(anna), 'kon', 'man', 2026)?.varde).toBe(2)
    expect(cell(await hamta(anna, 2026, { maskera: true }), 'kon', 'man', 2026)?.varde).toBeNull()
  })

  it('of a kommun are counted for it alone, and of one that never was the unit\'s refused', async () => {
    expect(cell(await hamta(anna, 2026, { kommun: ['2034'] }), 'klienter', 'stod', 2026)?.varde).toBe(0)
    await expect(hamta(anna, 2026, { kommun: ['0180'] })).rejects.toMatchObject({ data: { kod: 'kommun_utanfor', falt: 'kommun' } })
  })

  it('go out as files: numbers as numbers, what is hidden as words', async () => {
    const xlsx = await chef.api.statistik.exportera({ ar: 2026, tabell: null, format: 'xlsx' })
    expect(xlsx.name).toBe('statistik-2025-2026.xlsx')
    const [forsta] = await readXlsxFile(Buffer.from(await xlsx.arrayBuffer()))
    expect(forsta?.data.slice(0, 3)).toEqual([
      ['Personer som fått stöd', 2025, 2026],
      ['Pågående vid årets början', 0, 'dolt'],
      ['Nya', 'dolt', '1–4'],
    ])
    const csv = await anna.api.statistik.exportera({ ar: 2026, tabell: 'tjanster', format: 'csv' })
    expect(csv.name).toBe('statistik-tjanster_och_belastning-2025-2026.csv')
    expect((await csv.text()).split('\r\n').slice(0, 3)).toEqual(['Tabell;Rad;2025;2026', 'Tjänster och belastning;Årsanställningar;0,75;0,75', 'Tjänster och belastning;Bemannat;0,75;0,75'])
  })

  it('show the load per ombud by who had the case when, and are logged', async () => {
    expect(await resultat(await chef.api.statistik.perOmbud({ ar: 2026 }))).toEqual({ ar: [2025, 2026], ombud: [{ namn: 'Anna Lind', klienter: [6, 8] }] })
    const handlingar = chef.start.kontor.inloggad.handtag.prepare("SELECT DISTINCT handling FROM logg WHERE handling LIKE 'statistik%' ORDER BY 1").all() as { handling: string }[]
    expect(handlingar.map((rad) => rad.handling)).toEqual(['statistik.exporterad', 'statistik.oppnad', 'statistik.per_ombud'])
  })
})
