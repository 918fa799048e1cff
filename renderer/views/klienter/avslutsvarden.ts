import { z } from 'zod'
import { MALUTFALL, type Anteckningarna, type Malutfall, zAnteckningarna } from '../../../db/model/arbetet.ts'
import { dagarMellan, type Datum } from '../../../db/model/kalender.ts'
import { zDatum, zKod } from '../../../db/model/grund.ts'
import type { Stegval } from '../../parts/flode.ts'
import { klienter } from '../../texter/klienter.ts'

const text = klienter.avslut

/** The answer that the client has been guided nowhere: not a code of the list. */
export const INGEN = '-'

/** The answers of the flow that ends an uppdrag. */
export interface Avslutsvarden {
  readonly slut: string
  readonly avslutsorsak: string
  /** An actor, INGEN, or '' as long as it has not been answered. */
  readonly lotsadTill: string
  /** Outcome per goal, by the goal's number. */
  readonly malutfall: Readonly<Record<string, string>>
  readonly anteckningarna: string
}

export type Avslutssteg = 'dag' | 'orsak' | 'lotsad' | 'malen' | 'anteckningarna'

/** What is known before the first question. */
export interface Avslutslage {
  readonly start: Datum
  readonly idag: Datum
  /** The goals, one a line, each with its number. */
  readonly mal: readonly { readonly id: string }[]
  readonly antalAnteckningar: number
}

export const startAvslut = (idag: Datum): Avslutsvarden => ({ slut: idag, avslutsorsak: '', lotsadTill: '', malutfall: {}, anteckningarna: '' })

/** The questions: the last day (within the uppdrag, not after today), why, where to, how far each goal was reached, and what becomes of the notes. */
export function avslutssteg({ start, idag, mal, antalAnteckningar }: Avslutslage): Stegval<Avslutssteg>[] {
  const steg: (Stegval<Avslutssteg> | false)[] = [
    {
      id: 'dag',
      falt: ['slut'],
      schema: z.object({
        slut: zDatum(text.slutSaknas)
          .refine((slut) => slut >= start, text.slutForeStart)
          .refine((slut) => slut <= idag, text.slutFramtid),
      }),
    },
    { id: 'orsak', falt: ['avslutsorsak'], schema: z.object({ avslutsorsak: zKod(text.orsakSaknas) }) },
    { id: 'lotsad', falt: ['lotsadTill'], schema: z.object({ lotsadTill: z.literal(INGEN).or(zKod(text.lotsadSaknas)) }) },
    mal.length > 0 && { id: 'malen', falt: ['malutfall'], schema: z.object({ malutfall: z.record(z.string(), z.string()).refine((svar) => mal.every(({ id }) => arMalutfall(svar[id])), text.malSaknas) }) },
    antalAnteckningar > 0 && { id: 'anteckningarna', falt: ['anteckningarna'], schema: z.object({ anteckningarna: zAnteckningarna }) },
  ]
  return steg.filter((ett) => ett !== false)
}

export function arMalutfall(kod: string | undefined): kod is Malutfall {
  return kod !== undefined && kod in MALUTFALL
}

/** The answers as the office reads them. What was not asked is left at its standard: nothing to hand over is destroyed. */
export function tillAvslut({ slut, avslutsorsak, lotsadTill, malutfall, anteckningarna }: Avslutsvarden, { mal, antalAnteckningar }: Avslutslage) {
  return {
    slut,
    avslutsorsak,
    lotsadTill: lotsadTill === INGEN || lotsadTill === '' ? null : lotsadTill,
    malutfall: mal.flatMap(({ id }) => {
      const utfall = malutfall[id]
      return arMalutfall(utfall) ? [{ id, utfall }] : []
    }),
    anteckningarna: (antalAnteckningar > 0 && anteckningarna === 'klienten' ? 'klienten' : 'forstors') satisfies Anteckningarna as Anteckningarna,
  }
}

/** Uppdrag shorter than this may have been a kvalificerad hänvisning (DOMAIN §4 uppdragslängd). */
const KORT_DAGAR = 8

export function arKort(start: Datum, slut: Datum): boolean {
  return dagarMellan(start, slut) + 1 < KORT_DAGAR
}
