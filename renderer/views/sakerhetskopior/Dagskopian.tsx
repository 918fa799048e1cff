import type { Kopielage } from '../../../electron/office/contract/sakerhetskopior.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'
import stil from '../kontoret/Kontoret.module.css'
import { hamtaKopiorOm } from './kopiefraga.ts'
import { narGjord, pagarText, saknasKopia, senasteText } from './lage.ts'

const SVAR = { gjord: text.gjord, pagar: text.gorsRedan, misslyckad: text.gickInte } as const

/** How it stands, why it failed and what to do, and a copy at once. */
export function Dagskopian({ lage }: { readonly lage: Kopielage }) {
  const idag = useIdag()
  const arbete = useLangtArbete<{ utfall: keyof typeof SVAR }>()
  const gor = async () => {
    try {
      const { utfall } = await arbete.kor(() => kontor.sakerhetskopior.gor(), text.forbereder)
      sag(SVAR[utfall])
    } catch (orsak) {
      sag(felmening(orsak))
    }
    await hamtaKopiorOm()
  }
  const gammal = saknasKopia(lage, idag)
  const pagar = pagarText(lage)
  return (
    <Avsnitt rubrik={text.rubrik} luft>
      {lage.fel !== null && <Kopiefelet fel={lage.fel} idag={idag} />}
      <p className={gammal ? stil.gammal : stil.text}>{senasteText(lage, idag)}</p>
      {arbete.lage ? (
        <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />
      ) : (
        <>
          {pagar !== null && (
            <p className={stil.text} role="status">
              {pagar}
            </p>
          )}
          <Knapp onPress={() => void gor()} isDisabled={pagar !== null}>
            {text.gorNu}
          </Knapp>
        </>
      )}
    </Avsnitt>
  )
}

/** Since when no copy has succeeded, and what to do. */
export function Kopiefelet({ fel, idag }: { readonly fel: NonNullable<Kopielage['fel']>; readonly idag: string }) {
  return (
    <div role="alert">
      <p className={stil.gammal}>{text.misslyckas(narGjord(fel.sedan, idag))}</p>
      <p className={stil.text}>{text.fel[fel.kod]}</p>
      {fel.mapp !== null && (
        <p className={stil.text}>
          <span className={stil.sha}>{fel.mapp}</span>
        </p>
      )}
    </div>
  )
}
