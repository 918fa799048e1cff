import { Plus } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ArendeRad } from '../../../db/model/arenden.ts'
import type { Datum } from '../../../db/model/kalender.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { useIdag } from '../../app/idag.ts'
import { useKommandon } from '../../app/Palett.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { useUi } from '../../app/ui.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Namn } from '../../parts/Namn.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { bradska, kortDatum, kvarIOrd, langtDatum } from '../../texter/datum.ts'
import { klienter as text } from '../../texter/klienter.ts'
import { rumsnamn } from '../../texter/ram.ts'
import { useMina } from './arendefragor.ts'
import stil from './klienter.module.css'
import { delaUpp, type Pagaende, SNART_DAGAR, stammer } from './klientlista.ts'

/** The own clients. */
export function Klientlista() {
  const mina = useMina()
  const [, ga] = useLocation()
  const nytt = () => ga('/klienter/nytt')
  useKommandon([{ id: 'nytt-uppdrag', text: text.nyttUppdrag, under: 'Alt N', gor: nytt }])
  const sokfalt = useRef<HTMLInputElement>(null)
  useSidtangenter([
    { tangent: 'n', alt: true, text: text.nyttUppdrag, gor: nytt },
    { tangent: 's', alt: true, text: text.sokTangent, gor: () => sokfalt.current?.focus() },
  ])
  return (
    <>
      <Sidhuvud
        rubrik={rumsnamn.klienter}
        titel={rumsnamn.klienter}
        handlingar={
          <Lankknapp sort="forsta" ikon={Plus} till="/klienter/nytt">
            {text.nyttUppdrag}
          </Lankknapp>
        }
      />
      <Hamtat svar={mina} framsteg>{(rader) => (rader.length === 0 ? <Tomt text={text.tomLista} /> : <Listan rader={rader} sokfalt={sokfalt} />)}</Hamtat>
    </>
  )
}

function Listan({ rader, sokfalt }: { readonly rader: readonly ArendeRad[]; readonly sokfalt: RefObject<HTMLInputElement | null> }) {
  const idag = useIdag()
  const [sokt, setSokt] = useState('')
  const [visaOvriga, setVisaOvriga] = useState(false)

  const soker = sokt.trim() !== ''
  const traffar = rader.filter((rad) => stammer(rad, sokt))
  const { pagaende, ovriga } = delaUpp(traffar)
  const allaOvriga = soker ? ovriga.length : delaUpp(rader).ovriga.length
  const oppna = soker || visaOvriga
  return (
    <>
      <div className={stil.sok}>
        <TextFalt ref={sokfalt} etikett={text.sok} type="search" spellCheck={false} varde={sokt} onAndra={setSokt} />
        <p className={stil.traffar} role="status">
          {soker ? text.antalVisas(traffar.length, rader.length) : ''}
        </p>
      </div>
      {traffar.length === 0 ? (
        <Tomt text={text.ingenTraff(sokt.trim())} />
      ) : (
        <>
          {(pagaende.length > 0 || !soker) && (
            <Avsnitt rubrik={text.pagaende} bredvid={pagaende.length}>
              {pagaende.length === 0 ? <Tomt text={text.ingaPagaende} /> : <Pagaendetabell rader={pagaende} idag={idag} />}
            </Avsnitt>
          )}
          {allaOvriga > 0 && (
            <Avsnitt
              rubrik={text.avslutade}
              bredvid={allaOvriga}
              handling={
                !soker && (
                  <Knapp sort="tyst" storlek="liten" aria-expanded={oppna} onPress={() => setVisaOvriga(!visaOvriga)}>
                    {oppna ? text.dolj : text.visa}
                  </Knapp>
                )
              }
            >
              {oppna && <Ovrigatabell rader={ovriga} />}
            </Avsnitt>
          )}
        </>
      )}
    </>
  )
}

const tillArendet = (rad: ArendeRad) => `/klienter/${rad.nummer}`

/** The columns that both tables begin with. The name is sorted as it is shown: hidden names tell nothing by their order. */
function useForstaKolumner(): Kolumn<ArendeRad>[] {
  const dolda = useUi((u) => u.namnDolda)
  return [
    {
      id: 'namn',
      rubrik: text.namn,
      ordning: (rad) => (dolda ? rad.nummer : (rad.namn ?? rad.nummer)),
      cell: (rad) => (
        <Link href={tillArendet(rad)} className={stil.namn}>
          <Namn nummer={rad.nummer} namn={rad.namn} />
        </Link>
      ),
    },
    {
      id: 'nummer', rubrik: text.nummer, ordning: (rad) => rad.nummer,
      cell: (rad) => (
        <>
          {rad.nummer} {rad.skadat === true && <Marke ton="passerat">{text.skadat}</Marke>}
        </>
      ),
    },
    { id: 'kommun', rubrik: text.kommun, cell: (rad) => (rad.kommun === null ? '' : kommunNamn(rad.kommun)) },
  ]
}

function Pagaendetabell({ rader, idag }: { readonly rader: readonly Pagaende<ArendeRad>[]; readonly idag: Datum }) {
  const kolumner: Kolumn<Pagaende<ArendeRad>>[] = [
    ...useForstaKolumner(),
    { id: 'start', rubrik: text.pagarSedan, cell: (rad) => kortDatum(rad.start, idag) },
    { id: 'slut', rubrik: text.planeratSlut, ordning: (rad) => rad.planeratSlut, cell: (rad) => (rad.planeratSlut === null ? text.ejPlanerat : kortDatum(rad.planeratSlut, idag)) },
    { id: 'kvar', rubrik: text.kvar, cell: (rad) => <Kvar slut={rad.planeratSlut} idag={idag} /> },
  ]
  return <Tabell bildtext={text.bildtextPagaende} kolumner={kolumner} rader={rader} nyckel={(rad) => rad.nummer} sorteraFran={{ kolumn: 'namn' }} />
}

/** What is left, with a badge when it presses. */
function Kvar({ slut, idag }: { readonly slut: string | null; readonly idag: Datum }) {
  if (slut === null) return null
  const ton = bradska(slut, idag, SNART_DAGAR)
  return ton === 'lugnt' ? kvarIOrd(slut, idag) : <Marke ton={ton}>{kvarIOrd(slut, idag)}</Marke>
}

function Ovrigatabell({ rader }: { readonly rader: readonly ArendeRad[] }) {
  const kolumner: Kolumn<ArendeRad>[] = [
    ...useForstaKolumner(),
    {
      id: 'senaste',
      rubrik: text.senasteUppdrag,
      ordning: (rad) => rad.slut,
      cell: (rad) => (rad.start === null || rad.slut === null ? text.ingetUppdrag : text.intervall(langtDatum(rad.start), langtDatum(rad.slut))),
    },
  ]
  return <Tabell bildtext={text.bildtextAvslutade} kolumner={kolumner} rader={rader} nyckel={(rad) => rad.nummer} />
}
