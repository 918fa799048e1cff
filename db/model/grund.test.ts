import { describe, expect, it } from 'vitest'
import { FRAN_BORJAN, zDatum } from './grund.ts'

const sagt = (dag: unknown, schema = zDatum()) => schema.safeParse(dag).error?.issues.map((i) => i.message) ?? []

describe('zDatum', () => {
  it.each(['1990-01-01', '2026-11-27', '2100-12-31'])('takes %s', (dag) => expect(sagt(dag)).toEqual([]))
  it.each(['1026-11-27', '0226-11-27', '1989-12-31'])('asks for the year of %s to be mended', (dag) => expect(sagt(dag)).toEqual(['Datumet ligger före år 1990. Rätta årtalet.']))
  it.each(['2206-11-27', '9999-12-31'])('says that %s is too far ahead', (dag) => expect(sagt(dag)).toEqual(['Datumet ligger för långt fram i tiden. Rätta årtalet.']))
  it.each(['', '2026-02-29', '1026-13-01', null])('says one thing of what is no day: %s', (dag) => expect(sagt(dag, zDatum('Skriv en dag.'))).toEqual(['Skriv en dag.']))
  it('takes an earlier day where something has been so since before anybody wrote it down', () => {
    expect(sagt(FRAN_BORJAN, zDatum(undefined, FRAN_BORJAN))).toEqual([])
    expect(sagt('1026-11-27', zDatum(undefined, FRAN_BORJAN))).toEqual(['Datumet ligger före år 1900. Rätta årtalet.'])
  })
})
