import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { AnstallningRad, FranvaroRad } from '../../../db/model/bemanning.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import { Anstallning, Franvaro, StrykAnstallning, StrykFranvaro } from './Anstallning.tsx'
import { Arsanstallningar } from './Arsanstallningar.tsx'
import stil from './Kontoret.module.css'
import type { Kontorsuppgifter } from './uppgifter.ts'
import { iPersonordning, lageFor, tidIOrd } from './varden.ts'

const text = kontoret.bemanning

/** What is being done with a row. */
interface Gors {
  readonly vad: 'ny' | 'andra' | 'franvaro' | 'andraFranvaro' | 'stryk' | 'strykFranvaro'
  /** The employment; none for a new one. */
  readonly id?: string
  readonly franvaroId?: string
}

/** Employments and leave, and what they make in full-time years. */
export function Bemanning({ uppgifter }: { readonly uppgifter: Kontorsuppgifter }) {
  const idag = useIdag()
  const svar = useQuery(fraga.bemanning.lista.queryOptions())
  const [gors, setGors] = useState<Gors>()
  const [alla, setAlla] = useState(false)
  if (svar.isError) return <p role="alert">{felmening(svar.error)}</p>
  if (svar.data === undefined) return <Hamtar />
  const rader = iPersonordning(svar.data).filter((rad) => alla || lageFor(rad, idag) === 'galler')
  const dolda = svar.data.some((rad) => lageFor(rad, idag) !== 'galler')
  return (
    <>
      <Avsnitt
        rubrik={text.rubrik}
        handling={
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setGors({ vad: 'ny' })}>
            {text.ny}
          </Knapp>
        }
      >
        {svar.data.length === 0 ? (
          <Tomt text={text.tomt} />
        ) : (
          <>
            <p className={stil.ingress}>{text.ingress}</p>
            <Tabell
              bildtext={text.rubrik}
              kolumner={[
                { id: 'person', rubrik: text.person, cell: (rad) => <Person rad={rad} lage={lageFor(rad, idag)} onGor={(vad, f) => setGors({ vad, id: rad.id, franvaroId: f.id })} /> },
                { id: 'kommun', rubrik: text.kommun, cell: (rad) => kommunNamn(rad.kommun) },
                { id: 'tid', rubrik: text.tid, hel: true, cell: (rad) => tidIOrd(rad.fran, rad.till) },
                { id: 'procent', rubrik: text.procent, tal: true, cell: (rad) => text.procentVarde(rad.procent) },
                { id: 'handling', rubrik: kontoret.handling, handling: true, cell: (rad) => !rad.struken && <Knappar rad={rad} onGor={(vad) => setGors({ vad, id: rad.id })} /> },
              ]}
              rader={rader}
              nyckel={(rad) => rad.id}
            />
          </>
        )}
        {dolda && (
          <div className={stil.filter}>
            <Kryss etikett={text.visaAlla} varde={alla} onAndra={setAlla} />
          </div>
        )}
      </Avsnitt>
      <Arsanstallningar rader={svar.data} uppgifter={uppgifter} />
      <Pagaende gors={gors} rader={svar.data} uppgifter={uppgifter} onStang={() => setGors(undefined)} />
    </>
  )
}

function Person({ rad, lage, onGor }: { readonly rad: AnstallningRad; readonly lage: ReturnType<typeof lageFor>; readonly onGor: (vad: 'andraFranvaro' | 'strykFranvaro', franvaro: FranvaroRad) => void }) {
  return (
    <>
      <span className={rad.struken ? stil.struken : undefined}>{rad.namn}</span> {rad.vikarie && <Marke>{text.vikarie}</Marke>} {lage !== 'galler' && <Marke>{text[lage]}</Marke>}
      {rad.franvaro.map((f) => (
        <span key={f.id} className={stil.under}>
          <span className={f.struken ? stil.struken : undefined}>{text.franvaroRad(f.procent, tidIOrd(f.fran, f.till))}</span>{' '}
          {!f.struken &&
            !rad.struken && (
              <span className={stil.lankar}>
                {FRANVAROKNAPPAR.map(([vad, ord]) => (
                  <Knapp key={vad} sort="lank" onPress={() => onGor(vad, f)}>
                    {ord}
                    <Osynlig>{kontoret.vilken(text.franvaroRad(f.procent, tidIOrd(f.fran, f.till)))}</Osynlig>
                  </Knapp>
                ))}
              </span>
            )}
        </span>
      ))}
    </>
  )
}

const FRANVAROKNAPPAR = [
  ['andraFranvaro', kontoret.andra],
  ['strykFranvaro', text.stryk],
] as const

const KNAPPAR = [
  ['andra', kontoret.andra],
  ['franvaro', text.franvaroKnapp],
  ['stryk', text.stryk],
] as const

function Knappar({ rad, onGor }: { readonly rad: AnstallningRad; readonly onGor: (vad: (typeof KNAPPAR)[number][0]) => void }) {
  return (
    <span className={stil.knappar}>
      {KNAPPAR.map(([vad, ord]) => (
        <Knapp key={vad} storlek="liten" onPress={() => onGor(vad)}>
          {ord}
          <Osynlig>{kontoret.vilken(text.beskrivning(rad.namn, kommunNamn(rad.kommun)))}</Osynlig>
        </Knapp>
      ))}
    </span>
  )
}

function Pagaende({ gors, rader, uppgifter, onStang }: { readonly gors: Gors | undefined; readonly rader: readonly AnstallningRad[]; readonly uppgifter: Kontorsuppgifter; readonly onStang: () => void }) {
  if (gors === undefined) return null
  const delat = { uppgifter, onStang }
  if (gors.vad === 'ny') return <Anstallning {...delat} />
  const rad = rader.find((r) => r.id === gors.id)
  if (rad === undefined) return null
  if (gors.vad === 'andra') return <Anstallning {...delat} rad={rad} />
  if (gors.vad === 'franvaro') return <Franvaro rad={rad} onStang={onStang} />
  if (gors.vad === 'stryk') return <StrykAnstallning rad={rad} onStang={onStang} />
  const franvaro = rad.franvaro.find((f) => f.id === gors.franvaroId)
  if (franvaro === undefined) return null
  return gors.vad === 'andraFranvaro' ? <Franvaro rad={rad} franvaro={franvaro} onStang={onStang} /> : <StrykFranvaro rad={franvaro} onStang={onStang} />
}
