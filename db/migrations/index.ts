/**
 * The numbered migrations, oldest first. A file is never changed once it has been in use: the next
 * change is the next number. `farMinska` names tables that the migration is meant to take rows from.
 */
export interface Migration {
  nummer: number
  namn: string
  sql: string
  farMinska?: readonly string[]
}

const filer = import.meta.glob<string>('./*.sql', { query: '?raw', import: 'default', eager: true })

/** Tables that a migration may take rows from, by its number. */
const FAR_MINSKA: Record<number, readonly string[]> = {}

export const MIGRATIONER: readonly Migration[] = Object.entries(filer)
  .map(([fil, sql]) => {
    const namn = fil.replace(/^\.\/|\.sql$/g, '')
    const nummer = Number.parseInt(namn, 10)
    return { nummer, namn, sql, farMinska: FAR_MINSKA[nummer] ?? [] }
  })
  .sort((a, b) => a.nummer - b.nummer)

/** The schema this Lotsen speaks; a database with a higher number comes from a newer one. */
export const SCHEMAVERSION = MIGRATIONER.at(-1)?.nummer ?? 0
