import { z } from 'zod'
import { zAndraKlient, zNyttArende, zProvaDubblett, zTidigare, type Arende, type ArendeRad, type Dubblettsvar, type TidigareArende } from '../../../db/model/arenden.ts'
import { zDatum, zNummer } from '../../../db/model/grund.ts'
import { zAndraKontakt, zKontakt, zPaminn, type KontaktRad, type Koplats, zStrykKontakt } from '../../../db/model/kontakter.ts'
import { zAndraUppdrag, zAngraAvslut, zAvsluta, zForlang, zKommunbyte, zStrykUppdrag, zUppdragForArende } from '../../../db/model/uppdrag.ts'
import type { Registerutdrag } from '../../../db/model/utdrag.ts'
import { zSparaUtkast, zUtkastplats, type Utkast, type UtkastRad } from '../../../db/model/utkast.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()

export const kontakter = {
  /** Contacts of a span of days, newest first; a page of at most 200. */
  lista: bas.input(z.object({ fran: zDatum(), till: zDatum(), hoppa: z.int().min(0).default(0) }))
    .output(type<{ rader: KontaktRad[]; antal: number }>()),
  hamta: bas.input(z.object({ id: z.uuid() })).output(type<KontaktRad>()),
  ny: bas.input(zKontakt).output(type<{ id: string }>()),
  andra: bas.input(zAndraKontakt).output(klart),
  stryk: bas.input(zStrykKontakt).output(klart),
  /** The queue with names, the longest wait first. One log row. */
  ko: bas.output(type<Koplats[]>()),
  /** The next day to get in touch with whoever waits for an answer. */
  paminn: bas.input(zPaminn).output(klart),
}

export const arenden = {
  /** The own list: cases the caller can open, with names. One log row. Sorted by the window. */
  mina: bas.output(type<ArendeRad[]>()),
  /** One case, opened: one log row, committed before the data is returned (DESIGN §5). */
  hamta: bas.input(z.object({ nummer: zNummer })).output(type<Arende>()),
  nytt: bas.input(zNyttArende).output(type<{ nummer: string }>()),
  andraKlient: bas.input(zAndraKlient).output(klart),
  /** Whether the person has an open case already, and with whom. Every check is logged (DESIGN §4.6). */
  provaDubblett: bas.input(zProvaDubblett).output(type<Dubblettsvar>()),
  /** The caller's own cases of somebody with this name: *Nytt uppdrag för tidigare klient*. */
  tidigare: bas.input(zTidigare).output(type<TidigareArende[]>()),
  /** Everything that is held about one client, for print; logged as a print (GDPR 15). */
  utdrag: bas.input(z.object({ nummer: zNummer })).output(type<Registerutdrag>()),
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

/** Half-filled forms, sealed to their author. They survive lock, crash and restart, and are gone after 30 days. */
export const utkast = {
  spara: bas.input(zSparaUtkast).output(klart),
  hamta: bas.input(z.object({ plats: zUtkastplats })).output(type<Utkast | null>()),
  /** Newest first. */
  lista: bas.output(type<UtkastRad[]>()),
  slang: bas.input(z.object({ plats: zUtkastplats })).output(klart),
}
