import type { Bladbyte, Nyckelbladslage, Roll } from '../../db/model/anvandare.ts'
import { Fel } from '../../db/model/fel.ts'
import { bytIntygUtfardare, hamtaAnvandare, listaAnvandare, sparaIntyg, tidigareIntyg } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import type { Loggrad } from '../../db/store/logg.ts'
import { begarNyckelbyte, bekraftaBlad, bekraftatAv, bladetKlart, deladeUnderAnnatBlad, hamtaBlad, kvarUnderAnnatBlad, nyttBlad, type Bladpost } from '../../db/store/nycklar.ts'
import { aterhamtningUr, ATERHAMTNING_ID, utfardaCertifikat, verifieraCertifikat } from '../../db/vault/certifikat.ts'
import { medSkrivlas } from '../../db/vault/databas.ts'
import type { Fast } from '../../db/vault/identitet.ts'
import { kanoniskt, stammerSignatur } from '../../db/vault/krypto.ts'
import { fingeravtryck, type Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { andraValv, forseglaTillBlad, lasUpp, sparaHemlighet } from '../../db/vault/valv.ts'
import { lasValv, type Valv } from '../../db/vault/valvfil.ts'
import { oppnaDetSomGar } from './arendenyckel.ts'
import { minaArenden } from './innehav.ts'
import type { Inloggad } from './inloggad.ts'
import { certifikatAv, pagaendeBlad, rotbytes } from './intyg.ts'
import { skotDelat } from './skotsel.ts'

/**
 * A nyckelblad that takes the place of a lost or worn one (DESIGN §4.7). Two people sign for it, administratör and chief.
 * It certifies everybody anew; each user compares its fingerprint with the paper and holds it fast from then on, and
 * each ombud's cases get new keys that only the new sheet opens. Whoever has not done so goes on under the former.
 */

/** What the two who make a sheet sign. */
const bladbytes = (kontor: string, blad: Pick<Bladpost, 'rot' | 'mottagare' | 'forraRot' | 'tid'>): Buffer =>
  kanoniskt(['lotsen-nyttblad-1', kontor, blad.forraRot, blad.rot, blad.mottagare, blad.tid])

const bada = (roller: readonly string[]): boolean => roller.includes('administrator') && roller.includes('enhetschef')

type Undertecknare = { id: string; roller: readonly string[]; signera: (bytes: Uint8Array) => Buffer; glom: () => void }

/** The other of the two, by their own password at the same screen. @throws Fel `fel_losenord`, `ej_tva` at `med.…` */
async function medundertecknare(inloggad: Inloggad, datamapp: string, med: Bladbyte['med']): Promise<Undertecknare> {
  if (bada(inloggad.roller)) return { id: inloggad.id, roller: inloggad.roller, signera: (bytes) => inloggad.inloggning.hemlighet.signera(bytes), glom: () => {} }
  const saknas: Roll = inloggad.roller.includes('enhetschef') ? 'administrator' : 'enhetschef'
  const vem = saknas === 'administrator' ? 'en administratör' : 'enhetschefen'
  if (med === null) throw new Fel('ej_tva', `Ett nytt nyckelblad görs av två: be ${vem} skriva sitt användarnamn och lösenord.`, { falt: 'med.anvandarnamn' })
  const inloggning = await lasUpp(await lasValv(datamapp), med).catch((fel: unknown) => {
    throw fel instanceof Fel && fel.kod === 'fel_losenord' ? new Fel(fel.kod, fel.message, { falt: 'med.losenord', cause: fel }) : fel
  })
  const { hemlighet } = inloggning
  const { userId } = hemlighet.agare
  const rad = hamtaAnvandare(inloggad.db, userId)
  const intyg = rad?.avstangd === null ? inloggad.certifierade().find((en) => en.userId === userId && en.signeringsnyckel === hemlighet.signeringsnyckel) : undefined
  if (intyg === undefined || !intyg.roller.includes(saknas)) {
    inloggning.glom()
    throw new Fel('ej_tva', `Den andra behöver vara ${vem}.`, { falt: 'med.anvandarnamn' })
  }
  return { id: userId, roller: intyg.roller, signera: (bytes) => hemlighet.signera(bytes), glom: () => inloggning.glom() }
}

/**
 * Puts a new sheet in the place of the present one. Nothing is lost with the old: it opens what has not been sealed
 * anew yet. The maker has the paper in hand and holds it fast at once; all others compare it at their next login.
 * @throws Fel `blad_pagar`, `ej_tva`, `fel_losenord`
 */
export async function bytBlad(inloggad: Inloggad, datamapp: string, ny: Nyckelblad, med: Bladbyte['med']): Promise<void> {
  if (pagaendeBlad(inloggad.db) !== undefined) throw new Fel('blad_pagar', 'Ett byte av nyckelblad pågår redan. Alla behöver jämföra det nya bladet innan ett till kan göras.')
  const forra = inloggad.fast
  const andra = await medundertecknare(inloggad, datamapp, med)
  const { hemlighet, dbNycklar } = inloggad.inloggning
  try {
    const nyFast = { ...forra, rot: ny.rot, aterhamtning: ny.mottagare }
    const aterhamtning = await tillBladen(datamapp, dbNycklar, [forra, nyFast])
    await inloggad.skriv(async (db, logga, tid) => {
      const blad = { rot: ny.rot, mottagare: ny.mottagare, forraRot: forra.rot, forraMottagare: forra.aterhamtning, tid }
      const bytes = bladbytes(inloggad.kontor, blad)
      certifieraAlla(inloggad, db, ny)
      nyttBlad(db, { ...blad, avId: inloggad.id, avSignatur: hemlighet.signera(bytes), medId: andra.id, medSignatur: andra.signera(bytes), rotSignatur: ny.signera(rotbytes(inloggad.kontor, blad)) })
      logga({ handling: 'nyckelblad.nytt', objekt: andra.id })
      await andraValv(datamapp, (fn) => fn(), (valv) => ({ ...valv, aterhamtning }))
    })
  } finally {
    andra.glom()
  }
  await hallFast(inloggad, datamapp, ny)
}

/** The database key to these sheets and to no other: a seal that an earlier attempt left behind does not live on. */
async function tillBladen(datamapp: string, dbNycklar: readonly Uint8Array[], bladen: readonly Fast[]): Promise<Valv['aterhamtning']> {
  const valv = await lasValv(datamapp)
  return { nycklar: (await Promise.all(bladen.map((blad) => forseglaTillBlad(valv, dbNycklar, aterhamtningUr(blad))))).flatMap(({ nycklar }) => nycklar) }
}

/**
 * Takes away seals to a sheet that never came to be: killed after the vault and before the database knew of it, the
 * making of one leaves a paper that would open the office though nobody counts it. Run at every login whose log matches
 * what was seen before; only while no sheet is being replaced, and only by whoever pins the one that the office names.
 */
export async function stadaBladsigill(inloggad: Inloggad, datamapp: string): Promise<void> {
  const { db, fast } = inloggad
  const { dbNycklar } = inloggad.inloggning
  const overtaliga = (valv: Valv): boolean => valv.aterhamtning.nycklar.length > dbNycklar.length && pagaendeBlad(db) === undefined && hamtaEnhet(db).rot === fast.rot
  if (!overtaliga(await lasValv(datamapp))) return
  const aterhamtning = await tillBladen(datamapp, dbNycklar, [fast])
  await andraValv(datamapp, (fn) => medSkrivlas(inloggad.handtag, fn), (valv) => (overtaliga(valv) ? { ...valv, aterhamtning } : valv))
}

/**
 * The caller pins a sheet whose certificates are committed: never before, or a kill would leave somebody who trusts a
 * root that the database does not know. What follows is made up for at the next login.
 */
async function hallFast(inloggad: Inloggad, datamapp: string, blad: { rot: string; mottagare: string }): Promise<void> {
  const { hemlighet } = inloggad.inloggning
  const forra = inloggad.fast
  hemlighet.bytBlad(blad)
  try {
    await sparaHemlighet(datamapp, (fn) => medSkrivlas(inloggad.handtag, fn), inloggad.inloggning)
  } catch (fel) {
    hemlighet.bytBlad({ rot: forra.rot, mottagare: forra.aterhamtning })
    throw fel
  }
  await foljBladet(inloggad)
}

/**
 * Every certificate that holds under the former root, of now and of then, by the new one too. Each is judged by its own
 * signature: what somebody has laid beside one that holds gets none.
 */
function certifieraAlla(inloggad: Inloggad, db: Db, ny: Nyckelblad): void {
  const { kontor, fast, intyg } = inloggad
  for (const rad of listaAnvandare(db)) {
    for (const tidigare of tidigareIntyg(db, rad.id).filter((en) => en.rot === fast.rot)) {
      const c = certifikatAv(kontor, { ...tidigare, id: rad.id })
      if (intyg.arUtfardat(c)) sparaIntyg(db, { ...tidigare, rot: ny.rot, certifikat: utfardaCertifikat(c, ny).signatur })
    }
    const c = certifikatAv(kontor, rad)
    if (intyg.arUtfardat(c)) bytIntygUtfardare(db, rad, fast.rot, utfardaCertifikat(c, ny).signatur)
  }
}

const jamforbart = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^0-9A-F]/g, '')

/** The sheet that the caller has not held fast yet, if two who may have made it. */
function attBekrafta(inloggad: Inloggad): Bladpost | undefined {
  const blad = pagaendeBlad(inloggad.db)
  if (blad === undefined || blad.forraRot !== inloggad.fast.rot) return undefined
  const bytes = bladbytes(inloggad.kontor, blad)
  const gjorda = [[blad.avId, blad.avSignatur], [blad.medId, blad.medSignatur]] as const
  const roller = gjorda.flatMap(([id, signatur]) => {
    const vem = inloggad.certifierade().find((en) => en.userId === id)
    return vem !== undefined && stammerSignatur(vem.signeringsnyckel, bytes, signatur) ? vem.roller : []
  })
  return bada(roller) ? blad : undefined
}

/**
 * The caller has compared the new sheet and holds it fast from now on; own cases and the keys that ombud share are
 * sealed anew at once. A kill in the middle is made up for at the next opening.
 * @throws Fel `inget_blad`, `fingeravtryck_fel` at `fingeravtryck`
 */
export async function bekraftaNyttBlad(inloggad: Inloggad, datamapp: string, skrivet: string): Promise<void> {
  const blad = attBekrafta(inloggad)
  if (blad === undefined) throw new Fel('inget_blad', 'Det finns inget nytt nyckelblad att jämföra.')
  if (jamforbart(skrivet) !== jamforbart(fingeravtryck(blad))) {
    throw new Fel('fingeravtryck_fel', 'Kontrolltecknen är inte det nya bladets. Jämför med pappret. Stämmer det ändå inte: godta det inte, utan tala med enhetschefen. Någon kan ha ändrat kontorets filer.', { falt: 'fingeravtryck' })
  }
  const { hemlighet } = inloggad.inloggning
  const forra = inloggad.fast
  const rad = hamtaAnvandare(inloggad.db, inloggad.id)
  const nyFast = { ...forra, rot: blad.rot, aterhamtning: blad.mottagare }
  if (rad === undefined || verifieraCertifikat(certifikatAv(inloggad.kontor, rad), nyFast).signeringsnyckel !== hemlighet.signeringsnyckel) {
    throw new Fel('ej_certifierad', 'Det nya nyckelbladet intygar inte dina nycklar. Tala med enhetschefen: kontorets filer kan ha ändrats.')
  }
  await hallFast(inloggad, datamapp, blad)
}

/** Seals own cases and shared keys to the sheet that the caller pins; when nothing remains, the former is done with. */
export async function foljBladet(inloggad: Inloggad): Promise<void> {
  const blad = pagaendeBlad(inloggad.db)
  if (blad === undefined || blad.rot !== inloggad.fast.rot) return
  if (!bekraftatAv(inloggad.db, blad.rot).has(inloggad.id)) {
    await inloggad.skriv((db, logga, tid) => {
      bekraftaBlad(db, { anvandareId: inloggad.id, rot: blad.rot, tid })
      logga({ handling: 'nyckelblad.bekraftat', objekt: inloggad.id })
    })
  }
  if (inloggad.roller.includes('ombud')) {
    const egna = minaArenden(inloggad).map(({ arende }) => arende).filter((arende) => arende.ombudId === inloggad.id)
    await oppnaDetSomGar(inloggad, egna)
    await skotDelat(inloggad)
  }
  if (kvarAv(inloggad.db, blad).length > 0 || deladeUnderAnnatBlad(inloggad.db, blad.mottagare, ATERHAMTNING_ID) > 0) return
  await inloggad.skriv((db, logga, tid) => {
    const kvar = kvarAv(db, blad).length > 0
    if (!kvar && hamtaBlad(db, blad.rot)?.klart === null) klart(db, logga, blad, tid)
    else logga({ handling: 'nyckelblad.bekraftat', objekt: inloggad.id })
  })
}

function klart(db: Db, logga: (rad: Loggrad) => void, blad: Bladpost, tid: string): void {
  bladetKlart(db, blad.rot, tid)
  logga({ handling: 'nyckelblad.klart' })
  begarNyckelbyte(db, { tid, skal: 'nytt_nyckelblad' }) // the sheet before opens no copy of the files made from then on
  logga({ handling: 'nyckel.vantar' })
}

/** Active users who have not confirmed, or whose cases are still sealed to another sheet. */
function kvarAv(db: Db, blad: Bladpost): { namn: string; bekraftat: boolean; arenden: number }[] {
  const [bekraftat, arenden] = [bekraftatAv(db, blad.rot), kvarUnderAnnatBlad(db, blad.mottagare, ATERHAMTNING_ID)]
  return listaAnvandare(db).filter((rad) => rad.avstangd === null || arenden.has(rad.id))
    .map((rad) => ({ namn: rad.namn, bekraftat: bekraftat.has(rad.id) || rad.avstangd !== null, arenden: arenden.get(rad.id) ?? 0 }))
    .filter((rad) => !rad.bekraftat || rad.arenden > 0)
}

/** Which sheet the caller holds fast, and what remains of a replacement. */
export function bladlage(inloggad: Inloggad): Nyckelbladslage {
  const { db, fast } = inloggad
  const blad = pagaendeBlad(db)
  const namn = (id: string): string => hamtaAnvandare(db, id)?.namn ?? ''
  return {
    fingeravtryck: fingeravtryck({ rot: fast.rot, mottagare: fast.aterhamtning }),
    byte: blad === undefined ? null : {
      tid: blad.tid, av: [...new Set([namn(blad.avId), namn(blad.medId)])], attBekrafta: attBekrafta(inloggad) !== undefined, kvar: kvarAv(db, blad),
    },
  }
}
