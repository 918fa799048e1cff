import type { Kodlistor } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import { PLATSSLAG, type Underlag as Underlaget } from '../../db/model/ledningsgrupp.ts'
import { bristpapper as text } from '../texter/bristpapper.ts'
import { medVeckodag, storBokstav } from '../texter/datum.ts'
import { ledningsgrupp } from '../texter/ledningsgrupp.ts'
import { Bristblock } from './Bristblock.tsx'
import { Dokument, Papperstabell } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'

interface Egenskaper {
  readonly meta: Dokumentmeta
  readonly underlag: Underlaget
  readonly listor: Kodlistor
  /** Officials' names; left out of what a group shared by several units is given. */
  readonly medNamn?: boolean
}

/** The kallelse to a meeting of the ledningsgrupp, with all that it needs to read beforehand. */
export function Underlag({ meta, underlag, listor, medNamn = true }: Egenskaper) {
  const { mote, brister, sedanSist } = underlag
  const punkter = mote.dagordning.split(/\n+/u).map((rad) => rad.trim()).filter((rad) => rad !== '')
  return (
    <Dokument meta={meta} rubrik={text.underlagRubrik(underlag.grupp.namn)} ingress={text.kallelse(storBokstav(medVeckodag(mote.datum)), mote.klockslag, mote.plats)}>
      <h2>{text.dagordning}</h2>
      <ol>
        {(punkter.length === 0 ? text.dagordningTom : punkter).map((punkt) => (
          <li key={punkt}>{punkt}</li>
        ))}
      </ol>
      {medNamn && underlag.kallade.length > 0 && <Kallade underlag={underlag} />}
      <h2>{text.lage}</h2>
      <Papperstabell
        bildtext={text.lage}
        kolumner={[{ rubrik: ledningsgrupp.talKolumn }, { rubrik: ledningsgrupp.hittills(underlag.ar), tal: true }, { rubrik: String(underlag.ar - 1), tal: true, svag: true }]}
        rader={underlag.tal.map((rad) => [ledningsgrupp.talnamn[rad.vad], rad.aret, rad.fjol])}
      />
      <p className="under">{text.lageUnder}</p>
      <h2>{text.paMotet}</h2>
      {brister.length === 0 && <p>{text.paMotetTomt}</p>}
      {brister.map((brist, i) => (
        <Bristblock key={brist.id} nr={i + 1} brist={brist} listor={listor} beslut={{ status: brist.beslutStatus, ord: brist.beslut }} />
      ))}
      {sedanSist.length > 0 && (
        <>
          <h2>{text.sedanSist}</h2>
          {sedanSist.map((brist, i) => (
            <Bristblock key={brist.id} nr={brister.length + i + 1} brist={brist} listor={listor} />
          ))}
        </>
      )}
      {mote.anteckningar !== '' && (
        <>
          <h2>{text.anteckningar}</h2>
          {mote.anteckningar.split(/\n+/u).map((stycke) => (
            <p key={stycke}>{stycke}</p>
          ))}
        </>
      )}
    </Dokument>
  )
}

function Kallade({ underlag }: { readonly underlag: Underlaget }) {
  return (
    <>
      <h2>{text.kallas}</h2>
      <Papperstabell
        bildtext={text.kallas}
        kolumner={[{ rubrik: ledningsgrupp.ledamot }, { rubrik: ledningsgrupp.ledamotRoll }, { rubrik: ledningsgrupp.plats }]}
        rader={underlag.kallade.map((en) => [
          en.ersattare ? `${en.namn} (${ledningsgrupp.ersattareKort})` : en.namn,
          en.roll,
          ledningsgrupp.platsVem(PLATSSLAG[en.slag], en.organisation, en.kommun === null ? '' : kommunNamn(en.kommun)),
        ])}
      />
    </>
  )
}
