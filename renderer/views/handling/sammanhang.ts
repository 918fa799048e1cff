import { createContext, useContext } from 'react'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import type { Handlingssida, Siffra } from '../../../db/model/handling/typer.ts'

/** What every part of a handling's page needs to know. */
export interface Handlingssammanhang {
  readonly slag: Slag
  readonly sida: Handlingssida
  /** One may edit it: the chief, and it is a draft. */
  readonly far: boolean
  /** Every figure of the form, by its id. */
  readonly siffror: ReadonlyMap<string, Siffra>
}

export const Sammanhang = createContext<Handlingssammanhang | undefined>(undefined)

export function useHandling(): Handlingssammanhang {
  const sammanhang = useContext(Sammanhang)
  if (sammanhang === undefined) throw new Error('A part of a handling outside its page')
  return sammanhang
}
