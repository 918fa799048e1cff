import { randomUUID } from 'node:crypto'
import type { NyAnvandare } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { listaAnvandare, skapaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { lasNyckelblad, type Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { andraValv, forberedAnvandare, medPost } from '../../db/vault/valv.ts'
import type { Inloggad } from './inloggad.ts'
import type { Kontor } from './kontor.ts'

/** Opens the typed nyckelblad and makes sure that it is this office's. @throws Fel `nyckel_fel` at `nyckel` */
export async function kravBlad(inloggad: Inloggad, nyckel: string): Promise<Nyckelblad> {
  const blad = await lasNyckelblad(nyckel)
  if (blad.rot !== inloggad.fast.rot) {
    blad.glom()
    throw new Fel('nyckel_fel', 'Nyckelbladet hör inte till det här kontoret. Kontrollera att det är det senaste bladet.', { falt: 'nyckel' })
  }
  return blad
}

/**
 * Adds a user with a password that must be changed at first login. Database first, then vault (DESIGN §4.9).
 * @throws Fel `finns_redan` at `anvandarnamn`, `losenord_svagt` at `losenord`, `nyckel_fel` at `nyckel`
 */
export async function laggTillAnvandare(kontor: Kontor, ny: NyAnvandare & { nyckel: string }): Promise<void> {
  const inloggad = kontor.inloggad
  const kravLedigt = () => {
    if (listaAnvandare(inloggad.db).some((rad) => rad.anvandarnamn === ny.anvandarnamn)) {
      throw new Fel('finns_redan', 'Användarnamnet är upptaget. Välj ett annat.', { falt: 'anvandarnamn' })
    }
  }
  kravLedigt()
  const blad = await kravBlad(inloggad, ny.nyckel)
  try {
    const { post, certifikat } = await forberedAnvandare({ userId: randomUUID(), ...ny }, {
      kontor: inloggad.kontor, blad, dbNycklar: inloggad.inloggning.dbNycklar, generation: 1,
      generationer: inloggad.fast.generationer, egna: [hamtaEnhet(inloggad.db).namn],
    })
    await inloggad.skriv((db, logga, tid) => {
      kravLedigt()
      skapaAnvandare(db, {
        id: certifikat.userId, anvandarnamn: certifikat.anvandarnamn, namn: certifikat.namn, roller: [...certifikat.roller],
        ageMottagare: certifikat.mottagare, signeringsnyckel: certifikat.signeringsnyckel, generation: certifikat.generation,
        certifikat: certifikat.signatur, masteBytaLosenord: true, skapad: tid,
      })
      logga({ handling: 'anvandare.ny', objekt: certifikat.userId })
    })
    await andraValv(kontor.datamapp, (fn) => medSkrivlas(inloggad.handtag, fn), (valv) => medPost(valv, post))
  } finally {
    blad.glom()
  }
}
