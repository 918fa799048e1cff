import { useState } from 'react'
import { felmening } from '../../app/fraga.ts'
import { sag } from '../../parts/Angra.tsx'
import { lasOm } from './overlamningsfragor.ts'

/** Something done by one press: says what came of it, or why it could not be done; twice at once does it once. */
export function useGor(): { readonly gor: (arbete: () => Promise<string>) => Promise<void>; readonly pagar: boolean } {
  const [pagar, setPagar] = useState(false)
  const gor = async (arbete: () => Promise<string>) => {
    if (pagar) return
    setPagar(true)
    try {
      const klart = await arbete()
      await lasOm()
      sag(klart)
    } catch (orsak) {
      sag(felmening(orsak))
      // What is shown may be what somebody else has just changed.
      await lasOm()
    } finally {
      setPagar(false)
    }
  }
  return { gor, pagar }
}
