import { Fel } from '../../db/model/fel.ts'
import type { Arendepost } from '../../db/store/arenden.ts'
import { avtryckFor, generationerMedAvtryck, laggDubblettsigill, listaDubblettsigill, ombudMedAvtryck, sattAvtryck, stadaAvtryck, taBortDubblettsigill, type Dubblettsigill } from '../../db/store/dubbletter.ts'
import type { Db } from '../../db/store/db.ts'
import { ATERHAMTNING_ID } from '../../db/vault/certifikat.ts'
import { dubblettavtryck } from '../../db/vault/dubblett.ts'
import { glom } from '../../db/vault/krypto.ts'
import { forseglaTillFlera, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { egenTillverkare } from './arendenyckel.ts'
import { delaktiga, gorDelad, kandAvAndra, oppnaDelad, oppnaOmMojligt, overblivna, saknarSigill, type Delaktiga } from './delat.ts'
import type { Inloggad } from './inloggad.ts'

/**
 * "There is already an open case for this person" (DESIGN §4.6). One key for the office, made at first need and made
 * anew when somebody who had it no longer should: each ombud then makes the own marks again with the new one, the check
 * looks under both meanwhile, and the old one goes with its last mark.
 */
export interface Dubblettnyckel { generation: number; nyckel: Buffer }

const plats = (inloggad: Inloggad, generation: number): Nyckelplats => ({ kontor: inloggad.kontor, slag: 'dubblett', id: inloggad.kontor, generation })
const somRader = (sigill: readonly Sigill[], generation: number): Dubblettsigill[] => sigill.map((ett) => ({ generation, ...ett }))
const hogsta = (sigill: readonly Dubblettsigill[]): number => sigill.reduce((hogst, ett) => Math.max(hogst, ett.generation), 0)

/** The keys that are sealed to the caller and can be opened, the newest first. Opened once a session each. */
async function oppnaNycklar(inloggad: Inloggad): Promise<Dubblettnyckel[]> {
  const nycklar: Dubblettnyckel[] = []
  for (const egen of listaDubblettsigill(inloggad.db, inloggad.id).toSorted((a, b) => b.generation - a.generation)) {
    const minne = `${egen.generation} ${egen.age.toString('base64')}`
    const nyckel = inloggad.dubblettnycklar.get(minne) ?? await oppnaOmMojligt(inloggad, plats(inloggad, egen.generation), [egen])
    if (nyckel === null) continue
    inloggad.dubblettnycklar.set(minne, nyckel)
    nycklar.push({ generation: egen.generation, nyckel })
  }
  return nycklar
}

async function allaNycklar(inloggad: Inloggad): Promise<Dubblettnyckel[]> {
  if (listaDubblettsigill(inloggad.db).length === 0) {
    const { nyckel, sigill } = await gorDelad(inloggad, delaktiga(inloggad), plats(inloggad, 1))
    try {
      await inloggad.skriv((db, logga) => {
        if (listaDubblettsigill(db).length === 0) laggDubblettsigill(db, somRader(sigill, 1)) // somebody else may have been first
        logga({ handling: 'dubblett.nyckel' })
      })
    } finally {
      glom(nyckel)
    }
  }
  return oppnaNycklar(inloggad)
}

/**
 * The key that new marks are made with, made now if there is none.
 * @returns null when it has not been sealed to the caller yet (some other ombud has to log in first), or cannot be
 * opened: no case is kept from being written for that, only the check itself says so
 */
export async function dubblettnyckel(inloggad: Inloggad): Promise<Dubblettnyckel | null> {
  return (await allaNycklar(inloggad))[0] ?? null
}

/** The keys that marks may be made with, for the check itself. @throws Fel `dubblett_vantar`, `forsegling_bruten` */
export async function kravDubblettnycklar(inloggad: Inloggad): Promise<Dubblettnyckel[]> {
  const nycklar = await allaNycklar(inloggad)
  if (nycklar.length > 0) return nycklar
  for (const egen of listaDubblettsigill(inloggad.db, inloggad.id)) glom(await oppnaDelad(inloggad, plats(inloggad, egen.generation), [egen])) // damaged: says so
  throw new Fel('dubblett_vantar', 'Kontrollen kan inte göras ännu. Den fungerar när ett annat ombud har loggat in nästa gång.')
}

/**
 * Keeps the keys up, at an ombud's login: sealed to ombud who have come since; a new one when somebody knows the present
 * who no longer should (disabled, no longer ombud, or the former identity of somebody who has a new one); and those
 * that no mark is made with any longer are gone. A replaced nyckelblad is only sealed to: who finds the former needs the
 * database key too, which is changed then (DESIGN §4.7).
 */
export async function skotDubblettnyckel(inloggad: Inloggad, vilka: Delaktiga): Promise<void> {
  const alla = listaDubblettsigill(inloggad.db)
  const nycklar = alla.length === 0 ? [] : await oppnaNycklar(inloggad)
  const [nyaste] = nycklar
  if (nyaste === undefined) return
  const av = (generation: number) => alla.filter((ett) => ett.generation === generation)
  const kand = kandAvAndra(av(nyaste.generation)) || overblivna(vilka, av(nyaste.generation)).some((ett) => ett.mottagareId !== ATERHAMTNING_ID)
  const medAvtryck = generationerMedAvtryck(inloggad.db)
  const behovs = ({ generation }: Dubblettnyckel): boolean => (generation === nyaste.generation && !kand) || medAvtryck.has(generation)

  const bort = nycklar.flatMap((en) => (behovs(en) ? overblivna(vilka, av(en.generation)) : []))
  const forbi = nycklar.filter((en) => !behovs(en))
  const nya: Dubblettsigill[] = []
  for (const en of nycklar.filter(behovs)) {
    const saknar = await saknarSigill(inloggad, vilka, plats(inloggad, en.generation), av(en.generation))
    nya.push(...somRader(await forseglaTillFlera(en.nyckel, plats(inloggad, en.generation), saknar, egenTillverkare(inloggad)), en.generation))
  }
  if (kand) {
    const nasta = hogsta(alla) + 1
    const { nyckel, sigill } = await gorDelad(inloggad, vilka, plats(inloggad, nasta))
    glom(nyckel)
    nya.push(...somRader(sigill, nasta))
  }
  if (bort.length + nya.length + forbi.length === 0) return
  await inloggad.skriv((db, logga) => {
    logga({ handling: 'dubblett.nyckel' })
    if (hogsta(listaDubblettsigill(db)) !== hogsta(alla)) return // somebody else has just done it
    const kvar = generationerMedAvtryck(db)
    taBortDubblettsigill(db, [...bort, ...forbi.filter((en) => !kvar.has(en.generation)).flatMap((en) => av(en.generation))])
    laggDubblettsigill(db, nya)
    stadaAvtryck(db)
  })
}

const avtryck = (inloggad: Inloggad, nyckel: Buffer, namn: string, fodelsear: number | null) => dubblettavtryck(nyckel, inloggad.kontor, namn, fodelsear)

/** Sets the mark of a case with an open uppdrag, in its transaction; nothing without the key: it is made up for at the next opening. */
export function noteraAvtryck(inloggad: Inloggad, db: Db, nyckel: Dubblettnyckel | null, arende: Pick<Arendepost, 'id' | 'fodelsear'>, namn: string | null | undefined): void {
  if (nyckel !== null) sattAvtryck(db, arende.id, avtryck(inloggad, nyckel.nyckel, namn ?? '', arende.fodelsear), nyckel.generation)
}

export interface Kand { arende: Pick<Arendepost, 'id' | 'fodelsear'>; namn: string | null; pagar: boolean }

/**
 * Marks that opened cases lack, or that no longer fit: after an import, a handover, a change of the key, or before the
 * caller had it. @returns what is to be written in the transaction that notes the opening; null when nothing is missing
 */
export async function saknadeAvtryck(inloggad: Inloggad, kanda: readonly Kand[]): Promise<((db: Db) => void) | null> {
  const oppna = kanda.filter((rad) => rad.pagar && rad.namn !== null)
  const nyckel = oppna.length === 0 ? null : await dubblettnyckel(inloggad)
  if (nyckel === null) return null
  const finns = avtryckFor(inloggad.db, oppna.map((rad) => rad.arende.id))
  const skaHa = oppna.map(({ arende, namn }) => ({ id: arende.id, avtryck: avtryck(inloggad, nyckel.nyckel, namn ?? '', arende.fodelsear) }))
  const fel = skaHa.filter((rad) => rad.avtryck !== null && finns.get(rad.id)?.equals(rad.avtryck) !== true)
  return fel.length === 0 ? null : (db) => {
    for (const rad of fel) sattAvtryck(db, rad.id, rad.avtryck, nyckel.generation)
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
export function sokDubblett(inloggad: Inloggad, nycklar: readonly Dubblettnyckel[], vem: { namn: string; fodelsear: number | null }, ar: number): string[] {
  const aren = vem.fodelsear === null ? Array.from({ length: ar - FORSTA_AR + 1 }, (_, i) => FORSTA_AR + i) : [vem.fodelsear]
  const marken = nycklar.flatMap(({ nyckel }) => [null, ...aren].map((ett) => avtryck(inloggad, nyckel, vem.namn, ett))).filter((ett) => ett !== null)
  return [...new Set(ombudMedAvtryck(inloggad.db, marken))].sort((a, b) => Number(a === inloggad.id) - Number(b === inloggad.id))
}
