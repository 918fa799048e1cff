import { plusDagar, plusManader, type Datum } from '../kalender.ts'
import { KOMMUNER, kommunMedKod } from '../kommuner.ts'
import type { Roll } from '../anvandare.ts'
import { slug } from '../text.ts'
import { EFTERNAMN, KVINNONAMN, MANSNAMN } from './ord.ts'
import type { Slump } from './slump.ts'
import type { ExempelAnstallning, ExempelAnvandare, ExempelFranvaro, ExempelKommun, Storlek } from './typer.ts'

/** The office before anyone has called it: where it works and who works there. */
export interface Ram {
  readonly namn: string
  readonly vardkommun: string
  /** First day of the history. */
  readonly fran: Datum
  readonly kommuner: readonly ExempelKommun[]
  readonly anvandare: readonly ExempelAnvandare[]
  readonly anstallningar: readonly ExempelAnstallning[]
  readonly franvaro: readonly ExempelFranvaro[]
  /** On this day all open cases of one ombud go to another. */
  readonly byten: readonly { readonly datum: Datum; readonly fran: string; readonly till: string }[]
  /** Open uppdrag that a full-time ombud holds at most, and how long they last in the middle: months. */
  readonly klienterPerHeltid: number
  readonly langdManader: number
}

const SKARABORG = ['1496', '1494', '1493', '1499', '1495', '1498', '1471', '1470', '1472', '1497']
/** Kommuner with many ombud in the example of all Sweden, and how many more than one they have. */
const STORA: Readonly<Record<string, number>> = { '0180': 20, '1480': 14, '1280': 9, '0380': 5, '0580': 4, '1880': 4, '1980': 3, '0581': 3, '1283': 3, '0680': 3, '2480': 3, '2180': 2 }

/** The first of the month so many months before a day. */
const manadFore = (idag: Datum, manader: number): Datum => `${plusManader(idag, -manader).slice(0, 8)}01`

export function byggKontor(storlek: Storlek, idag: Datum, slump: Slump): Ram {
  return storlek === 'liten' ? litetKontor(idag, slump) : stortKontor(storlek, idag, slump)
}

function kommunrad(slump: Slump, kommun: string, fran: Datum): ExempelKommun {
  const namn = kommunMedKod(kommun)?.fulltNamn ?? kommun
  return { id: slump.uuid(), kommun, fran, till: null, personuppgiftsansvarig: `Socialnämnden, ${namn}` }
}

/**
 * One värdkommun and six more, after Norra Dalarna: five ombud, a chief, one who has retired and left her cases
 * to the one who first came as vikarie. Drawn by hand, since it is what one looks at first.
 */
function litetKontor(idag: Datum, slump: Slump): Ram {
  const fran = `${Number(idag.slice(0, 4)) - 4}-01-01`
  const vansbro = `${Number(idag.slice(0, 4)) - 2}-01-01`
  const pension = manadFore(idag, 13)
  const ledig = [manadFore(idag, 22), plusDagar(manadFore(idag, 13), -1)] as const
  const anstallning = (person: string, kommun: string, procent: number, franDag: Datum, till: Datum | null = null, vikarie = false): ExempelAnstallning =>
    ({ id: slump.uuid(), person, kommun, fran: franDag, till, procent, vikarie, arbetsgivare: 'Mora kommun', driftsform: 'vardkommun' })
  const tidigt = `${Number(idag.slice(0, 4)) - 7}-03-01`
  const saras = [anstallning('sara', '2029', 50, tidigt), anstallning('sara', '2031', 30, tidigt)]
  const anvandare = (anvandarnamn: string, namn: string, roller: Roll[], slutat: Datum | null = null): ExempelAnvandare => ({ anvandarnamn, namn, roller, slutat })
  return {
    namn: 'Personligt ombud Norra Dalarna',
    vardkommun: '2062',
    fran,
    kommuner: ['2062', '2034', '2039', '2031', '2029', '2023', '2021'].map((kommun) => kommunrad(slump, kommun, kommun === '2021' ? vansbro : fran)),
    anvandare: [
      anvandare('anna', 'Anna Lind', ['ombud']),
      anvandare('per', 'Per Nyström', ['ombud']),
      anvandare('sara', 'Sara Ek', ['ombud']),
      anvandare('johan', 'Johan Bergkvist', ['ombud']),
      anvandare('fatima', 'Fatima Rezai', ['ombud']),
      anvandare('chef', 'Karin Berg', ['enhetschef', 'administrator']),
      anvandare('gunilla', 'Gunilla Ström', ['ombud'], pension),
    ],
    anstallningar: [
      anstallning('anna', '2062', 75, tidigt), anstallning('anna', '2034', 25, tidigt),
      anstallning('per', '2031', 60, tidigt), anstallning('per', '2062', 40, tidigt),
      ...saras,
      anstallning('johan', '2039', 45, manadFore(idag, 40)), anstallning('johan', '2034', 35, manadFore(idag, 40)),
      anstallning('gunilla', '2023', 60, tidigt, plusDagar(pension, -1)), anstallning('gunilla', '2021', 25, vansbro, plusDagar(pension, -1)),
      anstallning('fatima', '2029', 50, ledig[0], ledig[1], true), anstallning('fatima', '2031', 30, ledig[0], ledig[1], true),
      anstallning('fatima', '2023', 60, pension), anstallning('fatima', '2021', 40, pension),
    ],
    franvaro: saras.map((a) => ({ id: slump.uuid(), anstallning: a.id, fran: ledig[0], till: ledig[1], procent: a.procent })),
    byten: [
      { datum: ledig[0], fran: 'sara', till: 'fatima' },
      { datum: pension, fran: 'fatima', till: 'sara' },
      { datum: pension, fran: 'gunilla', till: 'fatima' },
    ],
    klienterPerHeltid: 23,
    langdManader: 10,
  }
}

/** Ten kommuner with twelve ombud, or 246 with 340: staffed by rule, the chief and the office of it beside. */
function stortKontor(storlek: 'skaraborg' | 'sverige', idag: Datum, slump: Slump): Ram {
  const ar = Number(idag.slice(0, 4))
  const hela = storlek === 'sverige'
  const fran = `${ar - (hela ? 10 : 4)}-01-01`
  const koder = hela ? sverigesKommuner() : SKARABORG
  const fler = koder.flatMap((kommun) => Array.from({ length: STORA[kommun] ?? 0 }, () => kommun))
  const antal = hela ? 340 : 12
  const orter = [...koder, ...fler, ...koder].slice(0, antal)

  const upptagna = new Set(['chef', 'kontor'])
  const anvandare: ExempelAnvandare[] = []
  const anstallningar: ExempelAnstallning[] = []
  const franvaro: ExempelFranvaro[] = []
  const driftsform = new Map(koder.map((kommun) => [kommun, slump.vagd([['egen_regi', 60], ['vardkommun', 20], ['entreprenad', 8], ['forening', 8], ['kommunalforbund', 4]])]))
  orter.forEach((ort, i) => {
    const namn = i === 0 ? 'Anna Lind' : `${slump.en(slump.chans(0.75) ? KVINNONAMN : MANSNAMN)} ${slump.en(EFTERNAMN)}`
    const anvandarnamn = ledigtNamn(i === 0 ? 'anna' : namn, upptagna)
    anvandare.push({ anvandarnamn, namn, roller: ['ombud'], slutat: null })
    const borjade = slump.chans(0.85) ? `${ar - 12}-01-01` : `${manadFore(idag, slump.mellan(4, hela ? 110 : 44)).slice(0, 8)}01`
    const anstalld = (kommun: string, procent: number): ExempelAnstallning => ({
      id: slump.uuid(), person: anvandarnamn, kommun, fran: borjade, till: null, procent, vikarie: false,
      arbetsgivare: kommunMedKod(kommun)?.fulltNamn ?? kommun, driftsform: driftsform.get(kommun) ?? 'egen_regi',
    })
    const granne = koder[(i + 1) % koder.length] ?? ort
    const tva = slump.chans(0.3) && granne !== ort
    const egna = tva ? [anstalld(ort, slump.en([50, 60, 75])), anstalld(granne, 25)] : [anstalld(ort, slump.en([50, 75, 80, 100, 100, 100]))]
    anstallningar.push(...egna)
    const forst = egna[0]
    if (!forst || !slump.chans(0.25)) return
    // Leave of half a year or so, and for most of it somebody who stands in for half.
    const manader = slump.mellan(6, hela ? 100 : 40)
    const [bortaFran, bortaTill] = [manadFore(idag, manader), plusDagar(manadFore(idag, manader - slump.mellan(3, 8)), -1)]
    if (bortaFran < borjade) return
    franvaro.push({ id: slump.uuid(), anstallning: forst.id, fran: bortaFran, till: bortaTill, procent: slump.en([forst.procent, Math.ceil(forst.procent / 2)]) })
    const ledig = (person: string) => anstallningar.reduce((kvar, a) => (a.person === person ? kvar - a.procent : kvar), 100)
    const kollega = anstallningar.find((a) => a.kommun === ort && a.person !== anvandarnamn && !a.vikarie && a.fran < bortaFran && ledig(a.person) >= 20)
    if (kollega) anstallningar.push({ ...kollega, id: slump.uuid(), fran: bortaFran, till: bortaTill, procent: 20, vikarie: true })
  })
  anvandare.push({ anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef'], slutat: null }, { anvandarnamn: 'kontor', namn: 'Olof Hedlund', roller: ['administrator'], slutat: null })
  return {
    namn: hela ? 'Personligt ombud i hela landet' : 'Personligt ombud Skaraborg',
    vardkommun: koder[0] ?? '',
    fran,
    kommuner: koder.map((kommun) => kommunrad(slump, kommun, fran)),
    anvandare,
    anstallningar,
    franvaro,
    byten: [],
    klienterPerHeltid: hela ? 22 : 21,
    langdManader: hela ? 6.5 : 11,
  }
}

/** 246 of the 290 kommuner, spread over the country, the big ones among them; Stockholm first. */
function sverigesKommuner(): string[] {
  const koder = KOMMUNER.map((k) => k.kod).sort()
  const bort = koder.filter((kod) => !(kod in STORA)).filter((_, i) => i % 6 === 5).slice(0, koder.length - 246)
  return ['0180', ...koder.filter((kod) => kod !== '0180' && !bort.includes(kod))]
}

/** A login name from a name: "sofia.wallin", with a number when somebody has it already. */
function ledigtNamn(namn: string, upptagna: Set<string>): string {
  const grund = slug(namn).replaceAll('_', '.')
  let ledigt = grund
  for (let nr = 2; upptagna.has(ledigt); nr++) ledigt = `${grund}${nr}`
  upptagna.add(ledigt)
  return ledigt
}
