import { dagarMellan, idag as dagAv, klockslag, type Datum } from '../../../db/model/kalender.ts'
import { KOPIA_SAKNAS_DAGAR, OVNING_DAGAR } from '../../../db/model/sakerhetskopior.ts'
import type { Kopielage } from '../../../electron/office/contract/sakerhetskopior.ts'
import { antalDagar, dagIOrd, kortDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { sakerhetskopior as text } from '../../texter/sakerhetskopior.ts'

/** "i dag kl. 8.02", "i går kl. 8.02", "12 november kl. 8.02". */
export function narGjord(tid: string, idag: Datum): string {
  const dag = dagAv(tid)
  return kontoret.nar(dagarMellan(dag, idag) <= 1 ? dagIOrd(dag, idag) : kortDatum(dag, idag), klockslag(tid))
}

/** The last verified copy: when, and how old it is once that is days. */
export function senasteText({ senaste }: Kopielage, idag: Datum): string {
  if (senaste === null) return text.ingen
  const dagar = dagarMellan(dagAv(senaste), idag)
  return dagar < 2 ? text.senaste(narGjord(senaste, idag)) : text.senasteGammal(antalDagar(dagar), narGjord(senaste, idag))
}

/** The last verified copy is so old that those who cannot mend it are told too. */
export const saknasKopia = (lage: Kopielage, idag: Datum): boolean => dagarMellan(dagAv(lage.senaste ?? lage.skapad), idag) > KOPIA_SAKNAS_DAGAR

/** A drill is due: a year after the last one, or after the office was made. */
export const dagsAttOva = (lage: Kopielage, idag: Datum): boolean => dagarMellan(dagAv(lage.ovad ?? lage.skapad), idag) > OVNING_DAGAR

/** That a copy is being made, and how far it has come when this session makes it. */
export function pagarText({ pagar }: Kopielage): string | null {
  if (pagar === null) return null
  if (pagar.vad === '') return text.gors
  return pagar.av === 0 ? text.gorsVad(pagar.vad) : text.gorsSteg(pagar.vad, Math.floor((100 * pagar.klart) / pagar.av))
}
