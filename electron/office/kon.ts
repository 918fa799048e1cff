import type { KopersonForseglat } from '../../db/model/kontakter.ts'
import type { Db } from '../../db/store/db.ts'
import { forstorKoperson, hamtaKoperson, laggKosigill, listaKopersoner, listaKosigill, skrivKoperson, type Koperson, type Kosigill } from '../../db/store/ko.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import { forsegla, oppna, type Radplats } from '../../db/vault/forsegling.ts'
import { glom } from '../../db/vault/krypto.ts'
import { forseglaTillFlera, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { egenTillverkare } from './arendenyckel.ts'
import { delaktiga, gorDelad, medNyckel, oppnaDelad, oppnaOmMojligt, kandAvAndra, overblivna, saknarSigill, type Delaktiga } from './delat.ts'
import type { Inloggad } from './inloggad.ts'

/** Who stands in the queue (DESIGN §4.5): sealed to every active ombud, kept up at login, destroyed when the place is left. */

const SCHEMA = 1
const nyckelplats = (inloggad: Inloggad, rad: Pick<Koperson, 'id' | 'generation'>): Nyckelplats =>
  ({ kontor: inloggad.kontor, slag: 'kontakt', id: rad.id, generation: rad.generation })
const radplats = (inloggad: Inloggad, rad: Pick<Koperson, 'id' | 'generation' | 'version'>): Radplats =>
  ({ kontor: inloggad.kontor, arende: rad.id, tabell: 'kopersoner', rad: rad.id, generation: rad.generation, radversion: rad.version })

export interface Forseglad { rad: Koperson; sigill: Kosigill[] }

const somRader = (rad: Pick<Koperson, 'id' | 'generation'>, sigill: readonly Sigill[]): Kosigill[] =>
  sigill.map((ett) => ({ kopersonId: rad.id, generation: rad.generation, ...ett }))

/**
 * A person for a place in the queue, under a key of its own: a new row, or the next version of `forra` under a new
 * key. Writes nothing; `skrivKoperson` does, in the transaction of the contact.
 */
export async function forseglaKoperson(
  inloggad: Inloggad, kontaktId: string, person: KopersonForseglat, forra?: Koperson, vilka: Delaktiga = delaktiga(inloggad),
): Promise<Forseglad> {
  const rad = { id: forra?.id ?? crypto.randomUUID(), kontaktId, generation: (forra?.generation ?? 0) + 1, version: (forra?.version ?? 0) + 1 }
  const { nyckel, sigill } = await gorDelad(inloggad, vilka, nyckelplats(inloggad, rad))
  return medNyckel(nyckel, () => ({ rad: { ...rad, forseglat: forsegla(nyckel, radplats(inloggad, rad), SCHEMA, person) }, sigill: somRader(rad, sigill) }))
}

/** Seals what an input says about a contact's person; undefined when it says nothing. */
export async function forseglaUr(inloggad: Inloggad, kontaktId: string, person: KopersonForseglat | null | undefined): Promise<Forseglad | undefined> {
  return person == null ? undefined : forseglaKoperson(inloggad, kontaktId, person, hamtaKoperson(inloggad.db, kontaktId))
}

/**
 * Opens a queued person.
 * @returns null when it has not been sealed to the caller yet
 * @throws Fel `forsegling_bruten`
 */
export async function oppnaKoperson(inloggad: Inloggad, rad: Koperson, sigill: readonly Kosigill[]): Promise<KopersonForseglat | null> {
  const nyckel = await oppnaDelad(inloggad, nyckelplats(inloggad, rad), dess(rad, sigill))
  return nyckel === null ? null : medNyckel(nyckel, () => oppna(nyckel, radplats(inloggad, rad), rad.forseglat).varde as KopersonForseglat)
}

const dess = (rad: Koperson, sigill: readonly Kosigill[]) => sigill.filter((ett) => ett.generation === rad.generation)

/** The place is left: who it was is destroyed. @returns whether the WAL must be emptied once this is committed */
export function lamnaKon(db: Db, kontaktId: string, tid: string, logga: (rad: Loggrad) => void): boolean {
  const forstord = forstorKoperson(db, kontaktId, tid)
  if (forstord) logga({ handling: 'ko.forstord', objekt: kontaktId })
  return forstord
}

/**
 * Keeps the queue's seals up: to ombud who have come since; and a new key for those that somebody has who no longer
 * should. Run at an ombud's login. What the caller cannot open is left to another ombud.
 */
export async function skotKon(inloggad: Inloggad, vilka: Delaktiga): Promise<void> {
  const nya: Forseglad[] = []
  const tillagg: { rad: Koperson; sigill: Kosigill[] }[] = []
  const alla = listaKosigill(inloggad.db)
  for (const rad of listaKopersoner(inloggad.db)) {
    const sigill = alla.get(rad.id) ?? []
    const plats = nyckelplats(inloggad, rad)
    const byt = overblivna(vilka, sigill).length > 0 || kandAvAndra(sigill)
    const saknar = await saknarSigill(inloggad, vilka, plats, dess(rad, sigill))
    if (!byt && saknar.length === 0) continue
    const nyckel = await oppnaOmMojligt(inloggad, plats, dess(rad, sigill))
    if (nyckel === null) continue
    try {
      if (byt) nya.push(await forseglaKoperson(inloggad, rad.kontaktId, oppna(nyckel, radplats(inloggad, rad), rad.forseglat).varde as KopersonForseglat, rad, vilka))
      else tillagg.push({ rad, sigill: somRader(rad, await forseglaTillFlera(nyckel, plats, saknar, egenTillverkare(inloggad))) })
    } finally {
      glom(nyckel)
    }
  }
  if (nya.length + tillagg.length === 0) return
  await inloggad.skriv((db, logga) => {
    const som = (rad: Koperson, version: number) => hamtaKoperson(db, rad.kontaktId)?.version === version
    for (const { rad, sigill } of nya) if (som(rad, rad.version - 1)) skrivKoperson(db, rad, sigill)
    for (const { rad, sigill } of tillagg) if (som(rad, rad.version)) laggKosigill(db, sigill)
    logga({ handling: 'ko.forseglad', objekt: String(nya.length + tillagg.length) })
  })
}
