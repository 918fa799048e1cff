import { Link } from 'wouter'
import { z } from 'zod'
import { zDatum, zKod } from '../../../db/model/grund.ts'
import { etikett, UTFALL } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { KontaktRad } from '../../../db/model/kontakter.ts'
import { etiketter, kodval } from '../../app/kodval.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Valj } from '../../parts/Valj.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { kontakter } from '../../texter/kontakter.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { Hanvisning } from '../kontakter/Hanvisning.tsx'
import { useKontakt } from '../kontakter/Kontakt.tsx'
import { hanvisningen, harHanvisning } from '../kontakter/kontaktvarden.ts'
import { narOrd, type Veckopost } from './veckoposter.ts'
import type { Veckodata } from './veckodata.ts'
import stil from './veckan.module.css'

interface Egenskaper extends Veckodata {
  readonly post: Extract<Veckopost, { readonly slag: 'kontakt' | 'paminnelse' }>
}

const TOMT = { utfall: '', hanvisadTill: '', hanvisningUppfoljd: '' }

/** A contact without an answer, or somebody in the queue to get in touch with. */
export function Kontaktpost({ post, listor, idag }: Egenskaper) {
  const { kontakt, slag } = post
  const utfall = useRedigering(`utfall ${kontakt.id}`, TOMT)
  const oppen = slag === 'kontakt' && utfall.oppen
  return (
    <Rad
      {...narOrd(post.datum, idag)}
      vad={<Link href={`/kontakter/${kontakt.id}`}>{text.rubrik(slag === 'kontakt' ? text.kontakt : text.paminnelse, kommunNamn(kontakt.kommun))}</Link>}
      under={text.rada([etikett(listor, 'utfall', kontakt.utfall), langtDatum(kontakt.datum)])}
      handling={
        slag === 'kontakt' ? (
          <Knapp {...utfall.knapp} storlek="liten">
            {text.skrivUtfall}
          </Knapp>
        ) : (
          <Lankknapp storlek="liten" till={`/kontakter/${kontakt.id}`}>
            {text.tillKontakten}
          </Lankknapp>
        )
      }
      oppnat={oppen && <Utfallet id={kontakt.id} redigering={utfall} listor={listor} idag={idag} />}
    />
  )
}

interface Utfallsegenskaper extends Veckodata {
  readonly redigering: Redigering<typeof TOMT>
}

function Utfallet({ id, ...data }: Utfallsegenskaper & { readonly id: string }) {
  const kontakt = useKontakt(id)
  return <Hamtat svar={kontakt}>{(rad) => <Formular rad={rad} {...data} />}</Hamtat>
}

const schema = z
  .object({ utfall: zKod(text.utfallSaknas), hanvisadTill: z.string(), hanvisningUppfoljd: zDatum().or(z.literal('')) })
  .refine((v) => !harHanvisning(v) || v.hanvisadTill !== '', { path: ['hanvisadTill'], message: kontakter.hanvisadSaknas })
/** An uppdrag is begun by its own flow; whoever leaves a contact undecided need not say so again. */
const INTE_HAR: readonly string[] = [UTFALL.uppdrag, UTFALL.annuInteAvgjort]

function Formular({ rad, redigering, listor, idag }: Utfallsegenskaper & { readonly rad: KontaktRad }) {
  const form = useRedigeringsformular(redigering, {
    schema,
    spara: async ({ utfall, ...hanvisning }) => {
      const { id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kolamnad } = rad
      const kodatum = utfall === UTFALL.iKo ? (rad.kodatum ?? idag) : rad.kodatum
      await kontor.kontakter.andra({ id, version, datum, kommun, kontaktvag, initiativtagare, orsaker, kodatum, kolamnad, utfall, ...hanvisningen({ utfall, ...hanvisning }) })
      await lasOm()
      sag(text.utfallSparat)
    },
  })
  return (
    <PaPlats
      etikett={text.utfallForm}
      form={form}
      verb={text.utfallVerb}
      onStang={redigering.stang}
      onLasIn={lasOm}
      text={text.rada([etikett(listor, 'initiativtagare', rad.initiativtagare), etikett(listor, 'kontaktvag', rad.kontaktvag), ...etiketter(listor, 'orsak', rad.orsaker)])}
    >
      <Valj {...form.falt('utfall')} autoFocus etikett={text.utfallForm} alternativ={kodval(listor, 'utfall', rad.datum, idag).filter((post) => !INTE_HAR.includes(post.kod))} />
      {harHanvisning(form.varden) && <Hanvisning till={form.falt('hanvisadTill')} uppfoljd={form.falt('hanvisningUppfoljd')} listor={listor} datum={rad.datum} idag={idag} />}
      <p className={stil.tyst}>
        <Lankknapp sort="lank" till={`/klienter/nytt/fran/${rad.id}`}>
          {text.utfallUppdrag}
        </Lankknapp>
      </p>
    </PaPlats>
  )
}
