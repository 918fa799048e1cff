import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Fel } from '../../db/model/fel.ts'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { behoverMigreras } from '../../db/migrations/kor.ts'
import { hamtaAnvandare, listaAnvandare } from '../../db/store/anvandare.ts'
import { raknaArenden } from '../../db/store/arenden.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { antalKontakter } from '../../db/store/kontakter.ts'
import { identitetsbyten, kontrolleraKedja, lasHuvud, type Loggforare, type Verifierare } from '../../db/store/logg.ts'
import type { AgeIdentitet } from '../../db/vault/age.ts'
import { ATERHAMTNING_ID, ROT_ID } from '../../db/vault/certifikat.ts'
import { hamtaBlad } from '../../db/store/nycklar.ts'
import { kontrolleraSidor, stangDatabas, userVersion, type Databas } from '../../db/vault/databas.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import type { Kopielogg } from '../../db/vault/kopiaformat.ts'
import { oppnaKopia, type Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { glom, stammerSignatur } from '../../db/vault/krypto.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { fastAv, lasUpp, lasUppMedBlad, oppnaKontorsdatabas } from '../../db/vault/valv.ts'
import { oppnaValvmapp } from '../../db/vault/valvfil.ts'
import { Intyg } from './intyg.ts'
import { klockan } from './klocka.ts'
import { jamforHuvud } from './logghuvud.ts'
import { undertecknat, type Loggnyckel } from './loggnycklar.ts'

/** An office folder opened by whoever can, without logging in: to check it, or to finish a restore. */
export interface Oppnadmapp {
  db: Db
  handtag: Databas
  fast: Fast
  /** Who signs what is logged: the user, or the root when the nyckelblad opened it. */
  forare: Loggforare
  /** What opens the keys that are sealed to whoever opened it. */
  innehavare: { userId: string; age: AgeIdentitet }
  stang: () => void
}

/** @throws Fel `fel_losenord`, `nyckel_fel`, `valv_…`, `databas_…` */
export async function oppnaMapp(mapp: string, hallare: Nyckelhallare): Promise<Oppnadmapp> {
  const valv = await oppnaValvmapp(mapp)
  if ('nyckel' in hallare) {
    const blad = await lasNyckelblad(hallare.nyckel)
    const nycklar = await lasUppMedBlad(valv, blad)
    const { db: handtag } = await oppnaKontorsdatabas(mapp, nycklar, { hogstaVersion: SCHEMAVERSION })
    const stang = () => {
      stangDatabas(handtag)
      glom(...nycklar)
      blad.glom()
    }
    return { db: drizzleFor(handtag), handtag, fast: fastAv(valv.kontor, blad), forare: { anvandare: ROT_ID, signera: (hash) => blad.signera(hash) }, innehavare: { userId: ATERHAMTNING_ID, age: blad.age }, stang }
  }
  const inloggning = await lasUpp(valv, hallare)
  const { db: handtag } = await oppnaKontorsdatabas(mapp, inloggning.dbNycklar, { hogstaVersion: SCHEMAVERSION })
  const { hemlighet } = inloggning
  const stang = () => {
    stangDatabas(handtag)
    inloggning.glom()
  }
  return { db: drizzleFor(handtag), handtag, fast: hemlighet.fast, forare: { anvandare: hemlighet.agare.userId, signera: (hash) => hemlighet.signera(hash) }, innehavare: { userId: hemlighet.agare.userId, age: hemlighet.age }, stang }
}

/**
 * The keys that a user's log rows may be signed with: the certified ones, those of former identities up to where the log
 * says that they were replaced; under the root's id the roots'. Somebody uncertified has signed nothing that counts, nor has
 * somebody who is not there.
 */
export function loggnycklar(db: Db, fast: Fast): (anvandare: string) => readonly Loggnyckel[] {
  const intyg = new Intyg(() => db, () => fast)
  const nycklar = new Map<string, readonly Loggnyckel[]>()
  const nycklarAv = (id: string): Loggnyckel[] => {
    if (id === ROT_ID) return intyg.rotter().map((rot) => ({ nyckel: rot.signeringsnyckel, till: null }))
    if (hamtaAnvandare(db, id) === undefined) return []
    const egna = intyg.signeringsnycklar(id)
    if (egna.length < 2) return egna.map((nyckel) => ({ nyckel, till: null }))
    const byten = identitetsbyten(db, id, (vem, hash, signatur) => farGeNyIdentitet(intyg, vem).some((nyckel) => stammerSignatur(nyckel, hash, signatur)))
    // The newest change put the last key but one out of use, and so on backwards. Its own transaction writes one row more.
    return egna.map((nyckel, i) => ({ nyckel, till: plusEn(i === egna.length - 1 ? undefined : byten.at(i - egna.length + 1)) }))
  }
  return (anvandare) => {
    const hans = nycklar.get(anvandare) ?? nycklarAv(anvandare)
    nycklar.set(anvandare, hans)
    return hans
  }
}

const plusEn = (nr: number | undefined): number | null => (nr === undefined ? null : nr + 1)

/** The keys of somebody who can give another a new identity: the root, or who looks after users. An ombud's row says nothing of it. */
function farGeNyIdentitet(intyg: Intyg, id: string): readonly string[] {
  if (id === ROT_ID) return intyg.rotter().map((rot) => rot.signeringsnyckel)
  return intyg.harHaftRoll(id, ['enhetschef', 'administrator']) ? intyg.signeringsnycklar(id) : []
}

/** Verifies log signatures by `loggnycklar`. */
export function loggverifierare(db: Db, fast: Fast): Verifierare {
  const nycklar = loggnycklar(db, fast)
  return (anvandare, hash, signatur, nr) => undertecknat(nycklar(anvandare), hash, signatur, nr)
}

/** What a check found; `hel` is always true, since anything else is an error with its own sentence. */
export interface Kontrollsvar {
  hel: true
  enhet: string
  schema: number
  loggrader: number
  senastLoggad: string
  arenden: number
  uppdrag: number
  kontakter: number
  anvandare: number
}

function kontrolleraOppnad({ db, handtag, fast }: Oppnadmapp): Kontrollsvar {
  kontrolleraSidor(handtag)
  const schema = userVersion(handtag)
  if (behoverMigreras(handtag)) {
    // An older schema is whole but speaks other columns: what it holds is counted after it has been opened once.
    return { hel: true, enhet: '', schema, loggrader: 0, senastLoggad: '', arenden: 0, uppdrag: 0, kontakter: 0, anvandare: 0 }
  }
  const brutna = handtag.pragma('foreign_key_check') as unknown[]
  if (brutna.length > 0) throw new Fel('databas_skadad', 'Databasen är skadad: rader pekar på sådant som saknas. Återställ kontoret från den senaste säkerhetskopian.')
  const { namn, rot } = hamtaEnhet(db)
  // While the nyckelblad is being replaced some still pin the one before.
  if (rot !== fast.rot && hamtaBlad(db, rot)?.forraRot !== fast.rot) throw new Fel('ej_certifierad', 'Kontorets rotnyckel i databasen är en annan än den du håller fast. Filerna kan ha ändrats. Återställ en säkerhetskopia.')
  const loggrader = kontrolleraKedja(db, loggverifierare(db, fast))
  return {
    hel: true, enhet: namn, schema, loggrader, senastLoggad: lasHuvud(db).tid, ...raknaArenden(db), kontakter: antalKontakter(db), anvandare: listaAnvandare(db).length,
  }
}

/**
 * Checks an office where it lies: pages, references, log chain with its signatures.
 * @param val.huvud also holds the log against the heads beside the database, as a login does: what is whole may be too old
 * @throws Fel naming what is wrong; `logg_avviker`
 */
export async function kontrolleraKontor(mapp: string, hallare: Nyckelhallare, val: { huvud?: boolean } = {}): Promise<Kontrollsvar> {
  const oppnad = await oppnaMapp(mapp, hallare)
  try {
    const svar = kontrolleraOppnad(oppnad)
    const { db, fast } = oppnad
    // An older schema is only counted once it has been opened; the login that does so looks at the heads.
    const [avviker] = val.huvud === true && svar.loggrader > 0 ? jamforHuvud(db, mapp, fast.kontor, loggverifierare(db, fast), klockan()).avviker : []
    if (avviker !== undefined) throw new Fel('logg_avviker', avviker)
    return svar
  } finally {
    oppnad.stang()
  }
}

/** Checks a backup file the same way, unpacked (still encrypted) to a private folder that is then removed. */
export async function kontrolleraKopia(fil: string, hallare: Nyckelhallare, framsteg?: (andel: number) => void): Promise<Kontrollsvar & { skapad: string; lotsen: string; kontor: string; logg: Kopielogg | null }> {
  const kopia = await oppnaKopia(fil, hallare, { hogstaSchema: SCHEMAVERSION, ...(framsteg === undefined ? {} : { framsteg: (_: unknown, andel: number) => framsteg(andel) }) })
  const mapp = await mkdtemp(join(tmpdir(), 'lotsen-kontroll-'))
  try {
    const { logg } = await kopia.packaUpp(mapp)
    return { ...await kontrolleraKontor(mapp, hallare), skapad: kopia.huvud.skapad, lotsen: kopia.huvud.lotsen, kontor: kopia.valv.kontor, logg }
  } finally {
    await kopia.stang()
    await rm(mapp, { recursive: true, force: true })
  }
}
