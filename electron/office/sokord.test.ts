import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kontrakt } from './contract/index.ts'

/**
 * In handling cases and running the work only name, person-/samordningsnummer or ärendenummer may be used to search
 * for people (2001:637 15 §, DOMAIN §3). So a list of people can be asked for in no other way: if somebody adds kön,
 * ålder, livsområde or orsak as a filter to one of these procedures, this test is where the law says no.
 */
const PERSONLISTOR = ['arenden.mina', 'kontakter.lista', 'veckan.min'] as const
const KANSLIGT = /kon$|kön|fodelsear|alder|orsak|livsomrade|forsorjning|sysselsattning|boende|barn|aktor|prioritet|avslutsorsak|utfall/i

function inputFalt(namn: string): string[] {
  const [area, procedur] = namn.split('.') as [keyof typeof kontrakt, string]
  const schema = (kontrakt[area] as Record<string, { '~orpc': { inputSchema?: z.ZodType } }>)[procedur]?.['~orpc'].inputSchema
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

describe('lists of people', () => {
  it.each(PERSONLISTOR)('%s takes no sensitive matter to filter by', (namn) => {
    expect(inputFalt(namn).filter((falt) => KANSLIGT.test(falt))).toEqual([])
  })

  it('sees a field when there is one', () => {
    expect(inputFalt('kontakter.ny')).toContain('orsaker')
    expect(KANSLIGT.test('orsaker')).toBe(true)
  })
})
