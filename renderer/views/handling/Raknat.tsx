import type { Faltlage, Siffra, Tabell as Faltets } from '../../../db/model/handling/typer.ts'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { handling } from '../../texter/handling.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import { Oppna, Siffercell, Varde } from './Siffran.tsx'
import { harFjol, kontrollsumma, medEnhet, taltext } from './varden.ts'

const text = handling.falt

/** A row begins with "varav" when it is a part of the one above. */
const DEL_AV = /^varav /u

/** Figures after each other: name, this year, last year, Öppna. */
export function Siffrorna({ falt }: { readonly falt: readonly Faltlage[] }) {
  const { sida, siffror } = useHandling()
  const { ar } = sida.handling
  const fjol = harFjol(falt)
  const kolumner: Kolumn<Faltlage>[] = [
    {
      id: 'vad',
      rubrik: text.siffror,
      cell: ({ falt: f }) => (
        <span id={`falt-${f.id}`} className={DEL_AV.test(f.etikett) ? stil.indrag : undefined}>
          {f.etikett}
          {f.hjalp !== '' && <span className={stil.hjalp}>{f.hjalp}</span>}
        </span>
      ),
    },
    { id: 'ar', rubrik: text.iAr(ar), tal: true, ton: 'fet', cell: ({ siffra }) => siffra && <Varde siffra={siffra} /> },
    ...(fjol ? [{ id: 'fjol', rubrik: text.iAr(ar - 1), tal: true, ton: 'svag' as const, cell: ({ siffra }: Faltlage) => siffra && medEnhet(siffra.fjol, siffra) }] : []),
    { id: 'oppna', rubrik: text.oppna, handling: true, cell: ({ siffra, falt: f }) => siffra && <Oppna siffra={siffra} vad={f.etikett} /> },
  ]
  return (
    <div className={stil.grupp}>
      <Tabell bildtext={falt.map((f) => f.falt.etikett).join(', ')} kolumner={kolumner} rader={falt} nyckel={(f) => f.falt.id} under={falt.some((f) => f.siffra?.figur === 'klienter.stod') ? kontrollsumma(siffror) : undefined} />
    </div>
  )
}

/** A table that Lotsen counts. One with a single column of numbers has last year's beside it. */
export function Raknadtabell({ lage }: { readonly lage: Faltlage }) {
  const { sida } = useHandling()
  const { tabell, falt } = lage
  if (tabell === null || tabell.rader.length === 0) {
    return (
      <div className={stil.grupp} id={`falt-${falt.id}`}>
        <Tabell bildtext={falt.etikett} kolumner={[{ id: 'vad', rubrik: falt.etikett, cell: () => null }]} rader={[]} nyckel={() => ''} under={text.ingetRaknat} />
      </div>
    )
  }
  const medFjol = tabell.kolumner.length === 1 && siffrorna(tabell).some((s) => s.fjol !== null)
  return (
    <div className={stil.grupp} id={`falt-${falt.id}`}>
      <Tabell
        bildtext={falt.etikett}
        kolumner={[
          { id: 'etikett', rubrik: falt.etikett, cell: (rad: Faltets['rader'][number]) => rad.etikett },
          ...tabell.kolumner.map((k, i): Kolumn<Faltets['rader'][number]> => ({
            id: String(i),
            rubrik: k.enhet === '' || k.enhet === 'personer' ? k.rubrik : `${k.rubrik} (${k.enhet})`,
            tal: tabell.rader.some((rad) => typeof rad.celler[i] === 'object'),
            cell: (rad) => <Cell cell={rad.celler[i]} rad={tabell.kolumner.length === 1 ? rad.etikett : text.cell(rad.etikett, k.rubrik)} />,
          })),
          ...(medFjol ? [{ id: 'fjol', rubrik: text.iAr(sida.handling.ar - 1), tal: true, ton: 'svag' as const, cell: (rad: Faltets['rader'][number]) => fjolIAr(rad.celler[0]) }] : []),
        ]}
        rader={tabell.rader}
        nyckel={(rad) => rad.kod}
        {...(tabell.summa === null
          ? {}
          : {
              summa: [
                text.summa,
                ...tabell.summa.map((cell, i) => <Cell key={i} cell={cell} rad={text.cell(text.summa, tabell.kolumner[i]?.rubrik ?? '')} />),
                ...(medFjol ? [fjolIAr(tabell.summa[0])] : []),
              ],
            })}
        under={falt.hjalp === '' ? undefined : falt.hjalp}
      />
    </div>
  )
}

const siffrorna = (tabell: Faltets): Siffra[] => tabell.rader.flatMap((rad) => rad.celler).filter((cell) => typeof cell !== 'string')

function fjolIAr(cell: Siffra | string | undefined): string {
  return cell === undefined || typeof cell === 'string' ? '' : taltext(cell.fjol, cell.decimaler)
}

function Cell({ cell, rad }: { readonly cell: Siffra | string | undefined; readonly rad: string }) {
  if (cell === undefined) return null
  return typeof cell === 'string' ? cell : <Siffercell siffra={cell} rad={rad} />
}
