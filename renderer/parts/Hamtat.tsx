import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { felmening } from '../app/fraga.ts'
import { Framsteg } from '../app/Framsteg.tsx'
import { delar } from '../texter/delar.ts'
import stil from './Hamtat.module.css'
import { Hamtar } from './Forlopp.tsx'
import { Knapp } from './Knapp.tsx'

/**
 * What the office answered, or that it is being asked, or why it could not answer and the way to ask again.
 * @param framsteg shows how far the office has come: for what opens cases, which may need new keys first
 */
export function Hamtat<T>({ svar, framsteg = false, children }: { readonly svar: UseQueryResult<T>; readonly framsteg?: boolean; readonly children: (data: T) => ReactNode }) {
  if (svar.data !== undefined) return children(svar.data)
  if (!svar.isError) {
    return (
      <>
        <Hamtar />
        {framsteg && <Framsteg />}
      </>
    )
  }
  return (
    <div className={stil.ram} role="alert">
      <p>{felmening(svar.error)}</p>
      <Knapp onPress={() => void svar.refetch()} vantar={svar.isFetching}>
        {delar.forsokIgen}
      </Knapp>
    </div>
  )
}
