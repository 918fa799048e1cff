import { Eye, EyeOff, Lock, Search } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Angraregion } from '../parts/Angra.tsx'
import { Knapp } from '../parts/Knapp.tsx'
import { ram, rumsnamn } from '../texter/ram.ts'
import type { Jag } from '../../electron/office/contract/session.ts'
import { ANTAL } from './antal.ts'
import { kontor } from './klient.ts'
import { Kopieforlopp } from './Kopieforlopp.tsx'
import { las } from './las.ts'
import { Lotsmarke } from './Lotsmarke.tsx'
import { Palett, soktext, type UseArendesok } from './Palett.tsx'
import stil from './Ram.module.css'
import { type Rum, rumFor } from './rum.tsx'
import { useInloggad } from './session.ts'
import { type Tangent, Tangenthjalp, useTangenter } from './tangenter.tsx'
import { useUi } from './ui.ts'
import { useVila, type Vila } from './vila.ts'

/** The frame: the rail, the top, the page. */
export function Ram({ children, useArendesok }: { readonly children: ReactNode; readonly useArendesok?: UseArendesok }) {
  const inloggad = useInloggad()
  const { namnDolda, doljNamn, visaPaletten, visaTangenter } = useUi()
  const vila = useVila(inloggad.installningar.doljNamnMinuter, inloggad.installningar.lasMinuter, () => void kontor.session.jag().catch(() => undefined))
  useEffect(() => {
    if (vila === 'dold' || vila === 'snart') doljNamn(true)
    if (vila === 'last') void las()
  }, [vila, doljNamn])

  const tangenter: readonly Tangent[] = [
    { tangent: 'k', ctrl: true, text: ram.tangentSok, gor: () => visaPaletten(true) },
    { tangent: 'd', ctrl: true, skift: true, text: ram.tangentDolj, gor: () => doljNamn(!namnDolda) },
    { tangent: 'l', ctrl: true, text: ram.tangentLas, gor: () => void las() },
    { tangent: '?', text: ram.tangentHjalp, gor: () => visaTangenter(true) },
  ]
  useTangenter(tangenter)

  return (
    <div className={stil.ram}>
      <a
        className={stil.hoppa}
        href="#innehall"
        onClick={(e) => {
          e.preventDefault()
          document.getElementById('innehall')?.focus()
        }}
      >
        {ram.tillInnehallet}
      </a>
      <Skena inloggad={inloggad} />
      <div className={stil.hoger}>
        <Topp inloggad={inloggad} />
        <Laserstatus vila={vila} namnDolda={namnDolda} />
        <main id="innehall" className={stil.innehall} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Palett kommandon={kommandonAv(tangenter, namnDolda)} useArendesok={useArendesok} />
      <Tangenthjalp overallt={tangenter} />
      <Angraregion />
    </div>
  )
}

function Skena({ inloggad }: { readonly inloggad: Jag }) {
  const [plats] = useLocation()
  // Open on the page where it was opened: going to another closes it.
  const [oppenVid, setOppenVid] = useState<string>()
  const oppen = oppenVid === plats
  const rum = rumFor(inloggad.roller)
  const forstaNederst = rum.find((r) => r.nederst)
  return (
    <nav className={stil.skena} aria-label={ram.rummen}>
      <div className={stil.skenspalt}>
        <div className={stil.marke}>
          <Lotsmarke />
          {ram.lotsen}
          <div className={stil.menyknapp}>
            <Knapp storlek="liten" aria-expanded={oppen} onPress={() => setOppenVid(oppen ? undefined : plats)}>
              {ram.meny}
            </Knapp>
          </div>
        </div>
        <ul className={stil.rum} data-oppen={oppen || undefined}>
          {rum.map((r) => (
            <li key={r.id} className={r === forstaNederst ? stil.nederst : undefined}>
              <Rumslank rum={r} vald={plats === r.vag || plats.startsWith(`${r.vag}/`)} />
            </li>
          ))}
        </ul>
        <Kopieforlopp />
      </div>
    </nav>
  )
}

const ingaVantar = () => undefined

function Rumslank({ rum, vald }: { readonly rum: Rum; readonly vald: boolean }) {
  const useAntal = ANTAL[rum.id] ?? ingaVantar
  const antal = useAntal()
  return (
    <Link href={rum.vag} className={stil.lank} aria-current={vald ? 'page' : undefined}>
      <rum.ikon aria-hidden strokeWidth={1.75} />
      {rumsnamn[rum.id]}
      {antal !== undefined && antal > 0 && (
        <>
          <span className={stil.antal} aria-hidden>
            {antal}
          </span>
          <span className={stil.osynlig}>{ram.antalVantar(antal)}</span>
        </>
      )}
    </Link>
  )
}

function Topp({ inloggad }: { readonly inloggad: Jag }) {
  const { namnDolda, doljNamn, visaPaletten } = useUi()
  const roller = inloggad.roller.filter((roll) => roll !== 'ombud').map((roll) => ram[roll])
  return (
    <header className={stil.topp}>
      <button type="button" className={stil.sok} aria-keyshortcuts="Control+K" onClick={() => visaPaletten(true)}>
        <Search aria-hidden strokeWidth={1.75} />
        <span>{soktext(inloggad.roller)}</span>
        <kbd aria-hidden>{ram.sokTangent}</kbd>
      </button>
      <div className={stil.verktyg}>
        <Knapp sort="tyst" ikon={namnDolda ? Eye : EyeOff} aria-keyshortcuts="Control+Shift+D" onPress={() => doljNamn(!namnDolda)}>
          {namnDolda ? ram.visaNamn : ram.doljNamn}
        </Knapp>
        <Knapp sort="tyst" ikon={Lock} aria-keyshortcuts="Control+L" onPress={() => void las()}>
          {ram.las}
        </Knapp>
        <Link href="/mitt-losenord" className={stil.vem} title={ram.mittLosenord}>
          {ram.anvandare(inloggad.namn, roller.join(', '))}
        </Link>
      </div>
    </header>
  )
}

/** Says that names have been hidden, and warns in the last minute before the lock. */
function Laserstatus({ vila, namnDolda }: { readonly vila: Vila; readonly namnDolda: boolean }) {
  return (
    <div role="status">
      {vila === 'snart' ? <p className={stil.varning}>{ram.laserSnart}</p> : namnDolda && <p className={stil.osynlig}>{ram.namnDolda}</p>}
    </div>
  )
}

function kommandonAv(tangenter: readonly Tangent[], namnDolda: boolean) {
  const [, dolj, lasTangent, hjalp] = tangenter
  return [
    { id: 'dolj', text: namnDolda ? ram.visaNamn : ram.doljNamn, under: 'Ctrl Skift D', gor: () => dolj?.gor() },
    { id: 'las', text: ram.las, under: 'Ctrl L', gor: () => lasTangent?.gor() },
    { id: 'tangenter', text: ram.tangentHjalp, under: '?', gor: () => hjalp?.gor() },
  ]
}
