import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import type { Lage } from '../../../electron/office/contract/start.ts'
import { start as text } from '../../texter/start.ts'
import { Startfot } from './Startfot.tsx'
import { VAG } from './vagar.ts'
import stil from './Vagval.module.css'

/** The first page of a Lotsen without an office: three ways to begin. */
export function Vagval({ lage }: { readonly lage: Lage }) {
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud rubrik={text.rubrik} titel={text.titel} under={text.ingress} />
      <ul className={stil.val}>
        <Val namn={text.skapa} vad={text.skapaText} till={VAG.skapa} forsta />
        <Val namn={text.prova} vad={text.provaText} till={VAG.exempel} />
        <Val namn={text.aterstall} vad={text.aterstallText} till={VAG.aterstall} />
      </ul>
    </Framsida>
  )
}

function Val({ namn, vad, till, forsta = false }: { readonly namn: string; readonly vad: string; readonly till: string; readonly forsta?: boolean }) {
  return (
    <li>
      <div>
        <h2>{namn}</h2>
        <p>{vad}</p>
      </div>
      <Lankknapp sort={forsta ? 'forsta' : 'andra'} till={till}>
        {namn}
      </Lankknapp>
    </li>
  )
}
