import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kontorsfil } from '../../db/model/enhet.ts'
import { Fel } from '../../db/model/fel.ts'
import { FRAN_BORJAN } from '../../db/model/grund.ts'
import { idag } from '../../db/model/kalender.ts'
import { hittaKommun } from '../../db/model/kommuner.ts'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { migrera } from '../../db/migrations/kor.ts'
import { skapaAnvandare } from '../../db/store/anvandare.ts'
import { nyAnstallning } from '../../db/store/bemanning.ts'
import { drizzleFor, type Db } from '../../db/store/db.ts'
import { nyKommun, skapaEnhet, sparaInstallningar } from '../../db/store/enhet.ts'
import { skapaKodlistor } from '../../db/store/kodlistor.ts'
import { skrivLogg } from '../../db/store/logg.ts'
import { ROT_ID, type Certifikat } from '../../db/vault/certifikat.ts'
import { DATABASNAMN, noteraVersion, oppnaDatabas, stangDatabas, tomWal, type Databas } from '../../db/vault/databas.ts'
import { delaUt } from '../../db/vault/delning.ts'
import { fsyncMapp, tolkaFilfel } from '../../db/vault/filer.ts'
import { glom } from '../../db/vault/krypto.ts'
import type { Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { kravLokalPlats } from '../../db/vault/plats.ts'
import { skapaValv } from '../../db/vault/valv.ts'
import { VALVNAMN } from '../../db/vault/valvfil.ts'
import { BYGGE, byggmapp, slutforHalvgjort } from './halvgjort.ts'
import { tolkaLagringsfel } from './inloggad.ts'
import { noteraHuvud } from './logghuvud.ts'

/** What the new office is filled with before anybody can open it: the example's own rows. */
export interface Fyllning {
  db: Db
  handtag: Databas
  blad: Nyckelblad
  /** Certificates by login name: whom seals can be made to. */
  certifikat: readonly Certifikat[]
  kontor: string
}

/**
 * Creates an office in an empty or missing folder: vault, database, unit, kommuner, users, staffing, code
 * lists. Everything is built aside in the folder and moved into place at the end, so that a killed creation
 * leaves no half office.
 * @param val.masteByta whether a user must change the password at first login
 * @throws Fel `finns_redan`, `plats_…`, `losenord_svagt`, `ogiltigt`, `fullt`, `las_bara`
 */
export async function skapaKontor(val: {
  datamapp: string
  fil: Kontorsfil
  blad: Nyckelblad
  nu: () => string
  masteByta: (anvandarnamn: string) => boolean
  fyll?: (fyllning: Fyllning) => Promise<void>
  /** Everything is built and nothing counts yet: the moment to show the key. An office whose sheet nobody has seen must not be. */
  innanDetGaller?: () => Promise<void>
}): Promise<void> {
  const { datamapp, fil, blad } = val
  kontrolleraFil(fil)
  const kontor = randomUUID()
  const bygge = byggmapp(datamapp)
  try {
    await kravLokalPlats(datamapp)
    await slutforHalvgjort(datamapp)
    await mkdir(datamapp, { recursive: true, mode: 0o770 })
    if ((await readdir(datamapp)).some((namn) => !BYGGE.test(namn))) {
      throw new Fel('finns_redan', 'Mappen är inte tom. Välj en tom mapp för det nya kontoret.', { falt: 'data' })
    }
    await mkdir(bygge, { mode: 0o700 })
    const anvandare = fil.anvandare.map((a) => ({ userId: randomUUID(), ...a }))
    const { dbNyckel, certifikat } = await skapaValv({ dir: bygge, kontor, blad, anvandare, egna: [fil.enhet.namn] })
    try {
      await byggDatabas(bygge, dbNyckel, { ...val, kontor, certifikat })
    } finally {
      glom(dbNyckel)
    }
    await delaUt(bygge)
    await val.innanDetGaller?.()
    await rename(join(bygge, DATABASNAMN), join(datamapp, DATABASNAMN))
    await rename(join(bygge, VALVNAMN), join(datamapp, VALVNAMN)) // from here on it is an office
    await fsyncMapp(datamapp)
    await rm(bygge, { recursive: true, force: true })
  } catch (fel) {
    await rm(bygge, { recursive: true, force: true }).catch(() => {})
    await rmdir(datamapp).catch(() => {}) // only if it is empty, as it was
    throw tolkaFilfel(tolkaLagringsfel(fel), 'kontoret')
  }
}

async function byggDatabas(bygge: string, dbNyckel: Buffer, val: {
  datamapp: string; fil: Kontorsfil; blad: Nyckelblad; nu: () => string; kontor: string
  certifikat: Certifikat[]; masteByta: (namn: string) => boolean; fyll?: (fyllning: Fyllning) => Promise<void>
}): Promise<void> {
  const { fil, blad, kontor, certifikat } = val
  const handtag = await oppnaDatabas(join(bygge, DATABASNAMN), dbNyckel, { skapa: true, hogstaVersion: SCHEMAVERSION })
  try {
    await migrera(handtag, { kopieraForst: async () => {} })
    noteraVersion(handtag)
    const db = drizzleFor(handtag)
    const skapad = val.nu()
    const huvud = handtag.transaction(() => {
      skapaEnhet(db, { kontor, namn: fil.enhet.namn, vardkommun: fil.enhet.vardkommun, rot: blad.rot, aterhamtning: blad.mottagare, skapad })
      for (const kommun of new Set(fil.kommuner)) nyKommun(db, { kommun, fran: FRAN_BORJAN })
      if (fil.dokumenthanteringsplan) sparaInstallningar(db, { dokumenthanteringsplan: fil.dokumenthanteringsplan, dokumenthanteringsplanDatum: idag(skapad) })
      skapaKodlistor(db)
      for (const c of certifikat) {
        skapaAnvandare(db, {
          id: c.userId, anvandarnamn: c.anvandarnamn, namn: c.namn, roller: [...c.roller], ageMottagare: c.mottagare,
          signeringsnyckel: c.signeringsnyckel, generation: c.generation, certifikat: c.signatur,
          masteBytaLosenord: val.masteByta(c.anvandarnamn), skapad,
        })
      }
      const idFor = new Map(certifikat.map((c) => [c.anvandarnamn, c.userId]))
      for (const { anvandarnamn, arbetsgivare, driftsform, ...rad } of fil.anstallningar) {
        nyAnstallning(db, { ...rad, anvandareId: idFor.get(anvandarnamn) as string, arbetsgivare: arbetsgivare ?? null, driftsform: driftsform ?? 'uppgift_saknas' })
      }
      return skrivLogg(db, { anvandare: ROT_ID, signera: (hash) => blad.signera(hash) }, skapad, { handling: 'kontor.skapat' })
    }).immediate()
    await val.fyll?.({ db, handtag, blad, certifikat, kontor })
    await tomWal(handtag)
    noteraHuvud(bygge, kontor, huvud, skapad)
  } finally {
    stangDatabas(handtag)
  }
}

/** What zod cannot see: that names refer to one another and that the kommuner exist. */
function kontrolleraFil(fil: Kontorsfil): void {
  const okand = [fil.enhet.vardkommun, ...fil.kommuner].find((kod) => hittaKommun(kod) === undefined)
  if (okand !== undefined) throw new Fel('ogiltigt', `Kommunkoden ${okand} finns inte. Använd kommunens fyra siffror.`, { falt: 'kommuner' })
  const namn = new Set(fil.anvandare.map((a) => a.anvandarnamn))
  for (const rad of fil.anstallningar) {
    if (!namn.has(rad.anvandarnamn)) throw new Fel('ogiltigt', `Anställningen för ${rad.anvandarnamn} hör inte till någon av användarna.`, { falt: 'anstallningar' })
    if (!fil.kommuner.includes(rad.kommun)) throw new Fel('ogiltigt', `Anställningen för ${rad.anvandarnamn} gäller en kommun som inte hör till enheten.`, { falt: 'anstallningar' })
    if (rad.till !== null && rad.till < rad.fran) throw new Fel('ogiltigt', `Anställningen för ${rad.anvandarnamn} slutar innan den börjar.`, { falt: 'anstallningar' })
  }
  if (!fil.anvandare.some((a) => a.roller.includes('administrator'))) {
    throw new Fel('ogiltigt', 'Minst en användare behöver rollen Administratör, annars kan ingen sköta kontoret.', { falt: 'anvandare' })
  }
}
