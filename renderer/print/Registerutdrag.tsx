import type { ReactNode } from 'react'
import { ANTECKNINGARNA, UPPFOLJNINGSRESULTAT, VEM } from '../../db/model/arbetet.ts'
import { idag as dagFor, klockslag } from '../../db/model/kalender.ts'
import { etikett, type Kodlistor, type Lista } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import { INNEHAVSSLAG, OVERLAMNINGSSLAG, OVERLAMNINGSSTATUS } from '../../db/model/overlamningar.ts'
import { malrader } from '../../db/model/uppdrag.ts'
import type { Registerutdrag as Utdrag, Utdragskontakt, Utdragsuppdrag } from '../../db/model/utdrag.ts'
import { arbetet, malutfallIOrd } from '../texter/arbetet.ts'
import { langtDatum } from '../texter/datum.ts'
import { kontakter as kontaktord } from '../texter/kontakter.ts'
import { klientpapper } from '../texter/klientpapper.ts'
import { Dokument } from './Dokument.tsx'
import { Fakta, type Faktarad } from './Klientdelar.tsx'
import type { Dokumentmeta } from './sidstil.ts'

const text = klientpapper.utdrag

interface Egenskaper {
  readonly utdrag: Utdrag
  readonly listor: Kodlistor
}

/** Everything held about one client, in plain words (GDPR 15): also what has been struck, and who has opened it. */
export function Registerutdrag({ meta, utdrag, listor }: Egenskaper & { readonly meta: Dokumentmeta }) {
  return (
    <Dokument meta={meta} rubrik={text.rubrik} ingress={text.ingress(utdrag.enhet, langtDatum(dagFor(utdrag.tid)), utdrag.av)}>
      <h2>{text.omDig}</h2>
      <OmDig utdrag={utdrag} listor={listor} />
      {utdrag.kontakter.length > 0 && <h2>{text.kontakter}</h2>}
      {utdrag.kontakter.length > 0 && <Rader rader={utdrag.kontakter.map((rad) => kontaktrad(rad, listor))} />}
      {utdrag.uppdrag.map((rad) => (
        <Uppdraget key={rad.id} rad={rad} utdrag={utdrag} listor={listor} />
      ))}
      <Samtyckena utdrag={utdrag} listor={listor} />
      <Anteckningarna utdrag={utdrag} />
      <Vilka utdrag={utdrag} />
      <h2>{text.rattigheter}</h2>
      <p>{text.rattigheterText}</p>
    </Dokument>
  )
}

function OmDig({ utdrag, listor }: Egenskaper) {
  return (
    <Fakta
      latt
      rader={[
        { namn: klientpapper.arende, varde: utdrag.nummer },
        { namn: text.namn, varde: utdrag.namn ?? text.inte },
        { namn: text.telefon, varde: utdrag.telefon ?? text.inte },
        { namn: text.kon, varde: etikett(listor, 'kon', utdrag.kon) },
        { namn: text.fodelsear, varde: utdrag.fodelsear ?? text.inteKant },
        { namn: text.upplagt, varde: langtDatum(dagFor(utdrag.skapad)) },
        ...utdrag.personuppgiftsansvariga.map((rad) => ({ namn: text.ansvariga(kommunNamn(rad.kommun)), varde: rad.ansvarig ?? text.ansvarigSaknas })),
        ...(utdrag.dubblettmarke ? [{ namn: text.dubblett, varde: text.dubblettText }] : []),
      ]}
    />
  )
}

function etiketter(listor: Kodlistor, lista: Lista, koder: readonly string[]): string {
  return text.rada(koder.map((kod) => etikett(listor, lista, kod)))
}

/** A contact in a few sentences. */
function kontaktrad(rad: Utdragskontakt, listor: Kodlistor): string {
  const medKod = (namn: string, lista: Lista, kod: string) => text.medKolon(namn, etikett(listor, lista, kod))
  const medDag = (namn: string, dag: string | null) => (dag === null ? '' : text.medOrd(namn, langtDatum(dag)))
  return text.kontakten(langtDatum(rad.datum), kommunNamn(rad.kommun), [
    medKod(kontaktord.vemKort, 'initiativtagare', rad.initiativtagare),
    medKod(text.kontaktvag, 'kontaktvag', rad.kontaktvag),
    rad.orsaker.length === 0 ? '' : text.medKolon(kontaktord.orsaker, etiketter(listor, 'orsak', rad.orsaker)),
    medKod(kontaktord.utfallKort, 'utfall', rad.utfall),
    medDag(kontaktord.kodatum, rad.kodatum),
    medDag(kontaktord.kolamnad, rad.kolamnad),
    rad.hanvisadTill === null ? '' : medKod(text.hanvisad, 'aktor', rad.hanvisadTill),
    medDag(text.hanvisningUppfoljd, rad.hanvisningUppfoljd),
    text.medOrd(text.registreradAv, rad.registreradAv),
    rad.struken ? text.medKolon(text.struket, rad.strukenSkal ?? text.inte) : '',
  ])
}

function Uppdraget({ rad, utdrag, listor }: Egenskaper & { readonly rad: Utdragsuppdrag }) {
  const ataganden = utdrag.ataganden.filter((en) => en.uppdragId === rad.id)
  const rader: (Faktarad | false)[] = [
    rad.struken && { namn: text.struket, varde: rad.strukenSkal ?? text.inte },
    { namn: klientpapper.kommun, varde: kommunNamn(rad.kommun) },
    rad.planeratSlut !== null && { namn: text.planeratSlut, varde: langtDatum(rad.planeratSlut) },
    rad.mal !== null && { namn: text.mal, varde: <Rader rader={malrader(rad.mal).map((en) => en.text)} /> },
    rad.livsomraden.length > 0 && { namn: text.livsomraden, varde: etiketter(listor, 'livsomrade', rad.livsomraden) },
    rad.orsaker.length > 0 && { namn: text.orsaker, varde: etiketter(listor, 'orsak', rad.orsaker) },
    rad.aktorer.length > 0 && { namn: text.aktorer, varde: etiketter(listor, 'aktor', rad.aktorer) },
    rad.prioritet !== null && { namn: text.prioritet, varde: etikett(listor, 'prioritet', rad.prioritet) },
    rad.realistiskt !== null && { namn: text.realistiskt, varde: rad.realistiskt ? text.ja : text.nej },
    rad.kommunbyten.length > 0 && { namn: text.flyttar, varde: <Rader rader={rad.kommunbyten.map((en) => text.flytt(langtDatum(en.datum), kommunNamn(en.kommun)))} /> },
    rad.forlangningar.length > 0 && {
      namn: text.forlangningar,
      varde: <Rader rader={rad.forlangningar.map((en) => text.forlangning(langtDatum(en.datum), langtDatum(en.nyttSlut), en.skal ?? ''))} />,
    },
    rad.uppfoljningar.length > 0 && { namn: text.uppfoljningar, varde: <Rader rader={rad.uppfoljningar.map(uppfoljningsrad)} /> },
    ataganden.length > 0 && { namn: text.ataganden, varde: <Rader rader={ataganden.map((en) => atagandesrad(en, listor))} /> },
    rad.avslutsorsak !== null && { namn: text.avslut, varde: etikett(listor, 'avslutsorsak', rad.avslutsorsak) },
    rad.lotsadTill !== null && { namn: text.lotsad, varde: etikett(listor, 'aktor', rad.lotsadTill) },
    rad.malutfall.length > 0 && { namn: text.malutfall, varde: <Rader rader={rad.malutfall.map((en) => `${en.id}. ${malutfallIOrd(en.utfall)}`)} /> },
    rad.anteckningarna !== null && { namn: text.anteckningarnaVidAvslut, varde: ANTECKNINGARNA[rad.anteckningarna] },
  ]
  return (
    <>
      <h2>{text.uppdraget(langtDatum(rad.start), rad.slut === null ? '' : langtDatum(rad.slut))}</h2>
      <Fakta latt rader={rader.filter((en) => en !== false)} />
    </>
  )
}

function uppfoljningsrad(rad: Utdragsuppdrag['uppfoljningar'][number]): string {
  const planerad = text.uppfoljning(langtDatum(rad.planerad), rad.gjord === null || rad.resultat === null ? '' : text.gjord(langtDatum(rad.gjord), UPPFOLJNINGSRESULTAT[rad.resultat].toLocaleLowerCase('sv')))
  return rad.struken ? text.rada([planerad, text.strukenMed(rad.strukenSkal)]) : planerad
}

function atagandesrad(rad: Utdrag['ataganden'][number], listor: Kodlistor): string {
  const status = arbetet.ataganden.status[rad.status]
  return text.rada([
    rad.vad, VEM[rad.vem].toLocaleLowerCase('sv'), rad.aktor === null ? '' : etikett(listor, 'aktor', rad.aktor),
    rad.senast === null ? '' : text.senast(langtDatum(rad.senast)), rad.statusDatum === null ? status : `${status} ${langtDatum(rad.statusDatum)}`,
  ])
}

function Samtyckena({ utdrag, listor }: Egenskaper) {
  return (
    <>
      <h2>{text.samtycken}</h2>
      <Rader
        rader={utdrag.samtycken.map((rad) =>
          text.rada([
            text.samtycke(etikett(listor, 'aktor', rad.aktor), rad.person, rad.omfattning),
            rad.till === null ? klientpapper.franTillsVidare(langtDatum(rad.fran)) : klientpapper.franTill(langtDatum(rad.fran), langtDatum(rad.till)),
            rad.aterkallat === null ? '' : text.aterkallat(langtDatum(rad.aterkallat)),
            rad.struken ? text.strukenMed(rad.strukenSkal) : '',
          ]),
        )}
      />
    </>
  )
}

function Anteckningarna({ utdrag: { anteckningar, orosguide } }: Pick<Egenskaper, 'utdrag'>) {
  return (
    <>
      <h2>{text.anteckningar}</h2>
      {anteckningar.length === 0 && <p>{text.inget}</p>}
      {anteckningar.map((rad) => (
        <div key={rad.id} className="anteckning">
          <h3>{langtDatum(dagFor(rad.tid))}</h3>
          <p className="ord">{rad.text}</p>
        </div>
      ))}
      {orosguide.length > 0 && (
        <>
          <h2>{text.orosguide}</h2>
          <p>{text.orosguideText(text.rada(orosguide.map(langtDatum)))}</p>
        </>
      )}
    </>
  )
}

function ord<K extends string>(ordlista: Readonly<Record<K, string>>, kod: string): string {
  return Object.entries<string>(ordlista).find(([k]) => k === kod)?.[1] ?? kod
}

/** Who has had the case, between whom it has gone, and who has opened it. */
function Vilka({ utdrag }: Pick<Egenskaper, 'utdrag'>) {
  return (
    <>
      <h2>{text.ombuden}</h2>
      <Rader rader={utdrag.innehav.map((rad) => text.innehav(ord(INNEHAVSSLAG, rad.slag).toLocaleLowerCase('sv'), rad.ombud, langtDatum(rad.fran), rad.till === null ? '' : langtDatum(rad.till)))} />
      {utdrag.overlamningar.length > 0 && (
        <>
          <h2>{text.overlamningar}</h2>
          <Rader
            rader={utdrag.overlamningar.map((rad) =>
              text.rada([
                text.overlamning({
                  slag: ord(OVERLAMNINGSSLAG, rad.slag), fran: rad.fran, till: rad.till, erbjuden: langtDatum(dagFor(rad.erbjuden)), status: ord(OVERLAMNINGSSTATUS, rad.status),
                  samtycke: rad.samtyckeDatum === null ? '' : text.ditt(langtDatum(rad.samtyckeDatum)),
                }),
                ...[rad.ord, rad.svar].map((ett) => (ett === null || ett === '' ? '' : text.citat(ett))),
              ]),
            )}
          />
        </>
      )}
      <h2>{text.oppnat}</h2>
      <Rader rader={utdrag.oppnat.map((rad) => text.oppnatRad(rad.vem, `${langtDatum(dagFor(rad.tid))} ${klockslag(rad.tid)}`))} />
    </>
  )
}

function Rader({ rader }: { readonly rader: readonly string[] }): ReactNode {
  if (rader.length < 2) return <p>{rader[0] ?? text.inget}</p>
  return (
    <ul>
      {rader.map((rad, i) => (
        <li key={i}>{rad}</li>
      ))}
    </ul>
  )
}
