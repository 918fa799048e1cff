import { etikett, iOrdning, type Kodlistor, type Lista } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import type { Bristrapport as Rapport, Rapportbrist } from '../../db/model/systemfel/index.ts'
import { bristpapper as text } from '../texter/bristpapper.ts'
import { langtDatum } from '../texter/datum.ts'
import { Bristblock } from './Bristblock.tsx'
import { Dokument, Papperstabell } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'

interface Egenskaper {
  readonly meta: Dokumentmeta
  readonly rapport: Rapport
  readonly listor: Kodlistor
  /** To whom: the ledningsgrupp also reads the words back within the unit. */
  readonly till: 'ledningsgrupp' | 'lansstyrelsen'
}

/** Brister of a period: figures first, then each by category (2013:522 10 § 5). */
export function Bristrapport({ meta, rapport, listor, till }: Egenskaper) {
  const { brister } = rapport
  const var_ = rapport.kommun.length === 0 ? text.helaEnheten : rapport.kommun.map(kommunNamn).join(', ')
  const grupper = perKod(brister, listor, 'systemfel_kategori', (b) => b.kategori)
  const nummer = new Map(grupper.flatMap(({ rader }) => rader).map((brist, i) => [brist.id, i + 1]))
  return (
    <Dokument
      meta={meta}
      rubrik={till === 'ledningsgrupp' ? text.tillGruppen : text.tillLansstyrelsen}
      ingress={
        <>
          {text.ingressPeriod(langtDatum(rapport.fran), langtDatum(rapport.till), var_)} {till === 'lansstyrelsen' && text.lagstod}
        </>
      }
    >
      <h2>{text.sammanfattning}</h2>
      {brister.length === 0 ? <p>{text.inga}</p> : <Tabeller brister={brister} listor={listor} />}
      {grupper.map(({ kod, rader }) => (
        <section key={kod}>
          <h2>{etikett(listor, 'systemfel_kategori', kod)}</h2>
          {rader.map((brist) => (
            <Bristblock key={brist.id} nr={nummer.get(brist.id) ?? 0} brist={brist} listor={listor} medNotering={till === 'ledningsgrupp'} />
          ))}
        </section>
      ))}
    </Dokument>
  )
}

/** Brister by the codes that occur, in the list's order. */
function perKod(brister: readonly Rapportbrist[], listor: Kodlistor, lista: Lista, av: (brist: Rapportbrist) => string) {
  const koder = iOrdning(listor[lista]).map((post) => post.kod)
  return [...Map.groupBy(brister, av)].map(([kod, rader]) => ({ kod, rader })).sort((a, b) => plats(koder, a.kod) - plats(koder, b.kod))
}
const plats = (koder: readonly string[], kod: string) => (koder.includes(kod) ? koder.indexOf(kod) : koder.length)

function Tabeller({ brister, listor }: { readonly brister: readonly Rapportbrist[]; readonly listor: Kodlistor }) {
  const nivaer = perKod(brister, listor, 'systemfel_niva', (b) => b.niva).map(({ kod }) => kod)
  const rad = (kod: string, rader: readonly Rapportbrist[]) => [etikett(listor, 'systemfel_kategori', kod), ...nivaer.map((niva) => rader.filter((b) => b.niva === niva).length), rader.length]
  const lista = (rubrik: string, bildtext: string, lista_: Lista, av: (brist: Rapportbrist) => string) => (
    <Papperstabell
      bildtext={bildtext}
      kolumner={[{ rubrik }, { rubrik: text.antal, tal: true }]}
      rader={perKod(brister, listor, lista_, av).map(({ kod, rader }) => [etikett(listor, lista_, kod), rader.length])}
      summa={[text.summa, brister.length]}
    />
  )
  return (
    <>
      <p>{text.antalRad(brister.length, brister.reduce((s, b) => s + b.antal, 0))}</p>
      <h3>{text.perKategori}</h3>
      <Papperstabell
        bildtext={text.perKategori}
        kolumner={[{ rubrik: text.kategori }, ...nivaer.map((niva) => ({ rubrik: etikett(listor, 'systemfel_niva', niva), tal: true })), { rubrik: text.summa, tal: true }]}
        rader={perKod(brister, listor, 'systemfel_kategori', (b) => b.kategori).map(({ kod, rader }) => rad(kod, rader))}
        summa={[text.summa, ...nivaer.map((niva) => brister.filter((b) => b.niva === niva).length), brister.length]}
      />
      <div className="tva">
        {lista(text.aktor, text.perAktor, 'aktor', (b) => b.aktor)}
        {lista(text.status, text.perStatus, 'systemfel_status', (b) => b.status)}
      </div>
    </>
  )
}
