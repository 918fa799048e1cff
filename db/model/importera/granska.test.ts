import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giltigtRegister, KONTAKTRAD, type Rad, SAMMANHANG, tabellAv, UPPDRAGSRAD } from '../../../test/fixtures/register.ts'
import { granskaRegister, granskaStegvis } from './granska.ts'
import { KOLUMNER, type Kolumn } from './kolumner.ts'
import type { Tabell } from './typer.ts'

const granska = (...rader: Rad[]) => granskaRegister(tabellAv(rader), SAMMANHANG)
const stallen = (...rader: Rad[]) => granska(...rader).fel.map((f) => `${f.rad} ${f.kolumn}`)
const uppdrag = (andrat: Rad = {}): Rad => ({ ...UPPDRAGSRAD, ...andrat })
const avslutat = (andrat: Rad = {}): Rad => uppdrag({ startdatum: '2025-03-01', kontaktdatum: '2025-02-01', planerat_slut: '', slutdatum: '2025-06-30', avslutsorsak: 'Flyttat', ...andrat })
const kontakt = (andrat: Rad = {}): Rad => ({ ...KONTAKTRAD, ...andrat })

describe('a register without errors', () => {
  it('gives the client, the uppdrag and the contact in codes', () => {
    const { fel, data, ...antal } = granska(uppdrag(), kontakt())
    expect(fel).toEqual([])
    expect(antal).toMatchObject({ rader: 2, klienter: 1, uppdrag: 1, kontakter: 2 })
    expect(data?.klienter).toEqual([
      { nummer: '2026-0014', befintlig: false, kon: 'kvinna', fodelsear: 1975, namn: 'Elsa Exempel', telefon: '070-123 45 67', ombudId: 'id-anna' },
    ])
    expect(data?.uppdrag).toEqual([
      { rad: 2, klient: '2026-0014', ombudId: 'id-anna', kommun: '2062', start: '2026-03-01', planeratSlut: '2026-12-01', slut: null, avslutsorsak: null, orsaker: ['bostad_vrakningshot', 'annat'], livsomraden: ['boende'] },
    ])
    expect(data?.kontakter).toMatchObject([
      { rad: 2, datum: '2026-02-01', utfall: 'uppdrag', klient: '2026-0014', uppdrag: 0, kontaktvag: 'telefon', initiativtagare: 'personen_sjalv' },
      { rad: 3, utfall: 'radgivning', klient: null, uppdrag: null, kontaktvag: 'uppgift_saknas', initiativtagare: 'uppgift_saknas', orsaker: [] },
    ])
  })

  it.each([
    ['labels without regard to case or spaces', uppdrag({ kon: ' KVINNA ', orsaker: ' annat |bostad/vräkningshot| ', kommun: 'mora KOMMUN', ombud: 'ANNA' })],
    ['text in decomposed form', uppdrag({ initiativtagare: 'Personen själv'.normalize('NFD') })],
    ['the alias of an avslutsorsak', avslutat({ avslutsorsak: 'Lotsad till annan insats' })],
    ['a contact whose uppdrag begins the same day', uppdrag({ kontaktdatum: '2026-03-01', kodatum: '2026-03-01' })],
    ['an uppdrag of one day', avslutat({ startdatum: '2025-03-01', slutdatum: '2025-03-01' })],
    ['the outcome Uppdrag beside startdatum', uppdrag({ utfall: 'uppdrag' })],
    ['nothing known about the client', uppdrag({ kon: '', fodelsear: '', kontaktvag: '', initiativtagare: '', orsaker: '', namn: '', telefon: '' })],
    ['the words Uppgift saknas as birth year', uppdrag({ fodelsear: 'Uppgift saknas' })],
    ['a leap day', kontakt({ kontaktdatum: '2024-02-29' })],
  ])('accepts %s', (_, rad) => {
    expect(stallen(rad)).toEqual([])
  })

  it.each([
    [{}, 'annu_inte_avgjort'],
    [{ kodatum: '2026-02-02' }, 'i_ko'],
    [{ kodatum: '2026-02-02', kolamnad: '2026-03-02' }, 'annu_inte_avgjort'],
    [{ kodatum: '2026-02-02', kolamnad: '2026-03-02', utfall: 'Tackade nej' }, 'tackade_nej'],
    [{ utfall: 'Uppgift saknas' }, 'uppgift_saknas'],
  ] satisfies [Rad, string][])('an empty outcome is read from the queue dates: %j → %s', (rad, utfall) => {
    expect(granska(kontakt({ utfall: '', ...rad })).data?.kontakter[0]?.utfall).toBe(utfall)
  })

  it('gives the case to the ombud of the latest uppdrag, whatever the order of the rows', () => {
    const rader = [uppdrag({ ombud: 'bo' }), avslutat({ ombud: 'anna' })]
    expect(granska(...rader).data?.klienter[0]?.ombudId).toBe('id-bo')
    expect(granska(...rader.toReversed()).data?.klienter[0]?.ombudId).toBe('id-bo')
  })

  it('lets a row that says nothing about the client agree with one that does', () => {
    const { fel, data } = granska(avslutat({ kon: '', fodelsear: '' }), uppdrag())
    expect(fel).toEqual([])
    expect(data?.klienter).toMatchObject([{ kon: 'kvinna', fodelsear: 1975 }])
  })

  it('adds to a client the office has', () => {
    const rad = uppdrag({ arendenummer: '2020-0001', fodelsear: '1970' })
    const { fel, data, upplysningar } = granska(rad)
    expect(fel).toEqual([])
    expect(data?.klienter).toMatchObject([{ nummer: '2020-0001', befintlig: true, ombudId: 'id-anna' }])
    expect(upplysningar).toMatchObject([{ kolumn: 'namn', rader: [2] }])
  })

  it('keeps leading zeros that a spreadsheet lost', () => {
    const tabell: Tabell = {
      header: ['kommun', 'kontaktdatum', 'arendenummer', 'ombud', 'startdatum', 'fodelsear', 'telefon'],
      rader: [{ nummer: 2, celler: [114, '2026-02-01', '2026-0001', 'anna', '2026-02-01', 1975, 701234567] }],
    }
    const { fel, data } = granskaRegister(tabell, { ...SAMMANHANG, kommuner: [{ kod: '0114', fran: null, till: null }] })
    expect(fel).toEqual([])
    expect(data?.uppdrag[0]?.kommun).toBe('0114')
    expect(data?.klienter[0]).toMatchObject({ telefon: '0701234567', fodelsear: 1975 })
  })
})

describe('cells', () => {
  it('with several labels give each code once, and Uppgift saknas only alone', () => {
    const orsaker = (text: string) => granska(kontakt({ orsaker: text })).data?.kontakter[0]?.orsaker
    expect(orsaker('Annat||annat| Uppgift saknas ')).toEqual(['annat'])
    expect(orsaker('uppgift saknas')).toEqual(['uppgift_saknas'])
    expect(orsaker('|')).toEqual([])
  })

  it('of a spreadsheet that hold a personnummer without its leading zeros are refused', () => {
    const tabell: Tabell = { header: ['kommun', 'kontaktdatum', 'fodelsear'], rader: [{ nummer: 2, celler: [2062, '2026-02-01', 503151234] }] }
    expect(granskaRegister(tabell, SAMMANHANG).fel).toMatchObject([{ rad: 2, kolumn: 'fodelsear', fel: expect.stringContaining('personnummer') }])
  })
})

describe('one row', () => {
  it.each([
    ['kommun missing', kontakt({ kommun: '' }), ['2 kommun']],
    ['kommun of another unit', kontakt({ kommun: 'Göteborg' }), ['2 kommun']],
    ['kommun that is none', kontakt({ kommun: 'Storstad' }), ['2 kommun']],
    ['kommun that had left the unit', kontakt({ kommun: '2039' }), ['2 kommun']],
    ['kommun that had not joined the unit', kontakt({ kommun: '2034', kontaktdatum: '2014-12-31' }), ['2 kommun']],
    ['kontaktdatum missing', kontakt({ kontaktdatum: '' }), ['2 kontaktdatum']],
    ['a date in another form', kontakt({ kontaktdatum: '1/2 2026' }), ['2 kontaktdatum']],
    ['a day that does not exist', kontakt({ kontaktdatum: '2025-02-29' }), ['2 kontaktdatum']],
    ['a month that does not exist', kontakt({ kontaktdatum: '2025-13-01' }), ['2 kontaktdatum']],
    ['a year long past', kontakt({ kontaktdatum: '1926-02-01' }), ['2 kontaktdatum']],
    ['a year far ahead', kontakt({ kontaktdatum: '2062-02-01' }), ['2 kontaktdatum']],
    ['kodatum before kontaktdatum', kontakt({ kodatum: '2026-01-31', utfall: 'I kö' }), ['2 kodatum']],
    ['kolamnad before kodatum', kontakt({ kodatum: '2026-02-05', kolamnad: '2026-02-04' }), ['2 kolamnad']],
    ['kolamnad without kodatum', kontakt({ kolamnad: '2026-02-04' }), ['2 kolamnad']],
    ['I kö without kodatum', kontakt({ utfall: 'I kö' }), ['2 utfall']],
    ['I kö after leaving the queue', kontakt({ utfall: 'I kö', kodatum: '2026-02-05', kolamnad: '2026-02-06' }), ['2 utfall']],
    ['Uppdrag without startdatum', kontakt({ utfall: 'Uppdrag' }), ['2 utfall']],
    ['an unknown outcome', kontakt({ utfall: 'Radgivning' }), ['2 utfall']],
    ['two outcomes', kontakt({ utfall: 'Rådgivning|Tackade nej' }), ['2 utfall']],
    ['startdatum before kontaktdatum', uppdrag({ startdatum: '2026-01-31' }), ['2 startdatum']],
    ['startdatum before kodatum', uppdrag({ kodatum: '2026-03-02' }), ['2 startdatum']],
    ['slutdatum before startdatum', avslutat({ slutdatum: '2025-02-28' }), ['2 slutdatum']],
    ['planerat_slut before startdatum', uppdrag({ planerat_slut: '2026-02-28' }), ['2 planerat_slut']],
    ['kolamnad beside startdatum', uppdrag({ kodatum: '2026-02-01', kolamnad: '2026-02-20' }), ['2 kolamnad']],
    ['another outcome beside startdatum', uppdrag({ utfall: 'Rådgivning' }), ['2 utfall']],
    ['slutdatum without avslutsorsak', uppdrag({ slutdatum: '2026-06-01' }), ['2 avslutsorsak']],
    ['avslutsorsak without slutdatum', uppdrag({ avslutsorsak: 'Flyttat' }), ['2 slutdatum']],
    ['startdatum without arendenummer', uppdrag({ arendenummer: '' }), ['2 arendenummer']],
    ['startdatum without ombud', uppdrag({ ombud: '' }), ['2 ombud']],
    ['slutdatum without startdatum', kontakt({ slutdatum: '2026-06-01', avslutsorsak: 'Flyttat' }), ['2 slutdatum', '2 avslutsorsak']],
    ['planerat_slut without startdatum', kontakt({ planerat_slut: '2026-06-01' }), ['2 planerat_slut']],
    ['an ombud that does not exist', uppdrag({ ombud: 'anan' }), ['2 ombud']],
    ['an ombud without the role', uppdrag({ ombud: 'chef' }), ['2 ombud']],
    ['an ombud that is disabled', uppdrag({ ombud: 'gamla' }), ['2 ombud']],
    ['arendenummer in another form', uppdrag({ arendenummer: '2026-14' }), ['2 arendenummer']],
    ['an unknown kön', uppdrag({ kon: 'Flicka' }), ['2 kon']],
    ['a birth year of two digits', uppdrag({ fodelsear: '75' }), ['2 fodelsear']],
    ['a birth year to come', uppdrag({ fodelsear: '2027' }), ['2 fodelsear']],
    ['a birth year long past', uppdrag({ fodelsear: '1875' }), ['2 fodelsear']],
    ['an unknown reason among known', uppdrag({ orsaker: 'Annat|Okänd' }), ['2 orsaker']],
    ['a name beyond reason', uppdrag({ namn: 'x'.repeat(121) }), ['2 namn']],
    ['an ärende without ombud', kontakt({ arendenummer: '2026-0001' }), ['2 ombud']],
    ['a personnummer as birth year', uppdrag({ fodelsear: '197501012384' }), ['2 fodelsear']],
    ['a personnummer in a name', uppdrag({ namn: 'Elsa 750101-2384' }), ['2 namn']],
    ['a personnummer as phone number', uppdrag({ telefon: '19750101-2384' }), ['2 telefon']],
    ['a samordningsnummer as ärendenummer', uppdrag({ arendenummer: '197501612384' }), ['2 arendenummer']],
    ['several things at once, in order of column', uppdrag({ kommun: '', kon: 'x', slutdatum: '2026-06-01' }), ['2 kommun', '2 kon', '2 avslutsorsak']],
  ] satisfies [string, Rad, string[]][])('reports %s', (_, rad, vantat) => {
    expect(stallen(rad)).toEqual(vantat)
  })

  it('gives no data as long as one row has an error', () => {
    expect(granska(uppdrag(), kontakt({ kommun: '' })).data).toBeNull()
  })

  it('says nothing of what the cell held', () => {
    const { fel } = granska(uppdrag({ namn: 'Hemlig 750101-2384', telefon: '19750101-2384', kon: 'Hemlig', ombud: 'hemlig', kommun: 'Hemlig', arendenummer: 'hemlig', kontaktdatum: 'hemlig', avslutsorsak: 'hemlig' }))
    expect(fel.length).toBeGreaterThan(6)
    for (const f of fel) expect(f.fel.toLowerCase()).not.toMatch(/hemlig|750101|2384/u)
  })

  it('suggests the label that was meant', () => {
    expect(granska(kontakt({ utfall: 'Radgivning' })).fel[0]?.fel).toContain('”Rådgivning”')
  })
})

describe('rows of one client', () => {
  it.each([
    ['different kön', [avslutat(), uppdrag({ kon: 'Man' })], ['3 kon']],
    ['different birth year', [avslutat(), uppdrag({ fodelsear: '1976' })], ['3 fodelsear']],
    ['different names', [avslutat(), uppdrag({ namn: 'Elsa Exempelsson' })], ['3 namn']],
    ['different phone numbers', [avslutat(), uppdrag({ telefon: '0250-111 11' })], ['3 telefon']],
    ['uppdrag that share a day', [avslutat(), uppdrag({ kontaktdatum: '2025-06-01', startdatum: '2025-06-30' })], ['3 startdatum']],
    ['an uppdrag within another', [avslutat({ startdatum: '2025-04-01', slutdatum: '2025-05-01' }), avslutat()], ['2 startdatum']],
    ['two open uppdrag', [uppdrag({ startdatum: '2026-04-01' }), uppdrag()], ['2 startdatum']],
    ['the same uppdrag twice', [uppdrag(), uppdrag()], ['3 startdatum']],
    ['an uppdrag that the office has', [avslutat({ arendenummer: '2020-0001', fodelsear: '1970', kontaktdatum: '2020-01-01', startdatum: '2020-12-31', slutdatum: '2021-01-31' })], ['2 startdatum']],
    ['an open uppdrag before one the office has', [uppdrag({ arendenummer: '2020-0001', fodelsear: '1970', kontaktdatum: '2019-01-01', startdatum: '2019-02-01' })], ['2 startdatum']],
    ['another kön than the office has', [uppdrag({ arendenummer: '2020-0001', fodelsear: '1970', kon: 'Man' })], ['2 kon']],
    ['another birth year than the office has', [uppdrag({ arendenummer: '2020-0001' })], ['2 fodelsear']],
    ['another ombud than the office has', [uppdrag({ arendenummer: '2020-0001', fodelsear: '1970', ombud: 'bo' })], ['2 ombud']],
  ] satisfies [string, Rad[], string[]][])('reports %s', (_, rader, vantat) => {
    expect(stallen(...rader)).toEqual(vantat)
  })

  it('accepts an uppdrag that begins the day after the last ended, and a disabled ombud on the earlier', () => {
    expect(stallen(avslutat({ ombud: 'gamla' }), uppdrag({ kontaktdatum: '2025-06-01', startdatum: '2025-07-01', planerat_slut: '' }))).toEqual([])
  })
})

describe('what is told though nothing is wrong', () => {
  const upplysta = (...rader: Rad[]) => granska(...rader).upplysningar.map((u) => `${u.kolumn} ${u.rader.join(',')}`)
  it.each([
    ['facts about a client on a row without ärendenummer', [kontakt({ kon: 'Man', fodelsear: '1975', namn: 'E', telefon: '0701234567' })], ['kon 2', 'fodelsear 2', 'namn 2', 'telefon 2']],
    ['livsområden without uppdrag', [kontakt({ livsomraden: 'Boende' })], ['livsomraden 2']],
    ['dates to come', [kontakt({ kontaktdatum: '2026-12-31' })], ['null 2']],
    ['anonymous contacts that are alike', [kontakt(), kontakt(), kontakt({ utfall: 'Tackade nej' })], ['null 3']],
    ['a queue date that was never closed', [kontakt({ kodatum: '2026-02-01' })], ['kolamnad 2']],
  ] satisfies [string, Rad[], string[]][])('%s', (_, rader, vantat) => {
    expect(granska(...rader).fel).toEqual([])
    expect(upplysta(...rader)).toEqual(vantat)
  })
})

describe('the header', () => {
  const medHeader = (header: string[], celler: (string | null)[] = header.map(() => null)) => granskaRegister({ header, rader: [{ nummer: 2, celler }] }, SAMMANHANG)

  it('takes the columns in any order, and any case', () => {
    expect(medHeader(['KONTAKTDATUM', ' kommun '], ['2026-01-01', 'Mora']).fel).toEqual([])
  })
  it('names an unknown column and the nearest known', () => {
    expect(medHeader(['kommun', 'kontaktdatum', 'arendenumer'], ['Mora', '2026-01-01', null]).fel).toEqual([
      { rad: 1, kolumn: 'arendenumer', fel: 'Kolumnen ”arendenumer” finns inte i registret. Menades ”arendenummer”? Byt namn på den eller ta bort den.' },
    ])
  })
  it('reports a missing column once, not on every row', () => {
    expect(medHeader(['kommun', 'startdatum'], ['Mora', '2026-01-01']).fel.map((f) => `${f.rad} ${f.kolumn}`)).toEqual(['1 kontaktdatum', '1 arendenummer', '1 ombud'])
  })
  it('reports doubled columns, unnamed columns with content and cells outside the columns', () => {
    expect(medHeader(['kommun', 'kontaktdatum', 'Kommun', '', ''], ['Mora', '2026-01-01', null, 'x', null, 'y']).fel.map((f) => `${f.rad} ${f.kolumn}`)).toEqual(['1 D', '1 F', '1 kommun'])
  })
  it('shows nothing of a file that has no header', () => {
    const { fel } = medHeader(['2026-0001', 'Mora', 'Elsa Exempel', '0701234567'])
    expect(fel).toHaveLength(1)
    expect(JSON.stringify(fel)).not.toMatch(/Elsa|070/u)
  })
  it('says the letter of an unknown column whose name holds a number', () => {
    expect(medHeader(['kommun', 'kontaktdatum', '19750101-2384'], ['Mora', '2026-01-01', null]).fel).toMatchObject([{ kolumn: 'C' }])
  })
  it('reports a file without rows, and skips rows that are empty without losing count', () => {
    expect(granskaRegister({ header: [...KOLUMNER], rader: [{ nummer: 2, celler: ['', null] }] }, SAMMANHANG).fel).toHaveLength(1)
    const tabell: Tabell = { header: ['kommun', 'kontaktdatum'], rader: [{ nummer: 2, celler: ['Mora', '2026-01-01'] }, { nummer: 3, celler: [] }, { nummer: 4, celler: ['', '2026-01-01'] }] }
    expect(granskaRegister(tabell, SAMMANHANG)).toMatchObject({ rader: 2, fel: [{ rad: 4, kolumn: 'kommun' }] })
  })
})

describe('any register', () => {
  it('made by the rules has no errors, and every row is counted once', () => {
    fc.assert(
      fc.property(giltigtRegister, (rader) => {
        const g = granska(...rader)
        expect(g.fel).toEqual([])
        expect(g.data?.kontakter).toHaveLength(rader.length)
        expect(g.data?.uppdrag).toHaveLength(rader.filter((r) => r.startdatum).length)
        expect(g.data?.kontakter.filter((k) => k.uppdrag !== null).map((k) => k.uppdrag)).toEqual(g.data?.uppdrag.map((_, i) => i))
      }),
      { numRuns: 150 },
    )
  })

  it('means the same whatever the order of its rows', () => {
    const innehall = (rader: Rad[]) => granska(...rader).data?.klienter.toSorted((a, b) => (a.nummer < b.nummer ? -1 : 1))
    fc.assert(
      fc.property(giltigtRegister, (rader) => {
        expect(innehall(rader.toReversed())).toEqual(innehall(rader))
      }),
      { numRuns: 50 },
    )
  })

  it('spoiled anywhere is answered with rows and columns of the file, never with a crash', () => {
    const skrap = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('2026-02-30', '750101-2384', '|', '||', '0', 'Uppdrag', 'I kö', '9999-12-31', '2026-03-01'), fc.double().map(String))
    const andringar = fc.array(fc.tuple(fc.nat(), fc.constantFrom<Kolumn>(...KOLUMNER), skrap), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(giltigtRegister, andringar, (rader, andrade) => {
        const spoliert = rader.map((rad) => ({ ...rad }))
        for (const [i, kolumn, varde] of andrade) spoliert[i % spoliert.length]![kolumn] = varde
        const g = granska(...spoliert)
        for (const f of g.fel) {
          expect(f.rad).toBeGreaterThanOrEqual(2)
          expect(f.rad).toBeLessThanOrEqual(spoliert.length + 1)
          expect(KOLUMNER).toContain(f.kolumn)
          expect(f.fel).toMatch(/^\p{Lu}.*\.$/u)
        }
        expect(g.data === null).toBe(g.fel.length > 0)
      }),
      { numRuns: 200 },
    )
  })

  it('never crashes on any table at all', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.constant(null))
    const tabell = fc.record({
      header: fc.array(fc.oneof(fc.constantFrom<string>(...KOLUMNER), fc.string())),
      rader: fc.array(fc.array(cell)).map((rader) => rader.map((celler, i) => ({ nummer: i + 2, celler }))),
    })
    fc.assert(
      fc.property(tabell, (t) => {
        const { fel, data } = granskaRegister(t, SAMMANHANG)
        expect(data === null).toBe(fel.length > 0)
      }),
      { numRuns: 200 },
    )
  })
})

it('checks in steps, so that a large file blocks nobody', () => {
  const rader = Array.from({ length: 1200 }, (_, i) => kontakt({ kontaktdatum: `2026-0${1 + (i % 9)}-01` }))
  expect([...granskaStegvis(tabellAv(rader), SAMMANHANG)]).toEqual([500, 1000])
})
