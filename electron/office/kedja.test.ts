import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sparaKedjelage } from '../../db/store/kedjelage.ts'
import { lasHuvud, skrivLogg } from '../../db/store/logg.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { aterstallKontor } from './aterstalla.ts'
import { kedjebrott, provaDagensKedja } from './kedja.ts'
import { resultat, Testkontor, type Testsession } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

const dagen = (dag: string) => { prov.klocka = `${dag}T09:00:00.000Z` }
const kod = (lova: Promise<unknown>) => lova.then(() => 'ja', (fel: { data?: { kod: string } }) => fel.data?.kod ?? String(fel))
const UTAN_VAKT = 'DROP TRIGGER logg_andras_aldrig; DROP TRIGGER logg_tas_aldrig_bort;'
const VAKTER = `CREATE TRIGGER logg_andras_aldrig BEFORE UPDATE ON logg BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;
  CREATE TRIGGER logg_tas_aldrig_bort BEFORE DELETE ON logg BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;`
/** As somebody with the database key and another program. */
const utifran = (session: Testsession, ...satser: string[]) => {
  const { handtag } = session.start.kontor.inloggad
  return medSkrivlas(handtag, () => [UTAN_VAKT, ...satser, VAKTER].forEach((sats) => handtag.exec(sats)))
}
const ga = (session: Testsession) => provaDagensKedja(session.start.kontor)
const brottet = async (session: Testsession) => (await session.api.logg.kedja()).brott
const loggat = (session: Testsession, ...handlingar: string[]) => session.start.kontor.inloggad.db.query.logg.findMany({ where: (l, o) => o.inArray(l.handling, handlingar) }).sync()

describe('the day\'s walk of the log', () => {
  it('is made once a day, by one of those who unlock at once', async () => {
    const sessioner = await Promise.all(['anna', 'per', 'chef', 'adm'].map((vem) => prov.inloggad(vem as 'anna')))
    const svar = await Promise.all(sessioner.map(ga))
    expect(svar.filter((ett) => ett === 'hel')).toHaveLength(1)
    expect(svar.filter((ett) => !['hel', 'pagar', 'redan'].includes(ett))).toEqual([])
    const [anna, , chef] = sessioner as [Testsession, Testsession, Testsession]
    expect(await ga(anna)).toBe('redan')
    expect(await brottet(chef)).toBeNull()
    dagen('2026-11-23')
    expect(await ga(anna)).toBe('hel')
    expect(loggat(anna, 'logg.genomgangen')).toHaveLength(2)
  })

  it.each([
    ['altered', `UPDATE logg SET objekt = '2026-0099' WHERE nr = 2`, 2],
    ['of another user', `UPDATE logg SET anvandare = 'någon annan' WHERE nr = 2`, 2],
    ['taken out', 'DELETE FROM logg WHERE nr = 2', 3],
    ['the first one taken out', 'DELETE FROM logg WHERE nr = 1', 2],
  ])('finds an older row that is %s, says it to those who can do something, in every session to come', async (_, sats, nr) => {
    const anna = await prov.inloggad('anna')
    expect(await ga(anna)).toBe('hel')
    for (let i = 0; i < 5; i++) await anna.api.arenden.mina()
    await utifran(anna, sats)
    dagen('2026-11-23')
    expect(await ga(anna)).toBe('bruten')
    const sedan = prov.klocka
    anna.las()
    dagen('2026-11-24')
    const [chef, adm, per] = [await prov.inloggad('chef'), await prov.inloggad('adm'), await prov.inloggad('per')]
    expect(await brottet(chef)).toEqual({ nr, sedan })
    expect(await brottet(adm)).toEqual({ nr, sedan })
    expect(await kod(brottet(per))).toBe('inte_behorig')
    expect(await ga(per)).toBe('bruten')
    expect(await brottet(chef)).toEqual({ nr, sedan })
    expect(loggat(chef, 'logg.bruten').map((rad) => rad.objekt)).toEqual([String(nr), String(nr)])
  })

  it('says it when the guards of the table are gone', async () => {
    const chef = await prov.inloggad('chef')
    const { handtag } = chef.start.kontor.inloggad
    await medSkrivlas(handtag, () => handtag.exec(UTAN_VAKT))
    expect(await ga(chef)).toBe('bruten')
    expect(await brottet(chef)).toMatchObject({ nr: null })
  })

  it('finds a chain that has been made anew to its end while a session was open: its own last row is another', async () => {
    const anna = await prov.inloggad('anna')
    const chef = await prov.inloggad('chef')
    const { db, handtag, id } = chef.start.kontor.inloggad
    const sist = lasHuvud(db)
    expect(chef.start.kontor.inloggad.skrivetHuvud?.nr).toBe(sist.nr)
    await utifran(anna, `DELETE FROM logg WHERE nr = ${sist.nr}`)
    await medSkrivlas(handtag, () => skrivLogg(db, { anvandare: id, signera: () => Buffer.alloc(64) }, sist.tid, { handling: 'arende.lista' }))
    expect(await ga(chef)).toBe('bruten')
    expect(await brottet(chef)).toMatchObject({ nr: sist.nr })
  })

  it('is not fooled by what is written beside the log', async () => {
    const anna = await prov.inloggad('anna')
    await ga(anna)
    await utifran(anna, `UPDATE logg SET objekt = 'x' WHERE nr = 2`)
    const { db, handtag, id } = anna.start.kontor.inloggad
    // That it has been walked today: a row that nobody has signed, one that says something else, yesterday's.
    dagen('2026-11-23')
    const osignerad = await medSkrivlas(handtag, () => skrivLogg(db, { anvandare: id, signera: () => Buffer.alloc(64) }, prov.klocka, { handling: 'logg.genomgangen', objekt: '9' }))
    for (const rad of [osignerad.nr, 1, loggat(anna, 'logg.genomgangen')[0]!.nr]) {
      await medSkrivlas(handtag, () => sparaKedjelage(db, { rad, sedan: null }))
      expect(await ga(anna)).toBe('bruten')
    }
  })

  it('goes away only when the chain is whole, with its signatures', async () => {
    const chef = await prov.inloggad('chef')
    const signatur = (loggat(chef, 'session.inloggad')[0]!).signatur.toString('hex')
    const nr = loggat(chef, 'session.inloggad')[0]!.nr
    await utifran(chef, `UPDATE logg SET signatur = zeroblob(64) WHERE nr = ${nr}`)
    // The hashes say nothing of it; whoever tries the log is told, and so are the others.
    expect(await ga(chef)).toBe('hel')
    expect(await kod(chef.api.logg.prova().then(resultat))).toBe('logg_bruten')
    const adm = await prov.inloggad('adm')
    expect(await brottet(adm)).toEqual({ nr, sedan: prov.klocka })
    dagen('2026-11-23')
    expect(await ga(chef)).toBe('bruten')
    expect(await brottet(adm)).toMatchObject({ nr, sedan: '2026-11-22T09:40:00.000Z' })
    await utifran(chef, `UPDATE logg SET signatur = x'${signatur}' WHERE nr = ${nr}`)
    dagen('2026-11-24')
    expect(await ga(chef)).toBe('hel')
    expect(await brottet(adm)).toBeNull()
    // So does a trial, at once.
    await utifran(chef, `UPDATE logg SET signatur = zeroblob(64) WHERE nr = ${nr}`)
    expect(await kod(chef.api.logg.prova().then(resultat))).toBe('logg_bruten')
    await utifran(chef, `UPDATE logg SET signatur = x'${signatur}' WHERE nr = ${nr}`)
    await resultat(await chef.api.logg.prova())
    expect(await brottet(chef)).toBeNull()
  })

  it('accuses nobody after a restore of a copy from before, and forgets what was broken since', async () => {
    const chef = await prov.inloggad('chef')
    await ga(chef)
    const fil = prov.bredvid('kopia.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil }))
    await utifran(chef, `UPDATE logg SET objekt = 'x' WHERE nr = 2`)
    dagen('2026-11-23')
    expect(await ga(chef)).toBe('bruten')
    chef.las()
    await aterstallKontor({ fil, hallare: { nyckel: prov.nyckel }, datamapp: prov.mapp, nu: () => prov.klocka })
    const adm = await prov.inloggad('adm')
    expect(await brottet(adm)).toBeNull()
    expect(await ga(adm)).toBe('hel')
  })

  it('accuses nobody while others write, and is cut off by a lock without a word', async () => {
    const [anna, per] = [await prov.inloggad('anna'), await prov.inloggad('per')]
    await per.start.kontor.inloggad.skriv((_, logga) => { for (let i = 0; i < 5_000; i++) logga({ handling: 'arende.lista' }) })
    const gang = ga(anna)
    await vi.waitFor(() => expect(existsSync(join(prov.mapp, 'kedjan.json'))).toBe(true))
    for (let i = 0; i < 5; i++) await per.api.arenden.mina()
    expect(await gang).toBe('hel')
    dagen('2026-11-23')
    const avbruten = ga(anna)
    await vi.waitFor(() => expect(existsSync(join(prov.mapp, 'kedjan.json'))).toBe(true))
    await anna.start.kontor.stangHelt()
    expect(await avbruten).toBe('avbruten')
    expect(existsSync(join(prov.mapp, 'kedjan.json'))).toBe(false)
    expect(existsSync(join(prov.mapp, 'fel.log'))).toBe(false)
    expect(kedjebrott(per.start.kontor.inloggad)).toBeNull()
    expect(await ga(per)).toBe('hel')
  })
})
