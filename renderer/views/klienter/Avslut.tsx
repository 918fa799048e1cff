import { useLocation } from 'wouter'
import { z } from 'zod'
import type { Arende } from '../../../db/model/arenden.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor, UPPGIFT_SAKNAS } from '../../../db/model/kodlistor.ts'
import type { UppdragRad } from '../../../db/model/uppdrag.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { kodval } from '../../app/kodval.ts'
import { kontor } from '../../app/klient.ts'
import { useKodlistor } from '../../app/kontorsdata.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { KONTROLLERA, useFlode } from '../../parts/flode.ts'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Inaktuell } from '../../parts/Inaktuell.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Steg, Svarslista } from '../../parts/Steg.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { delar } from '../../texter/delar.ts'
import { langdIOrd, langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { lasOm, useArende } from './arendefragor.ts'
import { arKort, type Avslutsvarden, avslutssteg } from './avslutsvarden.ts'
import stil from './klienter.module.css'
import { aktuellt } from './uppdragsrad.ts'

const text = klienter.avslut

/** The flow that ends an uppdrag: the last day, why, check the answers. */
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

const RUBRIKER = { dag: text.slut, orsak: text.orsak, [KONTROLLERA]: delar.kontrolleraSvaren }

function Flode({ arende, uppdrag, listor, sida }: Egenskaper) {
  const idag = useIdag()
  const [, ga] = useLocation()
  const hem = `/klienter/${arende.nummer}`
  const nyckel = `avslut ${uppdrag.id}`
  const form = useFormular<Avslutsvarden, Avslutsvarden>({
    schema: z.custom<Avslutsvarden>(),
    start: utkast<Avslutsvarden>(nyckel) ?? { slut: idag, avslutsorsak: '' },
    spara: async (varden) => {
      await kontor.uppdrag.avsluta({ id: uppdrag.id, version: uppdrag.version, ...varden })
      kastaUtkast(nyckel)
      ga(hem, { replace: true })
      sag(text.klart, () => angra({ id: uppdrag.id, version: uppdrag.version + 1 }))
      await lasOm()
    },
  })
  useUtkast(nyckel, form.varden, form.andrad)
  const flode = useFlode({ vag: `${hem}/avsluta`, sida, steg: avslutssteg(uppdrag.start, idag), form })
  const steg = flode.steg ?? KONTROLLERA
  const avbryt = () => {
    kastaUtkast(nyckel)
    ga(hem)
  }
  return (
    <>
      <Sidhuvud rubrik={RUBRIKER[steg]} titel={RUBRIKER[steg]} over={klienter.over(text.titel, arende.nummer, '')} />
      <Felsammanfattning key={steg} {...form} />
      <Inaktuell form={form} onLasIn={lasOm} skillnader={[]} />
      <Steg
        nu={flode.nu}
        alla={flode.alla}
        onTillbaka={flode.tillbaka}
        onAvbryt={avbryt}
        onFortsatt={flode.fortsatt}
        vantar={form.sparar}
        {...(steg === KONTROLLERA ? { verb: text.titel } : {})}
      >
        {steg === 'dag' && <Datumfalt {...form.falt('slut')} autoFocus etikett={text.slutFalt} hjalp={text.slutHjalp} idag={idag} />}
        {steg === 'orsak' && <Radio {...form.falt('avslutsorsak')} etikett={text.orsakFalt} alternativ={orsaker(listor, form.varden.slut, idag)} />}
        {steg === KONTROLLERA && <Kontrollera {...form.varden} start={uppdrag.start} listor={listor} andra={flode.andra} />}
      </Steg>
    </>
  )
}

/** Why an uppdrag ended is known to whoever ends it: "Uppgift saknas" is for imported ones. */
const orsaker = (listor: Kodlistor, slut: Datum, idag: Datum) => kodval(listor, 'avslutsorsak', slut, idag).filter((rad) => rad.kod !== UPPGIFT_SAKNAS)

function Kontrollera({ slut, avslutsorsak, start, listor, andra }: Avslutsvarden & { readonly start: Datum; readonly listor: Kodlistor; readonly andra: (steg: 'dag' | 'orsak') => void }) {
  return (
    <>
      <Svarslista
        rader={[
          { fraga: text.slutFalt, svar: langtDatum(slut), onAndra: () => andra('dag') },
          { fraga: text.orsakFalt, svar: avslutsorsak === '' ? '' : etikett(listor, 'avslutsorsak', avslutsorsak), onAndra: () => andra('orsak') },
          { fraga: text.langd, svar: langdIOrd(start, slut) },
        ]}
      />
      {arKort(start, slut) && <p className={stil.varning}>{text.kort(langdIOrd(start, slut))}</p>}
      <p>{text.hander}</p>
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
