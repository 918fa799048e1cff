import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { kanonisk } from '../model/handling/kanonisk.ts'
import type { Faststallelse } from '../model/handling/typer.ts'
import { anvandare, faststallda, faststalldaBakom } from '../schema/index.ts'
import type { Db } from './db.ts'
import { loggadeHashar } from './logg.ts'

type Bakom = Readonly<Record<string, readonly string[]>>

/** SHA-256 of canonical JSON, hex. */
export const innehallshash = (kanoniskt: string): string => createHash('sha256').update(kanoniskt).digest('hex')

/**
 * What is frozen, ready to be stored: the content with the hash of the numbers behind it inside, so that its own hash
 * holds both, though the numbers can be taken away by gallring.
 */
export function frys(innehall: object, bakom: Bakom): { innehall: string; bakom: string; hash: string } {
  const bakomText = kanonisk(bakom)
  const text = kanonisk({ ...innehall, bakomHash: innehallshash(bakomText) })
  return { innehall: text, bakom: bakomText, hash: innehallshash(text) }
}

export function laggInFaststalld(db: Db, rad: { handlingId: string; tid: string; av: string } & ReturnType<typeof frys>): void {
  const { bakom, ...resten } = rad
  db.insert(faststallda).values(resten).run()
  db.insert(faststalldaBakom).values({ handlingId: rad.handlingId, innehall: bakom }).run()
}

/** When and by whom it was fixed, and the hash; null for a draft. */
export function hamtaFaststalld(db: Db, handlingId: string): Faststallelse | null {
  return db.select({ tid: faststallda.tid, av: anvandare.namn, hash: faststallda.hash }).from(faststallda)
    .innerJoin(anvandare, eq(anvandare.id, faststallda.av)).where(eq(faststallda.handlingId, handlingId)).get() ?? null
}

/**
 * What was frozen, with whether it still is what was hashed then: by the hash beside it, and by the signed log, which
 * names the hash too, so that whoever changes both beside one another is found out. Undefined for a draft.
 */
export function hamtaFruset(db: Db, handlingId: string): { innehall: unknown; hel: boolean } | undefined {
  const rad = db.select().from(faststallda).where(eq(faststallda.handlingId, handlingId)).get()
  return rad === undefined ? undefined : {
    innehall: JSON.parse(rad.innehall), hel: innehallshash(rad.innehall) === rad.hash && loggadeHashar(db, handlingId).every((hash) => hash === rad.hash),
  }
}

/** The ärendenummer that stood behind a frozen figure; undefined once gallring has taken them. */
export function hamtaFrusetBakom(db: Db, handlingId: string): Bakom | undefined {
  const rad = db.select({ innehall: faststalldaBakom.innehall }).from(faststalldaBakom).where(eq(faststalldaBakom.handlingId, handlingId)).get()
  return rad === undefined ? undefined : (JSON.parse(rad.innehall) as Bakom)
}
