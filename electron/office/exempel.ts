import { setImmediate as slapp } from 'node:timers/promises'
import type { AnteckningForseglat, AtagandeForseglat, SamtyckeForseglat } from '../../db/model/arbetet.ts'
import type { KlientForseglat } from '../../db/model/arenden.ts'
import { EXEMPELLOSENORD, skapaExempel } from '../../db/model/exempel/index.ts'
import { exempelberattelser } from '../../db/model/exempel/verksamhetsberattelse.ts'
import type { Exempel, ExempelArende, ExempelFlode, ExempelKontakt, Storlek } from '../../db/model/exempel/typer.ts'
import { idag } from '../../db/model/kalender.ts'
import type { ForlangningForseglat, UppdragForseglat } from '../../db/model/uppdrag.ts'
import { laggInBemanning } from '../../db/store/bemanning.ts'
import { ersattKommuner } from '../../db/store/enhet.ts'
import { laggInSystemfel } from '../../db/store/exempelsystemfel.ts'
import { laggInBidrag } from '../../db/store/statsbidrag.ts'
import { laggInUtbildning } from '../../db/store/utbildning.ts'
import { registerskrivare } from '../../db/store/massa.ts'
import type { Db } from '../../db/store/db.ts'
import { sparaBerattelse } from '../../db/store/verksamhetsberattelse.ts'
import { skrivArende, skrivKontakt, skrivUppdrag, type Registerarende, type Registerflode, type Registeruppdrag } from '../../db/store/register.ts'
import { verifieraCertifikat, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { glom } from '../../db/vault/krypto.ts'
import { skapaNyckelblad, type Nyckelblad } from '../../db/vault/nyckelblad.ts'
import { tillverkareRot } from '../../db/vault/sigill.ts'
import { fastAv } from '../../db/vault/valv.ts'
import { gorNyckel, type OppetArende } from './arendenyckel.ts'
import { laggInExempelhandlingar } from './exempelhandlingar.ts'
import { skapaKontor, type Fyllning } from './skapa.ts'

export interface Exempelinloggning { anvandarnamn: string; namn: string; roller: string[]; losenord: string }
type Rapport = (vad: string, klart: number, av: number) => void

const ARENDEN_PER_OMGANG = 400

/**
 * Makes an office of made-up people with several years of life (INTERFACES `exempel`). Same seed and day, same
 * office; only keys and seals differ.
 * @param val.fro seed, a whole number
 * @throws Fel as `skapaKontor`
 */
export async function skapaExempelkontor(val: { datamapp: string; storlek: Storlek; fro: number; nu: () => string; rapport: Rapport }): Promise<{ anvandare: Exempelinloggning[] }> {
  const exempel = skapaExempel({ storlek: val.storlek, fro: val.fro, idag: idag(val.nu()) })
  val.rapport('Lägger upp användare', 0, 1)
  const blad = await skapaNyckelblad()
  try {
    await skapaKontor({
      datamapp: val.datamapp, fil: { ...exempel.office, anstallningar: [] }, blad, nu: val.nu, masteByta: () => false,
      fyll: (fyllning) => fyll(fyllning, exempel, blad, val.nu(), val.rapport),
    })
  } finally {
    blad.glom() // nobody is shown the key of an example: it holds nobody's secrets
  }
  return { anvandare: exempel.office.anvandare.map(({ anvandarnamn, namn, roller }) => ({ anvandarnamn, namn, roller: [...roller], losenord: EXEMPELLOSENORD })) }
}

async function fyll({ db, handtag, certifikat, kontor }: Fyllning, exempel: Exempel, blad: Nyckelblad, skapad: string, rapport: Rapport): Promise<void> {
  const fast = fastAv(kontor, blad)
  const personer = new Map(certifikat.map((c) => [c.anvandarnamn, verifieraCertifikat(c, fast)]))
  const idFor = (anvandarnamn: string) => krav(personer.get(anvandarnamn)).userId
  handtag.transaction(() => {
    ersattKommuner(db, exempel.kommuner)
    laggInBemanning(db, exempel.anstallningar.map(({ person, ...rad }) => ({ ...rad, anvandareId: idFor(person) })), exempel.franvaro)
    skrivBerattelser(db, certifikat, skapad)
    const medId = <R extends { deltagare: readonly string[] }>(rad: R): R => ({ ...rad, deltagare: rad.deltagare.map(idFor) })
    laggInUtbildning(db, { utbildningar: exempel.utbildning.utbildningar.map(medId), handledningar: exempel.utbildning.handledningar.map(medId) })
    for (const aret of exempel.bidrag) laggInBidrag(db, aret)
    laggInSystemfel(db, exempel.systemfel, idFor)
  }).immediate()

  const skriv = registerskrivare(db)
  const skrivKontakten = (kontakt: ExempelKontakt, mal: { arendeId: string; uppdragId: string } | null) =>
    skrivKontakt(skriv, { ...kontakt, arendeId: mal?.arendeId ?? null, uppdragId: mal?.uppdragId ?? null, registreradAv: idFor(kontakt.registreradAv) }, kontakt.uppdragsstart)
  let klara = 0
  for (const omgang of delar(exempel.arenden(), ARENDEN_PER_OMGANG)) {
    rapport('Lägger upp ärenden', klara, exempel.antal.arenden)
    const forseglade = await Promise.all(omgang.map((arende) => forsegla(arende, { kontor, blad, innehavare: krav(personer.get(arende.ombud)), idFor })))
    handtag.transaction(() => {
      for (const { arende, uppdrag, kontakter } of forseglade) {
        skrivArende(skriv, arende, skapad)
        for (const rad of uppdrag) skrivUppdrag(skriv, rad)
        for (const { kontakt, uppdragId } of kontakter) skrivKontakten(kontakt, { arendeId: arende.id, uppdragId })
      }
    }).immediate()
    klara += omgang.length
    await slapp()
  }
  for (const omgang of delar(exempel.kontakter(), 5_000)) {
    rapport('Lägger upp kontakter', 0, 1)
    handtag.transaction(() => omgang.forEach((kontakt) => skrivKontakten(kontakt, null))).immediate()
    await slapp()
  }
  const chef = certifikat.find((c) => c.roller.includes('enhetschef'))
  if (chef === undefined) return
  rapport('Lämnar in tidigare redovisningar', 0, 1)
  handtag.exec('BEGIN IMMEDIATE')
  try {
    await laggInExempelhandlingar(db, { idag: idag(skapad), chef: { id: krav(personer.get(chef.anvandarnamn)).userId, namn: chef.namn } })
    handtag.exec('COMMIT')
  } catch (fel) {
    handtag.exec('ROLLBACK')
    throw fel
  }
}

/** The chief's story of the years that have ended; an office without a chief has written none. */
function skrivBerattelser(db: Db, personer: readonly { userId: string; roller: readonly string[] }[], tid: string): void {
  const chef = personer.find((person) => person.roller.includes('enhetschef'))
  if (chef === undefined) return
  for (const berattelse of exempelberattelser(idag(tid))) sparaBerattelse(db, { ...berattelse, version: 0, tid, avId: chef.userId })
}

/** A case as rows, its words sealed to its ombud and the sheet as an import would do it. */
async function forsegla(arende: ExempelArende, val: { kontor: string; blad: Nyckelblad; innehavare: CertifieradAnvandare; idFor: (namn: string) => string }) {
  const harOrd = arende.namn !== null || arende.uppdrag.some((u) => u.mal !== null)
  const nyckel = harOrd
    ? await gorNyckel({ kontor: val.kontor, aterhamtning: val.blad.mottagare, arendeId: arende.id, generation: 1, innehavare: val.innehavare, tillverkare: tillverkareRot(val.blad) })
    : null
  const oppet = nyckel?.oppet
  const rad: Registerarende = {
    id: arende.id, nummer: arende.nummer, kon: arende.kon, fodelsear: arende.fodelsear, ombudId: val.innehavare.userId,
    generation: nyckel === null ? 0 : 1, nyNyckel: nyckel !== null, sigill: nyckel?.sigill ?? [],
    forseglat: arende.namn === null ? null : oppet?.forsegla('arenden', arende.id, 1, { namn: arende.namn, telefon: arende.telefon ?? '' } satisfies KlientForseglat) ?? null,
    innehav: arende.innehav.map(({ ombud, fran, till }) => ({ anvandareId: val.idFor(ombud), fran, till })),
    samtycken: arende.samtycken.map(({ person, omfattning, ...rest }) => ({
      ...rest, forseglat: krav(oppet).forsegla('samtycken', rest.id, 1, { person, omfattning } satisfies SamtyckeForseglat),
    })),
  }
  const uppdrag = arende.uppdrag.map((u): Registeruppdrag => ({
    ...u, arendeId: arende.id, flode: u.flode === null ? null : forseglaFlode(krav(oppet), u.flode),
    forseglat: u.mal === null ? null : oppet?.forsegla('uppdrag', u.id, 1, { mal: u.mal } satisfies UppdragForseglat) ?? null,
    forlangningar: u.forlangningar.map((f) => ({
      ...f, forseglat: f.skal === null ? null : oppet?.forsegla('forlangningar', f.id, 1, { skal: f.skal } satisfies ForlangningForseglat) ?? null,
    })),
  }))
  if (oppet !== undefined) glom(oppet.nyckel)
  const kontakter = arende.uppdrag.flatMap((u) => (u.kontakt === null ? [] : [{ kontakt: u.kontakt, uppdragId: u.id }]))
  return { arende: rad, uppdrag, kontakter }
}

/** The work of an uppdrag with its words sealed under the case's key. */
function forseglaFlode(oppet: OppetArende, flode: ExempelFlode): Registerflode {
  return {
    ...flode, aktorer: [...flode.aktorer], malutfall: [...flode.malutfall],
    ataganden: flode.ataganden.map(({ vad, ...rad }) => ({ ...rad, forseglat: oppet.forsegla('ataganden', rad.id, 1, { vad } satisfies AtagandeForseglat) })),
    anteckningar: flode.anteckningar.map(({ text, ...rad }) => ({ ...rad, forseglat: oppet.forsegla('anteckningar', rad.id, 1, { text } satisfies AnteckningForseglat) })),
  }
}

function* delar<T>(rader: Iterable<T>, antal: number): Generator<T[]> {
  let del: T[] = []
  for (const rad of rader) {
    del.push(rad)
    if (del.length === antal) {
      yield del
      del = []
    }
  }
  if (del.length > 0) yield del
}

function krav<T>(varde: T | undefined): T {
  if (varde === undefined) throw new Error('The example speaks of a row that it does not hold')
  return varde
}
