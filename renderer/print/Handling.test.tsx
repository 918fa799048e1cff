import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Utgava, Utgavecell } from '../../db/model/handling/utgava.ts'
import { Handlingspapper, handlingsmeta } from './Handling.tsx'
import { antal } from './tal.ts'

const cell = (text: string, rest: Partial<Utgavecell> = {}): Utgavecell => ({ varde: null, text, mask: null, figur: null, rattad: null, ...rest })
const falt = { id: 'a', hjalp: '', enhet: '', tabell: null, cell: null }
const utgava = (rest: Partial<Utgava> = {}): Utgava => ({
  format: 'lotsen-handling-1', slag: 'redovisning', ar: 2026, enhet: 'PO Norra Dalarna', sokande: { kod: '2062', namn: 'Mora' }, kommuner: [{ kod: '2062', namn: 'Mora' }, { kod: '2034', namn: 'Orsa' }],
  blankett: { id: 'x', version: 3, namn: 'Dalarna 2026' }, status: 'utkast', nr: 1, skal: null, faststalld: null, inlamnad: null, maskerad: true, underlag: [],
  punkter: [
    {
      id: 'personer', lagrum: '10 § 2', rubrik: 'Personer',
      falt: [
        { ...falt, id: 'stod', typ: 'siffra', etikett: 'Fått stöd', cell: cell('63', { figur: 'klienter.stod', rattad: { raknat: 61, raknatText: '61', skal: 'Två saknades i registret' } }) },
        { ...falt, id: 'nya', typ: 'siffra', etikett: 'Nya', cell: cell('1–4', { mask: 'liten' }) },
        { ...falt, id: 'ord', typ: 'text', etikett: 'Grupper', cell: cell('Ett stycke.\n\nEtt till.') },
      ],
    },
    { id: 'ekonomi', lagrum: '15 §', rubrik: 'Ekonomi', falt: [{ ...falt, id: 'tab', typ: 'tabell', etikett: 'Per kommun', tabell: { kolumner: [{ rubrik: 'Beviljat', enhet: 'kr', typ: 'tal' }], rader: [{ etikett: 'Mora', celler: [cell('302400', { varde: 302_400 })] }], summa: null } }] },
  ],
  ...rest,
})
const papper = (u: Utgava) => renderToStaticMarkup(<Handlingspapper meta={handlingsmeta(u, 'Mora kommun')} utgava={u} lan="Dalarnas län" />).replaceAll(/<[^>]+>/gu, '|').replaceAll(/\|+/gu, '|')

it('says whose it is, by the points of the förordning, and that it is a draft', () => {
  const text = papper(utgava())
  expect(text).toContain('Förordning (2013:522) 10 § · bidragsår 2026 · till Länsstyrelsen i Dalarnas län, senast 15 januari 2027')
  expect(text).toContain('|2. Personer|')
  expect(text).toContain('|Ekonomi|')
  expect(text).toContain(`|Beviljat (kr)|Mora|${antal(302_400)}|`)
  expect(handlingsmeta(utgava(), 'Mora kommun')).toMatchObject({ enhet: 'PO Norra Dalarna · Mora kommun', nummer: '2026', status: 'Utkast, inte fastställd' })
  expect(text).not.toContain('Namnförtydligande')
})

it('marks a corrected figure and tells of what was counted; says that small numbers are hidden', () => {
  const text = papper(utgava())
  expect(text).toContain('|Fått stöd|63| (rättelse 1)|')
  expect(text).toContain('|Fått stöd: 63. Räknat i registret: 61. Skäl: Två saknades i registret|')
  expect(text).toContain('Antal 1–4 skrivs som 1–4')
  expect(papper(utgava({ maskerad: false }))).not.toContain('Antal 1–4 skrivs')
})

it('has last year’s figures beside, masked as they are, and says that they are counted anew', () => {
  expect(papper(utgava())).not.toContain('räknade på nytt')
  const med = (text: string, fjol: string) => cell(text, { fjol: { varde: null, text: fjol, mask: null } })
  const text = papper(utgava({
    punkter: [{
      id: 'personer', lagrum: '10 § 2', rubrik: 'Personer',
      falt: [
        { ...falt, id: 'stod', typ: 'siffra', etikett: 'Fått stöd', cell: med('63', '58') }, { ...falt, id: 'nya', typ: 'siffra', etikett: 'Nya', cell: cell('7') },
        { ...falt, id: 'kon', typ: 'tabell', etikett: 'Kön', tabell: { kolumner: [{ rubrik: 'Personer', enhet: '', typ: 'tal' }], rader: [{ etikett: 'Kvinna', celler: [med('40', '1–4')] }], summa: [med('63', '58')] } },
      ],
    }],
  }))
  for (const ord of ['|Uppgift|2026|2025|Fått stöd|63|58|Nya|7|–|', '|Personer|2025|Kvinna|40|1–4|Summa|63|58|', 'Siffrorna för 2025 är räknade på nytt']) expect(text).toContain(ord)
})

it('carries who fixed it, the hash and the inlämning, and lines to sign on', () => {
  const text = papper(utgava({ status: 'inlamnad', nr: 2, skal: 'Fel antal', faststalld: { tid: '2027-01-10T08:00:00.000Z', av: 'Karin Berg', hash: 'abcdef0123456789' }, inlamnad: { datum: '2027-01-11', av: 'Karin Berg', diarienummer: 'PO 2027/14' } }))
  for (const ord of ['|2. Fel antal|', '|10 januari 2027 av Karin Berg|', '|abcd ef01 2345|', '|11 januari 2027 av Karin Berg, PO 2027/14|', 'Namnförtydligande']) expect(text).toContain(ord)
})

it('is an ansökan by its own paragraph', () => {
  expect(papper(utgava({ slag: 'ansokan' }))).toContain('Förordning (2013:522) 8 § · bidragsår 2026 · till Länsstyrelsen i Dalarnas län, inne senast 1 mars 2026')
})
