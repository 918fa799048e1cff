import type { ReactNode } from 'react'
import { punktnummer } from '../../db/model/blankett/punktnummer.ts'
import type { Utgava, Utgavecell, Utgavefalt, Utgavetabell } from '../../db/model/handling/utgava.ts'
import { idag as dagFor } from '../../db/model/kalender.ts'
import { kortHash } from '../../db/model/handling/hash.ts'
import { langtDatum } from '../texter/datum.ts'
import { handlingspapper as text, papper } from '../texter/papper.ts'
import { Dokument, Papperstabell, Underskrifter } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'
import { antal, STRECK } from './tal.ts'

/** What stands around the paper of a handling: unit and sökande, kind and year, and whether it is only a draft. */
export function handlingsmeta(utgava: Utgava, sokande: string): Dokumentmeta {
  return { enhet: papper.enhet(utgava.enhet, sokande), dokument: text.dokument[utgava.slag], nummer: String(utgava.ar), status: text.fot[utgava.status] }
}

interface Egenskaper {
  readonly meta: Dokumentmeta
  readonly utgava: Utgava
  /** "Dalarnas län"; undefined when the kommuner lie in several. */
  readonly lan?: string | undefined
}

/**
 * Årets redovisning or ansökan by the points of the förordning, as its form says: what goes out of the office, masked
 * as it was chosen. Corrected figures are marked and told of at the end, with what was counted.
 */
export function Handlingspapper({ meta, utgava, lan }: Egenskaper) {
  const rattelser = rattade(utgava)
  const nummer = new Map(rattelser.map(({ cell }, i) => [cell.figur, i + 1]))
  const visa = (cell: Utgavecell) => <Cell cell={cell} nummer={cell.rattad === null ? undefined : nummer.get(cell.figur)} />
  return (
    <Dokument meta={meta} rubrik={text.rubrik[utgava.slag]} ingress={text.ingress(utgava.slag, utgava.ar, lan)}>
      <Uppgifterna utgava={utgava} />
      {utgava.punkter.map((punkt) => (
        <section key={punkt.id}>
          <h2>{text.punkt(punktnummer(utgava.slag, punkt.id), punkt.rubrik)}</h2>
          {punkt.falt.length === 0 && <p className="under">{text.ingaUppgifter}</p>}
          {grupperade(punkt.falt).map((grupp) => (
            <Gruppen key={grupp.falt[0]?.id} grupp={grupp} rubrik={punkt.rubrik} ar={utgava.ar} visa={visa} />
          ))}
        </section>
      ))}
      {rattelser.length > 0 && (
        <>
          <h2>{text.rattelser}</h2>
          <ol>
            {rattelser.map(({ cell, etikett }, i) => (
              <li key={i}>{text.rattelse(etikett, cell.text, cell.rattad?.raknatText ?? STRECK, cell.rattad?.skal ?? '')}</li>
            ))}
          </ol>
        </>
      )}
      {utgava.punkter.some((p) => harFjol(p.falt)) && <p className="under">{text.fjol(utgava.ar - 1)}</p>}
      {utgava.maskerad && <p className="under">{text.maskerat}</p>}
      {utgava.status !== 'utkast' && <Underskrifter rader={text.underskrift} paRad />}
    </Dokument>
  )
}

function Uppgifterna({ utgava: u }: { readonly utgava: Utgava }) {
  const rader: [string, string][] = [
    [text.sokande, u.sokande.namn],
    [text.kommuner, u.kommuner.map((k) => k.namn).join(', ')],
    [text.blankett, text.blankettVersion(u.blankett.namn, u.blankett.version)],
    ...(u.nr > 1 || u.skal !== null ? [[text.version, text.versionMedSkal(u.nr, u.skal)] as [string, string]] : []),
    ...(u.faststalld ? [[text.faststalld, text.faststalldAv(langtDatum(dagFor(u.faststalld.tid)), u.faststalld.av)], [text.kontrollsumma, kortHash(u.faststalld.hash)]] as [string, string][] : []),
    ...(u.inlamnad ? [[text.inlamnad, text.inlamnadAv(langtDatum(u.inlamnad.datum), u.inlamnad.av, u.inlamnad.diarienummer)] as [string, string]] : []),
  ]
  return (
    <dl className="fakta" data-latt>
      {rader.map(([namn, varde]) => (
        <div key={namn}>
          <dt>{namn}</dt>
          <dd>{varde}</dd>
        </div>
      ))}
    </dl>
  )
}

type Visa = (cell: Utgavecell) => ReactNode

/** Narrow tables after each other stand two beside each other. */
function Gruppen({ grupp, rubrik, ar, visa }: { readonly grupp: Grupp; readonly rubrik: string; readonly ar: number; readonly visa: Visa }) {
  if (grupp.slag === 'tal') return <Tal falt={grupp.falt} rubrik={rubrik} ar={ar} visa={visa} />
  const falten = grupp.falt.map((f) => (
    <div key={f.id}>
      <Falt falt={f} ar={ar} visa={visa} />
    </div>
  ))
  return grupp.falt.length > 1 ? <div className="tva">{falten}</div> : falten
}

/** Single numbers after each other are the rows of one table. */
function Tal({ falt, rubrik, ar, visa }: { readonly falt: readonly Utgavefalt[]; readonly rubrik: string; readonly ar: number; readonly visa: Visa }) {
  const fjol = harFjol(falt)
  return (
    <Papperstabell
      bildtext={rubrik}
      kolumner={[{ rubrik: text.uppgift }, { rubrik: fjol ? String(ar) : '', tal: true }, ...fjolkolumn(fjol, ar)]}
      rader={falt.map((f) => [<span key={f.id} className={f.etikett.startsWith('varav ') ? 'indrag' : undefined}>{f.enhet === 'kr' ? text.iKronor(f.etikett) : f.etikett}</span>, f.cell && visa(f.cell), ...(fjol ? [fjolets(f.cell)] : [])])}
    />
  )
}

function Falt({ falt, ar, visa }: { readonly falt: Utgavefalt; readonly ar: number; readonly visa: Visa }) {
  return (
    <>
      <h3>{falt.etikett}</h3>
      {falt.tabell === null ? <Ord cell={falt.cell} /> : <Tabellen tabell={falt.tabell} etikett={falt.etikett} hjalp={falt.hjalp} ar={ar} visa={visa} />}
    </>
  )
}

function Ord({ cell }: { readonly cell: Utgavecell | null }) {
  const stycken = (cell?.text ?? '').split(/\n+/u).filter((stycke) => stycke.trim() !== '')
  if (stycken.length === 0) return <p className="under">{text.inget}</p>
  return stycken.map((stycke, i) => <p key={i}>{stycke}</p>)
}

function Tabellen({ tabell, etikett, hjalp, ar, visa }: { readonly tabell: Utgavetabell; readonly etikett: string; readonly hjalp: string; readonly ar: number; readonly visa: Visa }) {
  if (tabell.rader.length === 0) return <p className="under">{text.ingaUppgifter}</p>
  const fjol = tabellensCeller(tabell).some((cell) => cell.fjol !== undefined)
  return (
    <>
      <Papperstabell
        bildtext={etikett}
        kolumner={[{ rubrik: '' }, ...tabell.kolumner.map((k) => ({ rubrik: k.enhet === '' || k.enhet === 'personer' ? k.rubrik : `${k.rubrik} (${k.enhet})`, tal: k.typ === 'tal' })), ...fjolkolumn(fjol, ar)]}
        rader={tabell.rader.map((rad) => [rad.etikett, ...rad.celler.map(visa), ...(fjol ? [fjolets(rad.celler[0])] : [])])}
        {...(tabell.summa === null ? {} : { summa: [text.summa, ...tabell.summa.map(visa), ...(fjol ? [fjolets(tabell.summa[0])] : [])] })}
      />
      {hjalp !== '' && <p className="under">{hjalp}</p>}
    </>
  )
}

function Cell({ cell, nummer }: { readonly cell: Utgavecell; readonly nummer: number | undefined }) {
  return (
    <>
      {cell.text === '' ? STRECK : typeof cell.varde === 'number' ? medMellanrum(cell.text) : cell.text}
      {nummer !== undefined && <small> {text.rattad(nummer)}</small>}
    </>
  )
}

/** Large sums as one reads them; what is copied into a form has no spaces. */
const medMellanrum = (text: string): string => (/^\d{5,}$/u.test(text) ? antal(Number(text)) : text)
const tabellensCeller = (tabell: Utgavetabell | null): readonly Utgavecell[] => (tabell === null ? [] : [...tabell.rader.flatMap((rad) => rad.celler), ...(tabell.summa ?? [])])
const harFjol = (falt: readonly Utgavefalt[]): boolean => falt.some((f) => f.cell?.fjol !== undefined || tabellensCeller(f.tabell).some((cell) => cell.fjol !== undefined))
const fjolkolumn = (fjol: boolean, ar: number) => (fjol ? [{ rubrik: String(ar - 1), tal: true, svag: true }] : [])
const fjolets = (cell: Utgavecell | null | undefined): string => medMellanrum(cell?.fjol?.text || STRECK)

interface Grupp {
  readonly slag: 'tal' | 'smala' | 'ensam'
  readonly falt: readonly Utgavefalt[]
}

/** Texts and wide tables stand alone; numbers gather, and so do tables with one column of numbers. */
function grupperade(falt: readonly Utgavefalt[]): Grupp[] {
  const ut: Grupp[] = []
  for (const f of falt) {
    const slag = f.typ === 'siffra' || f.typ === 'tal' || f.typ === 'ja_nej' ? 'tal' : f.tabell?.kolumner.length === 1 && f.tabell.rader.length > 0 ? 'smala' : 'ensam'
    const forra = ut.at(-1)
    if (slag !== 'ensam' && forra?.slag === slag) ut[ut.length - 1] = { slag, falt: [...forra.falt, f] }
    else ut.push({ slag, falt: [f] })
  }
  return ut
}

/** Every corrected figure once, where it first stands, with what it is. */
function rattade(utgava: Utgava): { cell: Utgavecell; etikett: string }[] {
  const alla = utgava.punkter
    .flatMap((p) => p.falt)
    .flatMap((f) => [
      ...(f.cell ? [{ cell: f.cell, etikett: f.etikett }] : []),
      ...(f.tabell?.rader.flatMap((rad) => rad.celler.map((cell, i) => ({ cell, etikett: [f.etikett, rad.etikett, f.tabell?.kolumner[i]?.rubrik].filter(Boolean).join(', ') }))) ?? []),
      ...(f.tabell?.summa?.map((cell) => ({ cell, etikett: `${f.etikett}, ${text.summa.toLocaleLowerCase('sv')}` })) ?? []),
    ])
    .filter(({ cell }) => cell.rattad !== null)
  return alla.filter(({ cell }, i) => alla.findIndex((annan) => annan.cell.figur === cell.figur) === i)
}
