import { Fel } from '../../db/model/fel.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaArendeMedId } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import { begarNyckelbyte } from '../../db/store/nycklar.ts'
import { antalArendenHos, stangAvAnvandare, upphorFor } from '../../db/store/overlamningar.ts'
import { andraValv, utanPost } from '../../db/vault/valv.ts'
import { begarNyNyckel } from './arendenyckel.ts'
import type { Inloggad } from './inloggad.ts'
import type { Kontor } from './kontor.ts'
import { kravVagIn } from './vagin.ts'

/** Ends what somebody was let into or offered; those cases get a new key at their ombud's next opening. */
export function upphorMedverkan(inloggad: Inloggad, db: Db, logga: (rad: Loggrad) => void, id: string, tid: string): void {
  for (const arendeId of upphorFor(db, id, { dag: inloggad.idag, tid })) begarNyNyckel(db, logga, hamtaArendeMedId(db, arendeId))
}

/** @throws Fel `har_arenden` with `detalj: {antal}` while the user alone holds any case, open or ended */
export function kravUtanArenden(db: Db, { id, namn }: { id: string; namn: string }, falt?: string): void {
  const antal = antalArendenHos(db, id)
  if (antal === 0) return
  throw new Fel('har_arenden', `${namn} har ${antal === 1 ? 'ett ärende' : `${antal} ärenden`}, pågående eller avslutade. De behöver ett annat ombud först: välj Lämna över alla, eller be enhetschefen om en nödöppning.`, { falt, detalj: { antal } })
}

/**
 * Disables a user: the entry of the vault goes first, then the row says so (DESIGN §4.9). Refused while the user
 * alone holds any case: the cases are handed over first, or moved by nödöppning. Stand-ins, medombud and offers to
 * the user end. The database key is changed at the next login that finds itself alone (nyckelbyte.ts).
 * @throws Fel `sig_sjalv`, `finns_inte`, `redan_avstangd`, `har_arenden`, `sista_…`
 */
export async function stangAv(kontor: Kontor, id: string): Promise<void> {
  const { inloggad } = kontor
  if (id === inloggad.id) throw new Fel('sig_sjalv', 'Den egna användaren kan inte stängas av. Be en annan administratör.')
  await inloggad.skriv(async (db, logga, tid) => {
    const rad = hamtaAnvandare(db, id)
    if (rad === undefined) throw new Fel('finns_inte', 'Användaren finns inte längre. Läs in sidan på nytt.')
    if (rad.avstangd !== null) throw new Fel('redan_avstangd', `${rad.namn} är redan avstängd.`)
    kravUtanArenden(db, rad)
    kravVagIn(inloggad, id, [])
    // In this transaction nobody else can hand the user a case meanwhile.
    await andraValv(kontor.datamapp, (fn) => fn(), (valv) => utanPost(valv, id))
    stangAvAnvandare(db, id, tid)
    upphorMedverkan(inloggad, db, logga, id, tid)
    logga({ handling: 'anvandare.avstangd', objekt: id })
    begarNyckelbyte(db, { tid, skal: 'avstangd' })
    logga({ handling: 'nyckel.vantar' })
  })
}
