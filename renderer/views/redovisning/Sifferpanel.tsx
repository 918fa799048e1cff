import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { forklaring } from '../../../db/model/redovisning/index.ts'
import type { Oppnadfigur } from '../../../electron/office/contract/redovisning.ts'
import { felmening } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { redovisning as text } from '../../texter/redovisning.ts'
import type { Oppning } from './Siffra.tsx'
import stil from './Redovisning.module.css'

interface Egenskaper {
  readonly ar: number
  readonly kommuner: readonly string[]
  readonly oppning: Oppning
  /** The office can name the ärenden behind it; else it only has its rule (årsanställningar). */
  readonly harArenden: boolean
  readonly onStang: () => void
}

/** An opened figure: how it is counted, and the bare ärendenummer behind it. Takes focus, so that it is read and reached wherever it stands. */
export function Sifferpanel({ ar, kommuner, oppning, harArenden, onStang }: Egenskaper) {
  const ruta = useRef<HTMLDivElement>(null)
  useEffect(() => ruta.current?.focus(), [oppning.figur])
  const svar = useQuery({
    ...fraga.redovisning.oppna.queryOptions({ input: { ar, kommun: [...kommuner], figur: oppning.figur } }),
    enabled: harArenden,
    // Each opening is a row in the log: none is made by coming back to the window.
    refetchOnWindowFocus: false,
  })
  return (
    <div ref={ruta} className={stil.panel} tabIndex={-1} role="group" aria-label={text.panel.rubrik(oppning.vad)}>
      <Avsnitt
        luft
        rubrik={text.panel.rubrik(oppning.vad)}
        handling={
          <Knapp sort="tyst" storlek="liten" ikon={X} onPress={onStang}>
            {text.panel.stang}
          </Knapp>
        }
      >
        <p className={stil.tal}>{oppning.tal}</p>
        <p className={stil.forklaring}>{forklaring(oppning.figur)}</p>
        {!harArenden && <p className={stil.under}>{text.panel.utanArenden}</p>}
        {svar.isError && (
          <p role="alert" className={stil.fel}>
            {felmening(svar.error)}
          </p>
        )}
        {harArenden && svar.isPending && <Hamtar />}
        {svar.data && <Arenden svar={svar.data} />}
      </Avsnitt>
    </div>
  )
}

/** What may stand behind a figure without being counted in cases: contacts of people who never became clients. */
const raknarKontakter = (figur: string) => figur.startsWith('kontakter') || figur === 'ko'

/** The bare ärendenummer that a figure counts; a link only for whoever has the case. */
export function Arenden({ svar }: { readonly svar: Oppnadfigur }) {
  const { figur, antal, arenden, avstangt } = svar
  if (avstangt) return <p className={stil.under}>{antal === 0 ? text.panel.inga : text.panel.avstangt(antal)}</p>
  if (antal === 0) return <p className={stil.under}>{raknarKontakter(figur) ? text.panel.ingaKontakter : text.panel.inga}</p>
  return (
    <>
      <h3 className={stil.antal}>{text.panel.arenden(antal)}</h3>
      <ul className={stil.nummer}>
        {arenden.map(({ nummer, mitt }) => (
          <li key={nummer}>
            {mitt ? (
              <Link href={`/klienter/${nummer}`}>
                {nummer}
                <Osynlig> {text.panel.mitt}</Osynlig>
              </Link>
            ) : (
              nummer
            )}
          </li>
        ))}
      </ul>
      {raknarKontakter(figur) && <p className={stil.under}>{text.panel.medArende(antal)}</p>}
      {arenden.some((a) => a.mitt) && <p className={stil.under}>{text.panel.mina}</p>}
    </>
  )
}

/** Stands where the panel will be. */
export function TomPanel() {
  return (
    <Avsnitt luft rubrik={text.panel.tomtRubrik}>
      <p className={stil.forklaring}>{text.panel.tomt}</p>
    </Avsnitt>
  )
}
