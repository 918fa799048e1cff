import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harPersonnummer, harPersonnummerIText, harPersonnummerITelefon, hittaPersonnummer } from './personnummer.ts'

const IDAG = '2026-11-22'

describe('a personnummer in a text', () => {
  it.each([
    '19750101-2384', '197501012384', '750101-2384', '7501012384', '750101+2384', '19750101 2384', '19750101 - 2384',
    '1975-01-01-2384', '75.01.01 2384', '750101–2384', '750101\u20112384', '１９７５０１０１２３８４', '750101\u00A02384',
    '19750161-2384', '7501912384', '20000229-0000', 'Elsa (750101-2384) i Mora', 'pnr:7501012384.',
  ])('is seen: %s', (text) => {
    expect(harPersonnummer(text, IDAG)).toBe(true)
  })

  it.each([
    '', '2026-03-01', '20260301', '2026-0014', '1975', '19751301-2384', '19750100-2384', '750132-2384', '750160-2384', '19750192-2384',
    '20250229-0000', '070-123 45 67', '0250-123 45', '123456789012345', '5560360793', '2026-03-01 12:30', '19750101-23845', '3519750101-2384',
  ])('is not seen: %s', (text) => {
    expect(harPersonnummer(text, IDAG)).toBe(false)
  })

  it('says where it stands and which birth year it gives', () => {
    expect(hittaPersonnummer('Elsa 750101-2384, Åke 19441231-0000', IDAG)).toEqual([
      { start: 5, slut: 16, fodelsear: 1975 },
      { start: 22, slut: 35, fodelsear: 1944 },
    ])
  })

  it.each([
    ['261122-0000', 2026],
    ['261123-0000', 1926],
    ['260101+0000', 1926],
    ['990101-0000', 1999],
    ['990101+0000', 1899],
    ['261182-0000', 2026],
  ])('takes the century from the sign and from today: %s → %d', (text, ar) => {
    expect(hittaPersonnummer(text, IDAG)[0]?.fodelsear).toBe(ar)
  })

  it('is seen however it is written', () => {
    const dag = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
    fc.assert(
      fc.property(dag, fc.boolean(), fc.nat(9999), fc.constantFrom('', '-', ' ', '+'), fc.boolean(), fc.constantFrom('', 'a ', '('), (d, samordning, nr, tecken, kort, fore) => {
        const [ar = '', manad = '', dagen = ''] = d.toISOString().slice(0, 10).split('-')
        const siffror = `${kort ? ar.slice(2) : ar}${manad}${samordning ? Number(dagen) + 60 : dagen}`
        expect(harPersonnummer(`${fore}${siffror}${tecken}${String(nr).padStart(4, '0')}`, IDAG)).toBe(true)
      }),
    )
  })
})

describe('a free text', () => {
  it.each(['Ring 0701234567 före nio.', 'Handläggaren har 070-123 45 67.', 'OCR 12345', 'Mötet är 2026-11-22 kl. 10.30.'])('may hold: %s', (text) => {
    expect(harPersonnummerIText(text, IDAG)).toBe(false)
  })

  it.each(['Skrev på, 560312-1234.', 'pnr 5603121234', '19560312 1234', 'född 070115-2384'])('is told of: %s', (text) => {
    expect(harPersonnummerIText(text, IDAG)).toBe(true)
  })
})

describe('a phone number', () => {
  it.each(['0701234567', '070-123 45 67', '0701-23 45 67', '+46701234567', '46701234567', '0046701234567', '08-12 34 56 78', '0250-123456', '0301151234', '070115-2383'])('is let through: %s', (text) => {
    expect(harPersonnummerITelefon(text, IDAG)).toBe(false)
  })

  it.each(['19750101-2384', '197501012384', '20070123-4567', '811218-9876', '8112189876'])('is no place for a personnummer: %s', (text) => {
    expect(harPersonnummerITelefon(text, IDAG)).toBe(true)
  })

  it('beginning with 0 is a personnummer only when it names the birth year on the row', () => {
    expect(harPersonnummerITelefon('0002290005', IDAG, 2000)).toBe(true)
    expect(harPersonnummerITelefon('0002290005', IDAG, 1975)).toBe(false)
  })
})
