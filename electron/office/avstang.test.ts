import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Testkontor } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

describe('a user who is disabled while logged in', () => {
  it('is shown no client and writes nothing more in the session that is open', async () => {
    const per = await prov.inloggad('per')
    const adm = await prov.inloggad('adm')
    const kontakt = {
      datum: '2026-11-20', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'uppgift_saknas', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-20',
      kolamnad: null, hanvisadTill: null, hanvisningUppfoljd: null,
    }
    await per.api.kontakter.ny({ ...kontakt, person: { namn: 'Hemlig Persson', telefon: '' } })
    expect((await per.api.kontakter.ko())[0]?.namn).toBe('Hemlig Persson')

    const id = (await adm.api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'per')!.id
    await adm.api.anvandare.stangAv({ id })
    for (const gor of [
      () => per.api.kontakter.ko(),
      () => per.api.arenden.mina(),
      () => per.api.kontakter.ny({ ...kontakt, utfall: 'radgivning', kodatum: null, person: null }),
      () => per.api.utkast.spara({ plats: 'kontakt', varde: { namn: 'Hemlig Persson' } }),
    ]) await expect(gor()).rejects.toMatchObject({ data: { kod: 'avstangd' } })
  })
})
