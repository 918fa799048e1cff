import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Berattelsesvar } from '../../../electron/office/contract/verksamhetsberattelse.ts'
import { fragor } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { type Arbetslage, omDetTarTid, sista } from '../../parts/langtArbete.ts'

export const nyckelFor = (ar: number) => ['verksamhetsberattelse', ar] as const
export const lasBerattelse = async (ar: number, rapport: (lage: Arbetslage) => void = () => {}) => sista(await kontor.verksamhetsberattelse.hamta({ ar }), rapport)

export function useBerattelse(ar: number): { readonly svar: UseQueryResult<Berattelsesvar>; readonly lage: Arbetslage | undefined } {
  const [lage, setLage] = useState<Arbetslage>()
  const svar = useQuery({ queryKey: nyckelFor(ar), queryFn: () => lasBerattelse(ar, omDetTarTid(setLage)).finally(() => setLage(undefined)), refetchOnWindowFocus: false, staleTime: 60_000 })
  return { svar, lage }
}

/** What has been saved from here is what the page begins with when one comes back to it. */
export function minnsSparad(svar: Berattelsesvar): void {
  fragor.setQueryData(nyckelFor(svar.ar), svar)
}
