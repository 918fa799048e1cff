import { ram } from '../texter/ram.ts'
import { useKopieforlopp } from '../views/sakerhetskopior/kopiefraga.ts'
import stil from './Ram.module.css'

/** That the day's copy is being made: a quiet line at the foot of the rail, said to nobody's face and read out to nobody. */
export function Kopieforlopp() {
  const pagar = useKopieforlopp()
  if (pagar === null) return null
  return <p className={stil.kopia}>{pagar.vad === '' || pagar.av === 0 ? ram.kopieras : ram.kopierasSteg(Math.floor((100 * pagar.klart) / pagar.av))}</p>
}
