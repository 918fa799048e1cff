import { useQuery } from '@tanstack/react-query'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { useOverlamningar } from '../overlamningar/overlamningsfragor.ts'
import { delaUppVeckan } from './veckoposter.ts'

const EN_MINUT = 60_000
/** The answers hold names, and each is a row in the log: never asked for because a window came to the front. */
const UTAN_EGET_INITIATIV = { refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: EN_MINUT } as const

/** The ombud's own. */
export const useMinVecka = (enabled = true) => useQuery(fraga.veckan.min.queryOptions({ ...UTAN_EGET_INITIATIV, enabled }))

/** The chief's: figures of the unit. */
export const useChefensVecka = () => useQuery(fraga.veckan.chefens.queryOptions({ ...UTAN_EGET_INITIATIV }))

/** How many things need the ombud now: the rail's number. */
export function useAntalNu(): number | undefined {
  const { roller } = useInloggad()
  const arOmbud = roller.includes('ombud')
  const vecka = useMinVecka(arOmbud)
  const overlamningar = useOverlamningar(arOmbud)
  return vecka.data === undefined ? undefined : delaUppVeckan(vecka.data, overlamningar.data?.tillMig).nu.length
}
