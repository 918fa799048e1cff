import { QueryClient } from '@tanstack/react-query'
import { tolkaFel } from './felsvar.ts'

/**
 * The window's cache of the office's answers. 'always': the office is on this machine, whatever the
 * network says. Nothing is retried: an error is either the user's to mend or a bug to be seen.
 */
export const fragor = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 5_000, gcTime: 5 * 60_000, refetchOnWindowFocus: true },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The sentence of anything thrown, for a line on the page. */
export function felmening(orsak: unknown): string {
  return tolkaFel(orsak).mening
}
