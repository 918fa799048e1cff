import type { KommunRad } from '../../db/model/enhet.ts'
import { arDatum, type Datum } from '../../db/model/kalender.ts'
import { etikett, giltiga, type Kodlistor, type Lista } from '../../db/model/kodlistor.ts'
import { kommunNamn, kommunOrdning } from '../../db/model/kommuner.ts'
import type { Alternativ } from '../parts/Valj.tsx'

/**
 * The rows of a code list that may be chosen for a day (today for a day that cannot be read), with those already
 * chosen even if they have ended since.
 */
export function kodval(listor: Kodlistor, lista: Lista, datum: Datum, idag: Datum, valda: readonly string[] = []): Alternativ[] {
  const poster = giltiga(listor, lista, arDatum(datum) ? datum : idag).map((post): Alternativ => ({ kod: post.kod, text: post.etikett }))
  const saknas = valda.filter((kod) => kod !== '' && !poster.some((post) => post.kod === kod))
  return [...poster, ...saknas.map((kod) => ({ kod, text: etikett(listor, lista, kod) }))]
}

/** The unit's kommuner on a day, in Swedish order, with the one already chosen. */
export function kommunval(kommuner: readonly Pick<KommunRad, 'kommun' | 'fran' | 'till'>[], datum: Datum, idag: Datum, vald = ''): Alternativ[] {
  const dag = arDatum(datum) ? datum : idag
  const da = kommuner.filter((rad) => rad.fran <= dag && (rad.till === null || dag <= rad.till)).map((rad) => rad.kommun)
  return [...new Set(vald === '' ? da : [...da, vald])].sort(kommunOrdning).map((kod) => ({ kod, text: kommunNamn(kod) }))
}

/** The labels of some codes, in the order of their list. */
export function etiketter(listor: Kodlistor, lista: Lista, koder: readonly string[]): string[] {
  const plats = new Map(listor[lista].map((post) => [post.kod, post.ordning]))
  return koder.toSorted((a, b) => (plats.get(a) ?? Infinity) - (plats.get(b) ?? Infinity)).map((kod) => etikett(listor, lista, kod))
}
