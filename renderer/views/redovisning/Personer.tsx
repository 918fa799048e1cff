import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { antal } from '../../print/tal.ts'
import { redovisning as text } from '../../texter/redovisning.ts'
import { KonOchAlder } from './KonOchAlder.tsx'
import type { Delegenskaper } from './Siffror.tsx'
import stil from './Redovisning.module.css'
import { Siffra } from './Siffra.tsx'
import { type Enkelrad, Enkeltabell, Siffertabell } from './Siffertabell.tsx'
import { medFjol } from './tabeller.ts'

const KLIENTFALT = ['ingaende', 'nya', 'avslutade', 'utgaende', 'stod'] as const
type Klientfalt = (typeof KLIENTFALT)[number]

/** 10 § 2: who has had support, and the reasons. */
export function Personer({ svar, maskera, onMaskera }: Delegenskaper) {
  const { figurer, fjol } = svar
  return (
    <>
      <Stod figurer={figurer} fjol={fjol} />
      <Uppdragsrad figurer={figurer} fjol={fjol} />
      <PerKommun figurer={figurer} fjol={fjol} />
      <div className={stil.par}>
        <Siffertabell rubrik={text.orsaker} figur="orsaker" rader={medFjol(...bada(figurer, fjol, (f) => f.orsaker.map((o) => ({ ...o, varde: o.orsak }))))} figurer={figurer} fjol={fjol} under={text.orsakerUnder} />
        <Siffertabell rubrik={text.livsomraden} figur="livsomraden" rader={medFjol(...bada(figurer, fjol, (f) => f.livsomraden))} figurer={figurer} fjol={fjol} under={text.livsomradenUnder} />
      </div>
      <KonOchAlder figurer={figurer} maskera={maskera} onMaskera={onMaskera} />
    </>
  )
}

/** The same of this year and the last. */
export function bada<T>(figurer: Figurer, fjol: Figurer, av: (f: Figurer) => T): [T, T] {
  return [av(figurer), av(fjol)]
}

function Stod({ figurer, fjol }: { readonly figurer: Figurer; readonly fjol: Figurer }) {
  const t = text.personer
  const rad = (falt: Klientfalt, rest: Partial<Enkelrad> = {}): Enkelrad => ({ figur: `klienter.${falt}`, vad: t[falt], tal: (f) => antal(f.klienter[falt]), ...rest })
  const k = figurer.klienter
  const flera = figurer.kontroller.find((kontroll) => kontroll.kod === 'flera_kommuner')
  return (
    <Enkeltabell
      rubrik={t.rubrik}
      figurer={figurer}
      fjol={fjol}
      rader={[
        rad('ingaende'),
        rad('nya'),
        { figur: 'aterkommande', vad: t.aterkommande, indrag: true, tal: (f) => antal(f.aterkommande) },
        rad('avslutade', { tillagg: t.avslutadeUnder }),
        rad('utgaende'),
      ]}
      summa={rad('stod')}
      under={
        <>
          {t.kontrollsumma({ ingaende: antal(k.ingaende), nya: antal(k.nya), avslutade: antal(k.avslutade), utgaende: antal(k.utgaende), stod: antal(k.stod) })}{' '}
          {flera?.summa !== undefined && t.flera(antal(flera.summa), flera.antal)}
        </>
      }
    />
  )
}

/** Uppdrag, a line of its own: one client can have several. */
function Uppdragsrad({ figurer, fjol }: { readonly figurer: Figurer; readonly fjol: Figurer }) {
  const t = text.uppdrag
  const falt = ['ingaende', 'paborjade', 'avslutade', 'utgaende'] as const
  const { paborjadeGenomKommunbyte, avslutadeGenomKommunbyte } = figurer.uppdrag
  return (
    <div className={stil.tabell}>
      <Tabell
        bildtext={t.rubrik}
        kolumner={[
          { id: 'ar', rubrik: t.rubrik, cell: (f: Figurer) => <span className={f === figurer ? undefined : stil.svag}>{f.ar}</span> },
          ...falt.map((namn): Kolumn<Figurer> => ({
            id: namn,
            rubrik: t[namn],
            tal: true,
            cell: (f) => (f === figurer ? <Siffra figur={`uppdrag.${namn}`} vad={t.figur[namn]} tal={antal(f.uppdrag[namn])} /> : <span className={stil.svag}>{antal(f.uppdrag[namn])}</span>),
          })),
        ]}
        rader={[figurer, fjol]}
        nyckel={(f) => String(f.ar)}
        under={
          <>
            {t.under} {(paborjadeGenomKommunbyte > 0 || avslutadeGenomKommunbyte > 0) && t.byten(paborjadeGenomKommunbyte, avslutadeGenomKommunbyte)}
          </>
        }
      />
    </div>
  )
}

function PerKommun({ figurer, fjol }: { readonly figurer: Figurer; readonly fjol: Figurer }) {
  const t = text.perKommun
  if (figurer.perKommun.length < 2) return null
  const iFjol = new Map(fjol.perKommun.map((k) => [k.kommun, k.stod]))
  return (
    <div className={stil.tabell}>
      <Tabell
        bildtext={t.rubrik}
        kolumner={[
          { id: 'kommun', rubrik: t.rubrik, cell: (k) => kommunNamn(k.kommun) },
          ...KLIENTFALT.map((falt): Kolumn<Figurer['perKommun'][number]> => ({
            id: falt,
            rubrik: t[falt],
            tal: true,
            ...(falt === 'stod' ? { ton: 'fet' as const } : {}),
            cell: (k) => <Siffra figur={`perKommun.${k.kommun}.${falt}`} vad={text.iKommun(t[falt], kommunNamn(k.kommun))} tal={antal(k[falt])} />,
          })),
          { id: 'fjol', rubrik: t.stodAr(fjol.ar), tal: true, ton: 'svag', cell: (k) => antal(iFjol.get(k.kommun) ?? 0) },
        ]}
        rader={figurer.perKommun}
        nyckel={(k) => k.kommun}
        summa={[
          text.totaltEnGang,
          ...KLIENTFALT.map((falt) => <Siffra key={falt} figur={`klienter.${falt}`} vad={text.iKommun(t[falt], text.helaEnheten)} tal={antal(figurer.klienter[falt])} />),
          antal(fjol.klienter.stod),
        ]}
      />
    </div>
  )
}
