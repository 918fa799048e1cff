import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { felrapport, noteraStopp, utanPersonuppgifter } from './felrapport.ts'

const mapp = mkdtempSync(join(tmpdir(), 'lotsen-rapport-'))
afterAll(() => rmSync(mapp, { recursive: true }))

const TID = '2026-11-26T10:00:00.000Z'
const FILER = ['office-D6zm.js', 'kontext.ts']
const rensa = (logg: string) => utanPersonuppgifter(logg, new Set(FILER))
const STRUKEN = '(1 rad är struken: bara det som säkert saknar personuppgifter är med)'

describe('a log as others may see it', () => {
  it('keeps when, where in the contract, what kind, and the places in the program', () => {
    const logg = [
      `${TID} arenden.hamta TypeError `, '    at lasNamn (file:///C:/Users/anna.lind/AppData/Local/Lotsen/resources/app.asar/out/electron/office-D6zm.js:120:33)',
      '    at async /home/anna/lotsen/electron/office/kontext.ts:51:20', `${TID} start.lage Error SQLITE_IOERR`, `${TID} kontoret slut 134`, `${TID} fonstret oom -5`, '',
    ].join('\n')
    expect(rensa(logg)).toBe([
      `${TID} arenden.hamta TypeError`, '    office-D6zm.js:120:33', '    kontext.ts:51:20', `${TID} start.lage Error SQLITE_IOERR`, `${TID} kontoret slut 134`, `${TID} fonstret oom -5`,
    ].join('\n'))
  })

  it.each([
    'Anna Andersson 19800101-1234', `${TID} Anna Andersson`, `${TID} arenden.hamta Anna`, `${TID} arenden.hamta AnnaAndersson `, `${TID} arenden.hamta TypeError Anna Andersson`,
    `${TID} arenden.hamta TypeError annaandersson`, `${TID} Anna.Andersson TypeError `, `${TID} kontoret anna 1`, `${TID} kontoret slut 134 Anna`, 'Error: Klienten Anna Andersson finns redan',
    '    at Anna Andersson', '    at x (file:///Anna Andersson.js:1:1)', '    at x (Anna)', '    at x (/home/Anna-Andersson.js:1:1)', `${TID} anna.andersson TypeError `, '    at x (file:///a/åsa.js:1:1)', '198001011234', '"anna@kommun.se"', `${TID}\u2028arenden.hamta TypeError `, '\u0000', '<script>Anna</script>',
  ])('lets nothing else through, only the number of what was left out: %j', (rad) => {
    expect(rensa(rad)).toBe(STRUKEN)
  })

  it('for any text holds nothing but such lines', () => {
    const rad = new RegExp(`^(${String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z [a-zA-Z.-]{1,62} [A-Za-z-]{2,45}( [A-Z0-9_-]{1,41})?|    [\w-]+(\.[\w-]+){1,3}:\d+:\d+|\(\d+ rad(er)? är struk(en|na): .*\)`})$`)
    const delar = fc.constantFrom('Anna', TID, ' ', 'arenden.hamta', 'TypeError', '    at ', '(file:///', '.js:1:2)', '\n', 'slut', '070-123 45 67', 'kontoret')
    expect(fc.check(fc.property(fc.array(fc.oneof(delar, fc.string()), { maxLength: 12 }), (bitar) => {
      return rensa(bitar.join('')).split('\n').every((ut) => ut === '' || rad.test(ut))
    }), { numRuns: 500 }).failed).toBe(false)
  })
})

it('notes a stop in words of its own, whatever it is told, and begins anew when the log is large', () => {
  const fil = join(mapp, 'konto', 'stopp.log')
  noteraStopp(fil, 'fonstret', 'crashed', 11, TID)
  noteraStopp(fil, 'kontoret', 'Anna Andersson', 1, TID)
  expect(readFileSync(fil, 'utf8')).toBe(`${TID} fonstret crashed 11\n${TID} kontoret slut 1\n`)
  writeFileSync(fil, 'x'.repeat(200_001))
  noteraStopp(fil, 'kontoret', 'slut', 1, TID)
  expect(readFileSync(fil, 'utf8')).toBe(`${TID} kontoret slut 1\n`)
})

it('says what it is of, and of the computer no more than its system', () => {
  const text = felrapport({ tid: TID, lotsen: '0.1.0', motor: { electron: '45.4.1', node: 'Anna' }, system: 'linux 6.18.44 (anna@dator)', loggar: [{ rubrik: 'Fel i kontoret', fil: join(mapp, 'saknas.log') }], filer: FILER })
  expect(text).toContain('Lotsen 0.1.0, Electron 45.4.1, Node okänd, okänt system')
  expect(text).toMatch(/Fel i kontoret\r\nIngenting\.\r\n$/)
  expect(text).not.toMatch(/anna/i)
})
