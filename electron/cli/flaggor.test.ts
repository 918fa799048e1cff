import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Anvandningsfel, lasFlaggor } from './flaggor.ts'

const FLAGGOR = {
  data: { slag: 'text', kravs: true, vad: '' },
  kommun: { slag: 'flera', vad: '' },
  format: { slag: 'text', val: ['json', 'csv'], vad: '' },
  antal: { slag: 'text', vad: '' },
  json: { slag: 'ja', vad: '' },
} as const

describe('flags', () => {
  it('are read by kind', () => {
    const a = lasFlaggor(['--data', 'd', '--kommun', '1', '--kommun=2', '--json', '--antal', '7'], FLAGGOR)
    expect([a.text('data'), a.flera('kommun'), a.ja('json'), a.valfri('format'), a.heltal('antal', 1, 9)]).toEqual(['d', ['1', '2'], true, undefined, 7])
  })

  it.each([
    [['--kommun', '1'], '--data saknas.'],
    [['--data'], '--data saknar värde.'],
    [['--data', ' '], '--data saknar värde.'],
    [['--data', '--json'], '--data saknar värde.'],
    [['--data', 'd', '--kommun', ''], '--kommun saknar värde.'],
    [['--data', 'd', '--fel'], 'Flaggan --fel finns inte för det här kommandot.'],
    [['--data', 'd', '-x'], 'Flaggan -x finns inte för det här kommandot.'],
    [['--data', 'd', '--json=1'], '--json tar inget värde.'],
    [['--data', 'd', 'lös'], 'Det står något efter kommandot som inte är en flagga.'],
    [['--data', 'd', '--format', 'pdf'], '--format ska vara json, csv.'],
  ])('%j: %s', (argument, mening) => {
    expect(() => lasFlaggor(argument, FLAGGOR)).toThrow(new Anvandningsfel(mening))
  })

  it.each(['0', '10', '-1', '1.5', '1e1', 'x', ''])('a whole number out of bounds is wrong usage: %s', (text) => {
    expect(() => lasFlaggor(['--data', 'd', `--antal=${text}`], FLAGGOR).heltal('antal', 1, 9)).toThrow(Anvandningsfel)
  })

  it('are never anything but right or wrong usage', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('--data', '--json', '--kommun', '--', '-', '--format=csv', '--no-json', '--__proto__'), fc.string())), (argument) => {
        try {
          lasFlaggor(argument, FLAGGOR)
        } catch (fel) {
          expect(fel).toBeInstanceOf(Anvandningsfel)
        }
      }),
    )
  })
})
