import { useEffect } from 'react'
import { fragor } from './fraga.ts'
import { slangVaraktigt, sparaVaraktigt } from './utkastlager.ts'

/**
 * What has been typed and not saved, kept while one looks at another page. It lies in the cache of the
 * office's answers, and so goes with it at lock. Drafts of some forms are kept by the office too, sealed
 * (`utkastlager.ts`), and are back at the next login.
 */
const nyckelFor = (nyckel: string) => ['utkast', nyckel]
const tidFor = (nyckel: string) => ['utkast', nyckel, 'tid']

fragor.setQueryDefaults(['utkast'], { gcTime: Infinity })

/** The draft kept under a key, if there is one. */
export function utkast<V>(nyckel: string): V | undefined {
  return fragor.getQueryData<V>(nyckelFor(nyckel))
}

export function sparaUtkast(nyckel: string, varde: unknown): void {
  fragor.setQueryData(nyckelFor(nyckel), varde)
  sparaVaraktigt(nyckel, varde)
}

/** Puts back a draft that the office has kept since `tid` (ISO, UTC). */
export function aterstallUtkast(nyckel: string, varde: unknown, tid: string): void {
  fragor.setQueryData(nyckelFor(nyckel), varde)
  fragor.setQueryData(tidFor(nyckel), tid)
}

/** When the draft was written that has been put back; undefined for one that has never been away. */
export function aterstallt(nyckel: string): string | undefined {
  return fragor.getQueryData<string>(tidFor(nyckel))
}

export function kastaUtkast(nyckel: string): void {
  fragor.removeQueries({ queryKey: nyckelFor(nyckel) })
  slangVaraktigt(nyckel)
}

/** Keeps a form's values as they are typed, for as long as they are not saved. */
export function useUtkast(nyckel: string, varden: unknown, andrade: boolean): void {
  useEffect(() => {
    if (andrade) sparaUtkast(nyckel, varden)
  }, [nyckel, varden, andrade])
}
