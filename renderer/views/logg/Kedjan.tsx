import { useState } from 'react'
import { zHuvudprov } from '../../../db/model/loggkontroll.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { logg as text } from '../../texter/logg.ts'
import stil from './logg.module.css'

interface Provad { readonly rader: number; readonly huvud: { readonly nr: number; readonly summa: string } }

/** Whether the log is whole: its chain, and a head on paper held against it. */
export function Kedjan() {
  const { lage, kor } = useLangtArbete<Provad>()
  const [svar, setSvar] = useState<Provad>()
  const [fel, setFel] = useState<string>()
  const prova = () => {
    setSvar(undefined)
    setFel(undefined)
    kor(() => kontor.logg.prova(), text.provar).then(setSvar, (orsak: unknown) => setFel(felmening(orsak)))
  }
  return (
    <>
      <Avsnitt rubrik={text.kedjan} luft>
        <p className={stil.tyst}>{text.kedjanText}</p>
        {lage === undefined ? <Knapp onPress={prova}>{text.prova}</Knapp> : <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />}
        {svar && (
          <div role="status" className={stil.svar}>
            <p>{text.hel(svar.rader)}</p>
            <p className={stil.summa}>{text.huvud(svar.huvud.nr, svar.huvud.summa.slice(0, 16))}</p>
          </div>
        )}
        {fel !== undefined && (
          <p role="alert" className={stil.fel}>
            {fel}
          </p>
        )}
      </Avsnitt>
      <Jamforelsen />
    </>
  )
}

function Jamforelsen() {
  const [svar, setSvar] = useState<{ readonly nr: number; readonly stammer: boolean; readonly sist: number }>()
  const form = useFormular({
    schema: zHuvudprov,
    start: { nr: '', summa: '' },
    till: ({ nr, summa }) => ({ nr: /^\s*\d+\s*$/u.test(nr) ? Number(nr) : Number.NaN, summa }),
    spara: async (ut) => {
      setSvar(undefined)
      setSvar({ nr: ut.nr, ...(await kontor.logg.jamfor(ut)) })
    },
  })
  return (
    <Avsnitt rubrik={text.jamforRubrik} luft>
      <p className={stil.tyst}>{text.jamforText}</p>
      <Felsammanfattning {...form} />
      <form className={stil.jamfor} onSubmit={form.skicka} noValidate>
        <TextFalt {...form.falt('nr')} bredd="smal" inputMode="numeric" etikett={text.radnr} />
        <TextFalt {...form.falt('summa')} etikett={text.summa} hjalp={text.summaHjalp} spellCheck={false} />
        <Knapp type="submit" vantar={form.sparar}>
          {text.jamfor}
        </Knapp>
      </form>
      {svar && (
        <p role={svar.stammer ? 'status' : 'alert'} className={svar.stammer ? stil.svar : stil.fel}>
          {svar.stammer ? text.stammer(svar.nr) : text.stammerInte(svar.nr, svar.sist)}
        </p>
      )}
    </Avsnitt>
  )
}
