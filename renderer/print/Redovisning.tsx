import type { ReactNode } from 'react'
import { kommunNamn } from '../../db/model/kommuner.ts'
import { type Figurer, maskera, maskeraTal } from '../../db/model/redovisning/index.ts'
import { redovisningspapper as text } from '../texter/papper.ts'
import { Dokument, Papperstabell } from './Dokument.tsx'
import { KonOchAlder, Lista } from './Redovisningslistor.tsx'
import type { Dokumentmeta } from './sidstil.ts'
import { antal, ellerStreck, endecimal, STRECK, tvadecimaler } from './tal.ts'

export interface Redovisningsdata {
  readonly figurer: Figurer
  /** The year before, by the same rules; null when there is none to set beside it. */
  readonly fjol: Figurer | null
  /** "Dalarnas län"; undefined when the kommuner lie in several. */
  readonly lan?: string | undefined
  /** What goes to an authority becomes public: hide 1–4 and what would give them away (DOMAIN §3). */
  readonly maskera?: boolean
  /** Leaves out kön × ålder: off from the start for a part of the kommuner, where the groups are small (DOMAIN §3). */
  readonly utanKonOchAlder?: boolean
  /** What the unit has written under the points of 10 §. */
  readonly texter?: { readonly tjanster?: string; readonly riktlinjer?: string; readonly organisation?: string; readonly brister?: string } | undefined
}

/** The year's redovisning by the points of 2013:522 10 §, with last year beside. */
export function Redovisning({ meta, data }: { readonly meta: Dokumentmeta; readonly data: Redovisningsdata }) {
  const { figurer, texter } = data
  return (
    <Dokument meta={meta} rubrik={text.rubrik} ingress={text.ingress(figurer.ar, data.lan)}>
      {figurer.kommun !== null && <p>{text.avser([figurer.kommun].flat().map(kommunNamn).join(', '))}</p>}
      <h2>{text.tjanster}</h2>
      <Tjanster figurer={figurer} />
      <Stycken texten={texter?.tjanster} />
      <h2>{text.personer}</h2>
      <Personer data={data} />
      <PerKommun data={data} />
      <Lista rubrik={text.orsaker} enhet={text.personerKolumn} data={data} av={(f) => f.orsaker.map((o) => ({ ...o, varde: o.orsak }))} />
      <p className="under">{text.orsakerUnder}</p>
      {!data.utanKonOchAlder && (
        <>
          <h3>{text.konOchAlder}</h3>
          <KonOchAlder figurer={figurer} maskera={data.maskera ?? false} />
        </>
      )}
      <Lista rubrik={text.livsomraden} enhet={text.personerKolumn} data={data} av={(f) => f.livsomraden} />
      <Uppdrag data={data} />
      <Kontakter data={data} />
      {data.maskera && <p className="under">{text.maskerat}</p>}
      <Punkt rubrik={text.riktlinjer} texten={texter?.riktlinjer} />
      <Punkt rubrik={text.organisation} texten={texter?.organisation} />
      <Punkt rubrik={text.brister} texten={texter?.brister} />
    </Dokument>
  )
}

function Tjanster({ figurer }: { readonly figurer: Figurer }) {
  const medTjanst = figurer.perKommun
  const tal = (n: number) => (n === 0 ? STRECK : tvadecimaler(n))
  return (
    <>
      <Papperstabell
        bildtext={text.tjanster}
        kolumner={[{ rubrik: text.kommun }, { rubrik: text.arsanstallningar, tal: true }, { rubrik: text.vikarier, tal: true }]}
        rader={medTjanst.map((k) => [kommunNamn(k.kommun), tal(k.arsanstallningar), tal(k.vikarier)])}
        summa={[text.samtliga(medTjanst.length), tvadecimaler(figurer.arsanstallningar.antal), tal(figurer.arsanstallningar.vikarier)]}
      />
      <p className="under">{text.arsanstallningarUnder}</p>
      {figurer.klienterPerArsanstallning !== null && <p>{text.klienterPer(endecimal(figurer.klienterPerArsanstallning))}</p>}
    </>
  )
}

function Personer({ data: { figurer, fjol } }: { readonly data: Redovisningsdata }) {
  const rad = (namn: ReactNode, av: (f: Figurer) => number): ReactNode[] => [namn, antal(av(figurer)), ...(fjol ? [antal(av(fjol))] : [])]
  return (
    <>
      <Papperstabell
        bildtext={text.personer}
        kolumner={[{ rubrik: text.personerKolumn }, { rubrik: String(figurer.ar), tal: true }, ...arskolumn(fjol)]}
        rader={[
          rad(text.ingaende, (f) => f.klienter.ingaende),
          rad(text.nya, (f) => f.klienter.nya),
          rad(<span className="indrag">{text.aterkommande}</span>, (f) => f.aterkommande),
          rad(text.avslutade, (f) => f.klienter.avslutade),
          rad(text.utgaende, (f) => f.klienter.utgaende),
        ]}
        summa={rad(text.stod, (f) => f.klienter.stod)}
      />
      <p className="under">{text.kontrollsumma(figurer.klienter)}</p>
    </>
  )
}

/**
 * Persons by kommun. Masked, only those who had support are shown: the other columns are sums of each
 * other, and would give a hidden number away.
 */
function PerKommun({ data: { figurer, maskera: dolj } }: { readonly data: Redovisningsdata }) {
  const rader = figurer.perKommun
  if (rader.length < 2) return null
  const flera = figurer.kontroller.find((k) => k.kod === 'flera_kommuner')
  return (
    <>
      <h3>{text.perKommun}</h3>
      {dolj ? (
        <Papperstabell
          bildtext={text.perKommun}
          kolumner={[{ rubrik: text.kommun }, { rubrik: text.stodKort, tal: true }]}
          rader={maskera([rader.map((k) => k.stod)], { radsummor: true, kolumnsummor: false }).celler[0]?.map((cell, i) => [kommunNamn(rader[i]?.kommun ?? ''), cell.text]) ?? []}
        />
      ) : (
        <Papperstabell
          bildtext={text.perKommun}
          kolumner={[{ rubrik: text.kommun }, ...[text.borjan, text.nya, text.avslutadeKort, text.slut, text.stodKort].map((rubrik) => ({ rubrik, tal: true }))]}
          rader={rader.map((k) => [kommunNamn(k.kommun), ...[k.ingaende, k.nya, k.avslutade, k.utgaende, k.stod].map(antal)])}
        />
      )}
      {flera?.summa !== undefined && flera.total !== undefined && <p className="under">{text.flera(flera.summa, flera.total)}</p>}
    </>
  )
}

function Uppdrag({ data }: { readonly data: Redovisningsdata }) {
  const { figurer, fjol } = data
  const rad = (namn: string, av: (f: Figurer) => string) => [namn, av(figurer), ...(fjol ? [av(fjol)] : [])]
  const dagar = (n: number | null) => ellerStreck(n, (d) => text.dagar(endecimal(d)))
  return (
    <>
      <h3>{text.uppdrag}</h3>
      <Papperstabell
        bildtext={text.uppdrag}
        kolumner={[{ rubrik: text.uppdragKolumn }, { rubrik: String(figurer.ar), tal: true }, ...arskolumn(fjol)]}
        rader={[
          rad(text.uppdragIngaende, (f) => antal(f.uppdrag.ingaende)),
          rad(text.uppdragPaborjade, (f) => antal(f.uppdrag.paborjade)),
          rad(text.uppdragAvslutade, (f) => antal(f.uppdrag.avslutade)),
          rad(text.uppdragUtgaende, (f) => antal(f.uppdrag.utgaende)),
          rad(text.langd, (f) => dagar(f.uppdragslangdMedianDagar)),
          rad(text.vantetid, (f) => dagar(f.vantetidMedianDagar)),
        ]}
      />
      <Lista rubrik={text.avslutsorsaker} enhet={text.uppdragKolumn} data={data} av={(f) => f.avslutsorsaker} summerar />
    </>
  )
}

function Kontakter({ data }: { readonly data: Redovisningsdata }) {
  const { figurer, fjol } = data
  const visa = (n: number) => (data.maskera ? maskeraTal(n).text : antal(n))
  return (
    <>
      <h3>{text.kontakter}</h3>
      <Papperstabell
        bildtext={text.kontakter}
        kolumner={[{ rubrik: text.kontakterKolumn }, { rubrik: String(figurer.ar), tal: true }, ...arskolumn(fjol)]}
        rader={[
          [text.kontakterAntal, antal(figurer.kontakter.antal), ...(fjol ? [antal(fjol.kontakter.antal)] : [])],
          [text.iKo, visa(figurer.ko), ...(fjol ? [visa(fjol.ko)] : [])],
        ]}
      />
      <p className="under">{text.kontakterUnder}</p>
      <Lista rubrik={text.initiativtagare} enhet={text.kontakterKolumn} data={data} av={(f) => f.kontakter.perInitiativtagare} summerar />
      <Lista rubrik={text.kontaktvag} enhet={text.kontakterKolumn} data={data} av={(f) => f.kontakter.perKontaktvag} summerar />
      <Lista rubrik={text.utfall} enhet={text.kontakterKolumn} data={data} av={(f) => f.kontakter.perUtfall} summerar />
    </>
  )
}

function Punkt({ rubrik, texten }: { readonly rubrik: string; readonly texten: string | undefined }) {
  if (!texten) return null
  return (
    <>
      <h2>{rubrik}</h2>
      <Stycken texten={texten} />
    </>
  )
}

function Stycken({ texten }: { readonly texten: string | undefined }) {
  return texten
    ?.split(/\n+/u)
    .filter((stycke) => stycke.trim() !== '')
    .map((stycke) => <p key={stycke}>{stycke}</p>)
}

const arskolumn = (fjol: Figurer | null) => (fjol ? [{ rubrik: String(fjol.ar), tal: true, svag: true }] : [])
