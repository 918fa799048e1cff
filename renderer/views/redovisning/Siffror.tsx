import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import { kommunMedKod, kommunNamn } from '../../../db/model/kommuner.ts'
import type { Redovisningssvar } from '../../../electron/office/contract/redovisning.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { fraga } from '../../app/klient.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter, useTangenter } from '../../app/tangenter.tsx'
import { Spalter } from '../../parts/Avsnitt.tsx'
import { Flikar } from '../../parts/Flikar.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { ram } from '../../texter/ram.ts'
import { redovisning as text } from '../../texter/redovisning.ts'
import { Kontakter } from './Kontakter.tsx'
import { Kontroller } from './Kontroller.tsx'
import { Personer } from './Personer.tsx'
import { type Oppning, Siffersammanhang } from './Siffra.tsx'
import { Sifferpanel, TomPanel } from './Sifferpanel.tsx'
import stil from './Redovisning.module.css'
import { Tjanster } from './Tjanster.tsx'
import { Urval } from './Urval.tsx'
import { Utskrift } from './Utskrift.tsx'
import { dagarTillInlamning, forvaltAr, franAdress, kommunerUnderAret, type Sidval, STEG, tillAdress, UTSKRIFT } from './val.ts'

/** What every part of the year's page is given. */
export interface Delegenskaper {
  readonly svar: Redovisningssvar
  /** Small numbers shown as 1–4, here and on paper. */
  readonly maskera: boolean
  readonly onMaskera: (maskera: boolean) => void
}

const DELAR = { tjanster: Tjanster, personer: Personer, kontakter: Kontakter } as const

/** All figures of a year, for the unit or some kommuner: which year and what of it stands in the address. */
export function Siffror() {
  const ar = useQuery(fraga.redovisning.ar.queryOptions())
  const idag = useIdag()
  const [plats] = useLocation()
  // Kept while one goes between the page and its paper.
  const [maskera, setMaskera] = useState(true)
  if (ar.isError) return <Sidhuvud rubrik={felmening(ar.error)} titel={text.flikar.personer} />
  if (ar.data === undefined) return <Hamtar />
  const val = franAdress(plats)
  if (val === undefined) return <Redirect to={tillAdress({ ar: forvaltAr(ar.data, idag), sida: 'personer', kommuner: [] })} replace />
  return <Aret val={val} ar={ar.data} maskera={maskera} onMaskera={setMaskera} />
}

function Aret({ val, ar, maskera, onMaskera }: { readonly val: Sidval; readonly ar: readonly number[]; readonly maskera: boolean; readonly onMaskera: (maskera: boolean) => void }) {
  // Every reading is a row in the log: none is made by coming back to the window.
  const svar = useQuery({ ...fraga.redovisning.hamta.queryOptions({ input: { ar: val.ar, kommun: [...val.kommuner] } }), refetchOnWindowFocus: false })
  if (val.sida === UTSKRIFT) {
    if (svar.data) return <Utskrift svar={svar.data} val={val} maskera={maskera} onMaskera={onMaskera} />
    return svar.isError ? <Sidhuvud rubrik={text.rubrik(val.ar)} titel={text.rubrik(val.ar)} under={felmening(svar.error)} /> : <Hamtar />
  }
  return (
    <>
      <Huvud val={val} ar={ar} svar={svar.data} />
      {svar.isError && (
        <p role="alert" className={stil.fel}>
          {felmening(svar.error)}
        </p>
      )}
      {svar.isPending && <Hamtar />}
      {svar.data && <Innehall key={tillAdress(val)} val={val} svar={svar.data} maskera={maskera} onMaskera={onMaskera} />}
    </>
  )
}

function Huvud({ val, ar, svar }: { readonly val: Sidval; readonly ar: readonly number[]; readonly svar: Redovisningssvar | undefined }) {
  const [, ga] = useLocation()
  const kontoret = useQuery(fraga.enhet.hamta.queryOptions())
  const rader = kontoret.data?.kommuner ?? []
  const kommuner = kommunerUnderAret(rader, val.ar)
  const utskrift = tillAdress({ ...val, sida: UTSKRIFT })
  const flikar = STEG.map((sida) => ({ vag: tillAdress({ ...val, sida }), text: text.flikar[sida] }))
  const byt = (nytt: Partial<Sidval>) => {
    const blir = { ...val, ...nytt }
    // A kommun that was not the unit's that year cannot be counted for it.
    const kvar = kommunerUnderAret(rader, blir.ar)
    ga(tillAdress({ ...blir, kommuner: blir.kommuner.filter((kod) => kvar.includes(kod)) }))
  }
  useKommandon([{ id: 'redovisning.skriv-ut', text: text.skrivUt, gor: () => ga(utskrift) }])
  useSidtangenter([
    ...flikar.map((flik, i) => ({ tangent: String(i + 1), text: text.tangentSteg(flik.text), gor: () => ga(flik.vag) })),
    { tangent: 's', text: text.skrivUt, gor: () => ga(utskrift) },
  ])
  const vardkommun = kontoret.data?.enhet.vardkommun
  const over =
    val.kommuner.length > 0
      ? text.avser(val.kommuner.map(kommunNamn))
      : vardkommun === undefined
        ? svar?.enhet.namn
        : text.soker(kommunMedKod(vardkommun)?.fulltNamn ?? vardkommun, kommuner.length)
  return (
    <>
      <Sidhuvud
        over={over ?? '\u00a0'}
        rubrik={text.rubrik(val.ar)}
        titel={text.rubrik(val.ar)}
        handlingar={
          <>
            <Inlamning ar={val.ar} />
            <Lankknapp till={utskrift} ikon={Printer}>
              {text.skrivUt}
            </Lankknapp>
          </>
        }
      />
      <Urval val={val} ar={ar} kommuner={kommuner} onAndra={byt} />
      <Flikar etikett={text.steg} flikar={flikar} />
    </>
  )
}

/** From this many days before it, the day presses. */
const SNART = 60

function Inlamning({ ar }: { readonly ar: number }) {
  const dagar = dagarTillInlamning(ar, useIdag())
  if (dagar === 0) return <Marke ton="passerat">{text.sistaDagen}</Marke>
  if (dagar < 0) return <Marke>{text.passerat(ar + 1)}</Marke>
  return <Marke ton={dagar <= SNART ? 'snart' : 'stilla'}>{text.dagarKvar(dagar)}</Marke>
}

function Innehall({ val, svar, maskera, onMaskera }: Delegenskaper & { readonly val: Sidval }) {
  const [oppning, setOppning] = useState<Oppning>()
  // Where one was, to come back to when the panel closes.
  const fran = useRef<Element | null>(null)
  const oppna = (ny: Oppning) => {
    fran.current = document.activeElement
    setOppning(ny)
  }
  const stang = () => {
    setOppning(undefined)
    if (fran.current instanceof HTMLElement) fran.current.focus()
  }
  useTangenter(oppning ? [{ tangent: 'escape', text: ram.tangentStang, gor: stang }] : [])
  if (val.sida === UTSKRIFT) return null
  const Del = DELAR[val.sida]
  return (
    <Siffersammanhang value={{ oppen: oppning?.figur, oppna }}>
      <Spalter
        fast
        sida={
          <>
            {oppning && <Sifferpanel ar={val.ar} kommuner={val.kommuner} oppning={oppning} harArenden={svar.oppningsbara.includes(oppning.figur)} onStang={stang} />}
            <Kontroller kontroller={svar.figurer.kontroller} oppna={oppna} />
            {!oppning && <TomPanel />}
          </>
        }
      >
        <Del svar={svar} maskera={maskera} onMaskera={onMaskera} />
      </Spalter>
    </Siffersammanhang>
  )
}
