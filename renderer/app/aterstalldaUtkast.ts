import { useQuery } from '@tanstack/react-query'
import { kontor } from './klient.ts'
import { aterstallUtkast } from './utkast.ts'
import { arVaraktig } from './utkastlager.ts'

/**
 * Fetches the drafts that the office has kept through a lock, a crash or a restart, before any form is shown.
 * @returns whether the forms may be shown; also when the drafts could not be read
 */
export function useAterstalldaUtkast(): boolean {
  const svar = useQuery({ queryKey: ['utkasten'], queryFn: hamta, staleTime: Infinity, gcTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false })
  return !svar.isPending
}

async function hamta(): Promise<number> {
  const platser = (await kontor.utkast.lista()).map((rad) => rad.plats).filter(arVaraktig)
  const utkasten = await Promise.all(platser.map(async (plats) => ({ plats, utkast: await kontor.utkast.hamta({ plats }).catch(() => null) })))
  for (const { plats, utkast } of utkasten) if (utkast !== null) aterstallUtkast(plats, utkast.varde, utkast.tid)
  return platser.length
}
