import { Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Kapitel } from '../../../db/model/verksamhetsberattelse/index.ts'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import type { Berattelsesvar } from '../../../electron/office/contract/verksamhetsberattelse.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Uppgifter } from '../../parts/Avsnitt.tsx'
import { Sparstatus } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { verksamhetsberattelse as text } from '../../texter/verksamhetsberattelse.ts'
import { tillAdress } from '../statistik/val.ts'
import { useAutospar } from './autospar.ts'
import stil from './Berattelse.module.css'
import { lasBerattelse, minnsSparad } from './berattelsefraga.ts'
import { Kapitelfalt } from './Kapitelfalt.tsx'
import { flytta, nyttId, sattTillbaka, skillnader } from './kapitelval.ts'
import { Wordknapp } from './Wordknapp.tsx'

/** The story as it is written: saved while somebody types, every chapter in sight. */
export function Redigera({ svar }: { readonly svar: Berattelsesvar }) {
  const { ar } = svar
  const { namn } = useInloggad()
  const [, ga] = useLocation()
  const auto = useAutospar({
    kapitel: svar.kapitel,
    version: svar.version,
    spara: async (kapitel, version) => {
      const sparad = await kontor.verksamhetsberattelse.spara({ ar, version, kapitel })
      minnsSparad({ ...svar, kapitel, version: sparad.version, fran: null, sparad: { tid: sparad.tid, av: namn } })
      return sparad
    },
  })
  const { kapitel } = auto
  const andra = (id: string, nytt: Kapitel) => auto.andra((alla) => alla.map((k) => (k.id === id ? nytt : k)))
  const taBort = (borta: Kapitel) => {
    const plats = kapitel.indexOf(borta)
    auto.andra((alla) => alla.filter((k) => k.id !== borta.id))
    sag(text.borttaget(borta.rubrik), () => auto.andra((alla) => sattTillbaka(alla, borta, plats)))
  }
  return (
    <div className={stil.ram}>
      <div className={stil.upplysning}>
        <p>{svar.version === 0 ? (svar.fran === null ? text.forslag : text.fran(svar.fran)) : svar.sparad && text.paborjad(svar.sparad.av, langtDatum(idag(svar.sparad.tid)))}</p>
        <p>{text.offentlig}</p>
        <p>{svar.faststalld === null ? text.preliminara : text.faststallda(svar.faststalld)}</p>
      </div>
      {auto.fel?.kod === 'andrad_av_annan' && <AvAnnan ar={ar} mina={kapitel} ersatt={auto.ersatt} />}
      {kapitel.map((k, i) => (
        <Kapitelfalt
          key={k.id}
          kapitel={k}
          nr={i + 1}
          forst={i === 0}
          sist={i === kapitel.length - 1}
          onAndra={(nytt) => andra(k.id, nytt)}
          onLamna={() => void auto.tom()}
          onFlytta={(steg) => auto.andra((alla) => flytta(alla, k.id, steg))}
          onTaBort={() => taBort(k)}
        />
      ))}
      <Knapp ikon={Plus} onPress={() => auto.andra((alla) => [...alla, { id: nyttId(alla), rubrik: text.nyRubrik, text: '', tabeller: [] }])}>
        {text.nytt}
      </Knapp>
      <div className={stil.fot}>
        <Knapp
          sort="forsta"
          ikon={Printer}
          onPress={() => void auto.tom().then((klart) => klart && ga(tillAdress({ ar, sida: 'verksamhetsberattelse-utskrift', kommuner: [] })))}
        >
          {text.skrivUt}
        </Knapp>
        <Wordknapp ar={ar} forst={auto.tom} />
        {auto.fel !== undefined && auto.fel.kod !== 'andrad_av_annan' ? (
          <span role="alert" className={stil.fel}>
            {auto.fel.mening}
          </span>
        ) : (
          <Sparstatus sparar={auto.sparar} andrad={auto.andrad} sparat={auto.tid === undefined ? undefined : klockslag(auto.tid)} />
        )}
      </div>
    </div>
  )
}

/** Somebody else has saved meanwhile: what stands saved, and the way to save one's own (DESIGN §4.12: both texts are kept). */
function AvAnnan({ ar, mina, ersatt }: { readonly ar: number; readonly mina: readonly Kapitel[]; readonly ersatt: (version: number) => Promise<boolean> }) {
  const [sparad, setSparad] = useState<Berattelsesvar>()
  const las = async () => {
    try {
      setSparad(await lasBerattelse(ar))
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  if (sparad === undefined) {
    return (
      <div className={stil.annan} role="alert">
        <p>{text.sparatAvAnnan}</p>
        <Knapp onPress={() => void las()}>{text.visaSparat}</Knapp>
      </div>
    )
  }
  return (
    <div className={stil.annan} role="status">
      <p>{text.sparatAvAnnan}</p>
      <Uppgifter rader={skillnader(mina, sparad.kapitel).map((k) => ({ namn: k.rubrik, varde: k.text }))} />
      <Knapp onPress={() => void ersatt(sparad.version)}>{text.sparaMin}</Knapp>
    </div>
  )
}
