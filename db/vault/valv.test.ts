import { argon2Sync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fel } from '../model/fel.ts'
import { verifieraCertifikat, verifieraUnderskrivare, utfardaCertifikat, kravCertifierad, aterhamtningUr, type CertifieradAnvandare, type Certifikat } from './certifikat.ts'
import { forseglaDbNyckel, oppnaDbNycklar } from './dbnyckel.ts'
import { varddator } from './filer.ts'
import { Anvandarhemlighet, KDF_NU, antalHarledningar, losenordsnyckel, nyKdf } from './identitet.ts'
import { lasNyckelblad, skapaNyckelblad } from './nyckelblad.ts'
import { ANNA, BO, KONTOR, felkodAv, loggaIn, provkontor, provmapp, type Provkontor } from './testhjalp.ts'
import { andraValv, bytLosenord, forberedAnvandare, forseglaTillBlad, lasUpp, lasUppMedBlad, medPost, skapaValv, sparaHemlighet, utanPost, type Skrivlas } from './valv.ts'
import { VALVNAMN, ersattValv, lasValv, oppnaValvmapp, tolkaValv, type Valv } from './valvfil.ts'

const utanLas: Skrivlas = (fn) => fn()
let k: Provkontor
beforeAll(async () => {
  k = await provkontor()
})

describe('vault', () => {
  it('opens with a password in either Unicode form and any case of the login name', async () => {
    for (const vem of [ANNA, { ...ANNA, anvandarnamn: ' ANNA ' }, { ...ANNA, losenord: ANNA.losenord.normalize('NFD') }]) {
      const inne = await loggaIn(k.dir, vem)
      expect(inne.dbNycklar).toEqual([k.dbNyckel])
      expect(inne.hemlighet.fast).toMatchObject({ kontor: KONTOR, rot: k.blad.rot, aterhamtning: k.blad.mottagare })
      expect([inne.hemlighet.age.mottagare, inne.hemlighet.signeringsnyckel]).toEqual([k.anna.mottagare, k.anna.signeringsnyckel])
    }
  })

  it('opens with the nyckelblad, and not with another', async () => {
    const blad = await lasNyckelblad(k.blad.text())
    expect(await lasUppMedBlad(await lasValv(k.dir), blad)).toEqual([k.dbNyckel])
    expect(await felkodAv(lasUppMedBlad(await lasValv(k.dir), await skapaNyckelblad()))).toBe('nyckel_fel')
  })

  it('answers an unknown user as a wrong password, for the same work', async () => {
    const valv = await lasValv(k.dir)
    const fore = antalHarledningar()
    const fel = lasUpp(valv, { ...ANNA, losenord: 'inte annas lösenord' })
    await expect(fel).rejects.toMatchObject({ kod: 'fel_losenord' })
    expect(antalHarledningar()).toBe(fore + 1)
    const okand = lasUpp(valv, { anvandarnamn: 'finns inte', losenord: ANNA.losenord })
    await expect(okand).rejects.toMatchObject({ kod: 'fel_losenord' })
    expect(antalHarledningar()).toBe(fore + 2)
    const meningar = await Promise.all([fel, okand].map((p) => p.catch((f: Error) => f.message)))
    expect(meningar[0]).toBe(meningar[1])
    expect(nyKdf()).toMatchObject({ algoritm: 'argon2id', minne: 131072, varv: 3, trad: 1 })
  })

  it('derives as Argon2id of another implementation', async () => {
    const kdf = nyKdf()
    const vantad = argon2Sync('argon2id', { message: 'åtta', nonce: Buffer.from(kdf.salt, 'base64url'), parallelism: KDF_NU.trad, tagLength: 32, memory: KDF_NU.minne, passes: KDF_NU.varv })
    expect((await losenordsnyckel('åtta', kdf)).equals(vantad)).toBe(true)
  })

  it('holds nothing in plain but format, office id, version, login names and parameters', () => {
    const text = readFileSync(join(k.dir, VALVNAMN), 'utf8')
    for (const dolt of ['Anna', 'Lind', 'ombud', 'AGE-SECRET', 'BEGIN', k.dbNyckel.toString('hex'), k.blad.rot, k.blad.mottagare]) expect(text).not.toContain(dolt)
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual(['anvandare', 'aterhamtning', 'format', 'kontor', 'summa', 'version'])
  })

  it('does not open an entry moved to another user, office or parameters', async () => {
    const valv = await lasValv(k.dir)
    const [anna, bo] = valv.anvandare
    if (anna === undefined || bo === undefined) throw new Error('two users')
    const salt = nyKdf().salt
    const forsok = [
      { ...valv, anvandare: [{ ...bo, kdf: anna.kdf, hemlighet: anna.hemlighet, nycklar: anna.nycklar }] },
      { ...valv, kontor: 'ett annat' },
      { ...valv, anvandare: [{ ...anna, id: bo.id }] },
      { ...valv, anvandare: [{ ...anna, kdf: { ...anna.kdf, salt } }] },
      { ...valv, anvandare: [{ ...anna, kdf: { ...anna.kdf, minne: 65536 } }] },
    ]
    for (const v of forsok) expect(await felkodAv(lasUpp(v, { anvandarnamn: v.anvandare[0]?.anvandarnamn ?? '', losenord: ANNA.losenord }))).toBe('fel_losenord')
    const utbytt = { ...valv, anvandare: [{ ...anna, nycklar: bo.nycklar }] }
    expect(await felkodAv(lasUpp(utbytt, ANNA))).toBe('valv_skadat')
  })

  it('does not take another office\'s database key for its own', async () => {
    const annat = `${KONTOR.slice(0, -1)}f`
    const seglad = await forseglaDbNyckel(annat, k.dbNyckel, k.anna)
    const { hemlighet } = await loggaIn(k.dir, ANNA)
    expect(await oppnaDbNycklar(annat, [seglad], hemlighet.age)).toEqual([k.dbNyckel])
    expect(await oppnaDbNycklar(KONTOR, [seglad, 'inte/b64'], hemlighet.age)).toEqual([])
  })

  it('bounds what a file may ask of the machine', async () => {
    const valv = await lasValv(k.dir)
    for (const fel of [{ minne: 65535 }, { minne: 524289 }, { varv: 0 }, { varv: 11 }, { trad: 0 }, { trad: 5 }, { algoritm: 'argon2d' }, { salt: 'kort' }, { minne: 1e9 }, { extra: 1 }]) {
      const andrad = { ...valv, anvandare: valv.anvandare.map((a) => ({ ...a, kdf: { ...a.kdf, ...fel } })) }
      expect(await felkodAv(Promise.resolve().then(() => tolkaValv(Buffer.from(JSON.stringify(andrad)))))).toBe('valv_skadat')
    }
  })

  it('refuses every flipped byte of what it holds, and every cut, also without its sum', async () => {
    const hela = await lasValv(k.dir)
    const valv = { ...hela, anvandare: hela.anvandare.slice(0, 1) }
    const bytes = Buffer.from(JSON.stringify(valv, null, 1))
    const post = valv.anvandare[0]
    if (post === undefined) throw new Error('anna')
    const nyckel = await losenordsnyckel(ANNA.losenord, post.kdf)
    const utfall = { skadat: 0, stangt: 0, oforandrat: 0 }
    for (let i = 0; i < bytes.length; i++) {
      const andrade = Buffer.from(bytes)
      andrade[i] = (andrade[i] ?? 0) ^ (1 << (i % 8))
      let laste: Valv
      try {
        laste = tolkaValv(andrade)
      } catch (fel) {
        expect(['valv_skadat', 'valv_nyare']).toContain((fel as Fel).kod)
        utfall.skadat++
        continue
      }
      // It still reads as a vault: then it must not open with the right password's key …
      const p = laste.anvandare[0]
      if (p === undefined) throw new Error('anna')
      const hemlighet = await Anvandarhemlighet.oppna(nyckel, { kontor: laste.kontor, userId: p.id, anvandarnamn: p.anvandarnamn }, p)
      const nycklar = hemlighet === null ? [] : await oppnaDbNycklar(laste.kontor, p.nycklar, hemlighet.age)
      const blad = await oppnaDbNycklar(laste.kontor, laste.aterhamtning.nycklar, k.blad.age)
      if (nycklar.length === 0 || blad.length === 0) utfall.stangt++
      // … or say the same as before, save for its counter.
      else {
        expect({ ...laste, version: 1 }).toEqual(valv)
        utfall.oforandrat++
      }
    }
    expect(utfall.stangt).toBeGreaterThan(500)
    expect(utfall.oforandrat).toBeLessThan(200) // white space and the counter
    for (let n = 0; n < bytes.length - 1; n += 7) expect(() => tolkaValv(bytes.subarray(0, n))).toThrowError(expect.objectContaining({ kod: 'valv_skadat' }))
    for (let i = 0; i < 300; i++) expect(() => tolkaValv(randomBytes(i))).toThrowError(expect.objectContaining({ kod: 'valv_skadat' }))
  })

  it('tells apart missing, damaged and newer', async () => {
    const dir = provmapp()
    expect(await felkodAv(lasValv(dir))).toBe('valv_saknas')
    writeFileSync(join(dir, VALVNAMN), '{"format": 2, "annat": true}')
    expect(await felkodAv(lasValv(dir))).toBe('valv_nyare')
    expect(await felkodAv(skapaValv({ dir, kontor: KONTOR, blad: k.blad, anvandare: [] }))).toBe('finns_redan')
  })

  it('refuses two users of one name and weak passwords, and says whose', async () => {
    const dir = provmapp()
    expect(await felkodAv(skapaValv({ dir, kontor: KONTOR, blad: k.blad, anvandare: [ANNA, { ...BO, anvandarnamn: 'ANNA' }] }))).toBe('anvandare_dubblett')
    await expect(skapaValv({ dir, kontor: KONTOR, blad: k.blad, anvandare: [{ ...ANNA, losenord: 'kort' }] })).rejects.toMatchObject({ kod: 'losenord_svagt', detalj: { anvandarnamn: 'anna' } })
    expect(readdirSync(dir)).toEqual([])
  })
})

describe('replacing the vault', () => {
  it('refuses a version that moved, counts up, leaves no temporary file', async () => {
    const { dir } = await provkontor()
    expect((await ersattValv(dir, 1, (v) => v)).version).toBe(2)
    expect(await felkodAv(ersattValv(dir, 1, (v) => v))).toBe('valv_andrat')
    expect(readdirSync(dir)).toEqual([VALVNAMN])
  })

  it('clears temporary files of dead processes at opening, not those of other computers nor other files', async () => {
    const { dir } = await provkontor()
    const namn = {
      dod: `${VALVNAMN}.${varddator}-99999999-11111111.tmp`, forsok: `forsok.json.${varddator}-99999999-11111111.tmp`, annansGammal: `${VALVNAMN}.00000000-1-11111111.tmp`,
      lever: `${VALVNAMN}.${varddator}-${process.pid}-11111111.tmp`, annansUng: `${VALVNAMN}.00000000-1-21111111.tmp`, min: 'min.tmp',
    }
    for (const fil of Object.values(namn)) writeFileSync(join(dir, fil), 'x')
    for (const fil of [namn.annansGammal, namn.min]) utimesSync(join(dir, fil), 1, 1)
    await oppnaValvmapp(dir)
    expect(Object.entries(namn).filter(([, fil]) => existsSync(join(dir, fil))).map(([vad]) => vad)).toEqual(['lever', 'annansUng', 'min'])
  })

  it('calls a changed letter damage, wherever it is', async () => {
    const { dir } = await provkontor()
    const bytes = readFileSync(join(dir, VALVNAMN))
    for (let plats = 0; plats < bytes.length; plats += 97) {
      const skadade = Buffer.from(bytes)
      const nytt = skadade.readUInt8(plats) === 0x41 ? 0x42 : 0x41
      skadade.writeUInt8(nytt, plats)
      if (/\s/u.test(String.fromCharCode(bytes.readUInt8(plats)))) continue // between the words it may still mean the same
      expect(() => tolkaValv(skadade), `byte ${plats}`).toThrow(/skadad/)
    }
  })

  it('changes a password: the new opens, the old does not, the identity stays', async () => {
    const { dir } = await provkontor()
    const inne = await loggaIn(dir, ANNA)
    expect(await felkodAv(bytLosenord(dir, utanLas, inne, { gammalt: 'inte det här alls', nytt: 'nio blåa traktorer' }))).toBe('fel_losenord')
    expect(await felkodAv(bytLosenord(dir, utanLas, inne, { gammalt: ANNA.losenord, nytt: 'annaannaanna' }))).toBe('losenord_svagt')
    await bytLosenord(dir, utanLas, inne, { gammalt: ANNA.losenord, nytt: 'nio blåa traktorer' })
    expect(await felkodAv(loggaIn(dir, ANNA))).toBe('fel_losenord')
    const igen = await loggaIn(dir, { ...ANNA, losenord: 'nio blåa traktorer' })
    expect(igen.hemlighet.age.mottagare).toBe(inne.hemlighet.age.mottagare)
    await loggaIn(dir, BO)
    // What is saved afterwards in the same session lies under the new password.
    inne.hemlighet.hojGenerationer({ [BO.userId]: 4 })
    await sparaHemlighet(dir, utanLas, inne)
    expect((await loggaIn(dir, { ...ANNA, losenord: 'nio blåa traktorer' })).hemlighet.fast.generationer[BO.userId]).toBe(4)
  })

  it('lets no other session of the same user bring an exchanged password, or lower pins, back', async () => {
    const { dir } = await provkontor()
    const [har, dar] = [await loggaIn(dir, ANNA), await loggaIn(dir, ANNA)]
    dar.hemlighet.hojGenerationer({ [BO.userId]: 4 })
    await sparaHemlighet(dir, utanLas, dar)
    await bytLosenord(dir, utanLas, har, { gammalt: ANNA.losenord, nytt: 'nio blåa traktorer' })
    dar.hemlighet.hojGenerationer({ [BO.userId]: 5 })
    expect(await felkodAv(sparaHemlighet(dir, utanLas, dar))).toBe('valv_andrat')
    expect(await felkodAv(loggaIn(dir, ANNA))).toBe('fel_losenord')
    expect((await loggaIn(dir, { ...ANNA, losenord: 'nio blåa traktorer' })).hemlighet.fast.generationer[BO.userId]).toBe(4)
  })

  it('gives a user a new identity and takes one out', async () => {
    const { dir, blad, dbNyckel, fast } = await provkontor()
    const ny = await forberedAnvandare({ ...BO, losenord: 'nio blåa traktorer' }, { kontor: KONTOR, blad, dbNycklar: [dbNyckel], generation: 2 })
    await andraValv(dir, utanLas, (v) => medPost(v, ny.post))
    expect(await felkodAv(loggaIn(dir, BO))).toBe('fel_losenord')
    expect((await loggaIn(dir, { ...BO, losenord: 'nio blåa traktorer' })).dbNycklar).toEqual([dbNyckel])
    expect(verifieraCertifikat(ny.certifikat, fast).generation).toBe(2)
    await andraValv(dir, utanLas, (v) => utanPost(v, BO.userId))
    expect(await felkodAv(loggaIn(dir, { ...BO, losenord: 'nio blåa traktorer' }))).toBe('fel_losenord')
  })

  it('takes a new nyckelblad instead of a lost one, once its fingerprint is confirmed', async () => {
    const { dir, blad, dbNyckel } = await provkontor()
    const nytt = await skapaNyckelblad()
    const inne = await loggaIn(dir, ANNA)
    inne.hemlighet.bytBlad(nytt)
    await sparaHemlighet(dir, utanLas, inne)
    const aterhamtning = await forseglaTillBlad(await lasValv(dir), inne.dbNycklar, aterhamtningUr(inne.hemlighet.fast))
    await andraValv(dir, utanLas, (v) => ({ ...v, aterhamtning }))
    expect(await lasUppMedBlad(await lasValv(dir), nytt)).toEqual([dbNyckel])
    expect(await felkodAv(lasUppMedBlad(await lasValv(dir), blad))).toBe('nyckel_fel')
    const igen = await loggaIn(dir, ANNA)
    expect(igen.hemlighet.fast).toMatchObject({ rot: nytt.rot, aterhamtning: nytt.mottagare })
    expect((await loggaIn(dir, BO)).hemlighet.fast.rot).toBe(blad.rot) // Bo has not confirmed
  })

  it('forgets everything at locking', async () => {
    const inne = await loggaIn(k.dir, ANNA)
    inne.glom()
    expect(inne.dbNycklar.every((n) => n.every((byte) => byte === 0))).toBe(true)
    expect(() => inne.hemlighet.signera(Buffer.alloc(1))).toThrow()
    await expect(inne.hemlighet.age.oppna(Buffer.alloc(1))).rejects.toThrow()
  })
})

describe('certificates', () => {
  const anna = (): Certifikat => {
    const c = k.certifikat[0]
    if (c === undefined) throw new Error('anna')
    return c
  }
  it('count only as the root signed them', async () => {
    const annan = await skapaNyckelblad()
    const bo = k.certifikat[1]
    if (bo === undefined) throw new Error('bo')
    const forfalskade: Certifikat[] = [
      { ...anna(), mottagare: bo.mottagare },
      { ...anna(), signeringsnyckel: bo.signeringsnyckel },
      { ...anna(), roller: ['ombud', 'administrator'] },
      { ...anna(), roller: [] },
      { ...anna(), userId: bo.userId },
      { ...anna(), namn: 'Bo Ek' },
      { ...anna(), anvandarnamn: 'bo' },
      { ...anna(), generation: 2 },
      { ...anna(), generation: 1.5 },
      { ...anna(), kontor: 'ett annat' },
      { ...anna(), signatur: bo.signatur },
      { ...anna(), signatur: '' },
      { ...anna(), signatur: `${anna().signatur}=` },
      utfardaCertifikat(anna(), annan),
    ]
    for (const c of forfalskade) {
      expect(() => verifieraCertifikat(c, k.fast)).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
      expect(() => verifieraUnderskrivare(c, k.fast)).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
    }
    expect(() => verifieraCertifikat(anna(), { ...k.fast, rot: 'inte en nyckel' })).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
    expect(verifieraCertifikat({ ...anna(), roller: [...anna().roller].reverse() }, k.fast).namn).toBe('Anna Lind')
  })

  it('older than the last seen are refused for sealing, kept for signatures', () => {
    const fast = { ...k.fast, generationer: { [ANNA.userId]: 2 } }
    expect(() => verifieraCertifikat(anna(), fast)).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
    expect(verifieraUnderskrivare(anna(), fast).generation).toBe(1)
  })

  it('cannot be imitated at run time', async () => {
    const lik = { ...k.anna } as CertifieradAnvandare
    expect(() => kravCertifierad(lik)).toThrowError(expect.objectContaining({ kod: 'ej_certifierad' }))
    expect(await felkodAv(forseglaDbNyckel(KONTOR, k.dbNyckel, lik))).toBe('ej_certifierad')
    expect(await felkodAv(forseglaDbNyckel(KONTOR, k.dbNyckel, aterhamtningUr(k.fast)))).toBe('inget fel')
    expect(() => Object.assign(k.anna, { mottagare: k.bo.mottagare })).toThrow(TypeError)
    // @ts-expect-error an unverified certificate is not a recipient
    expect(await felkodAv(forseglaDbNyckel(KONTOR, k.dbNyckel, anna()))).toBe('ej_certifierad')
  })

  it('never lower a pinned generation', async () => {
    const inne = await loggaIn(k.dir, ANNA)
    expect(inne.hemlighet.hojGenerationer({ [BO.userId]: 5 })).toBe(true)
    expect(inne.hemlighet.hojGenerationer({ [BO.userId]: 3 })).toBe(false)
    expect(inne.hemlighet.fast.generationer[BO.userId]).toBe(5)
  })
})
