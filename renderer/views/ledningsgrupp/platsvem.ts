import { kommunNamn } from '../../../db/model/kommuner.ts'
import { PLATSSLAG, type PlatsRad } from '../../../db/model/ledningsgrupp.ts'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'

/** Whose a seat is, in words. */
export const platsVem = (plats: Pick<PlatsRad, 'slag' | 'organisation' | 'kommun'>): string =>
  text.platsVem(PLATSSLAG[plats.slag], plats.organisation, plats.kommun === null ? '' : kommunNamn(plats.kommun))
