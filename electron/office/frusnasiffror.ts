import { idag } from '../../db/model/kalender.ts'
import { figurerSchema, type Figurer } from '../../db/model/redovisning/index.ts'
import type { Db } from '../../db/store/db.ts'
import { kommunerUnder } from '../../db/store/enhet.ts'
import { hamtaFruset } from '../../db/store/faststallda.ts'
import { arsHandlingar, hamtaHandling, kedjan } from '../../db/store/handlingar.ts'

/**
 * A year's figures as its redovisning was fixed, when one redovisning holds the whole unit: then they are what has been
 * told, and later changes in the register do not move them. Counted figures, without corrections by hand.
 * @returns null when nothing is fixed, several share the year, or what lies there no longer is what was hashed
 */
export function frusnaFigurer(db: Db, ar: number): { figurer: Figurer; dag: string } | null {
  const [enda, annan] = arsHandlingar(db, 'redovisning', ar)
  if (enda === undefined || annan !== undefined) return null
  const fast = kedjan(db, enda.kedja).findLast((version) => version.status !== 'utkast')
  if (fast === undefined) return null
  const { kommuner, faststalld } = hamtaHandling(db, 'redovisning', fast.id)
  const med = new Set(kommuner)
  if (faststalld === null || !kommunerUnder(db, `${ar}-01-01`, `${ar}-12-31`).every((kod) => med.has(kod))) return null
  const fruset = hamtaFruset(db, fast.id)
  if (fruset?.hel !== true || typeof fruset.innehall !== 'object' || fruset.innehall === null || !('figurer' in fruset.innehall)) return null
  const figurer = figurerSchema.safeParse(fruset.innehall.figurer)
  return figurer.success ? { figurer: figurer.data, dag: idag(faststalld.tid) } : null
}
