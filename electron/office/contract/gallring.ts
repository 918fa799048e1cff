import { z } from 'zod'
import { zId } from '../../../db/model/grund.ts'
import { zGallra, zGallringsregel, zSvaraUndantag, zTaBortRegel, type Gallringsforhand, type Gallringslage, type Gallringsprotokoll, type GallringRad } from '../../../db/model/gallring.ts'
import { bas, iSteg, type } from './bas.ts'

const klart = type<{ klart: true }>()

export const gallring = {
  lage: bas.output(type<Gallringslage>()),
  sparaRegel: bas.input(zGallringsregel).output(klart),
  taBortRegel: bas.input(zTaBortRegel).output(klart),
  /** What would go today, and what would not: numbers, and which copies hold it. */
  forhand: bas.output(type<Gallringsforhand>()),
  /** Destroys what the preview showed, and nothing else. `borta` false: remnants leave the files at a later login. */
  kor: bas.input(zGallra).output(iSteg<{ id: string; borta: boolean }>()),
  lista: bas.output(type<GallringRad[]>()),
  hamta: bas.input(z.object({ id: zId })).output(type<Gallringsprotokoll>()),
  /** Numbers of the caller's own ended cases that wait for the answer about a birth day that is exempt. */
  attSvara: bas.output(type<{ dagar: number[]; arenden: string[] }>()),
  svaraUndantag: bas.input(zSvaraUndantag).output(klart),
}
