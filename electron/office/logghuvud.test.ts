import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { skrivLogg } from '../../db/store/logg.ts'
import { DATABASNAMN, medSkrivlas, tomWal } from '../../db/vault/databas.ts'
import { aterstallKontor } from './aterstalla.ts'
import { kontrolleraKontor } from './kontroll.ts'
import { LOSENORD, resultat, Testkontor } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

describe('the head of the log beside the database', () => {
  it('tells of an older database in its place, also when a restore that nobody has signed is written in it', async () => {
    const anna = await prov.inloggad('anna')
    await tomWal(anna.start.kontor.inloggad.handtag)
    const gammal = prov.bredvid('gammal.db')
    copyFileSync(join(prov.mapp, DATABASNAMN), gammal)
    prov.klocka = '2026-11-22T10:40:00.000Z'
    for (let i = 0; i < 10; i++) await anna.api.arenden.mina()
    await tomWal(anna.start.kontor.inloggad.handtag)
    anna.las()

    copyFileSync(gammal, join(prov.mapp, DATABASNAMN))
    // The check from the command line says it too: what is there is whole, but too old.
    await expect(kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel }, { huvud: true })).rejects.toMatchObject({ kod: 'logg_avviker' })
    // Whoever put it back has the database key, and writes an explanation in somebody else's name.
    const adm = await prov.inloggad('adm')
    const { db, handtag, id } = adm.start.kontor.inloggad
    await medSkrivlas(handtag, () => skrivLogg(db, { anvandare: id, signera: () => Buffer.alloc(64) }, '2026-11-22T11:00:00.000Z', { handling: 'kontor.aterstallt' }))
    adm.las()
    prov.klocka = '2026-11-22T11:05:00.000Z'
    const igen = prov.oppna()
    const { varningar } = await igen.api.session.loggaIn({ anvandarnamn: 'chef', losenord: LOSENORD.chef })
    expect(varningar).toEqual([expect.stringContaining('Loggen stämmer inte')])
    // It stays in the log, once the heads have followed the log that is there now.
    const rader = igen.start.kontor.inloggad.db.query.logg.findMany({ where: (l, o) => o.eq(l.handling, 'logg.avviker') }).sync()
    expect(rader.at(-1)?.anvandare).toBe(igen.start.kontor.inloggad.id)
  })

  it('is explained by no restore that somebody has dated ahead', async () => {
    const anna = await prov.inloggad('anna')
    const { db, handtag, id, inloggning } = anna.start.kontor.inloggad
    await medSkrivlas(handtag, () => skrivLogg(db, { anvandare: id, signera: (hash) => inloggning.hemlighet.signera(hash) }, '2099-01-01T00:00:00.000Z', { handling: 'kontor.aterstallt' }))
    await tomWal(handtag)
    const gammal = prov.bredvid('gammal.db')
    copyFileSync(join(prov.mapp, DATABASNAMN), gammal)
    for (let i = 0; i < 10; i++) await anna.api.arenden.mina()
    await tomWal(handtag)
    anna.las()
    copyFileSync(gammal, join(prov.mapp, DATABASNAMN))
    const { varningar } = await prov.oppna().api.session.loggaIn({ anvandarnamn: 'chef', losenord: LOSENORD.chef })
    expect(varningar[0]).toContain('Loggen stämmer inte')
  })

  it('is explained by a restore that was made from another account', async () => {
    const chef = await prov.inloggad('chef')
    const fil = prov.bredvid('kopia.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil }))
    for (let i = 0; i < 10; i++) await chef.api.overlamningar.hos({ ombud: chef.start.kontor.inloggad.id })
    chef.las()
    const konto = process.env['LOTSEN_KONTOMAPP']
    process.env['LOTSEN_KONTOMAPP'] = prov.bredvid('annat-konto')
    prov.klocka = '2026-11-22T11:00:00.000Z'
    await aterstallKontor({ fil, hallare: { nyckel: prov.nyckel }, datamapp: prov.mapp, nu: () => prov.klocka })
    process.env['LOTSEN_KONTOMAPP'] = konto
    const loggaIn = async () => {
      const session = prov.oppna()
      const { varningar } = await session.api.session.loggaIn({ anvandarnamn: 'anna', losenord: LOSENORD.anna })
      session.las()
      return varningar
    }
    // Whoever could log in when the copy was made can lay it back: everybody hears of it, once, and by whom.
    expect(await loggaIn()).toEqual([expect.stringMatching(/^Kontoret har återställts från en säkerhetskopia 2026-11-22 kl\. 12\.00, med nyckelbladet\./)])
    expect(await loggaIn()).toEqual([])
  })
})
