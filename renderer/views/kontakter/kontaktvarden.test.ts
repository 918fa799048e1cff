import { describe, expect, it } from 'vitest'
import { harKodatum, harKolamnad, kanBliUppdrag, type Kontaktvarden, medUtfall, tillKontakt, tomKontakt, zKontaktvarden } from './kontaktvarden.ts'

const IDAG = '2026-11-22'
const ifylld: Kontaktvarden = { ...tomKontakt(IDAG, '2062'), initiativtagare: 'personen_sjalv', kontaktvag: 'telefon' }
const fel = (varden: Kontaktvarden) => {
  const last = zKontaktvarden.safeParse(tillKontakt(varden))
  return last.success ? {} : Object.fromEntries(last.error.issues.map((i) => [i.path.join('.'), i.message]))
}

describe('a contact as it is filled in', () => {
  it('says which choice is missing', () => {
    expect(fel(tomKontakt(IDAG, ''))).toEqual({ kommun: 'Välj en kommun.', initiativtagare: 'Välj vem som tog kontakt.', kontaktvag: 'Välj hur kontakten togs.' })
    expect(fel(ifylld)).toEqual({})
  })

  it('keeps the rules of the queue', () => {
    expect(fel({ ...ifylld, utfall: 'i_ko' })).toHaveProperty('kodatum')
    expect(fel({ ...ifylld, utfall: 'i_ko', kodatum: '2026-11-21' })).toHaveProperty('kodatum')
    expect(fel({ ...ifylld, utfall: 'tackade_nej', kodatum: IDAG })).toHaveProperty('kolamnad')
    expect(fel({ ...ifylld, utfall: 'tackade_nej', kodatum: IDAG, kolamnad: IDAG })).toEqual({})
  })
})

describe('what belongs to one outcome', () => {
  const skickat = (mer: Partial<Kontaktvarden>) => zKontaktvarden.parse(tillKontakt({ ...ifylld, ...mer }))

  it('asks where a kvalificerad hänvisning was to, and sends it with no other', () => {
    expect(fel({ ...ifylld, utfall: 'kvalificerad_hanvisning' })).toEqual({ hanvisadTill: 'Välj vart personen hänvisades.' })
    expect(skickat({ utfall: 'kvalificerad_hanvisning', hanvisadTill: 'socialtjanst', hanvisningUppfoljd: IDAG })).toMatchObject({ hanvisadTill: 'socialtjanst', hanvisningUppfoljd: IDAG })
    expect(skickat({ utfall: 'radgivning', hanvisadTill: 'socialtjanst', hanvisningUppfoljd: IDAG })).toMatchObject({ hanvisadTill: null, hanvisningUppfoljd: null })
  })

  it('sends a name with a place in the queue alone, and leaves a saved one when none is written', () => {
    const iKo = { utfall: 'i_ko', kodatum: IDAG }
    expect(skickat({ ...iKo, namn: 'Nils', telefon: '070' }).person).toEqual({ namn: 'Nils', telefon: '070' })
    expect(skickat(iKo)).not.toHaveProperty('person')
    expect(skickat({ namn: 'Nils', telefon: '070' })).not.toHaveProperty('person')
    expect(fel({ ...ifylld, ...iKo, telefon: '070' })).toHaveProperty('namn')
  })
})

describe('a new outcome', () => {
  const [ny, sparad] = [{ idag: IDAG, stodIKo: false }, { idag: IDAG, stodIKo: true }]
  it('places in the queue on the day of the contact', () => {
    expect(medUtfall({ ...ifylld, datum: '2026-11-01' }, 'i_ko', ny)).toEqual({ utfall: 'i_ko', kodatum: '2026-11-01', kolamnad: '' })
    expect(medUtfall({ ...ifylld, kodatum: '2026-11-10' }, 'i_ko', sparad)).toMatchObject({ kodatum: '2026-11-10' })
  })
  it('leaves a saved queue today', () => {
    expect(medUtfall({ ...ifylld, kodatum: '2026-11-10' }, 'radgivning', sparad)).toEqual({ utfall: 'radgivning', kolamnad: IDAG })
    expect(medUtfall({ ...ifylld, kodatum: '2026-11-10', kolamnad: '2026-11-12' }, 'radgivning', sparad)).toEqual({ utfall: 'radgivning', kolamnad: '2026-11-12' })
  })
  it('takes back a queue that was never saved', () => {
    expect(medUtfall({ ...ifylld, utfall: 'i_ko', kodatum: '2026-11-10' }, 'radgivning', ny)).toEqual({ utfall: 'radgivning', kodatum: '', kolamnad: '' })
  })
})

describe('what is asked', () => {
  it('is the days of the queue for whoever stands or has stood in it', () => {
    expect([harKodatum(ifylld), harKolamnad(ifylld)]).toEqual([false, false])
    expect([harKodatum({ utfall: 'i_ko', kodatum: '' }), harKolamnad({ utfall: 'i_ko', kodatum: IDAG })]).toEqual([true, false])
    expect([harKodatum({ utfall: 'radgivning', kodatum: IDAG }), harKolamnad({ utfall: 'radgivning', kodatum: IDAG })]).toEqual([true, true])
    expect(harKolamnad({ utfall: 'uppdrag', kodatum: IDAG })).toBe(false)
  })
})

it('can become an uppdrag while undecided or in the queue', () => {
  const rad = { struken: false, ledTillUppdrag: false, utfall: 'annu_inte_avgjort' }
  expect(kanBliUppdrag(rad)).toBe(true)
  expect(kanBliUppdrag({ ...rad, utfall: 'i_ko' })).toBe(true)
  for (const annan of [{ struken: true }, { ledTillUppdrag: true }, { utfall: 'radgivning' }]) expect(kanBliUppdrag({ ...rad, ...annan })).toBe(false)
})
