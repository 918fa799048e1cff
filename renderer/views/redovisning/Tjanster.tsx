import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { useInloggad } from '../../app/session.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { ellerStreck, endecimal, STRECK, tvadecimaler } from '../../print/tal.ts'
import { redovisning } from '../../texter/redovisning.ts'
import { Oppnalank, Siffra } from './Siffra.tsx'
import type { Delegenskaper } from './Siffror.tsx'
import stil from './Redovisning.module.css'

const text = redovisning.tjanster

const FALT = ['arsanstallningar', 'franvaro', 'vikarier', 'bemannat'] as const
type Falt = (typeof FALT)[number]
type Kommunrad = Figurer['perKommun'][number]

/** 10 § 1: the posts, by kommun and in all, as parts of full-time years. */
export function Tjanster({ svar: { figurer, fjol } }: Delegenskaper) {
  const { roller } = useInloggad()
  const skoter = roller.includes('enhetschef') || roller.includes('administrator')
  const { antal, franvaro, vikarier, bemannat } = figurer.arsanstallningar
  if (antal === 0 && vikarier === 0 && fjol.arsanstallningar.antal === 0) {
    return (
      <Avsnitt rubrik={text.rubrik}>
        <Tomt text={skoter ? text.tomtChef : text.tomt} handling={skoter && <Lankknapp till="/kontoret/bemanning">{text.tillBemanning}</Lankknapp>} />
      </Avsnitt>
    )
  }
  const iFjol = new Map(fjol.perKommun.map((k) => [k.kommun, k.arsanstallningar]))
  const tal = (n: number | undefined) => (n === undefined || n === 0 ? STRECK : tvadecimaler(n))
  const kolumn = (falt: Falt): Kolumn<Kommunrad> => ({
    id: falt,
    rubrik: text[falt],
    tal: true,
    cell: (k) => (k[falt] === 0 ? STRECK : <Siffra figur={`perKommun.${k.kommun}.${falt}`} vad={redovisning.iKommun(text[falt], kommunNamn(k.kommun))} tal={tal(k[falt])} />),
  })
  const summa = (falt: Falt, n: number) => <Siffra figur={`arsanstallningar.${falt === 'arsanstallningar' ? 'antal' : falt}`} vad={text[falt]} tal={tvadecimaler(n)} />
  return (
    <>
      <div className={stil.tabell}>
        <Tabell
          bildtext={text.rubrik}
          kolumner={[
            { id: 'kommun', rubrik: redovisning.kommun, cell: (k) => kommunNamn(k.kommun) },
            ...FALT.map(kolumn),
            { id: 'fjol', rubrik: text.arsanstallningarAr(fjol.ar), tal: true, ton: 'svag', cell: (k) => tal(iFjol.get(k.kommun)) },
          ]}
          rader={figurer.perKommun}
          nyckel={(k) => k.kommun}
          summa={[
            redovisning.totalt,
            summa('arsanstallningar', antal),
            summa('franvaro', franvaro),
            summa('vikarier', vikarier),
            summa('bemannat', bemannat),
            tvadecimaler(fjol.arsanstallningar.antal),
          ]}
          under={text.avrundning}
        />
      </div>
      <Tabell
        bildtext={text.perArsanstallning}
        kolumner={[
          { id: 'vad', rubrik: text.matt, cell: () => text.perArsanstallning },
          { id: 'ar', rubrik: String(figurer.ar), tal: true, ton: 'fet', cell: () => ellerStreck(figurer.klienterPerArsanstallning, endecimal) },
          { id: 'fjol', rubrik: String(fjol.ar), tal: true, ton: 'svag', cell: () => ellerStreck(fjol.klienterPerArsanstallning, endecimal) },
          { id: 'oppna', rubrik: redovisning.oppna, handling: true, cell: () => <Oppnalank figur="klienterPerArsanstallning" vad={text.perArsanstallning} tal={ellerStreck(figurer.klienterPerArsanstallning, endecimal)} /> },
        ]}
        rader={['per']}
        nyckel={(rad) => rad}
      />
    </>
  )
}
