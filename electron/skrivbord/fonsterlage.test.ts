import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { skalmappar } from '../datamapp.ts'
import { lasFonsterlage, sparaFonsterlage, STORLEK } from './fonsterlage.ts'

const mapp = mkdtempSync(join(tmpdir(), 'lotsen-fonster-'))
afterAll(() => rmSync(mapp, { recursive: true }))
const fil = join(mapp, 'a', 'fonster.json')
const EN = [{ x: 0, y: 0, width: 1920, height: 1040 }]

it('opens as it was left, where that is on a screen', () => {
  sparaFonsterlage(fil, { x: -1500, y: 30, width: 1000, height: 700 }, false)
  expect(lasFonsterlage(fil, [...EN, { x: -1920, y: 0, width: 1920, height: 1080 }])).toEqual({ x: -1500, y: 30, width: 1000, height: 700, maximerat: false })
  expect(lasFonsterlage(fil, EN)).toEqual({ width: 1000, height: 700, maximerat: false })
  expect(Object.keys(JSON.parse(readFileSync(fil, 'utf8')) as object).sort()).toEqual(['height', 'maximerat', 'width', 'x', 'y'])
})

it.each(['', '{', '[]', '{"x":0}', '{"x":0,"y":0,"width":1e9,"height":1,"maximerat":true}', '{"x":0,"y":0,"width":900,"height":700,"maximerat":true,"title":"Anna"}'])('takes a spoilt file for none: %s', (text) => {
  writeFileSync(fil, text)
  expect(lasFonsterlage(fil, EN)).toEqual({ ...STORLEK, maximerat: false })
})

it('is never smaller than the window may be, and saving to nowhere harms nothing', () => {
  sparaFonsterlage(fil, { x: 0, y: 0, width: 100, height: 50 }, true)
  expect(lasFonsterlage(fil, EN)).toMatchObject({ width: 800, height: 600, maximerat: true })
  sparaFonsterlage(join(fil, 'under en fil', 'x.json'), { x: 0, y: 0, width: 100, height: 50 }, true)
})

it('lies with the account, and each of its Windows sessions has its own window', () => {
  const miljo = { LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local' }
  const konto = 'C:\\Users\\anna\\AppData\\Local\\Lotsen\\Fonster'
  expect(skalmappar('win32', { ...miljo, SESSIONNAME: 'Console' }, '')).toEqual({ konto, session: konto })
  expect(skalmappar('win32', { ...miljo, SESSIONNAME: 'RDP-Tcp#12' }, '')).toEqual({ konto, session: `${konto}\\RDP-Tcp-12` })
  expect(skalmappar('win32', { ...miljo, SESSIONNAME: '..\\..\\x' }, '').session).toBe(`${konto}\\-x`)
  expect(skalmappar('linux', { SESSIONNAME: 'x' }, '/home/anna')).toEqual({ konto: '/home/anna/.local/share/lotsen/Fonster', session: '/home/anna/.local/share/lotsen/Fonster' })
})
