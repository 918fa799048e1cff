import { useQuery } from '@tanstack/react-query'
import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

/**
 * Every answer about clients is a row in the log (DESIGN §5): they are asked for when somebody opens a page, never
 * because a window came to the front, and a case that is left is not kept.
 */
const UTAN_EGET_INITIATIV = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const
const EN_MINUT = 60_000

/** The own list. */
export const useMina = (enabled = true) => useQuery(fraga.arenden.mina.queryOptions({ ...UTAN_EGET_INITIATIV, staleTime: EN_MINUT, enabled }))

/** One case, opened. */
export const useArende = (nummer: string) => useQuery(fraga.arenden.hamta.queryOptions({ input: { nummer }, ...UTAN_EGET_INITIATIV, staleTime: EN_MINUT, gcTime: 0 }))

/** Reads anew what a change may have touched; resolves when the pages shown have it. */
export async function lasOm(): Promise<void> {
  await Promise.all([fraga.arenden.key(), fraga.kontakter.key(), fraga.veckan.key(), fraga.redovisning.key()].map((queryKey) => fragor.invalidateQueries({ queryKey })))
}
