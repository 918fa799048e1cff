import { type ReactNode, useId } from 'react'
import { delar } from '../texter/delar.ts'
import stil from './Falt.module.css'
import { type Faltegenskaper, Hjalptext } from './Falt.tsx'
import type { Alternativ } from './Valj.tsx'

export interface AlternativMedHjalp extends Alternativ {
  readonly hjalp?: string
}

interface Gruppegenskaper extends Faltegenskaper {
  readonly alternativ: readonly AlternativMedHjalp[]
}

/** One of a few, all seen at once. The group's `id` leads to its first choice. */
export function Radio({ alternativ, varde, onAndra, ...grupp }: Gruppegenskaper & { readonly varde: string; readonly onAndra: (kod: string) => void }) {
  const namn = useId()
  return (
    <Grupp {...grupp} roll="radiogroup">
      {(id) =>
        alternativ.map((rad, i) => (
          <Alternativrad key={rad.kod} id={i === 0 ? id : `${id}-${rad.kod}`} rad={rad}>
            {(egen) => <input {...egen} type="radio" name={namn} checked={varde === rad.kod} onChange={() => onAndra(rad.kod)} />}
          </Alternativrad>
        ))
      }
    </Grupp>
  )
}

/** Several of a few, all seen at once. */
export function Kryssgrupp({ alternativ, varde, onAndra, ...grupp }: Gruppegenskaper & { readonly varde: readonly string[]; readonly onAndra: (koder: string[]) => void }) {
  const vaxla = (kod: string) => onAndra(varde.includes(kod) ? varde.filter((k) => k !== kod) : [...varde, kod])
  return (
    <Grupp {...grupp} roll="group">
      {(id) =>
        alternativ.map((rad, i) => (
          <Alternativrad key={rad.kod} id={i === 0 ? id : `${id}-${rad.kod}`} rad={rad}>
            {(egen) => <input {...egen} type="checkbox" checked={varde.includes(rad.kod)} onChange={() => vaxla(rad.kod)} />}
          </Alternativrad>
        ))
      }
    </Grupp>
  )
}

/** One tick box with its text; `namn` says more to a screen reader than the few words that stand beside it. */
export function Kryss({ id, etikett, namn, hjalp, fel, varde, onAndra, disabled = false }: Omit<Faltegenskaper, 'bredd' | 'valfri'> & { readonly namn?: string; readonly varde: boolean; readonly onAndra: (varde: boolean) => void; readonly disabled?: boolean }) {
  const eget = useId()
  const faltId = id ?? eget
  return (
    <div className={fel === undefined ? undefined : stil.felaktigt}>
      <Hjalptext id={faltId} fel={fel} />
      <Alternativrad id={faltId} rad={{ kod: '', text: etikett, ...(typeof hjalp === 'string' ? { hjalp } : {}) }}>
        {(egen) => (
          <input {...egen} type="checkbox" aria-label={namn} checked={varde} disabled={disabled} aria-invalid={fel === undefined ? undefined : true} onChange={(e) => onAndra(e.target.checked)} />
        )}
      </Alternativrad>
    </div>
  )
}

function Grupp({ id, etikett, hjalp, fel, valfri, roll, children }: Faltegenskaper & { readonly roll: 'radiogroup' | 'group'; readonly children: (id: string) => ReactNode }) {
  const eget = useId()
  const gruppId = id ?? eget
  const beskrivs = [hjalp !== undefined && `${gruppId}-hjalp`, fel !== undefined && `${gruppId}-fel`].filter(Boolean).join(' ')
  return (
    <div
      role={roll}
      aria-labelledby={`${gruppId}-etikett`}
      aria-describedby={beskrivs || undefined}
      aria-invalid={roll === 'radiogroup' && fel !== undefined ? true : undefined}
      className={[stil.falt, stil.bred, fel !== undefined && stil.felaktigt].filter(Boolean).join(' ')}
    >
      <span className={stil.etikett} id={`${gruppId}-etikett`}>
        {etikett}
        {valfri && <span className={stil.valfri}> {delar.valfritt}</span>}
      </span>
      <Hjalptext id={gruppId} hjalp={hjalp} fel={fel} />
      <div className={stil.grupp}>{children(gruppId)}</div>
    </div>
  )
}

interface Inmatning {
  readonly id: string
  readonly 'aria-describedby': string | undefined
}

function Alternativrad({ id, rad, children }: { readonly id: string; readonly rad: AlternativMedHjalp; readonly children: (egen: Inmatning) => ReactNode }) {
  const hjalpId = rad.hjalp === undefined ? undefined : `${id}-val-hjalp`
  return (
    <div className={stil.alternativ}>
      {children({ id, 'aria-describedby': hjalpId })}
      <label htmlFor={id}>
        {rad.text}
        {rad.hjalp !== undefined && (
          <span className={stil.hjalp} id={hjalpId}>
            {rad.hjalp}
          </span>
        )}
      </label>
    </div>
  )
}
