import type { Roll } from '../../db/model/anvandare.ts'
import { idag } from '../../db/model/kalender.ts'
import type { BefintligKlient, Sammanhang } from '../../db/model/importera/typer.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { listaKommuner } from '../../db/store/enhet.ts'
import { hamtaKodlistor } from '../../db/store/kodlistor.ts'
import { befintligaKlienter } from '../../db/store/register.ts'

/** What a register is checked against: the office as it is now. No names of clients are in it. */
export function importsammanhang(db: Db, nu: string): Sammanhang {
  return {
    kommuner: listaKommuner(db).map(({ kommun, fran, till }) => ({ kod: kommun, fran, till })),
    anvandare: listaAnvandare(db).map((rad) => ({ id: rad.id, anvandarnamn: rad.anvandarnamn, roller: rad.roller as Roll[], avstangd: rad.avstangd !== null })),
    kodlistor: hamtaKodlistor(db),
    befintliga: befintligaKlienter(db) satisfies BefintligKlient[],
    idag: idag(nu),
  }
}
