import fc from 'fast-check'
import { expect, test } from 'vitest'
import { raderForAr } from './flera.ts'
import { MORA, ORSA, kontakt, rader, rakneAr, register, uppdrag, val } from './provregister.ts'
import { raknaRedovisning } from './rakna.ts'

test('what one year needs of many gives the same figures as all of it', () => {
  fc.assert(fc.property(register, rakneAr, fc.constantFrom(null, [MORA], [MORA, ORSA]), (reg, ar, urval) => {
    const v = val({ urval })
    expect(raknaRedovisning(raderForAr(reg, `${ar}-01-01`, `${ar}-12-31`), ar, v)).toEqual(raknaRedovisning(reg, ar, v))
  }), { numRuns: 400 })
})

test('leaves out what only other years ask for', () => {
  const reg = rader({
    uppdrag: [
      uppdrag('2020-0001', '2020-01-01', '2020-12-31'), // long over, and its client came back
      uppdrag('2020-0001', '2024-03-01', null),
      uppdrag('2020-0002', '2020-01-01', '2020-12-31'), // long over
      uppdrag('2021-0003', '2021-01-01', '2022-12-31'), // its client was here already when the year began: cannot have come back
      uppdrag('2021-0003', '2023-01-01', null),
      uppdrag('2025-0004', '2025-01-01', null),
    ],
    kontakter: [kontakt('2023-12-31'), kontakt('2024-12-31'), kontakt('2025-01-01'), kontakt('2023-05-01', { kodatum: '2023-05-01', kolamnad: '2025-01-01' }), kontakt('2023-05-02', { kodatum: '2023-05-02', kolamnad: '2024-12-31' })],
  })
  const svar = raderForAr(reg, '2024-01-01', '2024-12-31')
  expect(svar.uppdrag.map((u) => `${u.arende} ${u.start}`)).toEqual(['2020-0001 2024-03-01', '2021-0003 2023-01-01', '2020-0001 2020-01-01'])
  expect(svar.kontakter.map((k) => k.datum)).toEqual(['2024-12-31', '2023-05-01'])
})

test('keeps the earlier uppdrag of somebody who came back by moving to the kommun', () => {
  const reg = rader({ uppdrag: [uppdrag('2020-0001', '2020-01-01', '2020-12-31', { kommun: MORA }), uppdrag('2020-0001', '2023-01-01', null, { kommun: ORSA, kommunbyten: [{ datum: '2024-05-01', kommun: MORA }] })] })
  const v = val({ urval: [MORA] })
  expect(raknaRedovisning(reg, 2024, v).figurer.aterkommande).toBe(1)
  expect(raknaRedovisning(raderForAr(reg, '2024-01-01', '2024-12-31'), 2024, v).figurer.aterkommande).toBe(1)
})
