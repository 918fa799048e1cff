import { dagarMellan, plusDagar, plusManader, type Datum } from '../kalender.ts'
import type { Platsslag } from '../ledningsgrupp.ts'
import { BRISTSTATUS } from '../systemfel/status.ts'
import { ATERKOPPLINGAR, BEFATTNINGAR, BRISTORD, type Bristord } from './bristord.ts'
import type { Ram } from './kontor.ts'
import { EFTERNAMN, KVINNONAMN, MANSNAMN } from './ord.ts'
import type { Slump } from './slump.ts'

/** Brister through the years, and the ledningsgrupp that has heard them. Nothing here is about a person. */
export interface ExempelBrist extends Bristord {
  readonly id: string
  readonly kommun: string | null
  readonly av: string
  readonly iakttagelser: readonly { readonly id: string; readonly datum: Datum; readonly kommun: string | null; readonly av: string }[]
  readonly handelser: readonly { readonly id: string; readonly datum: Datum; readonly status: string; readonly notering: string; readonly mote: string | null; readonly av: string }[]
}
export interface ExempelMote { readonly id: string; readonly datum: Datum; readonly dagordning: string; readonly anteckningar: string; readonly brister: readonly { readonly brist: string; readonly status: string | null; readonly beslut: string }[] }
export interface ExempelPlats {
  readonly id: string; readonly slag: Platsslag; readonly organisation: string; readonly erbjuden: Datum | null; readonly svar: 'ja' | 'nej' | null; readonly svarDatum: Datum | null; readonly fran: Datum
  readonly ledamoter: readonly { readonly id: string; readonly namn: string; readonly roll: string; readonly ersattare: boolean; readonly fran: Datum; readonly till: Datum | null }[]
}
export interface ExempelLedningsgrupp { readonly id: string; readonly namn: string; readonly fran: Datum; readonly platser: readonly ExempelPlats[]; readonly moten: readonly ExempelMote[] }
export interface ExempelSystemfel { readonly brister: readonly ExempelBrist[]; readonly grupp: ExempelLedningsgrupp }

const DAGORDNING = 'Föregående möte\nLäget i verksamheten\nBrister\nBudget och bemanning\nNästa möte'
const MINNEN = ['Gruppen gick igenom bristerna. Psykiatrin och kommunen träffas om samordningen före sommaren.', 'Genomgång av kön och årets siffror. Försäkringskassan berättade om den nya organisationen.', 'Bristerna om tillgänglighet samlas till en fråga som kommunen tar vidare.']
const CHEF = 'chef'

/** A brist on its way through the meetings: what has happened to it so far. */
interface Gang { readonly forst: Datum; upptagen: number; status: string }

/**
 * Every text once, noticed from the beginning of the history on, some seen many times; two meetings a year take up what
 * has been noticed, decide some and leave some; the next meeting is planned and has an agenda.
 */
export function hittaBrister(ram: Ram, idag: Datum, slump: Slump): ExempelSystemfel {
  const ombud = ram.anvandare.filter((a) => a.roller.includes('ombud') && a.slutat === null).map((a) => a.anvandarnamn)
  const kommuner = ram.kommuner.filter((k) => k.fran === ram.fran).map((k) => k.kommun).slice(0, 12)
  const moten = motesdagar(ram.fran, idag).map((datum) => ({ id: slump.uuid(), datum, brister: [] as { brist: string; status: string | null; beslut: string }[] }))
  const dagar = dagarMellan(ram.fran, idag)
  const brister = BRISTORD.map((ord, i): ExempelBrist => {
    // Spread over the years, and the last two this month, so that there is something new to the next meeting.
    const sist = i >= BRISTORD.length - 2
    const forst = sist ? plusDagar(idag, -slump.mellan(2, 25)) : plusDagar(ram.fran, Math.floor((dagar * (i + slump.tal() * 0.8)) / BRISTORD.length))
    const id = slump.uuid()
    const iakttagelser = sedd(slump, forst, idag, kommuner, ombud)
    const av = iakttagelser[0]?.av ?? ombud[0] ?? CHEF
    const handelser: ExempelBrist['handelser'][number][] = [{ id: slump.uuid(), datum: forst, status: BRISTSTATUS.noterad, notering: '', mote: null, av }]
    const gang: Gang = { forst, upptagen: 0, status: BRISTSTATUS.noterad }
    for (const mote of moten) taUpp(slump, mote, gang, id, handelser, idag)
    return { ...ord, id, kommun: iakttagelser[0]?.kommun ?? null, av, iakttagelser, handelser }
  })
  return { brister, grupp: ledningsgrupp(ram, slump, moten.map((m, i) => ({ ...m, dagordning: DAGORDNING, anteckningar: m.datum <= idag ? (MINNEN[i % MINNEN.length] ?? '') : '' }))) }
}

/** Every April and October, and the next one to come. */
function motesdagar(fran: Datum, idag: Datum): Datum[] {
  const dagar: Datum[] = []
  for (let dag = `${fran.slice(0, 4)}-04-16`; ; dag = plusManader(dag, 6)) {
    dagar.push(dag)
    if (dag > idag) return dagar
  }
}

function sedd(slump: Slump, forst: Datum, idag: Datum, kommuner: readonly string[], ombud: readonly string[]): ExempelBrist['iakttagelser'] {
  const rader = []
  for (let dag = forst; dag <= idag && rader.length < 14; dag = plusDagar(dag, slump.mellan(20, 260))) {
    rader.push({ id: slump.uuid(), datum: dag, kommun: slump.chans(0.15) ? null : slump.en(kommuner), av: slump.en(ombud) })
  }
  return rader
}

function taUpp(slump: Slump, mote: { id: string; datum: Datum; brister: { brist: string; status: string | null; beslut: string }[] }, gang: Gang, brist: string, handelser: ExempelBrist['handelser'][number][], idag: Datum): void {
  const kommande = mote.datum > idag
  const vantar = gang.status === BRISTSTATUS.noterad || gang.status === BRISTSTATUS.atgardPagar
  // The meeting to come has all that nobody has taken up; an earlier one left something out now and then.
  const tasUpp = kommande ? gang.status === BRISTSTATUS.noterad || slump.chans(0.3) : gang.upptagen === 0 ? slump.chans(0.85) : gang.upptagen < 3 && slump.chans(0.6)
  if (!vantar || !tasUpp || mote.datum <= plusDagar(gang.forst, 14)) return
  gang.upptagen += 1
  const rad = (datum: Datum, status: string, notering: string) => {
    handelser.push({ id: slump.uuid(), datum, status, notering, mote: mote.id, av: CHEF })
    gang.status = status
  }
  const kallelse = plusDagar(mote.datum, -10)
  rad(kallelse < idag ? kallelse : idag, BRISTSTATUS.tillLedningsgrupp, '')
  if (kommande) {
    mote.brister.push({ brist, status: null, beslut: '' })
    return
  }
  const status = slump.vagd([[BRISTSTATUS.atgardPagar, 5], [BRISTSTATUS.atgardad, gang.upptagen > 1 ? 5 : 1], [BRISTSTATUS.vidarerapporterad, 2], [BRISTSTATUS.avskriven, gang.upptagen > 1 ? 1 : 0]] as const)
  const beslut = slump.en(ATERKOPPLINGAR[status] ?? [''])
  mote.brister.push({ brist, status, beslut })
  rad(mote.datum, status, beslut)
}

/** Every seat of 5 § is filled but for one that stands empty since the summer; the organisations have been offered seats. */
function ledningsgrupp(ram: Ram, slump: Slump, moten: readonly ExempelMote[]): ExempelLedningsgrupp {
  const fran = ram.fran
  const namn = () => `${slump.en([...KVINNONAMN, ...MANSNAMN])} ${slump.en(EFTERNAMN)}`
  const sist = moten.at(-2)?.datum ?? fran
  const ledamot = (slag: string, egna: { fran?: Datum; till?: Datum | null; ersattare?: boolean } = {}) => ({ id: slump.uuid(), namn: namn(), roll: BEFATTNINGAR[slag] ?? '', ersattare: egna.ersattare ?? false, fran: egna.fran ?? fran, till: egna.till ?? null })
  const plats = (slag: Platsslag, organisation: string, ledamoter: ExempelPlats['ledamoter'], erbjudande: Pick<ExempelPlats, 'erbjuden' | 'svar' | 'svarDatum'> = { erbjuden: null, svar: null, svarDatum: null }): ExempelPlats =>
    ({ id: slump.uuid(), slag, organisation, ...erbjudande, fran, ledamoter })
  const byte = plusManader(fran, 26)
  return {
    id: slump.uuid(), namn: 'Ledningsgruppen för personligt ombud', fran, moten,
    platser: [
      plats('kommun', 'Värdkommunen', [ledamot('kommun'), ledamot('kommun', { ersattare: true })]),
      plats('primarvard', 'Regionen', [ledamot('primarvard', { till: plusDagar(byte, -1) }), ledamot('primarvard', { fran: byte })]),
      plats('psykiatri', 'Regionen', [ledamot('psykiatri')]),
      plats('arbetsformedlingen', '', [ledamot('arbetsformedlingen', { till: plusManader(sist, 1) })]),
      plats('forsakringskassan', '', [ledamot('forsakringskassan')]),
      plats('brukarorganisation', 'RSMH', [ledamot('brukarorganisation')], { erbjuden: fran, svar: 'ja', svarDatum: plusDagar(fran, 20) }),
      plats('anhorigorganisation', 'Attention', [], { erbjuden: fran, svar: 'nej', svarDatum: plusDagar(fran, 35) }),
      plats('patientorganisation', 'NSPH', [], { erbjuden: plusManader(fran, 3), svar: null, svarDatum: null }),
    ],
  }
}
