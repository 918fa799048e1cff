import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPublicKey, hkdfSync, verify } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AgeIdentitet, arMottagare, forseglaTill, identitetstext, skalarUr } from './age.ts'
import { fingeravtryck, grupper, lasNyckelblad, skapaNyckelblad, stammerGrupper, valjGrupper } from './nyckelblad.ts'
import { felkodAv, harAge, provmapp, utanAge } from './testhjalp.ts'

const dir = provmapp()

describe('nyckelblad', () => {
  it('survives being written down and typed in again', async () => {
    const blad = await skapaNyckelblad()
    const text = blad.text()
    expect(text).toMatch(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)
    const grp = grupper(text)
    expect(grp).toHaveLength(15)
    expect(grp.join('')).toBe(text.slice(16))
    for (const skrivet of [text, text.toLowerCase(), ` ${grp.join(' ')}\n`, grp.join('–'), grp.join('\r\n').toLowerCase(), text.slice(16), `AGE SECRET KEY 1 ${grp.join('-')}`, grp.join(' ').replace(/0/g, 'o').replace(/L/g, '1').replace(/8/g, 'b')]) {
      const igen = await lasNyckelblad(skrivet)
      expect([igen.mottagare, igen.rot, igen.text()]).toEqual([blad.mottagare, blad.rot, text])
    }
  })

  it('says what is wrong: a group, the length or the check sum', async () => {
    const text = (await skapaNyckelblad()).text()
    await expect(lasNyckelblad(`${text.slice(0, 24)}Å${text.slice(25)}`)).rejects.toThrow(/Grupp 3 /)
    await expect(lasNyckelblad(text.slice(0, -1))).rejects.toThrow(/58 tecken.*57/)
    await expect(lasNyckelblad('')).rejects.toMatchObject({ kod: 'nyckel_fel', falt: 'nyckel' })
    for (let i = 16; i < text.length; i++) {
      const fel = text.slice(0, i) + (text[i] === 'Q' ? 'P' : 'Q') + text.slice(i + 1)
      expect(await felkodAv(lasNyckelblad(fel))).toBe('nyckel_fel')
    }
  })

  it('never throws anything but nyckel_fel, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (text) => {
        expect(await felkodAv(lasNyckelblad(text))).toBe('nyckel_fel')
      }),
      { numRuns: 200 },
    )
  })

  it('derives the root key as docs/sakerhet.md says', async () => {
    const blad = await skapaNyckelblad()
    const skalar = skalarUr(blad.text())
    if (skalar === null) throw new Error('scalar')
    const fro = Buffer.from(hkdfSync('sha256', skalar, '', 'lotsen rot v1', 32))
    const jwk = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: blad.rot }, format: 'jwk' })
    const data = Buffer.from('något att skriva under')
    expect(verify(null, data, jwk, blad.signera(data))).toBe(true)
    expect(verify(null, Buffer.from('något annat'), jwk, blad.signera(data))).toBe(false)
    expect(fro.equals(skalar)).toBe(false)
  })

  it('checks two asked-for groups', async () => {
    const text = (await skapaNyckelblad()).text()
    const grp = grupper(text)
    for (let i = 0; i < 200; i++) {
      const [a, b] = valjGrupper()
      expect(a).toBeGreaterThanOrEqual(1)
      expect(a).toBeLessThan(b)
      expect(b).toBeLessThanOrEqual(14)
      expect(stammerGrupper(text, [{ nummer: a, text: ` ${grp[a - 1]?.toLowerCase()}` }, { nummer: b, text: grp[b - 1] ?? '' }])).toBe(true)
      expect(stammerGrupper(text, [{ nummer: a, text: grp[a - 1] ?? '' }, { nummer: b, text: 'QQQQ' }])).toBe(grp[b - 1] === 'QQQQ')
    }
    expect(stammerGrupper(text, [])).toBe(false)
    expect(stammerGrupper(text, [{ nummer: 99, text: '' }])).toBe(false)
  })

  it('forgets', async () => {
    const blad = await skapaNyckelblad()
    blad.glom()
    expect(() => blad.signera(Buffer.alloc(1))).toThrow()
    expect(() => blad.text()).toThrow()
  })

  it('has a fingerprint of its own per sheet', async () => {
    const [a, b] = [await skapaNyckelblad(), await skapaNyckelblad()]
    expect(fingeravtryck(a)).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/)
    expect(fingeravtryck(a)).not.toBe(fingeravtryck(b))
  })
})

describe('age', () => {
  it('opens what typage seals and the other way round', async () => {
    const text = await generateX25519Identity()
    const skalar = skalarUr(text)
    if (skalar === null) throw new Error('scalar')
    const identitet = await AgeIdentitet.av(skalar)
    expect(identitet.mottagare).toBe(await identityToRecipient(text))
    const enc = new Encrypter()
    enc.addRecipient(identitet.mottagare)
    expect((await identitet.oppna(await enc.encrypt('hej'))).toString()).toBe('hej')
    const dec = new Decrypter()
    dec.addIdentity(text)
    expect(await dec.decrypt(await forseglaTill(identitet.mottagare, Buffer.from('hå')), 'text')).toBe('hå')
  })

  it('refuses every flipped byte, every cut and every other key', async () => {
    const identitet = await AgeIdentitet.ny()
    const fil = await forseglaTill(identitet.mottagare, Buffer.from('hemligt'))
    for (let i = 0; i < fil.length; i++) {
      const skadad = Buffer.from(fil)
      skadad[i] = (skadad[i] ?? 0) ^ 1
      expect(await felkodAv(identitet.oppna(skadad))).toBe('forsegling_bruten')
      expect(await felkodAv(identitet.oppna(fil.subarray(0, i)))).toBe('forsegling_bruten')
    }
    expect(await felkodAv((await AgeIdentitet.ny()).oppna(fil))).toBe('forsegling_bruten')
  })

  it('refuses recipients that are not X25519 age recipients', async () => {
    const { mottagare } = await AgeIdentitet.ny()
    expect(arMottagare(mottagare)).toBe(true)
    for (const fel of ['', 'age1', mottagare.toUpperCase(), mottagare.slice(0, -1), `${mottagare}q`, mottagare.replace(/.$/, (t) => (t === 'q' ? 'p' : 'q')), identitetstext(Buffer.alloc(32, 7))]) {
      expect(arMottagare(fel)).toBe(false)
      expect(await felkodAv(forseglaTill(fel, Buffer.alloc(1)))).toBe('ej_certifierad')
    }
  })

  it.skipIf(!harAge)(`is the format of Debian's age, both ways (skipped when ${utanAge})`, async () => {
    const blad = await skapaNyckelblad()
    writeFileSync(join(dir, 'nyckel.txt'), `${blad.text()}\n`)
    writeFileSync(join(dir, 'sealed.age'), await forseglaTill(blad.mottagare, Buffer.from('från Lotsen')))
    expect(spawnSync('age', ['-d', '-i', join(dir, 'nyckel.txt'), join(dir, 'sealed.age')]).stdout.toString()).toBe('från Lotsen')
    const dolt = spawnSync('age', ['-r', blad.mottagare], { input: 'från age' }).stdout
    expect((await blad.age.oppna(dolt)).toString()).toBe('från age')
  })
})
