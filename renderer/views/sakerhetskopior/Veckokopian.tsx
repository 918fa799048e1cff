import { useIdag } from '../../app/idag.ts'
import { useInloggad } from '../../app/session.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { sakerhetskopior } from '../../texter/sakerhetskopior.ts'
import { skoter } from '../kontoret/ratt.ts'
import vecka from '../veckan/veckan.module.css'
import { Kopiefelet } from './Dagskopian.tsx'
import { useKopielage } from './kopiefraga.ts'
import { dagsAttOva, narGjord, pagarText, saknasKopia, senasteText } from './lage.ts'
import { KOPIOR, OVA } from './vagar.ts'

const text = sakerhetskopior.vecka

/** Min vecka, for those who see to the copies: the age of the last verified one, what went wrong, and when a drill is due. */
export function Veckokopian() {
  const idag = useIdag()
  const { data: lage } = useKopielage()
  if (lage === undefined) return null
  const pagar = pagarText(lage)
  return (
    <Avsnitt rubrik={text.rubrik} luft>
      {lage.fel !== null && <Kopiefelet fel={lage.fel} idag={idag} />}
      <p className={vecka.tyst}>{senasteText(lage, idag)}</p>
      {pagar !== null && (
        <p className={vecka.tyst} role="status">
          {pagar}
        </p>
      )}
      {dagsAttOva(lage, idag) && (
        <p className={vecka.tyst}>
          {lage.ovad === null ? text.ovaAldrig : text.ovaDags}{' '}
          <Lankknapp sort="lank" till={OVA}>
            {text.ova}
          </Lankknapp>
        </p>
      )}
      <p className={vecka.tyst}>
        <Lankknapp sort="lank" till={KOPIOR}>
          {text.till}
        </Lankknapp>
      </p>
    </Avsnitt>
  )
}

/** Min vecka, for whoever can only tell somebody: a quiet line when there has been no copy for days. */
export function KopiaSaknas() {
  const idag = useIdag()
  const { roller } = useInloggad()
  const { data: lage } = useKopielage()
  if (skoter(roller) || lage === undefined || !saknasKopia(lage, idag)) return null
  return <p className={vecka.tyst}>{lage.senaste === null ? text.ingenAn : text.gammal(narGjord(lage.senaste, idag))}</p>
}
