import { Plus } from 'lucide-react'
import { z } from 'zod'
import { type AnteckningRad, zNyAnteckning } from '../../../db/model/arbetet.ts'
import { type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import { anteckningsutkast } from '../../../db/model/utkast.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Textruta } from '../../parts/Falt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat, Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Osynlig } from '../../parts/Steg.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { kortDatum, langtDatum } from '../../texter/datum.ts'
import { lasOm } from './arendefragor.ts'
import type { Arendedata } from './Arendesida.tsx'
import stil from './klienter.module.css'

const text = arbetet.anteckningar
const schema = z.object({ text: zNyAnteckning.shape.text })
const MAX_TECKEN = 8000

/** Working notes: they belong to the contact and vanish with it (DOMAIN §1). */
export function Anteckningar({ uppdrag, arende, idag }: Arendedata & { readonly uppdrag: UppdragRad }) {
  const ny = useRedigering(anteckningsutkast(arende.nummer), { text: '' })
  const oppet = uppdrag.slut === null
  const rader = arende.anteckningar.filter((rad) => rad.uppdragId === uppdrag.id).toReversed()
  if (!oppet && rader.length === 0) return null
  return (
    <Avsnitt
      rubrik={text.rubrik}
      bredvid={text.baner}
      handling={
        oppet && (
          <Knapp {...ny.knapp} sort="tyst" storlek="liten" ikon={Plus} aria-label={text.nyForm}>
            {arbetet.ny}
          </Knapp>
        )
      }
    >
      {!oppet && <p className={stil.tyst}>{text.vantar}</p>}
      {ny.oppen && <Ny redigering={ny} nummer={arende.nummer} uppdragId={uppdrag.id} />}
      {rader.length === 0 && !ny.oppen && <p className={stil.tyst}>{text.tomt}</p>}
      {rader.map((rad) => (
        <En key={rad.id} rad={rad} nummer={arende.nummer} idag={idag} oppet={oppet} />
      ))}
    </Avsnitt>
  )
}

function En({ rad, nummer, idag, oppet }: { readonly rad: AnteckningRad; readonly nummer: string; readonly idag: Datum; readonly oppet: boolean }) {
  const andring = useRedigering(anteckningsutkast(nummer, rad.id), { text: rad.text })
  const dag = dagFor(rad.tid)
  return (
    <article className={stil.anteckning} aria-label={langtDatum(dag)}>
      {andring.oppen ? (
        <Andra redigering={andring} rad={rad} nummer={nummer} />
      ) : (
        <>
          <p>
            <span className={stil.dag}>{kortDatum(dag, idag)}</span> <Skyddat>{rad.text}</Skyddat>
          </p>
          {oppet && (
            <div className={stil.smatt}>
              <Knapp {...andring.knapp} sort="lank">
                {arbetet.andra}
                <Osynlig> {text.andraVad(langtDatum(dag))}</Osynlig>
              </Knapp>
              <Lankknapp sort="lank" till={`/klienter/${nummer}/anteckning/${rad.id}/forstor`}>
                {text.forstor}
              </Lankknapp>
            </div>
          )}
        </>
      )}
    </article>
  )
}

type Varden = { readonly text: string }

function Ny({ redigering, nummer, uppdragId }: { readonly redigering: Redigering<Varden>; readonly nummer: string; readonly uppdragId: string }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async (varden) => {
      await kontor.anteckningar.ny({ nummer, uppdragId, ...varden })
      await lasOm()
      sag(text.sparad)
    },
  })
  return (
    <PaPlats etikett={text.nyForm} form={form} verb={text.verb} onStang={redigering.stang} onLasIn={lasOm} utkast={redigering.nyckel}>
      <Skyddsfalt text={form.varden.text}>
        <Textruta {...form.falt('text')} autoFocus etikett={text.text} max={MAX_TECKEN} />
      </Skyddsfalt>
    </PaPlats>
  )
}

function Andra({ redigering, rad, nummer }: { readonly redigering: Redigering<Varden>; readonly rad: AnteckningRad; readonly nummer: string }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async (varden) => {
      await kontor.anteckningar.andra({ nummer, id: rad.id, version: rad.version, ...varden })
      await lasOm()
      sag(text.sparad)
    },
  })
  return (
    <PaPlats
      etikett={text.andraForm}
      form={form}
      verb={text.verb}
      onStang={redigering.stang}
      onLasIn={lasOm}
      skillnader={redigering.fran.text === rad.text ? [] : [{ falt: text.text, sparat: rad.text }]}
    >
      <Skyddsfalt text={form.varden.text}>
        <Textruta {...form.falt('text')} autoFocus etikett={text.text} max={MAX_TECKEN} />
      </Skyddsfalt>
    </PaPlats>
  )
}
