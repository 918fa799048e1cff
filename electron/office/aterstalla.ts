import { idag, klockslag } from '../../db/model/kalender.ts'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { behoverMigreras } from '../../db/migrations/kor.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import type { Logghuvud } from '../../db/store/logg.ts'
import { aterstall } from '../../db/vault/aterstallning.ts'
import { aterhamtningUr } from '../../db/vault/certifikat.ts'
import { tomWal } from '../../db/vault/databas.ts'
import { arbetaGemensamt } from '../../db/vault/delning.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import { lasHuvud, type Nyckelhallare } from '../../db/vault/kopialasning.ts'
import { glom } from '../../db/vault/krypto.ts'
import { kravLokalPlats } from '../../db/vault/plats.ts'
import { roteraDatabasnyckel, type Rotationsval } from '../../db/vault/rotation.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { Intyg, pagaendeBlad } from './intyg.ts'
import { oppnaMapp } from './kontroll.ts'
import { noteraHuvud } from './logghuvud.ts'
import { migreraMedKopia } from './migrering.ts'
import { kravPolicyplats } from './policy.ts'
import { kravKvar, sedanKopian, verkstallSedan } from './sedankopian.ts'

export interface Aterstallt {
  /** the folder of the office that was set aside, or null */
  undanlagd: string | null
  /** what somebody must do again by hand, in plain sentences */
  attGora: string[]
  /** the head of the log as it was in the copy */
  loggen: Logghuvud
}

export interface Aterstallningsuppgift {
  fil: string
  hallare: Nyckelhallare
  datamapp: string
  nu: () => string
  /** into a place that is destroyed again: nothing outside it is told */
  ovning?: boolean
  rapport?: (vad: string, klart: number, av: number) => void
}

/**
 * Restores a backup into a data folder; an office that is there is set aside, never deleted. Before it takes its
 * place the restored office is brought to this version (after a copy of it as it was), what has been destroyed and
 * who has been disabled since is applied again, it is logged, signed by whoever opened the backup, and the database
 * gets a new key: the copy's own opens nothing of what is written from now on.
 * @throws Fel as `aterstall`, `plats_…`, `avstangd`
 */
export async function aterstallKontor(val: Aterstallningsuppgift): Promise<Aterstallt> {
  if (val.ovning !== true) await kravLokalPlats(val.datamapp)
  if (val.ovning !== true) kravPolicyplats(val.datamapp)
  arbetaGemensamt(val.datamapp)
  const { skapad } = await lasHuvud(val.fil)
  const nar = `${idag(skapad)} kl. ${klockslag(skapad)}`
  let notera: () => void = () => {}
  let attGora: string[] = []
  let loggen: Logghuvud | null = null
  const { undanlagd } = await aterstall({
    fil: val.fil, hallare: val.hallare, dir: val.datamapp, nu: val.nu(), hogstaSchema: SCHEMAVERSION,
    framsteg: (_, andel) => val.rapport?.('Packar upp och kontrollerar', Math.round(andel * 100), 100),
    innan: async (mapp, nyckel) => {
      const valv = await lasValv(mapp)
      const sedan = await sedanKopian(val.datamapp, val.hallare, valv.kontor)
      kravKvar(sedan, val.hallare)
      const oppnad = await oppnaMapp(mapp, val.hallare)
      let till: ReturnType<typeof mottagare>
      try {
        const { db, handtag, forare, fast } = oppnad
        if (behoverMigreras(handtag)) {
          val.rapport?.('För över till den här versionen', 0, 0)
          await migreraMedKopia({ mapp, handtag, nyckel, valv, nu: val.nu() })
        }
        const tid = val.nu()
        const gjort = handtag.transaction(() => verkstallSedan(db, forare, sedan, { valv, nar }, tid)).immediate()
        attGora = gjort.attGora
        loggen = gjort.fore
        await tomWal(handtag)
        till = mottagare(db, fast)
        if (val.ovning !== true) notera = () => noteraHuvud(val.datamapp, fast.kontor, gjort.huvud, tid, true)
      } finally {
        oppnad.stang()
      }
      val.rapport?.('Byter databasens nyckel', 0, 0)
      glom(await roteraDatabasnyckel({ dir: mapp, dbNycklar: [nyckel], ...till }))
    },
  })
  notera() // only now is it true: the side files follow the office that is in place
  if (loggen === null) throw new Error('A restore that ran no hook')
  return { undanlagd, attGora, loggen }
}

/** Who gets the new key: everybody certified whom nobody has disabled, and the sheets that hold. */
function mottagare(db: Db, fast: Fast): Pick<Rotationsval, 'anvandare' | 'aterhamtning'> {
  const aktiva = new Set(listaAnvandare(db).filter((rad) => rad.avstangd === null).map((rad) => rad.id))
  const blad = pagaendeBlad(db)
  return {
    anvandare: new Intyg(() => db, () => fast).certifierade().filter((vem) => aktiva.has(vem.userId)),
    aterhamtning: [aterhamtningUr(fast), ...(blad === undefined ? [] : [blad.mottagare, blad.forraMottagare].filter((m) => m !== fast.aterhamtning).map((m) => aterhamtningUr({ aterhamtning: m })))],
  }
}
