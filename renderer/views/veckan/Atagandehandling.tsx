import { useState } from 'react'
import { Knapp } from '../../parts/Knapp.tsx'
import { veckan as text } from '../../texter/veckan.ts'
import { sattAtagande } from '../klienter/atagandestatus.ts'
import type { Handlingsegenskaper } from './veckodata.ts'

/** A commitment is done with one press, and undone with one. */
export function Atagandehandling({ rad, visa }: Handlingsegenskaper) {
  const [sparar, setSparar] = useState(false)
  const klart = async () => {
    setSparar(true)
    await sattAtagande(rad, 'klart', 'oppet')
    setSparar(false)
  }
  return visa(
    <Knapp storlek="liten" vantar={sparar} onPress={() => void klart()}>
      {text.klart}
    </Knapp>,
  )
}
