import { z } from 'zod'
import { zId } from '../../../db/model/grund.ts'
import { zBorjaKontroll, zHuvudprov, zLoggfraga, zSkrivUnder, zSvaraFynd, type Kedjebrott, type Kontrollage, type KontrollRad, type Loggkontroll, type LoggradVisad } from '../../../db/model/loggkontroll.ts'
import { bas, iSteg, type } from './bas.ts'

const klart = type<{ klart: true }>()

export const logg = {
  /** A page of rows, the newest first. A chief reads all; an ombud the own acts, or all about a case the ombud may open. One log row. */
  lista: bas.input(zLoggfraga).output(type<{ rader: LoggradVisad[]; fler: boolean }>()),
  /** Every hash and signature of the log, and the head it ends in. */
  prova: bas.output(iSteg<{ rader: number; huvud: { nr: number; summa: string } }>()),
  /** What the daily walk of the chain, or the last trial of it, found that has not been found whole since; null when there is nothing. */
  kedja: bas.output(type<{ brott: Kedjebrott | null }>()),
  /** Whether a head on paper still stands in the log: cut and rolled back logs are found so. */
  jamfor: bas.input(zHuvudprov).output(type<{ stammer: boolean; sist: number }>()),
}

export const loggkontroll = {
  lage: bas.output(type<Kontrollage>()),
  /** The newest first. */
  lista: bas.output(type<KontrollRad[]>()),
  borja: bas.input(zBorjaKontroll).output(iSteg<{ id: string }>()),
  hamta: bas.input(z.object({ id: zId })).output(type<Loggkontroll>()),
  /** The log rows behind something that is asked about. */
  bakom: bas.input(z.object({ id: zId, fynd: zId })).output(type<LoggradVisad[]>()),
  svara: bas.input(zSvaraFynd).output(klart),
  /** Signs: everything must be answered. After it nothing of the check can be changed. */
  skrivUnder: bas.input(zSkrivUnder).output(klart),
}
