import { nyckelblad as text, papper } from '../texter/papper.ts'
import { langtDatum } from '../texter/datum.ts'
import { Dokument, Underskrifter } from './Dokument.tsx'
import { Qr } from './Qr.tsx'
import type { Dokumentmeta } from './sidstil.ts'

export interface Nyckelbladsdata {
  /** The whole key, for the QR code. */
  readonly nyckel: string
  /** The same in numbered groups. */
  readonly grupper: readonly string[]
  /** The day of printing. */
  readonly datum: string
  /** Check characters by which a user compares a sheet that replaced another. */
  readonly kontroll?: string
}

/** The recovery sheet: the key in groups and as QR, what it opens, how it is kept, room for signatures. */
export function Nyckelblad({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Nyckelbladsdata }) {
  const prefix = prefixAv(data)
  return (
    <Dokument meta={{ ...meta, tat: true }} rubrik={text.rubrik} ingress={text.ingress(langtDatum(data.datum))}>
      <section className="nyckel" aria-labelledby="nyckeln">
        <div>
          <h2 id="nyckeln">{text.nyckeln}</h2>
          <ol className="grupper">
            {data.grupper.map((grupp, i) => (
              <li key={`${i} ${grupp}`}>
                <span>{i + 1}</span>
                {grupp}
              </li>
            ))}
          </ol>
        </div>
        <Qr text={data.nyckel} beskrivning={text.qr} />
      </section>
      <p className="under">
        {text.nyckelnText(prefix, data.grupper.length)}
        {data.kontroll !== undefined && (
          <>
            {' '}
            <span className="helt">{text.kontroll(data.kontroll)}</span> {text.kontrollVisa}
          </>
        )}
      </p>
      <h2>{text.vad}</h2>
      <Punkter rader={text.vadPunkter} />
      <h2>{text.forvara}</h2>
      <Punkter rader={text.forvaraPunkter} />
      <p>
        <strong>{text.varning}</strong>
      </p>
      <div className="hall-ihop">
        <h2>{text.forsta}</h2>
        <Underskrifter paRad rader={[papper.ortDatum, papper.underskrift, papper.namnfortydligande]} />
        <h2>{text.andra}</h2>
        <Underskrifter paRad rader={[papper.ortDatum, papper.underskrift, papper.namnfortydligande]} />
      </div>
    </Dokument>
  )
}

function Punkter({ rader }: { readonly rader: readonly string[] }) {
  return (
    <ul>
      {rader.map((rad) => (
        <li key={rad}>{rad}</li>
      ))}
    </ul>
  )
}

/** What stands before the groups: the groups leave out the fixed beginning of every key. */
function prefixAv({ nyckel, grupper }: Nyckelbladsdata): string {
  return nyckel.slice(0, nyckel.length - grupper.join('').length)
}
