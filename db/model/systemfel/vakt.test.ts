import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KOMMUNER } from '../kommuner.ts'
import { STANDARDLISTOR } from '../standardlistor.ts'
import { FORNAMNEN, TVETYDIGA_FORNAMN } from './namnord.ts'
import { granskaText, hindrar } from './vakt.ts'

const idag = '2026-11-22'
const fynd = (text: string, val: { inteNamn?: string[]; klienter?: string[] } = {}) => granskaText(text, { idag, ...val }).map((f) => `${f.slag}: ${f.ord}`)

describe('numbers that lead to somebody', () => {
  test.each([
    ['Fick vänta trots läkarintyg, 19750101-2384.', ['personnummer: 19750101-2384']],
    ['750101 2384', ['personnummer: 750101 2384']],
    ['Se 2026-0014 för mer.', ['arendenummer: 2026-0014']],
    ['Se 2026–0014', ['arendenummer: 2026–0014']],
    ['ring 070-174 06 05', ['telefon: 070-174 06 05']],
    ['+46 (0)70 174 06 05 svarade ingen', ['telefon: +46 (0)70 174 06 05']],
    ['Växeln 0250-265 00 hänvisar fel', ['telefon: 0250-265 00']],
    ['skriv till maja.ekdahl@exempel.se', ['epost: maja.ekdahl@exempel.se']],
  ])('%s', (text, svar) => {
    expect(fynd(text)).toEqual(svar)
    expect(granskaText(text, { idag }).every(hindrar)).toBe(true)
  })

  test.each([
    'Handläggningstiden var 14 månader 2025, mot 6 månader 2019–2024 (SFS 2013:522, 10 §).',
    'Beslutet kom 2026-03-01 och gällde 302 400 kr.',
    'Av 1 000 ansökningar avslogs 400. Telefontid kl. 08.30–09.30, kö 90 minuter.',
    'Ring 1177 hänvisar till vårdcentralen, som hänvisar till 1177.',
  ])('%s says nobody', (text) => expect(fynd(text)).toEqual([]))
})

describe('what looks like a name', () => {
  test.each([
    ['Handläggaren sa till Maja att vänta.', ['namn: Maja']],
    ['Maja fick inget svar.', ['namn: Maja']],
    ['När Anna Lind ringde svarade ingen.', ['namn: Anna Lind']],
    ['Anna Linds ansökan försvann', ['namn: Anna Linds']],
    ['Enhetschefen Bergström svarar inte.', ['namn: Bergström']],
    ['Enligt A. Lind finns inga platser.', ['namn: Lind']],
    ['Sedan tog Zhian Barzani över.', ['namn: Zhian Barzani']],
    ['Fru Ödman nekades. Herr X också.', ['namn: Ödman']],
    ['Sven-Erik nekades plats.', ['namn: Sven-Erik']],
    ['Efter mötet nekades Per hjälp.', ['namn: Per']],
  ])('%s', (text, svar) => {
    expect(fynd(text)).toEqual(svar)
    expect(granskaText(text, { idag }).some(hindrar)).toBe(false)
  })

  test.each([
    'Per telefon går det inte att nå Försäkringskassan i Mora. Öppenvårdspsykiatrin har inga tider.',
    'Norra Dalarna och Region Dalarna är inte överens. Vansbro kommun väntar på Arbetsförmedlingen Borlänge.',
    'Vid byte av handläggare på Socialförvaltningen börjar allt om. Bo kvar hemma går inte.',
    'Kravet på BankID stänger ute. Freja godtas inte av Kronofogden.',
    'SIP görs inte. LSS-handläggaren säger att HSL gäller.',
    'Överförmyndarnämnden i Upplands Väsby tar ett år. Även Sankt Göran nekar.',
  ])('%s names nobody', (text) => expect(fynd(text).filter((f) => !f.includes('Göran'))).toEqual([]))

  test('is asked about once: the answer holds wherever the word stands', () => {
    expect(fynd('Gatan heter Lindberg. Vid Lindberg finns ingen hiss.', { inteNamn: ['lindberg'] })).toEqual([])
    expect(fynd('Vid Lindberg och hos Sandberg.', { inteNamn: ['Lindberg'] })).toEqual(['namn: Sandberg'])
  })

  test('an answer never lets a number through', () => {
    expect(fynd('Se 2026-0014', { inteNamn: ['2026-0014'] })).toEqual(['arendenummer: 2026-0014'])
  })
})

describe('the clients one has', () => {
  const klienter = ['Wanja Quist', 'Ali']
  test.each([
    ['Quist fick vänta.', ['klientnamn: Quist']],
    ['då sa Wanja att det räckte', ['klientnamn: Wanja']],
    ['Wanjas ansökan', ['klientnamn: Wanjas']],
    ['quist i gemener är ett ord', []],
    ['Alingsås har inga tider', []],
  ])('%s', (text, svar) => expect(fynd(text, { klienter })).toEqual(svar))
})

describe('for any text', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fc.constantFrom('Maja', 'Lind', '070', '1740605', '2026-0014', '19750101-2384', 'a@b.se', '.', ' ', 'i Mora', '\n', 'Östlund', 'är'), { maxLength: 30 }).map((d) => d.join(' ')))
  test('what is found stands where it says, in order, without overlap', () => {
    fc.assert(fc.property(text, (t) => {
      const alla = granskaText(t, { idag, klienter: ['Maja Lind'] })
      alla.forEach((f, i) => {
        expect(t.slice(f.start, f.slut)).toBe(f.ord)
        expect(f.start).toBeLessThan(f.slut)
        if (i > 0) expect(f.start).toBeGreaterThanOrEqual(alla[i - 1]?.slut ?? 0)
      })
    }))
  })
  test('answering every name leaves nothing but what is refused', () => {
    fc.assert(fc.property(text, (t) => {
      const inteNamn = granskaText(t, { idag, klienter: ['Maja Lind'] }).map((f) => f.ord)
      // A client's part of a longer name may have hidden the rest of it: at most one more round.
      const igen = granskaText(t, { idag, klienter: ['Maja Lind'], inteNamn })
      const kvar = granskaText(t, { idag, klienter: ['Maja Lind'], inteNamn: [...inteNamn, ...igen.map((f) => f.ord)] })
      expect(kvar.filter((f) => !hindrar(f))).toEqual([])
    }))
  })
  test('a common first name within a sentence is always seen, whoever it is', () => {
    const kommuner = new Set(KOMMUNER.map((k) => k.namn))
    for (const namn of FORNAMNEN) {
      if (kommuner.has(namn)) continue // Nora
      expect(fynd(`Efter mötet fick ${namn} nej.`)).toEqual([`namn: ${namn}`])
      if (!TVETYDIGA_FORNAMN.has(namn)) expect(fynd(`${namn} fick nej.`)).toEqual([`namn: ${namn}`])
    }
  })
  test('no kommun, län or actor is taken for a person', () => {
    for (const { namn, fulltNamn, lan } of KOMMUNER) expect([namn, fynd(`Stödet i ${fulltNamn}, ${lan}, liksom i ${namn}, är indraget.`)]).toEqual([namn, []])
    for (const { etikett } of STANDARDLISTOR.aktor) expect([etikett, fynd(`Det sa ${etikett} i fjol.`)]).toEqual([etikett, []])
  })
})
