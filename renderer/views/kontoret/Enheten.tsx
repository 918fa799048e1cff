import { useState } from 'react'
import { type EnhetRad, zEnhet } from '../../../db/model/enhet.ts'
import { zVersion } from '../../../db/model/grund.ts'
import { dagarMellan, idag as dagAv, klockslag } from '../../../db/model/kalender.ts'
import { KOMMUNER, kommunMedKod, kommunNamn } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter, Uppgifter } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Sparstatus } from '../../parts/Forlopp.tsx'
import { Inaktuell } from '../../parts/Inaktuell.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { administrerar, skoter } from './ratt.ts'
import { Kedjebrottet } from '../logg/Kedjebrottet.tsx'
import { useKopielage } from '../sakerhetskopior/kopiefraga.ts'
import { hamtaOm, type Kontorsuppgifter } from './uppgifter.ts'

const text = kontoret.enheten

/** Kontoret's first page: the unit, the age of the last backup, the way to the import. */
export function Enheten({ uppgifter }: { readonly uppgifter: Kontorsuppgifter }) {
  const { roller } = useInloggad()
  return (
    <>
      {/* The first page of whoever is only administratör. */}
      {skoter(roller) && <Kedjebrottet chef={roller.includes('enhetschef')} />}
      <Spalter
        sida={
          <>
            {skoter(roller) && <Kopian />}
            {administrerar(roller) && (
              <Avsnitt rubrik={text.importen} luft>
                <p className={stil.text}>{text.importText}</p>
                <Lankknapp till="/kontoret/importera">{text.importera}</Lankknapp>
              </Avsnitt>
            )}
          </>
        }
      >
        <Avsnitt rubrik={text.rubrik} luft>
          {skoter(roller) ? (
            <Enhetsformular uppgifter={uppgifter} />
          ) : (
            <Uppgifter
              rader={[
                { namn: text.namn, varde: uppgifter.enhet.namn },
                { namn: text.vardkommun, varde: kommunMedKod(uppgifter.enhet.vardkommun)?.fulltNamn ?? uppgifter.enhet.vardkommun },
              ]}
            />
          )}
        </Avsnitt>
      </Spalter>
    </>
  )
}

const UTKAST = 'kontoret.enheten'
const schema = zEnhet.extend({ version: zVersion })

function Enhetsformular({ uppgifter: { enhet } }: { readonly uppgifter: Kontorsuppgifter }) {
  const [fran, setFran] = useState(enhet)
  const form = useFormular({
    schema,
    start: utkast<Pick<EnhetRad, 'namn' | 'vardkommun'>>(UTKAST) ?? { namn: enhet.namn, vardkommun: enhet.vardkommun },
    till: (varden) => ({ ...varden, version: enhet.version }),
    spara: async (ny) => {
      await kontor.enhet.andra(ny)
      kastaUtkast(UTKAST)
      await hamtaOm.enhet()
      setFran({ ...ny, version: ny.version + 1 })
      sag(text.sparad)
    },
  })
  useUtkast(UTKAST, form.varden, form.andrad)
  // What has been saved meanwhile, as long as it is not what is being typed.
  const andrat = (falt: 'namn' | 'vardkommun') => fran[falt] !== enhet[falt] && form.varden[falt] !== enhet[falt]
  const skillnader = [
    ...(andrat('namn') ? [{ falt: text.namn, sparat: enhet.namn }] : []),
    ...(andrat('vardkommun') ? [{ falt: text.vardkommun, sparat: kommunNamn(enhet.vardkommun) }] : []),
  ]
  return (
    <>
      <Felsammanfattning {...form} />
      <Inaktuell form={form} onLasIn={hamtaOm.enhet} skillnader={skillnader} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" vantar={form.sparar}>
              {kontoret.spara}
            </Knapp>
            <Sparstatus sparar={form.sparar} andrad={form.andrad} />
          </>
        }
      >
        <TextFalt {...form.falt('namn')} etikett={text.namn} />
        <Valj {...form.falt('vardkommun')} etikett={text.vardkommun} hjalp={text.vardkommunHjalp} alternativ={KOMMUNER.map((k) => ({ kod: k.kod, text: k.namn }))} />
      </Formularruta>
    </>
  )
}

/** A copy older than this many days is pointed out. */
const GAMMAL_DAGAR = 7

function Kopian() {
  const idag = useIdag()
  const svar = useKopielage()
  if (svar.data === undefined) return null
  const { senaste } = svar.data
  const gammal = senaste === null || dagarMellan(dagAv(senaste), idag) > GAMMAL_DAGAR
  return (
    <Avsnitt rubrik={text.kopian} luft>
      <p className={gammal ? stil.gammal : stil.text}>{senaste === null ? text.ingenKopia : text.senaste(kontoret.nar(kortDatum(dagAv(senaste), idag), klockslag(senaste)))}</p>
      {gammal && senaste !== null && <p className={stil.text}>{text.gammal}</p>}
    </Avsnitt>
  )
}
