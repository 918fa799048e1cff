import type { Datum } from '../../../db/model/kalender.ts'
import { type Kodlistor, UPPGIFT_SAKNAS } from '../../../db/model/kodlistor.ts'
import { kodval } from '../../app/kodval.ts'
import type { Alternativ } from '../../parts/Valj.tsx'

/** The actors to choose among: "Uppgift saknas" is for imported rows, nobody who is guided or told anything. */
export function aktorval(listor: Kodlistor, datum: Datum, idag: Datum, valda: readonly string[] = []): Alternativ[] {
  return kodval(listor, 'aktor', datum, idag, valda).filter((post) => post.kod !== UPPGIFT_SAKNAS || valda.includes(post.kod))
}
