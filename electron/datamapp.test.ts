import { expect, it } from 'vitest'
import { standardDatamapp } from './datamapp.ts'
import { harSkarm } from './web/oppna.ts'

it('keeps the office where programs keep data, never where Windows copies it between computers', () => {
  const ingen = () => false
  expect(standardDatamapp('linux', {}, '/home/anna', ingen)).toBe('/home/anna/.local/share/lotsen/kontor')
  expect(standardDatamapp('linux', { XDG_DATA_HOME: '/data' }, '/home/anna', ingen)).toBe('/data/lotsen/kontor')
  expect(standardDatamapp('darwin', {}, '/Users/anna', ingen)).toBe('/Users/anna/Library/Application Support/Lotsen/Kontor')
  const windows = standardDatamapp('win32', { LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local', APPDATA: 'C:\\Users\\anna\\AppData\\Roaming' }, 'C:\\Users\\anna', ingen)
  expect(windows).toContain('Local')
  expect(windows).not.toContain('Roaming')
})

it('uses the folder that the installer made for the whole computer, unless the account has an office already', () => {
  const med = (...filer: string[]) => (fil: string) => filer.includes(fil)
  expect(standardDatamapp('linux', {}, '/home/anna', med('/var/lib/lotsen'))).toBe('/var/lib/lotsen/kontor')
  const egen = '/home/anna/.local/share/lotsen/kontor'
  expect(standardDatamapp('linux', {}, '/home/anna', med('/var/lib/lotsen', `${egen}/vault.json`))).toBe(egen)
  expect(standardDatamapp('linux', {}, '/home/anna', med('/var/lib/lotsen', '/var/lib/lotsen/kontor/vault.json', `${egen}/vault.json`))).toBe('/var/lib/lotsen/kontor')
  const windows = { ProgramData: 'D:\\Program Data', LOCALAPPDATA: 'C:\\Users\\anna\\AppData\\Local' }
  expect(standardDatamapp('win32', windows, '', med('D:\\Program Data\\Lotsen\\Delat'))).toBe('D:\\Program Data\\Lotsen\\Delat\\Kontor')
})

it('opens a browser only where somebody can see it', () => {
  expect(harSkarm('linux', {})).toBe(false)
  expect(harSkarm('linux', { DISPLAY: ':0' })).toBe(true)
  expect(harSkarm('linux', { DISPLAY: ':0', CI: 'true' })).toBe(false)
  expect(harSkarm('win32', {})).toBe(true)
})
