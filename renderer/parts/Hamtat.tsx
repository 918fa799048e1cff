import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { felmening } from '../app/fraga.ts'
import { delar } from '../texter/delar.ts'
import stil from './Hamtat.module.css'
import { Hamtar } from './Forlopp.tsx'
import { Knapp } from './Knapp.tsx'

/** What the office answered, or that it is being asked, or why it could not answer and the way to ask again. */
export function Hamtat<T>({ svar, children }: { readonly svar: UseQueryResult<T>; readonly children: (data: T) => ReactNode }) {
  if (svar.data !== undefined) return children(svar.data)
  if (!svar.isError) return <Hamtar />
  return (
    <div className={stil.ram} role="alert">
      <p>{felmening(svar.error)}</p>
      <Knapp onPress={() => void svar.refetch()} vantar={svar.isFetching}>
        {delar.forsokIgen}
      </Knapp>
    </div>
  )
}
