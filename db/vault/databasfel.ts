import Database from 'better-sqlite3'
import { Fel } from '../model/fel.ts'

/** SQLite's refusals as sentences a user can act on. One function, so that no caller words its own. */

/** The result code (`SQLITE_…`) of an error from the driver, or undefined. */
export const sqlitekod = (fel: unknown): string | undefined => (fel instanceof Database.SqliteError ? fel.code : undefined)

export const arUpptagen = (fel: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(sqlitekod(fel) ?? '')

const MENINGAR: readonly [RegExp, string, string][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'upptaget', 'Någon annan skriver i kontoret just nu. Ingenting är ändrat. Vänta en stund och försök igen.'],
  [/^SQLITE_FULL/, 'fullt', 'Disken är full, så ingenting sparades. Frigör utrymme och försök igen.'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'las_bara', 'Lotsen får inte skriva i kontorets mapp, så ingenting sparades. Be administratören om skrivrätt till mappen.'],
  [/^SQLITE_IOERR/, 'diskfel', 'Disken svarade inte som den skulle, så ingenting sparades. Kontrollera disken, starta om Lotsen och ta en säkerhetskopia.'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'databas_skadad', 'Databasen är skadad. Arbeta inte vidare i den: återställ kontoret från den senaste säkerhetskopian.'],
  [/^SQLITE_NOMEM/, 'minnet_slut', 'Datorns minne räcker inte. Stäng andra program och försök igen.'],
]

/**
 * Translates an error of the database into a `Fel` (`upptaget`, `fullt`, `las_bara`, `diskfel`,
 * `databas_skadad`, `minnet_slut`). A `Fel`, and everything that is a bug (a broken constraint, a
 * wrong statement), comes back as it is.
 */
export function tolkaDatabasfel(fel: unknown): unknown {
  const kod = sqlitekod(fel)
  if (kod === undefined) return fel
  const traff = MENINGAR.find(([monster]) => monster.test(kod))
  return traff === undefined ? fel : new Fel(traff[1], traff[2], { cause: fel })
}

export const felNyckel = (cause?: unknown): Fel =>
  new Fel('fel_nyckel', 'Databasen öppnas inte med nyckeln i valvet: filerna hör inte ihop, eller databasens början är skadad. Återställ kontoret från en säkerhetskopia.', { cause })
export const databasSaknas = (cause?: unknown): Fel =>
  new Fel('databas_saknas', 'Databasen (office.db) saknas i kontorets mapp. Lägg tillbaka den, eller återställ kontoret från en säkerhetskopia.', { cause })
export const databasNyare = (): Fel =>
  new Fel('databas_nyare', 'Kontoret har använts i en nyare version av Lotsen. Installera den nyare versionen på den här datorn.')
export const startaOm = (): Fel =>
  new Fel('starta_om', 'Kontoret har uppdaterats eller återställts av någon annan. Ingenting sparades. Starta om Lotsen.')
