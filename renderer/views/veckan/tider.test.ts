import { describe, expect, it } from 'vitest'
import { lagdagar } from './tider.ts'

const dagar = (idag: string) => lagdagar(idag).map(({ slag, datum, ar }) => `${slag} ${ar} ${datum}`)

describe('the days of the law', () => {
  it('are the next ones, each with the year it is about', () => {
    expect(dagar('2026-11-22')).toEqual(['redovisning 2026 2027-01-15', 'ansokan 2027 2027-03-01'])
  })
  it('still hold on the day itself, and then go to the next year', () => {
    expect(dagar('2027-01-15')[0]).toBe('redovisning 2026 2027-01-15')
    expect(dagar('2027-01-16')).toEqual(['ansokan 2027 2027-03-01', 'redovisning 2027 2028-01-15'])
    expect(dagar('2028-02-29')).toEqual(['ansokan 2028 2028-03-01', 'redovisning 2028 2029-01-15'])
    expect(dagar('2027-03-02')).toEqual(['redovisning 2027 2028-01-15', 'ansokan 2028 2028-03-01'])
  })
})
