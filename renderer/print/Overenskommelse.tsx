import { langtDatum } from '../texter/datum.ts'
import { klientpapper } from '../texter/klientpapper.ts'
import { Dokument } from './Dokument.tsx'
import { type Ansvarig, Ansvarigstycke, Fakta, Skrivrader, Underskrift } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = klientpapper.overenskommelse

export interface Overenskommelsedata {
  readonly nummer: string
  readonly namn: string | null
  readonly ombud: string
  readonly start: string
  readonly planeratSlut: string | null
  /** The client's own words, one goal a row. */
  readonly mal: readonly string[]
  readonly ansvarig: Ansvarig
}

/** The agreement that both sign at the start: what it is about, and the sentences that always hold (UX.md "Paper"). */
export function Overenskommelse({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Overenskommelsedata }) {
  const { namn, ombud, start, planeratSlut, mal, ansvarig } = data
  return (
    <Dokument meta={meta} rubrik={text.dokument} ingress={text.ingress}>
      <Fakta
        rader={[
          { namn: klientpapper.klient, varde: namn ?? data.nummer },
          { namn: klientpapper.ombud, varde: ombud },
          { namn: klientpapper.tid, varde: planeratSlut === null ? text.utanSlut(langtDatum(start)) : text.planerat(langtDatum(start), langtDatum(planeratSlut)) },
        ]}
      />
      <h2>{text.mal}</h2>
      {mal.length === 0 ? (
        <Skrivrader antal={3} />
      ) : (
        <ul>
          {mal.map((rad, i) => (
            <li key={i}>{rad}</li>
          ))}
        </ul>
      )}
      <h2>{text.galler}</h2>
      <ul>
        {text.punkter.map((rad) => (
          <li key={rad.vad}>
            <strong>{rad.vad}</strong> {rad.text}
          </li>
        ))}
      </ul>
      <div className="hall-ihop">
        <h2>{text.uppgifter}</h2>
        <p>{text.sparas}</p>
        <Ansvarigstycke {...ansvarig} />
        <Underskrift vem={klientpapper.underskriftKlient} namn={namn ?? undefined} />
        <Underskrift vem={klientpapper.underskriftOmbud} namn={ombud} />
      </div>
    </Dokument>
  )
}
