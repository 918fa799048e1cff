import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { Fel } from '../model/fel.ts'
import type { Handling } from '../model/logg.ts'
import type { Kontrollrad } from '../model/loggkontroll.ts'
import { logg, loggOrsaker } from '../schema/index.ts'
import { forberedd, type Db } from './db.ts'

/** The newest row of the log: what side files, backups and printed checks hold (DESIGN §5). */
export interface Logghuvud { nr: number; hash: Buffer; tid: string }

/** Who signs: the acting user's id and Ed25519 signature over the row's hash. */
export interface Loggforare { anvandare: string; signera: (hash: Buffer) => Buffer }

export interface Loggrad { handling: Handling; objekt?: string | undefined; orsak?: string | undefined }

const BORJAN: Logghuvud = { nr: 0, hash: Buffer.alloc(32), tid: '' }

const sistaRaden = forberedd((db) => db.select({ nr: logg.nr, hash: logg.hash, tid: logg.tid }).from(logg).orderBy(desc(logg.nr)).limit(1).prepare())
const nyRad = forberedd((db) => db.insert(logg).values({
  nr: sql.placeholder('nr'), tid: sql.placeholder('tid'), anvandare: sql.placeholder('anvandare'), handling: sql.placeholder('handling'), objekt: sql.placeholder('objekt'),
  orsakId: sql.placeholder('orsakId'), fore: sql.placeholder('fore'), hash: sql.placeholder('hash'), signatur: sql.placeholder('signatur'),
}).prepare())

/** The head of the log; row 0 and a zero hash while it is empty. */
export function lasHuvud(db: Db): Logghuvud {
  return sistaRaden(db).get() ?? BORJAN
}

/**
 * Appends a row, chained to the one before and signed. Call it in the transaction of the act it tells of.
 * `tid` is an ISO time in UTC; `rad.orsak` are words that must be possible to erase and so lie beside the chain.
 * @returns the new head
 */
export function skrivLogg(db: Db, forare: Loggforare, tid: string, rad: Loggrad): Logghuvud {
  const fore = lasHuvud(db)
  let orsakId: string | null = null
  if (rad.orsak !== undefined) {
    orsakId = crypto.randomUUID()
    db.insert(loggOrsaker).values({ id: orsakId, text: rad.orsak }).run()
  }
  const innehall = { nr: fore.nr + 1, tid, anvandare: forare.anvandare, handling: rad.handling, objekt: rad.objekt ?? null, orsakId }
  const hash = hashaRad(innehall, fore.hash)
  nyRad(db).run({ ...innehall, fore: fore.hash, hash, signatur: forare.signera(hash) })
  return { nr: innehall.nr, hash, tid }
}

interface Innehall { nr: number; tid: string; anvandare: string; handling: string; objekt: string | null; orsakId: string | null }

/** SHA-256 over the row's content as a JSON array and the hash of the row before. */
function hashaRad(rad: Innehall, fore: Buffer): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(['lotsen-logg-1', rad.nr, rad.tid, rad.anvandare, rad.handling, rad.objekt, rad.orsakId]))
    .update(fore)
    .digest()
}

/** @param nr the row's number, since keys are put out of use; null for what is no row of the log */
export type Verifierare = (anvandare: string, hash: Buffer, signatur: Buffer, nr: number | null) => boolean

/** Rows whose hashes and signatures are checked at a time when others wait: about 10 ms of work. */
const I_TAGET = 100
const VAKTER = ['logg_andras_aldrig', 'logg_tas_aldrig_bort']

/**
 * Walks the whole chain, and yields the number of the last row checked every hundred rows: whoever has others
 * waiting lets them in between.
 * @param verifiera says whether a user's signature over a hash holds; null: the chain of hashes alone, without signatures
 * @param iTaget how many rows are read at a time
 * @returns number of rows
 * @throws Fel `logg_bruten` naming the first row that does not fit, or that the guards of the table are gone
 */
export function* kedjevandring(db: Db, verifiera: Verifierare | null, iTaget = I_TAGET): Generator<number, number> {
  const vakter = db.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'logg'`).map((rad) => rad.name)
  if (!VAKTER.every((namn) => vakter.includes(namn))) {
    throw new Fel('logg_bruten', 'Loggens skydd mot ändringar är borttaget: någon har ändrat databasen utanför Lotsen. Återställ en säkerhetskopia eller kontakta den som ansvarar för kontorets säkerhet.')
  }
  let fore = BORJAN
  for (;;) {
    const rader = db.select().from(logg).where(gt(logg.nr, fore.nr)).orderBy(asc(logg.nr)).limit(iTaget).all()
    if (rader.length === 0) return fore.nr
    for (const rad of rader) {
      const hel = rad.nr === fore.nr + 1 && rad.fore.equals(fore.hash) && rad.hash.equals(hashaRad(rad, fore.hash))
      if (!hel || verifiera?.(rad.anvandare, rad.hash, rad.signatur, rad.nr) === false) {
        throw new Fel('logg_bruten', `Loggen är bruten vid rad ${rad.nr}: någon har ändrat den utanför Lotsen. Återställ en säkerhetskopia eller kontakta den som ansvarar för kontorets säkerhet.`, { detalj: { nr: rad.nr } })
      }
      fore = { nr: rad.nr, hash: rad.hash, tid: rad.tid }
    }
    yield fore.nr
  }
}

/** The whole chain at once, for where nobody waits. @throws Fel `logg_bruten` */
export function kontrolleraKedja(db: Db, verifiera: Verifierare): number {
  const vandring = kedjevandring(db, verifiera)
  for (;;) {
    const steg = vandring.next()
    if (steg.done) return steg.value
  }
}

/** A row's hash, or null when the log has no such row. */
export function hashAv(db: Db, nr: number): Buffer | null {
  return db.select({ hash: logg.hash }).from(logg).where(eq(logg.nr, nr)).get()?.hash ?? null
}

/**
 * Rows between two moments (from included, to not), the newest first, a page at a time; by one user or about one case
 * when asked for. With the words of their reasons, where those have not been erased.
 */
export function loggsida(db: Db, val: { fran: string; till: string; anvandare?: string | undefined; nummer?: string | undefined; fore?: number | undefined; hogst: number }) {
  return db.select({ ...RADEN, orsak: loggOrsaker.text }).from(logg).leftJoin(loggOrsaker, eq(loggOrsaker.id, logg.orsakId))
    .where(and(
      mellan(val.fran, val.till),
      val.anvandare === undefined ? undefined : eq(logg.anvandare, val.anvandare),
      // The number alone, or beside a paper's name or a key's generation.
      val.nummer === undefined ? undefined : sql`(${logg.objekt} = ${val.nummer} OR ${logg.objekt} LIKE ${`${val.nummer} %`} OR ${logg.objekt} LIKE ${`% ${val.nummer}`})`,
      val.fore === undefined ? undefined : sql`${logg.nr} < ${val.fore}`,
    )).orderBy(desc(logg.nr)).limit(val.hogst).all()
}

/** Rows by their numbers, in order. */
export const raderMedNr = (db: Db, nr: readonly number[]) => db.select({ ...RADEN, orsak: loggOrsaker.text }).from(logg)
  .leftJoin(loggOrsaker, eq(loggOrsaker.id, logg.orsakId)).where(sql`${logg.nr} IN (SELECT value FROM json_each(${JSON.stringify(nr)}))`).orderBy(asc(logg.nr)).all()

/** Who has rows between two moments, and how many each. */
export function loggforare(db: Db, fran: string, till: string): { anvandare: string; antal: number }[] {
  return db.select({ anvandare: logg.anvandare, antal: sql<number>`count(*)` }).from(logg)
    .where(mellan(fran, till)).groupBy(logg.anvandare).all()
}

const RADEN = { nr: logg.nr, tid: logg.tid, anvandare: logg.anvandare, handling: logg.handling, objekt: logg.objekt }
const mellan = (fran: string, till: string) => and(sql`${logg.tid} >= ${fran}`, sql`${logg.tid} < ${till}`)

/** Rows of some acts between two moments, oldest first. */
export const raderMed = (db: Db, handlingar: readonly Handling[], fran: string, till: string): Kontrollrad[] =>
  db.select(RADEN).from(logg).where(and(inArray(logg.handling, [...handlingar]), mellan(fran, till))).orderBy(asc(logg.nr)).all()

export const antalRader = (db: Db, fran: string, till: string): number =>
  db.select({ n: sql<number>`count(*)` }).from(logg).where(mellan(fran, till)).get()?.n ?? 0

/** How many rows the log has after one, and the times of the first and the last of them; null when there are none. */
export function antalEfter(db: Db, nr: number): { rader: number; forst: string | null; sist: string | null } {
  const svar = db.select({ rader: sql<number>`count(*)`, forst: sql<string | null>`min(${logg.tid})`, sist: sql<string | null>`max(${logg.tid})` }).from(logg).where(gt(logg.nr, nr)).get()
  return svar ?? { rader: 0, forst: null, sist: null }
}

/** A check of this period that was begun in the log but never got its rows: the row that decides its sample. */
export function borjadKontroll(db: Db, period: string): Logghuvud | null {
  return db.select({ nr: logg.nr, hash: logg.hash, tid: logg.tid }).from(logg)
    .where(and(eq(logg.handling, 'loggkontroll.borjad'), eq(logg.objekt, period), sql`${logg.nr} NOT IN (SELECT huvud_nr FROM loggkontroller)`))
    .orderBy(asc(logg.nr)).limit(1).get() ?? null
}

/** One user's rows between two moments, oldest first: what the loggkontroll looks for patterns in. */
export function raderAv(db: Db, anvandare: string, fran: string, till: string): Kontrollrad[] {
  return db.select(RADEN).from(logg).where(and(eq(logg.anvandare, anvandare), mellan(fran, till))).orderBy(asc(logg.nr)).all()
}

/** Whether the log holds this head, still unchanged. */
export function harHuvud(db: Db, huvud: Pick<Logghuvud, 'nr' | 'hash'>): boolean {
  const rad = db.select({ hash: logg.hash }).from(logg).where(eq(logg.nr, huvud.nr)).get()
  return huvud.nr === 0 || (rad?.hash.equals(huvud.hash) ?? false)
}

/**
 * The restore that explains why a head seen at a time is no longer there: the newest logged since, up to now (a row dated
 * ahead would explain everything to come), by somebody whose signature counts.
 * @param verifiera as in `kontrolleraKedja`: a row that nobody certified has signed explains nothing
 */
export function aterstallningEfter(db: Db, tid: string, nu: string, verifiera: Verifierare): { anvandare: string; tid: string } | undefined {
  return db.select().from(logg).where(and(eq(logg.handling, 'kontor.aterstallt'), sql`${logg.tid} >= ${tid}`, sql`${logg.tid} <= ${nu}`))
    .orderBy(desc(logg.nr)).all().find((rad) => arHel(rad, verifiera))
}

/** Who opened a case and when, newest first: the last opening per user and day. */
export function oppningar(db: Db, nummer: string, hogst = 10): { anvandare: string; tid: string }[] {
  const dag = sql`substr(${logg.tid}, 1, 10)`
  return db.select({ anvandare: logg.anvandare, tid: sql<string>`max(${logg.tid})` }).from(logg)
    .where(and(eq(logg.objekt, nummer), eq(logg.handling, 'arende.oppnat')))
    .groupBy(logg.anvandare, dag).orderBy(desc(sql`max(${logg.tid})`)).limit(hogst).all()
}

/** What a new case key is logged as: the number, and the generation that its row and seals must have reached. */
export const nyckelobjekt = (nummer: string, generation: number): string => `${nummer} ${generation}`

/** The newest key of a case that the log tells of; 0 when it has had one key all the time. */
export function loggadGeneration(db: Db, nummer: string): number {
  return db.select({ n: sql<number | null>`max(cast(substr(${logg.objekt}, ${nummer.length + 2}) as integer))` }).from(logg)
    .where(and(gt(logg.objekt, `${nummer} `), sql`${logg.objekt} < ${`${nummer}!`}`, eq(logg.handling, 'arende.ny_nyckel'))).get()?.n ?? 0
}

/** The hashes under which a handling has been fixed, by the log; none for one that the example office came with. */
export const loggadeHashar = (db: Db, handlingId: string): string[] => db.select({ objekt: logg.objekt }).from(logg)
  .where(and(gt(logg.objekt, `${handlingId} `), sql`${logg.objekt} < ${`${handlingId}!`}`, eq(logg.handling, 'handling.faststalld'))).all()
  .map(({ objekt }) => (objekt ?? '').slice(handlingId.length + 1))

/** Time of the newest row of one of these acts, or null. */
export function senaste(db: Db, handlingar: Handling[]): string | null {
  return db.select({ tid: sql<string | null>`max(${logg.tid})` }).from(logg).where(inArray(logg.handling, handlingar)).get()?.tid ?? null
}

/**
 * Which of these cases have been marked for a new key since the last one was made. Read from the signed log, so that
 * whoever can write in the file cannot take a mark away unseen (DESIGN §4.4).
 */
export function begardaNycklar(db: Db, nummer: readonly string[]): Set<string> {
  if (nummer.length === 0) return new Set()
  // The text of the condition is that of the partial index: a bound value would not find it.
  const rader = db.select({ objekt: logg.objekt, nr: sql<number>`max(${logg.nr})` }).from(logg)
    .where(and(sql`handling = 'arende.nyckel_begard'`, sql`${logg.objekt} IN (SELECT value FROM json_each(${JSON.stringify(nummer)}))`))
    .groupBy(logg.objekt).all()
  return new Set(rader.flatMap(({ objekt, nr }) => (objekt !== null && nr > senasteNyckelrad(db, objekt) ? [objekt] : [])))
}

/** The row of the log that tells of a case's newest key; 0 when there is none. */
function senasteNyckelrad(db: Db, nummer: string): number {
  return db.select({ nr: sql<number | null>`max(${logg.nr})` }).from(logg)
    .where(and(gt(logg.objekt, `${nummer} `), sql`${logg.objekt} < ${`${nummer}!`}`, eq(logg.handling, 'arende.ny_nyckel'))).get()?.nr ?? 0
}

/** Time of the newest row of an act about each object: who was disabled, whose password somebody knows. */
export function senasteOm(db: Db, handling: Handling): Map<string, string> {
  const rader = db.select({ objekt: logg.objekt, tid: sql<string>`max(${logg.tid})` }).from(logg).where(eq(logg.handling, handling)).groupBy(logg.objekt).all()
  return new Map(rader.flatMap(({ objekt, tid }) => (objekt === null ? [] : [[objekt, tid] as const])))
}

/** How many times some acts have been done about an object. */
export const antalOm = (db: Db, handlingar: readonly Handling[], objekt: string): number =>
  db.select({ n: sql<number>`count(*)` }).from(logg).where(and(eq(logg.objekt, objekt), inArray(logg.handling, [...handlingar]))).get()?.n ?? 0

/** Whom rows that hold say this of: a row that somebody has written by hand, unsigned, says nothing. @param verifiera as in `kontrolleraKedja` */
export function undertecknatOm(db: Db, handling: Handling, verifiera: Verifierare): Set<string> {
  return new Set(db.select().from(logg).where(eq(logg.handling, handling)).all()
    .flatMap((rad) => (rad.objekt !== null && arHel(rad, verifiera) ? [rad.objekt] : [])))
}

const omAnvandare = forberedd((db) => db.select().from(logg)
  .where(and(gt(logg.nr, sql.placeholder('efter')), inArray(logg.handling, ['anvandare.avstangd', 'anvandare.andrad', 'anvandare.ny_identitet'] satisfies Handling[]))).prepare())

/**
 * What has been said of users since a row: whether their roles, names or identities may have changed, and who has been
 * disabled, by rows that hold. Asked at every call, so it reads the rows since and no more.
 * @param verifiera made only when there is something to verify
 */
export function anvandareEfter(db: Db, efter: number, verifiera: () => Verifierare): { avstangda: Set<string> } | null {
  const rader = omAnvandare(db).all({ efter })
  if (rader.length === 0) return null
  const prova = verifiera()
  return { avstangda: new Set(rader.flatMap((rad) => (rad.handling === 'anvandare.avstangd' && rad.objekt !== null && arHel(rad, prova) ? [rad.objekt] : []))) }
}

/** The rows that say that a user got a new identity, oldest first, of those that hold. */
export const identitetsbyten = (db: Db, anvandare: string, verifiera: Verifierare): number[] => db.select().from(logg)
  .where(and(eq(logg.objekt, anvandare), eq(logg.handling, 'anvandare.ny_identitet'))).orderBy(asc(logg.nr)).all().flatMap((rad) => (arHel(rad, verifiera) ? [rad.nr] : []))

/** What a row tells, if it holds by itself; null when there is none, or it has been altered, or nobody certified has signed it. @param verifiera as in `kontrolleraKedja` */
export function helRad(db: Db, nr: number, verifiera: Verifierare): Kontrollrad | null {
  const rad = db.select().from(logg).where(eq(logg.nr, nr)).get()
  return rad !== undefined && arHel(rad, verifiera) ? rad : null
}

const arHel = (rad: typeof logg.$inferSelect, verifiera: Verifierare): boolean =>
  rad.hash.equals(hashaRad(rad, rad.fore)) && verifiera(rad.anvandare, rad.hash, rad.signatur, rad.nr)

/** When each user last did something of this kind. */
export function senasteAv(db: Db, handling: Handling): Map<string, string> {
  return new Map(db.select({ vem: logg.anvandare, tid: sql<string>`max(${logg.tid})` }).from(logg).where(eq(logg.handling, handling)).groupBy(logg.anvandare).all()
    .map(({ vem, tid }) => [vem, tid]))
}
