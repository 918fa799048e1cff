import { nummerPerAr, type Gallringsprotokoll as Data, type Gallringsslag } from '../../db/model/gallring.ts'
import { idag, klockslag, type Datum } from '../../db/model/kalender.ts'
import { langtDatum } from '../texter/datum.ts'
import { gallring } from '../texter/gallring.ts'
import { Dokument, Papperstabell, Underskrifter } from './Dokument.tsx'
import { Fakta } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = gallring.papper
const tidpunkt = (tid: string) => gallring.tidpunkt(langtDatum(idag(tid)), klockslag(tid))

/** What was destroyed, by which decision, when and by whom, what was not, and which copies still hold it. */
export function Gallringsprotokoll({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Data }) {
  return (
    <Dokument meta={meta} rubrik={text.dokument} ingress={text.ingress}>
      <Fakta
        rader={[
          { namn: text.gjord, varde: tidpunkt(data.tid) },
          { namn: text.av, varde: data.av },
          { namn: text.borta, varde: data.borta === null ? text.inteBorta : tidpunkt(data.borta) },
        ]}
      />
      <h2>{text.beslut}</h2>
      <Papperstabell
        bildtext={text.beslut}
        kolumner={[{ rubrik: gallring.kolumn.vad }, { rubrik: text.tid }, { rubrik: text.referens }, { rubrik: text.beslutad }]}
        rader={data.regler.map((regel) => [gallring.slag[regel.slag as Gallringsslag] ?? regel.slag, gallring.tid(regel.manader), regel.referens, langtDatum(regel.beslutad)])}
      />
      <h2>{text.gallrat}</h2>
      <Papperstabell bildtext={text.gallrat} kolumner={[{ rubrik: text.vad }, { rubrik: text.antal, tal: true }]} rader={data.rader.map((rad) => [text.radnamn(rad.vad), rad.antal])} />
      <h2>{text.nummer}</h2>
      {data.arenden.length === 0 && <p>{text.ingaNummer}</p>}
      {nummerPerAr(data.arenden).map(([ar, nummer]) => (
        <p key={ar}>
          <strong>{gallring.aret(ar, nummer.length)}</strong> {nummer.join(', ')}
        </p>
      ))}
      <h2>{text.undantag}</h2>
      <p>{text.undantagRad(data.undantagna, data.vantarSvar)}</p>
      <h2>{gallring.kopior}</h2>
      {data.kopior.length === 0 ? (
        <p>{gallring.ingaKopior}</p>
      ) : (
        <Papperstabell
          bildtext={gallring.kopior}
          kolumner={[{ rubrik: gallring.kopiaKolumn.vad }, { rubrik: gallring.kopiaKolumn.dag }, { rubrik: gallring.kopiaKolumn.gor }]}
          rader={data.kopior.map((rad) => [gallring.kopia[rad.slag], <Dag key="dag" dag={rad.dag} />, gallring.kopiaGor(rad.till === null ? null : langtDatum(rad.till))])}
        />
      )}
      <Underskrifter rader={[text.ort, text.underskrift]} />
    </Dokument>
  )
}

const Dag = ({ dag }: { readonly dag: Datum }) => <span className="helt">{langtDatum(dag)}</span>
