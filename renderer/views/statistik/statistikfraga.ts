import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Ombudsbelastning, Statistiksvar } from '../../../electron/office/contract/statistik.ts'
import { kontor } from '../../app/klient.ts'
import { type Arbetslage, omDetTarTid, sista } from '../../parts/langtArbete.ts'

interface Raknat<T> {
  readonly svar: UseQueryResult<T>
  /** How far the counting has come, while it goes on. */
  readonly lage: Arbetslage | undefined
}

/** Every reading is a row in the log: none is made by coming back to the window. */
const EN_GANG = { refetchOnWindowFocus: false, staleTime: 60_000 } as const

export function useStatistik(val: { readonly ar: number; readonly kommun: readonly string[]; readonly maskera: boolean }): Raknat<Statistiksvar> {
  const [lage, setLage] = useState<Arbetslage>()
  const svar = useQuery({
    ...EN_GANG,
    queryKey: ['statistik', val.ar, [...val.kommun].toSorted(), val.maskera],
    queryFn: async () => sista(await kontor.statistik.hamta({ ...val, kommun: [...val.kommun] }), omDetTarTid(setLage)).finally(() => setLage(undefined)),
  })
  return { svar, lage }
}

export function usePerOmbud(ar: number): Raknat<Ombudsbelastning> {
  const [lage, setLage] = useState<Arbetslage>()
  const svar = useQuery({ ...EN_GANG, queryKey: ['statistik', 'perOmbud', ar], queryFn: async () => sista(await kontor.statistik.perOmbud({ ar }), omDetTarTid(setLage)).finally(() => setLage(undefined)) })
  return { svar, lage }
}
