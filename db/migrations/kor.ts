import type { Database } from 'better-sqlite3'
import { Fel } from '../model/fel.ts'
import { MIGRATIONER, type Migration } from './index.ts'

const lasVersion = (db: Database) => db.pragma('user_version', { simple: true }) as number

/**
 * Says whether a database needs migrating.
 * @throws Fel `databas_nyare` when it was written by a newer Lotsen: nothing is touched.
 */
export function behoverMigreras(db: Database, migrationer: readonly Migration[] = MIGRATIONER): boolean {
  const nu = lasVersion(db)
  const senaste = migrationer.at(-1)?.nummer ?? 0
  if (nu > senaste) {
    throw new Fel('databas_nyare', 'Kontoret är skrivet av en nyare version av Lotsen. Installera den versionen på den här datorn och öppna kontoret igen.')
  }
  return nu < senaste
}

/**
 * Brings a database up to the newest schema, each migration whole or not at all.
 *
 * Own runner because the library's loses data (DESIGN §2): inside a transaction `foreign_keys=OFF` does
 * nothing, so rebuilding a parent table cascades or fails. Here foreign keys are off before BEGIN, and a
 * migration is kept only if every foreign key holds and no table lost rows that it was not meant to lose.
 *
 * The caller has sole access to the file. `kopieraForst` is called once, before anything is changed, when
 * there is data to lose.
 * @returns the numbers that were applied
 * @throws Fel `databas_nyare`, `migrering_tappade_rader`; SQL errors as they are (a bug: nothing was changed)
 */
export async function migrera(
  db: Database,
  val: { kopieraForst: () => Promise<void>; migrationer?: readonly Migration[] },
): Promise<number[]> {
  const migrationer = val.migrationer ?? MIGRATIONER
  if (!behoverMigreras(db, migrationer)) return []
  const fran = lasVersion(db)
  if (fran > 0) await val.kopieraForst()

  const gjorda: number[] = []
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of migrationer.filter((m) => m.nummer > fran)) {
      db.transaction(() => tillampa(db, migration)).exclusive()
      gjorda.push(migration.nummer)
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
  return gjorda
}

function tillampa(db: Database, migration: Migration): void {
  const fore = raknaRader(db)
  db.exec(migration.sql)
  const efter = raknaRader(db)
  const minskade = [...fore]
    .filter(([tabell, antal]) => !migration.farMinska?.includes(tabell) && (efter.get(tabell) ?? 0) < antal)
    .map(([tabell]) => tabell)
  const brutna = db.pragma('foreign_key_check') as unknown[]
  if (minskade.length > 0 || brutna.length > 0) {
    throw new Fel('migrering_tappade_rader', 'Kontoret kunde inte föras över till den nya versionen utan att något gick förlorat, så ingenting ändrades. Fortsätt med den tidigare versionen av Lotsen och kontakta den som sköter programmet.', {
      detalj: { migration: migration.namn, minskade, brutna: brutna.length },
    })
  }
  db.pragma(`user_version = ${migration.nummer}`)
}

function raknaRader(db: Database): Map<string, number> {
  const tabeller = db.prepare<[], { name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  ).all()
  return new Map(tabeller.map(({ name }) => [
    name,
    (db.prepare(`SELECT count(*) AS antal FROM "${name.replaceAll('"', '""')}"`).get() as { antal: number }).antal,
  ]))
}
