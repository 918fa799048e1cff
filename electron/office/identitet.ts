import { Fel } from '../../db/model/fel.ts'
import { bytIntyg, hamtaAnvandare, listaAnvandare, type Anvandarpost } from '../../db/store/anvandare.ts'
import { hamtaArendeMedId, hamtaSigill, type Arendepost, type Sigillpost } from '../../db/store/arenden.ts'
import type { Db } from '../../db/store/db.ts'
import { laggDubblettsigill, listaDubblettsigill, type Dubblettsigill } from '../../db/store/dubbletter.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { laggKosigill, listaKopersoner, listaKosigill, type Kosigill } from '../../db/store/ko.ts'
import { antalOm, type Loggrad } from '../../db/store/logg.ts'
import { begarNyckelbyte, gallandeSigillTill, undertecknadeAv, undertecknaOm } from '../../db/store/nycklar.ts'
import { laggSigill } from '../../db/store/overlamningar.ts'
import { slangAllaUtkast } from '../../db/store/utkast.ts'
import { ATERHAMTNING_ID, verifieraCertifikat, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import { glom } from '../../db/vault/krypto.ts'
import type { Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { forseglaNyckel, oppnaSigill, tillverkareRot, type Nyckelplats, type Sigill } from '../../db/vault/sigill.ts'
import { andraValv, forberedAnvandare, medPost } from '../../db/vault/valv.ts'
import { begarNyNyckel, nyckelnAndrad, nyckelplats } from './arendenyckel.ts'
import { arUndertecknad, grundbytes } from './innehav.ts'
import type { Intyg } from './intyg.ts'
import { harFattNyckeln } from './nyckelspar.ts'

/**
 * Whoever can give somebody a new identity: an administratör or chief with the nyckelblad in hand, or the nyckelblad
 * alone when nobody can log in (DESIGN §4.7).
 */
export interface Bladhallare {
  readonly db: Db
  readonly kontor: string
  readonly datamapp: string
  readonly fast: Fast
  readonly intyg: Intyg
  readonly blad: Nyckelblad
  readonly dbNycklar: readonly Uint8Array[]
  readonly skriv: <T>(fn: (db: Db, logga: (rad: Loggrad) => void, tid: string) => T | Promise<T>) => Promise<T>
}

export interface NyIdentitet {
  namn: string
  /** Cases that follow to the new identity. */
  arenden: number
  /** Numbers of cases whose key the nyckelblad could not open, or that the user cannot be seen to have had: they stay as they were. */
  ejOppnade: string[]
  /** Half-filled forms that nobody can open any longer. */
  utkast: number
}

interface Forberett {
  arenden: { arende: Arendepost; sigill: Sigillpost }[]
  ejOppnade: string[]
  kon: Kosigill[]
  dubblett: Dubblettsigill[]
}

/**
 * A new identity for a user whose password is forgotten, or known to somebody else. With the sheet the keys of the
 * user's cases are opened one at a time and sealed on to the new identity, by the root: so each case gets a new key
 * at its first opening, and so do the people in the queue. What the user had signed that others may come in is signed
 * by the root in its place; the certificate of the former identity is too old from now on. Not a word about a client is
 * opened here. The database key is to be changed (nyckelbyte.ts).
 *
 * The database is written and the vault replaced in one transaction: a kill in between leaves a user who must be
 * given a new identity once more, and everything else as it was.
 * @throws Fel `finns_inte`, `avstangd`, `ej_certifierad`, `losenord_svagt` at `losenord`, `andrad_av_annan`
 */
export async function gorNyIdentitet(h: Bladhallare, val: { id: string; losenord: string }): Promise<NyIdentitet> {
  const rad = hamtaAnvandare(h.db, val.id)
  if (rad === undefined) throw new Fel('finns_inte', 'Användaren finns inte längre. Läs in sidan på nytt.')
  if (rad.avstangd !== null) throw new Fel('avstangd', `${rad.namn} är avstängd och kan inte få ett nytt lösenord.`)
  // A row of then, put back by hand, would give back roles that have been taken away; the sheet alone holds no generations fast.
  if (rad.generation < 1 + antalOm(h.db, ['anvandare.andrad', 'anvandare.ny_identitet'], val.id)) {
    throw new Fel('ej_certifierad', `Behörigheten för ${rad.namn} är äldre än den som senast gavs. Kontorets filer kan ha ändrats: återställ en säkerhetskopia.`)
  }
  const roller = h.intyg.certifierad(val.id).roller
  const generation = Math.max(rad.generation, h.fast.generationer[val.id] ?? 0) + 1
  const { post, certifikat } = await forberedAnvandare({ userId: val.id, anvandarnamn: rad.anvandarnamn, namn: rad.namn, roller, losenord: val.losenord }, {
    kontor: h.kontor, blad: h.blad, dbNycklar: h.dbNycklar, generation, generationer: seddaAv(h), egna: [hamtaEnhet(h.db).namn],
  })
  const ny = verifieraCertifikat(certifikat, h.fast)
  const forberett = await forseglaOm(h, val.id, ny)

  return h.skriv(async (db, logga, tid) => {
    const nu = hamtaAnvandare(db, val.id)
    if (nu === undefined || nu.version !== rad.version) throw nyckelnAndrad()
    // While the former identity still counts: what it has signed, and which cases it is let into.
    const grunder = undertecknadeAv(db, val.id).filter((grund) => arUndertecknad(h, hamtaArendeMedId(db, grund.arendeId), grund))
    bytIntyg(db, nu, h.fast.rot, {
      namn: nu.namn, roller: [...roller], ageMottagare: certifikat.mottagare, signeringsnyckel: certifikat.signeringsnyckel, generation,
      certifikat: certifikat.signatur, masteBytaLosenord: true,
    })
    for (const grund of grunder) undertecknaOm(db, grund.id, h.blad.signera(grundbytes(h.kontor, grund)))
    for (const { arende, sigill } of forberett.arenden) {
      if (hamtaArendeMedId(db, arende.id).generation !== arende.generation) throw nyckelnAndrad()
      laggSigill(db, sigill)
      begarNyNyckel(db, logga, arende)
    }
    laggKosigill(db, forberett.kon)
    laggDubblettsigill(db, forberett.dubblett)
    const utkast = slangAllaUtkast(db, val.id)
    logga({ handling: 'anvandare.ny_identitet', objekt: val.id })
    begarNyckelbyte(db, { tid, skal: 'ny_identitet' })
    logga({ handling: 'nyckel.vantar' })
    await andraValv(h.datamapp, (fn) => fn(), (valv) => medPost(valv, post))
    return { namn: nu.namn, arenden: forberett.arenden.length, ejOppnade: forberett.ejOppnade, utkast }
  })
}

/** What the new identity pins of everybody's certificates from the start. */
function seddaAv(h: Bladhallare): Fast['generationer'] {
  const nu = Object.fromEntries(listaAnvandare(h.db).flatMap((rad: Anvandarpost) => (h.intyg.signeringsnycklar(rad.id).includes(rad.signeringsnyckel) ? [[rad.id, rad.generation]] : [])))
  return Object.fromEntries([...new Set([...Object.keys(nu), ...Object.keys(h.fast.generationer)])].map((id) => [id, Math.max(nu[id] ?? 1, h.fast.generationer[id] ?? 1)]))
}

/** Opens with the sheet what the user had a seal of, and seals it on. Writes nothing. */
async function forseglaOm(h: Bladhallare, id: string, ny: CertifieradAnvandare): Promise<Forberett> {
  const svar: Forberett = { arenden: [], ejOppnade: [], kon: [], dubblett: [] }
  const vidare = async (plats: Nyckelplats, till: Sigill | undefined): Promise<Sigill | null> => {
    if (till === undefined) return null
    let nyckel: Buffer
    try {
      nyckel = await oppnaSigill(till, plats, { userId: ATERHAMTNING_ID, age: h.blad.age }, h.intyg.tillverkare(plats, till))
    } catch (fel) {
      if (fel instanceof Fel) return null // damaged, or sealed to another sheet: said afterwards, and nobody is kept out for it
      throw fel
    }
    try {
      return await forseglaNyckel(nyckel, plats, ny, tillverkareRot(h.blad))
    } finally {
      glom(nyckel)
    }
  }
  if (!ny.roller.includes('ombud')) return svar
  for (const { arende } of gallandeSigillTill(h.db, id)) {
    const sigill = harFattNyckeln(h, arende, id)
      ? await vidare(nyckelplats(h.kontor, arende.id, arende.generation), hamtaSigill(h.db, arende, ATERHAMTNING_ID))
      : null
    if (sigill === null) svar.ejOppnade.push(arende.nummer)
    else svar.arenden.push({ arende, sigill: { arendeId: arende.id, generation: arende.generation, ...sigill } })
  }
  const perPerson = listaKosigill(h.db)
  for (const rad of listaKopersoner(h.db)) {
    const plats: Nyckelplats = { kontor: h.kontor, slag: 'kontakt', id: rad.id, generation: rad.generation }
    const sigill = await vidare(plats, perPerson.get(rad.id)?.find((ett) => ett.mottagareId === ATERHAMTNING_ID && ett.generation === rad.generation))
    if (sigill !== null) svar.kon.push({ kopersonId: rad.id, generation: rad.generation, ...sigill })
  }
  for (const dubblett of listaDubblettsigill(h.db, ATERHAMTNING_ID)) {
    const sigill = await vidare({ kontor: h.kontor, slag: 'dubblett', id: h.kontor, generation: dubblett.generation }, dubblett)
    if (sigill !== null) svar.dubblett.push({ generation: dubblett.generation, ...sigill })
  }
  return svar
}
