import { useLocation } from 'wouter'
import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Lage } from '../../../electron/office/contract/start.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { bladet as text, start } from '../../texter/start.ts'
import stil from './Bladet.module.css'
import { Startfot } from './Startfot.tsx'
import { VAG } from './vagar.ts'

/** The office is there: what remains to be done, and the login. */
export function Klart({ enhet, lage }: { readonly enhet: string; readonly lage: Lage }) {
  const [, ga] = useLocation()
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud rubrik={text.klart} titel={text.klartTitel} under={text.klartText(enhet)} />
      <Formularruta
        onSkicka={(e) => {
          e.preventDefault()
          ga(VAG.start, { replace: true })
        }}
        knappar={
          <Knapp type="submit" sort="forsta">
            {start.tillInloggningen}
          </Knapp>
        }
      >
        <Avsnitt rubrik={text.nasta} luft>
          <ol className={`${stil.punkter} ${stil.numrerade}`}>
            <li>{text.nastaKuvert}</li>
            <li>{text.nastaLosenord}</li>
            <li>{text.nastaKontoret}</li>
          </ol>
        </Avsnitt>
      </Formularruta>
    </Framsida>
  )
}
