import { etikett, type Kodlistor } from '../../db/model/kodlistor.ts'
import { kommunNamn, kommunOrdning } from '../../db/model/kommuner.ts'
import type { Rapportbrist } from '../../db/model/systemfel/index.ts'
import { bristpapper as text } from '../texter/bristpapper.ts'
import { langtDatum } from '../texter/datum.ts'

/** Where it was seen, in words. */
export function platser(kommuner: readonly (string | null)[]): string {
  const namn = kommuner.filter((k) => k !== null).sort(kommunOrdning).map(kommunNamn)
  return [...(kommuner.includes(null) ? [text.helaEnheten] : []), ...namn].join(', ')
}

interface Egenskaper {
  readonly nr: number
  readonly brist: Rapportbrist
  readonly listor: Kodlistor
  /** The word back within the unit; left out of what goes to an authority. */
  readonly medNotering?: boolean
  /** What the meeting decided, or room to write it. */
  readonly beslut?: { readonly status: string | null; readonly ord: string }
}

/** A brist on paper: what happens, then what is known about it, kept together on a page. */
export function Bristblock({ nr, brist, listor, medNotering = false, beslut }: Egenskaper) {
  const rader = [
    { namn: text.foljd, varde: brist.foljd },
    { namn: text.forslag, varde: brist.forslag },
    { namn: text.niva, varde: etikett(listor, 'systemfel_niva', brist.niva) },
    { namn: text.aktor, varde: etikett(listor, 'aktor', brist.aktor) },
    { namn: text.var, varde: platser(brist.kommuner) },
    { namn: text.iakttagelser, varde: text.iakttagen(brist.antal, langtDatum(brist.forst), langtDatum(brist.senast)) },
    { namn: text.status, varde: text.statusRad(etikett(listor, 'systemfel_status', brist.status), langtDatum(brist.statusDatum)) },
    ...(medNotering ? [{ namn: text.aterkoppling, varde: brist.notering }] : []),
    ...(beslut?.status == null ? [] : [{ namn: text.beslut, varde: [etikett(listor, 'systemfel_status', beslut.status), beslut.ord].filter((del) => del !== '').join('. ') }]),
  ]
  return (
    <section className="brist hall-ihop">
      <h4>{text.nummer(nr, brist.vad)}</h4>
      <dl className="fakta" data-latt>
        {rader.filter((rad) => rad.varde !== '').map((rad) => (
          <div key={rad.namn}>
            <dt>{rad.namn}</dt>
            <dd>{rad.varde}</dd>
          </div>
        ))}
      </dl>
      {beslut !== undefined && beslut.status === null && <p className="skrivrad">{text.beslutTomt}</p>}
    </section>
  )
}
