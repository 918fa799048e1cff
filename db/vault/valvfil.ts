import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Fel } from '../model/fel.ts'
import { ersattFil, felkod, stadaTillfalliga, tolkaFilfel } from './filer.ts'
import { kdfSchema } from './identitet.ts'
import { sha256 } from './krypto.ts'

/**
 * vault.json: format, office id, login names, KDF parameters, encrypted secrets and seals of the
 * database key; nothing else, no unit and no real names (DESIGN §4.1).
 */

export const VALVFORMAT = 1
export const VALVNAMN = 'vault.json'
const STORSTA_VALV = 8 << 20

const b64text = (storst: number) => z.string().max(storst).regex(/^[\w-]+$/)
/** Seals of the database key: normally one; two while the key is being changed (DESIGN §4.7). */
const nycklarSchema = z.array(b64text(2000)).min(1).max(4)
const postSchema = z.strictObject({
  id: z.string().min(1).max(64),
  anvandarnamn: z.string().min(1).max(100),
  kdf: kdfSchema,
  hemlighet: b64text(200_000),
  nycklar: nycklarSchema,
})
const valvSchema = z.strictObject({
  format: z.literal(VALVFORMAT),
  kontor: z.string().min(1).max(64),
  version: z.int().min(1),
  anvandare: z.array(postSchema).max(1000),
  aterhamtning: z.strictObject({ nycklar: nycklarSchema }),
})

/**
 * As it lies on disk: with a sum over the rest, so that damage is called damage. Without it, a changed letter
 * in somebody's secrets could not be told from a wrong password. Against damage, not against people: the
 * secrets have their own authentication.
 */
const filSchema = valvSchema.extend({ summa: z.string().regex(/^[0-9a-f]{64}$/).optional() })
const summaAv = (valv: Valv): string => sha256(JSON.stringify(valv)).toString('hex')

export type Valvpost = z.infer<typeof postSchema>
export type Valv = z.infer<typeof valvSchema>

const skadat = (cause?: unknown): Fel =>
  new Fel('valv_skadat', 'Valvfilen (vault.json) är skadad och kan inte läsas. Återställ kontoret från en säkerhetskopia.', { cause })

/** Reads the bytes of a vault. @throws Fel `valv_skadat`, `valv_nyare` */
export function tolkaValv(bytes: Uint8Array): Valv {
  if (bytes.length > STORSTA_VALV) throw skadat()
  let ratt: unknown
  try {
    ratt = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fel) {
    throw skadat(fel)
  }
  const format = z.looseObject({ format: z.int().min(1) }).safeParse(ratt)
  if (format.success && format.data.format > VALVFORMAT) {
    throw new Fel('valv_nyare', 'Valvet är skrivet av en nyare version av Lotsen. Starta den nyare versionen.')
  }
  const last = filSchema.safeParse(ratt)
  if (!last.success) throw skadat(last.error)
  const { summa, ...valv } = last.data
  if (summa !== undefined && summa !== summaAv(valv)) throw skadat()
  const { anvandare } = valv
  if (new Set(anvandare.map((a) => a.id)).size !== anvandare.length || new Set(anvandare.map((a) => a.anvandarnamn)).size !== anvandare.length) throw skadat()
  return valv
}

/** The bytes of a vault: checked JSON, one line per user so that a person can look at it. */
export function valvbytes(valv: Valv): Buffer {
  const ren = valvSchema.parse(valv)
  return Buffer.from(`${JSON.stringify({ ...ren, summa: summaAv(ren) }, null, 1)}\n`, 'utf8')
}

/** @throws Fel `valv_saknas`, `valv_skadat`, `valv_nyare` */
export async function lasValv(dir: string): Promise<Valv> {
  let bytes: Buffer
  try {
    bytes = await readFile(join(dir, VALVNAMN))
  } catch (fel) {
    if (felkod(fel) === 'ENOENT' || felkod(fel) === 'ENOTDIR') {
      throw new Fel('valv_saknas', 'I mappen finns inget kontor: valvfilen (vault.json) saknas. Kontrollera att rätt mapp är vald, eller återställ från en säkerhetskopia.', { cause: fel })
    }
    throw felkod(fel) === 'EACCES' || felkod(fel) === 'EPERM'
      ? new Fel('las_bara', 'Lotsen får inte läsa valvfilen (vault.json). Be administratören om läs- och skrivrätt till mappen.', { cause: fel })
      : fel
  }
  return tolkaValv(bytes)
}

/** As `lasValv`, and clears away what a killed replacement left. For start-up. */
export async function oppnaValvmapp(dir: string): Promise<Valv> {
  const valv = await lasValv(dir)
  // A folder that may only be read is reported when something is to be written, not here.
  await stadaTillfalliga(dir).catch(() => undefined)
  return valv
}

/** Writes the first vault of an office. @throws Fel `finns_redan` */
export async function skrivForstaValv(dir: string, valv: Valv): Promise<void> {
  const fanns = await lasValv(dir).then(
    () => true,
    (fel: unknown) => !(fel instanceof Fel && fel.kod === 'valv_saknas'),
  )
  if (fanns) throw new Fel('finns_redan', 'I mappen finns redan ett kontor. Välj en tom mapp.')
  await skrivOchLasTillbaka(dir, valv)
}

/**
 * Replaces the vault with `nytt(present)`. The caller holds BEGIN IMMEDIATE on the database (DESIGN
 * §4.9), so that no other process replaces it at the same time; the version check catches one that
 * did so before.
 * @param forvantadVersion the version the change was made from
 * @returns the vault as it now lies on disk, version one higher
 * @throws Fel `valv_andrat` when the version has moved
 */
export async function ersattValv(dir: string, forvantadVersion: number, nytt: (nuvarande: Valv) => Valv): Promise<Valv> {
  const nuvarande = await lasValv(dir)
  if (nuvarande.version !== forvantadVersion) {
    throw new Fel('valv_andrat', 'Någon annan ändrade användarna samtidigt. Ingenting är ändrat här. Försök igen.')
  }
  const ersatt: Valv = { ...nytt(nuvarande), format: VALVFORMAT, kontor: nuvarande.kontor, version: forvantadVersion + 1 }
  return skrivOchLasTillbaka(dir, ersatt)
}

async function skrivOchLasTillbaka(dir: string, valv: Valv): Promise<Valv> {
  const bytes = valvbytes(valv)
  try {
    await ersattFil(join(dir, VALVNAMN), bytes)
  } catch (fel) {
    throw tolkaFilfel(fel, 'valvfilen')
  }
  const tillbaka = await readFile(join(dir, VALVNAMN))
  if (!tillbaka.equals(bytes)) throw skadat()
  return tolkaValv(tillbaka)
}
