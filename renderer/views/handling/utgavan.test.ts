import { expect, it } from 'vitest'
import type { Utgavecell, Utgavefalt } from '../../../db/model/handling/utgava.ts'
import { kopietext } from './utgavan.ts'

const cell = (text: string): Utgavecell => ({ varde: text, text, mask: null, figur: null, rattad: null })
const falt = (rest: Partial<Utgavefalt>): Utgavefalt => ({ id: 'a', etikett: 'Kommun', hjalp: '', typ: 'text', enhet: '', cell: null, tabell: null, ...rest })

it('copies a text as it is, a table so that it can be pasted in boxes, and nothing of what is empty', () => {
  expect(kopietext(falt({ cell: cell('Två rader\nord') }), 'Summa')).toBe('Två rader\nord')
  expect(kopietext(falt({ cell: cell('') }), 'Summa')).toBe('')
  const tabell = { kolumner: [{ rubrik: 'Stöd', enhet: '', typ: 'tal' as const }], rader: [{ etikett: 'Mora', celler: [cell('61')] }], summa: [cell('61')] }
  expect(kopietext(falt({ typ: 'tabell', tabell }), 'Summa')).toBe('Kommun\tStöd\nMora\t61\nSumma\t61')
  expect(kopietext(falt({ typ: 'tabell', tabell: { ...tabell, rader: [] } }), 'Summa')).toBe('')
})
