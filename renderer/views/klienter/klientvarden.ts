import { z } from 'zod'
import { VUXEN } from '../../../db/model/alder.ts'
import { arAv, type Datum } from '../../../db/model/kalender.ts'
import { zFodelsear, zKod, zRad, zText } from '../../../db/model/grund.ts'
import { harPersonnummer, harPersonnummerITelefon, PERSONNUMMER_NEKAS } from '../../../db/model/personnummer.ts'
import { klienter as text } from '../../texter/klienter.ts'

/** A client as it is filled in: the birth year is text, since an empty one means that it is not known. */
export interface Klientvarden {
  readonly namn: string
  readonly telefon: string
  readonly kon: string
  readonly fodelsear: string
}

/** Reads what was filled in about a client. A personnummer, in place of the year or in the name or phone, is refused, not cut. */
export const zKlientvarden = (idag: Datum) =>
  z.object({
    namn: zRad(text.namnSaknas, 120).refine((namn) => !harPersonnummer(namn, idag), PERSONNUMMER_NEKAS.namn),
    telefon: zText(60).refine((telefon) => !harPersonnummerITelefon(telefon, idag), PERSONNUMMER_NEKAS.telefon),
    kon: zKod(text.nytt.konSaknas),
    fodelsear: z
      .string()
      .trim()
      .regex(/^(\d{4})?$/u, text.fodelsearOlast)
      .transform((ar) => (ar === '' ? null : Number(ar)))
      .pipe(zFodelsear.max(arAv(idag), text.fodelsearFramtid).nullable()),
  })

/** Whether a typed birth year gives an age under 18 in the year of a day. Not a wall: it is said, and counted as unknown (DOMAIN §4). */
export function under18(fodelsear: string, dag: Datum): boolean {
  return /^\d{4}$/u.test(fodelsear.trim()) && arAv(dag) - Number(fodelsear) < VUXEN
}
