import { idag, klockslag } from '../../db/model/kalender.ts'
import type { FyndRad, Loggkontroll as Data } from '../../db/model/loggkontroll.ts'
import { langtDatum } from '../texter/datum.ts'
import { logg, loggkontroll } from '../texter/logg.ts'
import { Dokument, Papperstabell, Underskrifter } from './Dokument.tsx'
import { Fakta } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = loggkontroll.papper

/** A check of the log as it is kept: its period, the head it was made from, every question with its answer, the signature. */
export function Loggkontroll({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Data }) {
  const del = (rubrik: string, vad: string, ingen: string, rader: readonly FyndRad[]) => (
    <>
      <h2>{rubrik}</h2>
      {rader.length === 0 ? (
        <p>{ingen}</p>
      ) : (
        <Papperstabell bildtext={rubrik} kolumner={[{ rubrik: text.nar }, { rubrik: text.vem }, { rubrik: vad }, { rubrik: text.svar }]} rader={rader.map(rad)} />
      )}
    </>
  )
  return (
    <Dokument meta={meta} rubrik={text.dokument} ingress={text.ingress}>
      <Fakta
        rader={[
          { namn: text.perioden, varde: loggkontroll.period(langtDatum(data.fran), langtDatum(data.till)) },
          { namn: text.gjordAv, varde: data.av },
          { namn: text.omfattning, varde: loggkontroll.under(data.rader, data.oppningar) },
          { namn: text.huvud, varde: text.huvudVarde(data.huvud.nr, summan(data.huvud.summa)) },
        ]}
      />
      <p>{loggkontroll.lotten(data.huvud.nr)}</p>
      {del(loggkontroll.monster, text.vad, loggkontroll.ingaMonster, data.lista.filter((f) => f.slag !== 'urval'))}
      {del(loggkontroll.urval, text.arende, loggkontroll.ingetUrval, data.lista.filter((f) => f.slag === 'urval'))}
      <div className="hall-ihop">
        <h2>{text.resultat}</h2>
        <p className="ord">{data.ord === '' ? text.ingetSkrivet : data.ord}</p>
        <p>{data.klar === null ? text.utkast : text.elektronisk(data.av, logg.tid(langtDatum(idag(data.klar)), klockslag(data.klar)))}</p>
        <Underskrifter rader={[text.ort, text.namn]} />
      </div>
    </Dokument>
  )
}

/** Groups of four: it may be typed again one day, to be held against the log. */
const summan = (hex: string) => hex.slice(0, 32).replace(/(.{4})(?=.)/gu, '$1 ')

const Nar = ({ tid }: { readonly tid: string }) => <span className="helt">{logg.tid(idag(tid), klockslag(tid))}</span>

const rad = (f: FyndRad) => [
  <Nar key="nar" tid={f.tid} />,
  f.vem,
  f.slag === 'urval' ? f.objekt : loggkontroll.underRad(loggkontroll.slag[f.slag], loggkontroll.antalRader(f.slag, f.antal), f.slag === 'misslyckad' ? null : f.objekt),
  f.svar === null ? '' : [loggkontroll.svar[f.svar], f.ord].filter(Boolean).join(': '),
]
