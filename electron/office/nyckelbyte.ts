import { setTimeout as vanta } from 'node:timers/promises'
import { arFel } from '../../db/model/fel.ts'
import { listaAnvandare } from '../../db/store/anvandare.ts'
import { nyckelbytenGjorda, vantandeNyckelbyten } from '../../db/store/nycklar.ts'
import { aterhamtningUr, type Aterhamtning, type CertifieradAnvandare } from '../../db/vault/certifikat.ts'
import { stangDatabas } from '../../db/vault/databas.ts'
import { roteraDatabasnyckel } from '../../db/vault/rotation.ts'
import type { Valv } from '../../db/vault/valvfil.ts'
import { medFramsteg } from './framsteg.ts'
import type { Inloggad } from './inloggad.ts'
import { pagaendeBlad } from './intyg.ts'

/** How long a login waits to find itself alone. */
const TALAMOD_MS = 400

/**
 * The change itself holds the process for a second or more in a large office. Before it the pages get the time between two
 * of their questions, or the one that waits for this login would not learn what it waits for.
 */
const FRAGETID_MS = 350
const STEG = ['forseglad', 'omnycklad', 'provad'] as const

/** Why a change that waits was not made at this login. */
export type Hinder = 'andra_inne' | 'blad_obekraftat' | 'intyg_saknas'

/** Whether the database key is to be changed: asked for, or broken off half-way. */
export const skaBytaNyckel = (inloggad: Inloggad): boolean => inloggad.inloggning.dbNycklar.length > 1 || vantandeNyckelbyten(inloggad.db).length > 0

/**
 * Changes the database key at a login that finds itself alone (DESIGN §4.7). Closes the session's handle; the caller
 * opens anew whatever the answer.
 * @param avstangda whom the log says are disabled: their rows may have been opened again by hand
 * @returns what stood in the way, or null when it is done
 */
export async function forsokBytaNyckel(inloggad: Inloggad, datamapp: string, valv: Valv, avstangda: ReadonlySet<string>): Promise<Hinder | null> {
  const ramar = ramarFor(inloggad, valv, avstangda)
  if (typeof ramar === 'string') return ramar
  stangDatabas(inloggad.handtag)
  try {
    const ny = await medFramsteg(inloggad.rapport, () => roteraDatabasnyckel({
      dir: datamapp, dbNycklar: inloggad.inloggning.dbNycklar, ...ramar, talamodMs: TALAMOD_MS,
      framsteg: async (steg) => {
        inloggad.rapport({ vad: 'Byter databasens nyckel', klart: STEG.indexOf(steg) + 1, av: STEG.length + 1 })
        await vanta(steg === 'forseglad' ? FRAGETID_MS : 0)
      },
    }))
    inloggad.inloggning.bytDbNycklar([ny])
    return null
  } catch (fel) {
    if (arFel(fel, 'andra_inne')) return 'andra_inne'
    throw fel
  }
}

/** Who the new key is sealed to: everybody certified and active, and the sheets that hold. */
function ramarFor(inloggad: Inloggad, valv: Valv, avstangda: ReadonlySet<string>): { anvandare: CertifieradAnvandare[]; aterhamtning: Aterhamtning[] } | Hinder {
  const blad = pagaendeBlad(inloggad.db)
  if (blad !== undefined && blad.rot !== inloggad.fast.rot) return 'blad_obekraftat'
  const rader = new Map(listaAnvandare(inloggad.db).map((rad) => [rad.id, rad]))
  const aktiv = (id: string): boolean => rader.get(id)?.avstangd === null && !avstangda.has(id)
  const anvandare = inloggad.certifierade().filter((vem) => aktiv(vem.userId))
  const kanda = new Set(anvandare.map((vem) => vem.userId))
  // Somebody whose certificate does not hold would lose the way in: that is for people to look at, not for this.
  if (valv.anvandare.some((post) => !kanda.has(post.id) && aktiv(post.id))) return 'intyg_saknas'
  return { anvandare, aterhamtning: [aterhamtningUr(inloggad.fast), ...(blad === undefined ? [] : [aterhamtningUr({ aterhamtning: blad.forraMottagare })])] }
}

/** Logs the change that was made. In the transaction of the login. */
export function noteraNyckelbyte(inloggad: Inloggad): Promise<void> {
  return inloggad.skriv((db, logga, tid) => {
    nyckelbytenGjorda(db, vantandeNyckelbyten(db).map((rad) => rad.id), tid)
    logga({ handling: 'nyckel.bytt' })
  })
}

/** What is said at the login when the change could not be made. */
export const hindertext: Record<Hinder, string> = {
  andra_inne: 'Databasens nyckel ska bytas, men någon annan har Lotsen öppet. Be alla låsa Lotsen. Den byts vid nästa inloggning när ingen annan är inne.',
  blad_obekraftat: 'Databasens nyckel ska bytas. Det görs när någon som har jämfört det nya nyckelbladet loggar in och ingen annan är inne.',
  intyg_saknas: 'Databasens nyckel kunde inte bytas: en användares behörighet är inte utfärdad med nyckelbladet. Se efter i Kontoret, Användare, och stäng av den som inte ska finnas.',
}
