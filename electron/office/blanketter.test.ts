import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Testkontor, type Testsession } from './testkontor.ts'

const FIL = readFileSync(join(import.meta.dirname, '../../test/fixtures/blankett-provlan.json'), 'utf8')
const fil = (text: string) => new File([text], 'blankett.json', { type: 'application/json' })

describe('a county’s own form, given as one file', () => {
  let prov: Testkontor
  let chef: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    prov.klocka = '2026-01-08T09:00:00.000Z'
    const anna = await prov.inloggad('anna')
    await anna.api.arenden.nytt({
      klient: { namn: 'Hemlig', telefon: '', kon: 'kvinna', fodelsear: 1960 }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2025-03-01', planeratSlut: null, mal: 'm', orsaker: ['ekonomi_skulder'], livsomraden: [] },
    })
    chef = await prov.inloggad('chef')
  })
  afterAll(() => prov.slut())

  it('is lived end to end: fields in its order, its labels, its own fields', async () => {
    const blankett = await chef.api.blanketter.importera({ fil: fil(FIL) })
    expect(blankett).toEqual({ id: 'lansstyrelsen_i_provlan_2025', version: 1, namn: 'Länsstyrelsen i Provlän 2025' })
    const { id } = await chef.api.redovisning.nyHandling({ ar: 2025, sokande: '2062', kommuner: ['2062', '2034', '2039'], blankett })
    await chef.api.redovisning.sparaFalt({ id, falt: 'a2', varde: 125_000, version: 0 })
    await chef.api.redovisning.sparaFalt({ id, falt: 'b2', varde: [{ kurs: 'Introduktion', dagar: 2.5 }, { kurs: null, dagar: null }], version: 0 })
    await chef.api.redovisning.sparaFalt({ id, falt: 'd1', varde: true, version: 0 })
    await expect(chef.api.redovisning.sparaFalt({ id, falt: 'e1', varde: 'x'.repeat(41), version: 0 })).rejects.toMatchObject({ data: { falt: 'e1' } })
    const sida = await chef.api.redovisning.handling({ id })
    expect(sida.falt.map((f) => f.falt.id)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'e1', 'f1'])
    await chef.api.redovisning.faststall({ id, version: sida.handling.version, trots: true })
    await chef.api.redovisning.andraHandling({ id, version: 2, maskera: false }).catch((fel: { data: { kod: string } }) => expect(fel.data.kod).toBe('faststalld'))
    await chef.api.redovisning.lamnaIn({ id, version: 2, datum: '2026-01-08', av: 'Karin Berg' })
    const { utgava } = await chef.api.redovisning.handling({ id })
    expect(utgava.punkter.map((p) => [p.lagrum, p.rubrik])).toEqual([['15 §', 'A. Ekonomi'], ['10 § 1', 'B. Tjänster'], ['10 § 2', 'C. Personer'], ['10 § 3', 'D. Riktlinjer'], ['10 § 4', 'E. Organisation'], ['10 § 5', 'F. Brister']])
    const csv = await (await chef.api.redovisning.exportera({ id, format: 'csv' })).text()
    for (const rad of ['Siffror;15 §;A2 Kommunens egen kostnad;;;125000;kr', 'B2 Utbildningsdagar;1;Dagar;2,5', 'D1 Finns riktlinjer?;Ja']) expect(csv).toContain(rad)
    expect(csv).not.toContain('C3 Kö')
  })

  it('is next version when it comes again or is saved, and what was made on the one before stays', async () => {
    const igen = await chef.api.blanketter.importera({ fil: fil(FIL.replace('C1 Antal klienter', 'C1 Klienter')) })
    expect(igen.version).toBe(2)
    const [egen] = (await chef.api.blanketter.lista({ slag: 'redovisning' })).filter((b) => !b.inbyggd)
    expect(egen).toMatchObject({ version: 2, lan: '20', anvands: 1 })
    const { handlingar } = await chef.api.redovisning.handlingar({ ar: 2025 })
    expect((await chef.api.redovisning.handling({ id: handlingar[0]!.id })).blankett.version).toBe(1)
    const { id, version, inbyggd: _, ...innehall } = await chef.api.blanketter.hamta(igen)
    await chef.api.blanketter.spara({ id, version, innehall: { ...innehall, namn: 'Provlän' } })
    await expect(chef.api.blanketter.spara({ id, version, innehall })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    // Next year begins with the newest version of it.
    expect((await chef.api.redovisning.handlingar({ ar: 2026 })).forslag?.blankett).toMatchObject({ id, version: 3, namn: 'Provlän' })
  })

  it('is copied from Lotsen’s own, which is not changed itself', async () => {
    const kopia = await chef.api.blanketter.kopiera({ id: 'grundform_redovisning', version: 1, namn: 'Vår egen' })
    expect(kopia).toEqual({ id: 'var_egen', version: 1 })
    const { id: _, version: __, inbyggd: ___, ...innehall } = await chef.api.blanketter.hamta({ id: 'grundform_redovisning', version: 1 })
    await expect(chef.api.blanketter.spara({ id: 'grundform_redovisning', version: 1, innehall })).rejects.toMatchObject({ data: { kod: 'inbyggd_blankett' } })
    await expect(chef.api.blanketter.kopiera({ id: 'var_egen', version: 1, namn: 'Vår egen' })).rejects.toMatchObject({ data: { kod: 'namn_finns' } })
    const ut = await chef.api.blanketter.exportera(kopia)
    expect(JSON.parse(await ut.text())).toEqual({ ...innehall, namn: 'Vår egen' })
  })

  it.each([
    ['no JSON', 'hej', 'Filen: Filen är ingen JSON-fil'],
    ['a point missing', FIL.replace('"brister"', '"ekonomi"'), 'Punkten brister (10 § 5) saknas'],
    ['a figure that nobody counts', FIL.replace('klienter.stod', 'klienter.alla'), 'Punkt personer, fält c1: Siffran klienter.alla är ingen som Lotsen räknar.'],
  ])('with %s is refused in Swedish and leaves nothing', async (_, text, mening) => {
    const fore = await chef.api.blanketter.lista({ slag: 'redovisning' })
    await expect(chef.api.blanketter.importera({ fil: fil(text) })).rejects.toMatchObject({ message: expect.stringContaining(mening) as string, data: { kod: 'blankett_fel', falt: 'fil' } })
    expect(await chef.api.blanketter.lista({ slag: 'redovisning' })).toEqual(fore)
  })
})
