import type { z } from 'zod'
import { Fel } from '../../db/model/fel.ts'
import type { zNyttUppdrag } from '../../db/model/uppdrag.ts'
import type { Db } from '../../db/store/db.ts'
import { kravKommun } from '../../db/store/enhet.ts'
import { kravKod } from './koder.ts'

/**
 * What an uppdrag that begins must fulfil besides its form: the unit's kommun on that day, known codes, not
 * in the future (it is registered when it has begun).
 * @throws Fel `framtid`, `kommun_utanfor`, `okand_kod`
 */
export function kravUppdrag(db: Db, uppdrag: z.infer<typeof zNyttUppdrag>, dag: string): void {
  if (uppdrag.start > dag) throw new Fel('framtid', 'Uppdraget kan inte börja efter i dag. Registrera det när det har börjat.', { falt: 'start' })
  kravKommun(db, uppdrag.kommun, uppdrag.start)
  kravKod(db, 'orsak', uppdrag.orsaker, uppdrag.start, 'orsaker')
  kravKod(db, 'livsomrade', uppdrag.livsomraden, uppdrag.start, 'livsomraden')
  kravKod(db, 'aktor', uppdrag.aktorer, uppdrag.start, 'aktorer')
  if (uppdrag.prioritet !== null) kravKod(db, 'prioritet', uppdrag.prioritet, uppdrag.start, 'prioritet')
  if (uppdrag.forstaUppfoljning !== null && uppdrag.forstaUppfoljning < uppdrag.start) throw new Fel('fel_ordning', 'Första uppföljningen kan inte ligga före start.', { falt: 'forstaUppfoljning' })
}
