import { expect, it } from 'vitest'
import { zNodoppning } from '../../../db/model/overlamningar.ts'
import { TOM_NODOPPNING, zNodvarden } from './nodvarden.ts'

const ifylld = { ...TOM_NODOPPNING, fran: crypto.randomUUID(), till: crypto.randomUUID(), skal: 'Sjukdom', nyckel: ' abcd efgh ' }

it('sends all of the ombud’s cases, or the chosen ones', () => {
  expect(zNodoppning.parse(zNodvarden.parse({ ...ifylld, nummer: ['2026-0001'] }))).toMatchObject({ nummer: null, nyckel: 'abcd efgh', skal: 'Sjukdom' })
  expect(zNodoppning.parse(zNodvarden.parse({ ...ifylld, omfattning: 'valda', nummer: ['2026-0001'] }))).toMatchObject({ nummer: ['2026-0001'] })
})

it('says what is missing, each at its field', () => {
  const falt = (varden: object) => zNodvarden.safeParse(varden).error?.issues.map((i) => i.path.join('.'))
  expect(falt(TOM_NODOPPNING)).toEqual(['fran', 'till', 'skal', 'nyckel'])
  expect(falt({ ...ifylld, omfattning: 'valda' })).toEqual(['nummer'])
})
