import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultat, Testkontor } from './testkontor.ts'

/**
 * A register of 3 000 rows goes in as a file, and every figure of INTERFACES is counted again here straight from
 * the file's own text: by labels and date strings, with nothing of the program in between.
 */

// A small generator of its own (LCG), so that the register is the same on every machine.
let fro = 7
const slump = (n: number) => (fro = (fro * 1_103_515_245 + 12_345) % 2_147_483_648) % n
const en = <T>(lista: readonly T[]): T => lista[slump(lista.length)] as T
const dag = (n: number) => new Date(Date.UTC(2022, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
const nummerAv = (d: string) => Math.round((Date.parse(d) - Date.UTC(2022, 0, 1)) / 86_400_000)

const KON = ['Kvinna', 'Man', 'Annat/vill ej ange', '']
const VAG = ['Telefon', 'SMS', 'E-post', '']
const INIT = ['Personen själv', 'Psykiatri', 'Anhörig/närstående', '']
const ORSAK = ['Ekonomi/skulder', 'Vårdkontakt', 'Bostad/vräkningshot', 'Insatser utan samordning']
const OMRADE = ['Boende', 'Skulder', 'Läkemedel']
const UTFALL = ['Rådgivning', 'Kvalificerad hänvisning', 'Tackade nej', 'Ännu inte avgjort']
const AVSLUT = ['Uppdraget slutfört', 'Lotsad till annan insats', 'Flyttat']
const KOMMUN = ['2062', '2034', '2039']
const KOLUMNER = ['arendenummer', 'kommun', 'ombud', 'kon', 'fodelsear', 'kontaktdatum', 'kontaktvag', 'initiativtagare', 'orsaker', 'livsomraden', 'utfall', 'kodatum', 'kolamnad', 'startdatum', 'planerat_slut', 'slutdatum', 'avslutsorsak', 'namn', 'telefon'] as const
type Rad = Record<(typeof KOLUMNER)[number], string>
const TOM = Object.fromEntries(KOLUMNER.map((k) => [k, ''])) as Rad
const SISTA = nummerAv('2026-11-20')

function register(antal: number): Rad[] {
  const rader: Rad[] = []
  for (let klient = 1; rader.length < antal; klient++) {
    const bas = { kontaktvag: en(VAG), initiativtagare: en(INIT), orsaker: [...new Set([en(ORSAK), en(ORSAK)])].slice(slump(2)).join('|') }
    if (klient % 4 === 0) {
      const d = slump(SISTA)
      const ko = slump(3) === 0
      const ut = ko && slump(2) === 0 ? dag(Math.min(d + 5 + slump(300), SISTA)) : ''
      rader.push({ ...TOM, ...bas, kommun: en(KOMMUN), kontaktdatum: dag(d), ...(ko ? { kodatum: dag(d), kolamnad: ut, utfall: ut === '' ? 'I kö' : en(UTFALL) } : { utfall: en(UTFALL) }) })
      continue
    }
    const person = { arendenummer: `2022-${String(klient).padStart(4, '0')}`, ombud: en(['anna', 'per']), kon: en(KON), fodelsear: slump(9) === 0 ? '' : String(1940 + slump(68)), namn: slump(5) === 0 ? `Prov Person${klient}` : '' }
    let d = slump(SISTA - 60)
    for (let varv = 0; varv <= slump(3) && d < SISTA - 40; varv++) {
      const start = d + slump(30)
      const slut = start + slump(500)
      const oppet = slut > SISTA
      const ko = slump(4) === 0
      rader.push({
        ...TOM, ...bas, ...person, kommun: en(KOMMUN), kontaktdatum: dag(d), livsomraden: en([en(OMRADE), OMRADE.join('|'), '']), kodatum: ko ? dag(d) : '',
        startdatum: dag(start), planerat_slut: dag(start + 300), slutdatum: oppet ? '' : dag(slut), avslutsorsak: oppet ? '' : en(AVSLUT),
      })
      if (oppet) break
      d = slut + 1 + slump(200)
    }
  }
  return rader
}

const rakna = (varden: readonly string[]) => {
  const antal: Record<string, number> = {}
  for (const v of varden) antal[v] = (antal[v] ?? 0) + 1
  return antal
}
const median = (tal: number[]) => {
  if (tal.length === 0) return null
  const s = tal.sort((x, y) => x - y)
  return ((s[Math.floor((s.length - 1) / 2)] as number) + (s[Math.ceil((s.length - 1) / 2)] as number)) / 2
}
const olika = (rader: Rad[]) => [...new Map(rader.map((r) => [r.arendenummer, r])).values()]

/** The definitions of DOMAIN §4, read off the rows one at a time. */
function forvantat(alla: Rad[], ar: number, kommuner: readonly string[]) {
  const [a, b] = [`${ar}-01-01`, `${ar}-12-31`]
  const rader = alla.filter((r) => kommuner.includes(r.kommun))
  const u = rader.filter((r) => r.startdatum !== '')
  const stod = u.filter((r) => r.startdatum <= b && (r.slutdatum === '' || r.slutdatum >= a))
  const klienter = olika(stod)
  const harI = (mangd: Rad[], r: Rad) => mangd.some((x) => x.arendenummer === r.arendenummer)
  const ing = u.filter((r) => r.startdatum < a && (r.slutdatum === '' || r.slutdatum >= a))
  const utg = u.filter((r) => r.startdatum <= b && (r.slutdatum === '' || r.slutdatum > b))
  const nya = klienter.filter((k) => !harI(ing, k))
  const grupp = (r: Rad) => {
    const alder = ar - Number(r.fodelsear)
    if (r.fodelsear === '' || alder < 18) return 'Uppgift saknas'
    return alder <= 29 ? '18–29' : alder <= 49 ? '30–49' : alder <= 64 ? '50–64' : '65+'
  }
  const sak = (t: string) => t || 'Uppgift saknas'
  const perKlient = (falt: 'orsaker' | 'livsomraden') => rakna(klienter.flatMap((k) => [...new Set(stod.filter((r) => r.arendenummer === k.arendenummer).flatMap((r) => r[falt].split('|').filter(Boolean)))]))
  const kontakter = rader.filter((r) => r.kontaktdatum >= a && r.kontaktdatum <= b)
  const borjade = u.filter((r) => r.startdatum >= a && r.startdatum <= b)
  const slutade = u.filter((r) => r.slutdatum >= a && r.slutdatum <= b)
  return {
    klienter: { stod: klienter.length, ingaende: klienter.filter((k) => harI(ing, k)).length, nya: nya.length, avslutade: klienter.filter((k) => !harI(utg, k)).length, utgaende: klienter.filter((k) => harI(utg, k)).length },
    perKon: rakna(klienter.map((k) => sak(k.kon))),
    perAldersgrupp: rakna(klienter.map(grupp)),
    konOchAlder: rakna(klienter.map((k) => `${sak(k.kon)} ${grupp(k)}`)),
    orsaker: perKlient('orsaker'),
    livsomraden: perKlient('livsomraden'),
    kontakter: kontakter.length,
    perInitiativtagare: rakna(kontakter.map((r) => sak(r.initiativtagare))),
    perKontaktvag: rakna(kontakter.map((r) => sak(r.kontaktvag))),
    perUtfall: rakna(kontakter.map((r) => (r.startdatum === '' ? r.utfall : 'Uppdrag'))),
    ko: rader.filter((r) => r.kodatum !== '' && r.kodatum <= b && (r.startdatum === '' || r.startdatum > b) && (r.kolamnad === '' || r.kolamnad > b)).length,
    vantetid: median(borjade.map((r) => nummerAv(r.startdatum) - nummerAv(r.kontaktdatum))),
    langd: median(slutade.map((r) => nummerAv(r.slutdatum) - nummerAv(r.startdatum) + 1)),
    avslutsorsaker: rakna(slutade.map((r) => r.avslutsorsak.replace('Lotsad till annan insats', 'Lotsad till insats eller annat stöd'))),
    uppdrag: { ingaende: u.filter((r) => r.startdatum < a && (r.slutdatum === '' || r.slutdatum >= a)).length, paborjade: borjade.length, avslutade: slutade.length, utgaende: utg.length },
    aterkommande: nya.filter((k) => u.some((r) => r.arendenummer === k.arendenummer && r.slutdatum !== '' && r.slutdatum < a)).length,
  }
}

describe('a register of 3 000 rows', () => {
  let prov: Testkontor
  const rader = register(3_000)
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    const adm = await prov.inloggad('adm')
    const text = [KOLUMNER.join(';'), ...rader.map((r) => KOLUMNER.map((k) => r[k]).join(';'))].join('\r\n')
    const { id } = await adm.api.importera.las({ fil: new File(['\uFEFF', text], 'register.csv') })
    const svar = await resultat(await adm.api.importera.kor({ id, strikt: true }))
    expect(svar).toMatchObject({ rader: rader.length, kontakter: rader.length, fel: [] })
    adm.las()
  })
  afterAll(() => prov.slut())

  it.each([2022, 2023, 2024, 2025, 2026])('gives the figures of %i as they are counted from the file', async (ar) => {
    const { api, las } = await prov.inloggad('chef')
    const tabell = (lista: readonly { antal: number }[], namn: (r: never) => string) => Object.fromEntries(lista.filter((r) => r.antal > 0).map((r) => [namn(r as never), r.antal]))
    for (const kommun of [[], ['2062'], ['2034', '2039']]) {
      const { figurer: f } = await api.redovisning.hamta({ ar, kommun })
      const urval = kommun.length === 0 ? KOMMUN : kommun
      expect({
        klienter: f.klienter, perKon: tabell(f.perKon, (r: { kon: string }) => r.kon), perAldersgrupp: tabell(f.perAldersgrupp, (r: { grupp: string }) => r.grupp),
        konOchAlder: tabell(f.konOchAlder, (r: { kon: string; grupp: string }) => `${r.kon} ${r.grupp}`), orsaker: tabell(f.orsaker, (r: { orsak: string }) => r.orsak),
        livsomraden: tabell(f.livsomraden, (r: { varde: string }) => r.varde), kontakter: f.kontakter.antal,
        perInitiativtagare: tabell(f.kontakter.perInitiativtagare, (r: { varde: string }) => r.varde), perKontaktvag: tabell(f.kontakter.perKontaktvag, (r: { varde: string }) => r.varde),
        perUtfall: tabell(f.kontakter.perUtfall, (r: { varde: string }) => r.varde), ko: f.ko, vantetid: f.vantetidMedianDagar, langd: f.uppdragslangdMedianDagar,
        avslutsorsaker: tabell(f.avslutsorsaker, (r: { varde: string }) => r.varde),
        uppdrag: { ingaende: f.uppdrag.ingaende, paborjade: f.uppdrag.paborjade, avslutade: f.uppdrag.avslutade, utgaende: f.uppdrag.utgaende }, aterkommande: f.aterkommande,
      }).toEqual(forvantat(rader, ar, urval))
      if (kommun.length === 0) {
        for (const rad of f.perKommun) expect({ kommun: rad.kommun, stod: rad.stod, nya: rad.nya }).toEqual({ kommun: rad.kommun, stod: forvantat(rader, ar, [rad.kommun]).klienter.stod, nya: forvantat(rader, ar, [rad.kommun]).klienter.nya })
        const orsaker = f.orsaker.map((r) => r.antal)
        expect(orsaker).toEqual(orsaker.toSorted((x, y) => y - x))
      }
    }
    las()
  })
})
