import { z } from 'zod'
import { dagarMellan, type Datum } from '../../../db/model/kalender.ts'
import { zDatum, zKod } from '../../../db/model/grund.ts'
import type { Stegval } from '../../parts/flode.ts'
import { klienter } from '../../texter/klienter.ts'

const text = klienter.avslut

/** The answers of the flow that ends an uppdrag. */
export interface Avslutsvarden {
  readonly slut: string
  readonly avslutsorsak: string
}

/** The questions: the last day, within the uppdrag and not after today; and why. */
export function avslutssteg(start: Datum, idag: Datum): Stegval<'dag' | 'orsak'>[] {
  return [
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
  ]
}

/** Uppdrag shorter than this may have been a kvalificerad hänvisning (DOMAIN §4 uppdragslängd). */
const KORT_DAGAR = 8

export function arKort(start: Datum, slut: Datum): boolean {
  return dagarMellan(start, slut) + 1 < KORT_DAGAR
}
