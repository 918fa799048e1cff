import { useState } from 'react'
import type { Faltlage } from '../../../db/model/handling/typer.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { Radio } from '../../parts/Valgrupp.tsx'
import { handling } from '../../texter/handling.ts'
import { Egentabell } from './Egentabell.tsx'
import stil from './handling.module.css'
import { Fjoltext, Forifyllt, Krocken, Sparad } from './Sparat.tsx'
import { useHandling } from './sammanhang.ts'
import { useFaltsparning } from './sparning.ts'
import { skrivTal, tolkaTal, vardetext } from './varden.ts'

const text = handling.falt

/** A field that the unit fills in, in its kind; for who may not edit, what stands in it. */
export function Fyllfalt({ lage }: { readonly lage: Faltlage }) {
  const { far } = useHandling()
  return (
    <div className={stil.faltet} id={`falt-${lage.falt.id}`}>
      {!far && lage.falt.typ !== 'egen_tabell' ? <Last lage={lage} /> : <Oppet lage={lage} />}
    </div>
  )
}

function Oppet({ lage }: { readonly lage: Faltlage }) {
  const { falt } = lage
  switch (falt.typ) {
    case 'text':
      return <Text lage={lage} max={falt.maxLangd} />
    case 'tal':
      return <Tal lage={lage} enhet={falt.enhet} decimaler={falt.decimaler as 0 | 1 | 2} />
    case 'ja_nej':
      return <JaNej lage={lage} />
    case 'egen_tabell':
      return <Egentabell lage={lage} falt={falt} />
    default:
      return null
  }
}

/** What stands in a field that is not to be edited. */
function Last({ lage: { falt, varde } }: { readonly lage: Faltlage }) {
  const ord = vardetext(varde)
  return (
    <div className={stil.last}>
      <h3>{falt.etikett}</h3>
      {ord === '' ? <p className={stil.tomt}>{text.tomText}</p> : <p className={stil.ord}>{falt.typ === 'tal' ? [ord, falt.enhet].join(' ').trim() : ord}</p>}
    </div>
  )
}

/** Label and help of a field that must be filled in say so. */
const hjalpen = ({ falt }: Faltlage): { hjalp?: string } => {
  const hjalp = [falt.hjalp, falt.kravs ? `(${text.obligatoriskt})` : ''].filter(Boolean).join(' ')
  return hjalp === '' ? {} : { hjalp }
}

function Text({ lage, max }: { readonly lage: Faltlage; readonly max: number }) {
  const sparning = useFaltsparning<string>(lage, typeof lage.varde === 'string' ? lage.varde : '', (v) => (v.trim().length > max ? text.forLang(max) : undefined))
  return (
    <>
      <Textruta etikett={lage.falt.etikett} {...hjalpen(lage)} max={max} rader={4} varde={sparning.varde} onAndra={sparning.satt} onLamna={sparning.lamna} fel={sparning.fel} spellCheck />
      <Sparad sparning={sparning} />
      <Forifyllt lage={lage} sparning={sparning} />
      <Krocken sparning={sparning} />
      <Fjoltext lage={lage} sparning={sparning} />
    </>
  )
}

function Tal({ lage, enhet, decimaler }: { readonly lage: Faltlage; readonly enhet: string; readonly decimaler: 0 | 1 | 2 }) {
  const { sida } = useHandling()
  const sparat = typeof lage.varde === 'number' ? lage.varde : null
  const sparning = useFaltsparning<number | null>(lage, sparat)
  const [skrivet, setSkrivet] = useState(() => (sparning.varde === null ? '' : skrivTal(sparning.varde)))
  const [fel, setFel] = useState<string>()
  const las = (nytt: string) => {
    setSkrivet(nytt)
    const tal = nytt.trim() === '' ? null : tolkaTal(nytt, decimaler)
    if (tal === undefined) return
    setFel(undefined)
    sparning.satt(tal)
  }
  const lamna = () => {
    const olast = skrivet.trim() !== '' && tolkaTal(skrivet, decimaler) === undefined
    setFel(olast ? text.talFel(decimaler) : undefined)
    if (!olast) sparning.lamna()
  }
  return (
    <>
      <TextFalt etikett={enhet === '' ? lage.falt.etikett : `${lage.falt.etikett} (${enhet})`} {...hjalpen(lage)} bredd="smal" inputMode="decimal" varde={skrivet} onAndra={las} onLamna={lamna} fel={fel ?? sparning.fel} />
      <Sparad sparning={sparning}>{typeof lage.fjol === 'number' && <span className={stil.fjol}>{text.fjolVarde(sida.handling.ar - 1, skrivTal(lage.fjol))}</span>}</Sparad>
      <Forifyllt lage={lage} sparning={sparning} />
      <Krocken sparning={sparning} onTa={(v) => setSkrivet(typeof v === 'number' ? skrivTal(v) : '')} />
    </>
  )
}

const JA = 'ja'
const NEJ = 'nej'

function JaNej({ lage }: { readonly lage: Faltlage }) {
  const { sida } = useHandling()
  const sparning = useFaltsparning<boolean | null>(lage, typeof lage.varde === 'boolean' ? lage.varde : null)
  return (
    <>
      <Radio
        etikett={lage.falt.etikett}
        {...hjalpen(lage)}
        alternativ={[{ kod: JA, text: text.ja }, { kod: NEJ, text: text.nej }]}
        varde={sparning.varde === null ? '' : sparning.varde ? JA : NEJ}
        onAndra={(kod) => sparning.sparaNu(kod === JA)}
        fel={sparning.fel}
      />
      <Sparad sparning={sparning}>
        {typeof lage.fjol === 'boolean' && <span className={stil.fjol}>{text.fjolVarde(sida.handling.ar - 1, lage.fjol ? text.ja : text.nej)}</span>}
        {sparning.varde !== null && (
          <Knapp sort="lank" onPress={() => sparning.sparaNu(null)}>
            {text.taBortSvaret}
          </Knapp>
        )}
      </Sparad>
      <Forifyllt lage={lage} sparning={sparning} />
      <Krocken sparning={sparning} />
    </>
  )
}
