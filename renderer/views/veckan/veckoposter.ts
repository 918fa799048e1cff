import { dagarMellan, type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import { UTFALL } from '../../../db/model/kodlistor.ts'
import type { ErbjudandeRad } from '../../../db/model/overlamningar.ts'
import { iHorisonten, type Kontaktrad, type Vecka, type Veckorad } from '../../../db/model/veckan.ts'
import { ordningstal } from '../../texter/arbetet.ts'
import { bradska, dagIOrd, storBokstav } from '../../texter/datum.ts'
import { veckan as text } from '../../texter/veckan.ts'

/** A row of Min vecka: something of a case, a contact, an offered handover, or missing consents gathered into one. */
export type Veckopost =
  | { readonly slag: 'arende'; readonly nyckel: string; readonly datum: Datum | null; readonly rad: Veckorad }
  | { readonly slag: 'kontakt' | 'paminnelse'; readonly nyckel: string; readonly datum: Datum; readonly kontakt: Kontaktrad }
  | { readonly slag: 'erbjudande'; readonly nyckel: string; readonly datum: Datum; readonly rad: ErbjudandeRad }
  | { readonly slag: 'saknas'; readonly nyckel: string; readonly datum: null; readonly rader: readonly Veckorad[] }

/** More missing consents than this are gathered in one row: after an import every case lacks one. */
export const SAMLAS_OVER = 3

/** What needs the ombud now (passed, today, or simply missing), and what comes within the horizon; each in order of date. */
export function delaUppVeckan({ rader, obesvarade, idag }: Pick<Vecka, 'rader' | 'obesvarade' | 'idag'>, erbjudna: readonly ErbjudandeRad[] = []): { readonly nu: Veckopost[]; readonly snart: Veckopost[] } {
  const medDag = [
    ...rader.filter((rad) => rad.datum !== null).map((rad) => ({ slag: 'arende' as const, nyckel: `${rad.slag} ${rad.id}`, datum: rad.datum ?? '', rad })),
    ...obesvarade.flatMap((kontakt) => kontaktpost(kontakt, idag)),
    ...erbjudna.map((rad) => ({ slag: 'erbjudande' as const, nyckel: `erbjudande ${rad.id}`, datum: dagFor(rad.erbjuden), rad })),
  ].sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
  return {
    nu: [...medDag.filter((post) => post.datum <= idag), ...saknade(rader.filter((rad) => rad.datum === null))],
    snart: medDag.filter((post) => post.datum > idag),
  }
}

/** An undecided contact waits from its own day; one in the queue from its reminder. */
function kontaktpost(kontakt: Kontaktrad, idag: Datum): Extract<Veckopost, { readonly slag: 'kontakt' | 'paminnelse' }>[] {
  if (kontakt.utfall !== UTFALL.iKo) return [{ slag: 'kontakt', nyckel: `kontakt ${kontakt.id}`, datum: kontakt.datum, kontakt }]
  if (kontakt.paminnelse === null || !iHorisonten(kontakt.paminnelse, idag)) return []
  return [{ slag: 'paminnelse', nyckel: `paminnelse ${kontakt.id}`, datum: kontakt.paminnelse, kontakt }]
}

function saknade(rader: readonly Veckorad[]): Veckopost[] {
  if (rader.length > SAMLAS_OVER) return [{ slag: 'saknas', nyckel: 'saknas', datum: null, rader }]
  return rader.map((rad) => ({ slag: 'arende', nyckel: `${rad.slag} ${rad.id}`, datum: null, rad }))
}

/** What a row of a case is about, in words; who it is about stands beside. */
export function radrubrik(rad: Pick<Veckorad, 'slag' | 'datum'>, idag: Datum): string {
  const dagar = rad.datum === null ? 0 : dagarMellan(idag, rad.datum)
  switch (rad.slag) {
    case 'uppfoljning':
      return text.uppfoljning
    case 'uppdrag_slutar':
      return text.uppdragSlutar(dagar)
    case 'atagande':
      return text.atagande
    case 'samtycke_slutar':
      return text.samtyckeSlutar(dagar)
    case 'samtycke_saknas':
      return text.samtyckeSaknas
  }
}

/** "andra uppföljningen", for a follow-up that is not the first. */
export function vilkenUppfoljning({ ordning }: Pick<Veckorad, 'ordning'>): string {
  return ordning === null || ordning < 2 ? '' : text.uppfoljningVilken(ordningstal(ordning))
}

/** The next day to get in touch with somebody in the queue, after today. */
export function nastaPaminnelse({ obesvarade, idag }: Pick<Vecka, 'obesvarade' | 'idag'>): Datum | null {
  return obesvarade.flatMap(({ utfall, paminnelse }) => (utfall === UTFALL.iKo && paminnelse !== null && paminnelse > idag ? [paminnelse] : [])).sort()[0] ?? null
}

/** When, in words, with its colour: what has passed and what is today. */
export function narOrd(datum: Datum | null, idag: Datum): { readonly nar: string; readonly bradska: 'passerat' | 'snart' | 'lugnt' } {
  return datum === null ? { nar: text.utanDag, bradska: 'snart' } : { nar: storBokstav(dagIOrd(datum, idag)), bradska: bradska(datum, idag) }
}
