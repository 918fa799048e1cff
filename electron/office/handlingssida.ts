import type { Blankett, Faltvarde, Slag } from '../../db/model/blankett/typer.ts'
import { Fel } from '../../db/model/fel.ts'
import { faltlagen } from '../../db/model/handling/falt.ts'
import { geUt, OMASKERAT } from '../../db/model/handling/ge-ut.ts'
import { andratSedan, type FrusenSiffra } from '../../db/model/handling/jamfor.ts'
import { HOS_OMBUD, kontrollera } from '../../db/model/handling/kontroller.ts'
import { maskeradeSiffror } from '../../db/model/handling/samband.ts'
import type { HandlingRad, Handlingssida, Kontrollpost } from '../../db/model/handling/typer.ts'
import { soktaAv } from '../../db/model/handling/varden.ts'
import { kommunOrdning } from '../../db/model/kommuner.ts'
import type { Figurer } from '../../db/model/redovisning/index.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import { hamtaBlankett } from '../../db/store/blanketter.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { hamtaFruset } from '../../db/store/faststallda.ts'
import { arsHandlingar, hamtaBockar, hamtaPaminnelser, hamtaRattelser, hamtaVarden, kedjan, listaInlamningar, senasteHandling } from '../../db/store/handlingar.ts'
import { ansvarigaForArenden, ansvarigaForKontakter } from '../../db/store/kontrollansvar.ts'
import { aretsKommuner, forSida, raknaUnderlag, type Raknekontor, type RaknatUnderlag } from './arsunderlag.ts'
import type { Sokt } from './contract/statsbidrag.ts'
import { fristFor } from './frister.ts'
import type { Inloggad } from './inloggad.ts'
import type { Rakneval } from './rakning.ts'

/** The part of the page that is frozen when the handling is fixed. */
export type Fruset = Pick<Handlingssida, 'handling' | 'blankett' | 'falt' | 'kontroller' | 'figurer' | 'fjol' | 'rattelser' | 'utgava'> & { format: 'lotsen-fruset-1'; siffror: FrusenSiffra[] }

/** Kommuner of the unit that stand in no handling of the year. */
export function utanHandling(db: Db, slag: Slag, ar: number): string[] {
  const med = new Set(arsHandlingar(db, slag, ar).flatMap((h) => h.kommuner))
  return aretsKommuner(db, ar).filter((kommun) => !med.has(kommun)).sort(kommunOrdning)
}

const utanVarde = (varden: ReadonlyMap<string, { varde: Faltvarde }>) => new Map([...varden].map(([falt, { varde }]) => [falt, varde]))

/** The årsanställningar that a handling applies for. */
const sokta = (db: Db, h: HandlingRad, blankett: Blankett) => soktaAv(blankett.punkter.flatMap((p) => p.falt), utanVarde(hamtaVarden(db, h.id)), h.kommuner)

/** The year's ansökningar, each in its newest version. */
export const aretsAnsokningar = (db: Db, ar: number): Sokt[] =>
  arsHandlingar(db, 'ansokan', ar).map((h) => ({ sokande: h.sokande, kommuner: h.kommuner.map((kommun) => sokta(db, h, hamtaBlankett(db, h.blankett)).find((rad) => rad.kommun === kommun) ?? { kommun, arsanstallningar: null }) }))

function raknat(kontor: Raknekontor, h: HandlingRad, blankett: Blankett): Promise<RaknatUnderlag> {
  return raknaUnderlag(kontor, { ar: h.ar, kommuner: h.kommuner, sokt: sokta(kontor.db, h, blankett) })
}

/** Who has the cases and contacts that the checks are about, and when they were last reminded. */
function hosOmbud(db: Db, h: HandlingRad, figurer: Figurer): Map<string, Kontrollpost['hos']> {
  const paminnda = hamtaPaminnelser(db, h.id)
  return new Map(HOS_OMBUD.map((kod) => {
    const ansvariga = kod === 'kontakt_ej_avgjord'
      ? ansvarigaForKontakter(db, `${h.ar}-01-01`, `${h.ar}-12-31`, h.kommuner)
      : ansvarigaForArenden(db, figurer.kontroller.find((k) => k.kod === kod)?.arenden ?? [])
    return [kod, ansvariga.map((rad) => ({ ...rad, paminnd: paminnda.find((p) => p.kod === kod && p.ombudId === rad.ombudId)?.tid ?? null }))]
  }))
}

/** A draft as it stands now, with the ärendenummer behind its figures where `kontor` counts them. */
export async function byggUtkast(kontor: Raknekontor, h: HandlingRad): Promise<{ fruset: Fruset; bakom: RaknatUnderlag['bakom'] }> {
  const { db } = kontor
  const blankett = hamtaBlankett(db, h.blankett)
  const { underlag, siffror, fjol, oppningsbara, bakom } = await raknat(kontor, h, blankett)
  const rattelser = hamtaRattelser(db, h.id)
  const fjolhandling = senasteHandling(db, h.slag, h.ar - 1, h.sokande)
  const falt = faltlagen(blankett, {
    underlag, siffror, fjol: fjol.siffror, fjolvarden: fjolhandling === undefined ? new Map() : utanVarde(hamtaVarden(db, fjolhandling.id)),
    varden: hamtaVarden(db, h.id), rattelser, oppningsbara, bockar: hamtaBockar(db, h.id),
  })
  const kontroller = kontrollera({
    slag: h.slag, falt, underlag, siffror, rattelser: [...rattelser.values()], utanHandling: utanHandling(db, h.slag, h.ar),
    namn: new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn])), hos: hosOmbud(db, h, underlag.figurer),
  })
  const masker = h.maskera ? maskeradeSiffror({ figurer: underlag.figurer, siffror }, fjol, { konOchAlder: h.konOchAlder }) : OMASKERAT
  const utgava = geUt({ handling: h, enhet: hamtaEnhet(db).namn, blankett, falt, masker })
  return {
    fruset: {
      format: 'lotsen-fruset-1', handling: h, blankett, falt, kontroller, figurer: underlag.figurer, fjol: fjol.figurer, rattelser: [...rattelser.values()], utgava,
      siffror: [...siffror].map(([figur, { etikett, varde }]) => ({ figur, etikett, varde })),
    },
    bakom,
  }
}

/** What was frozen. @throws Fel `faststalld_skadad` when it is not what was hashed any longer */
export function lasFruset(db: Db, id: string): Fruset {
  const fruset = hamtaFruset(db, id)
  if (fruset === undefined) throw new Error('A handling that is no draft has nothing frozen')
  if (!fruset.hel) {
    throw new Fel('faststalld_skadad', 'Det som fastställdes stämmer inte längre med sin kontrollsumma: kontorets fil har ändrats utanför Lotsen. Återställ en säkerhetskopia eller kontakta den som ansvarar för kontorets säkerhet.')
  }
  return fruset.innehall as Fruset
}

/** What the register says today where it differs from what was frozen; null when the year cannot be counted for these kommuner any longer. */
async function skillnader(kontor: Raknekontor, h: HandlingRad, fruset: Fruset) {
  try {
    return andratSedan(fruset.siffror, (await raknat(kontor, h, fruset.blankett)).siffror)
  } catch (fel) {
    if (fel instanceof Fel && fel.kod === 'kommun_utanfor') return null
    throw fel
  }
}

/** The page of a handling: a draft counted now, a fixed one as it was frozen with what has changed since. */
export async function handlingssida(inloggad: Inloggad, h: HandlingRad, rakneval: Rakneval = {}): Promise<Handlingssida> {
  const { db } = inloggad
  const kontor = forSida(inloggad, rakneval)
  const utkast = h.status === 'utkast'
  const fruset = utkast ? (await byggUtkast(kontor, h)).fruset : lasFruset(db, h.id)
  const bockar = hamtaBockar(db, h.id)
  const { format: _, siffror: __, ...sida } = fruset
  return {
    ...sida, handling: h,
    falt: sida.falt.map((f) => ({ ...f, bockad: bockar.get(f.falt.id) ?? null })),
    andratSedan: utkast ? null : await skillnader(kontor, h, fruset),
    versioner: kedjan(db, h.kedja), inlamningar: listaInlamningar(db, h.id), frist: fristFor(db, h, inloggad.idag, sida.kontroller),
    utgava: utkast ? sida.utgava : medLage(sida.utgava, h),
  }
}

/** What became of a handling after it was frozen: how far it has come, and the hash of what was frozen. */
function medLage(utgava: Handlingssida['utgava'], h: HandlingRad): Handlingssida['utgava'] {
  const inlamnad = h.inlamnad === null ? null : { datum: h.inlamnad.datum, av: h.inlamnad.av, diarienummer: h.inlamnad.diarienummer }
  return { ...utgava, status: h.status, faststalld: h.faststalld, inlamnad }
}
