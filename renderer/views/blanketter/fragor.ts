import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

/** Asks anew for the forms. */
export const lasOmBlanketter = (): Promise<void> => fragor.invalidateQueries({ queryKey: fraga.blanketter.key() })
