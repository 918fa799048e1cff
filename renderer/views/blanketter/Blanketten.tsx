import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { type Blankett, type Blankettinnehall, zBlankettinnehall } from '../../../db/model/blankett/typer.ts'
import { LAN } from '../../../db/model/kommuner.ts'
import { tolkaFel } from '../../app/felsvar.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, sparaUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { blanketter } from '../../texter/blanketter.ts'
import { BLANKETTER, blankettvag } from '../handling/vagar.ts'
import stil from './blanketter.module.css'
import { lasOmBlanketter } from './fragor.ts'
import { Kopiera } from './Kopiera.tsx'
import { Punkterna } from './Punkterna.tsx'

const text = blanketter.redigera

/** One form: read, or changed and saved as the next version. */
export function Blanketten({ id, version }: { readonly id: string; readonly version: number }) {
  const svar = useQuery(fraga.blanketter.hamta.queryOptions({ input: { id, version } }))
  return <Hamtat svar={svar}>{(blankett) => <Redigera key={`${id} ${version}`} blankett={blankett} />}</Hamtat>
}

const zDetalj = z.object({ fel: z.array(z.object({ plats: z.string(), mening: z.string() })) })

function Redigera({ blankett }: { readonly blankett: Blankett }) {
  const [, ga] = useLocation()
  const nyckel = `blankett ${blankett.id} ${blankett.version}`
  const [innehall, setInnehall] = useState<Blankettinnehall>(() => utkast(nyckel) ?? zBlankettinnehall.parse(blankett))
  const [andrad, setAndrad] = useState(() => utkast(nyckel) !== undefined)
  const [sparar, setSparar] = useState(false)
  const [fel, setFel] = useState<readonly string[]>([])
  useEffect(() => {
    if (andrad) sparaUtkast(nyckel, innehall)
  }, [nyckel, innehall, andrad])
  const satt = (nytt: Blankettinnehall) => {
    setInnehall(nytt)
    setAndrad(true)
  }
  const kasta = () => {
    kastaUtkast(nyckel)
    setInnehall(zBlankettinnehall.parse(blankett))
    setAndrad(false)
    setFel([])
  }
  const spara = async () => {
    setSparar(true)
    setFel([])
    try {
      const ny = await kontor.blanketter.spara({ id: blankett.id, version: blankett.version, innehall })
      kastaUtkast(nyckel)
      await lasOmBlanketter()
      sag(text.sparad(ny.version))
      ga(blankettvag(ny.id, ny.version))
    } catch (orsak) {
      const svar = tolkaFel(orsak)
      const lista = zDetalj.safeParse(svar.detalj).data?.fel ?? []
      setFel(lista.length > 0 ? lista.map((f) => blanketter.fel(f.plats, f.mening)) : [svar.mening])
      setSparar(false)
    }
  }
  const last = blankett.inbyggd
  return (
    <>
      <Sidhuvud
        over={`${blanketter.slag[blankett.slag]}. ${blanketter.version} ${blankett.version}`}
        rubrik={blankett.namn}
        titel={blankett.namn}
        under={last ? text.last : undefined}
        handlingar={
          <>
            <Lankknapp till={BLANKETTER}>{blanketter.tillbaka}</Lankknapp>
            <Kopiera rad={blankett} forsta={last} />
          </>
        }
      />
      {!last && <Uppgifterna innehall={innehall} onAndra={satt} />}
      <Punkterna innehall={innehall} last={last} onAndra={satt} />
      {!last && (
        <div className={stil.spara}>
          <Knapp sort="forsta" vantar={sparar} isDisabled={!andrad} onPress={() => void spara()}>
            {text.spara}
          </Knapp>
          {andrad && (
            <>
              <Knapp onPress={kasta}>{text.kastaAndringar}</Knapp>
              <span role="status">{text.osparat}</span>
            </>
          )}
          {fel.length > 0 && (
            <ul role="alert" className={stil.fellista}>
              {fel.map((mening) => (
                <li key={mening}>{mening}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}

const ALLA_LAN = LAN.map(({ kod, namn }) => ({ kod, text: namn }))

function Uppgifterna({ innehall, onAndra }: { readonly innehall: Blankettinnehall; readonly onAndra: (nytt: Blankettinnehall) => void }) {
  return (
    <div className={stil.uppgifter}>
      <TextFalt etikett={text.namn} varde={innehall.namn} onAndra={(namn) => onAndra({ ...innehall, namn })} maxLength={100} />
      <Valj etikett={text.lan} alternativ={ALLA_LAN} tomt={text.allaLan} varde={innehall.lan ?? ''} onAndra={(lan) => onAndra({ ...innehall, lan: lan === '' ? null : lan })} />
      <div data-smal>
        <Arfalt etikett={text.fran} varde={innehall.fran} onAndra={(fran) => fran !== null && onAndra({ ...innehall, fran })} />
      </div>
      <div data-smal>
        <Arfalt etikett={text.till} valfri varde={innehall.till} onAndra={(till) => onAndra({ ...innehall, till })} />
      </div>
    </div>
  )
}

/** A year, kept as it is typed until it is one. */
function Arfalt({ etikett, varde, valfri = false, onAndra }: { readonly etikett: string; readonly varde: number | null; readonly valfri?: boolean; readonly onAndra: (ar: number | null) => void }) {
  const [skrivet, setSkrivet] = useState(varde === null ? '' : String(varde))
  const giltigt = /^(20\d\d|2100)$/u.test(skrivet.trim()) || (valfri && skrivet.trim() === '')
  return (
    <TextFalt
      etikett={etikett}
      bredd="smal"
      inputMode="numeric"
      valfri={valfri}
      varde={skrivet}
      onAndra={(nytt) => {
        setSkrivet(nytt)
        if (/^(20\d\d|2100)$/u.test(nytt.trim())) onAndra(Number(nytt))
        else if (valfri && nytt.trim() === '') onAndra(null)
      }}
      fel={giltigt || skrivet.length < 4 ? undefined : text.arFel}
    />
  )
}
