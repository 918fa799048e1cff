import { z } from 'zod'
import { zAndraAnvandare, zNyAnvandare, zNyckel, zNyIdentitet, type AnvandareRad, type NyIdentitetSvar, type Nyckelvard } from '../../../db/model/anvandare.ts'
import { zAndraAnstallning, zAndraFranvaro, zAnstallning, zFranvaro, zStryk, type AnstallningRad } from '../../../db/model/bemanning.ts'
import { zAndraKommun, zAndraInstallningar, zEnhet, zNyKommun, type EnhetRad, type Installningar, type KommunRad } from '../../../db/model/enhet.ts'
import { zDatum, zId, zKod, zRad, zVersion } from '../../../db/model/grund.ts'
import { LISTOR, type Kodlistor } from '../../../db/model/kodlistor.ts'
import type { Policy } from '../../../db/model/policy.ts'
import { bas, type } from './bas.ts'

type Klart = { klart: true }
const klart = type<Klart>()

export const enhet = {
  hamta: bas.output(type<{ enhet: EnhetRad; kommuner: KommunRad[]; installningar: Installningar; policy: Policy }>()),
  andra: bas.input(zEnhet.extend({ version: zVersion })).output(klart),
  nyKommun: bas.input(zNyKommun).output(klart),
  andraKommun: bas.input(zAndraKommun).output(klart),
  andraInstallningar: bas.input(zAndraInstallningar).output(klart),
}

export const kodlistor = {
  hamta: bas.output(type<Kodlistor>()),
  /** New (kod null) or changed post. Old codes are never removed: they end (`giltigTill`). */
  spara: bas.input(z.object({
    lista: z.enum(LISTOR), kod: zKod().nullable(), etikett: zRad('Skriv vad posten ska heta.', 120),
    giltigFran: zDatum().nullable(), giltigTill: zDatum().nullable(),
  })).output(type<{ kod: string }>()),
}

export const anvandare = {
  /** Everybody with roles; all roles may read it (who is who in the unit is no secret within it). */
  lista: bas.output(type<AnvandareRad[]>()),
  /** Adding a user needs the nyckelblad: only the root can certify a key (DESIGN §4.2). */
  ny: bas.input(zNyAnvandare.extend({ nyckel: zNyckel })).output(klart),
  /** Name and roles, certified anew. */
  andra: bas.input(zAndraAnvandare).output(klart),
  /** A forgotten password, or one that somebody else knows: a new identity with a password to be changed at first login. */
  nyIdentitet: bas.input(zNyIdentitet).output(type<NyIdentitetSvar>()),
  /** What the keys wait for. */
  nyckelvard: bas.output(type<Nyckelvard>()),
  /** Refused while the user alone holds any case, open or ended. */
  stangAv: bas.input(z.object({ id: zId })).output(klart),
}

export const bemanning = {
  lista: bas.output(type<AnstallningRad[]>()),
  ny: bas.input(zAnstallning).output(klart),
  andra: bas.input(zAndraAnstallning).output(klart),
  stryk: bas.input(zStryk).output(klart),
  nyFranvaro: bas.input(zFranvaro).output(klart),
  andraFranvaro: bas.input(zAndraFranvaro).output(klart),
  strykFranvaro: bas.input(zStryk).output(klart),
}
