import type { ContractRouterClient } from '@orpc/contract'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import type { Arslista, Faltlage, Handlingssida } from '../../../db/model/handling/typer.ts'
import type { ansokan } from '../../../electron/office/contract/ansokan.ts'
import { fragor } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'

export type Handlingskontor = ContractRouterClient<typeof ansokan>

/** The office's procedures of a kind: they are the same for both. */
export const handlingskontor = (slag: Slag): Handlingskontor => kontor[slag]

const ALLA = ['handlingar']
const sidnyckel = (slag: Slag, id: string) => [...ALLA, slag, 'sida', id]

/** A year's handlingar of a kind, and what they leave out. */
export function useArslista(slag: Slag, ar: number): UseQueryResult<Arslista> {
  return useQuery({ queryKey: [...ALLA, slag, 'ar', ar], queryFn: () => handlingskontor(slag).handlingar({ ar }) })
}

/** One handling. Every reading counts the year: none is made by coming back to the window. */
export function useHandlingssida(slag: Slag, id: string): UseQueryResult<Handlingssida> {
  return useQuery({ queryKey: sidnyckel(slag, id), queryFn: () => handlingskontor(slag).handling({ id }), refetchOnWindowFocus: false })
}

/** Asks anew for all that tells of handlingar: the pages, the years, the deadlines on Min vecka. */
export async function lasOmHandlingar(): Promise<void> {
  await Promise.all([fragor.invalidateQueries({ queryKey: ALLA }), fragor.invalidateQueries({ queryKey: fraga.veckan.key() })])
}

/** A handling that is gone is not asked for again. */
export function glomHandling(slag: Slag, id: string): void {
  fragor.removeQueries({ queryKey: sidnyckel(slag, id) })
}

/** What was just saved of a field. The page is asked for anew when one goes on to another part of it: each reading counts the year and is logged. */
export function skrivInFaltet(slag: Slag, id: string, falt: string, nytt: Partial<Faltlage>): void {
  fragor.setQueryData<Handlingssida>(sidnyckel(slag, id), (sida) => sida && { ...sida, falt: sida.falt.map((f) => (f.falt.id === falt ? { ...f, ...nytt } : f)) })
}

/** Marks the page as older than what has been saved in it. */
export function foraldraSidan(slag: Slag, id: string): void {
  void fragor.invalidateQueries({ queryKey: sidnyckel(slag, id), refetchType: 'none' })
}

/** Asks for the page anew when something has been saved in it since. */
export function lasOmForaldrad(slag: Slag, id: string): void {
  void fragor.refetchQueries({ queryKey: sidnyckel(slag, id), predicate: (fraga) => fraga.state.isInvalidated })
}
