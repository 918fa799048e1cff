import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { useLocation } from 'wouter'
import { idag, klockslag } from '../../../db/model/kalender.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { fraga, kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import type { Efterkopian, Kopiehuvud, Kopieinnehall, Lage } from '../../../electron/office/contract/start.ts'
import { Avsnitt, Uppgifter, type Uppgift } from '../../parts/Avsnitt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { useLangtArbete } from '../../parts/langtArbete.ts'
import { Formularruta, Steg } from '../../parts/Steg.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { aterstallning as text, start } from '../../texter/start.ts'
import { ANTAL_STEG } from './AterstallFil.tsx'
import { omFilen } from './AterstallOppna.tsx'
import kontoretStil from '../kontoret/Kontoret.module.css'
import { Startfot } from './Startfot.tsx'
import { VAG } from './vagar.ts'

/** What a restore answers. */
export interface Aterstallningssvar {
  readonly undanlagd: string | null
  readonly attGora: readonly string[]
}

interface Egenskaper {
  readonly lage: Lage
  readonly huvud: Kopiehuvud
  readonly innehall: Kopieinnehall
  readonly onTillbaka: () => void
  readonly onKlart: (svar: Aterstallningssvar) => void
}

/** What the file holds, what will happen, and the button that does it. */
export function AterstallGranska({ lage, huvud, innehall, onTillbaka, onKlart }: Egenskaper) {
  const [, ga] = useLocation()
  const fragor = useQueryClient()
  const arbete = useLangtArbete<Aterstallningssvar>()
  const form = useFormular({
    schema: z.object({}),
    start: {},
    spara: async () => {
      const svar = await arbete.kor(() => kontor.start.aterstall({ id: huvud.id }), text.aterstaller)
      await fragor.invalidateQueries({ queryKey: fraga.start.lage.key() })
      onKlart(svar)
    },
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.granska} titel={text.titel} />
      <Felsammanfattning {...form} />
      <Steg nu={3} alla={ANTAL_STEG} verb={text.verb} vantar={form.sparar} onFortsatt={form.skicka} onTillbaka={onTillbaka} onAvbryt={() => ga(VAG.start)}>
        <Uppgifter rader={[...iKopian(innehall), ...omFilen(huvud), ...efterKopian(innehall.efter)]} />
        {innehall.enhet === '' && <p>{text.aldre}</p>}
        <p>{text.losenordDa}</p>
        <p>{text.nyNyckel}</p>
        {lage.lage !== 'nytt' && <p>{text.laggsUndan}</p>}
        {arbete.lage && <Forlopp text={arbete.lage.vad} gjort={arbete.lage.klart} alla={arbete.lage.av} />}
      </Steg>
    </Framsida>
  )
}

/** The counts; none for a copy by an older Lotsen, whose tables are read only once it has been opened. */
function iKopian(innehall: Kopieinnehall): Uppgift[] {
  if (innehall.enhet === '') return []
  return [
    { namn: text.enhet, varde: innehall.enhet },
    { namn: text.arenden, varde: innehall.arenden },
    { namn: text.uppdrag, varde: innehall.uppdrag },
    { namn: text.kontakter, varde: innehall.kontakter },
    { namn: text.anvandare, varde: innehall.anvandare },
    { namn: text.senast, varde: text.gjordNar(langtDatum(idag(innehall.senastLoggad)), klockslag(innehall.senastLoggad)) },
  ]
}

/** What the office that is here has done since, and will not be in the restored one. */
function efterKopian(efter: Efterkopian): Uppgift[] {
  if (efter.slag === 'inget') return []
  return [{ namn: text.efter, varde: efter.slag === 'efter' ? radernaEfter(efter) : OLAST[efter.slag] }]
}

const OLAST = { annat: text.efterAnnat, oppnas_inte: text.efterOkant, avviker: text.efterAvviker } as const
const nar = (tid: string): string => text.gjordNar(langtDatum(idag(tid)), klockslag(tid))
const radernaEfter = ({ rader, forst, sist }: Extract<Efterkopian, { slag: 'efter' }>): string => (forst === null || sist === null ? text.ingetEfter : text.efterRader(rader, nar(forst), nar(sist)))

/** Done: where the former office lies, and the login. */
export function Aterstallt({ svar: { undanlagd, attGora }, lage }: { readonly svar: Aterstallningssvar; readonly lage: Lage }) {
  const [, ga] = useLocation()
  return (
    <Framsida bredd="bred" fot={<Startfot lage={lage} />}>
      <Sidhuvud rubrik={text.klart} titel={text.klart} under={text.klartText} />
      <Formularruta
        onSkicka={(e) => {
          e.preventDefault()
          ga(VAG.start, { replace: true })
        }}
        knappar={
          <Knapp type="submit" sort="forsta">
            {start.tillInloggningen}
          </Knapp>
        }
      >
        {attGora.length > 0 && (
          <Avsnitt rubrik={text.attGora} luft>
            <ul className={kontoretStil.handerLista}>
              {attGora.map((mening) => (
                <li key={mening}>{mening}</li>
              ))}
            </ul>
          </Avsnitt>
        )}
        {undanlagd !== null && <p>{text.undanlagt(undanlagd)}</p>}
      </Formularruta>
    </Framsida>
  )
}
