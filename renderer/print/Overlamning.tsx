import { langtDatum } from '../texter/datum.ts'
import { klientpapper } from '../texter/klientpapper.ts'
import { Dokument, Papperstabell } from './Dokument.tsx'
import { Fakta, Underskrift } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = klientpapper.overlamning

export interface Overlamningsdata {
  readonly nummer: string
  readonly namn: string | null
  readonly fran: string
  readonly till: string
  /** Why, in words: "Byte av ombud". */
  readonly slag: string
  readonly vikariatTill: string | null
  readonly erbjuden: string
  readonly status: string
  /** The day the client consented to it; null = no consent. */
  readonly samtyckeDatum: string | null
  readonly antalAnteckningar: number
  readonly ord: string | null
  readonly uppdrag: { readonly start: string; readonly planeratSlut: string | null; readonly mal: readonly string[] } | null
  /** What comes next, in order of date. */
  readonly datum: readonly { readonly datum: string; readonly vad: string }[]
  readonly ataganden: readonly { readonly vad: string; readonly vem: string; readonly senast: string | null }[]
  readonly samtycken: readonly { readonly vem: string; readonly vad: string; readonly till: string | null }[]
}

/** What one ombud hands over to another: why, the next days, what is open, which consents hold (issue: Överlämning). */
export function Overlamning({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Overlamningsdata }) {
  const { uppdrag, datum, ataganden, samtycken } = data
  return (
    <Dokument meta={meta} rubrik={data.vikariatTill === null ? text.rubrik : text.rubrikVikariat}>
      <Fakta
        rader={[
          { namn: klientpapper.klient, varde: data.namn ?? data.nummer },
          { namn: text.fran, varde: data.fran },
          { namn: text.till, varde: data.till },
          { namn: text.varfor, varde: data.vikariatTill === null ? data.slag : `${data.slag}, ${text.vikariatTill(langtDatum(data.vikariatTill))}` },
          { namn: text.erbjuden, varde: `${langtDatum(data.erbjuden)} (${data.status.toLocaleLowerCase('sv')})` },
          { namn: text.samtycke, varde: data.samtyckeDatum === null ? text.samtyckeSaknas : text.samtyckeDatum(langtDatum(data.samtyckeDatum)) },
          { namn: text.antalAnteckningar, varde: text.antal(data.antalAnteckningar) },
        ]}
      />
      {data.ord !== null && data.ord !== '' && (
        <>
          <h2>{text.ord}</h2>
          <p className="ord">{data.ord}</p>
        </>
      )}
      {uppdrag !== null && (
        <>
          <h2>{text.uppdraget}</h2>
          <p>{uppdrag.planeratSlut === null ? klientpapper.franTillsVidare(langtDatum(uppdrag.start)) : klientpapper.franTill(langtDatum(uppdrag.start), langtDatum(uppdrag.planeratSlut))}</p>
          <ul>
            {uppdrag.mal.map((rad, i) => (
              <li key={i}>{rad}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.nasta}</h2>
      {datum.length === 0 ? (
        <p>{text.ingaDatum}</p>
      ) : (
        <Papperstabell bildtext={text.nasta} kolumner={[{ rubrik: text.datum }, { rubrik: text.vad }]} rader={datum.map((rad) => [langtDatum(rad.datum), rad.vad])} />
      )}
      <h2>{text.ataganden}</h2>
      {ataganden.length === 0 ? (
        <p>{text.ingaAtaganden}</p>
      ) : (
        <Papperstabell
          bildtext={text.ataganden}
          kolumner={[{ rubrik: text.vad }, { rubrik: text.vem }, { rubrik: text.senast }]}
          rader={ataganden.map((rad) => [rad.vad, rad.vem, rad.senast === null ? text.utanDag : langtDatum(rad.senast)])}
        />
      )}
      <h2>{text.samtycken}</h2>
      {samtycken.length === 0 ? (
        <p>{text.ingaSamtycken}</p>
      ) : (
        <Papperstabell
          bildtext={text.samtycken}
          kolumner={[{ rubrik: text.tillKolumn }, { rubrik: text.galler }, { rubrik: klientpapper.tid }]}
          rader={samtycken.map((rad) => [rad.vem, rad.vad, rad.till === null ? klientpapper.samtycke.tillsVidareKort : langtDatum(rad.till)])}
        />
      )}
      <div className="hall-ihop">
        <Underskrift vem={text.lamnat} namn={data.fran} />
        <Underskrift vem={text.mottaget} namn={data.till} />
      </div>
    </Dokument>
  )
}
