import type { Stegnamn } from './kontorsutkast.ts'

/** The addresses of the first start. */
export const VAG = {
  start: '/',
  skapa: '/start/skapa/enhet',
  steg: (steg: Stegnamn) => `/start/skapa/${steg}`,
  /** A user of the new office: the nth of the others, or a new one. */
  person: (vilken: number | 'ny') => `/start/skapa/person/${vilken}`,
  klart: '/start/skapa/klart',
  exempel: '/start/exempel',
  aterstall: '/start/aterstall',
  glomt: '/start/losenord',
} as const
