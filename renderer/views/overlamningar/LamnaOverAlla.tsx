import { useLocation } from 'wouter'
import { z } from 'zod'
import type { ArendeRad } from '../../../db/model/arenden.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { Framsteg } from '../../app/Framsteg.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Hjalptext } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { KONTROLLERA, useFlode } from '../../parts/flode.ts'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Namn } from '../../parts/Namn.tsx'
import { Steg, Svarslista } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { type Alternativ, Valj } from '../../parts/Valj.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { delar } from '../../texter/delar.ts'
import { overlamningar } from '../../texter/overlamningar.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { useMina } from '../klienter/arendefragor.ts'
import { skalIOrd, Varfor } from './LamnaOver.tsx'
import stil from './overlamningar.module.css'
import { lasOm, useMottagare, useOverlamningarNu } from './overlamningsfragor.ts'
import { type Allarad, allarader, type Allasteg, allasteg, type Allavarden, attLamna, medMottagare, tillAlla } from './varden.ts'

const text = overlamningar.alla
const HEM = '/overlamningar'
const VAG = `${HEM}/alla`
const UTKAST = 'overlamning/alla'
const RUBRIKER: Record<Allasteg | typeof KONTROLLERA, string> = { varfor: text.varfor, vilka: text.vilka, [KONTROLLERA]: delar.kontrolleraSvaren }

/** Hands over all one's cases at once, a receiver per row, ended cases too (DESIGN §4.4). */
export function LamnaOverAlla({ sida }: { readonly sida: string | undefined }) {
  const mina = useMina()
  const lista = useOverlamningarNu()
  const mottagare = useMottagare()
  const erbjudna = new Set(lista.data?.franMig.filter((rad) => rad.status === 'erbjuden').map((rad) => rad.nummer))
  const arenden = attLamna(mina.data ?? [], erbjudna)
  if (mina.data === undefined || lista.data === undefined || mottagare.data === undefined || mottagare.data.length === 0 || arenden.length === 0) {
    return (
      <>
        <Sidhuvud rubrik={text.titel} titel={text.titel} over={rumsnamn.overlamningar} />
        <Hamtat svar={mina}>
          {() => (
            <Hamtat svar={lista}>
              {() => (
                <Hamtat svar={mottagare}>
                  {(rader) => (
                    <div className={stil.stycken}>
                      <p>{rader.length === 0 ? overlamningar.ingaAndra : text.inga}</p>
                      <div>
                        <Lankknapp till={HEM}>{rumsnamn.overlamningar}</Lankknapp>
                      </div>
                    </div>
                  )}
                </Hamtat>
              )}
            </Hamtat>
          )}
        </Hamtat>
      </>
    )
  }
  return <Flode arenden={arenden} redan={erbjudna.size} mottagare={mottagare.data} sida={sida} />
}

interface Egenskaper {
  readonly arenden: readonly ArendeRad[]
  /** How many are offered already, and not in the list. */
  readonly redan: number
  readonly mottagare: readonly Alternativ[]
  readonly sida: string | undefined
}

function Flode({ arenden, redan, mottagare, sida }: Egenskaper) {
  const idag = useIdag()
  const [, ga] = useLocation()
  const start = utkast<Allavarden>(UTKAST)
  const form = useFormular<Allavarden, Allavarden>({
    schema: z.custom<Allavarden>(),
    start: { skal: '', vikariatTill: '', ...start, rader: allarader(arenden, start?.rader ?? []) },
    spara: async (varden) => {
      const { antal } = await kontor.overlamningar.lamnaOverAlla(tillAlla(varden))
      kastaUtkast(UTKAST)
      ga(HEM, { replace: true })
      sag(text.klart(antal))
      await lasOm()
    },
  })
  useUtkast(UTKAST, form.varden, form.andrad)
  const flode = useFlode({ vag: VAG, hem: HEM, utkast: UTKAST, sida, steg: allasteg(idag), form })
  const steg = flode.steg ?? KONTROLLERA
  return (
    <div className={stil.bred}>
      <Sidhuvud rubrik={RUBRIKER[steg]} titel={RUBRIKER[steg]} over={text.titel} {...(steg === 'vilka' ? { under: text.vilkaText } : {})} />
      <Felsammanfattning key={steg} {...form} />
      <Steg
        nu={flode.nu}
        alla={flode.alla}
        onTillbaka={flode.tillbaka}
        onAvbryt={flode.avbryt}
        onFortsatt={flode.fortsatt}
        vantar={form.sparar}
        bred={steg === 'vilka'}
        {...(steg === KONTROLLERA ? { verb: text.verb(medMottagare(form.varden.rader).length) } : {})}
      >
        {steg === 'varfor' && <Varfor form={form} idag={idag} />}
        {steg === 'vilka' && <Vilka form={form} arenden={arenden} redan={redan} mottagare={mottagare} />}
        {steg === KONTROLLERA && <Kontrollera varden={form.varden} mottagare={mottagare} andra={flode.andra} />}
        {form.sparar && <Framsteg />}
      </Steg>
    </div>
  )
}

function Vilka({ form, arenden, redan, mottagare }: Omit<Egenskaper, 'sida'> & { readonly form: Formular<Allavarden> }) {
  const idag = useIdag()
  const { id, varde: rader, fel, onAndra } = form.falt('rader')
  const andra = (nummer: string, nytt: Partial<Allarad>) => onAndra(rader.map((rad) => (rad.nummer === nummer ? { ...rad, ...nytt } : rad)))
  const forsta = rader[0]?.till ?? ''
  const samma = rader.every((rad) => rad.till === forsta) ? forsta : ''
  const rad = (nummer: string) => rader.find((ett) => ett.nummer === nummer) ?? { nummer, till: '', samtyckeDatum: '' }
  return (
    <>
      {redan > 0 && <p className={stil.tyst}>{text.redan(redan)}</p>}
      <div className={stil.forAlla}>
        <Valj etikett={text.forAlla} varde={samma} tomt={text.forAllaTomt} alternativ={mottagare} onAndra={(till) => onAndra(rader.map((ett) => ({ ...ett, till })))} />
      </div>
      <div id={id} tabIndex={-1}>
        <Hjalptext id={`${id}-rader`} fel={fel} hjalp={text.samtyckeHjalp} />
      </div>
      <Tabell
        bildtext={text.vilka}
        rader={arenden}
        nyckel={({ nummer }) => nummer}
        kolumner={[
          {
            id: 'arende',
            rubrik: text.arende,
            cell: ({ nummer, namn }) => (
              <>
                <Namn nummer={nummer} namn={namn} />
                <span className={stil.under}>{nummer}</span>
              </>
            ),
          },
          {
            id: 'lage',
            rubrik: text.lage,
            cell: ({ slut, kommun }) => (
              <>
                {slut === null ? text.pagar : text.avslutat}
                <span className={stil.under}>{kommun === null ? '' : kommunNamn(kommun)}</span>
              </>
            ),
          },
          {
            id: 'mottagare',
            rubrik: text.mottagare,
            cell: ({ nummer }) => (
              <Valj doldEtikett etikett={text.mottagareFor(nummer)} varde={rad(nummer).till} tomt={text.ingen} alternativ={mottagare} onAndra={(till) => andra(nummer, { till })} />
            ),
          },
          {
            id: 'samtycke',
            rubrik: text.samtycke,
            cell: ({ nummer }) => (
              <Datumfalt doldEtikett etikett={text.samtyckeFor(nummer)} idag={idag} varde={rad(nummer).samtyckeDatum} onAndra={(samtyckeDatum) => andra(nummer, { samtyckeDatum })} />
            ),
          },
        ]}
      />
    </>
  )
}

function Kontrollera({ varden, mottagare, andra }: { readonly varden: Allavarden; readonly mottagare: readonly Alternativ[]; readonly andra: (steg: Allasteg) => void }) {
  const valda = medMottagare(varden.rader)
  const namn = (id: string) => mottagare.find((rad) => rad.kod === id)?.text ?? ''
  const samtycke = (dag: string) => (dag === '' ? overlamningar.utanSamtycke : overlamningar.samtycke(langtDatum(dag)))
  return (
    <>
      <Svarslista
        rader={[
          { fraga: overlamningar.flode.varforFalt, svar: skalIOrd(varden), onAndra: () => andra('varfor') },
          {
            fraga: text.vilka,
            svar: (
              <ul className={stil.lista}>
                {valda.map((rad) => (
                  <li key={rad.nummer}>{text.rad(rad.nummer, namn(rad.till), samtycke(rad.samtyckeDatum))}</li>
                ))}
              </ul>
            ),
            onAndra: () => andra('vilka'),
          },
        ]}
      />
      <p>{text.kvar(varden.rader.length - valda.length)}</p>
      {varden.skal !== 'vikariat' && <p>{text.anteckningar}</p>}
    </>
  )
}
