import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { antal, ellerStreck, endecimal } from '../../print/tal.ts'
import { redovisning as text } from '../../texter/redovisning.ts'
import { bada } from './Personer.tsx'
import type { Delegenskaper } from './Siffror.tsx'
import stil from './Redovisning.module.css'
import { type Enkelrad, Enkeltabell, Siffertabell } from './Siffertabell.tsx'
import { medFjol } from './tabeller.ts'

/** Contacts, queue, how long things take, and how uppdrag end. */
export function Kontakter({ svar: { figurer, fjol } }: Delegenskaper) {
  const t = text.kontakter
  const par = { figurer, fjol }
  const lista = (av: (f: Figurer) => Figurer['livsomraden']) => medFjol(...bada(figurer, fjol, av))
  return (
    <>
      <Enkeltabell
        {...par}
        rubrik={t.rubrik}
        rader={[
          { figur: 'kontakter.antal', vad: t.antal, tal: (f) => antal(f.kontakter.antal) },
          { figur: 'kontakter.uppdragStartarSenare', vad: t.senare, indrag: true, tal: (f) => antal(f.kontakter.uppdragStartarSenare) },
        ]}
        under={t.under}
      />
      <div className={stil.par}>
        <Siffertabell {...par} rubrik={t.utfall} figur="kontakter.perUtfall" rader={lista((f) => f.kontakter.perUtfall)} />
        <Siffertabell {...par} rubrik={t.vag} figur="kontakter.perKontaktvag" rader={lista((f) => f.kontakter.perKontaktvag)} />
        <Siffertabell {...par} rubrik={t.vem} figur="kontakter.perInitiativtagare" rader={lista((f) => f.kontakter.perInitiativtagare)} />
        <Siffertabell {...par} rubrik={t.orsaker} figur="kontakterPerOrsak" rader={lista((f) => f.kontakterPerOrsak)} under={t.orsakerUnder} />
      </div>
      <Enkeltabell {...par} rubrik={text.tider.rubrik} rader={tider} />
      <Siffertabell {...par} rubrik={text.avslutsorsaker} figur="avslutsorsaker" rader={lista((f) => f.avslutsorsaker)} under={text.avslutsorsakerUnder} />
    </>
  )
}

const dagar = (n: number | null) => ellerStreck(n, (d) => (d === 1 ? text.tider.enDag : text.tider.dagar(endecimal(d))))

const tider: readonly Enkelrad[] = [
  { figur: 'ko', vad: text.tider.iKo, tal: (f) => antal(f.ko) },
  { figur: 'vantetidMedianDagar', vad: text.tider.vantetid, tal: (f) => dagar(f.vantetidMedianDagar) },
  { figur: 'vantetidUtanKontakt', vad: text.tider.utanKontakt, indrag: true, tal: (f) => antal(f.vantetidUtanKontakt) },
  { figur: 'uppdragslangdMedianDagar', vad: text.tider.langd, tal: (f) => dagar(f.uppdragslangdMedianDagar) },
]
