import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Framsteg } from './framsteg.ts'
import { LOSENORD, Testkontor, type Klient } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

/** What a page that asks all the while is told until a call has answered, each word once. */
async function medan<T>(api: Klient, anrop: Promise<T>): Promise<{ svar: T; sagt: Framsteg[] }> {
  const sagt: Framsteg[] = []
  let klart = false
  const svar = anrop.finally(() => { klart = true })
  while (!klart) {
    const nu = await api.session.framsteg()
    if (nu !== null && JSON.stringify(nu) !== JSON.stringify(sagt.at(-1))) sagt.push(nu)
    await setImmediate()
  }
  return { svar: await svar, sagt }
}

const fall = (namn: string) => ({
  klient: { namn, telefon: '', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] },
})

describe('how far the office has come', { timeout: 120_000 }, () => {
  it('is told at the login that changes the database key, and only then', async () => {
    const adm = await prov.inloggad('adm')
    const per = (await adm.api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'per')?.id ?? ''
    await adm.api.anvandare.stangAv({ id: per })
    adm.las()
    const anna = prov.oppna()
    expect(await anna.api.session.framsteg()).toBeNull()
    const { sagt } = await medan(anna.api, anna.api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna }))
    expect(sagt[0]).toEqual({ vad: 'Byter databasens nyckel', klart: 1, av: 4 })
    expect(sagt.map((steg) => steg.klart)).toEqual(sagt.map((steg) => steg.klart).toSorted())
    expect(await anna.api.session.framsteg()).toBeNull()
    anna.las()
    const igen = prov.oppna()
    expect((await medan(igen.api, igen.api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna }))).sagt).toEqual([])
  })

  it('is told while many cases are offered, accepted and opened, and holds no word about them', async () => {
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    const till = (await per.api.session.jag()).id
    const nummer: string[] = []
    for (let i = 0; i < 12; i++) nummer.push((await anna.api.arenden.nytt(fall(`Klient ${i}`))).nummer)
    const erbjudet = await medan(anna.api, anna.api.overlamningar.lamnaOverAlla({
      skal: 'byte', vikariatTill: null, rader: nummer.map((ett) => ({ nummer: ett, till, samtycke: true, samtyckeDatum: '2026-11-20', anteckningar: [], ord: '' })),
    }))
    expect(erbjudet.sagt).toContainEqual({ vad: 'Förseglar ärenden till mottagarna', klart: expect.any(Number), av: 12 })
    const ids = (await per.api.overlamningar.lista()).tillMig.map((rad) => rad.id)
    const mottaget = await medan(per.api, per.api.overlamningar.godta({ ids }))
    expect(mottaget.sagt.filter((steg) => steg.vad === 'Tar emot ärenden').length).toBeGreaterThan(1)
    expect(JSON.stringify([erbjudet.sagt, mottaget.sagt])).not.toMatch(/Klient|20\d\d-/)
    expect(await per.api.session.framsteg()).toBeNull()
  })
})
