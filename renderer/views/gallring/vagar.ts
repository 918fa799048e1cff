import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

export const GALLRINGEN = '/kontoret/gallring'
export const FORHAND = `${GALLRINGEN}/forhand`
export const protokollvag = (id: string) => `${GALLRINGEN}/${id}`

/** Asks anew for everything of the gallring, and for what Min vecka says of it. */
export const hamtaGallringenIgen = () => Promise.all([fraga.gallring.key(), fraga.veckan.key()].map((queryKey) => fragor.invalidateQueries({ queryKey })))
