import { createHash } from 'node:crypto'
import { arFel, Fel } from '../../db/model/fel.ts'
import { dygnetsBorjan, idag, plusDagar, type Datum } from '../../db/model/kalender.ts'
import {
  arArendeoppning, draUrval, enskilda, ENSKILDA_HANDLINGAR, KONTROLLVAL, monster, nastaKontroll,
  type Fynd, type KontrollRad, type Kontrollage, type Kontrollrad, type Loggkontroll,
} from '../../db/model/loggkontroll.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaEnhet, hamtaInstallningar } from '../../db/store/enhet.ts'
import { antalRader, borjadKontroll, hashAv, kedjevandring, lasHuvud, loggforare, raderAv, raderMed, type Logghuvud } from '../../db/store/logg.ts'
import { fyndFor, hamtaKontroll, pagaendeKontroll, raknaFynd, senasteKontroll, skapaKontroll, type Fyndpost, type Kontrollpost } from '../../db/store/loggkontroll.ts'
import { ROT_ID } from '../../db/vault/certifikat.ts'
import { kanoniskt } from '../../db/vault/krypto.ts'
import type { Inloggad } from './inloggad.ts'
import { kedjebrott, noteraKedjan } from './kedja.ts'
import { loggverifierare } from './kontroll.ts'

type Rapport = (vad: string, klart: number, av: number) => void
/** Lets whoever waits in between. */
const andrum = () => new Promise<void>((klar) => { setImmediate(klar) })

/** The name a log row is shown under: users as they are called now, the nyckelblad, or the id of somebody unknown. */
export function namngivare(db: Db): (anvandare: string) => string {
  const namn = new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))
  return (id) => (id === ROT_ID ? 'Nyckelbladet' : namn.get(id) ?? id)
}

/** Where the unit stands with its checks: the last, the next, what a new one would cover. */
export function kontrollage(db: Db, dag: Datum): Kontrollage {
  const senaste = senasteKontroll(db)
  const skapat = idag(hamtaEnhet(db).skapad)
  const nasta = nastaKontroll(senaste === null ? null : idag(senaste.klar), skapat, hamtaInstallningar(db).loggkontrollManader)
  const fran = senaste === null ? skapat : plusDagar(senaste.till, 1)
  return {
    senaste: senaste === null ? null : idag(senaste.klar), nasta, forsenad: dag > nasta, pagar: pagaendeKontroll(db)?.id ?? null,
    // Up to and with yesterday: today is not over. Where that leaves nothing, today.
    forslag: { fran: fran > dag ? dag : fran, till: fran >= dag ? dag : plusDagar(dag, -1) },
  }
}

/**
 * Verifies the whole log: every row's hash and signature, the table's guards.
 * @returns the head it ends in
 * @throws Fel `logg_bruten`
 */
export async function provaKedjan(inloggad: Inloggad, rapport: Rapport): Promise<Logghuvud> {
  const av = lasHuvud(inloggad.db).nr
  const vandring = kedjevandring(inloggad.db, loggverifierare(inloggad.db, inloggad.fast))
  try {
    for (let steg = vandring.next(); !steg.done; steg = vandring.next()) {
      rapport('Prövar loggens kedja', steg.value, av)
      await andrum()
    }
  } catch (fel) {
    // What one person is told must not end with that person.
    if (arFel(fel, 'logg_bruten')) await noteraKedjan(inloggad, { slag: 'bruten', nr: (fel.detalj as { nr: number } | undefined)?.nr ?? null })
    throw fel
  }
  return lasHuvud(inloggad.db)
}

/** The lot of a row: nobody could choose the hash it is drawn from, and anybody with the log can draw it again. */
const lott = (huvud: Buffer) => (nr: number): string => createHash('sha256').update('lotsen-loggurval-1\n').update(huvud).update(String(nr)).digest('hex')

/** What the check of a period asks about: patterns per person, acts that are asked about by themselves, and the sample. */
async function sokFynd(inloggad: Inloggad, fran: Datum, till: Datum, huvud: Buffer, rapport: Rapport): Promise<{ fynd: Fynd[]; oppningar: number }> {
  const { db } = inloggad
  const val = hamtaInstallningar(db)
  const granser = { ...KONTROLLVAL, dagFran: val.loggkontrollDagFran, dagTill: val.loggkontrollDagTill }
  const [a, b] = [dygnetsBorjan(fran), dygnetsBorjan(plusDagar(till, 1))]
  const runtom = [dygnetsBorjan(plusDagar(fran, -granser.arbeteInomDagar)), dygnetsBorjan(plusDagar(till, granser.arbeteInomDagar + 1))] as const
  const personer = loggforare(db, a, b)
  const oppningar: Kontrollrad[] = []
  const fynd = enskilda(raderMed(db, ENSKILDA_HANDLINGAR, a, b))
  for (const [i, { anvandare }] of personer.entries()) {
    rapport('Söker mönster', i, personer.length)
    const rader = raderAv(db, anvandare, ...runtom)
    fynd.push(...monster(rader, fran, till, granser))
    oppningar.push(...rader.filter((rad) => rad.tid >= a && rad.tid < b && arArendeoppning(rad)))
    await andrum()
  }
  return { fynd: [...fynd, ...draUrval(oppningar, val.loggkontrollUrval, lott(huvud))], oppningar: oppningar.length }
}

/**
 * Begins a check of a period: verifies the chain, then writes the row that decides the sample, then what is asked about.
 * A check that was cut off between the two goes on from the same row, so that nobody draws again until it pleases.
 * @throws Fel `logg_bruten`, `kontroll_pagar`, `ogiltigt` for a period that is not over
 */
export async function borjaKontroll(inloggad: Inloggad, val: { fran: Datum; till: Datum }, rapport: Rapport): Promise<{ id: string }> {
  const pagar = () => new Fel('kontroll_pagar', 'En loggkontroll pågår redan. Gör klart den först.')
  if (pagaendeKontroll(inloggad.db) !== undefined) throw pagar()
  if (val.till > inloggad.idag) throw new Fel('ogiltigt', 'Perioden kan inte sluta efter i dag.', { falt: 'till' })
  const provat = await provaKedjan(inloggad, rapport)
  if (kedjebrott(inloggad) !== null) await noteraKedjan(inloggad, { slag: 'provad', nr: provat.nr })
  const perioden = `${val.fran} ${val.till}`
  const huvud = borjadKontroll(inloggad.db, perioden) ?? await inloggad.skriv((db, logga) => {
    logga({ handling: 'loggkontroll.borjad', objekt: perioden })
    return lasHuvud(db)
  })
  const { fynd, oppningar } = await sokFynd(inloggad, val.fran, val.till, huvud.hash, rapport)
  const id = crypto.randomUUID()
  await inloggad.skriv((db, logga) => {
    if (pagaendeKontroll(db) !== undefined) throw pagar()
    const rader = antalRader(db, dygnetsBorjan(val.fran), dygnetsBorjan(plusDagar(val.till, 1)))
    skapaKontroll(db, { id, ...val, borjad: huvud.tid, avId: inloggad.id, huvudNr: huvud.nr, huvudHash: huvud.hash, rader, oppningar }, fynd)
    logga({ handling: 'loggkontroll.dragen', objekt: id })
  })
  return { id }
}

/** The bytes that are signed: what was checked, asked and answered, in order. */
export const kontrollbytes = (kontor: string, rad: Kontrollpost, fynd: readonly Fyndpost[], klar: string, ord: string): Buffer => kanoniskt([
  'lotsen-loggkontroll-1', kontor, rad.id, rad.fran, rad.till, rad.borjad, rad.huvudNr, rad.huvudHash.toString('hex'), rad.rader, rad.oppningar, klar, ord,
  ...fynd.map((f) => [f.id, f.slag, String(f.nr), f.tid, f.anvandare, f.objekt ?? '', String(f.antal), f.bakom.join(','), f.svar ?? '', f.ord]),
])

function somRad(rad: Kontrollpost, antal: { fynd: number; besvarade: number }, namn: (id: string) => string): KontrollRad {
  const { id, fran, till, borjad, rader, oppningar, klar, ord, version } = rad
  return { id, fran, till, borjad, av: namn(rad.undertecknareId ?? rad.avId), rader, oppningar, klar, ord, version, ...antal }
}

export function listaKontrollerna(db: Db, poster: readonly Kontrollpost[]): KontrollRad[] {
  const [antal, namn] = [raknaFynd(db), namngivare(db)]
  return poster.map((rad) => somRad(rad, antal.get(rad.id) ?? { fynd: 0, besvarade: 0 }, namn))
}

/** One check with all it asks. `undertecknad`: whether the signature holds; null while it is going on. @throws Fel `finns_inte` */
export function hamtaLoggkontroll(inloggad: Inloggad, id: string): Loggkontroll {
  const { db } = inloggad
  const rad = kravKontroll(db, id)
  const fynd = fyndFor(db, id)
  const namn = namngivare(db)
  return {
    ...somRad(rad, { fynd: fynd.length, besvarade: fynd.filter((f) => f.svar !== null).length }, namn),
    huvud: { nr: rad.huvudNr, summa: rad.huvudHash.toString('hex') },
    // The row that began the check must still stand in the log as it did.
    undertecknad: rad.klar === null || rad.signatur === null ? null
      : loggverifierare(db, inloggad.fast)(rad.undertecknareId ?? '', kontrollbytes(inloggad.kontor, rad, fynd, rad.klar, rad.ord), rad.signatur, null)
        && (hashAv(db, rad.huvudNr)?.equals(rad.huvudHash) ?? false),
    lista: fynd.map(({ kontrollId: _, ...f }) => ({ ...f, vem: f.slag === 'misslyckad' ? namn(f.objekt ?? '') : namn(f.anvandare) })),
  }
}

export function kravKontroll(db: Db, id: string): Kontrollpost {
  const rad = hamtaKontroll(db, id)
  if (rad === undefined) throw new Fel('finns_inte', 'Loggkontrollen finns inte. Läs in sidan på nytt.')
  return rad
}
