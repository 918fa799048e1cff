import { GRUNDFORMER } from '../../db/model/blankett/index.ts'
import type { Blankett, Faltvarde, Slag } from '../../db/model/blankett/typer.ts'
import { Fel } from '../../db/model/fel.ts'
import { forifyllda } from '../../db/model/handling/falt.ts'
import type { Arslista, HandlingRad } from '../../db/model/handling/typer.ts'
import { kravVarde } from '../../db/model/handling/varden.ts'
import { kommunMedKod, kommunNamn } from '../../db/model/kommuner.ts'
import { hamtaBlankett, senasteVersion } from '../../db/store/blanketter.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaEnhet, hamtaInstallningar } from '../../db/store/enhet.ts'
import { frys, laggInFaststalld } from '../../db/store/faststallda.ts'
import {
  andraHandling, arsHandlingar, hamtaHandling, hamtaRattelser, hamtaVarden, kedjan, laggInHandling, laggInRattelse, laggInVarden, sattStatus, senasteHandling, sparaVarde,
} from '../../db/store/handlingar.ts'
import { kravKommuner, medBakom, type Raknekontor } from './arsunderlag.ts'
import { aretsFrister } from './frister.ts'
import { byggUtkast, utanHandling } from './handlingssida.ts'
import type { Inloggad } from './inloggad.ts'

/** The acts on årets handling, the same for redovisning and ansökan. Rules of DOMAIN §3; every write has its log row. */

const SLAGNAMN: Record<Slag, string> = { redovisning: 'redovisningen', ansokan: 'ansökan' }

/** The text of the unit's order of priority goes into the field that Lotsen's own forms have for it, where last year left nothing. */
const PRIORITERINGSFALT: Record<Slag, string> = { redovisning: 'riktlinjer_text', ansokan: 'prioritering_text' }

const fast = (slag: Slag) => new Fel('faststalld', `${slag === 'redovisning' ? 'Redovisningen' : 'Ansökan'} är fastställd och ändras inte mer. Gör en ny version om något ska rättas.`)

/** A draft of that kind. @throws Fel `finns_inte`, `faststalld` */
export function kravUtkast(db: Db, slag: Slag, id: string): HandlingRad {
  const h = hamtaHandling(db, slag, id)
  if (h.status !== 'utkast') throw fast(slag)
  return h
}

/** A kommun is in one handling per year and kind (DOMAIN §3). @throws Fel `kommun_upptagen` */
function kravLediga(db: Db, slag: Slag, ar: number, kommuner: readonly string[], kedja: string | null): void {
  for (const annan of arsHandlingar(db, slag, ar).filter((h) => h.kedja !== kedja)) {
    const dubbel = kommuner.find((kommun) => annan.kommuner.includes(kommun))
    if (dubbel !== undefined) {
      throw new Fel('kommun_upptagen', `${kommunNamn(dubbel)} är redan med i ${SLAGNAMN[slag]} som ${kommunNamn(annan.sokande)} står för ${ar}. En kommun är bara med i en.`, { falt: 'kommuner' })
    }
  }
}

/** A form that may be used for a year. @throws Fel `fel_blankett`, `finns_inte` */
function kravBlankett(db: Db, slag: Slag, ar: number, vilken: { id: string; version: number }): Blankett {
  const blankett = hamtaBlankett(db, vilken)
  if (blankett.slag !== slag || blankett.fran > ar || (blankett.till ?? ar) < ar) {
    throw new Fel('fel_blankett', `Blanketten ${blankett.namn} gäller inte ${SLAGNAMN[slag]} ${ar}. Välj en annan.`, { falt: 'blankett' })
  }
  return blankett
}

/** Last year's form in its newest version, else Lotsen's own. */
function forvaldBlankett(db: Db, slag: Slag, ar: number, fjol: HandlingRad | undefined): Blankett {
  const version = fjol === undefined ? undefined : senasteVersion(db, fjol.blankett.id)
  if (fjol !== undefined && version !== undefined) {
    const blankett = hamtaBlankett(db, { id: fjol.blankett.id, version })
    if (blankett.fran <= ar && (blankett.till ?? ar) >= ar) return blankett
  }
  return GRUNDFORMER[slag]
}

const kravSokande = (sokande: string) => {
  if (kommunMedKod(sokande) === undefined) throw new Fel('ogiltigt', 'Välj en kommun ur listan.', { falt: 'sokande' })
}

/** A year's handlingar, what they leave out and what a new one would be made of. */
export function arslista(inloggad: Inloggad, slag: Slag, ar: number): Arslista {
  const { db } = inloggad
  const utan = utanHandling(db, slag, ar)
  const { vardkommun } = hamtaEnhet(db)
  const { id, version, namn } = forvaldBlankett(db, slag, ar, senasteHandling(db, slag, ar - 1, vardkommun))
  return {
    ar, handlingar: arsHandlingar(db, slag, ar), utanHandling: utan, frister: aretsFrister(db, slag, ar, inloggad.idag),
    forslag: utan.length === 0 ? null : { sokande: vardkommun, kommuner: utan, blankett: { id, version, namn } },
  }
}

export interface NyHandling { ar: number; sokande: string; kommuner: readonly string[]; blankett?: { id: string; version: number } | undefined }

/** Begins a handling. Texts and answers come from last year's of the same sökande, marked until somebody saves them. */
export function skapaHandling(db: Db, slag: Slag, ny: NyHandling, { tid, av }: { tid: string; av: string }): string {
  const kommuner = kravKommuner(db, ny.ar, ny.kommuner)
  kravSokande(ny.sokande)
  kravLediga(db, slag, ny.ar, kommuner, null)
  const fjol = senasteHandling(db, slag, ny.ar - 1, ny.sokande)
  const blankett = ny.blankett === undefined ? forvaldBlankett(db, slag, ny.ar, fjol) : kravBlankett(db, slag, ny.ar, ny.blankett)
  const id = crypto.randomUUID()
  laggInHandling(db, {
    id, slag, ar: ny.ar, sokande: ny.sokande, kommuner, blankettId: blankett.id, blankettVersion: blankett.version, kedja: id, nr: 1, skal: null,
    maskera: true, konOchAlder: kommuner.length > 1, skapad: tid, skapadAv: av,
  })
  const fran = new Map<string, Faltvarde>(fjol === undefined ? [] : [...hamtaVarden(db, fjol.id)].map(([falt, { varde }]) => [falt, varde]))
  const { prioriteringsordning } = hamtaInstallningar(db)
  if (prioriteringsordning !== '' && (fran.get(PRIORITERINGSFALT[slag]) ?? null) === null) fran.set(PRIORITERINGSFALT[slag], prioriteringsordning)
  laggInVarden(db, id, forifyllda(blankett, fran), { forifyllt: true, tid, av })
  return id
}

export interface Handlingsandring { id: string; version: number; sokande?: string | undefined; kommuner?: readonly string[] | undefined; blankett?: { id: string; version: number } | undefined; maskera?: boolean | undefined; konOchAlder?: boolean | undefined }

/** Changes what a draft is about. @throws Fel `kommun_upptagen`, `kommun_utanfor`, `fel_blankett`, `faststalld`, `andrad_av_annan` */
export function andra(db: Db, slag: Slag, { id, version, ...a }: Handlingsandring): number {
  const h = kravUtkast(db, slag, id)
  const kommuner = a.kommuner === undefined ? undefined : kravKommuner(db, h.ar, a.kommuner)
  if (kommuner !== undefined) kravLediga(db, slag, h.ar, kommuner, h.kedja)
  if (a.sokande !== undefined) kravSokande(a.sokande)
  const blankett = a.blankett === undefined ? undefined : kravBlankett(db, slag, h.ar, a.blankett)
  return andraHandling(db, {
    id, version, sokande: a.sokande, kommuner, maskera: a.maskera, konOchAlder: a.konOchAlder, blankettId: blankett?.id, blankettVersion: blankett?.version,
  })
}

/** Saves a field. @throws Fel `ogiltigt` at the field, `faststalld`, `andrad_av_annan` with both texts */
export function sparaFalt(db: Db, slag: Slag, rad: { id: string; falt: string; varde: Faltvarde; version: number }, { tid, av }: { tid: string; av: string }): number {
  const h = kravUtkast(db, slag, rad.id)
  const falt = hamtaBlankett(db, h.blankett).punkter.flatMap((p) => p.falt).find((f) => f.id === rad.falt)
  if (falt === undefined) throw new Fel('finns_inte', 'Fältet finns inte i blanketten. Läs in sidan på nytt.')
  return sparaVarde(db, { handlingId: h.id, falt: falt.id, varde: kravVarde(falt, rad.varde, h.kommuner), version: rad.version, tid, av })
}

/** What is frozen of a draft: all that its page says and the ärendenummer behind, ready to be stored. */
export async function frysUtkast(kontor: Raknekontor, h: HandlingRad): Promise<ReturnType<typeof frys> & { attRatta: string[] }> {
  const { fruset, bakom } = await byggUtkast(kontor, h)
  // The numbers behind lie beside what is frozen, where gallring can take them; in it they would stay for ever.
  const utanNummer = { ...fruset, figurer: { ...fruset.figurer, kontroller: fruset.figurer.kontroller.map((k) => ({ ...k, arenden: [] })) } }
  return { ...frys(utanNummer, bakom), attRatta: fruset.kontroller.filter((k) => k.allvar === 'rattas').map((k) => k.kod) }
}

/**
 * Freezes a draft: form, values, figures with who stands behind them, checks and what goes out, hashed as a whole.
 * Everything is counted inside the write, so that nothing can change between what was counted and what was frozen.
 * @throws Fel `kontroller_kvar` while something must be mended and `trots` is false; `faststalld`, `andrad_av_annan`
 */
export async function faststall(inloggad: Inloggad, slag: Slag, val: { id: string; version: number; trots: boolean }): Promise<string> {
  return inloggad.skriv(async (db, logga, tid) => {
    const h = kravUtkast(db, slag, val.id)
    if (h.version !== val.version) throw new Fel('andrad_av_annan', 'Någon annan har ändrat handlingen sedan sidan öppnades. Läs in sidan på nytt och granska den igen.')
    const { attRatta, ...frusen } = await frysUtkast(medBakom(inloggad), h)
    if (attRatta.length > 0 && !val.trots) {
      throw new Fel('kontroller_kvar', `${attRatta.length === 1 ? 'En sak' : `${attRatta.length} saker`} behöver rättas först. Rätta, eller fastställ ändå om det inte går.`, { detalj: { kontroller: attRatta } })
    }
    laggInFaststalld(db, { handlingId: h.id, tid, av: inloggad.id, ...frusen })
    sattStatus(db, { id: h.id, version: val.version, fran: 'utkast', till: 'faststalld' })
    logga({ handling: 'handling.faststalld', objekt: `${h.id} ${frusen.hash}` })
    return frusen.hash
  })
}

/** The next version of a fixed handling: a draft with the same form, texts and corrections. @throws Fel `utkast_finns`, `finns_inte` */
export function nyVersion(db: Db, slag: Slag, { id, skal }: { id: string; skal: string }, { tid, av }: { tid: string; av: string }): string {
  const h = hamtaHandling(db, slag, id)
  const senast = kedjan(db, h.kedja).at(-1)
  if (h.status === 'utkast' || senast?.status === 'utkast') throw new Fel('utkast_finns', 'Det finns redan ett utkast att ändra i. Öppna det.', { detalj: { id: senast?.id ?? id } })
  const grund = senast === undefined || senast.id === h.id ? h : hamtaHandling(db, slag, senast.id)
  const ny = crypto.randomUUID()
  laggInHandling(db, {
    id: ny, slag, ar: h.ar, sokande: grund.sokande, kommuner: grund.kommuner, blankettId: grund.blankett.id, blankettVersion: grund.blankett.version, kedja: h.kedja, nr: grund.nr + 1, skal,
    maskera: grund.maskera, konOchAlder: grund.konOchAlder, skapad: tid, skapadAv: av,
  })
  laggInVarden(db, ny, [...hamtaVarden(db, grund.id)].map(([falt, { varde }]) => [falt, varde] as const), { forifyllt: false, tid, av })
  for (const { figur, raknat, rattat, skal: varfor } of hamtaRattelser(db, grund.id).values()) laggInRattelse(db, { handlingId: ny, figur, raknat, rattat, skal: varfor, tid, av })
  return ny
}
