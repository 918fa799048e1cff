import { Fel } from '../../db/model/fel.ts'
import { hamtaAnvandare } from '../../db/store/anvandare.ts'
import { antalArendenHos, stangAvAnvandare, upphorFor } from '../../db/store/overlamningar.ts'
import { andraValv, utanPost } from '../../db/vault/valv.ts'
import type { Kontor } from './kontor.ts'

/**
 * Disables a user: the entry of the vault goes first, then the row says so (DESIGN §4.9). Refused while the user
 * alone holds any case, open or ended: the cases are handed over first, or moved by nödöppning. Stand-ins,
 * medombud and offers to the user end; those cases get a new key at their ombud's next opening.
 * @throws Fel `sig_sjalv`, `finns_inte`, `redan_avstangd`, `har_arenden` with `detalj: {antal}`
 */
export async function stangAv(kontor: Kontor, id: string): Promise<void> {
  const { inloggad } = kontor
  if (id === inloggad.id) throw new Fel('sig_sjalv', 'Den egna användaren kan inte stängas av. Be en annan administratör.')
  await inloggad.skriv(async (db, logga, tid) => {
    const rad = hamtaAnvandare(db, id)
    if (rad === undefined) throw new Fel('finns_inte', 'Användaren finns inte längre. Läs in sidan på nytt.')
    if (rad.avstangd !== null) throw new Fel('redan_avstangd', `${rad.namn} är redan avstängd.`)
    const antal = antalArendenHos(db, id)
    if (antal > 0) {
      throw new Fel('har_arenden', `${rad.namn} har ${antal === 1 ? 'ett ärende' : `${antal} ärenden`}, pågående eller avslutade. De behöver ett annat ombud först: välj Lämna över alla, eller be enhetschefen om en nödöppning.`, { detalj: { antal } })
    }
    // In this transaction nobody else can hand the user a case meanwhile.
    await andraValv(kontor.datamapp, (fn) => fn(), (valv) => utanPost(valv, id))
    stangAvAnvandare(db, id, tid)
    upphorFor(db, id, { dag: inloggad.idag, tid })
    logga({ handling: 'anvandare.avstangd', objekt: id })
  })
}
