import { Fel } from '../../db/model/fel.ts'
import { idag as idagFor } from '../../db/model/kalender.ts'
import { PLATSSLAG, type MoteRad, type Platsslag, type Underlag, type Underlagstal } from '../../db/model/ledningsgrupp.ts'
import { maskeraTal, type Figurer } from '../../db/model/redovisning/index.ts'
import { AVGJORDA, granskaText, hindrar, statusDen } from '../../db/model/systemfel/index.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { forraMotet, kravMote, listaGrupper, motesbristerna, type HelGrupp, type Motesbristpost, type Motespost } from '../../db/store/ledningsgrupp.ts'
import type { HelBrist } from '../../db/store/systemfel.ts'
import { iKategoriordning, levandeBrister, rapportbrist } from './brister.ts'
import type { Inloggad } from './inloggad.ts'
import { raknaArMedFjol, type Rakneval } from './rakning.ts'

/** A meeting as a row; `pa` are the brister of all agendas. */
export function moterad(mote: Motespost, pa: readonly Motesbristpost[]): MoteRad {
  const egna = pa.filter((rad) => rad.moteId === mote.id)
  const { id, datum, klockslag, plats, dagordning, anteckningar, strukenTid, version } = mote
  return { id, datum, klockslag, plats, dagordning, anteckningar, installt: strukenTid !== null, version, brister: egna.length, beslutade: egna.filter((rad) => rad.status !== null).length }
}

/**
 * Brister that are new to a ledningsgrupp: written, or seen again, since its last meeting (all, when there was none), and
 * not yet decided. By the day they were written down: one that was seen before the meeting and written after it is new too.
 * @param dag today, or the day of a meeting that has been: what was written after it belongs to the next one
 */
export function nyaSedan(brister: readonly HelBrist[], senaste: string | null, dag: string): HelBrist[] {
  const skriven = (rad: HelBrist['iakttagelser'][number]) => idagFor(rad.registreradTid)
  return brister.filter(({ handelser, iakttagelser }) => {
    if (AVGJORDA.includes(statusDen(handelser, dag)?.status ?? '')) return false
    return iakttagelser.some((rad) => rad.strukenTid === null && skriven(rad) <= dag && (senaste === null || skriven(rad) > senaste))
  })
}

function kallade({ platser }: HelGrupp, dag: string): Underlag['kallade'] {
  const sitter = (p: { fran: string; till: string | null }) => p.fran <= dag && (p.till === null || dag <= p.till)
  const ordning = Object.keys(PLATSSLAG)
  return platser.filter(({ plats }) => sitter(plats)).flatMap(({ plats, ledamoter }) => ledamoter.filter(sitter).map((l) => ({
    slag: plats.slag as Platsslag, organisation: plats.organisation, kommun: plats.kommun, namn: l.namn, roll: l.roll, ersattare: l.ersattare,
  }))).sort((a, b) => ordning.indexOf(a.slag) - ordning.indexOf(b.slag) || Number(a.ersattare) - Number(b.ersattare))
}

/** Aggregates alone, and small ones hidden: what a shared group or an authority may read (DOMAIN §3). */
function talen(aret: Figurer, fjol: Figurer): Underlagstal[] {
  const av = (f: Figurer): Record<Underlagstal['vad'], number> => ({ stod: f.klienter.stod, nya: f.klienter.nya, avslutade: f.uppdrag.avslutade, ko: f.ko, kontakter: f.kontakter.antal })
  const [i, forra] = [av(aret), av(fjol)]
  return (['stod', 'nya', 'avslutade', 'ko', 'kontakter'] as const).map((vad) => ({ vad, aret: maskeraTal(i[vad]).text, fjol: maskeraTal(forra[vad]).text }))
}

/** Everything that a meeting's page, its kallelse and its export are made of. @throws Fel `finns_inte` */
export async function gorUnderlag(inloggad: Inloggad, moteId: string, val: Rakneval = {}): Promise<Underlag> {
  const { db, idag } = inloggad
  const mote = kravMote(db, moteId)
  const grupp = listaGrupper(db).find((g) => g.grupp.id === mote.gruppId)
  if (grupp === undefined) throw new Fel('finns_inte', 'Ledningsgruppen finns inte längre. Läs in sidan på nytt.')
  const dag = mote.datum < idag ? mote.datum : idag
  const ar = Number(dag.slice(0, 4))
  const { aret, fjol } = await raknaArMedFjol(inloggad, ar, [], val)
  const brister = levandeBrister(db)
  const pa = new Map(motesbristerna(db, moteId).map((rad) => [rad.bristId, rad]))
  const forra = forraMotet(db, mote)?.datum ?? null
  return {
    enhet: hamtaEnhet(db).namn,
    grupp: { id: grupp.grupp.id, namn: grupp.grupp.namn, form: grupp.grupp.form, enheter: grupp.grupp.enheter },
    mote: moterad(mote, motesbristerna(db)), idag, forra, kallade: kallade(grupp, mote.datum), ar, tal: talen(aret.figurer, fjol.figurer),
    brister: iKategoriordning(db, brister.flatMap((hel) => {
      const rad = pa.get(hel.brist.id)
      return rad === undefined ? [] : [{ ...rapportbrist(hel, idag), beslutStatus: rad.status, beslut: rad.beslut, version: rad.version }]
    })),
    sedanSist: iKategoriordning(db, nyaSedan(brister, forra, dag).filter(({ brist }) => !pa.has(brist.id)).map((hel) => rapportbrist(hel, idag))),
  }
}

/**
 * What leaves the unit is looked over once more: a text written before a rule was, or put into the file by hand.
 * @throws Fel `personuppgift` that names the brist by its first words
 */
export function kravRena(underlag: Underlag): void {
  for (const brist of [...underlag.brister, ...underlag.sedanSist]) {
    const texter = [brist.vad, brist.foljd, brist.forslag, brist.notering, 'beslut' in brist ? String(brist.beslut) : '']
    if (texter.some((text) => granskaText(text, { idag: underlag.idag }).some(hindrar))) {
      throw new Fel('personuppgift', `Bristen som börjar ”${brist.vad.slice(0, 40)}” innehåller ett personnummer, ärendenummer, telefonnummer eller en e-postadress. Ändra den först.`)
    }
  }
}
