import type { KlientForseglat } from '../../db/model/arenden.ts'
import { Fel } from '../../db/model/fel.ts'
import { bytSigill, ersattForseglat, forsegladeRader, hamtaArendeMedId, hamtaSigill, type Arendepost, type ForsegladTabell, type Sigillpost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import { begardaNycklar, loggadGeneration, nyckelobjekt, type Loggrad } from '../../db/store/logg.ts'
import { arendenUnderAnnatBlad } from '../../db/store/nycklar.ts'
import { grunderFor, markeraNyNyckel } from '../../db/store/overlamningar.ts'
import { aterhamtningUr, ATERHAMTNING_ID, ROT_ID, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { forsegla, oppna, type Radplats } from '../../db/vault/forsegling.ts'
import { glom } from '../../db/vault/krypto.ts'
import { behoverNyNyckel, forseglaTillFlera, nyArendenyckel, oppnaSigill, tillverkareAv, type Nyckelplats, type Tillverkare } from '../../db/vault/sigill.ts'
import { andrum, enISander } from './andrum.ts'
import { medFramsteg } from './framsteg.ts'
import type { Inloggad } from './inloggad.ts'
import { kravTillgang, mottagareVidSidan, sigillUtanGrund } from './innehav.ts'

/** Schema number of what is sealed in each table; a blob carries its own and is upgraded at opening. */
const SCHEMA: Record<ForsegladTabell, number> = { arenden: 1, uppdrag: 1, forlangningar: 1, uppfoljningar: 1, ataganden: 1, anteckningar: 1, samtycken: 1, overlamningar: 1 }

/** A case whose key is in hand: seals and opens its rows (DESIGN §4.3). */
export class OppetArende {
  readonly kontor: string
  readonly id: string
  readonly generation: number
  readonly nyckel: Buffer

  constructor(kontor: string, id: string, generation: number, nyckel: Buffer) {
    this.kontor = kontor
    this.id = id
    this.generation = generation
    this.nyckel = nyckel
  }

  #plats(tabell: ForsegladTabell, rad: string, radversion: number): Radplats {
    return { kontor: this.kontor, arende: this.id, tabell, rad, generation: this.generation, radversion }
  }

  /** Seals the words of a row, for the version that the row will have. */
  forsegla(tabell: ForsegladTabell, radId: string, version: number, varde: object): Buffer {
    return forsegla(this.nyckel, this.#plats(tabell, radId, version), SCHEMA[tabell], varde)
  }

  /** Opens the words of a row; null when it has none. @throws Fel `forsegling_bruten` */
  oppna<T>(tabell: ForsegladTabell, rad: { id: string; version: number; forseglat: Buffer | null }): T | null {
    return rad.forseglat === null ? null : (oppna(this.nyckel, this.#plats(tabell, rad.id, rad.version), rad.forseglat).varde as T)
  }
}

export const nyckelplats = (kontor: string, arendeId: string, generation: number): Nyckelplats => ({ kontor, slag: 'arende', id: arendeId, generation })

export interface NyNyckel { oppet: OppetArende; sigill: Sigillpost[] }

/** Makes a case key of a generation, sealed to its holder, to those beside and to the nyckelblad. Writes nothing. */
export async function gorNyckel(
  val: {
    kontor: string; aterhamtning: string; arendeId: string; generation: number; innehavare: CertifieradAnvandare
    vidSidan?: readonly CertifieradAnvandare[]; tillverkare: Tillverkare
  },
): Promise<NyNyckel> {
  const nyckel = nyArendenyckel()
  const plats = nyckelplats(val.kontor, val.arendeId, val.generation)
  const mottagare = [val.innehavare, ...(val.vidSidan ?? []), aterhamtningUr({ aterhamtning: val.aterhamtning })]
  const sigill = await forseglaTillFlera(nyckel, plats, mottagare, val.tillverkare)
  return {
    oppet: new OppetArende(val.kontor, val.arendeId, val.generation, nyckel),
    sigill: sigill.map((ett) => ({ arendeId: val.arendeId, generation: val.generation, ...ett })),
  }
}

/** The caller as a maker of seals. */
export const egenTillverkare = (inloggad: Inloggad): Tillverkare =>
  tillverkareAv(inloggad.inloggning.hemlighet, inloggad.certifierad(inloggad.id))

/** A key made by the caller for a case that the caller has, or now takes over. */
export const gorEgenNyckel = (inloggad: Inloggad, arendeId: string, generation: number): Promise<NyNyckel> => gorNyckel({
  kontor: inloggad.kontor, aterhamtning: inloggad.fast.aterhamtning, arendeId, generation,
  innehavare: inloggad.certifierad(inloggad.id), tillverkare: egenTillverkare(inloggad),
})

/** A key for a case as it is now held: its ombud, those whom the ombud has let in, the nyckelblad. */
const gorNastaNyckel = (inloggad: Inloggad, arende: Arendepost, oppet: OppetArende): Promise<NyNyckel> => gorNyckel({
  kontor: inloggad.kontor, aterhamtning: inloggad.fast.aterhamtning, arendeId: arende.id, generation: arende.generation + 1,
  innehavare: inloggad.certifierad(arende.ombudId), vidSidan: mottagareVidSidan(inloggad, arende, oppet), tillverkare: egenTillverkare(inloggad),
})

/** The present key of a case as sealed to the caller. @throws Fel `forsegling_bruten`, `ingen_nyckel` */
export async function oppnaEgen(inloggad: Inloggad, arende: Arendepost): Promise<{ oppet: OppetArende; gjordAv: string; avErsatt: boolean }> {
  const post = hamtaSigill(inloggad.db, arende, inloggad.id)
  if (post === undefined) throw new Fel('ingen_nyckel', 'Det finns ingen nyckel till ärendet för dig. Be enhetschefen om hjälp: nyckelbladet kan behövas.')
  const plats = nyckelplats(inloggad.kontor, arende.id, arende.generation)
  const nyckel = await oppnaSigill(post, plats, { userId: inloggad.id, age: inloggad.inloggning.hemlighet.age }, inloggad.intyg.tillverkare(plats, post))
  // Whoever has the maker's former identity knows this key.
  const avErsatt = post.tillverkareId !== ROT_ID && !inloggad.intyg.sammaIdentitet(post.tillverkareId, post.tillverkareGeneration)
  return { oppet: new OppetArende(inloggad.kontor, arende.id, arende.generation, nyckel), gjordAv: post.tillverkareId, avErsatt }
}

/** How many cases get their new key in one transaction: some milliseconds of work each, which no click can come between. */
const OMGANG = 4

/**
 * The keys of cases that the caller may open. A key made by somebody who does not hold the case (importer, root,
 * former holder), or marked, or in the hands of somebody who no longer should have it, is replaced first: the
 * case is re-encrypted and all its seals change in one transaction (DESIGN §4.4). A stand-in does it too, so that
 * nothing is written under a key that others keep; its ombud then makes one more. Cases in which nothing has been
 * sealed (generation 0) are left out.
 * @throws Fel `forsegling_bruten`, `ingen_nyckel`
 */
export function oppnaArenden(inloggad: Inloggad, arenden: readonly Arendepost[]): Promise<Map<string, OppetArende>> {
  // One at a time: a window asks for its week, its offers and its clients at once, and the first of them gives imported
  // cases their new keys.
  const fore = pagaende.get(inloggad) ?? Promise.resolve()
  const denna = fore.then(() => medFramsteg(inloggad.rapport, () => oppnaNu(inloggad, arenden)))
  pagaende.set(inloggad, denna.then(() => undefined, () => undefined))
  return denna
}

/**
 * As `oppnaArenden`, for a list: a case that cannot be opened, damaged or forged, keeps nobody from the others.
 * @returns what could be opened, and the cases that could not
 */
export async function oppnaDetSomGar(inloggad: Inloggad, arenden: readonly Arendepost[]): Promise<{ oppna: Map<string, OppetArende>; skadade: Set<string> }> {
  const skadade = new Set<string>()
  try {
    return { oppna: await oppnaArenden(inloggad, arenden), skadade }
  } catch (fel) {
    if (!arSkadat(fel)) throw fel
  }
  const oppna = new Map<string, OppetArende>()
  for (const arende of arenden) {
    try {
      for (const [id, oppet] of await oppnaArenden(inloggad, [arende])) oppna.set(id, oppet)
    } catch (fel) {
      if (!arSkadat(fel)) throw fel
      skadade.add(arende.id)
    }
  }
  if (skadade.size > 0) {
    await inloggad.skriv((_, logga) => {
      for (const arende of arenden) if (skadade.has(arende.id)) logga({ handling: 'arende.skadat', objekt: arende.nummer })
    })
  }
  return { oppna, skadade }
}

/** How often a list is read again because somebody else gives its cases new keys meanwhile. */
const VARV = 3

/**
 * A list with its cases open. It is read again only when opening has found newer keys than it was read with: what is
 * sealed in a row can be opened by the key of that row alone.
 */
export async function oppnaListan<R extends { arende: Arendepost }>(inloggad: Inloggad, las: () => R[]): Promise<{ rader: R[]; oppna: Map<string, OppetArende>; skadade: Set<string> }> {
  for (let varv = 1; ; varv++) {
    const rader = las()
    const svar = await oppnaDetSomGar(inloggad, rader.map(({ arende }) => arende))
    const fornyat = rader.some(({ arende }) => (svar.oppna.get(arende.id)?.generation ?? arende.generation) !== arende.generation)
    if (!fornyat || varv === VARV) return { rader, ...svar }
  }
}

/**
 * The clients' names of an open list, others having their turns in between; null where there is none or it is damaged.
 * @param skadade gets the cases whose words are
 */
export async function oppnaNamn(rader: readonly { arende: Arendepost }[], oppna: ReadonlyMap<string, OppetArende>, skadade: Set<string>): Promise<Map<string, string | null>> {
  const namn = await enISander(rader, async ({ arende }) => oppnaOrd(() => oppna.get(arende.id)?.oppna<KlientForseglat>('arenden', arende)?.namn || null, () => skadade.add(arende.id)))
  return new Map(rader.map(({ arende }, i) => [arende.id, namn[i] ?? null]))
}

/** Words of one row of a list; null when they are damaged. @param skadat told of it */
export function oppnaOrd<T>(gor: () => T, skadat: () => void): T | null {
  try {
    return gor()
  } catch (fel) {
    if (!arSkadat(fel)) throw fel
    skadat()
    return null
  }
}

/** The same for opening one case of a list. @returns null when it is damaged: noted in the log, and the others are shown */
export async function oppnaOmHelt<T>(inloggad: Inloggad, arende: Pick<Arendepost, 'nummer'>, gor: () => Promise<T>): Promise<T | null> {
  try {
    return await gor()
  } catch (fel) {
    if (!arSkadat(fel)) throw fel
    await inloggad.skriv((_, logga) => logga({ handling: 'arende.skadat', objekt: arende.nummer }))
    return null
  }
}

/** What a damaged or forged row of the file gives, as opposed to what passes or concerns everything. */
const arSkadat = (fel: unknown): boolean => fel instanceof Fel && ['forsegling_bruten', 'ingen_nyckel', 'ej_certifierad', 'finns_inte'].includes(fel.kod)

/** The opening that a session is busy with. */
const pagaende = new WeakMap<Inloggad, Promise<void>>()

async function oppnaNu(inloggad: Inloggad, arenden: readonly Arendepost[]): Promise<Map<string, OppetArende>> {
  const klara = new Map<string, OppetArende>()
  const utanGrund = sigillUtanGrund(inloggad, arenden)
  const annatBlad = arendenUnderAnnatBlad(inloggad.db, arenden.map((arende) => arende.id), inloggad.fast.aterhamtning, ATERHAMTNING_ID)
  const begarda = begardaNycklar(inloggad.db, arenden.map((arende) => arende.nummer))
  /** Marked in its row or in the log, in the hands of somebody without a reason, or under a nyckelblad that its ombud no longer holds fast. */
  const skaByta = (arende: Arendepost) =>
    arende.nyNyckel || begarda.has(arende.nummer) || utanGrund.has(arende.id) || (arende.ombudId === inloggad.id && annatBlad.has(arende.id))
  const attByta: { gammalt: OppetArende; nytt: NyNyckel }[] = []
  const byt = async () => {
    const omgang = attByta.splice(0)
    if (omgang.length === 0) return
    await inloggad.skriv((db, logga) => {
      for (const { gammalt, nytt } of omgang) {
        bytNyckel(inloggad, db, gammalt, nytt)
        loggaNyckel(db, logga, gammalt.id)
      }
    })
    for (const { gammalt, nytt } of omgang) {
      glom(gammalt.nyckel)
      klara.set(nytt.oppet.id, minnas(inloggad, nytt.oppet))
    }
  }

  const slapp = andrum()
  for (const last of arenden) {
    await slapp()
    if (last.generation === 0) continue
    const minns = inloggad.nycklar.get(last.id)
    if (minns?.generation === last.generation && !skaByta(last)) {
      klara.set(last.id, minns)
      continue
    }
    // Read at its turn: while others were opened somebody else may have given it a new key.
    const arende = hamtaArendeMedId(inloggad.db, last.id)
    const markerad = skaByta(arende)
    const hunnet = inloggad.nycklar.get(last.id)
    if (hunnet?.generation === arende.generation && !markerad) {
      klara.set(arende.id, hunnet) // opened by a call before this one, which may still be reading with it
      continue
    }
    kravTillgang(inloggad, arende)
    if (loggadGeneration(inloggad.db, arende.nummer) > arende.generation) throw gammalNyckel(arende)
    const { oppet, gjordAv, avErsatt } = await oppnaEgen(inloggad, arende)
    const vidSidan = arende.ombudId === inloggad.id ? null : mottagareVidSidan(inloggad, arende, oppet).map((vem) => vem.userId)
    // Whose the case is stands in a plain column, and any ombud can sign a row that lets others in: only whoever has
    // the key can have sealed the words of such a row under it. Without that no key is sealed to the ombud it names.
    if (vidSidan?.includes(inloggad.id) === false) {
      glom(oppet.nyckel)
      throw okantOmbud(arende)
    }
    // A stand-in may write under a key that the ombud made, or one of those whom the ombud has let in.
    const betrodd = vidSidan?.includes(gjordAv) === true
    if (behoverNyNyckel({ tillverkareId: betrodd ? arende.ombudId : gjordAv, innehavareId: arende.ombudId, markerad: markerad || avErsatt })) {
      await slapp()
      attByta.push({ gammalt: oppet, nytt: await gorNastaNyckel(inloggad, arende, oppet) })
      inloggad.rapport({ vad: 'Gör nya nycklar till ärendena', klart: arenden.indexOf(last) + 1, av: arenden.length })
      if (attByta.length >= OMGANG) await byt()
    } else {
      klara.set(arende.id, minnas(inloggad, oppet))
    }
  }
  await byt()
  return klara
}

/** Keeps a case's key for the session, in place of an older one. */
export function minnas(inloggad: Inloggad, oppet: OppetArende): OppetArende {
  const forra = inloggad.nycklar.get(oppet.id)
  if (forra !== undefined && forra !== oppet) glom(forra.nyckel)
  inloggad.nycklar.set(oppet.id, oppet)
  return oppet
}

/** @throws Fel `andrad_av_annan` when those who have the case are others than the new key was sealed to */
function bytNyckel(inloggad: Inloggad, db: Db, gammalt: OppetArende, nytt: NyNyckel): void {
  const arende = hamtaArendeMedId(db, gammalt.id)
  if (arende.generation !== gammalt.generation) throw nyckelnAndrad()
  const ska = new Set([arende.ombudId, ATERHAMTNING_ID, ...mottagareVidSidan(inloggad, arende, gammalt).map((vem) => vem.userId)])
  if (nytt.sigill.length !== ska.size || nytt.sigill.some((ett) => !ska.has(ett.mottagareId))) throw nyckelnAndrad()
  omforsegla(db, gammalt, nytt)
}

/** Re-encrypts every sealed row under the new key and replaces the seals. @throws Fel `andrad_av_annan` when somebody else did it meanwhile */
export function omforsegla(db: Db, gammalt: OppetArende, nytt: NyNyckel): void {
  if (hamtaArendeMedId(db, gammalt.id).generation !== gammalt.generation) throw nyckelnAndrad()
  const galler = new Set(grunderFor(db, gammalt.id).map((rad) => rad.id))
  for (const rad of forsegladeRader(db, gammalt.id)) {
    const varde = gammalt.oppna<object>(rad.tabell, { id: rad.id, version: rad.version, forseglat: rad.blob })
    if (varde === null) continue
    // What is over is said under the key too, so that the row cannot be revived by hand.
    const ord = rad.tabell === 'overlamningar' && !galler.has(rad.id) ? { ...varde, slut: true } : varde
    ersattForseglat(db, { ...rad, blob: nytt.oppet.forsegla(rad.tabell, rad.id, rad.version, ord) })
  }
  bytSigill(db, gammalt.id, nytt.oppet.generation, nytt.sigill)
}

/** Logs a case's new key. The log cannot be turned back unseen, so it tells when the case's own rows have been. */
export function loggaNyckel(db: Db, logga: (rad: Loggrad) => void, arendeId: string): void {
  const { nummer, generation } = hamtaArendeMedId(db, arendeId)
  logga({ handling: 'arende.ny_nyckel', objekt: nyckelobjekt(nummer, generation) })
}

/** Asks for a new key: whoever opens the case next makes one first. The log says it, the column is its shadow. */
export function begarNyNyckel(db: Db, logga: (rad: Loggrad) => void, arende: Pick<Arendepost, 'id' | 'nummer'>): void {
  markeraNyNyckel(db, arende.id)
  logga({ handling: 'arende.nyckel_begard', objekt: arende.nummer })
}

/** Whether a case is marked for a new key. */
export const skaFaNyNyckel = (db: Db, arende: Pick<Arendepost, 'nummer' | 'nyNyckel'>): boolean =>
  arende.nyNyckel || begardaNycklar(db, [arende.nummer]).has(arende.nummer)

const gammalNyckel = (arende: Arendepost) =>
  new Fel('forsegling_bruten', `Ärende ${arende.nummer} ligger under en äldre nyckel än den som senast gjordes. Kontakta administratören: filerna kan ha ändrats.`)

export const nyckelnAndrad = () => new Fel('andrad_av_annan', 'Ärendet öppnades samtidigt på ett annat ställe. Läs in sidan på nytt.')

const okantOmbud = (arende: Arendepost) =>
  new Fel('forsegling_bruten', `Det ombud som står för ärende ${arende.nummer} har inte släppt in dig med ärendets egen nyckel. Kontakta administratören: filerna kan ha ändrats.`)

/** Opens one case; null when nothing has been sealed in it yet. */
export async function oppnaArende(inloggad: Inloggad, arende: Arendepost): Promise<OppetArende | null> {
  return (await oppnaArenden(inloggad, [arende])).get(arende.id) ?? null
}

/**
 * Writes in a case under its present key, made now if it has none: `fn` gets the case to seal with, in the
 * transaction that also holds the log row.
 * @throws Fel `andrad_av_annan` when the key was replaced meanwhile, `vikariat_slut`, `inte_ditt_arende`
 */
export async function skrivIArende<T>(
  inloggad: Inloggad, arende: Arendepost, fn: (db: Db, oppet: OppetArende, logga: (rad: Loggrad) => void, tid: string) => T,
): Promise<T> {
  kravTillgang(inloggad, arende)
  const finns = await oppnaArende(inloggad, arende)
  const ny = finns === null ? await gorEgenNyckel(inloggad, arende.id, 1) : null
  const oppet = finns ?? (ny as NonNullable<typeof ny>).oppet
  const svar = await inloggad.skriv((db, logga, tid) => {
    const nu = hamtaArendeMedId(db, arende.id)
    kravTillgang(inloggad, nu)
    if (nu.generation !== (ny === null ? oppet.generation : 0) || skaFaNyNyckel(db, nu)) throw nyckelnAndrad()
    if (ny !== null) bytSigill(db, arende.id, 1, ny.sigill)
    return fn(db, oppet, logga, tid)
  })
  minnas(inloggad, oppet)
  return svar
}

/** A key for a case that is about to be created by its own ombud, in the same transaction. */
export const nyckelForNytt = (inloggad: Inloggad, arendeId: string) => gorEgenNyckel(inloggad, arendeId, 1)
