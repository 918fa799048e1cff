import { Link } from 'wouter'
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
import { langtDatum } from '../../texter/datum.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { useKontakt } from '../kontakter/Kontakt.tsx'
import { Utfallsfalt } from '../kontakter/Kontaktfalt.tsx'
import { type Kontaktvarden, kontaktvarden, tillKontakt, tomKontakt, zKontaktvarden } from '../kontakter/kontaktvarden.ts'
import { Paminn } from '../kontakter/Paminn.tsx'
import type { Veckodata } from './veckodata.ts'
import { narOrd, type Veckopost } from './veckoposter.ts'
import stil from './veckan.module.css'

interface Egenskaper extends Veckodata {
  readonly post: Extract<Veckopost, { readonly slag: 'kontakt' | 'paminnelse' }>
}

/** A contact without an answer, or somebody in the queue to get in touch with. */
export function Kontaktpost({ post, listor, idag }: Egenskaper) {
  const { kontakt, slag } = post
  const oppning = useRedigering(`${slag} ${kontakt.id}`, {})
  return (
    <Rad
      {...narOrd(post.datum, idag)}
      vad={<Link href={`/kontakter/${kontakt.id}`}>{text.rubrik(slag === 'kontakt' ? text.kontakt : text.paminnelse, kommunNamn(kontakt.kommun))}</Link>}
      under={text.rada([etikett(listor, 'utfall', kontakt.utfall), langtDatum(kontakt.datum)])}
      handling={
        <Knapp {...oppning.knapp} storlek="liten">
          {slag === 'kontakt' ? text.skrivUtfall : text.nyPaminnelse}
        </Knapp>
      }
      oppnat={oppning.oppen && <Oppnad id={kontakt.id} slag={slag} onStang={oppning.stang} listor={listor} idag={idag} />}
    />
  )
}

interface Oppenegenskaper extends Veckodata {
  readonly onStang: () => void
}

/** The contact is asked for when somebody opens the row: it is more than the week's list tells. */
function Oppnad({ id, slag, ...data }: Oppenegenskaper & { readonly id: string; readonly slag: 'kontakt' | 'paminnelse' }) {
  const kontakt = useKontakt(id)
  return <Hamtat svar={kontakt}>{(rad) => (slag === 'kontakt' ? <Utfallet rad={rad} {...data} /> : <Paminnelsen rad={rad} {...data} />)}</Hamtat>
}

/** A change in place that is open as long as its row is, and closes that too. */
function useOppen<V extends object>(nyckel: string, nu: V, onStang: () => void): Redigering<V> {
  const redigering = useRedigering(nyckel, nu)
  const stang = () => {
    redigering.stang()
    onStang()
  }
  return { ...redigering, stang }
}

function Paminnelsen({ rad, idag, onStang }: Oppenegenskaper & { readonly rad: KontaktRad }) {
  const redigering = useOppen(`paminn ${rad.id}`, { datum: '' }, onStang)
  return <Paminn plats={rad} redigering={redigering} idag={idag} />
}

/** An uppdrag is begun by its own flow; whoever leaves a contact undecided need not say so again. */
const INTE_HAR: readonly string[] = [UTFALL.uppdrag, UTFALL.annuInteAvgjort]

function Utfallet({ rad, listor, idag, onStang }: Oppenegenskaper & { readonly rad: KontaktRad }) {
  const redigering = useOppen<Kontaktvarden>(`utfall ${rad.id}`, { ...tomKontakt(idag, rad.kommun), ...kontaktvarden(rad), utfall: '' }, onStang)
  const form = useRedigeringsformular(redigering, {
    schema: zKontaktvarden,
    till: tillKontakt,
    spara: async (kontakt) => {
      await kontor.kontakter.andra({ id: rad.id, version: rad.version, ...kontakt })
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
      <Utfallsfalt form={form} listor={listor} idag={idag} utfall={kodval(listor, 'utfall', rad.datum, idag).filter((post) => !INTE_HAR.includes(post.kod))} autoFocus />
      <p className={stil.tyst}>
        <Lankknapp sort="lank" till={`/klienter/nytt/fran/${rad.id}`}>
          {text.utfallUppdrag}
        </Lankknapp>
      </p>
    </PaPlats>
  )
}
