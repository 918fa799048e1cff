import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { medSkrivlas } from '../../db/vault/databas.ts'
import type { Loggkontroll } from '../../db/model/loggkontroll.ts'
import { resultat, Testkontor, type Testsession } from './testkontor.ts'

let prov: Testkontor
beforeEach(async () => { prov = await Testkontor.nytt() })
afterEach(() => prov.slut())

const uppdraget = { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] }
async function nyttArende(session: Testsession, namn: string): Promise<string> {
  return (await session.api.arenden.nytt({ klient: { namn, telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null, uppdrag: uppdraget })).nummer
}
const ARET = { fran: '2026-01-01', till: '2026-11-25' }
const borja = async (chef: Testsession, period = { fran: '2026-11-01', till: '2026-11-22' }) => (await resultat(await chef.api.loggkontroll.borja(period))).id
const kod = (lova: Promise<unknown>) => lova.then(() => 'ja', (fel: { data?: { kod: string } }) => fel.data?.kod ?? String(fel))
/** As somebody with the database key and another program. */
const utifran = (session: Testsession, ...satser: string[]) => {
  const { handtag } = session.start.kontor.inloggad
  return medSkrivlas(handtag, () => satser.forEach((sats) => handtag.exec(sats)))
}

describe('reading the log', () => {
  it('lets a chief read all, an ombud the own acts and all about an own case, without a name in any row', async () => {
    const anna = await prov.inloggad('anna')
    const nummer = await nyttArende(anna, 'Maja Ekström')
    await anna.api.arenden.hamta({ nummer })
    const per = await prov.inloggad('per')
    await per.api.arenden.mina()
    const chef = await prov.inloggad('chef')

    const allt = await chef.api.logg.lista(ARET)
    expect(new Set(allt.rader.map((rad) => rad.vem))).toEqual(new Set(['Anna Lind', 'Per Nyström', 'Karin Berg', 'Nyckelbladet']))
    expect(JSON.stringify(allt)).not.toContain('Maja')
    const arendets = await chef.api.logg.lista({ ...ARET, nummer })
    expect(arendets.rader.map((rad) => rad.handling)).toEqual(['arende.oppnat', 'uppdrag.nytt', 'arende.nytt'])
    expect((await chef.api.logg.lista({ ...ARET, anvandareId: per.start.kontor.inloggad.id })).rader.every((rad) => rad.vem === 'Per Nyström')).toBe(true)

    expect(new Set((await per.api.logg.lista(ARET)).rader.map((rad) => rad.vem))).toEqual(new Set(['Per Nyström']))
    expect((await per.api.logg.lista({ ...ARET, anvandareId: anna.start.kontor.inloggad.id })).rader.every((rad) => rad.vem === 'Per Nyström')).toBe(true)
    expect(await kod(per.api.logg.lista({ ...ARET, nummer }))).toBe('inte_ditt_arende')
    expect((await anna.api.logg.lista({ ...ARET, nummer })).rader.map((rad) => rad.handling)).toEqual(['logg.last', 'arende.oppnat', 'uppdrag.nytt', 'arende.nytt'])
    // Users are named; the ids of rows say nothing and are left out.
    await chef.api.overlamningar.hos({ ombud: per.start.kontor.inloggad.id })
    expect((await chef.api.logg.lista(ARET)).rader[0]).toMatchObject({ handling: 'overlamning.hos', objekt: 'Per Nyström' })
    // The reading is a row of its own.
    expect((await chef.api.logg.lista(ARET)).rader[0]).toMatchObject({ handling: 'logg.last', vem: 'Karin Berg', objekt: '2026-01-01 2026-11-25' })
  })

  it('keeps to whole Swedish days, and gives a page at a time', async () => {
    const anna = await prov.inloggad('anna')
    prov.klocka = '2026-11-22T22:59:00.000Z'
    await anna.api.arenden.mina()
    prov.klocka = '2026-11-22T23:01:00.000Z'
    for (let i = 0; i < 205; i++) await anna.api.arenden.mina()
    const dagen = (await anna.api.logg.lista({ fran: '2026-11-22', till: '2026-11-22' })).rader
    expect(dagen.filter((rad) => rad.handling === 'arende.lista')).toHaveLength(1)
    const forsta = await anna.api.logg.lista({ fran: '2026-11-23', till: '2026-11-23' })
    expect([forsta.rader.length, forsta.fler]).toEqual([200, true])
    const nasta = await anna.api.logg.lista({ fran: '2026-11-23', till: '2026-11-23', fore: forsta.rader.at(-1)?.nr ?? 0 })
    expect([nasta.rader.length, nasta.fler]).toEqual([6, false])
  })
})

describe('the chain, changed from outside', () => {
  const utanVakt = 'DROP TRIGGER logg_andras_aldrig; DROP TRIGGER logg_tas_aldrig_bort;'
  const vakter = `CREATE TRIGGER logg_andras_aldrig BEFORE UPDATE ON logg BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;
    CREATE TRIGGER logg_tas_aldrig_bort BEFORE DELETE ON logg BEGIN SELECT RAISE(ABORT, 'loggen ändras aldrig'); END;`

  it('is whole, and ends where it says', async () => {
    const chef = await prov.inloggad('chef')
    const svar = await resultat(await chef.api.logg.prova())
    expect(svar.rader).toBe(svar.huvud.nr)
    expect((await chef.api.logg.jamfor({ nr: svar.huvud.nr, summa: `${svar.huvud.summa.slice(0, 8)} ${svar.huvud.summa.slice(8, 16).toUpperCase()}` })).stammer).toBe(true)
    expect((await chef.api.logg.jamfor({ nr: svar.huvud.nr, summa: '0123456789abcdef' })).stammer).toBe(false)
    expect((await chef.api.logg.jamfor({ nr: svar.huvud.nr + 500, summa: svar.huvud.summa })).stammer).toBe(false)
  })

  it.each([
    ['a row altered', `UPDATE logg SET objekt = '2026-0099' WHERE nr = 2`],
    ['who did it altered', `UPDATE logg SET anvandare = (SELECT id FROM anvandare WHERE anvandarnamn = 'per') WHERE handling = 'session.inloggad'`],
    ['a signature altered', `UPDATE logg SET signatur = zeroblob(64) WHERE nr = 2`],
    ['a row taken out of the middle', `DELETE FROM logg WHERE nr = 1`],
    ['a time altered', `UPDATE logg SET tid = '2020-01-01T00:00:00.000Z' WHERE nr = 2`],
  ])('%s is found', async (_, sats) => {
    const chef = await prov.inloggad('chef')
    await utifran(chef, utanVakt, sats, vakter)
    expect(await kod(chef.api.logg.prova().then(resultat))).toBe('logg_bruten')
    expect(await kod(borja(chef))).toBe('logg_bruten')
  })

  it('guards that are taken away are found too', async () => {
    const chef = await prov.inloggad('chef')
    await utifran(chef, utanVakt)
    expect(await kod(chef.api.logg.prova().then(resultat))).toBe('logg_bruten')
  })

  it('a log cut at its end is told by the head on paper', async () => {
    const chef = await prov.inloggad('chef')
    const { huvud } = await resultat(await chef.api.logg.prova())
    await utifran(chef, utanVakt, `DELETE FROM logg WHERE nr > ${huvud.nr - 1}`, vakter)
    expect((await chef.api.logg.jamfor({ nr: huvud.nr, summa: huvud.summa })).stammer).toBe(false)
  })
})

describe('a loggkontroll', () => {
  async function medArbete(): Promise<{ chef: Testsession; nummer: string }> {
    const anna = await prov.inloggad('anna')
    const nummer = await nyttArende(anna, 'Maja Ekström')
    for (let i = 0; i < 30; i++) await anna.api.arenden.hamta({ nummer })
    prov.klocka = '2026-11-23T22:30:00.000Z'
    await anna.api.arenden.hamta({ nummer })
    anna.las()
    prov.klocka = '2026-11-24T09:00:00.000Z'
    await kod(prov.oppna().api.session.loggaIn({ anvandarnamn: 'per', losenord: 'fel-losenord-här' }))
    const chef = await prov.inloggad('chef')
    return { chef, nummer }
  }
  const lage = (kontroll: Loggkontroll) => kontroll.lista.map((f) => [f.slag, f.vem, f.antal])

  it('asks about patterns and a sample, is answered in words, signed, and then stands', async () => {
    const { chef, nummer } = await medArbete()
    const id = await borja(chef, { fran: '2026-11-01', till: '2026-11-24' })
    const kontroll = await chef.api.loggkontroll.hamta({ id })
    // Sunday the 22nd holds every opening, and 23.30 on Monday one more.
    expect(lage(kontroll)).toContainEqual(['natt_helg', 'Anna Lind', 31])
    expect(lage(kontroll)).toContainEqual(['misslyckad', 'Per Nyström', 1])
    expect(kontroll.lista.filter((f) => f.slag === 'urval')).toHaveLength(10)
    expect(kontroll.undertecknad).toBeNull()
    expect(JSON.stringify(kontroll)).not.toContain('Maja')

    const natt = kontroll.lista.find((f) => f.slag === 'natt_helg')
    if (natt === undefined) throw new Error('nothing was found')
    const bakom = await chef.api.loggkontroll.bakom({ id, fynd: natt.id })
    expect([bakom.length, bakom[0]?.objekt]).toEqual([31, nummer])

    expect(await kod(chef.api.loggkontroll.skrivUnder({ id, version: 1, ord: '' }))).toBe('obesvarat')
    expect(await kod(chef.api.loggkontroll.svara({ id: natt.id, version: 1, svar: 'forklarat', ord: '  ' }))).toBe('ogiltigt')
    for (const f of kontroll.lista) await chef.api.loggkontroll.svara({ id: f.id, version: 1, svar: f.slag === 'urval' ? 'inget_att_anmarka' : 'forklarat', ord: 'Kvällsbesök enligt schema.' })
    expect(await kod(chef.api.loggkontroll.svara({ id: natt.id, version: 1, svar: 'foljs_upp', ord: 'x' }))).toBe('andrad_av_annan')
    await chef.api.loggkontroll.skrivUnder({ id, version: 1, ord: 'Genomgången med Anna.' })

    expect(await chef.api.loggkontroll.hamta({ id })).toMatchObject({ undertecknad: true, klar: prov.klocka, ord: 'Genomgången med Anna.', av: 'Karin Berg' })
    expect(await kod(chef.api.loggkontroll.svara({ id: natt.id, version: 2, svar: 'foljs_upp', ord: 'x' }))).not.toBe('ja')
    expect((await chef.api.loggkontroll.hamta({ id })).lista.find((f) => f.id === natt.id)?.svar).toBe('forklarat')
    expect(await chef.api.loggkontroll.lage()).toMatchObject({ senaste: '2026-11-24', nasta: '2027-02-24', forsenad: false, pagar: null, forslag: { fran: '2026-11-24', till: '2026-11-24' } })
  })

  it('tells when a signed check has been altered from outside', async () => {
    const { chef } = await medArbete()
    const id = await borja(chef, { fran: '2026-11-01', till: '2026-11-24' })
    for (const f of (await chef.api.loggkontroll.hamta({ id })).lista) await chef.api.loggkontroll.svara({ id: f.id, version: 1, svar: 'inget_att_anmarka', ord: '' })
    await chef.api.loggkontroll.skrivUnder({ id, version: 1, ord: '' })
    await utifran(chef, 'DROP TRIGGER loggkontrollrad_klar_andras_aldrig', `UPDATE loggkontrollrader SET objekt = '2026-9999' WHERE slag = 'urval'`)
    expect((await chef.api.loggkontroll.hamta({ id })).undertecknad).toBe(false)
  })

  it('draws the same sample when it was cut off before its rows were kept, and is one at a time', async () => {
    const { chef } = await medArbete()
    const period = { fran: '2026-11-01', till: '2026-11-23' }
    const id = await borja(chef, period)
    const urval = (await chef.api.loggkontroll.hamta({ id })).lista.filter((f) => f.slag === 'urval').map((f) => f.nr)
    expect(await kod(borja(chef, period))).toBe('kontroll_pagar')
    // As if the process had been killed between the two writes.
    await utifran(chef, 'DROP TRIGGER loggkontroll_tas_aldrig_bort; DROP TRIGGER loggkontrollrad_tas_aldrig_bort', 'DELETE FROM loggkontrollrader; DELETE FROM loggkontroller')
    const igen = await borja(chef, period)
    expect((await chef.api.loggkontroll.hamta({ id: igen })).lista.filter((f) => f.slag === 'urval').map((f) => f.nr)).toEqual(urval)
  })

  it('is asked for an interval after the office was made, and refuses days to come', async () => {
    const chef = await prov.inloggad('chef')
    expect(await chef.api.loggkontroll.lage()).toEqual({ senaste: null, nasta: '2027-02-22', forsenad: false, pagar: null, forslag: { fran: '2026-11-22', till: '2026-11-22' } })
    expect(await kod(borja(chef, { fran: '2026-11-01', till: '2026-11-23' }))).toBe('ogiltigt')
    prov.klocka = '2027-02-23T09:00:00.000Z'
    expect(await chef.api.loggkontroll.lage()).toMatchObject({ forsenad: true, forslag: { fran: '2026-11-22', till: '2027-02-22' } })
    expect((await chef.api.veckan.chefens()).loggkontroll).toMatchObject({ forsenad: true, nasta: '2027-02-22' })
  })
})
