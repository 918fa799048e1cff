import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { Fel } from '../../../db/model/fel.ts'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import { antalArendenSql } from '../../../db/store/arenden.ts'
import { hamtaInstallningar, sparaInstallningar } from '../../../db/store/enhet.ts'
import { senaste } from '../../../db/store/logg.ts'
import { DATABASNAMN } from '../../../db/vault/databas.ts'
import { skapaSakerhetskopia } from '../../../db/vault/sakerhetskopia.ts'
import { lasValv } from '../../../db/vault/valvfil.ts'
import type { Kopia } from '../contract/kontoret.ts'
import type { Kontor } from '../kontor.ts'
import { os } from '../kontext.ts'
import { stegvis } from '../steg.ts'
import { LOTSEN_VERSION } from '../version.ts'

const STEGNAMN = { kopierar: 'Kopierar kontoret', skriver: 'Skriver filen', kontrollerar: 'Kontrollerar kopian' } as const

/** The folder copies go to unless the unit has chosen another. */
const forvaldMapp = () => join(homedir(), 'Lotsen-kopior')
const mappFor = (kontor: Kontor) => hamtaInstallningar(kontor.inloggad.db).kopiemapp || forvaldMapp()

async function malfil(kontor: Kontor, val: { mapp?: string | undefined; fil?: string | undefined }): Promise<string> {
  if (val.fil !== undefined) return resolve(val.fil)
  const mapp = val.mapp || mappFor(kontor)
  if (!isAbsolute(mapp)) throw new Fel('ogiltigt', 'Skriv hela sökvägen till mappen, från enhetens början.', { falt: 'mapp' })
  if (mapp === forvaldMapp()) await mkdir(mapp, { recursive: true, mode: 0o700 })
  const nu = kontor.nu()
  return join(mapp, `lotsen-${idag(nu)}-kl-${klockslag(nu).replace('.', '-')}-${nu.slice(17, 19)}.lotsen`)
}

async function exportera(kontor: Kontor, val: { mapp?: string | undefined; fil?: string | undefined }, rapport: (vad: string, klart: number, av: number) => void): Promise<Kopia> {
  const { inloggad, datamapp } = kontor
  const till = await malfil(kontor, val)
  const nyckel = inloggad.inloggning.dbNycklar.at(-1)
  if (nyckel === undefined) throw new Error('A login without a database key')
  const { fil, byte, sha256, matt } = await skapaSakerhetskopia({
    databas: join(datamapp, DATABASNAMN), nyckel, valv: await lasValv(datamapp), till, lotsen: LOTSEN_VERSION, skapad: kontor.nu(),
    // An exported copy holds no working notes and no drafts (DESIGN §4.10): they would outlive the promise that they vanish.
    rensa: ['DELETE FROM anteckningar', 'DELETE FROM utkast'],
    matt: { arenden: antalArendenSql(inloggad.db) },
    framsteg: (steg, andel) => rapport(STEGNAMN[steg], Math.round(andel * 100), 100),
  })
  await inloggad.skriv((db, logga) => {
    if (val.mapp !== undefined && val.mapp !== hamtaInstallningar(db).kopiemapp) sparaInstallningar(db, { kopiemapp: val.mapp })
    logga({ handling: 'kopia.exporterad', objekt: sha256 })
  })
  return { fil, byte, sha256, arenden: matt['arenden'] ?? 0, kontrollerad: true }
}

export const sakerhetskopior = {
  hamta: os.sakerhetskopior.hamta.handler(({ context: { kontor } }) => ({
    mapp: mappFor(kontor), senaste: senaste(kontor.inloggad.db, ['kopia.exporterad']),
  })),
  valjMapp: os.sakerhetskopior.valjMapp.handler(async ({ context: { kontor } }) => {
    if (kontor.skal.valjMapp === undefined) throw new Fel('saknas_har', 'Skriv sökvägen till mappen i fältet.', { falt: 'mapp' })
    return { mapp: await kontor.skal.valjMapp() }
  }),
  exportera: os.sakerhetskopior.exportera.handler(async function* ({ context: { kontor }, input }) {
    yield* stegvis((rapport) => exportera(kontor, input, rapport))
  }),
}
