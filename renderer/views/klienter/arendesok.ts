import { useLocation } from 'wouter'
import type { UseArendesok } from '../../app/Palett.tsx'
import { useInloggad } from '../../app/session.ts'
import { useUi } from '../../app/ui.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { useMina } from './arendefragor.ts'
import { stammer } from './klientlista.ts'

/** So many rows are as many as one looks through. */
const HOGST = 8

/** The palette's cases: the own clients, by name or ärendenummer. */
export const useArendesok: UseArendesok = (sokt) => {
  const [, ga] = useLocation()
  const dolda = useUi((u) => u.namnDolda)
  const arOmbud = useInloggad().roller.includes('ombud')
  const soker = arOmbud && sokt.trim() !== ''
  const mina = useMina(soker)
  if (!soker) return { rader: [], soker: false }
  const rader = (mina.data ?? [])
    .filter((rad) => stammer(rad, sokt))
    .map((rad) => ({ rad, text: dolda || rad.namn === null ? rad.nummer : rad.namn }))
    .sort((a, b) => svenskOrdning(a.text, b.text))
    .slice(0, HOGST)
    .map(({ rad, text }) => ({
      id: rad.nummer,
      text,
      under: [text === rad.nummer ? undefined : rad.nummer, rad.kommun === null ? undefined : kommunNamn(rad.kommun)].filter(Boolean).join(' · '),
      gor: () => ga(`/klienter/${rad.nummer}`),
    }))
  return { rader, soker: mina.isFetching }
}
