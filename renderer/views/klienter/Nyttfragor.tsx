import type { Datum } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { etiketter, kodval, kommunval } from '../../app/kodval.ts'
import { useUi } from '../../app/ui.ts'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { Textruta, TextFalt } from '../../parts/Falt.tsx'
import type { Formular } from '../../parts/formular.ts'
import { Namn, Skyddat, Skyddsfalt } from '../../parts/Namn.tsx'
import { Svarslista, type Svar } from '../../parts/Steg.tsx'
import { Kryssgrupp, Radio } from '../../parts/Valgrupp.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { aktorval } from './aktorval.ts'
import { Dubbletter } from './Dubbletter.tsx'
import { Fodelsearsfalt } from './Fodelsearsfalt.tsx'
import { under18 } from './klientvarden.ts'
import stil from './klienter.module.css'
import type { Nyttdata } from './NyttUppdrag.tsx'
import { type Forutsattning, flyttadStart, franKontakt, type Nyttkontakt, type Nyttsteg, type Nyttvarden } from './nyttUppdrag.ts'

const text = klienter.nytt
const MAX_TECKEN = 2000

interface Egenskaper {
  readonly steg: Nyttsteg
  readonly form: Formular<Nyttvarden>
  readonly givet: Forutsattning
  readonly data: Nyttdata
}

/** The fields of one question. */
export function Nyttfragor({ steg, form, givet, data: { listor, kommuner, installningar } }: Egenskaper) {
  const { idag, manader } = givet
  const { varden } = form
  switch (steg) {
    case 'kontakt':
      return <Kontaktfraga form={form} givet={givet} listor={listor} />
    case 'vem':
      return <Vemfraga form={form} givet={givet} />
    case 'namn':
      return (
        <>
          <Skyddsfalt>
            <TextFalt {...form.falt('namn')} autoFocus spellCheck={false} etikett={klienter.klientnamn} hjalp={text.namnHjalp} />
          </Skyddsfalt>
          <Skyddsfalt>
            <TextFalt {...form.falt('telefon')} type="tel" inputMode="tel" etikett={klienter.telefon} valfri />
          </Skyddsfalt>
        </>
      )
    case 'om':
      return (
        <>
          <Radio {...form.falt('kon')} etikett={klienter.kon} alternativ={kodval(listor, 'kon', idag, idag)} />
          <Fodelsearsfalt {...form.falt('fodelsear')} idag={idag} />
        </>
      )
    case 'tid':
      return (
        <>
          <Valj {...form.falt('kommun')} etikett={klienter.kommun} alternativ={kommunval(kommuner, varden.start, idag, varden.kommun)} />
          <Datumfalt {...form.falt('start')} etikett={text.start} idag={idag} onAndra={(start) => form.satt(flyttadStart(varden, start, idag, manader))} />
          <Datumfalt
            {...form.falt('planeratSlut')}
            etikett={text.planeratSlut}
            hjalp={text.planeratSlutHjalp(manader)}
            idag={idag}
            onAndra={(planeratSlut) => form.satt({ planeratSlut, egetSlut: true })}
          />
          <Datumfalt {...form.falt('forstaUppfoljning')} etikett={text.uppfoljning} hjalp={text.uppfoljningHjalp} idag={idag} valfri />
        </>
      )
    case 'mal':
      return (
        <Skyddsfalt text={form.varden.mal}>
          <Textruta {...form.falt('mal')} autoFocus etikett={text.malFalt} hjalp={klienter.malHjalp} max={MAX_TECKEN} rader={6} valfri />
        </Skyddsfalt>
      )
    case 'bedomning':
      return <Bedomning form={form} listor={listor} installningar={installningar} idag={idag} />
    case 'livsomraden':
      return <Kryssgrupp {...form.falt('livsomraden')} etikett={text.livsomradenFalt} hjalp={text.fleraGar} alternativ={kodval(listor, 'livsomrade', varden.start, idag, varden.livsomraden)} />
    case 'orsaker':
      return <Kryssgrupp {...form.falt('orsaker')} etikett={text.orsakerFalt} hjalp={text.fleraGar} alternativ={kodval(listor, 'orsak', varden.start, idag, varden.orsaker)} />
    case 'aktorer':
      return <Kryssgrupp {...form.falt('aktorer')} etikett={klienter.aktorer} hjalp={klienter.aktorerHjalp} alternativ={aktorval(listor, varden.start, idag, varden.aktorer)} />
  }
}

/** The judgement at the start: the target group as a help, never an automatic no (DOMAIN §1), and the unit's own order of priority. */
function Bedomning({ form, listor, installningar, idag }: Pick<Egenskaper, 'form'> & Pick<Nyttdata, 'listor' | 'installningar'> & { readonly idag: Datum }) {
  const { start, prioritet } = form.varden
  return (
    <>
      <Hjalpruta rubrik={text.malgruppen} text={text.malgruppenText} lista={text.malgruppenLista} slut={text.malgruppenSlut} />
      {installningar.lokalaKriterier !== '' && <Hjalpruta rubrik={text.lokalaKriterier} text={installningar.lokalaKriterier} />}
      <Radio
        {...form.falt('realistiskt')}
        etikett={text.realistiskt}
        alternativ={text.realistisktVal}
        onAndra={(svar) => form.satt({ realistiskt: svar === 'ja' ? 'ja' : 'nej' })}
      />
      {form.varden.realistiskt === 'nej' && <p role="status">{text.realistisktNej}</p>}
      {installningar.prioriteringsordning !== '' && <Hjalpruta rubrik={text.prioriteringsordning} text={installningar.prioriteringsordning} />}
      <Valj {...form.falt('prioritet')} etikett={klienter.prioritet} alternativ={kodval(listor, 'prioritet', start, idag, [prioritet])} tomt={klienter.ingenPrioritet} valfri />
    </>
  )
}

function Hjalpruta({ rubrik, text: stycke, lista = [], slut }: { readonly rubrik: string; readonly text: string; readonly lista?: readonly string[]; readonly slut?: string }) {
  return (
    <details className={stil.hjalpruta}>
      <summary>{rubrik}</summary>
      <p>{stycke}</p>
      {lista.length > 0 && (
        <ul>
          {lista.map((rad) => (
            <li key={rad}>{rad}</li>
          ))}
        </ul>
      )}
      {slut !== undefined && <p>{slut}</p>}
    </details>
  )
}

/** A contact in a line: when, where, who, how. */
function kontaktrad(kontakt: Nyttkontakt, listor: Kodlistor): string {
  return text.kontaktrad(
    langtDatum(kontakt.datum),
    kommunNamn(kontakt.kommun),
    etikett(listor, 'initiativtagare', kontakt.initiativtagare),
    etikett(listor, 'kontaktvag', kontakt.kontaktvag),
  )
}

function Kontaktfraga({ form, givet, listor }: Pick<Egenskaper, 'form' | 'givet'> & { readonly listor: Kodlistor }) {
  const valj = (kontaktId: string) => {
    const kontakt = givet.kontakter.find((rad) => rad.id === kontaktId)
    form.satt(kontakt === undefined ? { kontaktId: '' } : franKontakt(kontakt))
  }
  return (
    <Valj
      {...form.falt('kontaktId')}
      bredd="bred"
      etikett={text.kontaktFalt}
      hjalp={text.kontaktHjalp}
      tomt={text.kontaktIngen}
      alternativ={givet.kontakter.map((kontakt) => ({ kod: kontakt.id, text: kontaktrad(kontakt, listor) }))}
      onAndra={valj}
    />
  )
}

function Vemfraga({ form, givet }: Pick<Egenskaper, 'form' | 'givet'>) {
  const dolda = useUi((u) => u.namnDolda)
  const klientval = givet.tidigare
    .map((rad) => ({ kod: rad.nummer, text: text.klientrad(dolda || rad.namn === null ? rad.nummer : rad.namn, rad.nummer) }))
    .sort((a, b) => svenskOrdning(a.text, b.text))
  return (
    <>
      <Radio
        {...form.falt('vem')}
        etikett={text.vemFalt}
        alternativ={[
          { kod: 'ny', text: text.ny, hjalp: text.nyHjalp },
          { kod: 'tidigare', text: text.tidigare, hjalp: text.tidigareHjalp },
        ]}
        onAndra={(vem) => form.satt({ vem: vem === 'ny' ? 'ny' : 'tidigare' })}
      />
      {form.varden.vem === 'tidigare' && (
        <Valj
          {...form.falt('nummer')}
          etikett={text.tidigareFalt}
          alternativ={klientval}
          onAndra={(nummer) => {
            const kommun = givet.tidigare.find((rad) => rad.nummer === nummer)?.kommun
            form.satt({ nummer, ...(form.varden.kommun === '' && kommun ? { kommun } : {}) })
          }}
        />
      )}
    </>
  )
}

interface Kontrollegenskaper {
  readonly varden: Nyttvarden
  readonly givet: Forutsattning
  readonly data: Nyttdata
  /** The questions asked: an answer to another cannot be changed here. */
  readonly steg: readonly Nyttsteg[]
  readonly andra: (steg: Nyttsteg) => void
}

/** Everything answered, each with its way back. */
export function KontrolleraNytt({ varden, givet, data: { listor }, steg, andra }: Kontrollegenskaper) {
  const kontakt = givet.kontakt ?? givet.kontakter.find((rad) => rad.id === varden.kontaktId)
  const svar = (id: Nyttsteg, fraga: string, varde: Svar['svar']): Svar => ({ fraga, svar: varde, ...(steg.includes(id) ? { onAndra: () => andra(id) } : {}) })
  const klient = givet.tidigare.find((rad) => rad.nummer === varden.nummer)
  return (
    <>
      <Svarslista
        rader={[
          ...(kontakt !== undefined || steg.includes('kontakt') ? [svar('kontakt', text.kontaktFalt, kontakt === undefined ? text.utanKontakt : kontaktrad(kontakt, listor))] : []),
          ...(varden.vem === 'tidigare'
            ? [svar('vem', text.klient, <Namn key="namn" nummer={varden.nummer} namn={klient?.namn} />)]
            : [
                ...(steg.includes('vem') ? [svar('vem', text.vemFalt, text.ny)] : []),
                svar('namn', klienter.klientnamn, <Skyddat key="namn">{varden.namn}</Skyddat>),
                svar('namn', klienter.telefon, varden.telefon === '' ? '' : <Skyddat key="telefon">{varden.telefon}</Skyddat>),
                svar('om', klienter.kon, varden.kon === '' ? '' : etikett(listor, 'kon', varden.kon)),
                svar('om', klienter.fodelsear, varden.fodelsear),
              ]),
          svar('tid', klienter.kommun, kommunNamn(varden.kommun)),
          svar('tid', text.start, langtDatum(varden.start)),
          svar('tid', text.planeratSlut, langtDatum(varden.planeratSlut)),
          svar('tid', text.uppfoljning, varden.forstaUppfoljning === '' ? '' : langtDatum(varden.forstaUppfoljning)),
          svar('mal', klienter.mal, varden.mal === '' ? '' : <Skyddat key="mal">{varden.mal}</Skyddat>),
          svar('bedomning', text.realistiskt, varden.realistiskt === '' ? '' : varden.realistiskt === 'ja' ? text.ja : text.nej),
          svar('bedomning', klienter.prioritet, varden.prioritet === '' ? klienter.ingenPrioritet : etikett(listor, 'prioritet', varden.prioritet)),
          svar('livsomraden', klienter.livsomraden, klienter.rada(etiketter(listor, 'livsomrade', varden.livsomraden))),
          svar('orsaker', klienter.orsaker, klienter.rada(etiketter(listor, 'orsak', varden.orsaker))),
          svar('aktorer', klienter.aktorer, klienter.rada(etiketter(listor, 'aktor', varden.aktorer))),
        ]}
      />
      {varden.vem !== 'tidigare' && <Dubbletter namn={varden.namn} fodelsear={varden.fodelsear} />}
      {varden.vem !== 'tidigare' && under18(varden.fodelsear, varden.start) && <p className={stil.varning}>{klienter.under18}</p>}
    </>
  )
}
