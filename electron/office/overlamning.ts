import { randomUUID } from 'node:crypto'
import { Fel } from '../../db/model/fel.ts'
import type { Erbjudandet, OverlamningForseglat } from '../../db/model/overlamningar.ts'
import { forstorAnteckningar, listaAnteckningar } from '../../db/store/anteckningar.ts'
import { hamtaArende, hamtaArendeMedId, type Arendepost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import {
  avgorOverlamning, avslutaVidSidan, bytOmbud, grunderFor, hamtaOverlamning, kopplaInnehav, laggSigill, markeraNyNyckel, nyOverlamning, nyttInnehav, taBortSigill,
  type Overlamningspost,
} from '../../db/store/overlamningar.ts'
import { tomWal } from '../../db/vault/databas.ts'
import { glom } from '../../db/vault/krypto.ts'
import { forseglaNyckel } from '../../db/vault/sigill.ts'
import {
  egenTillverkare, glomNyckel, gorEgenNyckel, minnas, nyckelnAndrad, nyckelplats, omforsegla, oppnaArende, oppnaArenden, oppnaEgen, type NyNyckel, type OppetArende,
} from './arendenyckel.ts'
import { arUndertecknad, grundbytes, harAnnanGrund, inteDitt, kravMottagare } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'

/** Offers, answers, stand-ins and medombud (DESIGN §4.4): what happens to keys, history and rows at each step. */

/** @throws Fel `inte_ditt_arende`; `bara_ombudet` for a stand-in or medombud of the case */
export function kravOmbud(inloggad: Inloggad, arende: Arendepost): Arendepost {
  if (arende.ombudId !== inloggad.id) throw new Fel('bara_ombudet', 'Bara det ombud som har ärendet kan göra det här.')
  return arende
}

type NyRad = Pick<Erbjudandet, 'nummer' | 'till' | 'vikariatTill' | 'samtycke' | 'samtyckeDatum' | 'anteckningar' | 'ord'> & { slag: Overlamningspost['slag'] }

/** A case opened, with a first key if it has none: what an offer seals. */
async function oppnaForErbjudande(inloggad: Inloggad, arenden: readonly Arendepost[]): Promise<Map<string, OppetArende>> {
  const utan = arenden.filter((arende) => arende.generation === 0)
  if (utan.length > 0) {
    const nya = await Promise.all(utan.map((arende) => gorEgenNyckel(inloggad, arende.id, 1)))
    await inloggad.skriv((db, logga) => nya.forEach((ny) => {
      const nu = kravOmbud(inloggad, hamtaArendeMedId(db, ny.oppet.id))
      omforsegla(db, new TomtArende(inloggad.kontor, nu.id), ny)
      logga({ handling: 'arende.ny_nyckel', objekt: nu.nummer })
    }))
    for (const ny of nya) minnas(inloggad, ny.oppet)
  }
  return oppnaArenden(inloggad, arenden)
}
