import type { ReactNode } from 'react'
import type { Berattelsesvar } from '../../../electron/office/contract/verksamhetsberattelse.ts'
import { useInloggad } from '../../app/session.ts'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { useBerattelse } from './berattelsefraga.ts'
import { Redigera } from './Redigera.tsx'
import { Utskrift } from './Utskrift.tsx'

/** The unit's story of a year: the chief writes it, everybody who works may read and print it. */
export function Berattelse({ ar, utskrift, huvud }: { readonly ar: number; readonly utskrift: boolean; readonly huvud: ReactNode }) {
  const { roller } = useInloggad()
  const { svar, lage } = useBerattelse(ar)
  const skriver = roller.includes('enhetschef')
  const visa = (berattelse: Berattelsesvar) => (utskrift || !skriver ? <Utskrift svar={berattelse} skriver={skriver} /> : <Redigera key={ar} svar={berattelse} />)
  return (
    <>
      {!utskrift && skriver && huvud}
      {svar.isPending && lage !== undefined ? <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} /> : <Hamtat svar={svar}>{visa}</Hamtat>}
    </>
  )
}
