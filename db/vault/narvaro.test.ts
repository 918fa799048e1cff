import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Narvaro } from './narvaro.ts'

let mapp: string
beforeEach(() => { mapp = mkdtempSync(join(tmpdir(), 'lotsen-')) })
afterEach(() => rmSync(mapp, { recursive: true, force: true }))

describe('Narvaro', () => {
  it('lets several have the office open at once', async () => {
    const a = await Narvaro.borja(mapp)
    const b = await Narvaro.borja(mapp)
    a.slut(); b.slut()
  })

  it('gives sole access only when the others are gone, and gives it back', async () => {
    const a = await Narvaro.borja(mapp)
    const b = await Narvaro.borja(mapp)
    await expect(a.ensam(async () => 'inne')).rejects.toMatchObject({ kod: 'andra_inne' })
    b.slut()
    expect(await a.ensam(async () => 'inne')).toBe('inne')
    const c = await Narvaro.borja(mapp)
    a.slut(); c.slut()
  }, 20_000)

  it('gives it back also when the work fails', async () => {
    const a = await Narvaro.borja(mapp)
    await expect(a.ensam(async () => { throw new Error('trasigt') })).rejects.toThrow('trasigt')
    const b = await Narvaro.borja(mapp)
    a.slut(); b.slut()
  })

  it('leaves an empty file: no SQLite header in the data folder', async () => {
    const a = await Narvaro.borja(mapp)
    await a.ensam(async () => {})
    expect(statSync(join(mapp, 'narvaro.las')).size).toBe(0)
    a.slut()
  })
})
