import { useEffect, useState } from 'react'
import type { ZodType } from 'zod'
import { kastaUtkast, sparaUtkast, utkast } from '../app/utkast.ts'
import { type Formular, useFormular } from './formular.ts'

/** Something on a page that is changed in its place. */
export interface Redigering<V extends object> {
  readonly oppen: boolean
  /** The saved values when the change was begun. */
  readonly fran: V
  readonly nyckel: string
  /** For the button that opens and closes it; the focus returns there. */
  readonly knapp: { readonly ref: (knapp: HTMLButtonElement | null) => void; readonly 'aria-expanded': boolean; readonly onPress: () => void }
  oppna(): void
  /** Closes it and throws away what was typed. */
  stang(): void
}

interface Sparat<V> {
  readonly fran: V
  readonly varden: V
}

/** Opens and closes a change in place. One that was begun and left is open again when the page comes back. */
export function useRedigering<V extends object>(nyckel: string, nu: V): Redigering<V> {
  const [fran, setFran] = useState(() => utkast<Sparat<V>>(nyckel)?.fran)
  const [knapp, setKnapp] = useState<HTMLButtonElement | null>(null)
  const oppen = fran !== undefined
  const oppna = () => setFran(nu)
  const stang = () => {
    kastaUtkast(nyckel)
    setFran(undefined)
    knapp?.focus()
  }
  return { oppen, fran: fran ?? nu, nyckel, oppna, stang, knapp: { ref: setKnapp, 'aria-expanded': oppen, onPress: oppen ? stang : oppna } }
}

interface Val<V extends object, Ut> {
  readonly schema: ZodType<Ut>
  readonly till?: (varden: V) => unknown
  readonly spara: (ut: Ut) => Promise<void>
}

/** The form of a change in place: closes itself when it has been saved. */
export function useRedigeringsformular<V extends object, Ut>(redigering: Redigering<V>, val: Val<V, Ut>): Formular<V> {
  const { nyckel, fran, stang } = redigering
  const form = useFormular<V, Ut>({
    ...val,
    start: utkast<Sparat<V>>(nyckel)?.varden ?? fran,
    spara: async (ut) => {
      await val.spara(ut)
      stang()
    },
  })
  const { varden, andrad } = form
  useEffect(() => {
    if (andrad) sparaUtkast(nyckel, { fran, varden } satisfies Sparat<V>)
  }, [nyckel, fran, varden, andrad])
  return form
}
