import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Fel } from '../../db/model/fel.ts'
import type { Kopietal } from '../../db/model/sakerhetskopior.ts'
import { hamtaKopielage, sparaKopielage } from '../../db/store/kopielage.ts'
import { aterstallningEfter, harHuvud } from '../../db/store/logg.ts'
import { slumpadeSigill } from '../../db/store/sigillprov.ts'
import { lever, varddator } from '../../db/vault/filer.ts'
import { lasHuvud, type Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { glom } from '../../db/vault/krypto.ts'
import { filhash } from '../../db/vault/sakerhetskopia.ts'
import { aterstallKontor } from './aterstalla.ts'
import type { Kontor } from './kontor.ts'
import { kontrolleraKontor, loggverifierare, oppnaMapp } from './kontroll.ts'
import type { Rapport } from './kopiering.ts'

/**
 * "Öva återställning": a copy is restored whole, as in earnest, to a private place of its own; what it holds is
 * compared with what it held when it was made, its log with the office's, and keys in it are opened; then the place
 * is destroyed. Nothing in it is ever in plain text on disk.
 */

export interface Ovning {
  fil: string
  skapad: string
  /** counted in the restored office */
  tal: Kopietal
  /** whether that was compared with what was counted when the copy was made */
  jamfort: boolean
  /** how many of the case keys sealed to whoever opened it were opened; 0 when none are */
  nycklar: number
  sekunder: number
}

const PLATS = /^lotsen-ovning-([0-9a-f]{8})-(\d+)-/
const NYCKLAR_HOGST = 200

/** @throws Fel saying what is wrong with the copy; that too is noted in the log */
export async function ovaAterstallning(kontor: Kontor, val: { fil: string; hallare: Nyckelhallare; rapport?: Rapport }): Promise<Ovning> {
  const { inloggad } = kontor
  await stadaOvningar()
  const { skapad } = await lasHuvud(val.fil)
  const borjan = performance.now()
  const plats = await mkdtemp(join(tmpdir(), `lotsen-ovning-${varddator}-${process.pid}-`))
  try {
    const mapp = join(plats, 'kontor')
    const { loggen } = await aterstallKontor({ fil: val.fil, hallare: val.hallare, datamapp: mapp, nu: kontor.nu, ovning: true, ...(val.rapport === undefined ? {} : { rapport: val.rapport }) })
    val.rapport?.('Kontrollerar och jämför', 0, 0)
    const { arenden, uppdrag, kontakter } = await kontrolleraKontor(mapp, val.hallare)
    const tal = { arenden, uppdrag, kontakter, loggrader: loggen.nr }
    const jamfort = jamfor(kontor, await filhash(val.fil), tal)
    // The office's own log goes on from the copy's, unless the office has itself been restored since.
    const { db, fast } = inloggad
    if (!harHuvud(db, loggen) && aterstallningEfter(db, skapad, kontor.nu(), loggverifierare(db, fast)) === undefined) {
      throw new Fel('logg_avviker', 'Kopians logg är inte början på kontorets logg: kopian hör till ett annat kontor, eller så har filer bytts ut. Gör en ny kopia och öva igen.')
    }
    val.rapport?.('Öppnar nycklar', 0, 0)
    const nycklar = await oppnaNycklar(mapp, val.hallare)
    const svar: Ovning = { fil: basename(val.fil), skapad, tal, jamfort, nycklar, sekunder: Math.round((performance.now() - borjan) / 1000) }
    await inloggad.skriv((d, logga, tid) => {
      sparaKopielage(d, { ovad: { tid, fil: svar.fil } })
      logga({ handling: 'kopia.ovad', objekt: `${svar.fil} ${arenden} ${uppdrag} ${kontakter}` })
    })
    return svar
  } catch (fel) {
    // A wrong password is no trial of the copy.
    if (fel instanceof Fel && !['fel_losenord', 'nyckel_fel'].includes(fel.kod)) await inloggad.skriv((_, logga) => logga({ handling: 'kopia.ovning_misslyckad', objekt: `${basename(val.fil)} ${fel.kod}` }))
    throw fel
  } finally {
    await rm(plats, { recursive: true, force: true })
  }
}

function jamfor(kontor: Kontor, hash: string, tal: Kopietal): boolean {
  const da = hamtaKopielage(kontor.inloggad.db).tal[hash]
  if (da === undefined) return false
  const fel = (Object.keys(tal) as (keyof Kopietal)[]).filter((namn) => tal[namn] !== da[namn])
  if (fel.length > 0) throw new Fel('kopia_avviker', 'Kopian innehåller inte lika mycket som när den gjordes. Gör en ny kopia och öva igen.', { detalj: { fel } })
  return true
}

async function oppnaNycklar(mapp: string, hallare: Nyckelhallare): Promise<number> {
  const oppnad = await oppnaMapp(mapp, hallare)
  try {
    const { userId, age } = oppnad.innehavare
    const sigill = slumpadeSigill(oppnad.db, userId, NYCKLAR_HOGST)
    for (const ett of sigill) {
      const innehall = await age.oppna(ett.age)
      const vantad = JSON.stringify(['lotsen-nyckel-1', oppnad.fast.kontor, 'arende', ett.arendeId, ett.generation])
      const ratt = innehall.length === Buffer.byteLength(vantad) + 1 + 32 && Buffer.from(innehall).subarray(0, -33).toString('utf8') === vantad
      glom(innehall)
      if (!ratt) throw new Fel('forsegling_bruten', 'En nyckel i kopian öppnas inte. Gör en ny kopia och öva igen.')
    }
    return sigill.length
  } finally {
    oppnad.stang()
  }
}

/** Takes away the places of drills that were killed; what lies there is encrypted. */
export async function stadaOvningar(): Promise<void> {
  for (const namn of await readdir(tmpdir()).catch(() => [] as string[])) {
    const traff = PLATS.exec(namn)
    if (traff?.[1] === varddator && Number(traff[2]) !== process.pid && !lever(Number(traff[2]))) await rm(join(tmpdir(), namn), { recursive: true, force: true }).catch(() => undefined)
  }
}
