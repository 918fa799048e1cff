import { langtDatum } from '../texter/datum.ts'
import { klientpapper } from '../texter/klientpapper.ts'
import { Dokument } from './Dokument.tsx'
import { type Ansvarig, Ansvarigstycke, Fakta, Underskrift } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = klientpapper.samtycke

export interface Samtyckesdata {
  readonly nummer: string
  readonly namn: string | null
  readonly ombud: string
  /** The actor's label, and the one person it is limited to, '' for none. */
  readonly aktor: string
  readonly person: string
  readonly omfattning: string
  readonly fran: string
  readonly till: string | null
  readonly aterkallat: string | null
  readonly ansvarig: Ansvarig
}

/** A consent between named parties, for a scope and a time, and how it is withdrawn (DOMAIN §1; OSL 10:1, 12:2). */
export function Samtycke({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Samtyckesdata }) {
  const { namn, ombud, aktor, person, omfattning, fran, till, aterkallat, ansvarig } = data
  return (
    <Dokument meta={meta} rubrik={text.rubrik} ingress={text.ingress}>
      {aterkallat !== null && (
        <p>
          <strong>{text.aterkallat(langtDatum(aterkallat))}</strong>
        </p>
      )}
      <p className="forst">
        {text.jag} <strong>{namn ?? data.nummer}</strong> {text.samtycker}
      </p>
      <Fakta
        rader={[
          { namn: text.mellan, varde: text.ombudet(ombud) },
          { namn: text.och, varde: text.mottagare(aktor, person) },
          { namn: text.galler, varde: omfattning },
          { namn: text.tid, varde: till === null ? text.tillsVidare(langtDatum(fran)) : text.franTill(langtDatum(fran), langtDatum(till)) },
        ]}
      />
      <h2>{text.villkor}</h2>
      <ul>
        {text.punkter.map((rad) => (
          <li key={rad}>{rad}</li>
        ))}
      </ul>
      <Ansvarigstycke {...ansvarig} />
      <Underskrift vem={klientpapper.underskriftKlient} namn={namn ?? undefined} />
      <div className="hall-ihop">
        <h2>{text.taTillbaka}</h2>
        <p>{text.taTillbakaText}</p>
        <div className="underskrifter">
          <div className="streck">
            <span>{text.datum}</span>
          </div>
          <div className="streck">
            <span>{klientpapper.underskriftKlient}</span>
          </div>
        </div>
      </div>
    </Dokument>
  )
}
