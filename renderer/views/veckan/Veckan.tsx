import { Plus } from 'lucide-react'
import { useLocation } from 'wouter'
import { veckonummer } from '../../../db/model/kalender.ts'
import { useIdag } from '../../app/idag.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { useInloggad } from '../../app/session.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { medVeckodag, storBokstav } from '../../texter/datum.ts'
import { veckan as text } from '../../texter/veckan.ts'
import { tillNyKontakt } from '../kontakter/NyKontakt.tsx'
import { administrerar, skoter } from '../kontoret/ratt.ts'
import { Kedjebrottet } from '../logg/Kedjebrottet.tsx'
import { KopiaSaknas, Veckokopian } from '../sakerhetskopior/Veckokopian.tsx'
import { ChefensVecka } from './ChefensVecka.tsx'
import { OmbudetsVecka } from './OmbudetsVecka.tsx'

/** The room Min vecka: what needs one now (UX "Min vecka"). Who is both ombud and chief sees the own clients first. */
export function Veckan() {
  const idag = useIdag()
  const { roller } = useInloggad()
  const under = text.under(storBokstav(medVeckodag(idag)), veckonummer(idag))
  return (
    <>
      {roller.includes('ombud') ? <Ombudshuvud under={under} /> : <Sidhuvud rubrik={text.titel} titel={text.titel} under={under} />}
      {skoter(roller) && <Kedjebrottet chef={roller.includes('enhetschef')} />}
      {roller.includes('ombud') && <OmbudetsVecka />}
      <KopiaSaknas />
      {administrerar(roller) && !roller.includes('enhetschef') && <Veckokopian />}
      {roller.includes('enhetschef') && <ChefensVecka medRubrik={roller.includes('ombud')} />}
    </>
  )
}

function Ombudshuvud({ under }: { readonly under: string }) {
  const [, ga] = useLocation()
  const uppdrag = () => ga('/klienter/nytt')
  useSidtangenter([
    { tangent: 'k', alt: true, text: text.nyKontakt, gor: tillNyKontakt },
    { tangent: 'n', alt: true, text: text.nyttUppdrag, gor: uppdrag },
  ])
  useKommandon([
    { id: 'ny-kontakt', text: text.nyKontakt, under: 'Alt K', gor: tillNyKontakt },
    { id: 'nytt-uppdrag', text: text.nyttUppdrag, under: 'Alt N', gor: uppdrag },
  ])
  return (
    <Sidhuvud
      rubrik={text.titel}
      titel={text.titel}
      under={under}
      handlingar={
        <>
          <Knapp ikon={Plus} onPress={tillNyKontakt}>
            {text.nyKontakt}
          </Knapp>
          <Lankknapp sort="forsta" ikon={Plus} till="/klienter/nytt">
            {text.nyttUppdrag}
          </Lankknapp>
        </>
      }
    />
  )
}
