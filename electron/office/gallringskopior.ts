import { readdir } from 'node:fs/promises'
import type { KopiaMedData } from '../../db/model/gallring.ts'
import { idag } from '../../db/model/kalender.ts'
import { kopiefiler, kvarTill } from '../../db/model/sakerhetskopior.ts'
import { exporteradeKopior } from '../../db/store/gallring.ts'
import { kontorsmarke, kopiemapp } from './kopiering.ts'
import type { Kontor } from './kontor.ts'
import { namngivare } from './loggkontroll.ts'
import { listaUndanlagt } from './undanlagt.ts'

/**
 * Copies of the office that hold what is about to be destroyed (DESIGN §4.10): the daily ones by their names, what was set
 * aside, and exported ones as the log tells, for nobody knows where those are. No path: the protocol is kept for long.
 */
export async function kopiorMedData(kontor: Kontor): Promise<KopiaMedData[]> {
  const { db } = kontor.inloggad
  const filer = kopiefiler(await readdir(kopiemapp(kontor).mapp).catch(() => []), kontorsmarke(kontor))
  const namn = namngivare(db)
  return [
    ...filer.map((f): KopiaMedData => ({ slag: f.slag === 'hel' ? 'daglig' : 'utan_anteckningar', vad: f.fil, dag: f.dag, till: kvarTill(f, filer) })),
    ...(await listaUndanlagt(kontor.datamapp)).map((u): KopiaMedData => ({ slag: u.slag === 'kontor' ? 'undanlagd' : 'fore_migrering', vad: u.namn, dag: u.dag, till: u.till })),
    ...exporteradeKopior(db).map((e): KopiaMedData => ({ slag: 'exporterad', vad: namn(e.av), dag: idag(e.tid), till: null })),
  ]
}
