import { useLocation } from 'wouter'
import { z } from 'zod'
import type { Arende } from '../../../db/model/arenden.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { malrader, type UppdragRad } from '../../../db/model/uppdrag.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Aterstallt } from '../../parts/Aterstallt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { KONTROLLERA, useFlode } from '../../parts/flode.ts'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Inaktuell } from '../../parts/Inaktuell.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Steg } from '../../parts/Steg.tsx'
import { delar } from '../../texter/delar.ts'
import { klienter } from '../../texter/klienter.ts'
import { lasOm, useArende } from './arendefragor.ts'
import { Avslutsfragor, KontrolleraAvslut } from './Avslutsfragor.tsx'
import { type Avslutslage, type Avslutsvarden, avslutssteg, startAvslut, tillAvslut } from './avslutsvarden.ts'
import stil from './klienter.module.css'
import { aktuellt } from './uppdragsrad.ts'

const text = klienter.avslut

/** The flow that ends an uppdrag: the last day, why, where to, the goals, the notes, check the answers. */
export function Avslut({ nummer, sida }: { readonly nummer: string; readonly sida: string | undefined }) {
  const arende = useArende(nummer)
  const listor = useKodlistor()
  const uppdrag = arende.data && aktuellt(arende.data.uppdrag)
  if (arende.data === undefined || uppdrag === undefined || uppdrag.slut !== null) {
    return (
      <>
        <Sidhuvud rubrik={text.titel} titel={text.titel} over={nummer} />
        <Hamtat svar={arende}>
          {() => (
            <div className={stil.stycken}>
              <p>{text.redan}</p>
              <div>
                <Lankknapp till={`/klienter/${nummer}`}>{klienter.tillArendet}</Lankknapp>
              </div>
            </div>
          )}
        </Hamtat>
      </>
    )
  }
  const data = arende.data
  return <Hamtat svar={listor}>{(l) => <Flode key={uppdrag.id} arende={data} uppdrag={uppdrag} listor={l} sida={sida} />}</Hamtat>
}

interface Egenskaper {
  readonly arende: Arende
  readonly uppdrag: UppdragRad
  readonly listor: Kodlistor
  readonly sida: string | undefined
}

const RUBRIKER = { dag: text.slut, orsak: text.orsak, lotsad: text.lotsad, malen: text.malen, anteckningarna: text.anteckningarna, [KONTROLLERA]: delar.kontrolleraSvaren }

function Flode({ arende, uppdrag, listor, sida }: Egenskaper) {
  const idag = useIdag()
  const [, ga] = useLocation()
  const hem = `/klienter/${arende.nummer}`
  const nyckel = `avslut/${uppdrag.id}`
  const mal = malrader(uppdrag.mal)
  const lage: Avslutslage = { start: uppdrag.start, idag, mal, antalAnteckningar: arende.anteckningar.filter((rad) => rad.uppdragId === uppdrag.id).length }
  const form = useFormular<Avslutsvarden, Avslutsvarden>({
    schema: z.custom<Avslutsvarden>(),
    start: { ...startAvslut(idag), ...utkast<Avslutsvarden>(nyckel) },
    spara: async (varden) => {
      const avslut = tillAvslut(varden, lage)
      await kontor.uppdrag.avsluta({ id: uppdrag.id, version: uppdrag.version, ...avslut })
      kastaUtkast(nyckel)
      // The notes are there for a day: whoever is to have them on paper prints them now.
      ga(avslut.anteckningarna === 'klienten' ? `${hem}/skriv-ut/avslut` : hem, { replace: true })
      sag(text.klart, () => angra({ id: uppdrag.id, version: uppdrag.version + 1 }))
      await lasOm()
    },
  })
  useUtkast(nyckel, form.varden, form.andrad)
  const flode = useFlode({ vag: `${hem}/avsluta`, hem, utkast: nyckel, sida, steg: avslutssteg(lage), form })
  const steg = flode.steg ?? KONTROLLERA
  return (
    <>
      <Sidhuvud rubrik={RUBRIKER[steg]} titel={RUBRIKER[steg]} over={klienter.over(text.titel, arende.nummer, '')} />
      <Aterstallt
        nyckel={nyckel}
        onSlang={() => {
          kastaUtkast(nyckel)
          form.nollstall(startAvslut(idag))
          ga(`${hem}/avsluta`, { replace: true })
        }}
      />
      <Felsammanfattning key={steg} {...form} />
      <Inaktuell form={form} onLasIn={lasOm} skillnader={[]} />
      <Steg
        nu={flode.nu}
        alla={flode.alla}
        onTillbaka={flode.tillbaka}
        onAvbryt={flode.avbryt}
        onFortsatt={flode.fortsatt}
        vantar={form.sparar}
        {...(steg === KONTROLLERA ? { verb: text.titel } : {})}
      >
        {steg === KONTROLLERA ? (
          <KontrolleraAvslut varden={form.varden} lage={lage} mal={mal} listor={listor} andra={flode.andra} />
        ) : (
          <Avslutsfragor key={steg} steg={steg} form={form} lage={lage} mal={mal} listor={listor} />
        )}
      </Steg>
    </>
  )
}

async function angra(uppdrag: { readonly id: string; readonly version: number }): Promise<void> {
  try {
    await kontor.uppdrag.angraAvslut(uppdrag)
    await lasOm()
    sag(klienter.avslutAngrat)
  } catch (orsak) {
    sag(felmening(orsak))
  }
}
