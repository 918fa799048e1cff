import { useLocation } from 'wouter'
import { z } from 'zod'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { STRYKSKAL, zStrykKontakt, type KontaktRad } from '../../../db/model/kontakter.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Inaktuell } from '../../parts/Inaktuell.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { delar } from '../../texter/delar.ts'
import { langtDatum } from '../../texter/datum.ts'
import { kontakter as text } from '../../texter/kontakter.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { useKontakt } from './Kontakt.tsx'
import stil from './kontakter.module.css'

/** A contact registered by mistake: a page of its own, since it cannot be undone. */
export function StrykKontakt({ id }: { readonly id: string }) {
  const kontakt = useKontakt(id)
  return (
    <>
      <Sidhuvud rubrik={text.strykFraga} titel={text.stryk} over={text.stryk} />
      <Hamtat svar={kontakt}>{(rad) => (rad.struken || rad.ledTillUppdrag ? <Lankknapp till={`/kontakter/${id}`}>{text.tillKontakten}</Lankknapp> : <Sidan rad={rad} />)}</Hamtat>
    </>
  )
}

const schema = z.object({ skal: zStrykKontakt.shape.skal })
const SKAL = Object.entries(STRYKSKAL).map(([kod, ord]) => ({ kod, text: ord }))

function Sidan({ rad }: { readonly rad: KontaktRad }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema,
    start: { skal: '' },
    spara: async ({ skal }) => {
      await kontor.kontakter.stryk({ id: rad.id, version: rad.version, skal })
      ga('/kontakter')
      sag(text.strykt)
      await lasOm()
    },
  })
  return (
    <>
      <Felsammanfattning {...form} />
      <Inaktuell form={form} onLasIn={lasOm} skillnader={[]} />
      <div className={stil.stycken}>
        <p>{text.strykText(langtDatum(rad.datum), kommunNamn(rad.kommun))}</p>
        <p>{text.strykSlut}</p>
      </div>
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="fara" vantar={form.sparar}>
              {text.stryk}
            </Knapp>
            <Knapp onPress={() => ga(`/kontakter/${rad.id}`)}>{delar.avbryt}</Knapp>
          </>
        }
      >
        <Valj {...form.falt('skal')} etikett={text.strykSkal} alternativ={SKAL} />
      </Formularruta>
    </>
  )
}
