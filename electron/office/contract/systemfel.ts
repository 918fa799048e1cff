import {
  zAndraBrist, zBrist, zBristId, zBristrapport, zBriststatus, zIakttagelse, zStrykBrist, type Aterkoppling, type Brist, type BristRad, type Bristrapport,
} from '../../../db/model/systemfel/index.ts'
import {
  zBeslut, zGrupp, zLedamot, zMote, zMoteId, zPlats, zStrykI, zTaBortFranMote, zTaUpp, zUnderlagsexport, type Ledningsgrupp, type Underlag,
} from '../../../db/model/ledningsgrupp.ts'
import { z } from 'zod'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()
const nytt = type<{ id: string }>()

export const systemfel = {
  /** All of them, latest first, struck ones marked: the window filters (they are not people). */
  lista: bas.output(type<BristRad[]>()),
  hamta: bas.input(zBristId).output(type<Brist>()),
  /** Refused at the field: `personuppgift` for what leads to somebody, `namn_i_text` (detalj.ord) for names not yet answered. */
  ny: bas.input(zBrist).output(nytt),
  andra: bas.input(zAndraBrist).output(klart),
  stryk: bas.input(zStrykBrist).output(klart),
  /** The same brist seen once more: an observation, and no new brist. */
  iaktta: bas.input(zIakttagelse).output(nytt),
  strykIakttagelse: bas.input(zStrykBrist).output(klart),
  status: bas.input(zBriststatus).output(klart),
  /** What became of the caller's brister and has not been seen. */
  aterkoppling: bas.output(type<Aterkoppling[]>()),
  sedd: bas.input(zBristId).output(klart),
  rapport: bas.input(zBristrapport).output(type<Bristrapport>()),
}

/** What Min vecka says to a chief. */
export interface Ledningsgruppslage {
  /** Brister noticed or observed since the last meeting that nothing has been decided about. */
  nya: number
  senaste: string | null
  nasta: { id: string; datum: string } | null
  obesatta: string[]
  gruppSaknas: boolean
}

export const ledningsgrupp = {
  hamta: bas.output(type<Ledningsgrupp>()),
  lage: bas.output(type<Ledningsgruppslage>()),
  sparaGrupp: bas.input(zGrupp).output(nytt),
  sparaPlats: bas.input(zPlats).output(nytt),
  sparaLedamot: bas.input(zLedamot).output(nytt),
  sparaMote: bas.input(zMote).output(nytt),
  stryk: bas.input(zStrykI).output(klart),
  /** Puts brister on a meeting's agenda: they become "Till ledningsgrupp". */
  taUpp: bas.input(zTaUpp).output(klart),
  taBort: bas.input(zTaBortFranMote).output(klart),
  beslut: bas.input(zBeslut).output(klart),
  /** Everything the kallelse and the meeting's page show. */
  underlag: bas.input(zMoteId).output(type<Underlag>()),
  /** For a shared group: the underlag as a file, without anybody's name. */
  exportera: bas.input(zUnderlagsexport).output(z.file()),
}
