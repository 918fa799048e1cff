import { mkdir, mkdtemp, readdir, rmdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { Fel } from '../../../db/model/fel.ts'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import { kopiefiler, kvarTill } from '../../../db/model/sakerhetskopior.ts'
import { hamtaEnhet, sparaInstallningar } from '../../../db/store/enhet.ts'
import { GLESA_SATSER, hamtaKopielage, senastKontrollerad, sparaKopielage, TALFRAGOR } from '../../../db/store/kopielage.ts'
import { tolkaFilfel, varddator } from '../../../db/vault/filer.ts'
import type { Kopia, Kopielage, Kopior } from '../contract/sakerhetskopior.ts'
import type { Kontor } from '../kontor.ts'
import { os } from '../kontext.ts'
import { dagskopia, FORLOPP, iProcent, kontorsmarke, kopiemapp, kopieraKontoret, OSKRIVET_FEL, type Rapport } from '../kopiering.ts'
import { nagonKopierar } from '../kopietur.ts'
import { KOPIOR } from '../migrering.ts'
import { somHallare } from '../mottagenkopia.ts'
import { ovaAterstallning } from '../ovning.ts'
import { kravInomPolicy } from '../policy.ts'
import { stegvis } from '../steg.ts'
import { listaUndanlagt } from '../undanlagt.ts'

/** The folder an export goes to unless another is named: it is not for the daily copies, whose files come and go. */
const exportmapp = () => join(homedir(), 'Lotsen-kopior')

function lage(kontor: Kontor): Kopielage {
  const { db, roller } = kontor.inloggad
  const { senaste, exporterad, fel: skrivet, ovad } = hamtaKopielage(db)
  const fel = (kontor.minne.get(OSKRIVET_FEL) as typeof skrivet | undefined) ?? skrivet
  const skoter = roller.includes('enhetschef') || roller.includes('administrator')
  const forlopp = kontor.minne.get(FORLOPP) as Kopielage['pagar'] | undefined
  return {
    senaste: senastKontrollerad({ senaste, exporterad, fel, ovad, tal: {} }),
    fel: fel === null ? null : { kod: fel.kod, sedan: fel.sedan, mapp: skoter ? kopiemapp(kontor).mapp : null },
    pagar: forlopp ?? (nagonKopierar(kontor.datamapp) ? { vad: '', klart: 0, av: 0 } : null),
    ovad: ovad?.tid ?? null, skapad: hamtaEnhet(db).skapad,
  }
}

async function hamta(kontor: Kontor): Promise<Kopior> {
  const { mapp, vald } = kopiemapp(kontor)
  const namn = await readdir(mapp).catch(() => null)
  const filer = kopiefiler(namn ?? [], kontorsmarke(kontor))
  const kontrollerade = new Set(Object.values(hamtaKopielage(kontor.inloggad.db).tal).map(({ fil }) => fil))
  const kopior = await Promise.all(filer.map(async (f) => ({
    ...f, byte: await stat(join(mapp, f.fil)).then((s) => s.size, () => 0), till: kvarTill(f, filer), kontrollerad: kontrollerade.has(f.fil),
  })))
  const disk = (stig: string) => stat(stig).then((s) => s.dev, () => null)
  return {
    mapp, vald, nas: namn !== null || !vald, sammaDisk: !vald || (await disk(mapp)) === (await disk(kontor.datamapp)),
    kopior, undanlagt: await listaUndanlagt(kontor.datamapp), exportmapp: exportmapp(),
  }
}

async function malfil(kontor: Kontor, val: { mapp?: string | undefined; fil?: string | undefined }): Promise<string> {
  if (val.fil !== undefined) return resolve(val.fil)
  const mapp = val.mapp || exportmapp()
  kravHel(mapp)
  if (mapp === exportmapp()) await mkdir(mapp, { recursive: true, mode: 0o700 })
  const nu = kontor.nu()
  return join(mapp, `lotsen-${idag(nu)}-kl-${klockslag(nu).replace('.', '-')}-${nu.slice(17, 19)}.lotsen`)
}

function kravHel(mapp: string): void {
  if (!isAbsolute(mapp)) throw new Fel('ogiltigt', 'Skriv hela sökvägen till mappen, från enhetens början.', { falt: 'mapp' })
}

async function exportera(kontor: Kontor, val: { mapp?: string | undefined; fil?: string | undefined }, rapport: Rapport): Promise<Kopia> {
  const { fil, byte, sha256, matt } = await kopieraKontoret(kontor, {
    till: await malfil(kontor, val), matt: TALFRAGOR, rensa: GLESA_SATSER,
    framsteg: iProcent(rapport),
  })
  await kontor.inloggad.skriv((db, logga, tid) => {
    sparaKopielage(db, { exporterad: tid })
    logga({ handling: 'kopia.exporterad', objekt: sha256 })
  })
  return { fil, byte, sha256, arenden: matt['arenden'] ?? 0, kontrollerad: true }
}

/** A folder is chosen only when Lotsen can write in it now. @throws Fel at field `mapp` */
async function bytMapp(kontor: Kontor, onskad: string): Promise<{ mapp: string }> {
  kravInomPolicy({ kopiemapp: onskad })
  const egen = join(kontor.datamapp, KOPIOR)
  const mapp = onskad === '' || resolve(onskad) === egen ? '' : onskad
  if (mapp !== '') {
    kravHel(mapp)
    try {
      await rmdir(await mkdtemp(join(mapp, `.lotsen-${varddator}-${process.pid}-`)))
    } catch (fel) {
      const tolkat = tolkaFilfel(fel, 'säkerhetskopian')
      throw tolkat instanceof Fel
        ? new Fel(tolkat.kod, 'Lotsen kan inte skriva i mappen. Välj en annan mapp, eller be om skrivrätt till den.', { falt: 'mapp', cause: fel })
        : new Fel('mapp_saknas', 'Mappen finns inte eller går inte att nå. Kontrollera sökvägen, eller skapa mappen först.', { falt: 'mapp', cause: fel })
    }
  }
  await kontor.inloggad.skriv((db, logga) => {
    sparaInstallningar(db, { kopiemapp: mapp === '' ? '' : resolve(mapp) })
    logga({ handling: 'kopia.mapp' })
  })
  return { mapp: kopiemapp(kontor).mapp }
}

/** The copy to try: a file that is named, else the newest daily one. */
async function attOva(kontor: Kontor, fil: string | undefined): Promise<string> {
  if (fil !== undefined && isAbsolute(fil)) return fil
  const { mapp } = kopiemapp(kontor)
  const filer = kopiefiler(await readdir(mapp).catch(() => []), kontorsmarke(kontor))
  const vald = fil === undefined ? filer[0] : filer.find((f) => f.fil === fil)
  if (vald === undefined) throw new Fel('kopia_saknas', 'Det finns ingen säkerhetskopia att öva med. Gör en kopia först.', { falt: 'fil' })
  return join(mapp, vald.fil)
}

export const sakerhetskopior = {
  lage: os.sakerhetskopior.lage.handler(({ context: { kontor } }) => lage(kontor)),
  hamta: os.sakerhetskopior.hamta.handler(({ context: { kontor } }) => hamta(kontor)),
  valjMapp: os.sakerhetskopior.valjMapp.handler(async ({ context: { kontor } }) => {
    if (kontor.skal.valjMapp === undefined) throw new Fel('saknas_har', 'Skriv sökvägen till mappen i fältet.', { falt: 'mapp' })
    return { mapp: await kontor.skal.valjMapp() }
  }),
  bytMapp: os.sakerhetskopior.bytMapp.handler(({ context: { kontor }, input }) => bytMapp(kontor, input.mapp)),
  gor: os.sakerhetskopior.gor.handler(async function* ({ context: { kontor } }) {
    yield* stegvis(async (rapport) => {
      const utfall = await dagskopia(kontor, { om: true, rapport })
      return { utfall: utfall === 'fanns' ? 'gjord' : utfall }
    })
  }),
  exportera: os.sakerhetskopior.exportera.handler(async function* ({ context: { kontor }, input }) {
    yield* stegvis((rapport) => exportera(kontor, input, rapport))
  }),
  ova: os.sakerhetskopior.ova.handler(async function* ({ context: { kontor }, input }) {
    const { anvandarnamn } = kontor.inloggad.inloggning.hemlighet.agare
    const hallare = somHallare({ anvandarnamn, losenord: input.losenord, nyckel: input.nyckel })
    const fil = await attOva(kontor, input.fil)
    yield* stegvis((rapport) => ovaAterstallning(kontor, { fil, hallare, rapport }))
  }),
}
