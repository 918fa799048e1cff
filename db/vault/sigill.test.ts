import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { AgeIdentitet } from './age.ts'
import { ATERHAMTNING_ID, aterhamtningUr, rotSomUnderskrivare, utfardaCertifikat, verifieraCertifikat, verifieraUnderskrivare, type CertifieradAnvandare, type Underskrivare } from './certifikat.ts'
import { dubblettavtryck, namnform } from './dubblett.ts'
import { slump } from './krypto.ts'
import { behoverNyNyckel, forseglaNyckel, forseglaTillFlera, nyArendenyckel, oppnaSigill, stammerSigill, tillverkareAv, tillverkareRot, type Nyckelplats, type Sigill, type Tillverkare } from './sigill.ts'
import { ANNA, BO, CHEF, KONTOR, felkodAv, harAge, loggaIn, provkontor, utanAge, type Provkontor } from './testhjalp.ts'
import type { Inloggning } from './valv.ts'

let k: Provkontor
let anna: Inloggning
let bo: Inloggning
let chef: Inloggning
let somAnna: Tillverkare
const plats: Nyckelplats = { kontor: KONTOR, slag: 'arende', id: 'd0000000-0000-4000-8000-00000000000d', generation: 1 }
const innehavare = (i: Inloggning): { userId: string; age: AgeIdentitet } => ({ userId: i.hemlighet.agare.userId, age: i.hemlighet.age })

beforeAll(async () => {
  k = await provkontor()
  ;[anna, bo, chef] = await Promise.all([loggaIn(k.dir, ANNA), loggaIn(k.dir, BO), loggaIn(k.dir, CHEF)])
  somAnna = tillverkareAv(anna.hemlighet, k.anna)
})

describe('seals', () => {
  it('open for their recipient and recovery, and for nobody else', async () => {
    const nyckel = nyArendenyckel()
    const [tillBo, tillBlad] = await forseglaTillFlera(nyckel, plats, [k.bo, aterhamtningUr(k.fast)], somAnna)
    if (tillBo === undefined || tillBlad === undefined) throw new Error('two seals')
    expect(await oppnaSigill(tillBo, plats, innehavare(bo), k.anna)).toEqual(nyckel)
    expect(await oppnaSigill(tillBlad, plats, { userId: ATERHAMTNING_ID, age: k.blad.age }, k.anna)).toEqual(nyckel)
    expect(await felkodAv(oppnaSigill(tillBo, plats, innehavare(chef), k.anna))).toBe('forsegling_bruten')
    expect(await felkodAv(oppnaSigill({ ...tillBo, mottagareId: CHEF.userId, mottagare: k.chef.mottagare }, plats, innehavare(chef), k.anna))).toBe('forsegling_bruten')
    expect(await felkodAv(oppnaSigill(tillBo, plats, { userId: BO.userId, age: await AgeIdentitet.ny() }, k.anna))).toBe('forsegling_bruten')
  })

  it('never go to somebody without the role ombud, save for own drafts', async () => {
    for (const slag of ['arende', 'kontakt', 'dubblett'] as const) {
      expect(await felkodAv(forseglaNyckel(slump(32), { ...plats, slag }, k.chef, somAnna))).toBe('ej_ombud')
      await expect(Promise.resolve().then(() => forseglaTillFlera(slump(32), { ...plats, slag }, [k.anna, k.chef], somAnna))).rejects.toMatchObject({ kod: 'ej_ombud' })
    }
    const egen = tillverkareAv(chef.hemlighet, k.chef)
    const utkast: Nyckelplats = { ...plats, slag: 'forfattare' }
    const nyckel = slump(32)
    expect(await oppnaSigill(await forseglaNyckel(nyckel, utkast, k.chef, egen), utkast, innehavare(chef), k.chef)).toEqual(nyckel)
  })

  it('never go to an uncertified or older key', async () => {
    const frammande = await AgeIdentitet.ny()
    const lik = { ...k.bo, mottagare: frammande.mottagare } as CertifieradAnvandare
    expect(await felkodAv(forseglaNyckel(slump(32), plats, lik, somAnna))).toBe('ej_certifierad')
    expect(await felkodAv(forseglaNyckel(slump(32), plats, { userId: ATERHAMTNING_ID, mottagare: frammande.mottagare } as unknown as CertifieradAnvandare, somAnna))).toBe('ej_certifierad')
  })

  it('are refused when any part is changed or moved', async () => {
    const s = await forseglaNyckel(slump(32), plats, k.bo, somAnna)
    const annan = await forseglaNyckel(slump(32), { ...plats, generation: 2 }, k.bo, somAnna)
    const andrade: Sigill[] = [
      { ...s, age: annan.age },
      { ...s, signatur: annan.signatur },
      { ...s, signatur: Buffer.alloc(64) },
      { ...s, signatur: Buffer.alloc(0) },
      { ...s, tillverkareId: CHEF.userId },
      { ...s, tillverkareGeneration: 2 },
      { ...s, mottagareId: ANNA.userId },
      { ...s, mottagare: k.anna.mottagare },
    ]
    for (const x of andrade) expect(await felkodAv(oppnaSigill(x, plats, innehavare(bo), k.anna))).toBe('forsegling_bruten')
    for (const p of [{ kontor: 'x' }, { slag: 'kontakt' as const }, { id: 'x' }, { generation: 2 }]) expect(await felkodAv(oppnaSigill(s, { ...plats, ...p }, innehavare(bo), k.anna))).toBe('forsegling_bruten')
    for (let i = 0; i < s.age.length; i++) {
      const age = Buffer.from(s.age)
      age[i] = (age[i] ?? 0) ^ 1
      expect(await felkodAv(oppnaSigill({ ...s, age }, plats, innehavare(bo), k.anna))).toBe('forsegling_bruten')
    }
    expect(await felkodAv(oppnaSigill(s, plats, innehavare(bo), k.chef))).toBe('forsegling_bruten')
    await expect(oppnaSigill(s, plats, innehavare(bo), { ...k.anna } as Underskrivare)).rejects.toMatchObject({ kod: 'ej_certifierad' })
  })

  it('a key signed right but meant for another case is found out inside', async () => {
    // Anna signs a statement about case 2 over a file whose content says case 1.
    const ett = await forseglaNyckel(slump(32), plats, k.bo, somAnna)
    const tva: Nyckelplats = { ...plats, id: 'e0000000-0000-4000-8000-00000000000e' }
    const fejk: Tillverkare = { ...somAnna, signera: (data) => somAnna.signera(data) }
    const s = await forseglaNyckel(slump(32), tva, k.bo, fejk)
    const { createHash } = await import('node:crypto')
    const bytes = JSON.stringify(['lotsen-sigill-1', KONTOR, 'arende', tva.id, 1, BO.userId, k.bo.mottagare, createHash('sha256').update(ett.age).digest('hex'), ANNA.userId, 1])
    const blandat = { ...s, age: ett.age, signatur: somAnna.signera(Buffer.from(bytes)) }
    expect(stammerSigill(blandat, tva, k.anna)).toBe(true)
    expect(await felkodAv(oppnaSigill(blandat, tva, innehavare(bo), k.anna))).toBe('forsegling_bruten')
  })

  it('by the root, and by an earlier certificate, can be checked', async () => {
    const nyckel = slump(32)
    const rot = await forseglaNyckel(nyckel, plats, k.anna, tillverkareRot(k.blad))
    expect(await oppnaSigill(rot, plats, innehavare(anna), rotSomUnderskrivare(k.fast))).toEqual(nyckel)
    const s = await forseglaNyckel(nyckel, plats, k.bo, somAnna)
    const [gammalt] = k.certifikat
    if (gammalt === undefined) throw new Error('anna')
    const fast = { ...k.fast, generationer: { [ANNA.userId]: 2 } }
    expect(await oppnaSigill(s, plats, innehavare(bo), verifieraUnderskrivare(gammalt, fast))).toEqual(nyckel)
    const nytt = verifieraCertifikat(utfardaCertifikat({ ...gammalt, signeringsnyckel: k.bo.signeringsnyckel, generation: 2 }, k.blad), fast)
    expect(() => tillverkareAv(anna.hemlighet, nytt)).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
  })

  it.skipIf(!harAge)(`open with Debian's age and the nyckelblad (skipped when ${utanAge})`, async () => {
    const nyckel = slump(32)
    const s = await forseglaNyckel(nyckel, plats, aterhamtningUr(k.fast), somAnna)
    const [id, fil] = [join(k.dir, 'id.txt'), join(k.dir, 's.age')]
    writeFileSync(id, k.blad.text())
    writeFileSync(fil, s.age)
    const ut = spawnSync('age', ['-d', '-i', id, fil]).stdout
    expect(ut.subarray(-32)).toEqual(nyckel)
    expect(JSON.parse(ut.toString('utf8', 0, ut.length - 33))).toEqual(['lotsen-nyckel-1', KONTOR, 'arende', plats.id, 1])
  })

  it('ask for a new key when somebody else made it or may still have it', () => {
    expect(behoverNyNyckel({ tillverkareId: 'a', innehavareId: 'a', markerad: false })).toBe(false)
    expect(behoverNyNyckel({ tillverkareId: 'b', innehavareId: 'a', markerad: false })).toBe(true)
    expect(behoverNyNyckel({ tillverkareId: 'rot', innehavareId: 'a', markerad: false })).toBe(true)
    expect(behoverNyNyckel({ tillverkareId: 'a', innehavareId: 'a', markerad: true })).toBe(true)
  })
})

describe('duplicate marks', () => {
  it('are equal for one name however written, and for nothing else', () => {
    const nyckel = slump(32)
    const m = (namn: string, ar: number | null = 1980, kontor = KONTOR, n: Buffer = nyckel): string | undefined => dubblettavtryck(n, kontor, namn, ar)?.toString('hex')
    for (const lika of ['anna LIND', 'Lind, Anna', ' Anna  Lind ', 'Lind Anna']) expect(m(lika)).toBe(m('Anna Lind'))
    expect(m('A\u030Asa Berg')).toBe(m('Åsa Berg'))
    for (const annat of [m('Asa Berg'), m('Åsa Berg', 1981), m('Åsa Berg', null), m('Åsa Berg', 1980, 'x'), m('Åsa Berg', 1980, KONTOR, slump(32))]) expect(annat).not.toBe(m('Åsa Berg'))
    expect(m(' - ')).toBeUndefined()
    expect(namnform('Anna-Lisa Öberg')).toBe('anna lisa öberg')
  })
})
