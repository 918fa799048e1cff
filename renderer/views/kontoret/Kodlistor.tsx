import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { zDatum, zRad } from '../../../db/model/grund.ts'
import { arSkyddad, iOrdning, type Kodpost, LISTNAMN, type Lista, LISTOR, VALFRIA_LISTOR } from '../../../db/model/kodlistor.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { skoter } from './ratt.ts'
import { hamtaOm } from './uppgifter.ts'
import { ellerNull, tidIOrd } from './varden.ts'

const text = kontoret.kodlistor
/** The optional ones are off until a unit turns them on (DOMAIN §5): nothing asks for them yet. */
const VISADE = LISTOR.filter((lista) => !VALFRIA_LISTOR.includes(lista))

/** The unit's code lists: rename a post, end it, add one. A post is never removed, for old rows speak of it. */
export function Kodlistor({ vald }: { readonly vald: string | undefined }) {
  const [, ga] = useLocation()
  const svar = useKodlistor()
  const lista = VISADE.find((l) => l === vald) ?? 'orsak'
  if (svar.isError) return <p role="alert">{felmening(svar.error)}</p>
  if (svar.data === undefined) return <Hamtar />
  return (
    <>
      <div className={stil.val}>
        <Valj etikett={text.lista} alternativ={VISADE.map((l) => ({ kod: l, text: LISTNAMN[l] }))} varde={lista} onAndra={(l) => ga(`/kontoret/kodlistor/${l}`)} />
      </div>
      <Listan key={lista} lista={lista} poster={iOrdning(svar.data[lista])} />
    </>
  )
}

const NY = '\u0000ny'

function Listan({ lista, poster }: { readonly lista: Lista; readonly poster: readonly Kodpost[] }) {
  const idag = useIdag()
  const far = skoter(useInloggad().roller)
  const [oppen, setOppen] = useState<string>()
  const vald = poster.find((post) => post.kod === oppen)
  const slut = (post: Kodpost) => post.giltigTill !== null && post.giltigTill < idag
  const kolumner: Kolumn<Kodpost>[] = [
    { id: 'post', rubrik: text.post, cell: (post) => <span className={slut(post) ? stil.svag : undefined}>{post.etikett}</span> },
    { id: 'galler', rubrik: text.galler, cell: (post) => <Galler post={post} slut={slut(post)} skyddad={arSkyddad(lista, post.kod)} /> },
    ...(far
      ? [
          {
            id: 'andra',
            rubrik: kontoret.handling,
            handling: true,
            cell: (post: Kodpost) => (
              <Knapp storlek="liten" onPress={() => setOppen(post.kod)}>
                {kontoret.andra}
                <Osynlig>{kontoret.vilken(post.etikett)}</Osynlig>
              </Knapp>
            ),
          },
        ]
      : []),
  ]
  return (
    <Avsnitt
      rubrik={LISTNAMN[lista]}
      bredvid={poster.length}
      handling={
        far && (
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setOppen(NY)}>
            {text.ny}
          </Knapp>
        )
      }
    >
      <Tabell bildtext={LISTNAMN[lista]} kolumner={kolumner} rader={poster} nyckel={(post) => post.kod} />
      {(vald || oppen === NY) && <Post lista={lista} post={vald} onStang={() => setOppen(undefined)} />}
    </Avsnitt>
  )
}

function Galler({ post, slut, skyddad }: { readonly post: Kodpost; readonly slut: boolean; readonly skyddad: boolean }) {
  const tid = post.giltigFran === null && post.giltigTill === null ? text.alltid : tidIOrd(post.giltigFran, post.giltigTill)
  return (
    <span className={stil.svag}>
      {tid}
      {slut && <span className={stil.under}>{text.tagitSlut}</span>}
      {skyddad && <span className={stil.under}>{text.skyddad}</span>}
    </span>
  )
}

const schema = z
  .object({ etikett: zRad(text.namnlos, 120), giltigFran: zDatum().nullable(), giltigTill: zDatum().nullable() })
  .refine((v) => v.giltigFran === null || v.giltigTill === null || v.giltigFran <= v.giltigTill, { path: ['giltigTill'], message: text.ordning })

function Post({ lista, post, onStang }: { readonly lista: Lista; readonly post: Kodpost | undefined; readonly onStang: () => void }) {
  const idag = useIdag()
  const form = useFormular({
    schema,
    start: { etikett: post?.etikett ?? '', giltigFran: post?.giltigFran ?? '', giltigTill: post?.giltigTill ?? '' },
    till: (v) => ({ etikett: v.etikett, giltigFran: ellerNull(v.giltigFran), giltigTill: ellerNull(v.giltigTill) }),
    spara: async (ny) => {
      await kontor.kodlistor.spara({ lista, kod: post?.kod ?? null, ...ny })
      await hamtaOm.kodlistor()
      sag(text.sparad(ny.etikett))
      onStang()
    },
  })
  return (
    <Formulardialog rubrik={post ? text.andraRubrik(post.etikett) : text.nyRubrik(LISTNAMN[lista])} verb={post ? text.spara : text.nyVerb} form={form} onStang={onStang}>
      <TextFalt {...form.falt('etikett')} etikett={text.etikett} {...(post ? { hjalp: text.etikettHjalp } : {})} />
      {!(post && arSkyddad(lista, post.kod)) && (
        <>
          <Datumfalt {...form.falt('giltigFran')} etikett={kontoret.fran} hjalp={text.franHjalp} valfri idag={idag} />
          <Datumfalt {...form.falt('giltigTill')} etikett={kontoret.till} hjalp={text.tillHjalp} valfri idag={idag} />
        </>
      )}
    </Formulardialog>
  )
}
