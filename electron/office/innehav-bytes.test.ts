import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { arenden, overlamningar, sigill, uppdrag } from '../../db/schema/index.ts'
import type { Db } from '../../db/store/db.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { grundbytes } from './innehav.ts'
import { KONTORSFIL, Testkontor, type Testsession } from './testkontor.ts'

/**
 * What a colleague who is a certified ombud can do by writing in the files: say that somebody else's case is theirs and
 * sign rows that let the true ombud and the stand-in in beside them; put back a case's rows of a time when they had its key.
 */

let prov: Testkontor
let anna: Testsession
let per: Testsession
let mia: Testsession
const id: Record<string, string> = {}
const FIL = { ...KONTORSFIL, anvandare: [...KONTORSFIL.anvandare, { anvandarnamn: 'mia', namn: 'Mia Falk', roller: ['ombud' as const], losenord: 'mias-egna-fras-59' }] }
const db = (session: Testsession): Db => session.start.kontor.inloggad.db
const hand = (session: Testsession, gor: () => void) => medSkrivlas(session.start.kontor.inloggad.handtag, gor)
const idFor = (nummer: string) => db(mia).select().from(arenden).where(eq(arenden.nummer, nummer)).get()!.id
const mottagare = (nummer: string) => db(mia).select().from(sigill).where(eq(sigill.arendeId, idFor(nummer))).all().map((rad) => rad.mottagareId)

/** Mia writes that the case is hers and that she has let these in. */
async function taOver(nummer: string, slapper: readonly string[]): Promise<void> {
  const arendeId = idFor(nummer)
  const { kontor, inloggning } = mia.start.kontor.inloggad
  await hand(mia, () => {
    db(mia).update(arenden).set({ ombudId: id['mia']! }).where(eq(arenden.id, arendeId)).run()
    for (const tillId of slapper) {
      const rad = {
        id: crypto.randomUUID(), arendeId, franId: id['mia']!, tillId, slag: 'medombud' as const, vikariatTill: null,
        samtycke: false, samtyckeDatum: null, anteckningar: [], erbjudenTid: prov.klocka,
      }
      db(mia).insert(overlamningar).values({
        ...rad, status: 'godtagen', undertecknareGeneration: 1, signatur: inloggning.hemlighet.signera(grundbytes(kontor, rad)), forseglat: null,
      }).run()
    }
  })
}

beforeEach(async () => {
  prov = await Testkontor.nytt(FIL)
  anna = await prov.inloggad('anna')
  per = await prov.inloggad('per')
  mia = prov.oppna()
  await mia.api.session.loggaIn({ anvandarnamn: 'mia', losenord: 'mias-egna-fras-59' })
  for (const rad of await mia.api.anvandare.lista()) id[rad.anvandarnamn] = rad.id
})
afterEach(() => prov.slut())

const ny = async () => (await anna.api.arenden.nytt({
  klient: { namn: 'Hemlig Persson', telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'Sova', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
})).nummer

describe('a case that a former medombud turns back', () => {
  it('to a key that was theirs is not opened, and nothing is written under that key', async () => {
    const nummer = await ny()
    const arendeId = idFor(nummer)
    const { id: medombud } = await anna.api.overlamningar.laggTillMedombud({ nummer, till: id['mia']! })
    await mia.api.arenden.mina()
    const fore = {
      arende: db(mia).select().from(arenden).where(eq(arenden.id, arendeId)).get()!,
      uppdrag: db(mia).select().from(uppdrag).where(eq(uppdrag.arendeId, arendeId)).get()!,
      sigill: db(mia).select().from(sigill).where(eq(sigill.arendeId, arendeId)).all().filter((rad) => rad.mottagareId !== id['mia']),
    }
    await anna.api.overlamningar.taBortMedombud({ id: medombud })
    expect(db(mia).select().from(arenden).where(eq(arenden.id, arendeId)).get()).toMatchObject({ generation: 2, nyNyckel: false }) // at once
    await hand(mia, () => {
      db(mia).delete(overlamningar).run()
      db(mia).delete(sigill).where(eq(sigill.arendeId, arendeId)).run()
      db(mia).insert(sigill).values(fore.sigill).run()
      db(mia).update(arenden).set(fore.arende).where(eq(arenden.id, arendeId)).run()
      db(mia).update(uppdrag).set(fore.uppdrag).where(eq(uppdrag.arendeId, arendeId)).run()
    })
    anna.las()
    anna = await prov.inloggad('anna')
    for (const gor of [
      () => anna.api.arenden.hamta({ nummer }),
      () => anna.api.arenden.andraKlient({ nummer, version: fore.arende.version, namn: 'Efter Persson', telefon: '', kon: 'kvinna', fodelsear: null }),
    ]) await expect(gor()).rejects.toMatchObject({ data: { kod: 'forsegling_bruten' } })
    expect(db(mia).select().from(arenden).where(eq(arenden.id, arendeId)).get()!.forseglat).toEqual(fore.arende.forseglat)
  })
})

describe('a case that a colleague has written over to themselves', () => {
  it('gets no key for the colleague when its true ombud opens the list', async () => {
    const nummer = await ny()
    await taOver(nummer, [id['anna']!])
    anna.las()
    anna = await prov.inloggad('anna')
    await anna.api.arenden.mina().catch(() => null)
    await anna.api.arenden.hamta({ nummer }).catch(() => null)
    expect(mottagare(nummer)).not.toContain(id['mia'])
    await expect(mia.api.arenden.hamta({ nummer })).rejects.toMatchObject({ data: { kod: 'ingen_nyckel' } })
  })

  it('gets none when a stand-in opens it either', async () => {
    const nummer = await ny()
    const { id: erbjuden } = await anna.api.overlamningar.erbjud({
      nummer, till: id['per']!, skal: 'vikariat', vikariatTill: '2026-12-24', samtycke: false, samtyckeDatum: null, anteckningar: [], ord: '',
    })
    await per.api.overlamningar.godta({ ids: [erbjuden] })
    await taOver(nummer, [id['per']!])
    per.las()
    per = await prov.inloggad('per')
    await per.api.arenden.mina().catch(() => null)
    await per.api.arenden.hamta({ nummer }).catch(() => null)
    await expect(mia.api.arenden.hamta({ nummer })).rejects.toMatchObject({ data: { kod: 'ingen_nyckel' } })
    expect(mottagare(nummer).sort()).toEqual([ATERHAMTNING_ID, id['anna'], id['per']].sort())
  })
})
