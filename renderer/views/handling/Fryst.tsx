import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { z } from 'zod'
import { zRad } from '../../../db/model/grund.ts'
import { kortHash } from '../../../db/model/handling/hash.ts'
import type { Andring } from '../../../db/model/handling/typer.ts'
import { idag as dagFor, klockslag } from '../../../db/model/kalender.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter, Uppgifter } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { KopieraKnapp } from '../../parts/KopieraKnapp.tsx'
import { PaPlats } from '../../parts/PaPlats.tsx'
import { useRedigering, useRedigeringsformular } from '../../parts/redigering.ts'
import { Tabell } from '../../parts/Tabell.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { Inlamningen } from './Inlamning.tsx'
import { useHandling } from './sammanhang.ts'
import { handlingsvag } from './vagar.ts'
import { medEnhet } from './varden.ts'

const text = handling.fryst

/** What has been fixed: when and by whom, whether it is sent in, what the register says since, and the way to a correction. */
export function Frysta() {
  return (
    <Spalter sida={<Versioner />}>
      <Inlamningen />
      <Andrat />
    </Spalter>
  )
}

function Versioner() {
  const { sida, slag } = useHandling()
  const { handling: h } = sida
  return (
    <>
      <Avsnitt rubrik={text.rubrik}>
        {h.faststalld && (
          <Uppgifter
            rader={[
              { namn: text.nar, varde: text.avVem(langtDatum(dagFor(h.faststalld.tid)), klockslag(h.faststalld.tid), h.faststalld.av) },
              {
                namn: text.kontrollsumma,
                varde: (
                  <>
                    <span className={stil.mono}>{kortHash(h.faststalld.hash)}</span> <KopieraKnapp text={h.faststalld.hash} vad={text.helaSumman} />
                    <p className={stil.under}>{text.kontrollsummaHjalp}</p>
                  </>
                ),
              },
            ]}
          />
        )}
      </Avsnitt>
      <Avsnitt rubrik={text.versioner} luft>
        <ul>
          {sida.versioner.map((v) => (
            <li key={v.id}>
              {v.id === h.id ? `${text.versionen(v.nr)}, ${text.denHar}` : <Link href={handlingsvag(slag, v.id)}>{text.versionen(v.nr)}</Link>}
              <span className={stil.fjol}> {handling.status[v.status]}</span>
            </li>
          ))}
        </ul>
        {h.skal !== null && <p className={stil.under}>{text.skalet(h.skal)}</p>}
        <NyVersion />
      </Avsnitt>
    </>
  )
}

function NyVersion() {
  const { sida, slag } = useHandling()
  const { roller } = useInloggad()
  const [, ga] = useLocation()
  const { id, nr } = sida.handling
  const redigering = useRedigering(`nyVersion/${id}`, { skal: '' })
  const form = useRedigeringsformular(redigering, {
    schema: z.object({ skal: zRad('Skriv varför den görs om.', 500) }),
    spara: async ({ skal }) => {
      const ny = await handlingskontor(slag).nyVersion({ id, skal })
      await lasOmHandlingar()
      sag(text.nySkapad(nr + 1))
      ga(handlingsvag(slag, ny.id))
    },
  })
  // Only the newest is corrected, and only one draft at a time.
  if (!roller.includes('enhetschef') || sida.versioner.some((v) => v.nr > nr)) return null
  return (
    <>
      <div className={stil.knappar}>
        <Knapp storlek="liten" {...redigering.knapp}>
          {text.nyVersion}
        </Knapp>
      </div>
      {redigering.oppen && (
        <PaPlats etikett={text.nyVersion} form={form} verb={text.nyVerb} onStang={redigering.stang} onLasIn={lasOmHandlingar} text={text.nyVersionText}>
          <TextFalt {...form.falt('skal')} etikett={text.skal} maxLength={500} autoFocus />
        </PaPlats>
      )}
    </>
  )
}

/** Rows of changes that are shown at once; the rest on demand. */
const FORST = 12

function Andrat() {
  const { sida, siffror } = useHandling()
  const [alla, setAlla] = useState(false)
  if (sida.andratSedan === null) return null
  const visat = (a: Andring, varde: number | null) => medEnhet(varde, siffror.get(a.figur) ?? { decimaler: 0, enhet: '' })
  const rader = alla ? sida.andratSedan : sida.andratSedan.slice(0, FORST)
  return (
    <Avsnitt rubrik={text.andratRubrik} bredvid={sida.andratSedan.length}>
      {sida.andratSedan.length === 0 ? (
        <p className={stil.under}>{text.inget}</p>
      ) : (
        <>
          <Tabell
            bildtext={text.andratRubrik}
            kolumner={[
              { id: 'siffra', rubrik: text.siffra, cell: (a) => a.etikett },
              { id: 'da', rubrik: text.da, tal: true, ton: 'fet', cell: (a) => visat(a, a.da) },
              { id: 'nu', rubrik: text.nu, tal: true, cell: (a) => visat(a, a.nu) },
            ]}
            rader={rader}
            nyckel={(a) => a.figur}
            under={text.forklaring}
          />
          {rader.length < sida.andratSedan.length && (
            <div className={stil.knappar}>
              <Knapp storlek="liten" onPress={() => setAlla(true)}>
                {text.visaAlla(sida.andratSedan.length)}
              </Knapp>
            </div>
          )}
        </>
      )}
    </Avsnitt>
  )
}
