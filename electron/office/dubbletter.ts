import { Fel } from '../../db/model/fel.ts'
import type { Arendepost } from '../../db/store/arenden.ts'
import { avtryckFor, laggDubblettsigill, listaDubblettsigill, ombudMedAvtryck, sattAvtryck, stadaAvtryck, taBortDubblettsigill, type Dubblettsigill } from '../../db/store/dubbletter.ts'
import type { Db } from '../../db/store/db.ts'
import { dubblettavtryck } from '../../db/vault/dubblett.ts'
import { glom } from '../../db/vault/krypto.ts'
import { forseglaTillFlera, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { egenTillverkare } from './arendenyckel.ts'
import { delaktiga, gorDelad, oppnaDelad, oppnaOmMojligt, overblivna, saknarSigill, type Delaktiga } from './delat.ts'
import type { Inloggad } from './inloggad.ts'

/** "There is already an open case for this person" (DESIGN §4.6). One key for the office, made at first need. */

const GENERATION = 1
const plats = (inloggad: Inloggad): Nyckelplats => ({ kontor: inloggad.kontor, slag: 'dubblett', id: inloggad.kontor, generation: GENERATION })
const somRader = (sigill: readonly Sigill[]): Dubblettsigill[] => sigill.map((ett) => ({ generation: GENERATION, ...ett }))

/**
 * The key of the duplicate check, made now if there is none; kept for the session.
 * @returns null when it has not been sealed to the caller yet (some other ombud has to log in first), or cannot be
 * opened: no case is kept from being written for that, only the check itself says so
 */
export async function dubblettnyckel(inloggad: Inloggad): Promise<Buffer | null> {
  if (inloggad.dubblettnyckel !== null) return inloggad.dubblettnyckel
  if (listaDubblettsigill(inloggad.db).length === 0) {
    const { nyckel, sigill } = await gorDelad(inloggad, delaktiga(inloggad), plats(inloggad))
    try {
      await inloggad.skriv((db, logga) => {
        if (listaDubblettsigill(db).length === 0) laggDubblettsigill(db, somRader(sigill)) // somebody else may have been first
        logga({ handling: 'dubblett.nyckel' })
      })
    } finally {
      glom(nyckel)
    }
  }
  inloggad.dubblettnyckel = await oppnaOmMojligt(inloggad, plats(inloggad), listaDubblettsigill(inloggad.db))
  return inloggad.dubblettnyckel
}

/** The key, for the check itself. @throws Fel `dubblett_vantar`, `forsegling_bruten` */
export async function kravDubblettnyckel(inloggad: Inloggad): Promise<Buffer> {
  const nyckel = await dubblettnyckel(inloggad)
  if (nyckel !== null) return nyckel
  glom(await oppnaDelad(inloggad, plats(inloggad), listaDubblettsigill(inloggad.db))) // damaged: says so
  throw new Fel('dubblett_vantar', 'Kontrollen kan inte göras ännu. Den fungerar när ett annat ombud har loggat in nästa gång.')
}

/**
 * Seals the key to ombud who have come since, and removes the seals of those who have left. Run at an ombud's
 * login, if there is a key at all. Somebody who once had the key may remember it: the marks lie under the
 * database key, which is replaced when a user is disabled (DESIGN §4.7).
 */
export async function skotDubblettnyckel(inloggad: Inloggad, vilka: Delaktiga): Promise<void> {
  const sigill = listaDubblettsigill(inloggad.db)
  const bort = overblivna(vilka, sigill)
  const saknar = sigill.length === 0 ? [] : await saknarSigill(inloggad, vilka, plats(inloggad), sigill)
  if (bort.length + saknar.length === 0) return
  const nyckel = await oppnaOmMojligt(inloggad, plats(inloggad), sigill)
  if (nyckel === null) return
  try {
    const nya = somRader(await forseglaTillFlera(nyckel, plats(inloggad), saknar, egenTillverkare(inloggad)))
    await inloggad.skriv((db, logga) => {
      taBortDubblettsigill(db, bort.map((ett) => ett.mottagareId))
      laggDubblettsigill(db, nya)
      logga({ handling: 'dubblett.nyckel' })
    })
  } finally {
    glom(nyckel)
  }
}

const avtryck = (inloggad: Inloggad, nyckel: Buffer, namn: string, fodelsear: number | null) => dubblettavtryck(nyckel, inloggad.kontor, namn, fodelsear)

/** Sets the mark of a case with an open uppdrag, in its transaction; nothing without the key: it is made up for at the next opening. */
export function noteraAvtryck(inloggad: Inloggad, db: Db, nyckel: Buffer | null, arende: Pick<Arendepost, 'id' | 'fodelsear'>, namn: string | null | undefined): void {
  if (nyckel !== null) sattAvtryck(db, arende.id, avtryck(inloggad, nyckel, namn ?? '', arende.fodelsear))
}

export interface Kand { arende: Pick<Arendepost, 'id' | 'fodelsear'>; namn: string | null; pagar: boolean }

/**
 * Marks that opened cases lack, or that no longer fit: after an import, a handover, or before the caller had the
 * key. @returns what is to be written in the transaction that notes the opening; null when nothing is missing
 */
export async function saknadeAvtryck(inloggad: Inloggad, kanda: readonly Kand[]): Promise<((db: Db) => void) | null> {
  const oppna = kanda.filter((rad) => rad.pagar && rad.namn !== null)
  const nyckel = oppna.length === 0 ? null : await dubblettnyckel(inloggad)
  if (nyckel === null) return null
  const finns = avtryckFor(inloggad.db, oppna.map((rad) => rad.arende.id))
  const skaHa = oppna.map(({ arende, namn }) => ({ id: arende.id, avtryck: avtryck(inloggad, nyckel, namn ?? '', arende.fodelsear) }))
  const fel = skaHa.filter((rad) => rad.avtryck !== null && finns.get(rad.id)?.equals(rad.avtryck) !== true)
  return fel.length === 0 ? null : (db) => {
    for (const rad of fel) sattAvtryck(db, rad.id, rad.avtryck)
    stadaAvtryck(db)
  }
}

const FORSTA_AR = 1900

/**
 * Who has an open case for a person of this name. With a birth year: cases of that year and of none; without:
 * cases of any year.
 * @param ar this year
 * @returns user ids, the caller's last
 */
export function sokDubblett(inloggad: Inloggad, nyckel: Buffer, vem: { namn: string; fodelsear: number | null }, ar: number): string[] {
  const aren = vem.fodelsear === null ? Array.from({ length: ar - FORSTA_AR + 1 }, (_, i) => FORSTA_AR + i) : [vem.fodelsear]
  const marken = [null, ...aren].map((ett) => avtryck(inloggad, nyckel, vem.namn, ett)).filter((ett) => ett !== null)
  return [...new Set(ombudMedAvtryck(inloggad.db, marken))].sort((a, b) => Number(a === inloggad.id) - Number(b === inloggad.id))
}
