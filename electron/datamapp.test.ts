import { expect, it } from 'vitest'
import { standardDatamapp } from './datamapp.ts'
import { harSkarm } from './web/oppna.ts'

it('keeps the office where programs keep data, never where Windows copies it between computers', () => {
  expect(standardDatamapp('linux', {}, '/home/anna')).toBe('/home/anna/.local/share/lotsen/kontor')
  expect(standardDatamapp('linux', { XDG_DATA_HOME: '/data' }, '/home/anna')).toBe('/data/lotsen/kontor')
  expect(standardDatamapp('darwin', {}, '/Users/anna')).toBe('/Users/anna/Library/Application Support/Lotsen/Kontor')
  const windows = standardDatamapp('win32', { LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local', APPDATA: 'C:\\Users\\anna\\AppData\\Roaming' }, 'C:\\Users\\anna')
  expect(windows).toContain('Local')
  expect(windows).not.toContain('Roaming')
})

it('opens a browser only where somebody can see it', () => {
  expect(harSkarm('linux', {})).toBe(false)
  expect(harSkarm('linux', { DISPLAY: ':0' })).toBe(true)
  expect(harSkarm('linux', { DISPLAY: ':0', CI: 'true' })).toBe(false)
  expect(harSkarm('win32', {})).toBe(true)
})
