import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { idag as dagAv, klockslag, type Datum } from '../../../db/model/kalender.ts'
import { type FyndRad, type Loggkontroll, zSkrivUnder } from '../../../db/model/loggkontroll.ts'
import { fragor } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Textruta } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Radlista } from '../../parts/Rad.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { logg, loggkontroll as text } from '../../texter/logg.ts'
import { Fyndet } from './Fyndet.tsx'
import { KONTROLLERNA, kontrollvag } from './Loggkontroller.tsx'
import stil from './logg.module.css'

const hamtaKontrollenIgen = () => fragor.invalidateQueries({ queryKey: fraga.loggkontroll.key() })

/** One check: what it asks about, each with its answer, and the signature that closes it. */
export function Kontroll({ id }: { readonly id: string }) {
  const idag = useIdag()
  const svar = useQuery(fraga.loggkontroll.hamta.queryOptions({ input: { id } }))
  return (
    <Hamtat svar={svar}>
      {(kontroll) => (
        <>
          <Sidhuvud
            over={text.rubrik}
            rubrik={text.period(kortDatum(kontroll.fran, idag), kortDatum(kontroll.till, idag))}
            titel={text.rubrik}
            under={text.under(kontroll.rader, kontroll.oppningar)}
            handlingar={
              <>
                <Lankknapp till={KONTROLLERNA}>{text.tillbaka}</Lankknapp>
                <Lankknapp till={`${kontrollvag(id)}/skriv-ut`} ikon={Printer} {...(kontroll.klar === null ? {} : { sort: 'forsta' as const })}>
                  {text.skrivUt}
                </Lankknapp>
              </>
            }
          />
          <Innehall kontroll={kontroll} idag={idag} />
        </>
      )}
    </Hamtat>
  )
}

function Innehall({ kontroll, idag }: { readonly kontroll: Loggkontroll; readonly idag: Datum }) {
  const monster = kontroll.lista.filter((f) => f.slag !== 'urval')
  const urval = kontroll.lista.filter((f) => f.slag === 'urval')
  return (
    <>
      {kontroll.klar !== null && <Underskriften kontroll={kontroll} idag={idag} />}
      <Avsnitt rubrik={text.monster} bredvid={monster.length}>
        {monster.length === 0 ? <Tomt text={text.ingaMonster} /> : <Fynden rader={monster} kontroll={kontroll} idag={idag} etikett={text.monster} />}
      </Avsnitt>
      <Avsnitt rubrik={text.urval} bredvid={urval.length}>
        {urval.length === 0 ? <Tomt text={text.ingetUrval} /> : <Fynden rader={urval} kontroll={kontroll} idag={idag} etikett={text.urval} />}
        <AllaUtan urval={urval.filter((f) => f.svar === null)} last={kontroll.klar !== null} />
        <p className={stil.tyst}>{text.lotten(kontroll.huvud.nr)}</p>
      </Avsnitt>
      {kontroll.klar === null && <SkrivUnder kontroll={kontroll} />}
    </>
  )
}

function Fynden({ rader, kontroll, idag, etikett }: { readonly rader: readonly FyndRad[]; readonly kontroll: Loggkontroll; readonly idag: Datum; readonly etikett: string }) {
  return (
    <Radlista etikett={etikett}>
      {rader.map((rad) => (
        <Fyndet key={rad.id} rad={rad} kontrollId={kontroll.id} last={kontroll.klar !== null} idag={idag} />
      ))}
    </Radlista>
  )
}

/** Most of what is drawn by lot needs no word: those that are left, at once. Each can be changed until the signature. */
function AllaUtan({ urval, last }: { readonly urval: readonly FyndRad[]; readonly last: boolean }) {
  const [pagar, setPagar] = useState(false)
  if (last || urval.length < 2) return null
  const svara = async () => {
    setPagar(true)
    try {
      for (const f of urval) await kontor.loggkontroll.svara({ id: f.id, version: f.version, svar: 'inget_att_anmarka', ord: '' })
    } finally {
      await hamtaKontrollenIgen()
      setPagar(false)
    }
  }
  return (
    <div className={stil.alla}>
      <Knapp vantar={pagar} onPress={() => void svara()}>
        {text.allaUtan(urval.length)}
      </Knapp>
    </div>
  )
}

function Underskriften({ kontroll, idag }: { readonly kontroll: Loggkontroll; readonly idag: Datum }) {
  const haller = kontroll.undertecknad === true
  return (
    <div className={haller ? stil.svar : stil.fel} role={haller ? undefined : 'alert'}>
      <p>{text.underskrivenAv(kontroll.av, logg.tid(kortDatum(dagAv(kontroll.klar ?? ''), idag), klockslag(kontroll.klar ?? '')))}</p>
      <p>{haller ? text.underskriftHaller : text.underskriftBruten}</p>
      {kontroll.ord !== '' && <p>{kontroll.ord}</p>}
    </div>
  )
}

function SkrivUnder({ kontroll }: { readonly kontroll: Loggkontroll }) {
  const nyckel = `loggkontroll/${kontroll.id}`
  const form = useFormular({
    schema: zSkrivUnder,
    start: utkast<{ ord: string }>(nyckel) ?? { ord: '' },
    till: (v) => ({ ...v, id: kontroll.id, version: kontroll.version }),
    spara: async (ut) => {
      await kontor.loggkontroll.skrivUnder(ut)
      kastaUtkast(nyckel)
      await hamtaKontrollenIgen()
      sag(text.underskrivenTon)
    },
  })
  useUtkast(nyckel, form.varden, form.andrad)
  return (
    <Avsnitt rubrik={text.skrivUnder} luft>
      <p className={stil.kvar} role="status">
        {text.kvar(kontroll.fynd - kontroll.besvarade)}
      </p>
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <Knapp type="submit" sort="forsta" vantar={form.sparar}>
            {text.skrivUnder}
          </Knapp>
        }
      >
        <Textruta {...form.falt('ord')} etikett={text.sammanfattning} hjalp={text.sammanfattningHjalp} rader={4} max={4000} valfri />
        <p className={stil.tyst}>{text.skrivUnderText}</p>
      </Formularruta>
    </Avsnitt>
  )
}
