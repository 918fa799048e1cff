import { randomUUID } from 'node:crypto'
import type { Utkast } from '../../../db/model/utkast.ts'
import { hamtaUtkast, listaUtkast, skrivUtkast, slangUtkast, type Utkastpost } from '../../../db/store/utkast.ts'
import { forsegla, oppna, type Radplats } from '../../../db/vault/forsegling.ts'
import { forseglaNyckel, nyArendenyckel, oppnaSigill, type Nyckelplats } from '../../../db/vault/sigill.ts'
import { egenTillverkare } from '../arendenyckel.ts'
import { medNyckel } from '../delat.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'

const SCHEMA = 1
/** `plats` is sealed with the value: a draft moved to another form, or to another case, opens nowhere. */
interface Forseglat { plats: string; varde: unknown }

const nyckelplats = (kontor: string, id: string): Nyckelplats => ({ kontor, slag: 'forfattare', id, generation: 1 })
const radplats = (kontor: string, id: string): Radplats => ({ kontor, arende: id, tabell: 'utkast', rad: id, generation: 1, radversion: 1 })

/** Every save has a key of its own, sealed to the author alone: nothing else than the author's password opens it. */
async function forseglaUtkast(inloggad: Inloggad, innehall: Forseglat): Promise<Omit<Utkastpost, 'tid'>> {
  const id = randomUUID()
  const nyckel = nyArendenyckel()
  const { mottagare, tillverkareGeneration, age, signatur } =
    await forseglaNyckel(nyckel, nyckelplats(inloggad.kontor, id), inloggad.certifierad(inloggad.id), egenTillverkare(inloggad))
  const forseglat = medNyckel(nyckel, () => forsegla(nyckel, radplats(inloggad.kontor, id), SCHEMA, innehall))
  return { id, anvandareId: inloggad.id, plats: innehall.plats, mottagare, tillverkareGeneration, age, signatur, forseglat }
}

/** @throws Fel `forsegling_bruten` */
async function oppnaUtkast(inloggad: Inloggad, rad: Utkastpost): Promise<Utkast | null> {
  const { age } = inloggad.inloggning.hemlighet
  if (rad.mottagare !== age.mottagare) return null // the author has got a new identity since: nobody can open it
  const { mottagare, tillverkareGeneration, signatur } = rad
  const sigill = { mottagareId: inloggad.id, mottagare, tillverkareId: inloggad.id, tillverkareGeneration, age: rad.age, signatur }
  const nyckel = await oppnaSigill(sigill, nyckelplats(inloggad.kontor, rad.id), { userId: inloggad.id, age }, inloggad.underskrivare(inloggad.id, tillverkareGeneration))
  const { plats, varde } = medNyckel(nyckel, () => oppna(nyckel, radplats(inloggad.kontor, rad.id), rad.forseglat).varde as Forseglat)
  return plats === rad.plats ? { varde, tid: rad.tid } : null
}

export const utkast = {
  spara: os.utkast.spara.handler(async ({ context: { kontor }, input }) => {
    const { inloggad } = kontor
    await kontor.sparar(forseglaUtkast(inloggad, input).then((rad) => inloggad.skrivUtkast((db, tid) => skrivUtkast(db, { ...rad, tid }))))
    return { klart: true as const }
  }),
  hamta: os.utkast.hamta.handler(async ({ context: { kontor: { inloggad } }, input }) => {
    const rad = hamtaUtkast(inloggad.db, inloggad.id, input.plats)
    return rad === undefined ? null : oppnaUtkast(inloggad, rad)
  }),
  lista: os.utkast.lista.handler(({ context: { kontor: { inloggad } } }) => listaUtkast(inloggad.db, inloggad.id)),
  slang: os.utkast.slang.handler(async ({ context: { kontor: { inloggad } }, input }) => {
    await inloggad.skrivUtkast((db) => slangUtkast(db, inloggad.id, input.plats))
    return { klart: true as const }
  }),
}
