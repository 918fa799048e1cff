import { asc, eq, sql } from 'drizzle-orm'
import { anvandare } from '../schema/index.ts'
import type { Db } from './db.ts'

export type Anvandarpost = typeof anvandare.$inferSelect

/** All users, disabled ones too, by login name. Rows count only once their certificate has been checked. */
export function listaAnvandare(db: Db): Anvandarpost[] {
  return db.select().from(anvandare).orderBy(asc(anvandare.anvandarnamn)).all()
}

export function hamtaAnvandare(db: Db, id: string): Anvandarpost | undefined {
  return db.select().from(anvandare).where(eq(anvandare.id, id)).get()
}

export function skapaAnvandare(db: Db, rad: Omit<Anvandarpost, 'version' | 'avstangd'>): void {
  db.insert(anvandare).values(rad).run()
}

export function losenordBytt(db: Db, id: string): void {
  db.update(anvandare).set({ masteBytaLosenord: false, version: sql`${anvandare.version} + 1` }).where(eq(anvandare.id, id)).run()
}

/** Removes a user that never got an entry in the vault, and so never could do anything. */
export function taBortOfardig(db: Db, id: string): void {
  db.delete(anvandare).where(eq(anvandare.id, id)).run()
}
