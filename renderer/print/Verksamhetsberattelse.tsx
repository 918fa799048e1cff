import { type Kapitel, stycken } from '../../db/model/verksamhetsberattelse/index.ts'
import type { Statistik } from '../../db/model/statistik/index.ts'
import { verksamhetsberattelse as text } from '../texter/verksamhetsberattelse.ts'
import { Dokument } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'
import { TabellMedBild } from './Statistik.tsx'

export interface Berattelsedata {
  readonly ar: number
  readonly kapitel: readonly Kapitel[]
  /** As it becomes public: masked. */
  readonly statistik: Statistik & { readonly pagaende: number | null }
  /** The day the year's figures were fixed; null = preliminary. */
  readonly faststalld: string | null
}

/** The unit's own story of the year: words, and the figures that belong to them. */
export function Verksamhetsberattelse({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Berattelsedata }) {
  const { kapitel, statistik, faststalld } = data
  const medSiffror = kapitel.some((k) => k.tabeller.length > 0)
  return (
    <Dokument meta={meta} rubrik={text.rubrik(data.ar)} ingress={medSiffror ? `${faststalld === null ? text.preliminara : text.faststallda(faststalld)} ${text.maskerat}` : undefined}>
      {kapitel.map((k) => (
        <section key={k.id}>
          <h2>{k.rubrik}</h2>
          {stycken(k.text).map((stycke, i) => (
            <p key={i}>{stycke}</p>
          ))}
          {k.tabeller.map((id) => {
            const tabell = statistik.tabeller.find((t) => t.id === id)
            return (
              tabell && (
                <div key={id}>
                  <h3>{tabell.namn}</h3>
                  <TabellMedBild tabell={tabell} ar={statistik.ar} pagaende={statistik.pagaende} />
                </div>
              )
            )
          })}
        </section>
      ))}
    </Dokument>
  )
}
