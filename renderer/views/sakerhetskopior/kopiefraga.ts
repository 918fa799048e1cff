import { useQuery } from '@tanstack/react-query'
import { fragor } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'

const MEDAN_DEN_GORS_MS = 1500
const ANNARS_MS = 60_000

/** How it stands with the copies; asked for often only while one is being made. */
export const useKopielage = () =>
  useQuery({
    ...fraga.sakerhetskopior.lage.queryOptions(),
    refetchOnWindowFocus: false,
    refetchInterval: (svar) => (svar.state.data?.pagar ? MEDAN_DEN_GORS_MS : ANNARS_MS),
  })

/** A copy that is being made, for the frame: asked once, and again only until it is done, so that the lock of an idle office is not put off. */
export function useKopieforlopp() {
  const { data } = useQuery({
    ...fraga.sakerhetskopior.lage.queryOptions(),
    refetchOnWindowFocus: false,
    refetchInterval: (svar) => (svar.state.data?.pagar ? MEDAN_DEN_GORS_MS : false),
  })
  return data?.pagar ?? null
}

export const hamtaKopiorOm = () => fragor.invalidateQueries({ queryKey: fraga.sakerhetskopior.key() })
