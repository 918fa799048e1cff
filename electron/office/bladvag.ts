import { Fel } from '../../db/model/fel.ts'
import type { NyIdentitetSvar } from '../../db/model/anvandare.ts'
import { behoverMigreras } from '../../db/migrations/kor.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { skrivLogg, type Logghuvud, type Loggrad } from '../../db/store/logg.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { glom } from '../../db/vault/krypto.ts'
import { normaliseraAnvandarnamn } from '../../db/vault/losenord.ts'
import { lasNyckelblad } from '../../db/vault/nyckelblad.ts'
import { kravLokalPlats } from '../../db/vault/plats.ts'
import { lasUppMedBlad } from '../../db/vault/valv.ts'
import { oppnaValvmapp } from '../../db/vault/valvfil.ts'
import { slutforHalvgjort } from './halvgjort.ts'
import { gorNyIdentitet } from './identitet.ts'
import { tolkaLagringsfel } from './inloggad.ts'
import { Intyg } from './intyg.ts'
import { oppnaMapp } from './kontroll.ts'
import { noteraHuvud } from './logghuvud.ts'

/**
 * A new password with the nyckelblad alone: the way in when nobody can log in, or the one person who could give a new
 * password is the one who has forgotten it. Logged as done by the root.
 * @throws Fel `nyckel_fel` at `nyckel`, `anvandare_saknas` at `anvandarnamn`, `losenord_svagt` at `losenord`, `migrera_forst`, and of the files
 */
export async function nyttLosenordMedBlad(val: { datamapp: string; anvandarnamn: string; losenord: string; nyckel: string; nu: () => string }): Promise<NyIdentitetSvar> {
  const { datamapp } = val
  await kravLokalPlats(datamapp)
  await slutforHalvgjort(datamapp)
  const oppnad = await oppnaMapp(datamapp, { nyckel: val.nyckel })
  const blad = await lasNyckelblad(val.nyckel)
  const dbNycklar = await lasUppMedBlad(await oppnaValvmapp(datamapp), blad)
  try {
    const { db, handtag, fast, forare } = oppnad
    if (behoverMigreras(handtag)) throw new Fel('migrera_forst', 'Kontoret är från en äldre version av Lotsen. Någon som kan sitt lösenord behöver logga in en gång först.')
    const namn = normaliseraAnvandarnamn(val.anvandarnamn)
    const rad = listaAnvandare(db).find((en) => en.anvandarnamn === namn)
    if (rad === undefined) throw new Fel('anvandare_saknas', 'Det finns ingen användare med det namnet.', { falt: 'anvandarnamn' })
    const skriv = async <T>(fn: (db: Db, logga: (rad: Loggrad) => void, tid: string) => T | Promise<T>): Promise<T> => {
      let huvud: Logghuvud | null = null
      const tid = val.nu()
      const svar = await medSkrivlas(handtag, () => fn(db, (loggrad) => { huvud = skrivLogg(db, forare, tid, loggrad) }, tid))
      if (huvud !== null) noteraHuvud(datamapp, fast.kontor, huvud, tid)
      return svar
    }
    return await gorNyIdentitet({ db, kontor: fast.kontor, datamapp, fast, intyg: new Intyg(() => db, () => fast), blad, dbNycklar, skriv }, { id: rad.id, losenord: val.losenord })
  } catch (fel) {
    throw tolkaLagringsfel(fel)
  } finally {
    oppnad.stang()
    blad.glom()
    glom(...dbNycklar)
  }
}
