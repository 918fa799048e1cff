import { randomUUID } from 'node:crypto'
import { setImmediate as slapp } from 'node:timers/promises'
import type { KlientForseglat } from '../../db/model/arenden.ts'
import { Fel } from '../../db/model/fel.ts'
import { granskaStegvis } from '../../db/model/importera/granska.ts'
import type { Granskning, Importdata, Importklient, Tabell } from '../../db/model/importera/typer.ts'
import { registerskrivare } from '../../db/store/massa.ts'
import { arendeIdn, innehavAv, skrivArende, skrivKontakt, skrivUppdrag, type Registerarende } from '../../db/store/register.ts'
import { glom } from '../../db/vault/krypto.ts'
import { tillverkareAv } from '../../db/vault/sigill.ts'
import { gorNyckel } from './arendenyckel.ts'
import type { Steg } from './contract/bas.ts'
import type { Importsvar } from './contract/importera.ts'
import type { Inloggad } from './inloggad.ts'
import type { Kontor } from './kontor.ts'
import { importsammanhang } from './sammanhang.ts'

/** Checks a register against the office, letting others work between its steps. Writes nothing. */
export async function* provaRegister(kontor: Kontor, tabell: Tabell): AsyncGenerator<Steg<never>, Granskning> {
  const steg = granskaStegvis(tabell, importsammanhang(kontor.inloggad.db, kontor.nu()))
  for (let nasta = steg.next(); ; nasta = steg.next()) {
    if (nasta.done) return nasta.value
    yield { slag: 'forlopp', vad: 'Kontrollerar rader', klart: nasta.value, av: tabell.rader.length }
    await slapp()
  }
}

export const somSvar = ({ rader, klienter, uppdrag, kontakter, fel, upplysningar }: Granskning): Importsvar =>
  ({ rader, klienter, uppdrag, kontakter, fel: [...fel], upplysningar: [...upplysningar] })

/**
 * Imports a register: checked, sealed to each client's ombud (and the nyckelblad, nobody else), stored in one
 * transaction. The importer keeps no key: the ombud makes a new one at first opening (DESIGN §4.4).
 * With any error nothing is stored and the errors are the result.
 */
export async function* korImport(kontor: Kontor, tabell: Tabell): AsyncGenerator<Steg<Importsvar>> {
  const granskning = yield* provaRegister(kontor, tabell)
  if (granskning.data === null) {
    yield { slag: 'klart', resultat: somSvar(granskning) }
    return
  }
  const forseglade = yield* forseglaKlienter(kontor.inloggad, granskning.data)
  yield { slag: 'forlopp', vad: 'Sparar', klart: 0, av: 1 }
  await spara(kontor.inloggad, granskning.data, forseglade)
  yield { slag: 'klart', resultat: somSvar(granskning) }
}

type Forseglad = Pick<Registerarende, 'id' | 'generation' | 'nyNyckel' | 'forseglat' | 'sigill'>
/** Sealing is processor work of some milliseconds a client: more at a time would only keep others waiting longer. */
const SAMTIDIGT = 2

async function* forseglaKlienter(inloggad: Inloggad, data: Importdata): AsyncGenerator<Steg<never>, Map<string, Forseglad>> {
  const nya = data.klienter.filter((klient) => !klient.befintlig)
  const klara = new Map<string, Forseglad>()
  for (let i = 0; i < nya.length; i += SAMTIDIGT) {
    yield { slag: 'forlopp', vad: 'Förseglar namn', klart: i, av: nya.length }
    const omgang = nya.slice(i, i + SAMTIDIGT)
    const svar = await Promise.all(omgang.map((klient) => forseglaKlient(inloggad, klient)))
    omgang.forEach((klient, j) => klara.set(klient.nummer, svar[j] as Forseglad))
    await slapp()
  }
  return klara
}

async function forseglaKlient(inloggad: Inloggad, klient: Importklient): Promise<Forseglad> {
  const id = randomUUID()
  // Nothing to seal: the ombud makes the first key when there is something to write.
  if (klient.namn === null && klient.telefon === null) return { id, generation: 0, nyNyckel: false, forseglat: null, sigill: [] }
  const { oppet, sigill } = await gorNyckel({
    kontor: inloggad.kontor, aterhamtning: inloggad.fast.aterhamtning, arendeId: id, generation: 1,
    innehavare: inloggad.certifierad(klient.ombudId),
    tillverkare: tillverkareAv(inloggad.inloggning.hemlighet, inloggad.certifierad(inloggad.id)),
  })
  try {
    const ord: KlientForseglat = { namn: klient.namn ?? '', telefon: klient.telefon ?? '' }
    return { id, generation: 1, nyNyckel: true, forseglat: oppet.forsegla('arenden', id, 1, ord), sigill }
  } finally {
    glom(oppet.nyckel)
  }
}

const RADER_PER_STEG = 150

async function spara(inloggad: Inloggad, data: Importdata, forseglade: ReadonlyMap<string, Forseglad>): Promise<void> {
  const uppdragPer = Map.groupBy(data.uppdrag, (rad) => rad.klient)
  await inloggad.skriv(async (db, logga, tid) => {
    const skriv = registerskrivare(db)
    const idn = arendeIdn(db)
    let skrivna = 0
    const paus = async () => { if (++skrivna % RADER_PER_STEG === 0) await slapp() }

    for (const klient of data.klienter) {
      if (klient.befintlig !== idn.has(klient.nummer)) throw new Fel('andrad_av_annan', 'Kontorets ärenden har ändrats sedan filen kontrollerades. Kontrollera filen igen.')
      const forseglad = forseglade.get(klient.nummer)
      if (forseglad === undefined) continue
      idn.set(klient.nummer, forseglad.id)
      const innehav = innehavAv(uppdragPer.get(klient.nummer) ?? [], { ombudId: klient.ombudId, fran: tid.slice(0, 10) })
      skrivArende(skriv, { ...forseglad, nummer: klient.nummer, kon: klient.kon, fodelsear: klient.fodelsear, ombudId: klient.ombudId, innehav }, tid)
      await paus()
    }
    const uppdragId: string[] = []
    for (const rad of data.uppdrag) {
      const id = randomUUID()
      uppdragId.push(id)
      skrivUppdrag(skriv, { ...rad, id, arendeId: krav(idn.get(rad.klient)), forseglat: null })
      await paus()
    }
    for (const rad of data.kontakter) {
      skrivKontakt(skriv, {
        ...rad, arendeId: rad.klient === null ? null : krav(idn.get(rad.klient)), uppdragId: rad.uppdrag === null ? null : krav(uppdragId[rad.uppdrag]),
        registreradAv: rad.ombudId ?? inloggad.id,
      }, rad.uppdrag === null ? null : krav(data.uppdrag[rad.uppdrag]).start)
      await paus()
    }
    logga({ handling: 'import.gjord', objekt: `${data.klienter.length} ${data.uppdrag.length} ${data.kontakter.length}` })
  })
}

function krav<T>(varde: T | undefined): T {
  if (varde === undefined) throw new Error('The register speaks of a row that it does not hold')
  return varde
}
