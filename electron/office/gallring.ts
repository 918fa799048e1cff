import { join } from 'node:path'
import { Fel } from '../../db/model/fel.ts'
import { GALLRINGSSLAG, gallringsbara, type Gallringsbehov, type Gallringsforhand, type Gallringslage, type Gallringsregel, type Gallringsslag } from '../../db/model/gallring.ts'
import { dygnetsBorjan, plusManader, type Datum } from '../../db/model/kalender.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaInstallningar } from '../../db/store/enhet.ts'
import {
  arendeIdn, gallraArenden, gallraLedamoter, gallraSkal, gallringsarenden, listaGallringar, listaRegler, noteraBorta, ofardigaGallringar, raknaLedamoter, raknaSkal, skapaGallring,
} from '../../db/store/gallring.ts'
import { DATABASNAMN } from '../../db/vault/databas.ts'
import { kopiearbete } from '../../db/vault/kopiaarbete.ts'
import { resternaBorta } from './forstor.ts'
import type { Inloggad } from './inloggad.ts'
import { kopiorMedData } from './gallringskopior.ts'
import type { Kontor } from './kontor.ts'

type Rapport = (vad: string, klart: number, av: number) => void

/** What the rules say may be destroyed on a day. @param arenden those that may be due, and any others */
function forfallet(db: Db, dag: Datum, arenden = gallringsarenden(db)) {
  const regler = new Map(listaRegler(db).map((regel) => [regel.slag, regel]))
  const { gallringUndantagDagar: dagar, gallringUndantagKommuner: kommuner } = hamtaInstallningar(db)
  const klienter = regler.get('klienter')
  const svar = klienter === undefined ? { gallras: [], undantagna: [], vantarSvar: [] } : gallringsbara(arenden, klienter.manader, { dagar, kommuner }, dag)
  const grans = (slag: Gallringsslag) => {
    const regel = regler.get(slag)
    return regel === undefined ? null : plusManader(dag, -regel.manader)
  }
  const [skal, ledamoter] = [grans('skal'), grans('ledamoter')]
  return {
    regler: [...regler.values()], arenden, ...svar, skalFore: skal === null ? null : dygnetsBorjan(skal), ledamoterFore: ledamoter,
    antal: {
      klienter: svar.gallras.length, skal: skal === null ? 0 : raknaSkal(db, dygnetsBorjan(skal)), ledamoter: ledamoter === null ? 0 : raknaLedamoter(db, ledamoter),
    } satisfies Record<Gallringsslag, number>,
  }
}

/** What the unit has not decided: kinds without a rule, the plan for working notes. Cheap: Min vecka asks. */
export function gallringsbehov(db: Db): Gallringsbehov {
  const regler = listaRegler(db)
  return {
    utanBeslut: GALLRINGSSLAG.filter((slag) => !regler.some((regel) => regel.slag === slag)),
    planBekraftad: hamtaInstallningar(db).dokumenthanteringsplanDatum !== null,
  }
}

/** How much is due, in numbers alone: for Min vecka, so of the cases only those whose time can be over are looked at. */
export function raknaForfallet(db: Db, dag: Datum): { attGallra: number; vantarSvar: number } {
  const klienter = listaRegler(db).find((regel) => regel.slag === 'klienter')
  const { antal, vantarSvar } = forfallet(db, dag, klienter === undefined ? [] : gallringsarenden(db, plusManader(dag, -klienter.manader)))
  return { attGallra: GALLRINGSSLAG.reduce((summa, slag) => summa + antal[slag], 0), vantarSvar: vantarSvar.length }
}

/** Where the unit stands: its rules, what has none, how much is due. */
export function gallringslage(db: Db, dag: Datum): Gallringslage {
  const { regler, antal } = forfallet(db, dag)
  return { regler, antal, ...gallringsbehov(db), senaste: listaGallringar(db)[0]?.tid ?? null }
}

export async function gallringsforhand(kontor: Kontor, dag: Datum): Promise<Gallringsforhand> {
  const { db } = kontor.inloggad
  const { antal, gallras, undantagna, vantarSvar, arenden } = forfallet(db, dag)
  const vantar = new Set(vantarSvar)
  const perOmbud = Map.groupBy(arenden.filter((arende) => vantar.has(arende.nummer)), (arende) => arende.ombud)
  return {
    idag: dag, antal, arenden: gallras, undantagna: undantagna.length, vantarSvar: [...perOmbud].map(([ombud, egna]) => ({ ombud, antal: egna.length })), kopior: await kopiorMedData(kontor),
  }
}

/**
 * Destroys what is due, whole or not at all, with its protocol in the same transaction; then empties the files of the
 * remnants (VACUUM in a thread of its own, the WAL to nothing). Killed in between, the next login does the rest.
 * @param vantat what the preview showed
 * @throws Fel `gallring_andrad` when the register has changed since, `gallring_inget`
 */
export async function gallra(kontor: Kontor, vantat: Record<Gallringsslag, number>, dag: Datum, rapport: Rapport): Promise<{ id: string; borta: boolean }> {
  const { inloggad } = kontor
  const id = crypto.randomUUID()
  rapport('Gallrar', 0, 3)
  const kopior = await kopiorMedData(kontor)
  await inloggad.skriv((db, logga, tid) => {
    const { regler, antal, gallras, undantagna, vantarSvar, skalFore, ledamoterFore } = forfallet(db, dag)
    if (GALLRINGSSLAG.some((slag) => antal[slag] !== vantat[slag])) throw new Fel('gallring_andrad', 'Något har ändrats sedan förhandsvisningen gjordes, så ingenting gallrades. Se över den nya förhandsvisningen.')
    if (GALLRINGSSLAG.every((slag) => antal[slag] === 0)) throw new Fel('gallring_inget', 'Det finns inget att gallra i dag.')
    const rader = gallraArenden(db, arendeIdn(db, gallras), tid)
    if (skalFore !== null && antal.skal > 0) rader.push({ vad: 'skal', antal: gallraSkal(db, skalFore, tid) })
    if (ledamoterFore !== null && antal.ledamoter > 0) rader.push({ vad: 'ledamoter', antal: gallraLedamoter(db, ledamoterFore, tid) })
    skapaGallring(db, {
      id, tid, avId: inloggad.id, regler: regler.filter((regel) => antal[regel.slag] > 0).map(utanVersion), rader, arenden: gallras, undantagna: undantagna.length, vantarSvar: vantarSvar.length, kopior,
    })
    logga({ handling: 'gallring.gjord', objekt: `${id} ${gallras.length}` })
  })
  // Keys of cases that this session had open: they open nothing any longer.
  for (const nyckel of inloggad.nycklar.keys()) inloggad.glomNyckel(nyckel)
  return { id, borta: await tomFilerna(kontor.datamapp, inloggad, rapport) }
}

const utanVersion = ({ version: _, ...regel }: Gallringsregel) => regel

/**
 * Empties the files of what has been destroyed by gallringar that are not yet finished.
 * @returns whether it is really gone; false while another process stands in the way
 */
export async function tomFilerna(datamapp: string, inloggad: Inloggad, rapport: Rapport = () => {}): Promise<boolean> {
  const ofardiga = ofardigaGallringar(inloggad.db)
  if (ofardiga.length === 0) return true
  const nyckel = inloggad.inloggning.dbNycklar.at(-1)
  if (nyckel === undefined) throw new Error('A login without a database key')
  rapport('Tömmer filerna', 1, 3)
  try {
    await kopiearbete({ slag: 'komprimera', fil: join(datamapp, DATABASNAMN) }, nyckel)
  } catch (fel) {
    if (fel instanceof Fel) return false
    throw fel
  }
  rapport('Tömmer filerna', 2, 3)
  if (!(await resternaBorta(inloggad))) return false
  await inloggad.skriv((db, logga, tid) => {
    noteraBorta(db, ofardiga, tid)
    logga({ handling: 'gallring.borta', objekt: ofardiga.join(' ') })
  })
  return true
}
