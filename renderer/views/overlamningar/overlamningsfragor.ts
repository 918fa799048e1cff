import { useQuery } from '@tanstack/react-query'
import type { AnvandareRad } from '../../../db/model/anvandare.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { lasOm as lasOmKlienter } from '../klienter/arendefragor.ts'
import { mottagare } from './mottagare.ts'

/** Every answer about cases is a row in the log: asked for when a page is opened, never because a window came to the front. */
const UTAN_EGET_INITIATIV = { refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 60_000 } as const

/** What the ombud has been offered, has offered, and shares. */
export const useOverlamningar = (enabled = true) => useQuery(fraga.overlamningar.lista.queryOptions({ ...UTAN_EGET_INITIATIV, enabled }))
export const useNodoppningar = (enabled = true) => useQuery(fraga.overlamningar.nodoppningar.queryOptions({ ...UTAN_EGET_INITIATIV, enabled }))
/** The same for whoever opens the room: the answers of now, not of a minute ago. */
export const useOverlamningarNu = () => useQuery(fraga.overlamningar.lista.queryOptions({ ...UTAN_EGET_INITIATIV, refetchOnMount: 'always' }))
export const useNodoppningarNu = () => useQuery(fraga.overlamningar.nodoppningar.queryOptions({ ...UTAN_EGET_INITIATIV, refetchOnMount: 'always' }))
/** Who has had one case; asked for by its own page. */
export const useHistorik = (nummer: string) => useQuery(fraga.overlamningar.historik.queryOptions({ input: { nummer }, ...UTAN_EGET_INITIATIV, gcTime: 0 }))

export function useMottagare() {
  const { id } = useInloggad()
  return useQuery(fraga.anvandare.lista.queryOptions({ select: (rader: AnvandareRad[]) => mottagare(rader, id) }))
}

/** How many offers and nödöppningar wait for the ombud: the rail's number. */
export function useAntalErbjudna(): number | undefined {
  const { roller } = useInloggad()
  const arOmbud = roller.includes('ombud')
  const lista = useOverlamningar(arOmbud)
  const nodoppningar = useNodoppningar(arOmbud)
  return lista.data === undefined ? undefined : lista.data.tillMig.length + (nodoppningar.data?.length ?? 0)
}

/** Reads anew what a handover may have touched. */
export async function lasOm(): Promise<void> {
  await Promise.all([lasOmKlienter(), fragor.invalidateQueries({ queryKey: fraga.overlamningar.key() })])
}
