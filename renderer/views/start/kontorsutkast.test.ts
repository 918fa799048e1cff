import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zAnvandarnamn } from '../../../db/model/grund.ts'
import { farVisas, foreslaAnvandarnamn, forstaObesvarade, type Kontorsutkast, kontorsfil, rollerIOrd, TOM_PERSON, TOMT_UTKAST } from './kontorsutkast.ts'

const LOSENORD = 'linden-vid-an-41'
const HELT: Kontorsutkast = {
  namn: 'Personligt ombud Norra Dalarna',
  vardkommun: '2062',
  kommuner: ['2062', '2034'],
  du: { ...TOM_PERSON, namn: 'Karin Berg', anvandarnamn: 'karin', roller: ['administrator'], losenord: LOSENORD, igen: LOSENORD },
  andra: [{ ...TOM_PERSON, namn: 'Anna Lind', anvandarnamn: 'anna', roller: ['ombud'], losenord: LOSENORD }],
  ny: TOM_PERSON,
  andraKlara: true,
  plan: { svar: 'senare', referens: '' },
}

describe('the order of the pages', () => {
  it('leads to the first that lacks an answer', () => {
    expect(forstaObesvarade(TOMT_UTKAST)).toBe('enhet')
    expect(forstaObesvarade({ ...HELT, kommuner: [] })).toBe('kommuner')
    expect(forstaObesvarade({ ...HELT, du: { ...HELT.du, igen: 'annat' } })).toBe('du')
    expect(forstaObesvarade({ ...HELT, andraKlara: false })).toBe('anvandare')
    expect(forstaObesvarade({ ...HELT, du: { ...HELT.du, roller: ['ombud'] } })).toBe('anvandare')
    expect(forstaObesvarade({ ...HELT, plan: TOMT_UTKAST.plan })).toBe('plan')
    expect(forstaObesvarade({ ...HELT, plan: { svar: 'bekraftad', referens: ' ' } })).toBe('plan')
    expect(forstaObesvarade(HELT)).toBeUndefined()
  })
  it('shows no page before those it rests on', () => {
    expect(farVisas('nyckelblad', TOMT_UTKAST)).toBe(false)
    expect(farVisas('enhet', TOMT_UTKAST)).toBe(true)
    expect(farVisas('grupper', { ...HELT, andraKlara: false })).toBe(false)
    expect(farVisas('grupper', HELT)).toBe(true)
  })
})

describe('kontorsfil', () => {
  it('puts whoever sits at the keyboard first, and sends nothing but what an office is made of', () => {
    const fil = kontorsfil(HELT)
    expect(fil.anvandare).toEqual([
      { anvandarnamn: 'karin', namn: 'Karin Berg', roller: ['administrator'], losenord: LOSENORD },
      { anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord: LOSENORD },
    ])
    expect(fil.enhet).toEqual({ namn: 'Personligt ombud Norra Dalarna', vardkommun: '2062' })
  })
  it('holds the plan for documents only when it was confirmed', () => {
    expect(kontorsfil(HELT)).not.toHaveProperty('dokumenthanteringsplan')
    expect(kontorsfil({ ...HELT, plan: { svar: 'senare', referens: 'SN 2026/88' } })).not.toHaveProperty('dokumenthanteringsplan')
    expect(kontorsfil({ ...HELT, plan: { svar: 'bekraftad', referens: 'SN 2026/88' } })).toMatchObject({ dokumenthanteringsplan: 'SN 2026/88' })
  })
})

describe('foreslaAnvandarnamn', () => {
  it('takes the first name, and adds what tells people apart', () => {
    expect(foreslaAnvandarnamn('Anna Lind', [])).toBe('anna')
    expect(foreslaAnvandarnamn('Anna Lind', ['anna'])).toBe('anna.lind')
    expect(foreslaAnvandarnamn('Anna Lind', ['anna', 'anna.lind'])).toBe('anna.lind2')
    expect(foreslaAnvandarnamn('Åsa-Märta Öberg', [])).toBe('åsa-märta')
    expect(foreslaAnvandarnamn('Zoë Łuczak', [])).toBe('zoe')
    expect(foreslaAnvandarnamn('  ', [])).toBe('')
  })
  it('is always a name that the office takes, and never one that is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (namn, andra) => {
        const forsta = foreslaAnvandarnamn(namn, andra)
        const forslag = foreslaAnvandarnamn(namn, [...andra, forsta])
        for (const ett of [forsta, forslag].filter((f) => f !== '')) expect(zAnvandarnamn.parse(ett)).toBe(ett)
        if (forslag !== '') expect(forslag).not.toBe(forsta)
      }),
    )
  })
})

describe('rollerIOrd', () => {
  it('has one order', () => {
    expect(rollerIOrd(['administrator', 'ombud'])).toBe('Ombud, Administratör')
  })
})
