import { STANDARD_ALDERSGRUPPER } from '../../db/model/kodlistor.ts'
import { fristar, fristlage } from '../../db/model/handling/frister.ts'
import { HOS_OMBUD } from '../../db/model/handling/kontroller.ts'
import type { Kontrollpostkod } from '../../db/model/handling/typer.ts'
import { raknaRedovisning } from '../../db/model/redovisning/index.ts'
import type { Kontrollfalt, Veckokontroll } from '../../db/model/veckan.ts'
import { arsHandlingar, hamtaPaminnelser } from '../../db/store/handlingar.ts'
import { hamtaKodlistor } from '../../db/store/kodlistor.ts'
import { egnaEjAvgjorda, egnaUppdragsrader } from '../../db/store/kontrollansvar.ts'
import { aretsKommuner } from './arsunderlag.ts'
import type { Inloggad } from './inloggad.ts'

const FALT: Partial<Record<Kontrollpostkod, Kontrollfalt>> = {
  fodelsear_saknas: 'fodelsear', fodelsear_under_18: 'fodelsear', alder_utanfor_grupper: 'fodelsear', orsak_saknas: 'orsaker', uppdrag_over_planerat_slut: 'planeratSlut',
  uppdrag_under_8_dagar: 'slut', kontakt_ej_avgjord: 'utfall',
}

/** What a year's redovisning asks of one ombud: in which kommuner, whether the deadline is told of, and of what the chief has reminded. */
interface Fraga { ar: number; kommuner: string[]; sags: boolean; paminnda: ReadonlyMap<string, string> }

function aretsFraga({ db, id, idag }: Inloggad, ar: number): Fraga[] {
  const handlingar = arsHandlingar(db, 'redovisning', ar)
  const sags = fristlage('redovisning', ar, idag, null).lage !== 'tyst'
  if (handlingar.length === 0) return sags ? [{ ar, kommuner: aretsKommuner(db, ar), sags, paminnda: new Map() }] : []
  return handlingar.filter((h) => h.status === 'utkast').map((h) => ({
    ar, kommuner: h.kommuner, sags: fristlage('redovisning', ar, idag, h.status).lage !== 'tyst',
    paminnda: new Map(hamtaPaminnelser(db, h.id).filter((p) => p.ombudId === id).map((p) => [p.kod, p.tid])),
  })).filter((f) => f.sags || f.paminnda.size > 0)
}

/**
 * The checks of a redovisning in the making that lie with the caller: own cases and own contacts, by the very rules
 * that the redovisning is checked by. Told of when the deadline is, or when the chief has reminded; gone once mended.
 */
export function minaKontroller(inloggad: Inloggad, idag: string): Veckokontroll[] {
  const { db, id } = inloggad
  return fristar('redovisning', idag).flatMap((ar) => aretsFraga(inloggad, ar)).flatMap(({ ar, kommuner, sags, paminnda }) => {
    const [a, b] = [`${ar}-01-01`, `${ar}-12-31`]
    const { figurer } = raknaRedovisning({ uppdrag: egnaUppdragsrader(db, id, a, b), kontakter: [], anstallningar: [], franvaro: [] }, ar,
      { kommuner, urval: kommuner, kodlistor: hamtaKodlistor(db), aldersgrupper: STANDARD_ALDERSGRUPPER, idag })
    const rad = (kod: Kontrollpostkod, nummer: string | null, kontaktId: string | null): Veckokontroll[] => {
      const [falt, paminnd] = [FALT[kod], paminnda.get(kod) ?? null]
      // An uppdrag past its end stands on Min vecka already; it comes twice only when the chief has asked for it.
      const sagsAv = sags && kod !== 'uppdrag_over_planerat_slut'
      return falt === undefined || (!sagsAv && paminnd === null) ? [] : [{ kod, ar, nummer, kontaktId, falt, paminnd }]
    }
    return [
      ...figurer.kontroller.flatMap(({ kod, arenden }) => ((HOS_OMBUD as string[]).includes(kod) ? arenden.flatMap((nummer) => rad(kod, nummer, null)) : [])),
      ...egnaEjAvgjorda(db, id, a, b).filter(({ kommun }) => kommuner.includes(kommun)).flatMap((kontakt) => rad('kontakt_ej_avgjord', null, kontakt.id)),
    ]
  })
}
