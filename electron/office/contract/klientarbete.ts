import { z } from 'zod'
import { zAndraKlient, zNyttArende, type Arende, type ArendeRad } from '../../../db/model/arenden.ts'
import { zStryk } from '../../../db/model/bemanning.ts'
import { zDatum, zNummer } from '../../../db/model/grund.ts'
import { zAndraKontakt, zKontakt, type KontaktRad } from '../../../db/model/kontakter.ts'
import { zAndraUppdrag, zAngraAvslut, zAvsluta, zForlang, zKommunbyte, zStrykUppdrag, zUppdragForArende } from '../../../db/model/uppdrag.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()

export const kontakter = {
  /** Contacts of a span of days, newest first; a page of at most 200. */
  lista: bas.input(z.object({ fran: zDatum(), till: zDatum(), hoppa: z.int().min(0).default(0) }))
    .output(type<{ rader: KontaktRad[]; antal: number }>()),
  hamta: bas.input(z.object({ id: z.uuid() })).output(type<KontaktRad>()),
  ny: bas.input(zKontakt).output(type<{ id: string }>()),
  andra: bas.input(zAndraKontakt).output(klart),
  stryk: bas.input(zStryk).output(klart),
}

export const arenden = {
  /** The own list: cases the caller can open, with names. One log row. Sorted by the window. */
  mina: bas.output(type<ArendeRad[]>()),
  /** One case, opened: one log row, committed before the data is returned (DESIGN §5). */
  hamta: bas.input(z.object({ nummer: zNummer })).output(type<Arende>()),
  nytt: bas.input(zNyttArende).output(type<{ nummer: string }>()),
  andraKlient: bas.input(zAndraKlient).output(klart),
}

export const uppdrag = {
  nytt: bas.input(zUppdragForArende).output(type<{ id: string }>()),
  andra: bas.input(zAndraUppdrag).output(klart),
  forlang: bas.input(zForlang).output(klart),
  avsluta: bas.input(zAvsluta).output(klart),
  angraAvslut: bas.input(zAngraAvslut).output(klart),
  kommunbyte: bas.input(zKommunbyte).output(klart),
  stryk: bas.input(zStrykUppdrag).output(klart),
}
