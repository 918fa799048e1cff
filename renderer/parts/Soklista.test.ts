import { describe, expect, it } from 'vitest'
import { KOMMUNER } from '../../db/model/kommuner.ts'
import { stammer } from './Soklista.tsx'

const kommuner = KOMMUNER.map(({ namn }) => ({ text: namn }))
const traffar = (sokt: string, lista: readonly { text: string }[] = kommuner) => lista.filter((rad) => stammer(rad.text, sokt, lista)).map((rad) => rad.text)

describe('stammer', () => {
  it('takes rows with a word that begins so', () => {
    expect(traffar('mor')).toEqual(['Mora'])
    expect(traffar('SÄL')).toEqual(['Malung-Sälen'])
    expect(traffar('skuld', [{ text: 'Ekonomi/skulder' }, { text: 'Bostad/vräkningshot' }])).toEqual(['Ekonomi/skulder'])
  })
  it('takes rows that hold it anywhere when no word begins so', () => {
    expect(traffar('kontakter', [{ text: 'Myndighetskontakter' }, { text: 'Boende' }])).toEqual(['Myndighetskontakter'])
  })
  it('keeps å, ä and ö apart, and everything when nothing is typed', () => {
    expect(traffar('håbo')).toEqual(['Håbo'])
    expect(traffar('')).toHaveLength(290)
  })
})
