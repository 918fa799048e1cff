import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

export const GALLRINGEN = '/kontoret/gallring'
export const FORHAND = `${GALLRINGEN}/forhand`
export const protokollvag = (id: string) => `${GALLRINGEN}/${id}`

/** Asks anew for everything of the gallring. */
export const hamtaGallringenIgen = () => fragor.invalidateQueries({ queryKey: fraga.gallring.key() })
