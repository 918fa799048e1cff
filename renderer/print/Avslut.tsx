import { langdIOrd, langtDatum } from '../texter/datum.ts'
import { klientpapper } from '../texter/klientpapper.ts'
import { Dokument } from './Dokument.tsx'
import { type Ansvarig, Ansvarigstycke, Fakta, Underskrift } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = klientpapper.avslut

export interface Avslutsdata {
  readonly nummer: string
  readonly namn: string | null
  readonly ombud: string
  readonly start: string
  readonly slut: string
  readonly orsak: string
  /** The actor's label; null = nowhere in particular. */
  readonly lotsadTill: string | null
  /** Each goal and how far it was reached, '' where that was never asked. */
  readonly mal: readonly { readonly text: string; readonly utfall: string }[]
  /** Commitments still open: what, and by when. */
  readonly oppna: readonly { readonly vad: string; readonly vem: string }[]
  /** The notes that go to the client; null = they are destroyed instead. */
  readonly anteckningar: readonly { readonly datum: string; readonly text: string }[] | null
  readonly ansvarig: Ansvarig
}

/** The end of an uppdrag: what it led to, what becomes of the data, and the notes when the client is to have them. */
export function Avslut({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Avslutsdata }) {
  const { namn, ombud, start, slut, orsak, lotsadTill, mal, oppna, anteckningar, ansvarig } = data
  return (
    <Dokument meta={meta} rubrik={text.rubrik} ingress={text.ingress}>
      <Fakta
        rader={[
          { namn: klientpapper.klient, varde: namn ?? data.nummer },
          { namn: klientpapper.ombud, varde: ombud },
          { namn: text.pagick, varde: text.langd(langtDatum(start), langtDatum(slut), langdIOrd(start, slut)) },
          { namn: text.varfor, varde: orsak },
          { namn: text.lotsad, varde: lotsadTill ?? text.ingen },
        ]}
      />
      <h2>{text.mal}</h2>
      {mal.length === 0 ? (
        <p>{text.ingaMal}</p>
      ) : (
        <ul>
          {mal.map((rad, i) => (
            <li key={i}>
              {rad.text}
              {rad.utfall !== '' && (
                <>
                  {' – '}
                  <strong>{rad.utfall}</strong>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {oppna.length > 0 && (
        <>
          <h2>{text.gjort}</h2>
          <ul>
            {oppna.map((rad, i) => (
              <li key={i}>
                {rad.vad} ({rad.vem})
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{text.uppgifter}</h2>
      <p>{anteckningar === null ? text.utanAnteckningar : text.medAnteckningar}</p>
      <p>{text.kvar}</p>
      <Ansvarigstycke {...ansvarig} />
      <p>{text.tillbaka}</p>
      <Underskrift vem={klientpapper.underskriftOmbud} namn={ombud} />
      {anteckningar !== null && anteckningar.length > 0 && (
        <section className="ny-sida" aria-labelledby="anteckningar">
          <h2 id="anteckningar">{text.anteckningar}</h2>
          <p>{text.anteckningarText}</p>
          {anteckningar.map((rad, i) => (
            <div key={i} className="anteckning">
              <h3>{langtDatum(rad.datum)}</h3>
              <p className="ord">{rad.text}</p>
            </div>
          ))}
          <div className="hall-ihop">
            <h3>{text.mottagna}</h3>
            <Underskrift vem={klientpapper.underskriftKlient} namn={namn ?? undefined} />
          </div>
        </section>
      )}
    </Dokument>
  )
}
