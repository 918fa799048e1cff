import { useQuery } from '@tanstack/react-query'
import { fraga } from './klient.ts'

/** What changes a few times a year is not asked for at every page. */
const SALLAN_MS = 5 * 60_000

export const useKodlistor = () => useQuery(fraga.kodlistor.hamta.queryOptions({ staleTime: SALLAN_MS }))
export const useEnhet = () => useQuery(fraga.enhet.hamta.queryOptions({ staleTime: SALLAN_MS }))
