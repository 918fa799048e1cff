import type { KopiaMedData } from '../../../db/model/gallring.ts'
import { Tomt } from '../../parts/Avsnitt.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { gallring as text } from '../../texter/gallring.ts'
import stil from './gallring.module.css'

const KOLUMNER: Kolumn<KopiaMedData>[] = [
  {
    id: 'vad', rubrik: text.kopiaKolumn.vad,
    cell: (rad) => (
      <>
        {text.kopia[rad.slag]}
        <span className={stil.under}>{text.kopiaVad(rad.slag, rad.vad)}</span>
      </>
    ),
  },
  { id: 'dag', rubrik: text.kopiaKolumn.dag, cell: (rad) => langtDatum(rad.dag) },
  { id: 'gor', rubrik: text.kopiaKolumn.gor, cell: (rad) => text.kopiaGor(rad.till === null ? null : langtDatum(rad.till)) },
]

/** Copies that still hold what was destroyed, and what to do about each. */
export function Kopiorna({ rader }: { readonly rader: readonly KopiaMedData[] }) {
  if (rader.length === 0) return <Tomt text={text.ingaKopior} />
  return <Tabell bildtext={text.kopior} kolumner={KOLUMNER} rader={rader} nyckel={(rad) => `${rad.slag} ${rad.vad} ${rad.dag}`} />
}
