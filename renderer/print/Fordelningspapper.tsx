import type { Kostnadsfordelning } from '../../electron/office/contract/statsbidrag.ts'
import { etikett, type Kodlistor } from '../../db/model/kodlistor.ts'
import { kommunNamn } from '../../db/model/kommuner.ts'
import { svenskOrdning } from '../../db/model/text.ts'
import { fordelningspapper as text, statsbidrag } from '../texter/statsbidrag.ts'
import { Dokument, Papperstabell, Underskrifter } from './Dokument.tsx'
import type { Dokumentmeta } from './sidstil.ts'
import { antal, ellerStreck, tvadecimaler } from './tal.ts'

export interface Fordelningsdata {
  readonly ar: number
  readonly fordelning: Pick<Kostnadsfordelning, 'sokande' | 'kostnader' | 'val' | 'delagare' | 'fordelning'>
  readonly listor: Kodlistor
}

const kolumner = statsbidrag.fordelning

/** Fördelning av kostnader, for the cooperating kommuner: costs, grant, key, each kommun's part with its working, and a line to sign. */
export function Fordelningspapper({ meta, data: { ar, fordelning: f, listor } }: { readonly meta: Dokumentmeta; readonly data: Fordelningsdata }) {
  const { val, fordelning } = f
  const rader = f.kostnader.filter((rad) => !rad.struken)
  const vad = (slag: string, egen: string | null) => [etikett(listor, 'kostnadsslag', slag), egen].filter((del) => del !== null).join(', ')
  return (
    <Dokument meta={meta} rubrik={text.rubrik} ingress={text.ingress(ar, kommunNamn(f.sokande), f.delagare.length)}>
      <h2>{text.kostnader}</h2>
      {rader.length === 0 && <p>{text.ingaKostnader}</p>}
      <Papperstabell
        bildtext={text.kostnader}
        kolumner={[{ rubrik: text.slag }, { rubrik: text.kronor, tal: true }]}
        rader={[...rader.map((rad) => [vad(rad.slag, rad.text), antal(rad.kronor)]), [text.summa, antal(fordelning.kostnad)], [text.bidrag(text.avdragen[val.avdrag]), antal(-fordelning.bidrag)]]}
        summa={[text.attFordela, antal(fordelning.attBetala)]}
      />
      <h2>{text.fordelning}</h2>
      {fordelning.andelar === null ? (
        <p>{text.ofullstandig}</p>
      ) : (
        <Papperstabell
          bildtext={text.fordelning}
          kolumner={[{ rubrik: text.kommun }, ...[kolumner.bas[val.nyckel], kolumner.dagar, kolumner.andel, kolumner.kostnad, kolumner.bidrag, kolumner.attBetala].map((rubrik) => ({ rubrik, tal: true }))]}
          rader={fordelning.andelar.map((a) => [
            kommunNamn(a.kommun), ellerStreck(a.bas, val.nyckel === 'procent' ? tvadecimaler : antal), antal(a.dagar), kolumner.procent(tvadecimaler(a.andel)), antal(a.kostnad), antal(a.bidrag), antal(a.attBetala),
          ])}
          summa={[text.summa, '', '', kolumner.procent(tvadecimaler(100)), antal(fordelning.kostnad), antal(fordelning.bidrag), antal(fordelning.attBetala)]}
        />
      )}
      <h2>{text.sa}</h2>
      <ul>
        <li>{text.nyckel(text.nycklar[val.nyckel])}</li>
        <li>{val.viktaDagar ? text.dagar : kolumner.dagarVagsInte}</li>
        <Utraknat f={f} />
        <li>{val.gemensamt ? text.gemensamt : text.eget}</li>
        <li>{text.avrundning}</li>
      </ul>
      <h2>{text.underskrifter}</h2>
      <p>{text.underskriftText}</p>
      <Underskrifter rader={f.delagare.map((d) => kommunNamn(d.kommun)).toSorted(svenskOrdning)} />
    </Dokument>
  )
}

/** The first kommun's part as a multiplication, so that a reader can do the others. */
function Utraknat({ f: { val, fordelning } }: { readonly f: Fordelningsdata['fordelning'] }) {
  const forst = fordelning.andelar?.[0]
  if (fordelning.andelar === null || forst === undefined) return null
  const vikt = (a: typeof forst) => (a.bas ?? 0) * (val.viktaDagar ? a.dagar : 1)
  const som = val.nyckel === 'procent' ? tvadecimaler : antal
  const allt = fordelning.andelar.reduce((summa, a) => summa + vikt(a), 0)
  return <li>{text.exempel(kommunNamn(forst.kommun), som(vikt(forst)), som(allt), antal(fordelning.kostnad), antal(forst.kostnad))}</li>
}
