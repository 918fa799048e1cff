import { Download, Printer } from 'lucide-react'
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { idag, klockslag, type Tid } from '../../db/model/kalender.ts'
import { felmening } from '../app/fraga.ts'
import { Sidhuvud } from '../app/Sidhuvud.tsx'
import { sag } from '../parts/Angra.tsx'
import { Exporterbart, useExportForbjuden } from '../parts/Exporterbart.tsx'
import { Knapp, Lankknapp } from '../parts/Knapp.tsx'
import { papper as text } from '../texter/papper.ts'
import papperstil from './papper.css?raw'
import stil from './Forhandsvisning.module.css'
import { type Dokumentmeta, dokumentnamn, sidstil } from './sidstil.ts'

interface Egenskaper {
  readonly meta: Dokumentmeta
  readonly dokument: (meta: Dokumentmeta) => ReactElement
  /** Writes the print in the office's log before anything is printed; answers when and by whom. */
  readonly logga: () => Promise<{ readonly tid: Tid; readonly av: string }>
  /** Where the way back leads; left out where there is another way on. */
  readonly tillbaka?: string
  /** Saves the page as PDF, where the shell can; answers the file, or null when the user changed their mind. */
  readonly sparaPdf?: (() => Promise<{ readonly fil: string | null }>) | undefined
  readonly efter?: () => void
  /** What comes after the print, beside its button. */
  readonly vidare?: ReactNode
  /** Choices about the document, between its heading and the sheet. */
  readonly val?: ReactNode
}

/** A document as it will be printed, and the buttons that print it. On paper only the document remains. */
export function Forhandsvisning({ meta, dokument, logga, tillbaka, sparaPdf, efter, vidare, val }: Egenskaper) {
  const [utskriven, setUtskriven] = useState(meta.utskriven)
  const [arbetar, setArbetar] = useState(false)
  const forbjuden = useExportForbjuden()
  const hel = { ...meta, utskriven }
  useSidstil(hel)

  const gor = async (sedan: () => Promise<void> | void) => {
    setArbetar(true)
    try {
      const { tid, av } = await logga()
      // The foot must say it before the printer looks.
      flushSync(() => setUtskriven({ datum: idag(tid), klockan: klockslag(tid), av }))
      await sedan()
      efter?.()
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setArbetar(false)
    }
  }
  const spara = sparaPdf && (async () => {
    const { fil } = await sparaPdf()
    if (fil !== null) sag(text.sparadSom(fil))
  })

  return (
    <>
      <div className={stil.verktyg}>
        <Sidhuvud
          rubrik={dokumentnamn(meta)}
          titel={dokumentnamn(meta)}
          handlingar={
            <>
              {tillbaka !== undefined && <Lankknapp till={tillbaka}>{text.tillbaka}</Lankknapp>}
              {spara && !forbjuden && (
                <Knapp ikon={Download} vantar={arbetar} onPress={() => void gor(spara)}>
                  {text.sparaPdf}
                </Knapp>
              )}
              <Knapp sort="forsta" ikon={Printer} vantar={arbetar} onPress={() => void gor(() => window.print())}>
                {text.skrivUt}
              </Knapp>
              {vidare}
            </>
          }
        />
        <Exporterbart>{null}</Exporterbart>
        {val}
      </div>
      <div className={stil.yta}>{dokument(hel)}</div>
    </>
  )
}

/**
 * Lays the paper's styles on the page while it is shown, as a constructed sheet: the window's policy
 * forbids style elements. While printing, the title is the document's own: it becomes the PDF's.
 */
function useSidstil(meta: Dokumentmeta): void {
  const css = `${papperstil}\n${sidstil(meta)}`
  const namn = dokumentnamn(meta)
  // In the same breath as the markup: printing follows at once.
  useLayoutEffect(() => {
    const blad = new CSSStyleSheet()
    blad.replaceSync(css)
    document.adoptedStyleSheets.push(blad)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((annat) => annat !== blad)
    }
  }, [css])
  useEffect(() => {
    let titel = document.title
    const fore = () => {
      titel = document.title
      document.title = namn
    }
    const efter = () => {
      document.title = titel
    }
    window.addEventListener('beforeprint', fore)
    window.addEventListener('afterprint', efter)
    return () => {
      window.removeEventListener('beforeprint', fore)
      window.removeEventListener('afterprint', efter)
    }
  }, [namn])
}
