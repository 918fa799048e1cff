import { type ReactNode, useState } from 'react'
import type { Oversikt } from '../../../db/model/importera/oversikt.ts'
import type { Importsvar, LastFil } from '../../../electron/office/contract/importera.ts'
import { felmening, fragor } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { importera as text } from '../../texter/importera.ts'
import { Filen } from './Filen.tsx'
import stil from './Importera.module.css'
import { Klart } from './Klart.tsx'
import { Kontrollen } from './Kontrollen.tsx'
import { Parningen } from './Parningen.tsx'
import { type Filval, somInput } from './val.ts'

/** Where one is; the file and the choices are kept while one goes back and forth. */
type Lage =
  | { readonly steg: 1 }
  | { readonly steg: 2; readonly fil: LastFil; readonly val: Filval }
  | { readonly steg: 3; readonly fil: LastFil; readonly val: Filval; readonly svar: Importsvar }
  | { readonly steg: 4; readonly fil: LastFil; readonly svar: Importsvar }

/**
 * The import of a register: choose a file, pair its columns, check, import. The office holds the file in memory and stores nothing
 * before the last button; the window never sees the rows, only what is wrong with them.
 */
export function Importera() {
  const [lage, setLage] = useState<Lage>(() => utkast(UTKAST) ?? { steg: 1 })
  const [fel, setFel] = useState<string>()
  const arbete = useLangtArbete<Importsvar>()

  // The pairing of a file is work: it is there when one has looked at another page. The office has the rows.
  useUtkast(UTKAST, lage, lage.steg === 2 || lage.steg === 3)

  const gor = async (vad: () => Promise<Lage>) => {
    setFel(undefined)
    try {
      setLage(await vad())
    } catch (orsak) {
      setFel(felmening(orsak))
    }
  }
  const kontrollera = (fil: LastFil, val: Filval) =>
    gor(async () => ({ steg: 3, fil, val, svar: await arbete.kor(() => kontor.importera.prova(somInput(fil.id, fil.oversikt, val)), text.kontroll.forbereder) }))
  const importera = (fil: LastFil, val: Filval) =>
    gor(async () => {
      const svar = await arbete.kor(() => kontor.importera.kor(somInput(fil.id, fil.oversikt, val)), text.kontroll.importerar)
      // Something may have come in between: then nothing was stored, and the errors are the answer.
      if (svar.fel.length > 0) return { steg: 3, fil, val, svar }
      kastaUtkast(UTKAST)
      await fragor.invalidateQueries()
      return { steg: 4, fil, svar }
    })

  const borja = () => {
    kastaUtkast(UTKAST)
    setFel(undefined)
    setLage({ steg: 1 })
  }
  const klart = lage.steg === 4
  return (
    <>
      <Sidhuvud
        over={text.steg(lage.steg, text.stegnamn[lage.steg - 1] ?? '')}
        rubrik={klart ? text.klart.rubrik : text.rubrik}
        // A new step is a new page: the heading takes the focus.
        titel={text.steg(lage.steg, text.rubrik)}
        under={lage.steg === 1 ? text.under : undefined}
        handlingar={<Lankknapp till="/kontoret">{text.tillKontoret}</Lankknapp>}
      />
      {fel !== undefined && (
        <p role="alert" className={stil.fel}>
          {fel}
        </p>
      )}
      {arbete.lage && (
        <div className={stil.forlopp}>
          <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />
        </div>
      )}
      <Upptagen upptagen={arbete.lage !== undefined}>
        {lage.steg === 1 && <Filen onLast={(fil) => setLage({ steg: 2, fil, val: forstaVal(fil.oversikt) })} />}
        {lage.steg === 2 && <Parningen fil={lage.fil} val={lage.val} onAndra={(oversikt, val) => setLage({ steg: 2, fil: { ...lage.fil, oversikt }, val })} onKontrollera={() => void kontrollera(lage.fil, lage.val)} onBorjaOm={borja} />}
        {lage.steg === 3 && <Kontrollen val={lage.val} svar={lage.svar} onImportera={() => void importera(lage.fil, lage.val)} onTillbaka={() => setLage({ steg: 2, fil: lage.fil, val: lage.val })} onBorjaOm={borja} />}
        {lage.steg === 4 && <Klart filnamn={lage.fil.filnamn} svar={lage.svar} onEnTill={borja} />}
      </Upptagen>
    </>
  )
}

const UTKAST = 'importera'
const forstaVal = (oversikt: Oversikt): Filval => ({ parning: oversikt.parning, behallFodelsear: [], datumordning: {} })

/** While the office works nothing on the page can be pressed; it stays where it is. */
function Upptagen({ upptagen, children }: { readonly upptagen: boolean; readonly children: ReactNode }) {
  return (
    <div inert={upptagen} className={upptagen ? stil.upptagen : undefined}>
      {children}
    </div>
  )
}
