import type { EnhetRad, Installningar, KommunRad } from '../../../db/model/enhet.ts'
import type { Policy } from '../../../db/model/policy.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

/** What the office says of itself: the answer of `enhet.hamta`. */
export interface Kontorsuppgifter {
  readonly enhet: EnhetRad
  readonly kommuner: readonly KommunRad[]
  readonly installningar: Installningar
  readonly policy: Policy
}

/** Asks anew for what has been changed, and waits for the answer. */
export const hamtaOm = {
  enhet: () => fragor.invalidateQueries({ queryKey: fraga.enhet.key() }),
  bemanning: () => fragor.invalidateQueries({ queryKey: fraga.bemanning.key() }),
  utbildning: () => fragor.invalidateQueries({ queryKey: fraga.utbildning.key() }),
  statsbidrag: () => fragor.invalidateQueries({ queryKey: fraga.statsbidrag.key() }),
  anvandare: () => fragor.invalidateQueries({ queryKey: fraga.anvandare.key() }),
  kodlistor: () => fragor.invalidateQueries({ queryKey: fraga.kodlistor.key() }),
} as const
