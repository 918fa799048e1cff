import type { ReactNode } from 'react'
import type { Datum } from '../../../db/model/kalender.ts'
import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import type { Veckorad } from '../../../db/model/veckan.ts'

export interface Veckodata {
  readonly listor: Kodlistor
  readonly idag: Datum
}

/** What a row's action is given: the row, and how it is drawn with a button and what that opens. */
export interface Handlingsegenskaper extends Veckodata {
  readonly rad: Veckorad
  readonly visa: (handling: ReactNode, oppnat?: ReactNode) => ReactNode
}
