import type { Kopierad, Kopior, UndanlagdRad } from '../../../electron/office/contract/sakerhetskopior.ts'
import { Avsnitt, Tomt } from '../../parts/Avsnitt.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'
import { filstorlek } from '../../texter/storlek.ts'
import stil from '../kontoret/Kontoret.module.css'

const KOPIEKOLUMNER: Kolumn<Kopierad>[] = [
  { id: 'dag', rubrik: text.dag, cell: (rad) => langtDatum(rad.dag) },
  { id: 'slag', rubrik: text.slag, cell: (rad) => text.slagen[rad.slag] },
  { id: 'storlek', rubrik: text.storlek, tal: true, cell: (rad) => filstorlek(rad.byte) },
  { id: 'kontroll', rubrik: text.kontroll, cell: (rad) => (rad.kontrollerad ? text.kontrollerad : text.okontrollerad) },
  { id: 'till', rubrik: text.till, cell: (rad) => langtDatum(rad.till) },
]

/** The daily copies that lie in the folder now, and how long each is kept. */
export function Kopielistan({ kopior }: { readonly kopior: Kopior }) {
  return (
    <Avsnitt rubrik={text.lista}>
      {kopior.kopior.length === 0 ? <Tomt text={kopior.nas ? text.ingaKopior : text.nasInte} /> : <Tabell bildtext={text.lista} kolumner={KOPIEKOLUMNER} rader={kopior.kopior} nyckel={(rad) => rad.fil} under={kopior.mapp} />}
    </Avsnitt>
  )
}

const UNDANLAGT: Kolumn<UndanlagdRad>[] = [
  { id: 'dag', rubrik: text.dag, cell: (rad) => langtDatum(rad.dag) },
  { id: 'slag', rubrik: text.slag, cell: (rad) => <>{text.undanlagtSlag[rad.slag]}<span className={stil.under}>{rad.namn}</span></> },
  { id: 'storlek', rubrik: text.storlek, tal: true, cell: (rad) => filstorlek(rad.byte) },
  { id: 'till', rubrik: text.till, cell: (rad) => langtDatum(rad.till) },
]

/** What a restore set aside, and what was copied before a new version: with its last day. */
export function Undanlagt({ rader }: { readonly rader: readonly UndanlagdRad[] }) {
  return (
    <Avsnitt rubrik={text.undanlagt}>
      <Tabell bildtext={text.undanlagt} kolumner={UNDANLAGT} rader={rader} nyckel={(rad) => rad.stig} under={text.undanlagtUnder} />
    </Avsnitt>
  )
}
