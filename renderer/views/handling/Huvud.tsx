import { Download, Printer } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { punktnummer } from '../../../db/model/blankett/punktnummer.ts'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import type { Frist } from '../../../db/model/handling/frister.ts'
import type { HandlingRad } from '../../../db/model/handling/typer.ts'
import type { Exportformat } from '../../../electron/office/contract/handlingar.ts'
import { felmening } from '../../app/fraga.ts'
import { useIdag } from '../../app/idag.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { sag } from '../../parts/Angra.tsx'
import { useExportForbjuden } from '../../parts/Exporterbart.tsx'
import { Flikar } from '../../parts/Flikar.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Meny } from '../../parts/Meny.tsx'
import { delar } from '../../texter/delar.ts'
import { dagIOrd } from '../../texter/datum.ts'
import { handling as text } from '../../texter/handling.ts'
import { handlingskontor } from './fragor.ts'
import { useHandling } from './sammanhang.ts'
import { handlingsvag, type Sida } from './vagar.ts'
import { stegKlart } from './varden.ts'

/** "Mora kommun söker för sju kommuner": the sökande and how many it applies for. */
export function sokerFor({ sokande, kommuner }: Pick<HandlingRad, 'sokande' | 'kommuner'>): string {
  return text.soker(kommunMedKod(sokande)?.fulltNamn ?? sokande, kommuner.length === 1 && kommuner[0] === sokande ? 0 : kommuner.length)
}

/** The head of a handling: whose it is, how long there is left, and what can be done with it; under it its points. */
export function Huvud({ dar }: { readonly dar: Sida | undefined }) {
  const { slag, sida, far } = useHandling()
  const [, ga] = useLocation()
  const forbjuden = useExportForbjuden()
  const { handling } = sida
  const { id, status } = handling
  const namn = text.namn(slag, handling.ar)
  const vag = (till?: Parameters<typeof handlingsvag>[2]) => handlingsvag(slag, id, till)
  const flikar = sida.blankett.punkter.map((p) => {
    const flik = text.flikMedNummer(punktnummer(slag, p.id), text.flik[p.id])
    return { vag: vag(p.id), text: stegKlart(sida.falt, p.id) ? text.flikKlar(flik) : flik }
  })
  useKommandon([
    { id: 'handling.skriv-ut', text: text.skrivUt, under: namn, gor: () => ga(vag('skriv-ut')) },
    { id: 'handling.granska', text: text.granska, under: namn, gor: () => ga(vag('granska')) },
    { id: 'handling.fyll-i', text: text.fyllI, under: namn, gor: () => ga(vag('fyll-i')) },
  ])
  useSidtangenter([
    ...flikar.slice(0, 9).map((flik, i) => ({ tangent: String(i + 1), text: text.tangentSteg(flik.text), gor: () => ga(flik.vag) })),
    { tangent: 'g', text: text.granska, gor: () => ga(vag('granska')) },
    { tangent: 'b', text: text.fyllI, gor: () => ga(vag('fyll-i')) },
    { tangent: 's', text: text.skrivUt, gor: () => ga(vag('skriv-ut')) },
  ])
  return (
    <>
      <Sidhuvud
        over={sokerFor(handling)}
        rubrik={handling.nr > 1 ? `${namn}, ${text.version(handling.nr).toLocaleLowerCase('sv')}` : namn}
        titel={namn}
        {...(forbjuden ? { under: delar.exportForbjuden } : {})}
        handlingar={
          <>
            <Laget handling={handling} frist={sida.frist} utanStatus={dar === 'granska'} />
            <Lankknapp till={vag('skriv-ut')} ikon={Printer}>
              {text.skrivUt}
            </Lankknapp>
            {!forbjuden && <Exportera />}
            {status !== 'utkast' && dar !== 'fyll-i' && <Lankknapp till={vag('fyll-i')}>{text.fyllI}</Lankknapp>}
            {far && dar !== 'granska' && (
              <Lankknapp sort="forsta" till={vag('granska')}>
                {text.granska}
              </Lankknapp>
            )}
            {status === 'faststalld' && dar !== 'granska' && (
              <Lankknapp sort="forsta" till={vag('granska')}>
                {text.lamnaIn}
              </Lankknapp>
            )}
            {!far && status !== 'faststalld' && dar !== 'granska' && <Lankknapp till={vag('granska')}>{text.laget}</Lankknapp>}
          </>
        }
      />
      <Flikar etikett={text.steg(slag)} flikar={flikar} />
    </>
  )
}

/** From this many days before it, the day presses. */
const SNART = 60

/** Days to the deadline as long as it is not inlämnad; then when that was. */
export function Laget({ handling, frist, utanStatus = false }: { readonly handling: Pick<HandlingRad, 'status' | 'inlamnad' | 'slag'>; readonly frist: Pick<Frist, 'dagarKvar'>; readonly utanStatus?: boolean }) {
  const idag = useIdag()
  const { slag } = handling
  if (handling.inlamnad !== null) return <Marke ton="lugnt">{text.inlamnadDag(dagIOrd(handling.inlamnad.datum, idag))}</Marke>
  const { dagarKvar } = frist
  const tid =
    dagarKvar === 0 ? <Marke ton="passerat">{text.frist.idag(slag)}</Marke>
    : dagarKvar < 0 ? <Marke ton="passerat">{text.frist.passerad(slag, -dagarKvar)}</Marke>
    : <Marke ton={dagarKvar <= SNART ? 'snart' : 'stilla'}>{text.frist.kvar(slag, dagarKvar)}</Marke>
  return (
    <>
      {handling.status === 'faststalld' && !utanStatus && <Marke>{text.status.faststalld}</Marke>}
      {tid}
    </>
  )
}

const FORMAT: readonly Exportformat[] = ['xlsx', 'csv', 'json']

/** The files, masked as chosen; PDF is the paper's own. */
function Exportera() {
  const { slag, sida } = useHandling()
  const [, ga] = useLocation()
  const [vantar, setVantar] = useState(false)
  const { id } = sida.handling
  const hamta = async (format: Exportformat) => {
    setVantar(true)
    try {
      const fil = await handlingskontor(slag).exportera({ id, format })
      sparaFil(fil)
      sag(text.exporterad(fil.name))
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Meny
      text={text.exportera}
      ikon={Download}
      vantar={vantar}
      val={[
        ...FORMAT.map((format) => ({ id: format, text: text.exportformat[format], gor: () => void hamta(format) })),
        { id: 'pdf', text: text.exporteraPdf, gor: () => ga(handlingsvag(slag, id, 'skriv-ut')) },
      ]}
    />
  )
}
