import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Roll } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { hamtaInstallningar } from '../../db/store/enhet.ts'
import { DATABASNAMN } from '../../db/vault/databas.ts'
import { VALVNAMN } from '../../db/vault/valvfil.ts'
import type { Framsteg } from './framsteg.ts'
import type { Inloggad } from './inloggad.ts'
import { klockan } from './klocka.ts'
import { loggaIn } from './inloggning.ts'
import { gallande } from './policy.ts'

/** What the shell around the office can do; the office itself imports no Electron. */
export interface Skal {
  slag: 'skrivbord' | 'webblasare' | 'cli'
  /** The office or the window before this one stopped by itself: the login page says so. */
  avbrott?: boolean
  /** Lets the user choose a folder; null when nothing was chosen. */
  valjMapp?: () => Promise<string | null>
  /** Saves the current page as tagged PDF to a file the user chooses; null when nothing was chosen. */
  sparaPdf?: (filnamn: string) => Promise<string | null>
}

export interface Kontorsval {
  /** Absolute path of the data folder; it may not exist yet. */
  datamapp: string
  skal: Skal
  /** Called when the office has locked: the shell ends the process (DESIGN §3). */
  avsluta: () => void
  /** The clock: ISO time in UTC. Given only by tests. */
  nu?: () => string
}

/** So long (ms) an office that ends waits for the drafts that are on their way to the disk. */
const UTKAST_MS = 1_500

/** One office folder and, while somebody is logged in, that person's session. One login per process. */
export class Kontor {
  readonly datamapp: string
  readonly skal: Skal
  readonly nu: () => string
  /** Sentences for the user from the login that is going on. */
  varningar: string[] = []
  /** The long work that a page waits for, as far as it has come. */
  framsteg: Framsteg | null = null
  /** What an area keeps in memory between calls (a file being imported, a backup being restored); gone at lock. */
  readonly minne = new Map<string, unknown>()
  /** Drafts on their way to the disk: an office that ends lets them get there. */
  readonly #utkasten = new Set<Promise<unknown>>()
  readonly #avsluta: () => void
  #inloggad: Inloggad | null = null
  #loggarIn = false
  #vila: NodeJS.Timeout | null = null
  #stangd = false

  constructor(val: Kontorsval) {
    this.datamapp = val.datamapp
    this.skal = val.skal
    this.#avsluta = val.avsluta
    this.nu = val.nu ?? klockan
  }

  get lage(): 'nytt' | 'last' | 'inloggad' {
    if (this.#inloggad !== null) return 'inloggad'
    return existsSync(join(this.datamapp, VALVNAMN)) || existsSync(join(this.datamapp, DATABASNAMN)) ? 'last' : 'nytt'
  }

  /** Certified roles of whoever is logged in; null when nobody is. */
  get roller(): readonly Roll[] | null {
    return this.#inloggad?.roller ?? null
  }

  /** Whether somebody is logged in still: for work that goes on by itself. */
  get inloggadFinns(): boolean {
    return this.#inloggad !== null
  }

  /** @throws Fel `inte_inloggad` */
  get inloggad(): Inloggad {
    if (this.#inloggad === null) throw new Fel('inte_inloggad', 'Logga in för att fortsätta.')
    return this.#inloggad
  }

  /** @throws Fel `fel_losenord`, `vanta`, `avstangd`, and everything that can be wrong with the files */
  async loggaIn(uppgifter: { anvandarnamn: string; losenord: string }): Promise<Inloggad> {
    if (this.#inloggad !== null || this.#loggarIn) throw new Fel('redan_inloggad', 'Någon är redan inloggad här. Lås Lotsen först.')
    this.#loggarIn = true
    try {
      const { inloggad, varningar } = await loggaIn(this, uppgifter)
      if (this.#stangd) {
        inloggad.glom()
        throw new Fel('inte_inloggad', 'Lotsen låstes under inloggningen. Logga in igen.')
      }
      this.#inloggad = inloggad
      this.varningar = varningar
      this.rord()
      return inloggad
    } finally {
      this.framsteg = null
      this.#loggarIn = false
    }
  }

  /** A sign of life: the idle lock starts over. */
  rord(): void {
    if (this.#inloggad === null || this.skal.slag === 'cli') return
    if (this.#vila !== null) clearTimeout(this.#vila)
    const minuter = gallande(hamtaInstallningar(this.#inloggad.db)).lasMinuter
    this.#vila = setTimeout(() => this.las(), minuter * 60_000)
    this.#vila.unref()
  }

  /** Forgets every key and name and tells the shell to end the process. */
  las(): void {
    this.stang()
    this.#avsluta()
  }

  /** Takes note of a draft that is being kept. */
  sparar<T>(utkast: Promise<T>): Promise<T> {
    this.#utkasten.add(utkast)
    const klar = () => this.#utkasten.delete(utkast)
    utkast.then(klar, klar)
    return utkast
  }

  /** Resolves when the drafts that have come in lie on the disk; not later than after a moment. */
  async utkastenSparade(): Promise<void> {
    if (this.#utkasten.size > 0) await Promise.race([Promise.allSettled(this.#utkasten), new Promise((klar) => setTimeout(klar, UTKAST_MS).unref())])
  }

  /** Forgets everything without ending the process (CLI, tests). */
  stang(): void {
    this.#stangd = true
    if (this.#vila !== null) clearTimeout(this.#vila)
    this.#inloggad?.glom()
    this.#inloggad = null
    this.minne.clear()
  }

  /** As `stang`, and waits until no thread of the session has the files open. */
  async stangHelt(): Promise<void> {
    const inloggad = this.#inloggad
    this.stang()
    await inloggad?.klar()
  }

  /**
   * Writes a bug to the local error log and returns what the user sees instead. The log holds the kind of
   * error and where in the code, never a message: messages can carry what somebody typed.
   */
  bugg(fel: unknown, var_: string): Fel {
    const namn = fel instanceof Error ? fel.name : typeof fel
    const kod = fel instanceof Error && 'code' in fel ? String(fel.code).slice(0, 60) : ''
    const stack = fel instanceof Error ? (fel.stack ?? '').split('\n').filter((rad) => /^\s+at /.test(rad)).slice(0, 15).join('\n') : ''
    try {
      if (existsSync(this.datamapp)) appendFileSync(join(this.datamapp, 'fel.log'), `${this.nu()} ${var_} ${namn} ${kod}\n${stack}\n`, { mode: 0o660 })
    } catch {
      // The disk may be the very thing that failed.
    }
    if (process.env['LOTSEN_FELSOK'] === '1') console.error(fel)
    return new Fel('bugg', 'Något gick fel i Lotsen och ingenting ändrades. Försök igen. Om det händer på nytt: kontakta den som sköter programmet, felet är antecknat utan personuppgifter.')
  }
}
