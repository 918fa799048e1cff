import { DrizzleQueryError } from 'drizzle-orm/errors'
import { join } from 'node:path'
import type { Roll } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { idag } from '../../db/model/kalender.ts'
import { klockanBakat } from '../../db/model/logg.ts'
import { hamtaAnvandare, listaAnvandare } from '../../db/store/anvandare.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import { anvandareEfter, lasHuvud, skrivLogg, type Loggforare, type Logghuvud, type Loggrad } from '../../db/store/logg.ts'
import { seddaGenerationer, type CertifieradAnvandare, type Underskrivare } from '../../db/vault/certifikat.ts'
import { DATABASNAMN, medSkrivlas, stangDatabas, type Databas } from '../../db/vault/databas.ts'
import { tolkaDatabasfel } from '../../db/vault/databasfel.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import { glom } from '../../db/vault/krypto.ts'
import type { Inloggning } from '../../db/vault/valv.ts'
import type { OppetArende } from './arendenyckel.ts'
import type { Rapport } from './framsteg.ts'
import { Intyg } from './intyg.ts'
import { loggverifierare } from './kontroll.ts'
import { noteraHuvud } from './logghuvud.ts'
import { Walvakt } from './wal.ts'

export const avstangd = () => new Fel('avstangd', 'Användaren är avstängd. Kontakta den som sköter kontorets användare.')

const andradBehorighet = () => new Fel('behorighet_andrad', 'Ditt namn, dina roller eller ditt lösenord har ändrats i kontoret. Logga in igen.')

/** Drizzle wraps what the driver throws; the cause is what says whether the disk is full or the file damaged. */
export const tolkaLagringsfel = (fel: unknown): unknown => tolkaDatabasfel(fel instanceof DrizzleQueryError ? fel.cause : fel)

/**
 * Somebody logged in: who, with which certified roles, over the open database. Roles come from the
 * certificate alone, never from a row that anybody with the file could write.
 */
export class Inloggad {
  readonly id: string
  readonly namn: string
  readonly roller: readonly Roll[]
  readonly db: Db
  readonly handtag: Databas
  readonly inloggning: Inloggning
  /** Who counts as whom, by the root that the user pins. */
  readonly intyg: Intyg
  /** Somebody else chose the password: until it is changed the office answers nothing but that. */
  masteBytaLosenord: boolean
  /** Case keys opened in this session, by case: forgotten at lock. */
  readonly nycklar = new Map<string, OppetArende>()
  /** The keys of the duplicate check that have been opened in this session, by their sealed form: forgotten at lock. */
  readonly dubblettnycklar = new Map<string, Buffer>()
  /** Says how far a long work has come, to the page that waits for it. */
  readonly rapport: Rapport
  readonly #datamapp: string
  readonly #generation: number
  readonly #nu: () => string
  #dag = { timme: '', datum: '' }
  #senastSedda = ''
  #skrivet: Logghuvud | null = null
  /** The row of the log up to which this session knows what has been said of the office's users. */
  #sedd: number
  readonly #vidLas = new Set<() => Promise<void>>()
  /** What was begun when the session ended: threads that close the database file. */
  #slutar: Promise<unknown> = Promise.resolve()
  readonly #wal: Walvakt

  constructor(val: { datamapp: string; handtag: Databas; inloggning: Inloggning; nu: () => string; rapport?: Rapport }) {
    this.rapport = val.rapport ?? (() => {})
    this.#datamapp = val.datamapp
    this.#nu = val.nu
    this.handtag = val.handtag
    this.db = drizzleFor(val.handtag)
    this.#wal = new Walvakt(val.handtag, join(val.datamapp, DATABASNAMN), () => val.inloggning.dbNycklar)
    this.inloggning = val.inloggning
    this.id = val.inloggning.hemlighet.agare.userId
    this.#sedd = lasHuvud(this.db).nr
    this.intyg = new Intyg(() => this.db, () => this.fast)
    const jag = this.certifierad(this.id)
    this.namn = jag.namn
    this.roller = jag.roller as readonly Roll[]
    const rad = hamtaAnvandare(this.db, this.id)
    this.masteBytaLosenord = rad?.masteBytaLosenord ?? false
    this.#generation = rad?.generation ?? jag.generation
    if (rad?.avstangd != null) throw avstangd()
    if (jag.signeringsnyckel !== val.inloggning.hemlighet.signeringsnyckel) {
      throw new Fel('ej_certifierad', 'Dina nycklar stämmer inte med kontorets intyg om dig. Kontakta enhetschefen: kontorets filer kan ha ändrats.')
    }
  }

  get fast(): Fast {
    return this.inloggning.hemlighet.fast
  }

  get kontor(): string {
    return this.fast.kontor
  }

  /** Today in Sweden. */
  get idag(): string {
    const nu = this.#nu()
    const timme = nu.slice(0, 13) // asked for every row of a list; a Swedish day begins when an hour does
    if (this.#dag.timme !== timme) this.#dag = { timme, datum: idag(nu) }
    return this.#dag.datum
  }

  /** The latest day this session has lived: what a stand-in's last day is held against. A clock set back gives nobody a day again. */
  get senastSedda(): string {
    if (this.idag > this.#senastSedda) this.#senastSedda = this.idag
    return this.#senastSedda
  }

  /** A user that may be sealed to. @throws Fel `ej_certifierad`, `finns_inte` */
  certifierad(userId: string): CertifieradAnvandare {
    return this.intyg.certifierad(userId)
  }

  /** Somebody whose earlier signatures are to be checked, whatever became of them since. @throws Fel `ej_certifierad`, `finns_inte` */
  underskrivare(userId: string, generation?: number): Underskrivare {
    return this.intyg.underskrivare(userId, generation)
  }

  /** Every user whose certificate holds. */
  certifierade(): CertifieradAnvandare[] {
    return this.intyg.certifierade()
  }

  /**
   * The one way to write: a transaction that holds both the act and its signed log row, or neither.
   * The head is noted beside the database once it is committed.
   * @throws Fel of `fn`; `avstangd`; `upptaget`, `starta_om`, `fullt`, `las_bara` … of the database
   */
  async skriv<T>(fn: (db: Db, logga: (rad: Loggrad) => void, tid: string) => T | Promise<T>): Promise<T> {
    let huvud: Logghuvud | null = null
    const tid = this.#nu()
    const forare = { anvandare: this.id, signera: (hash: Buffer) => this.inloggning.hemlighet.signera(hash) }
    try {
      const svar = await medSkrivlas(this.handtag, async () => {
        huvud = null
        this.#kravAktiv()
        this.#noteraKlockan(forare, tid)
        const resultat = await fn(this.db, (rad) => { huvud = skrivLogg(this.db, forare, tid, rad) }, tid)
        if (huvud === null) throw new Error('Nothing is written or shown without a log row')
        return resultat
      })
      if (huvud !== null) {
        this.#skrivet = huvud
        noteraHuvud(this.#datamapp, this.kontor, huvud, tid)
      }
      this.#wal.efterSkrivning()
      return svar
    } catch (fel) {
      throw tolkaLagringsfel(fel)
    }
  }

  /**
   * A clock that goes back is said in the log before what is done by it. At the time of the row before, not by the clock: a
   * loggkontroll of the days that it was set back from asks about it, and the rows that follow stand behind its number.
   */
  #noteraKlockan(forare: Loggforare, tid: string): void {
    const senast = lasHuvud(this.db).tid
    if (klockanBakat(senast, tid)) skrivLogg(this.db, forare, senast, { handling: 'klocka.bakat', objekt: tid })
  }

  /** Somebody who was disabled while logged in, or whose roles or identity have been changed, gets nothing more. */
  #kravAktiv(): void {
    const rad = hamtaAnvandare(this.db, this.id)
    if (rad === undefined || rad.avstangd !== null) throw avstangd()
    if (rad.generation !== this.#generation) throw andradBehorighet()
  }

  /**
   * Asked before every call, also one that writes nothing: whether the user still is who logged in, and what has become of
   * the others since. That somebody has been disabled is read from the signed log, as at login, since anybody with the file
   * can open the row again.
   * @throws Fel `avstangd`, `behorighet_andrad`
   */
  kravFortfarande(): void {
    const nu = lasHuvud(this.db).nr
    if (nu !== this.#sedd) {
      const nytt = anvandareEfter(this.db, this.#sedd, () => loggverifierare(this.db, this.fast))
      if (nytt !== null) this.hojGenerationer(nytt.avstangda)
      this.#sedd = nu
    }
    this.#kravAktiv()
  }

  /**
   * Holds fast how far everybody's certificates have come. That of somebody who was disabled is too old from then on,
   * whatever becomes of the row (DESIGN §4.2).
   * @param avstangda whom signed rows of the log say that of: not the column, which anybody with the file can clear
   * @returns whether anything was raised
   * @throws Fel `avstangd` when the caller was
   */
  hojGenerationer(avstangda: ReadonlySet<string>): boolean {
    if (avstangda.has(this.id)) throw avstangd()
    const forGamla = listaAnvandare(this.db).filter((rad) => avstangda.has(rad.id)).map((rad) => [rad.id, rad.generation + 1])
    return this.inloggning.hemlighet.hojGenerationer({ ...seddaGenerationer(this.certifierade()), ...Object.fromEntries(forGamla) })
  }

  /** Whether the keys in hand still are those of the user's row: a changed name or role leaves them. */
  get sammaIdentitet(): boolean {
    const rad = hamtaAnvandare(this.db, this.id)
    return rad?.avstangd === null && rad.signeringsnyckel === this.inloggning.hemlighet.signeringsnyckel
  }

  /** Forgets a case's key: somebody who no longer may open the case. */
  glomNyckel(arendeId: string): void {
    glom(this.nycklar.get(arendeId)?.nyckel)
    this.nycklar.delete(arendeId)
  }

  /**
   * Writes without a log row, for drafts alone: a half-typed form is its author's own, sealed to nobody else, and is
   * saved every few seconds. DESIGN §5 lists what is logged; drafts would drown it. Everything else goes by `skriv`.
   */
  async skrivUtkast<T>(fn: (db: Db, tid: string) => T): Promise<T> {
    try {
      const svar = await medSkrivlas(this.handtag, () => {
        if (!this.sammaIdentitet) this.#kravAktiv() // what is half typed is kept though the roles are others
        return fn(this.db, this.#nu())
      })
      this.#wal.efterSkrivning()
      return svar
    } catch (fel) {
      throw tolkaLagringsfel(fel)
    }
  }

  /** The last row of the log that this session has written and seen committed: it must stand there still. */
  get skrivetHuvud(): Logghuvud | null {
    return this.#skrivet
  }

  /** What else must end when this session does. */
  vidLas(fn: () => Promise<void>): void {
    this.#vidLas.add(fn)
  }

  /** When nothing this session began touches the database file any longer. */
  async klar(): Promise<void> {
    await this.#slutar
    await this.#wal.klar()
  }

  glom(): void {
    this.#slutar = Promise.allSettled([...this.#vidLas].map((fn) => fn()))
    this.#vidLas.clear()
    glom(...this.dubblettnycklar.values())
    this.dubblettnycklar.clear()
    for (const { nyckel } of this.nycklar.values()) glom(nyckel)
    this.nycklar.clear()
    stangDatabas(this.handtag)
    this.inloggning.glom()
  }
}
