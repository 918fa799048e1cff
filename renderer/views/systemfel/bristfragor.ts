import { useQuery } from '@tanstack/react-query'
import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

export const useBrister = () => useQuery(fraga.systemfel.lista.queryOptions())
export const useBrist = (id: string) => useQuery(fraga.systemfel.hamta.queryOptions({ input: { id } }))
export const useAterkoppling = () => useQuery(fraga.systemfel.aterkoppling.queryOptions())

/** Reads anew what a change of a brist or of the ledningsgrupp may have touched. */
export async function lasOm(): Promise<void> {
  await Promise.all([fraga.systemfel.key(), fraga.ledningsgrupp.key(), fraga.redovisning.key()].map((queryKey) => fragor.invalidateQueries({ queryKey })))
}
