import { useEffect, useState } from 'react'
import type { ZodType } from 'zod'
import { useLocation } from 'wouter'
import { kastaUtkast, sparaUtkast, utkast as utkastet } from '../app/utkast.ts'
import { delar } from '../texter/delar.ts'
import { sag } from './Angra.tsx'
import { faltrot, type Formular } from './formular.ts'

/** A page of a flow: one question. */
export interface Stegval<S extends string> {
  readonly id: S
  /** Checks the fields that the page asks for, among the flow's values. */
  readonly schema: ZodType
  readonly falt: readonly string[]
}

interface Val<V extends object, S extends string> {
  /** The flow's address; its pages lie under it. */
  readonly vag: string
  /** Where one goes who gives up. */
  readonly hem: string
  /** The key of the draft. */
  readonly utkast: string
  /** The page of the address; the first when there is none. */
  readonly sida: string | undefined
  readonly steg: readonly Stegval<S>[]
  readonly form: Formular<V>
}

export interface Flode<S extends string> {
  /** The question asked now; null on "Kontrollera svaren". */
  readonly steg: S | null
  readonly nu: number
  readonly alla: number
  fortsatt(): void
  /** Undefined on the first page. */
  readonly tillbaka: (() => void) | undefined
  /** Gives up: what was answered is gone, and can be had back as long as that is said. */
  avbryt(): void
  /** To a question, and from there straight back to "Kontrollera svaren". */
  andra(steg: S): void
}

export const KONTROLLERA = 'kontrollera'

/**
 * The way through a flow, one question a page, each with its own address so that the way back is the browser's too.
 * An error of the office leads to the page that asks for its field.
 */
export function useFlode<V extends object, S extends string>({ vag, hem, utkast, sida, steg, form }: Val<V, S>): Flode<S> {
  const [, ga] = useLocation()
  const [kontrollerat, setKontrollerat] = useState(false)
  const plats = platsIFlode(steg, sida, form.varden)
  const nu = steg[plats]
  const till = (i: number) => {
    const mal = steg[i]
    ga(`${vag}/${mal?.id ?? KONTROLLERA}`)
  }

  const forstaFel = form.fel.find((f) => f.falt !== undefined)?.falt
  const felsteg = forstaFel === undefined ? undefined : steg.find((s) => s.falt.includes(faltrot(forstaFel)))
  const dit = felsteg !== undefined && felsteg.id !== nu?.id ? `${vag}/${felsteg.id}` : undefined
  useEffect(() => {
    if (dit !== undefined) ga(dit)
    // Once per refused attempt: afterwards one may walk on among the pages.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [form.forsok])

  return {
    steg: nu?.id ?? null,
    nu: plats + 1,
    alla: steg.length + 1,
    fortsatt: () => {
      if (nu === undefined) {
        if (steg.every((s) => form.prova(s.schema))) form.skicka()
      } else if (form.prova(nu.schema)) {
        till(kontrollerat ? steg.length : plats + 1)
      }
    },
    tillbaka: plats === 0 ? undefined : () => till(plats - 1),
    avbryt: () => {
      const [svaren, har] = [utkastet<V>(utkast), `${vag}/${nu?.id ?? KONTROLLERA}`]
      kastaUtkast(utkast)
      ga(hem)
      if (svaren === undefined) return
      sag(delar.svarenBorta, () => {
        sparaUtkast(utkast, svaren)
        ga(har)
      })
    },
    andra: (s) => {
      setKontrollerat(true)
      till(steg.findIndex((ett) => ett.id === s))
    },
  }
}

/**
 * Where one is in a flow: at the page of the address, but never past a question that has not been answered, whatever
 * the address says. The number of questions stands for "Kontrollera svaren".
 */
export function platsIFlode(steg: readonly Stegval<string>[], sida: string | undefined, varden: object): number {
  const begard = sida === KONTROLLERA ? steg.length : Math.max(0, steg.findIndex((s) => s.id === sida))
  const obesvarad = steg.findIndex((s) => !s.schema.safeParse(varden).success)
  return obesvarad === -1 ? begard : Math.min(begard, obesvarad)
}
