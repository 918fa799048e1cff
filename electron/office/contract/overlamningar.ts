import { z } from 'zod'
import { zId, zNummer } from '../../../db/model/grund.ts'
import {
  zAvboj, zErbjud, zGodta, zLamnaOverAlla, zMedombud, zNodoppning, zOverlamningId, type HosRad, type NodoppningRad, type OverlamningRad, type Overlamningar,
} from '../../../db/model/overlamningar.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()

export const overlamningar = {
  /** What the caller has been offered, has offered, and shares. One log row. */
  lista: bas.output(type<Overlamningar>()),
  /** Everything that has happened to who has a case, oldest first. One log row. */
  historik: bas.input(z.object({ nummer: zNummer })).output(type<OverlamningRad[]>()),

  erbjud: bas.input(zErbjud).output(type<{ id: string }>()),
  /** A receiver per row: all are offered, or none. An error names its row: `rader.3.till`. */
  lamnaOverAlla: bas.input(zLamnaOverAlla).output(type<{ antal: number }>()),
  /** Accepts all, or none. `borta`: see Mottaget. */
  godta: bas.input(zGodta).output(type<{ nummer: string[]; forstorda: number; borta: boolean }>()),
  avboj: bas.input(zAvboj).output(klart),
  taTillbaka: bas.input(zOverlamningId).output(klart),
  /** Ends a vikariat before its day: by the case's ombud or the stand-in. */
  avslutaVikariat: bas.input(zOverlamningId).output(klart),
  laggTillMedombud: bas.input(zMedombud).output(type<{ id: string }>()),
  taBortMedombud: bas.input(zOverlamningId).output(klart),

  /** An ombud's cases for the chief: numbers, codes and days. */
  hos: bas.input(z.object({ ombud: zId })).output(type<HosRad[]>()),
  nodoppning: bas.input(zNodoppning).output(type<{ antal: number }>()),
  /** Nödöppningar that the caller is part of and has not seen. */
  nodoppningar: bas.output(type<NodoppningRad[]>()),
  settNodoppning: bas.input(zOverlamningId).output(klart),
}
