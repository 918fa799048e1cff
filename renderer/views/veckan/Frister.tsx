import { type Frist, fristdagar } from '../../../db/model/handling/frister.ts'
import { dagarMellan, type Datum } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { uppraknade } from '../../texter/redovisning.ts'
import { veckan } from '../../texter/veckan.ts'
import { handlingsvag, nyVag } from '../handling/vagar.ts'
import { lagdagar } from './tider.ts'

const text = handling.veckan

/**
 * The law's days (DOMAIN §3): told of from 1 December and 1 February with what is missing, in sharper words the last two
 * weeks, and no more once it is inlämnad. What is still far away stands as a date.
 */
export function Frister({ frister, idag }: { readonly frister: readonly Frist[]; readonly idag: Datum }) {
  const senare = lagdagar(idag).filter((dag) => idag < fristdagar(dag.slag, dag.ar).sagsFran)
  const harnast = senare.length === 0 ? undefined : text.harnast(senare.map((dag) => text.harnastDag(handling.namn(dag.slag, dag.ar), langtDatum(dag.datum), dagarMellan(idag, dag.datum))))
  return (
    <Avsnitt rubrik={veckan.chef.tider}>
      {frister.length === 0 ? (
        <Tomt text={harnast ?? text.inga} />
      ) : (
        <>
          <Radlista etikett={veckan.chef.tider}>
            {frister.map((frist) => (
              <Fristrad key={`${frist.slag} ${frist.ar} ${frist.handling?.id ?? ''}`} frist={frist} ensam={frister.filter((f) => f.slag === frist.slag && f.ar === frist.ar).length === 1} />
            ))}
          </Radlista>
          {harnast !== undefined && <Tomt text={harnast} />}
        </>
      )}
    </Avsnitt>
  )
}

/** @param ensam the only one of its kind and year: whose it is need not be said */
function Fristrad({ frist, ensam }: { readonly frist: Frist; readonly ensam: boolean }) {
  const { slag, ar, handling: h, dagarKvar, lage } = frist
  const saknas = uppraknade(frist.saknas.map(text.saknas))
  const skarpt = lage === 'passerad' ? text.passerat[slag] : lage === 'daglig' ? text.dagligen[slag] : undefined
  return (
    <Rad
      nar={dagarKvar < 0 ? text.passerad(-dagarKvar) : dagarKvar === 0 ? text.idag : dagarKvar === 1 ? text.imorgon : text.kvar(dagarKvar)}
      bradska={lage === 'passerad' ? 'passerat' : 'snart'}
      vad={text.rad(slag, ar, h === null || ensam ? undefined : kommunNamn(h.sokande))}
      under={[text.senast(langtDatum(frist.forfaller), saknas), skarpt].filter(Boolean).join(' ')}
      handling={
        <Lankknapp storlek="liten" till={h === null ? nyVag(slag, ar) : handlingsvag(slag, h.id)}>
          {h === null ? text.borja[slag] : text.oppna[slag]}
        </Lankknapp>
      }
    />
  )
}
