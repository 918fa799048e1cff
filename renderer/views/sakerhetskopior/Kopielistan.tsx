import type { Datum } from '../../../db/model/kalender.ts'
import type { Kopierad, Kopior, UndanlagdRad } from '../../../electron/office/contract/sakerhetskopior.ts'
import { useIdag } from '../../app/idag.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { kortDatum } from '../../texter/datum.ts'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'
import { filstorlek } from '../../texter/storlek.ts'
import stil from '../kontoret/Kontoret.module.css'

const kopiekolumner = (idag: Datum): Kolumn<Kopierad>[] => [
  { id: 'dag', rubrik: text.dag, cell: (rad) => kortDatum(rad.dag, idag) },
  { id: 'slag', rubrik: text.slag, cell: (rad) => text.slagen[rad.slag] },
  { id: 'storlek', rubrik: text.storlek, tal: true, cell: (rad) => filstorlek(rad.byte) },
  { id: 'kontroll', rubrik: text.kontroll, cell: (rad) => (rad.kontrollerad ? text.kontrollerad : text.okontrollerad) },
  { id: 'till', rubrik: text.till, cell: (rad) => kortDatum(rad.till, idag) },
]

/** The daily copies that lie in the folder now, and how long each is kept. */
export function Kopielistan({ kopior }: { readonly kopior: Kopior }) {
  const idag = useIdag()
  return (
    <Avsnitt rubrik={text.lista}>
      {kopior.kopior.length === 0 ? <Tomt text={kopior.nas ? text.ingaKopior : text.nasInte} /> : <Tabell bildtext={text.lista} kolumner={kopiekolumner(idag)} rader={kopior.kopior} nyckel={(rad) => rad.fil} under={kopior.mapp} />}
    </Avsnitt>
  )
}

const undanlagdkolumner = (idag: Datum): Kolumn<UndanlagdRad>[] => [
  { id: 'dag', rubrik: text.dag, cell: (rad) => kortDatum(rad.dag, idag) },
  {
    id: 'slag',
    rubrik: text.slag,
    cell: (rad) => (
      <>
        {text.undanlagtSlag[rad.slag]}
        <span className={stil.under}>{rad.namn}</span>
      </>
    ),
  },
  { id: 'storlek', rubrik: text.storlek, tal: true, cell: (rad) => filstorlek(rad.byte) },
  { id: 'till', rubrik: text.till, cell: (rad) => kortDatum(rad.till, idag) },
]

/** What a restore set aside, and what was copied before a new version: with its last day. */
export function Undanlagt({ rader }: { readonly rader: readonly UndanlagdRad[] }) {
  const idag = useIdag()
  return (
    <Avsnitt rubrik={text.undanlagt}>
      <Tabell bildtext={text.undanlagt} kolumner={undanlagdkolumner(idag)} rader={rader} nyckel={(rad) => rad.stig} under={text.undanlagtUnder} />
    </Avsnitt>
  )
}
