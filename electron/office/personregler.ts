import { Fel } from '../../db/model/fel.ts'
import type { Datum } from '../../db/model/kalender.ts'
import { faltMedPersonnummer, PERSONNUMMER_NEKAS } from '../../db/model/personnummer.ts'

/**
 * Who somebody is may be written, never the number (DOMAIN §3): the same for a client and for whoever stands in the queue.
 * @throws Fel `personnummer`
 */
export function kravUtanPersonnummer(person: Parameters<typeof faltMedPersonnummer>[0], dag: Datum): void {
  const falt = faltMedPersonnummer(person, dag)
  if (falt !== null) throw new Fel('personnummer', PERSONNUMMER_NEKAS[falt], { falt })
}
