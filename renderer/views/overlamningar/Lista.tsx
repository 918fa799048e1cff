import { useState } from 'react'
import { Link } from 'wouter'
import { type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { type ErbjudandeRad, type NodoppningRad, type OverlamningRad, zAvboj } from '../../../db/model/overlamningar.ts'
import { Framsteg } from '../../app/Framsteg.tsx'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Fraga } from '../../parts/Dialog.tsx'
import { Textruta } from '../../parts/Falt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Skyddat, Skyddsfalt } from '../../parts/Namn.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { type Redigering, useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { bradska, dagIOrd, langtDatum, storBokstav } from '../../texter/datum.ts'
import { overlamningar as text } from '../../texter/overlamningar.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { useGor } from './gor.ts'
import stil from './overlamningar.module.css'
import { lasOm, useNodoppningarNu, useOverlamningarNu } from './overlamningsfragor.ts'
import { AvslutaVikariat } from './Vikariat.tsx'

const MAX_TECKEN = 2000

/** What waits for an answer, from me and to me, and whom I share cases with. */
export function Lista() {
  const svar = useOverlamningarNu()
  const nodoppningar = useNodoppningarNu()
  const idag = useIdag()
  return (
    <>
      <Sidhuvud
        rubrik={rumsnamn.overlamningar}
        titel={rumsnamn.overlamningar}
        handlingar={<Lankknapp till="/overlamningar/alla">{text.alla.knapp}</Lankknapp>}
      />
      {nodoppningar.data && nodoppningar.data.length > 0 && <Nodoppningar rader={nodoppningar.data} idag={idag} />}
      <Hamtat svar={svar}>
        {({ tillMig, franMig, pagaende }) => (
          <>
            <TillMig rader={tillMig} idag={idag} />
            <FranMig rader={franMig} idag={idag} />
            {pagaende.length > 0 && <Pagaende rader={pagaende} />}
          </>
        )}
      </Hamtat>
    </>
  )
}

function TillMig({ rader, idag }: { readonly rader: readonly ErbjudandeRad[]; readonly idag: Datum }) {
  return (
    <Avsnitt rubrik={text.tillMig} bredvid={rader.length} handling={hela(rader).length > 1 && <TaEmotAlla rader={hela(rader)} />}>
      {rader.length === 0 ? (
        <Tomt text={text.tomtTillMig} />
      ) : (
        <Radlista etikett={text.tillMig}>
          {rader.map((rad) => (
            <Erbjudande key={rad.id} rad={rad} idag={idag} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

/** Accepts, and says which notes were destroyed on the way. */
async function taEmot(ids: string[]): Promise<string> {
  const { nummer, forstorda, borta } = await kontor.overlamningar.godta({ ids })
  return [text.mottaget(nummer.length, nummer[0] ?? '', forstorda), borta ? '' : text.inteBorta].filter(Boolean).join(' ')
}

function TaEmotAlla({ rader }: { readonly rader: readonly ErbjudandeRad[] }) {
  const [oppen, setOppen] = useState(false)
  const { gor, pagar } = useGor()
  return (
    <>
      <Knapp sort="tyst" storlek="liten" onPress={() => setOppen(true)}>
        {text.taEmotAlla(rader.length)}
      </Knapp>
      <Fraga
        rubrik={text.taEmotFraga(rader.length)}
        oppen={oppen}
        onStang={() => setOppen(false)}
        verb={text.taEmotVerb(rader.length)}
        fara={false}
        vantar={pagar}
        onJa={() => void gor(() => taEmot(rader.map((rad) => rad.id))).then(() => setOppen(false))}
      >
        <p>{text.taEmotText}</p>
        {pagar && <Framsteg />}
      </Fraga>
    </>
  )
}

/** The rows whose case can be opened: the others cannot be taken over. */
const hela = (rader: readonly ErbjudandeRad[]) => rader.filter((rad) => !rad.skadat)

const Skadat = ({ rad }: { readonly rad: OverlamningRad }) => (rad.skadat ? <Marke ton="passerat">{text.skadat}</Marke> : null)

function Erbjudande({ rad, idag }: { readonly rad: ErbjudandeRad; readonly idag: Datum }) {
  const { gor, pagar } = useGor()
  const avbojande = useRedigering(`avboj/${rad.id}`, { ord: '' })
  const dag = dagFor(rad.erbjuden)
  return (
    <Rad
      nar={storBokstav(dagIOrd(dag, idag))}
      bradska={bradska(dag, idag)}
      vad={text.rubrik(rad.nummer, `${text.slag[rad.slag]} ${text.fran(rad.fran.namn)}`)}
      under={
        <>
          {text.rada([
            rad.kommun === null ? '' : kommunNamn(rad.kommun),
            rad.vikariatTill === null ? '' : text.sistaDag(langtDatum(rad.vikariatTill)),
            rad.slut !== null ? text.avslutat(langtDatum(rad.slut)) : rad.start === null ? '' : text.pagarSedan(langtDatum(rad.start)),
            rad.slut === null && rad.planeratSlut !== null ? text.planeratSlut(langtDatum(rad.planeratSlut)) : '',
          ])}
          <br />
          {villkor(rad)}
          {rad.ord !== null && <Ord text={text.ord(rad.ord)} />} <Skadat rad={rad} />
        </>
      }
      handling={
        <>
          {!rad.skadat && (
            <Knapp storlek="liten" vantar={pagar} aria-label={text.taEmotVad(rad.nummer)} onPress={() => void gor(() => taEmot([rad.id]))}>
              {text.taEmot}
            </Knapp>
          )}
          <Knapp {...avbojande.knapp} sort="tyst" storlek="liten" aria-label={text.avbojVad(rad.nummer)}>
            {text.avboj}
          </Knapp>
        </>
      }
      oppnat={avbojande.oppen && <Avbojande rad={rad} redigering={avbojande} />}
    />
  )
}

/** What the client has said, and what goes along: a vikariat leaves the notes where they are. */
function villkor(rad: OverlamningRad): string {
  return text.rada([
    rad.samtyckeDatum === null ? text.utanSamtycke : text.samtycke(langtDatum(rad.samtyckeDatum)),
    rad.slag === 'vikariat' ? '' : text.anteckningar(rad.antalAnteckningar),
  ])
}

function Ord({ text: ord }: { readonly text: string }) {
  return (
    <span className={stil.ord}>
      <Skyddat>{ord}</Skyddat>
    </span>
  )
}

const zOrd = zAvboj.pick({ ord: true })

function Avbojande({ rad, redigering }: { readonly rad: ErbjudandeRad; readonly redigering: Redigering<{ readonly ord: string }> }) {
  const form = useRedigeringsformular(redigering, {
    schema: zOrd,
    spara: async ({ ord }) => {
      await kontor.overlamningar.avboj({ id: rad.id, ord })
      await lasOm()
      sag(text.avbojd)
    },
  })
  return (
    <PaPlats etikett={text.avbojForm(rad.nummer)} form={form} verb={text.avbojVerb} onStang={redigering.stang} onLasIn={lasOm}>
      <Skyddsfalt text={form.varden.ord}>
        <Textruta {...form.falt('ord')} autoFocus etikett={text.avbojOrd} hjalp={text.avbojHjalp} rader={3} max={MAX_TECKEN} valfri />
      </Skyddsfalt>
    </PaPlats>
  )
}

function FranMig({ rader, idag }: { readonly rader: readonly OverlamningRad[]; readonly idag: Datum }) {
  return (
    <Avsnitt rubrik={text.franMig} bredvid={rader.length}>
      {rader.length === 0 ? (
        <Tomt text={text.tomtFranMig} />
      ) : (
        <Radlista etikett={text.franMig}>
          {rader.map((rad) => (
            <Egen key={rad.id} rad={rad} idag={idag} />
          ))}
        </Radlista>
      )}
    </Avsnitt>
  )
}

function Egen({ rad, idag }: { readonly rad: OverlamningRad; readonly idag: Datum }) {
  const { gor, pagar } = useGor()
  const vantar = rad.status === 'erbjuden'
  return (
    <Rad
      nar={storBokstav(dagIOrd(dagFor(rad.avgjord ?? rad.erbjuden), idag))}
      vad={vantar ? <Link href={`/klienter/${rad.nummer}`}>{rubrikTill(rad)}</Link> : rubrikTill(rad)}
      under={
        <>
          {text.rada([rad.vikariatTill === null ? '' : text.sistaDag(langtDatum(rad.vikariatTill)), villkor(rad)])}
          {rad.ord !== null && <Ord text={text.ord(rad.ord)} />}
          {rad.svar !== null && <Ord text={text.svar(rad.svar)} />} <Skadat rad={rad} />
        </>
      }
      handling={
        <>
          <Marke ton={vantar ? 'snart' : rad.status === 'godtagen' ? 'lugnt' : 'stilla'}>{text.status[rad.status]}</Marke>
          {vantar && (
            <Knapp
              sort="tyst"
              storlek="liten"
              vantar={pagar}
              aria-label={text.taTillbakaVad(rad.nummer)}
              onPress={() =>
                void gor(async () => {
                  await kontor.overlamningar.taTillbaka({ id: rad.id })
                  return text.tillbakatagen
                })
              }
            >
              {text.taTillbaka}
            </Knapp>
          )}
        </>
      }
    />
  )
}

const rubrikTill = (rad: OverlamningRad) => text.rubrik(rad.nummer, `${text.slag[rad.slag]} ${text.till(rad.till.namn)}`)

function Pagaende({ rader }: { readonly rader: readonly OverlamningRad[] }) {
  const jag = useInloggad().id
  return (
    <Avsnitt rubrik={text.pagaende} bredvid={rader.length}>
      <Radlista etikett={text.pagaende}>
        {rader.map((rad) => {
          const vem = rad.slag === 'vikariat' ? text.vikarie(rad.till.namn) : text.medombud(rad.till.namn)
          return (
            <Rad
              key={rad.id}
              vad={<Link href={`/klienter/${rad.nummer}`}>{text.rubrik(rad.nummer, vem)}</Link>}
              under={
                <>
                  {text.rada([
                    rad.till.id === jag && rad.slag === 'vikariat' ? text.dittVikariat(rad.fran.namn) : '',
                    rad.vikariatTill === null ? '' : text.sistaDag(langtDatum(rad.vikariatTill)),
                  ])}{' '}
                  <Skadat rad={rad} />
                </>
              }
              {...(rad.slag === 'vikariat' ? { handling: <AvslutaVikariat rad={rad} /> } : {})}
            />
          )
        })}
      </Radlista>
    </Avsnitt>
  )
}

/** What the chief has moved: shown until the ombud concerned says that it has been seen (DESIGN §4.8). */
function Nodoppningar({ rader, idag }: { readonly rader: readonly NodoppningRad[]; readonly idag: Datum }) {
  const { gor, pagar } = useGor()
  return (
    <Avsnitt rubrik={text.nodoppningar} bredvid={rader.length}>
      <Radlista etikett={text.nodoppningar}>
        {rader.map((rad) => (
          <Rad
            key={rad.id}
            nar={storBokstav(dagIOrd(dagFor(rad.tid), idag))}
            vad={text.nodoppning(rad.fran, rad.till, rad.nummer.length)}
            under={
              <>
                {text.nodoppningUnder(rad.av, rad.skal)}
                <br />
                {rad.nummer.join(', ')}
              </>
            }
            handling={
              <Knapp
                storlek="liten"
                vantar={pagar}
                aria-label={text.settVad(langtDatum(dagFor(rad.tid)))}
                onPress={() =>
                  void gor(async () => {
                    await kontor.overlamningar.settNodoppning({ id: rad.id })
                    return text.settSagt
                  })
                }
              >
                {text.sett}
              </Knapp>
            }
          />
        ))}
      </Radlista>
    </Avsnitt>
  )
}
