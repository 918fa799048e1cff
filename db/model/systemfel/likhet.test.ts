import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liknande, nyckelord, stam, type Jamforelse } from './likhet.ts'

const brist = (text: string, egna: Partial<Jamforelse> = {}): Jamforelse => ({ kategori: 'handlaggningstid', aktor: 'forsakringskassan', kommun: '2062', text, ...egna })
const BYTEN = brist('Handläggaren byts ofta, och den nya vet ingenting om ärendet.')
const BANKID = brist('Ansökan går bara att göra med BankID.', { kategori: 'digitalisering', aktor: 'kommunen_ovrigt', kommun: null })
const KO = brist('Väntetiden till utredning inom psykiatrin är över två år.', { kategori: 'tillganglighet', aktor: 'psykiatri' })
const KANDA = [BYTEN, BANKID, KO]
const ny = (text: string, egna: Partial<Jamforelse> = {}) => liknande(brist(text, egna), KANDA)

describe('what resembles what', () => {
  test('the same in other words and inflections, with the words it is known by', () => {
    const [svar] = ny('Täta byten av handläggare gör att ärenden börjar om.')
    expect(svar?.brist).toBe(BYTEN)
    expect(svar?.ord).toEqual(expect.arrayContaining(['handläggare', 'ärenden']))
    expect(svar?.samma).toEqual(['aktor', 'kategori', 'kommun'])
  })
  test('compounds begin with the same word', () => {
    expect(ny('Lång väntetid till neuropsykiatrisk utredning; psykiatrin svarar inte.', { aktor: 'psykiatri', kategori: null, kommun: null })[0]?.brist).toBe(KO)
  })
  test('the same actor alone is no likeness', () => expect(ny('Breven är skrivna på svår svenska.')).toEqual([]))
  test('nothing is offered before there is something to go by', () => {
    expect(ny('')).toEqual([])
    expect(ny('Handläggaren')).toEqual([])
  })
  test('common words tell nothing', () => expect(nyckelord('Det är inte så att personen har fått hjälp').size).toBe(0))
  test.each([['handläggarens', 'handläggare'], ['ansökan', 'ansökningar'], ['utredningen', 'utredningar'], ['avslag', 'avslagen'], ['ärendet', 'ärendena']])('%s and %s have one stem or begin alike', (a, b) => {
    expect(stam(a).startsWith(stam(b)) || stam(b).startsWith(stam(a))).toBe(true)
  })
})

describe('for any texts', () => {
  const ord = fc.constantFrom('handläggaren', 'byts', 'ofta', 'ärendet', 'bankid', 'ansökan', 'väntetid', 'utredning', 'är', 'två', 'psykiatrin', 'åker', 'öppettider')
  const en = fc.record({ kategori: fc.constantFrom('a', 'b', null), aktor: fc.constantFrom('x', 'y', null), kommun: fc.constantFrom('2062', null), text: fc.array(ord, { maxLength: 12 }).map((o) => o.join(' ')) })
  test('the likest come first, at most three, never without two words in common', () => {
    fc.assert(fc.property(en, fc.array(en, { maxLength: 8 }), (a, andra) => {
      const svar = liknande(a, andra)
      expect(svar.length).toBeLessThanOrEqual(3)
      svar.forEach((l, i) => {
        expect(l.ord.length).toBeGreaterThanOrEqual(2)
        if (i > 0) expect(l.poang).toBeLessThanOrEqual(svar[i - 1]?.poang ?? 0)
      })
    }))
  })
  test('a text resembles itself if it says anything', () => {
    fc.assert(fc.property(en, (a) => { expect(liknande(a, [a]).length).toBe(nyckelord(a.text).size >= 2 ? 1 : 0) }))
  })
})
