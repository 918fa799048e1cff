import { type ComponentType, lazy, Suspense } from 'react'
import { Hamtar } from '../parts/Forlopp.tsx'

/**
 * A room's pages, fetched when one first goes there: the window starts sooner, and the table of rooms can be
 * read (and tested) without a window around it.
 */
export function narBehovs(hamta: () => Promise<ComponentType>): ComponentType {
  const Sidor = lazy(async () => ({ default: await hamta() }))
  return function Rummets() {
    return (
      <Suspense fallback={<Hamtar />}>
        <Sidor />
      </Suspense>
    )
  }
}
