import { randomUUID } from 'node:crypto'
import type { AndraAnvandare, NyAnvandare, Roll } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { bytIntyg, hamtaAnvandare, listaAnvandare, skapaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { utfardaCertifikat } from '../../db/vault/certifikat.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import { lasNyckelblad, type Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { andraValv, forberedAnvandare, medPost } from '../../db/vault/valv.ts'
import { kravUtanArenden, upphorMedverkan } from './avstang.ts'
import type { Bladhallare } from './identitet.ts'
import type { Inloggad } from './inloggad.ts'
import { pagaendeBlad } from './intyg.ts'
import type { Kontor } from './kontor.ts'
import { kravVagIn } from './vagin.ts'

/**
 * Opens the typed nyckelblad and makes sure that it is this office's.
 * @param val.avenForra while a sheet is being replaced the one before will do too: for what is still sealed to it
 * @throws Fel `nyckel_fel` at `nyckel`
 */
export async function kravBlad(inloggad: Inloggad, nyckel: string, val: { avenForra?: boolean } = {}): Promise<Nyckelblad> {
  const blad = await lasNyckelblad(nyckel)
  const forra = val.avenForra === true && pagaendeBlad(inloggad.db)?.forraRot === blad.rot
  if (blad.rot !== inloggad.fast.rot && !forra) {
    blad.glom()
    throw new Fel('nyckel_fel', 'Nyckelbladet hör inte till det här kontoret. Kontrollera att det är det senaste bladet.', { falt: 'nyckel' })
  }
  return blad
}

/** Does something with the typed nyckelblad in the hands of whoever is logged in, and forgets it. @throws Fel `nyckel_fel`, and of `gor` */
export async function medBlad<T>({ inloggad, datamapp }: Pick<Kontor, 'inloggad' | 'datamapp'>, nyckel: string, gor: (hallare: Bladhallare) => Promise<T>): Promise<T> {
  const blad = await kravBlad(inloggad, nyckel)
  try {
    return await gor({
      db: inloggad.db, kontor: inloggad.kontor, datamapp, fast: inloggad.fast, intyg: inloggad.intyg, blad, dbNycklar: inloggad.inloggning.dbNycklar,
      skriv: (fn) => inloggad.skriv(fn),
    })
  } finally {
    blad.glom()
  }
}

/**
 * Another name, or other roles: a new certificate of the same keys. Somebody who is no longer ombud must have no case of
 * their own, and is let into nobody else's. Whoever it concerns has to log in anew.
 * @throws Fel `finns_inte`, `avstangd`, `andrad_av_annan`, `har_arenden` and `sista_…` at `roller`, `nyckel_fel` at `nyckel`
 */
export async function andraAnvandare(kontor: Kontor, val: AndraAnvandare): Promise<void> {
  const { inloggad } = kontor
  await medBlad(kontor, val.nyckel, async ({ blad, fast }) => inloggad.skriv((db, logga, tid) => {
    const rad = hamtaAnvandare(db, val.id)
    if (rad === undefined) throw new Fel('finns_inte', 'Användaren finns inte längre. Läs in sidan på nytt.')
    if (rad.avstangd !== null) throw new Fel('avstangd', `${rad.namn} är avstängd.`)
    const har = inloggad.certifierad(val.id)
    const roller: readonly Roll[] = [...new Set(val.roller)]
    kravVagIn(inloggad, val.id, roller)
    if (har.roller.includes('ombud') && !roller.includes('ombud')) {
      kravUtanArenden(db, rad, 'roller')
      upphorMedverkan(inloggad, db, logga, val.id, tid)
    }
    const generation = Math.max(rad.generation, fast.generationer[val.id] ?? 0) + 1
    const { mottagare, signeringsnyckel, namn, roller: utfardade, signatur } = utfardaCertifikat({
      kontor: inloggad.kontor, userId: val.id, anvandarnamn: rad.anvandarnamn, namn: val.namn, roller, mottagare: rad.ageMottagare, signeringsnyckel: rad.signeringsnyckel, generation,
    }, blad)
    bytIntyg(db, { ...rad, version: val.version }, fast.rot, { namn, roller: [...utfardade], ageMottagare: mottagare, signeringsnyckel, generation, certifikat: signatur })
    logga({ handling: 'anvandare.andrad', objekt: val.id })
  }))
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
