import { useEffect } from 'react'
import { fragor } from './fraga.ts'

/**
 * What has been typed and not saved, kept while one looks at another page. It lies in the cache of the
 * office's answers, and so goes with it at lock; nothing reaches the disk.
 */
const nyckelFor = (nyckel: string) => ['utkast', nyckel]

fragor.setQueryDefaults(['utkast'], { gcTime: Infinity })

/** The draft kept under a key, if there is one. */
export function utkast<V>(nyckel: string): V | undefined {
  return fragor.getQueryData<V>(nyckelFor(nyckel))
}

export function sparaUtkast(nyckel: string, varde: unknown): void {
  fragor.setQueryData(nyckelFor(nyckel), varde)
}

export function kastaUtkast(nyckel: string): void {
  fragor.removeQueries({ queryKey: nyckelFor(nyckel), exact: true })
}

/** Keeps a form's values as they are typed, for as long as they are not saved. */
export function useUtkast(nyckel: string, varden: unknown, andrade: boolean): void {
  useEffect(() => {
    if (andrade) sparaUtkast(nyckel, varden)
  }, [nyckel, varden, andrade])
}
