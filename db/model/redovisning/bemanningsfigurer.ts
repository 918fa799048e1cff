import { arsanstallningar, summeraProcentdagar, vakans, type Procentdagar } from './bemanning.ts'
import type { Ar } from './klienter.ts'
import type { Anstallningsrad, RedovisningsRader, RedovisningsVal } from './rader.ts'
import { avrundadKvot } from './tal.ts'
import type { Figurer } from './typer.ts'
import { anstalldaUnder, raknaUtbildning, utanIntroduktion } from './utbildning.ts'

interface Raknat {
  readonly procentdagar: ReadonlyMap<string, Procentdagar>
  /** The kommuner that are counted. */
  readonly kommuner: readonly string[]
  /** Of all of them, rounded last. */
  readonly bemannat: number
}

/**
 * The figures of 10 § 1 beside the årsanställningar. Education is of persons and not of kommuner: with a choice of
 * kommuner it is that of those who had an anställning there in the year.
 * @param anstallningar those of the kommuner that are counted
 */
export function raknaBemanning(
  rader: RedovisningsRader, anstallningar: readonly Anstallningsrad[], { procentdagar, kommuner, bemannat }: Raknat, ar: Ar, val: RedovisningsVal,
): { figurer: Figurer['bemanning']; utanIntroduktion: string[] } {
  const ombud = anstalldaUnder(anstallningar, ar)
  const utan = utanIntroduktion(ombud, rader.utbildningar ?? [], ar)
  const per = kommuner.map((kommun) => {
    const beviljat = val.beviljat?.get(kommun) ?? null
    const eget = arsanstallningar(procentdagar.get(kommun) ?? summeraProcentdagar([]), ar).bemannat
    return { kommun, beviljat, vakans: beviljat === null ? null : vakans(beviljat, eget) }
  })
  const beviljade = per.flatMap((k) => k.beviljat ?? [])
  const beviljat = beviljade.length === 0 ? null : avrundadKvot(beviljade.reduce((n, tal) => n + Math.round(tal * 100), 0), 100, 2)
  return {
    utanIntroduktion: utan,
    figurer: {
      ombud: ombud.length,
      utanIntroduktion: utan.length,
      ...raknaUtbildning(rader.utbildningar ?? [], rader.handledningar ?? [], ar, val.kodlistor, val.urval === null ? null : new Set(ombud)),
      beviljat,
      vakans: beviljat === null ? null : vakans(beviljat, bemannat),
      perKommun: per,
    },
  }
}
