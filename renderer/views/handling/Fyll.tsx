import { useRef } from 'react'
import type { Utgavecell, Utgavefalt, Utgavetabell } from '../../../db/model/handling/utgava.ts'
import { felmening } from '../../app/fraga.ts'
import { useSidtangenter } from '../../app/tangenter.tsx'
import { kopiera, KopieraKnapp } from '../../parts/KopieraKnapp.tsx'
import { sag } from '../../parts/Angra.tsx'
import { Tomt } from '../../parts/Avsnitt.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { type Kolumn, Tabell } from '../../parts/Tabell.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { handling } from '../../texter/handling.ts'
import { handlingskontor, lasOmHandlingar, skrivInFaltet } from './fragor.ts'
import stil from './handling.module.css'
import { useHandling } from './sammanhang.ts'
import { falten, kopietext } from './utgavan.ts'
import { handlingsvag } from './vagar.ts'

const text = handling.fyll

/**
 * Länsstyrelsens own form is filled in beside this page: the fields in the form's order with the exact text, each copied
 * by one key and ticked; the focus goes on to the next that is not.
 */
export function Fyll() {
  const { slag, sida } = useHandling()
  const lista = useRef<HTMLDivElement>(null)
  const { utgava, handling: h } = sida
  const bockad = (id: string) => sida.falt.find((f) => f.falt.id === id)?.bockad != null
  const med = falten(utgava).filter((f) => kopietext(f, handling.falt.summa) !== '')
  const klara = med.filter((f) => bockad(f.id)).length
  const nasta = (efter?: string) => {
    const kvar = med.filter((f) => f.id !== efter && !bockad(f.id))
    const har = med.findIndex((f) => f.id === efter)
    const mal = kvar.find((f) => med.indexOf(f) > har) ?? kvar[0]
    if (mal) lista.current?.querySelector<HTMLElement>(`[data-falt="${mal.id}"] button`)?.focus()
  }
  useSidtangenter([{ tangent: 'n', text: text.tangentNasta, gor: () => nasta() }])
  const bocka = async (id: string, klar: boolean) => {
    skrivInFaltet(slag, h.id, id, { bockad: klar ? { tid: '', av: '' } : null })
    try {
      await handlingskontor(slag).bocka({ id: h.id, falt: id, klar })
    } catch (orsak) {
      sag(felmening(orsak))
      await lasOmHandlingar()
    }
  }
  return (
    <>
      <div className={stil.fyllhuvud}>
        <strong role="status">{klara === med.length ? text.alla : text.lage(klara, med.length)}</strong>
        {h.status === 'faststalld' && klara === med.length && (
          <Lankknapp sort="forsta" storlek="liten" till={handlingsvag(slag, h.id, 'granska')}>
            {text.tillInlamning}
          </Lankknapp>
        )}
      </div>
      <p className={stil.ingress}>{text.ingress}</p>
      {h.status === 'utkast' && <p className={`${stil.forifyllt} ${stil.ingress}`}>{text.utkast}</p>}
      <div ref={lista}>
        {utgava.punkter.map((punkt) => (
          <section key={punkt.id} className={stil.del} aria-labelledby={`fyll-${punkt.id}`}>
            <h2 id={`fyll-${punkt.id}`} className={stil.punktrubrik}>
              {punkt.rubrik}
            </h2>
            {punkt.falt.length === 0 && <Tomt text={text.tomt} />}
            {punkt.falt.map((f) => (
              <Fyllrad
                key={f.id}
                falt={f}
                klar={bockad(f.id)}
                onKopierat={() => {
                  void bocka(f.id, true)
                  nasta(f.id)
                }}
                onBocka={(klar) => void bocka(f.id, klar)}
              />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

interface Radegenskaper {
  readonly falt: Utgavefalt
  readonly klar: boolean
  readonly onKopierat: () => void
  readonly onBocka: (klar: boolean) => void
}

function Fyllrad({ falt, klar, onKopierat, onBocka }: Radegenskaper) {
  const kopia = kopietext(falt, handling.falt.summa)
  return (
    <div className={stil.fyllrad} data-falt={falt.id} data-klar={klar || undefined}>
      <div>
        <h3>{falt.etikett}</h3>
        {falt.tabell !== null ? <Kopietabell tabell={falt.tabell} etikett={falt.etikett} /> : <p className={stil.fylltext}>{kopia === '' ? <span className={stil.tomt}>{text.tomt}</span> : <Celltext cell={falt.cell} />}</p>}
      </div>
      {kopia !== '' && (
        <>
          <div>
            <KopieraKnapp text={kopia} vad={falt.tabell === null ? falt.etikett : text.kopieraTabellen(falt.etikett)} onKopierat={onKopierat} />
          </div>
          <Kryss etikett={text.klarKort} namn={text.klar(falt.etikett)} varde={klar} onAndra={onBocka} />
        </>
      )}
    </div>
  )
}

function Celltext({ cell }: { readonly cell: Utgavecell | null }) {
  if (cell === null) return null
  return (
    <>
      {cell.text}
      {cell.rattad && <span className={stil.rattad}>{text.rattad(cell.rattad.raknatText)}</span>}
    </>
  )
}

type Rad = Utgavetabell['rader'][number]

/** A table of which each cell can be copied alone: forms ask for them in boxes of their own. */
function Kopietabell({ tabell, etikett }: { readonly tabell: Utgavetabell; readonly etikett: string }) {
  if (tabell.rader.length === 0) return <p className={stil.tomt}>{text.tomt}</p>
  const cell = (c: Utgavecell | undefined, vad: string) =>
    c && (
      <button type="button" className={stil.fyllcell} aria-label={`${vad}: ${c.text}, ${handling.fyll.kopieraCell}`} onClick={() => void kopiera(c.text).then((gick) => gick && sag(text.cellKopierad(c.text)))}>
        {c.text}
      </button>
    )
  return (
    <Tabell
      bildtext={etikett}
      kolumner={[
        { id: 'rad', rubrik: '', cell: (rad: Rad) => rad.etikett },
        ...tabell.kolumner.map((k, i): Kolumn<Rad> => ({ id: String(i), rubrik: k.rubrik, tal: k.typ === 'tal', cell: (rad) => cell(rad.celler[i], text.cell(rad.etikett, k.rubrik)) })),
      ]}
      rader={tabell.rader}
      nyckel={(rad) => rad.etikett}
      {...(tabell.summa === null ? {} : { summa: [handling.falt.summa, ...tabell.summa.map((c, i) => <span key={i}>{cell(c, text.cell(handling.falt.summa, tabell.kolumner[i]?.rubrik ?? ''))}</span>)] })}
      under={text.tabellHjalp}
    />
  )
}
