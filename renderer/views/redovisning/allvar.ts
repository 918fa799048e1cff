import type { Kontroll, Kontrollkod } from '../../../db/model/redovisning/index.ts'

export type Allvar = 'rattas' | 'tittaPa' | 'veta'

/** What must be mended before the figures are right, what should be looked at, and what only explains a figure. */
export const ALLVAR: Record<Kontrollkod, Allvar> = {
  fodelsear_saknas: 'rattas',
  fodelsear_under_18: 'rattas',
  orsak_saknas: 'rattas',
  kontakt_ej_avgjord: 'rattas',
  ombud_over_100_procent: 'rattas',
  kommun_utanfor_enheten: 'rattas',
  franvaro_utanfor_anstallning: 'rattas',
  introduktion_saknas: 'tittaPa',
  arsanstallningar_mot_beviljat: 'tittaPa',
  alder_utanfor_grupper: 'tittaPa',
  gallrad: 'tittaPa',
  uppdrag_over_planerat_slut: 'tittaPa',
  uppdrag_under_8_dagar: 'tittaPa',
  flera_kommuner: 'veta',
}
const ORDNING: readonly Allvar[] = ['rattas', 'tittaPa', 'veta']

/** The checks, those to mend first; within each in the order they came. */
export function iTurordning(kontroller: readonly Kontroll[]): Kontroll[] {
  return ORDNING.flatMap((allvar) => kontroller.filter((k) => ALLVAR[k.kod] === allvar))
}
