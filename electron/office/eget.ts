import { z } from 'zod'
import { Fel } from '../../db/model/fel.ts'
import { hamtaArende, hamtaArendeMedId, type Arendepost } from '../../db/store/arenden.ts'
import { hamtaUppdrag } from '../../db/store/uppdrag.ts'
import type { Inloggad } from './inloggad.ts'
import { inteDitt, kravTillgang } from './innehav.ts'

const zPeka = z.union([z.looseObject({ nummer: z.string() }), z.looseObject({ id: z.string() })])

/**
 * The case that an input points at, if the caller may open it today (as its ombud, stand-in or medombud): by `nummer`, or by the `id` of one of its uppdrag.
 * A case that does not exist and one that somebody else has are answered alike.
 * @throws Fel `inte_ditt_arende`, `vikariat_slut`, `gallrat`
 */
export function kravEget(inloggad: Inloggad, input: unknown): Arendepost {
  const peka = zPeka.parse(input)
  let arende: Arendepost | null = null
  try {
    arende = 'nummer' in peka && typeof peka.nummer === 'string'
      ? hamtaArende(inloggad.db, peka.nummer)
      : hamtaArendeMedId(inloggad.db, hamtaUppdrag(inloggad.db, String(peka.id)).arendeId)
  } catch (fel) {
    if (!(fel instanceof Fel) || fel.kod !== 'finns_inte') throw fel
  }
  if (arende === null) throw inteDitt()
  kravTillgang(inloggad, arende)
  if (arende.gallrad !== null) throw new Fel('gallrat', `Uppgifterna i ärendet gallrades ${arende.gallrad} och finns inte längre. Kommer personen tillbaka: börja ett nytt ärende.`)
  return arende
}
