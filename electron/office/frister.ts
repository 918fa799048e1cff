import { SLAG, type Slag } from '../../db/model/blankett/typer.ts'
import { fristar, fristlage, type Frist, type Fristbrist } from '../../db/model/handling/frister.ts'
import type { HandlingRad, Kontrollpost } from '../../db/model/handling/typer.ts'
import { hamtaBlankett } from '../../db/store/blanketter.ts'
import type { Db } from '../../db/store/db.ts'
import { arsHandlingar, hamtaVarden, kedjan } from '../../db/store/handlingar.ts'

/** Fields that must be filled in by hand and are not: seen without counting the year. */
function tommaFalt(db: Db, h: HandlingRad): number {
  const varden = hamtaVarden(db, h.id)
  return hamtaBlankett(db, h.blankett).punkter.flatMap((p) => p.falt)
    .filter((f) => f.pa && f.kravs && f.typ !== 'siffra' && f.typ !== 'tabell' && (varden.get(f.id)?.varde ?? null) === null).length
}

/** Where a handling's deadline stands. @param kontroller those of its page, where it has been counted */
export function fristFor(db: Db, h: HandlingRad, idag: string, kontroller: readonly Kontrollpost[] | null): Frist {
  // A correction in the making does not take back what has been handed in.
  const inne = kedjan(db, h.kedja).some((v) => v.status === 'inlamnad')
  const saknas: Fristbrist[] = []
  if (!inne) {
    if (h.status === 'utkast') {
      const tomma = tommaFalt(db, h)
      if (tomma > 0) saknas.push({ kod: 'falt_tomma', antal: tomma })
      const kvar = kontroller?.filter((k) => k.allvar === 'rattas' && k.kod !== 'falt_tomt').length ?? 0
      if (kvar > 0) saknas.push({ kod: 'kontroller_kvar', antal: kvar })
      saknas.push({ kod: 'ej_faststalld' })
    }
    saknas.push({ kod: 'ej_inlamnad' })
  }
  return { slag: h.slag, ar: h.ar, ...fristlage(h.slag, h.ar, idag, inne ? 'inlamnad' : h.status), handling: { id: h.id, sokande: h.sokande, status: h.status }, saknas }
}

/** The deadlines of a year: one per handling, or one for the year when none has been begun. */
export function aretsFrister(db: Db, slag: Slag, ar: number, idag: string): Frist[] {
  const alla = arsHandlingar(db, slag, ar)
  if (alla.length > 0) return alla.map((h) => fristFor(db, h, idag, null))
  return [{ slag, ar, ...fristlage(slag, ar, idag, null), handling: null, saknas: [{ kod: 'ej_borjad' }] }]
}

/** What the chief is told of today: deadlines that are not silent, the nearest first. */
export function dagensFrister(db: Db, idag: string): Frist[] {
  return SLAG.flatMap((slag) => fristar(slag, idag).flatMap((ar) => aretsFrister(db, slag, ar, idag))).filter((f) => f.lage !== 'tyst').sort((a, b) => a.dagarKvar - b.dagarKvar)
}
