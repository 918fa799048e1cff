import { z } from 'zod'
import { zAndraUppdrag, type UppdragRad } from '../../../db/model/uppdrag.ts'
import { etikett } from '../../../db/model/kodlistor.ts'
import { etiketter, kodval } from '../../app/kodval.ts'
import { kontor } from '../../app/klient.ts'
import { Textruta } from '../../parts/Falt.tsx'
import { Flerval } from '../../parts/Flerval.tsx'
import { likaVarden } from '../../parts/formular.ts'
import { Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { klienter as text } from '../../texter/klienter.ts'
import { aktorval } from './aktorval.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'

interface Varden {
  readonly mal: string
  readonly livsomraden: string[]
  readonly orsaker: string[]
  readonly aktorer: string[]
  /** '' for none. */
  readonly prioritet: string
}

const { mal, livsomraden, orsaker, aktorer, prioritet } = zAndraUppdrag.shape
const schema = z.object({ mal, livsomraden, orsaker, aktorer, prioritet })
const MAX_TECKEN = 2000

interface Egenskaper extends Pick<Arendedata, 'listor' | 'idag'> {
  readonly uppdrag: UppdragRad
  readonly redigering: Redigering<Varden>
}

/** Goals, livsområden and reasons, changed in place. */
export function AndraUppdrag({ uppdrag, listor, idag, redigering }: Egenskaper) {
  const form = useRedigeringsformular(redigering, {
    schema,
    till: (varden) => ({ ...varden, prioritet: varden.prioritet === '' ? null : varden.prioritet }),
    spara: async (varden) => {
      await kontor.uppdrag.andra({ id: uppdrag.id, version: uppdrag.version, ...varden })
      await lasOm()
    },
  })
  const { fran } = redigering
  const skillnader = [
    ...((uppdrag.mal ?? '') === fran.mal ? [] : [{ falt: text.mal, sparat: uppdrag.mal ?? '' }]),
    ...(likaVarden(uppdrag.livsomraden, fran.livsomraden) ? [] : [{ falt: text.livsomraden, sparat: text.rada(etiketter(listor, 'livsomrade', uppdrag.livsomraden)) }]),
    ...(likaVarden(uppdrag.orsaker, fran.orsaker) ? [] : [{ falt: text.orsaker, sparat: text.rada(etiketter(listor, 'orsak', uppdrag.orsaker)) }]),
    ...(likaVarden(uppdrag.aktorer, fran.aktorer) ? [] : [{ falt: text.aktorer, sparat: text.rada(etiketter(listor, 'aktor', uppdrag.aktorer)) }]),
    ...((uppdrag.prioritet ?? '') === fran.prioritet ? [] : [{ falt: text.prioritet, sparat: uppdrag.prioritet === null ? '' : etikett(listor, 'prioritet', uppdrag.prioritet) }]),
  ]
  return (
    <PaPlats etikett={text.andraUppdraget} form={form} verb={text.spara} onStang={redigering.stang} onLasIn={lasOm} skillnader={skillnader}>
      <Skyddsfalt text={form.varden.mal}>
        <Textruta {...form.falt('mal')} autoFocus etikett={text.mal} hjalp={text.malHjalp} max={MAX_TECKEN} valfri />
      </Skyddsfalt>
      <Flerval {...form.falt('livsomraden')} etikett={text.livsomraden} alternativ={kodval(listor, 'livsomrade', uppdrag.start, idag, form.varden.livsomraden)} valfri />
      <Flerval {...form.falt('orsaker')} etikett={text.orsaker} alternativ={kodval(listor, 'orsak', uppdrag.start, idag, form.varden.orsaker)} valfri />
      <Flerval {...form.falt('aktorer')} etikett={text.aktorer} hjalp={text.aktorerHjalp} alternativ={aktorval(listor, uppdrag.start, idag, form.varden.aktorer)} valfri />
      <Valj
        {...form.falt('prioritet')}
        etikett={text.prioritet}
        alternativ={kodval(listor, 'prioritet', uppdrag.start, idag, [form.varden.prioritet])}
        tomt={text.ingenPrioritet}
        valfri
      />
    </PaPlats>
  )
}
