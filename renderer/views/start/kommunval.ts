import { KOMMUNER } from '../../../db/model/kommuner.ts'
import type { Alternativ } from '../../parts/Valj.tsx'

/** All of Sweden's kommuner, for a list to choose from. */
export const KOMMUNVAL: readonly Alternativ[] = KOMMUNER.map(({ kod, namn }) => ({ kod, text: namn }))
