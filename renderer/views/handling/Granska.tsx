import { useState } from 'react'
import { punktnummer } from '../../../db/model/blankett/punktnummer.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { idag as dagFor } from '../../../db/model/kalender.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Tomt, Uppgifter } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { dagIOrd } from '../../texter/datum.ts'
import { handling } from '../../texter/handling.ts'
import { uppraknade } from '../../texter/redovisning.ts'
import { Frysta } from './Fryst.tsx'
import { handlingskontor, lasOmHandlingar } from './fragor.ts'
import stil from './handling.module.css'
import { iTurordning, Kontrollista } from './Kontroller.tsx'
import { Utlamnas } from './Utlamnas.tsx'
import { useHandling } from './sammanhang.ts'
import { handlingsvag } from './vagar.ts'
import { medEnhet, paFalt } from './varden.ts'

const text = handling.granskning

/** One page that sums up, says what is empty or must be mended and what freezing means; after that, what was fixed and sent in. */
export function Granska() {
  const { sida, slag } = useHandling()
  const fast = sida.handling.status !== 'utkast'
  return (
    <>
      {fast ? <Frysta /> : <Kvar />}
      <Sammanfattning />
      <Rattelserna />
      <Utlamnas />
      {!fast && <Faststall key={slag} />}
    </>
  )
}

function Kvar() {
  const { sida, slag } = useHandling()
  const poster = iTurordning(sida.kontroller).filter((k) => k.kod !== 'falt_tomt')
  const rattas = poster.filter((k) => k.allvar === 'rattas')
  const titta = poster.filter((k) => k.allvar === 'titta')
  const tomma = paFalt(sida.falt).filter((f) => f.saknas)
  return (
    <>
      <Avsnitt rubrik={text.kvarRubrik} bredvid={rattas.length + tomma.length}>
        {rattas.length + tomma.length === 0 ? <Tomt text={text.inget} /> : null}
        {rattas.length > 0 && <Kontrollista kontroller={rattas} lankar />}
        {tomma.length > 0 && (
          <Radlista etikett={text.tomma}>
            {tomma.map((f) => (
              <Rad
                key={f.falt.id}
                vad={f.falt.etikett}
                under={`${handling.flikMedNummer(punktnummer(slag, f.punkt), handling.flik[f.punkt])}, ${handling.falt.obligatoriskt}`}
                handling={
                  <Lankknapp storlek="liten" till={handlingsvag(slag, sida.handling.id, f.punkt, f.falt.id)}>
                    {text.gaTill}
                    <Osynlig> {f.falt.etikett}</Osynlig>
                  </Lankknapp>
                }
              />
            ))}
          </Radlista>
        )}
      </Avsnitt>
      {titta.length > 0 && (
        <Avsnitt rubrik={text.tittaRubrik} bredvid={titta.length}>
          <Kontrollista kontroller={titta} lankar />
        </Avsnitt>
      )}
    </>
  )
}

function Sammanfattning() {
  const { sida, slag, far } = useHandling()
  const { handling: h, blankett } = sida
  const ifyllt = (punkt: (typeof blankett.punkter)[number]['id']) => {
    const falt = paFalt(sida.falt, punkt)
    return text.ifyllt(falt.filter((f) => !f.saknas && (f.siffra !== null || f.tabell !== null || (f.varde !== null && f.varde !== ''))).length, falt.length)
  }
  return (
    <Avsnitt
      rubrik={text.sammanfattning}
      handling={
        far && (
          <Lankknapp sort="tyst" storlek="liten" till={handlingsvag(slag, h.id, 'avser')}>
            {handling.avser.andra}
          </Lankknapp>
        )
      }
    >
      <Uppgifter
        rader={[
          { namn: text.avser, varde: uppraknade(h.kommuner.toSorted(kommunOrdning).map(kommunNamn)) },
          { namn: text.blankett, varde: `${h.blankett.namn}, ${handling.version(h.blankett.version).toLocaleLowerCase('sv')}` },
          ...(h.skal === null ? [] : [{ namn: handling.version(h.nr), varde: handling.fryst.skalet(h.skal) }]),
        ]}
      />
      <Tabell
        bildtext={text.sammanfattning}
        kolumner={[
          { id: 'punkt', rubrik: text.punkt, cell: (p: (typeof blankett.punkter)[number]) => handling.flikMedNummer(punktnummer(slag, p.id), handling.flik[p.id]) },
          { id: 'falt', rubrik: text.falt, tal: true, cell: (p) => ifyllt(p.id) },
          {
            id: 'ga',
            rubrik: text.gaTill,
            handling: true,
            cell: (p) => (
              <Lankknapp sort="lank" till={handlingsvag(slag, h.id, p.id)}>
                {text.gaTill}
                <Osynlig> {handling.flik[p.id]}</Osynlig>
              </Lankknapp>
            ),
          },
        ]}
        rader={blankett.punkter}
        nyckel={(p) => p.id}
      />
    </Avsnitt>
  )
}

function Rattelserna() {
  const { sida, siffror } = useHandling()
  const idag = useIdag()
  if (sida.rattelser.length === 0) return null
  return (
    <Avsnitt rubrik={text.rattelser} bredvid={sida.rattelser.length}>
      <Radlista etikett={text.rattelser}>
        {sida.rattelser.map((r) => {
          const siffra = siffror.get(r.figur) ?? { decimaler: 0 as const, enhet: '', etikett: r.figur, raknat: r.raknat }
          return (
            <Rad
              key={r.id}
              vad={`${siffra.etikett}: ${medEnhet(r.rattat, siffra)}`}
              under={`${handling.falt.rattadMot(medEnhet(siffra.raknat, siffra))}. ${handling.panel.skalet(r.skal)} ${handling.panel.rattad(r.av, dagIOrd(dagFor(r.tid), idag))}`}
            />
          )
        })}
      </Radlista>
    </Avsnitt>
  )
}

/** What it means, and the button. Something that must be mended asks for a tick first. */
function Faststall() {
  const { sida, slag } = useHandling()
  const { roller } = useInloggad()
  const [trots, setTrots] = useState(false)
  const [vantar, setVantar] = useState(false)
  const [fel, setFel] = useState<string>()
  const { id, version } = sida.handling
  const kvar = sida.kontroller.filter((k) => k.allvar === 'rattas' && k.kod !== 'falt_tomt').length + paFalt(sida.falt).filter((f) => f.saknas).length
  const gor = async () => {
    if (kvar > 0 && !trots) return setFel(text.kryssaForst)
    setVantar(true)
    setFel(undefined)
    try {
      await handlingskontor(slag).faststall({ id, version, trots })
      await lasOmHandlingar()
      window.scrollTo(0, 0)
      sag(text.faststalld[slag])
    } catch (orsak) {
      setFel(felmening(orsak))
      await lasOmHandlingar()
    } finally {
      setVantar(false)
    }
  }
  return (
    <Avsnitt rubrik={text.innebar} luft>
      <ul className={stil.lista}>
        {text.innebarPunkter.map((punkt) => (
          <li key={punkt}>{punkt}</li>
        ))}
      </ul>
      {roller.includes('enhetschef') ? (
        <div className={stil.knappar}>
          {kvar > 0 && <Kryss etikett={text.trots(kvar)} varde={trots} onAndra={setTrots} />}
          <Knapp sort="forsta" vantar={vantar} onPress={() => void gor()}>
            {text.knapp[slag]}
          </Knapp>
          {fel !== undefined && (
            <p role="alert" className={stil.fel}>
              {fel}
            </p>
          )}
        </div>
      ) : (
        <p className={stil.under}>{text.baraChefen}</p>
      )}
    </Avsnitt>
  )
}
