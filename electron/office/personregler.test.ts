import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Klient, Testkontor } from './testkontor.ts'

const uppdrag = { kommun: '2062', start: '2026-11-02', planeratSlut: '2027-05-02', mal: '', orsaker: [], livsomraden: [] }
const kontakt = { datum: '2026-11-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-02', kolamnad: null }
const utan = { namn: 'Elsa Ekström', telefon: '070-1740600' }
const nekade = [
  ['namn', { ...utan, namn: 'Elsa Ekström 19750101-2384' }],
  ['telefon', { ...utan, telefon: '750101-2384' }],
] as const

describe('a personnummer', () => {
  let prov: Testkontor
  let api: Klient
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    api = (await prov.inloggad('anna')).api
  })
  afterAll(() => prov.slut())

  it.each(nekade)('is refused in a client’s %s, and nothing is written', async (falt, person) => {
    const fore = await api.arenden.mina()
    await expect(api.arenden.nytt({ klient: { ...person, kon: 'kvinna', fodelsear: 1975 }, uppdrag, kontaktId: null })).rejects.toMatchObject({ data: { kod: 'personnummer', falt } })
    expect(await api.arenden.mina()).toEqual(fore)
  })

  it.each(nekade)('is refused when a client’s %s is changed', async (falt, person) => {
    const { nummer } = await api.arenden.nytt({ klient: { ...utan, kon: 'kvinna', fodelsear: 1975 }, uppdrag, kontaktId: null })
    await expect(api.arenden.andraKlient({ nummer, version: 1, ...person, kon: 'kvinna', fodelsear: 1975 })).rejects.toMatchObject({ data: { kod: 'personnummer', falt } })
    expect(await api.arenden.hamta({ nummer })).toMatchObject(utan)
  })

  it.each(nekade)('is refused in the %s of whoever is put in the queue', async (falt, person) => {
    const fore = await api.kontakter.ko()
    await expect(api.kontakter.ny({ ...kontakt, person })).rejects.toMatchObject({ data: { kod: 'personnummer', falt } })
    const { id } = await api.kontakter.ny({ ...kontakt, person: utan })
    await expect(api.kontakter.andra({ ...kontakt, id, version: 1, person })).rejects.toMatchObject({ data: { kod: 'personnummer', falt } })
    expect(await api.kontakter.ko()).toHaveLength(fore.length + 1)
  })
})
