import { and, asc, eq, max, sql } from 'drizzle-orm'
import { Fel } from '../model/fel.ts'
import { arSkyddad, hittaKod, LISTOR, standardKodlistor, type Kodlistor, type Kodpost, type Lista } from '../model/kodlistor.ts'
import { slug } from '../model/text.ts'
import { kodposter } from '../schema/index.ts'
import { forberedd, type Db } from './db.ts'

/** The unit's lists as edited. */
export function hamtaKodlistor(db: Db): Kodlistor {
  const listor = Object.fromEntries(LISTOR.map((lista) => [lista, [] as Kodpost[]])) as Record<Lista, Kodpost[]>
  for (const { lista, ...post } of db.select().from(kodposter).orderBy(asc(kodposter.lista), asc(kodposter.ordning)).all()) {
    listor[lista as Lista]?.push(post)
  }
  return listor
}

const enLista = forberedd((db) => db.select().from(kodposter).where(eq(kodposter.lista, sql.placeholder('lista'))).orderBy(asc(kodposter.ordning)).prepare())

/** The posts of one list, in its order, those that have ended too. */
export const listansPoster = (db: Db, lista: Lista): Kodpost[] => enLista(db).all({ lista })

/** Gives a new office the standard lists of DOMAIN §5. */
export function skapaKodlistor(db: Db): void {
  for (const [lista, poster] of Object.entries(standardKodlistor())) {
    for (const post of poster) db.insert(kodposter).values({ lista, ...post }).run()
  }
}

/**
 * Adds a post (`kod` null) or changes one. A post is never removed, since old rows speak of it: it ends.
 * @returns the code
 * @throws Fel `finns_redan` for a label another post has, `skyddad` for ending a post that rules ask for
 */
export function sparaKodpost(db: Db, post: { lista: Lista; kod: string | null; etikett: string; giltigFran: string | null; giltigTill: string | null }): string {
  const { lista, etikett, giltigFran, giltigTill } = post
  const upptagen = hittaKod(hamtaKodlistor(db), lista, etikett)
  if (upptagen !== undefined && upptagen !== post.kod) throw new Fel('finns_redan', 'Det finns redan en post med det namnet i listan.', { falt: 'etikett' })
  if (post.kod !== null) {
    if (arSkyddad(lista, post.kod) && (giltigFran !== null || giltigTill !== null)) {
      throw new Fel('skyddad', 'Posten används av räkningen och kan byta namn men inte sluta gälla.', { falt: 'giltigTill' })
    }
    const svar = db.update(kodposter).set({ etikett, giltigFran, giltigTill }).where(and(eq(kodposter.lista, lista), eq(kodposter.kod, post.kod))).run()
    if (svar.changes === 0) throw new Fel('finns_inte', 'Posten finns inte längre. Läs in sidan på nytt.')
    return post.kod
  }
  const ordning = (db.select({ hogst: max(kodposter.ordning) }).from(kodposter).where(eq(kodposter.lista, lista)).get()?.hogst ?? -1) + 1
  const kod = ledigKod(db, lista, slug(etikett) || 'post')
  db.insert(kodposter).values({ lista, kod, etikett, ordning, giltigFran, giltigTill }).run()
  return kod
}

function ledigKod(db: Db, lista: Lista, stam: string): string {
  const tagna = new Set(db.select({ kod: kodposter.kod }).from(kodposter).where(eq(kodposter.lista, lista)).all().map((rad) => rad.kod))
  for (let n = 1; ; n++) {
    const kod = n === 1 ? stam.slice(0, 50) : `${stam.slice(0, 50)}_${n}`
    if (!tagna.has(kod)) return kod
  }
}
