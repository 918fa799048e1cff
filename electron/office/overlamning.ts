import { randomUUID } from 'node:crypto'
import { Fel } from '../../db/model/fel.ts'
import type { Erbjudandet, OverlamningForseglat } from '../../db/model/overlamningar.ts'
import { listaAnteckningar } from '../../db/store/anteckningar.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import { bytSigill, hamtaArende, hamtaArendeMedId, type Arendepost, type Sigillpost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import {
  avgorOverlamning, avslutaVidSidan, grunderFor, hamtaOverlamning, laggSigill, nyOverlamning, nyttInnehav, taBortSigill, utgangnaVikariat,
  type Overlamningspost,
} from '../../db/store/overlamningar.ts'
import type { CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { forseglaNyckel } from '../../db/vault/sigill.ts'
import { enISander } from './andrum.ts'
import { begarNyNyckel, egenTillverkare, gorEgenNyckel, loggaNyckel, minnas, nyckelnAndrad, nyckelplats, oppnaArende, oppnaArenden, oppnaEgen, skaFaNyNyckel, type OppetArende } from './arendenyckel.ts'
import { medFramsteg } from './framsteg.ts'
import { arUndertecknad, grundbytes, harAnnanGrund, inteDitt, kravMottagare, kravTillgang } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'

/** Offers, withdrawals, declines, stand-ins and medombud (DESIGN §4.4): what each step does to keys, seals and history. */

export type NyOverlamning = Pick<Erbjudandet, 'nummer' | 'till' | 'vikariatTill' | 'samtycke' | 'samtyckeDatum' | 'anteckningar' | 'ord'>
  & { slag: 'byte' | 'vikariat' | 'flytt' | 'medombud' }

/** @throws Fel `bara_ombudet` for a stand-in or medombud of the case, `inte_ditt_arende`, `vikariat_slut` */
export function kravOmbud(inloggad: Inloggad, arende: Arendepost): Arendepost {
  if (arende.ombudId === inloggad.id) return arende
  kravTillgang(inloggad, arende)
  throw new Fel('bara_ombudet', 'Bara det ombud som har ärendet kan göra det här.')
}

/** @throws Fel as `kravOmbud` */
function egetMedNummer(inloggad: Inloggad, nummer: string): Arendepost {
  try {
    return kravOmbud(inloggad, hamtaArende(inloggad.db, nummer))
  } catch (fel) {
    throw fel instanceof Fel && fel.kod === 'finns_inte' ? inteDitt() : fel
  }
}

/**
 * Offers cases, or lets a medombud in: the present key is sealed to the receiver at once. All or none.
 * @param falt the input field of a row's field, for the errors
 * @returns ids of the rows, in order
 * @throws Fel `mottagare_…`, `redan_erbjudet`, `redan_medombud`, `forfluten`, `framtid`, `bara_ombudet`, `inte_ditt_arende`
 */
export function erbjud(inloggad: Inloggad, rader: readonly NyOverlamning[], falt = (_rad: number, namn: string) => namn): Promise<string[]> {
  return medFramsteg(inloggad.rapport, () => erbjudAlla(inloggad, rader, falt))
}

async function erbjudAlla(inloggad: Inloggad, rader: readonly NyOverlamning[], falt: (rad: number, namn: string) => string): Promise<string[]> {
  const arenden = rader.map((rad, i) => medFalt(() => egetMedNummer(inloggad, rad.nummer), (namn) => falt(i, namn ?? 'nummer')))
  if (new Set(arenden.map((arende) => arende.id)).size !== arenden.length) throw new Fel('dubblett', 'Samma ärende står två gånger. Välj ett ombud för varje ärende.')
  const krav = () => rader.map((rad, i) => medFalt(() => kravErbjudbar(inloggad, arenden[i] as Arendepost, rad), (namn) => falt(i, namn ?? 'till')))
  const mottagare = krav()
  const oppna = await oppnaAlla(inloggad, arenden)
  const sigill = await enISander(arenden, (arende, i) => {
    inloggad.rapport({ vad: 'Förseglar ärenden till mottagarna', klart: i, av: arenden.length })
    return forseglaTill(inloggad, oppna.get(arende.id) as OppetArende, mottagare[i] as CertifieradAnvandare)
  })

  return inloggad.skriv((db, logga, tid) => {
    krav()
    return rader.map((rad, i) => {
      const oppet = oppna.get((arenden[i] as Arendepost).id) as OppetArende
      const nu = kravOmbud(inloggad, kravSammaNyckel(db, oppet))
      const id = skrivOverlamning(inloggad, db, oppet, rad, tid)
      laggSigill(db, sigill[i] as Sigillpost)
      logga({ handling: rad.slag === 'medombud' ? 'overlamning.medombud' : 'overlamning.erbjuden', objekt: nu.nummer })
      return id
    })
  })
}

/** Gives an error of a row the field it belongs to. */
function medFalt<T>(gor: () => T, falt: (namn: string | undefined) => string): T {
  try {
    return gor()
  } catch (fel) {
    throw fel instanceof Fel ? new Fel(fel.kod, fel.message, { falt: falt(fel.falt), detalj: fel.detalj, cause: fel }) : fel
  }
}

/** What must hold for an offer, also at the moment that it is written. */
function kravErbjudbar(inloggad: Inloggad, arende: Arendepost, rad: NyOverlamning): CertifieradAnvandare {
  if (rad.till === inloggad.id) throw new Fel('mottagare_sjalv', 'Ärendet är redan ditt. Välj ett annat ombud.', { falt: 'till' })
  const mottagare = kravMottagare(inloggad, rad.till)
  const grunder = grunderFor(inloggad.db, arende.id)
  const oppen = grunder.find((grund) => grund.status === 'erbjuden')
  if (oppen !== undefined && rad.slag !== 'medombud') {
    throw new Fel('redan_erbjudet', `Ärende ${arende.nummer} är redan erbjudet till ${hamtaAnvandare(inloggad.db, oppen.tillId)?.namn ?? 'någon'}. Ta tillbaka det erbjudandet först.`, { falt: 'nummer' })
  }
  if (rad.slag === 'medombud' && grunder.some((grund) => grund.slag === 'medombud' && grund.tillId === rad.till && arUndertecknad(inloggad, arende, grund))) {
    throw new Fel('redan_medombud', `${mottagare.namn} är redan medombud i ärendet.`, { falt: 'till' })
  }
  if (rad.vikariatTill !== null && rad.vikariatTill < inloggad.idag) throw new Fel('forfluten', 'Vikariatets sista dag har redan varit. Välj i dag eller en senare dag.', { falt: 'vikariatTill' })
  if (rad.samtyckeDatum !== null && rad.samtyckeDatum > inloggad.idag) throw new Fel('framtid', 'Samtycket kan inte ligga i framtiden.', { falt: 'samtyckeDatum' })
  if (rad.anteckningar.length > 0) {
    const finns = new Set(listaAnteckningar(inloggad.db, arende.id).map((anteckning) => anteckning.id))
    if (rad.anteckningar.some((id) => !finns.has(id))) throw new Fel('finns_inte', 'En av anteckningarna finns inte längre. Läs in sidan på nytt och välj igen.', { falt: 'anteckningar' })
  }
  return mottagare
}

/** Cases opened under keys that their ombud has made; one in which nothing was sealed gets its first key. */
async function oppnaAlla(inloggad: Inloggad, arenden: readonly Arendepost[]): Promise<Map<string, OppetArende>> {
  const tomma = arenden.filter((arende) => arende.generation === 0)
  if (tomma.length > 0) {
    const nya = await enISander(tomma, (arende) => gorEgenNyckel(inloggad, arende.id, 1))
    await inloggad.skriv((db, logga) => nya.forEach(({ oppet, sigill }) => {
      const nu = kravOmbud(inloggad, hamtaArendeMedId(db, oppet.id))
      if (nu.generation !== 0) throw nyckelnAndrad()
      bytSigill(db, nu.id, 1, sigill)
      loggaNyckel(db, logga, nu.id)
    }))
    for (const { oppet } of nya) minnas(inloggad, oppet)
  }
  return oppnaArenden(inloggad, arenden)
}

async function forseglaTill(inloggad: Inloggad, oppet: OppetArende, mottagare: CertifieradAnvandare): Promise<Sigillpost> {
  const plats = nyckelplats(inloggad.kontor, oppet.id, oppet.generation)
  return { arendeId: oppet.id, generation: oppet.generation, ...await forseglaNyckel(oppet.nyckel, plats, mottagare, egenTillverkare(inloggad)) }
}

/** @throws Fel `andrad_av_annan` when the case was given a new key, or marked for one, meanwhile */
export function kravSammaNyckel(db: Db, oppet: Pick<OppetArende, 'id' | 'generation'>): Arendepost {
  const nu = hamtaArendeMedId(db, oppet.id)
  if (nu.generation !== oppet.generation || skaFaNyNyckel(db, nu)) throw nyckelnAndrad()
  return nu
}

function skrivOverlamning(inloggad: Inloggad, db: Db, oppet: OppetArende, ny: NyOverlamning, tid: string): string {
  const fast = {
    id: randomUUID(), arendeId: oppet.id, franId: inloggad.id, tillId: ny.till, slag: ny.slag, vikariatTill: ny.vikariatTill,
    samtycke: ny.samtycke, samtyckeDatum: ny.samtyckeDatum, anteckningar: [...new Set(ny.anteckningar)], erbjudenTid: tid,
  }
  const { generation, signera } = egenTillverkare(inloggad)
  const medombud = ny.slag === 'medombud'
  nyOverlamning(db, {
    ...fast, undertecknareGeneration: generation, signatur: signera(grundbytes(inloggad.kontor, fast)),
    ...(medombud ? { status: 'godtagen', avgjordTid: tid, innehavId: nyttInnehav(db, { arendeId: oppet.id, anvandareId: ny.till, slag: 'medombud', fran: inloggad.idag, till: null }) } : { status: 'erbjuden' }),
    forseglat: oppet.forsegla('overlamningar', fast.id, 1, { ord: ny.ord, svar: '', slut: false } satisfies OverlamningForseglat),
  })
  return fast.id
}

// --- answers -------------------------------------------------------------------------------------

const AVGJORD: Record<Exclude<Overlamningspost['status'], 'erbjuden'>, readonly [kod: string, mening: string]> = {
  tagen_tillbaka: ['tagen_tillbaka', 'Erbjudandet är tillbakataget. Ärendet är kvar hos det ombud som erbjöd det.'],
  godtagen: ['redan_godtagen', 'Överlämningen är redan mottagen.'],
  avbojd: ['redan_avbojd', 'Överlämningen är redan avböjd.'],
  upphord: ['upphord', 'Erbjudandet gäller inte längre: ärendet har fått ett annat ombud.'],
}
const inteDin = () => new Fel('inte_din_overlamning', 'Överlämningen finns inte bland dina.')

function finn(db: Db, id: string): Overlamningspost {
  try {
    return hamtaOverlamning(db, id)
  } catch (fel) {
    throw fel instanceof Fel && fel.kod === 'finns_inte' ? inteDin() : fel
  }
}

/** An offer to the caller that is still open. @throws Fel `inte_din_overlamning`, `tagen_tillbaka`, `redan_…`, `upphord`, `vikariat_slut` */
export function kravErbjuden(inloggad: Inloggad, db: Db, id: string): { rad: Overlamningspost; arende: Arendepost } {
  const rad = finn(db, id)
  if (rad.tillId !== inloggad.id || rad.slag === 'medombud' || rad.slag === 'nodoppning') throw inteDin()
  if (rad.status !== 'erbjuden') throw new Fel(...AVGJORD[rad.status])
  const arende = hamtaArendeMedId(db, rad.arendeId)
  if (!arUndertecknad(inloggad, arende, rad)) throw inteDin()
  return { rad, arende }
}

/** Takes away a seal that nothing else speaks for, and marks the case for a new key. */
function slappSigill(inloggad: Inloggad, db: Db, arende: Arendepost, rad: Overlamningspost, logga: (rad: Loggrad) => void): void {
  if (harAnnanGrund(inloggad, arende, rad.tillId, rad.id)) return
  taBortSigill(db, arende.id, rad.tillId)
  begarNyNyckel(db, logga, arende)
}

const ordMed = (oppet: OppetArende, rad: Overlamningspost, nytt: Partial<OverlamningForseglat>): Buffer => {
  const ord = oppet.oppna<OverlamningForseglat>('overlamningar', rad) ?? { ord: '', svar: '', slut: false }
  return oppet.forsegla('overlamningar', rad.id, rad.version + 1, { ...ord, ...nytt })
}

/** Declines an offer with a word. The case's ombud makes a new key at the next opening. @throws Fel as `kravErbjuden` */
export async function avboj(inloggad: Inloggad, id: string, svar: string): Promise<void> {
  const { arende } = kravErbjuden(inloggad, inloggad.db, id)
  const { oppet } = await oppnaEgen(inloggad, arende)
  try {
    await inloggad.skriv((db, logga, tid) => {
      const { rad, arende: nu } = kravErbjuden(inloggad, db, id)
      if (nu.generation !== oppet.generation) throw nyckelnAndrad()
      avgorOverlamning(db, { id, version: rad.version, status: 'avbojd', avgjordTid: tid, forseglat: ordMed(oppet, rad, { svar, slut: true }) })
      slappSigill(inloggad, db, nu, rad, logga)
      logga({ handling: 'overlamning.avbojd', objekt: nu.nummer })
    })
  } finally {
    oppet.nyckel.fill(0)
  }
}

/** The ombud takes an offer back, and the case gets a new key at once. @throws Fel `inte_din_overlamning`, `redan_…`, `bara_ombudet` */
export async function taTillbaka(inloggad: Inloggad, id: string): Promise<void> {
  const { franId, slag } = finn(inloggad.db, id)
  if (franId !== inloggad.id || slag === 'medombud' || slag === 'nodoppning') throw inteDin()
  const krav = (db: Db) => {
    const rad = finn(db, id)
    if (rad.status !== 'erbjuden') throw new Fel(...AVGJORD[rad.status])
    return rad
  }
  krav(inloggad.db)
  await medEgetArende(inloggad, id, (db, { oppet, arende, logga, tid }) => {
    const rad = krav(db)
    avgorOverlamning(db, { id, version: rad.version, status: 'tagen_tillbaka', avgjordTid: tid, forseglat: ordMed(oppet, rad, { slut: true }) })
    slappSigill(inloggad, db, kravOmbud(inloggad, arende), rad, logga)
    logga({ handling: 'overlamning.tagen_tillbaka', objekt: arende.nummer })
  })
}

/**
 * Ends a vikariat before its day (its ombud, or the stand-in), or removes a medombud (its ombud). The seal goes;
 * the ombud makes a new key at once, after a stand-in's own word at the next opening.
 * @throws Fel `inte_din_overlamning`, `redan_slut`, `bara_ombudet`
 */
export async function avslutaMedverkan(inloggad: Inloggad, id: string, slag: 'vikariat' | 'medombud'): Promise<void> {
  const forst = finn(inloggad.db, id)
  const egen = hamtaArendeMedId(inloggad.db, forst.arendeId).ombudId === inloggad.id
  if (forst.slag !== slag || !(egen || (slag === 'vikariat' && forst.tillId === inloggad.id))) throw inteDin()
  const krav = (db: Db) => {
    const rad = finn(db, id)
    if (rad.status === 'godtagen' && rad.avslutad === null && (rad.vikariatTill === null || inloggad.idag <= rad.vikariatTill)) return rad
    throw new Fel('redan_slut', slag === 'vikariat' ? 'Vikariatet är redan slut.' : 'Medombudet är redan borttaget.')
  }
  krav(inloggad.db)
  await medEgetArende(inloggad, id, (db, { oppet, arende, logga }) => {
    const rad = krav(db)
    avslutaVidSidan(db, { id, version: rad.version, innehavId: rad.innehavId, forseglat: ordMed(oppet, rad, { slut: true }) }, inloggad.idag)
    slappSigill(inloggad, db, arende, rad, logga)
    logga({ handling: slag === 'vikariat' ? 'overlamning.vikariat_slut' : 'overlamning.medombud_bort', objekt: arende.nummer })
  })
}

type Gor = (db: Db, val: { oppet: OppetArende; arende: Arendepost; logga: (rad: Loggrad) => void; tid: string }) => void

/** Writes in a case that the caller may open; afterwards its ombud makes the new key it was marked for, others forget it. */
async function medEgetArende(inloggad: Inloggad, id: string, gor: Gor): Promise<void> {
  const arende = hamtaArendeMedId(inloggad.db, finn(inloggad.db, id).arendeId)
  kravTillgang(inloggad, arende)
  const oppet = await oppnaArende(inloggad, arende)
  if (oppet === null) throw inteDin()
  await inloggad.skriv((db, logga, tid) => {
    const nu = kravSammaNyckel(db, oppet)
    kravTillgang(inloggad, nu)
    gor(db, { oppet, arende: nu, logga, tid })
  })
  if (arende.ombudId === inloggad.id) await oppnaArende(inloggad, hamtaArendeMedId(inloggad.db, arende.id)) // read anew: it is marked now
  else inloggad.glomNyckel(arende.id)
}

/**
 * Takes away the seals of stand-ins whose last day has passed and marks the cases. For every login: it needs no
 * key, and the ombud may be away for long. Call it in the transaction of the login.
 */
export function stadaVikariat(inloggad: Inloggad, db: Db, logga: (rad: Loggrad) => void): void {
  for (const { arendeId, nummer, tillId } of utgangnaVikariat(db, inloggad.senastSedda)) {
    if (harAnnanGrund(inloggad, hamtaArendeMedId(db, arendeId), tillId, '')) continue
    taBortSigill(db, arendeId, tillId)
    begarNyNyckel(db, logga, { id: arendeId, nummer })
    logga({ handling: 'overlamning.vikariat_slut', objekt: nummer })
  }
}
