import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AgeIdentitet } from '../../db/vault/age.ts'
import { type Databas, stangDatabas } from '../../db/vault/databas.ts'
import { oppna } from '../../db/vault/forsegling.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { lasUpp, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'

/** More generations than a year's handovers make of one key. */
const GENERATIONER = 15
const NYCKELBYTE = 32

interface Rad {
  readonly id: string
  readonly arende_id?: string
  readonly version?: number
  readonly forseglat: Buffer
}

/** A data folder as somebody with the database key sees it. */
interface Mapp {
  readonly kontor: string
  /** Every row of a table that has sealed words. */
  readonly rader: (tabell: string) => Rad[]
  readonly tabeller: readonly string[]
  readonly sigill: readonly Buffer[]
  /** All pages, deciphered, free ones too. */
  readonly sidor: Buffer
}

/**
 * Whoever has kept everything: the identities of some of the office's people, and every key that has ever been sealed
 * to them. Outside the program, with the vault's own functions, and trusting none of the rows' own book-keeping.
 */
export class Nyckelknippa {
  readonly #identiteter: readonly AgeIdentitet[]
  readonly #dbNycklar: readonly Buffer[]
  readonly #nycklar = new Map<string, Buffer>()

  private constructor(identiteter: readonly AgeIdentitet[], dbNycklar: readonly Buffer[]) {
    this.#identiteter = identiteter
    this.#dbNycklar = dbNycklar
  }

  /** @param personer login name and password; @param nyckelblad the recovery key, when it has been kept too */
  static async for(mapp: string, personer: Readonly<Record<string, string>>, nyckelblad?: string): Promise<Nyckelknippa> {
    const valv = await lasValv(mapp)
    const inloggningar = []
    for (const [anvandarnamn, losenord] of Object.entries(personer)) inloggningar.push(await lasUpp(valv, { anvandarnamn, losenord }))
    const blad = nyckelblad === undefined ? [] : [(await lasNyckelblad(nyckelblad)).age]
    return new Nyckelknippa([...inloggningar.map(({ hemlighet }) => hemlighet.age), ...blad], inloggningar.flatMap(({ dbNycklar }) => dbNycklar))
  }

  /** Keeps every key that the folder seals to these people now. The office must be closed. */
  async samla(mapp: string): Promise<void> {
    const { sigill } = await this.#oppna(mapp)
    for (const identitet of this.#identiteter) {
      for (const ett of await Promise.allSettled(sigill.map((age) => identitet.oppna(age)))) {
        if (ett.status !== 'fulfilled') continue
        const nyckel = Buffer.from(ett.value.subarray(-NYCKELBYTE))
        this.#nycklar.set(nyckel.toString('hex'), nyckel)
      }
    }
  }

  /** Everything in words that opens in the folder with any key ever kept. */
  async las(mapp: string): Promise<string> {
    await this.samla(mapp)
    const oppen = await this.#oppna(mapp)
    const arenden = oppen.rader('arenden').map((rad) => rad.id)
    return JSON.stringify(oppen.tabeller.flatMap((tabell) => oppen.rader(tabell).flatMap((rad) => this.#ord(oppen.kontor, tabell, rad, arenden))))
  }

  /** The deciphered pages of the folder's database, and what its sealed rows look like there. */
  async sidor(mapp: string, tabell: string): Promise<{ sidor: Buffer; blobbar: Buffer[] }> {
    const oppen = await this.#oppna(mapp)
    return { sidor: oppen.sidor, blobbar: oppen.rader(tabell).map((rad) => rad.forseglat) }
  }

  #ord(kontor: string, tabell: string, rad: Rad, arenden: readonly string[]): unknown[] {
    for (const arende of new Set([rad.id, ...(rad.arende_id === undefined ? arenden : [rad.arende_id])])) {
      for (const nyckel of this.#nycklar.values()) {
        for (let generation = 1; generation <= GENERATIONER; generation++) {
          try {
            return [oppna(nyckel, { kontor, arende, tabell, rad: rad.id, generation, radversion: rad.version ?? 1 }, rad.forseglat).varde]
          } catch {
            // Not this key.
          }
        }
      }
    }
    return []
  }

  /** Reads a copy, so that nothing is touched in the folder itself. */
  async #oppna(mapp: string): Promise<Mapp> {
    const kopia = mkdtempSync(join(tmpdir(), 'lotsen-e2e-lases-'))
    cpSync(mapp, kopia, { recursive: true })
    const { kontor } = await lasValv(kopia)
    const { db } = await oppnaKontorsdatabas(kopia, this.#dbNycklar)
    try {
      return innehall(kontor, db)
    } finally {
      stangDatabas(db)
      rmSync(kopia, { recursive: true, force: true })
    }
  }
}

function innehall(kontor: string, db: Databas): Mapp {
  const har = (kolumn: string) =>
    db.prepare<[string], { name: string }>("SELECT t.name FROM sqlite_master t, pragma_table_info(t.name) k WHERE t.type = 'table' AND k.name = ? ORDER BY t.name").all(kolumn).map(({ name }) => name)
  const tabeller = har('forseglat')
  const rader = new Map(tabeller.map((tabell) => [tabell, db.prepare<[], Rad>(`SELECT * FROM "${tabell}" WHERE forseglat IS NOT NULL`).all()]))
  return {
    kontor,
    tabeller,
    rader: (tabell) => rader.get(tabell) ?? [],
    sigill: har('age').flatMap((tabell) => db.prepare<[], { age: Buffer }>(`SELECT age FROM "${tabell}"`).all().map(({ age }) => age)),
    sidor: db.serialize(),
  }
}
