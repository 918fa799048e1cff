import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arenden, innehav, overlamningar, sigill, uppdrag } from '../../db/schema/index.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import type { AgeIdentitet } from '../../db/vault/age.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { DATABASNAMN, medSkrivlas, stangDatabas, tomWal } from '../../db/vault/databas.ts'
import { oppna } from '../../db/vault/forsegling.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv, VALVNAMN } from '../../db/vault/valvfil.ts'
import { resultat, KONTORSFIL, LOSENORD, Testkontor, type Testperson, type Testsession } from './testkontor.ts'

/**
 * Handover in the bytes: what somebody who has kept everything (password, every key ever opened, old copies of the
 * files) can read of what is written after.
 */

interface Rad { tabell: 'arenden' | 'uppdrag' | 'overlamningar'; id: string; arendeId: string; version: number; blob: Buffer }
function forsegladeUr(db: Db): Rad[] {
  return [
    ...db.select().from(arenden).all().map((r) => ({ tabell: 'arenden' as const, id: r.id, arendeId: r.id, version: r.version, blob: r.forseglat })),
    ...db.select().from(uppdrag).all().map((r) => ({ tabell: 'uppdrag' as const, id: r.id, arendeId: r.arendeId, version: r.version, blob: r.forseglat })),
    ...db.select().from(overlamningar).all().map((r) => ({ tabell: 'overlamningar' as const, id: r.id, arendeId: r.arendeId, version: r.version, blob: r.forseglat })),
  ].flatMap((r) => (r.blob === null ? [] : [{ ...r, blob: r.blob }]))
}

/** Everything that a set of keys opens, whatever generation the rows say: the attacker tries them all. */
function laser(kontor: string, nycklar: readonly Buffer[], rader: readonly Rad[]): string {
  const ut: unknown[] = []
  for (const rad of rader) for (const nyckel of nycklar) for (let generation = 1; generation <= 12; generation++) {
    try {
      ut.push(oppna(nyckel, { kontor, arende: rad.arendeId, tabell: rad.tabell, rad: rad.id, generation, radversion: rad.version }, rad.blob).varde)
    } catch { /* not this one */ }
  }
  return JSON.stringify(ut)
}

async function nycklarUr(age: AgeIdentitet, db: Db): Promise<Buffer[]> {
  const provade = await Promise.allSettled(db.select().from(sigill).all().map((rad) => age.oppna(rad.age)))
  return provade.flatMap((p) => (p.status === 'fulfilled' ? [Buffer.from(p.value.subarray(-32))] : []))
}

async function utanfor(mapp: string, vem: Testperson) {
  const inloggning = await lasUpp(await lasValv(mapp), { anvandarnamn: vem, losenord: LOSENORD[vem] })
  const { db: handtag } = await oppnaKontorsdatabas(mapp, inloggning.dbNycklar)
  const db = drizzleFor(handtag)
  return { db, age: inloggning.hemlighet.age, nycklar: await nycklarUr(inloggning.hemlighet.age, db), slut: () => stangDatabas(handtag) }
}

let prov: Testkontor
let kontor: string
let anna: Testsession
let per: Testsession
let idAnna: string
let idPer: string
const db = (session: Testsession) => session.start.kontor.inloggad.db
const hand = (session: Testsession, gor: () => void) => medSkrivlas(session.start.kontor.inloggad.handtag, gor)
const skriv = async (session: Testsession, nummer: string, namn: string) => {
  const { version } = await session.api.arenden.hamta({ nummer })
  await session.api.arenden.andraKlient({ nummer, version, namn, telefon: '', kon: 'kvinna', fodelsear: null })
}
const ny = async (namn: string) => (await anna.api.arenden.nytt({
  klient: { namn, telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'Sova', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
})).nummer
const erbjud = (nummer: string, till: string, vikariatTill: string | null = null) => anna.api.overlamningar.erbjud({
  nummer, till, skal: vikariatTill === null ? 'byte' : 'vikariat', vikariatTill, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: 'ett ord',
})
const idFor = (nummer: string) => db(anna).select().from(arenden).where(eq(arenden.nummer, nummer)).get()!.id
const mottagare = (nummer: string) => db(anna).select().from(sigill).where(eq(sigill.arendeId, idFor(nummer))).all().map((rad) => rad.mottagareId).sort()
/** All keys that a running session holds and that its seals give: what a program that was altered could have kept. */
const allaNycklar = async (vem: Testperson, session: Testsession) => {
  const u = await utanfor(prov.mapp, vem)
  u.slut()
  return [...u.nycklar, ...[...session.start.kontor.inloggad.nycklar.values()].map((oppet) => Buffer.from(oppet.nyckel))]
}

beforeEach(async () => {
  prov = await Testkontor.nytt(KONTORSFIL)
  kontor = (await lasValv(prov.mapp)).kontor
  anna = await prov.inloggad('anna')
  per = await prov.inloggad('per')
  const alla = await anna.api.anvandare.lista()
  idAnna = alla.find((rad) => rad.anvandarnamn === 'anna')!.id
  idPer = alla.find((rad) => rad.anvandarnamn === 'per')!.id
})
afterEach(() => prov.slut())

describe('what the bytes of a handover give away', () => {
  it('the former ombud’s keys, and those in an old copy of the files, read what was before and nothing after', async () => {
    const nummer = await ny('Före Provsson')
    const gammal = mkdtempSync(prov.bredvid('gammal-'))
    await tomWal(anna.start.kontor.inloggad.handtag)
    for (const fil of [DATABASNAMN, VALVNAMN]) copyFileSync(join(prov.mapp, fil), join(gammal, fil))
    const chef = await prov.inloggad('chef')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil: prov.bredvid('kopia.lotsen') }))

    const { id } = await erbjud(nummer, idPer)
    const behallna = await allaNycklar('anna', anna)
    await per.api.overlamningar.godta({ ids: [id] })
    await skriv(per, nummer, 'Efter Provsson')

    const da = await utanfor(gammal, 'anna')
    const nu = await utanfor(prov.mapp, 'anna')
    const annas = [...behallna, ...da.nycklar, ...nu.nycklar]
    expect(nu.nycklar).toEqual([])
    expect(laser(kontor, annas, forsegladeUr(da.db))).toContain('Före Provsson')
    expect(laser(kontor, annas, forsegladeUr(nu.db))).toBe('[]')
    const pers = await utanfor(prov.mapp, 'per')
    expect(laser(kontor, pers.nycklar, forsegladeUr(pers.db))).toContain('Efter Provsson')
    for (const en of [da, nu, pers]) en.slut()
  })

  it.each(['avböjt', 'tillbakataget'] as const)('%s: whoever was offered it reads nothing that is written after', async (hur) => {
    const nummer = await ny('Före Provsson')
    const { id } = await erbjud(nummer, idPer)
    const behallna = await allaNycklar('per', per) // the seal itself is there from the offer: that is the design's choice
    expect(laser(kontor, behallna, forsegladeUr(db(anna)))).toContain('Före Provsson')
    await (hur === 'avböjt' ? per.api.overlamningar.avboj({ id, ord: 'Jag har fullt.' }) : anna.api.overlamningar.taTillbaka({ id }))
    expect(mottagare(nummer)).toEqual([ATERHAMTNING_ID, idAnna].sort())
    // Anna is still logged in, with the old key in memory: she writes under a new one all the same.
    await skriv(anna, nummer, 'Efter Provsson')
    const pers = await utanfor(prov.mapp, 'per')
    expect(laser(kontor, [...behallna, ...pers.nycklar], forsegladeUr(pers.db))).toBe('[]')
    pers.slut()
  })

  it('a stand-in whose day has passed, a removed medombud and the ombud before a nödöppning read nothing that is written after', async () => {
    const [vik, med, nod] = [await ny('Före Vikarie'), await ny('Före Medombud'), await ny('Före Nöd')]
    await per.api.overlamningar.godta({ ids: [(await erbjud(vik, idPer, '2026-11-25')).id] })
    const { id } = await anna.api.overlamningar.laggTillMedombud({ nummer: med, till: idPer })
    await per.api.arenden.mina()
    const pers = await allaNycklar('per', per)
    const annas = await allaNycklar('anna', anna)
    expect(laser(kontor, pers, forsegladeUr(db(anna)))).toMatch(/Före Vikarie.*Före Medombud/)

    await anna.api.overlamningar.taBortMedombud({ id })
    const chef = await prov.inloggad('chef')
    await chef.api.overlamningar.nodoppning({ nyckel: prov.nyckel, skal: 'x', fran: idAnna, till: idPer, nummer: [nod] })
    prov.klocka = '2026-11-26T09:00:00.000Z'
    await skriv(anna, vik, 'Efter Vikarie')
    await skriv(anna, med, 'Efter Medombud')
    await skriv(per, nod, 'Efter Nöd')
    const rader = forsegladeUr(db(anna))
    expect(laser(kontor, pers, rader)).toBe('[]')
    const om = (nummer: string) => rader.filter((rad) => rad.arendeId === idFor(nummer))
    expect(laser(kontor, annas, om(nod))).toBe('[]')
    expect(laser(kontor, await allaNycklar('per', per), om(nod))).toContain('Efter Nöd')
  })

  it('rows put in by hand open nothing and get no seal', async () => {
    const nummer = await ny('Hemlig Persson')
    const arendeId = idFor(nummer)
    // What a colleague with the files can write: history, and rows signed by themselves or with a made-up signature.
    const mina = per.start.kontor.inloggad
    const bas = {
      arendeId, franId: idAnna, tillId: idPer, samtycke: false, samtyckeDatum: null, anteckningar: [], erbjudenTid: prov.klocka,
      undertecknareGeneration: 1, signatur: mina.inloggning.hemlighet.signera(Buffer.from('vad som helst')), forseglat: null,
    }
    await hand(per, () => {
      db(per).insert(innehav).values([
        { id: crypto.randomUUID(), arendeId, anvandareId: idPer, slag: 'vikarie', fran: '2026-01-01', till: '2099-01-01' },
        { id: crypto.randomUUID(), arendeId, anvandareId: idPer, slag: 'medombud', fran: '2026-01-01', till: null },
      ]).run()
      db(per).insert(overlamningar).values([
        { id: crypto.randomUUID(), ...bas, slag: 'medombud', vikariatTill: null, status: 'godtagen' },
        { id: crypto.randomUUID(), ...bas, slag: 'vikariat', vikariatTill: '2099-01-01', status: 'godtagen' },
        { id: crypto.randomUUID(), ...bas, franId: idPer, slag: 'byte', vikariatTill: null, status: 'erbjuden' },
      ]).run()
    })
    await expect(per.api.arenden.hamta({ nummer })).rejects.toMatchObject({ data: { kod: 'inte_ditt_arende' } })
    expect(await per.api.arenden.mina()).toEqual([])
    expect(await per.api.overlamningar.lista()).toEqual({ tillMig: [], franMig: [expect.objectContaining({ ord: null })], pagaende: [] })

    // A new key is made, and the rows get no seal of it.
    await hand(anna, () => { db(anna).update(arenden).set({ nyNyckel: true }).where(eq(arenden.id, arendeId)).run() })
    await skriv(anna, nummer, 'Efter Persson')
    expect(mottagare(nummer)).toEqual([ATERHAMTNING_ID, idAnna].sort())
    const pers = await utanfor(prov.mapp, 'per')
    expect(laser(kontor, pers.nycklar, forsegladeUr(pers.db))).toBe('[]')
    pers.slut()
  })

  it('a signed row that is changed, moved to another case or revived after its end is nobody’s', async () => {
    const [ett, tva] = [await ny('Maja Ett'), await ny('Maja Två')]
    await per.api.overlamningar.godta({ ids: [(await erbjud(ett, idPer, '2026-11-25')).id] })
    const { id: medombud } = await anna.api.overlamningar.laggTillMedombud({ nummer: tva, till: idPer })
    const fore = db(per).select().from(overlamningar).where(eq(overlamningar.id, medombud)).get()!
    await anna.api.overlamningar.taBortMedombud({ id: medombud })

    // The stand-in writes a later day; the removed medombud puts the row back, once as it was and once only its columns.
    await hand(per, () => { db(per).update(overlamningar).set({ vikariatTill: '2099-01-01' }).where(eq(overlamningar.slag, 'vikariat')).run() })
    await hand(per, () => { db(per).update(overlamningar).set({ avslutad: null }).where(eq(overlamningar.id, medombud)).run() })
    for (const nummer of [ett, tva]) await hand(anna, () => { db(anna).update(arenden).set({ nyNyckel: true }).where(eq(arenden.nummer, nummer)).run() })
    expect((await anna.api.arenden.mina()).map((rad) => rad.namn)).toEqual(['Maja Ett', 'Maja Två'])
    for (const nummer of [ett, tva]) expect(mottagare(nummer)).toEqual([ATERHAMTNING_ID, idAnna].sort())
    await expect(per.api.arenden.hamta({ nummer: ett })).rejects.toMatchObject({ data: { kod: 'inte_ditt_arende' } })
    await expect(per.api.arenden.hamta({ nummer: tva })).rejects.toMatchObject({ data: { kod: 'ingen_nyckel' } })

    // Moved to another case: signed for one case only.
    await hand(per, () => { db(per).insert(overlamningar).values({ ...fore, id: crypto.randomUUID(), arendeId: idFor(ett), innehavId: null, forseglat: null }).run() })
    await expect(per.api.arenden.hamta({ nummer: ett })).rejects.toMatchObject({ data: { kod: 'inte_ditt_arende' } })
    // Put back whole, words and all: they lie under a key that is gone, so the case says that its files were changed.
    await hand(per, () => { db(per).update(overlamningar).set(fore).where(eq(overlamningar.id, medombud)).run() })
    await hand(anna, () => { db(anna).update(arenden).set({ nyNyckel: true }).where(eq(arenden.nummer, tva)).run() })
    await expect(anna.api.arenden.hamta({ nummer: tva })).rejects.toMatchObject({ data: { kod: 'forsegling_bruten' } })
    expect(mottagare(tva)).toEqual([ATERHAMTNING_ID, idAnna].sort())
  })
})
