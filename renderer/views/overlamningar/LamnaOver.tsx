import { useLocation } from 'wouter'
import { z } from 'zod'
import type { AnteckningRad } from '../../../db/model/arbetet.ts'
import type { Arende } from '../../../db/model/arenden.ts'
import { type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Textruta } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { KONTROLLERA, useFlode } from '../../parts/flode.ts'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Skyddat, Skyddsfalt, useSkyddat } from '../../parts/Namn.tsx'
import { Steg, Svarslista } from '../../parts/Steg.tsx'
import { Kryssgrupp, Radio } from '../../parts/Valgrupp.tsx'
import { type Alternativ, Valj } from '../../parts/Valj.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { delar } from '../../texter/delar.ts'
import { klienter } from '../../texter/klienter.ts'
import { overlamningar } from '../../texter/overlamningar.ts'
import { useArende } from '../klienter/arendefragor.ts'
import { lasOm, useHistorik, useMottagare } from './overlamningsfragor.ts'
import stil from './overlamningar.module.css'
import { arSkal, type Lamnasteg, lamnasteg, type Lamnavarden, tillErbjudande, tomtErbjudande } from './varden.ts'

const text = overlamningar.flode
const MAX_TECKEN = 2000
const RUBRIKER: Record<Lamnasteg | typeof KONTROLLERA, string> = {
  till: text.till,
  varfor: text.varfor,
  samtycke: text.samtycke,
  anteckningar: text.anteckningar,
  ord: text.ord,
  [KONTROLLERA]: delar.kontrolleraSvaren,
}

/** The flow that offers one case to another ombud: one question a page, then check the answers. */
export function LamnaOver({ nummer, sida }: { readonly nummer: string; readonly sida: string | undefined }) {
  const arende = useArende(nummer)
  const historik = useHistorik(nummer)
  const mottagare = useMottagare()
  const stopp = (mening: string) => (
    <div className={stil.stycken}>
      <p>{mening}</p>
      <div>
        <Lankknapp till={`/klienter/${nummer}`}>{klienter.tillArendet}</Lankknapp>
      </div>
    </div>
  )
  const vantar = historik.data?.find((rad) => rad.status === 'erbjuden')
  if (arende.data === undefined || historik.data === undefined || mottagare.data === undefined || arende.data.mitt.slag !== 'ombud' || vantar !== undefined || mottagare.data.length === 0) {
    return (
      <>
        <Sidhuvud rubrik={text.titel} titel={text.titel} over={nummer} />
        <Hamtat svar={arende}>
          {({ mitt }) => (
            <Hamtat svar={historik}>
              {() => <Hamtat svar={mottagare}>{() => stopp(mitt.slag !== 'ombud' ? text.bara : vantar !== undefined ? text.redan(vantar.till.namn) : overlamningar.ingaAndra)}</Hamtat>}
            </Hamtat>
          )}
        </Hamtat>
      </>
    )
  }
  return <Flode arende={arende.data} mottagare={mottagare.data} sida={sida} />
}

interface Egenskaper {
  readonly arende: Arende
  readonly mottagare: readonly Alternativ[]
  readonly sida: string | undefined
}

function Flode({ arende, mottagare, sida }: Egenskaper) {
  const idag = useIdag()
  const [, ga] = useLocation()
  const hem = `/klienter/${arende.nummer}`
  const vag = `${hem}/lamna-over`
  const nyckel = `overlamning/${arende.nummer}`
  const { anteckningar } = arende
  const namn = (id: string) => mottagare.find((rad) => rad.kod === id)?.text ?? ''
  const form = useFormular<Lamnavarden, Lamnavarden>({
    schema: z.custom<Lamnavarden>(),
    start: { ...tomtErbjudande, ...utkast<Lamnavarden>(nyckel) },
    spara: async (varden) => {
      const { id } = await kontor.overlamningar.erbjud({ nummer: arende.nummer, ...tillErbjudande(varden) })
      kastaUtkast(nyckel)
      ga(hem, { replace: true })
      sag(text.klart(namn(varden.till)), () => taTillbaka(id))
      await lasOm()
    },
  })
  useUtkast(nyckel, form.varden, form.andrad)
  const flode = useFlode({ vag, hem, utkast: nyckel, sida, steg: lamnasteg(form.varden, { idag, antalAnteckningar: anteckningar.length }), form })
  const steg = flode.steg ?? KONTROLLERA
  return (
    <>
      <Sidhuvud rubrik={RUBRIKER[steg]} titel={RUBRIKER[steg]} over={klienter.over(text.titel, arende.nummer, '')} />
      <Felsammanfattning key={steg} {...form} />
      <Steg
        nu={flode.nu}
        alla={flode.alla}
        onTillbaka={flode.tillbaka}
        onAvbryt={flode.avbryt}
        onFortsatt={flode.fortsatt}
        vantar={form.sparar}
        {...(steg === KONTROLLERA ? { verb: text.verb } : {})}
      >
        {steg === KONTROLLERA ? (
          <Kontrollera varden={form.varden} namn={namn} antal={anteckningar.length} andra={flode.andra} />
        ) : (
          <Fragor key={steg} steg={steg} form={form} mottagare={mottagare} anteckningar={anteckningar} idag={idag} />
        )}
      </Steg>
    </>
  )
}

async function taTillbaka(id: string): Promise<void> {
  try {
    await kontor.overlamningar.taTillbaka({ id })
    await lasOm()
    sag(overlamningar.tillbakatagen)
  } catch (orsak) {
    sag(felmening(orsak))
  }
}

interface Fragegenskaper {
  readonly steg: Lamnasteg
  readonly form: Formular<Lamnavarden>
  readonly mottagare: readonly Alternativ[]
  readonly anteckningar: readonly AnteckningRad[]
  readonly idag: Datum
}

/** The fields of one question. */
function Fragor({ steg, form, mottagare, anteckningar, idag }: Fragegenskaper) {
  const skyddat = useSkyddat()
  switch (steg) {
    case 'till':
      return <Valj {...form.falt('till')} autoFocus etikett={text.tillFalt} alternativ={mottagare} />
    case 'varfor':
      return <Varfor form={form} idag={idag} />
    case 'samtycke':
      return (
        <>
          <Radio {...form.falt('samtycke')} etikett={text.samtyckeFalt} alternativ={text.samtyckeVal} />
          {form.varden.samtycke === 'ja' && <Datumfalt {...form.falt('samtyckeDatum')} etikett={text.samtyckeDatum} idag={idag} />}
        </>
      )
    case 'anteckningar':
      return (
        <>
          <Kryssgrupp
            {...form.falt('anteckningar')}
            etikett={text.anteckningarFalt}
            hjalp={text.anteckningarHjalp}
            alternativ={anteckningar.map((rad) => ({ kod: rad.id, text: langtDatum(dagFor(rad.tid)), hjalp: skyddat(rad.text) }))}
          />
          <p className={stil.tyst}>{text.anteckningarBar}</p>
        </>
      )
    case 'ord':
      return (
        <Skyddsfalt text={form.varden.ord}>
          <Textruta {...form.falt('ord')} autoFocus etikett={text.ordFalt} hjalp={text.ordHjalp} max={MAX_TECKEN} rader={5} valfri />
        </Skyddsfalt>
      )
  }
}

/** Why, and until when if it is a vikariat. */
export function Varfor<V extends { readonly skal: string; readonly vikariatTill: string }>({ form, idag }: { readonly form: Formular<V>; readonly idag: Datum }) {
  const skal = form.falt('skal')
  const till = form.falt('vikariatTill')
  return (
    <>
      <Radio {...skal} varde={skal.varde} onAndra={(kod) => form.satt({ skal: kod } as Partial<V>)} etikett={text.varforFalt} alternativ={text.skal} />
      {form.varden.skal === 'vikariat' && (
        <Datumfalt {...till} varde={till.varde} onAndra={(dag) => form.satt({ vikariatTill: dag } as Partial<V>)} etikett={text.vikariatTill} idag={idag} />
      )}
    </>
  )
}

/** "Vikariat, till och med 25 november 2026" */
export function skalIOrd({ skal, vikariatTill }: Pick<Lamnavarden, 'skal' | 'vikariatTill'>): string {
  if (!arSkal(skal)) return ''
  return skal === 'vikariat' ? `${overlamningar.slag[skal]}, ${overlamningar.sistaDag(langtDatum(vikariatTill))}` : overlamningar.slag[skal]
}

interface Kontrollegenskaper {
  readonly varden: Lamnavarden
  readonly namn: (id: string) => string
  readonly antal: number
  readonly andra: (steg: Lamnasteg) => void
}

function Kontrollera({ varden, namn, antal, andra }: Kontrollegenskaper) {
  const valda = varden.anteckningar.length
  return (
    <>
      <Svarslista
        rader={[
          { fraga: text.tillFalt, svar: namn(varden.till), onAndra: () => andra('till') },
          { fraga: text.varforFalt, svar: skalIOrd(varden), onAndra: () => andra('varfor') },
          { fraga: text.samtyckeFalt, svar: varden.samtycke === 'ja' ? text.ja(langtDatum(varden.samtyckeDatum)) : text.nej, onAndra: () => andra('samtycke') },
          ...(antal > 0 && varden.skal !== 'vikariat'
            ? [{ fraga: text.anteckningarFalt, svar: valda === 0 ? text.ingaAnteckningar : text.antalAnteckningar(valda, antal), onAndra: () => andra('anteckningar') }]
            : []),
          { fraga: text.ord, svar: varden.ord === '' ? '' : <Skyddat key="ord">{varden.ord}</Skyddat>, onAndra: () => andra('ord') },
        ]}
      />
      <p>{text.kontroll}</p>
    </>
  )
}
