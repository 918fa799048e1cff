import { resolve } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import { Fel } from '../../db/model/fel.ts'
import { type Kontor, startaKontor } from '../office/index.ts'
import type { Steg } from '../office/contract/bas.ts'
import { slutforHalvgjort } from '../office/halvgjort.ts'
import { lasHemlighet } from './hemligheter.ts'
import type { Utgang } from './utgang.ts'

/** The office's contract, called in this process: the same roles and the same log as in the window. */
export type Klient = ReturnType<typeof oppna>['klient']

function oppna(datamapp: string) {
  const { router, kontext, stang, kontor } = startaKontor({ datamapp: resolve(datamapp), skal: { slag: 'cli' }, avsluta: () => undefined })
  return { klient: createRouterClient(router, { context: kontext }), stang, kontor }
}

/** A sentence of the office as the `Fel` it was; everything else as it is. */
export function somFel(fel: unknown): unknown {
  if (!(fel instanceof ORPCError) || fel.code !== 'FEL') return fel
  const { kod, falt, detalj } = fel.data as { kod: string; falt: string | null; detalj: unknown }
  return new Fel(kod, fel.message, { falt: falt ?? undefined, detalj, cause: fel })
}

/**
 * Logs in to the office in a data folder, does some work, and forgets every key. Whoever must change the
 * password does that in the window first. Throws `Fel`.
 */
export async function medKontor<T>(
  val: { data: string; anvandare: string },
  ut: Utgang,
  arbete: (klient: Klient, kontor: Kontor) => Promise<T>,
): Promise<T> {
  const { klient, stang, kontor } = oppna(val.data)
  try {
    await slutforHalvgjort(kontor.datamapp)
    if (kontor.lage === 'nytt') throw new Fel('kontor_saknas', 'Det finns inget kontor i mappen. Kontrollera sökvägen i --data.', { falt: 'data' })
    const losenord = await lasHemlighet('LOTSEN_LOSENORD')
    ut.forlopp('Öppnar kontoret')
    const jag = await klient.session.loggaIn({ anvandarnamn: val.anvandare, losenord })
    if (jag.masteBytaLosenord) throw new Fel('byt_losenord', 'Lösenordet måste bytas vid första inloggningen. Logga in i Lotsen och byt det först.')
    const svar = await arbete(klient, kontor)
    // Beside what was done; a refusal says one thing, and the next login says these again.
    for (const varning of jag.varningar) ut.meddela(varning)
    return svar
  } catch (fel) {
    throw somFel(fel)
  } finally {
    await stang()
  }
}

/** Follows long work to its result, telling how far it has come. */
export async function folj<T>(steg: AsyncIterable<Steg<T>>, ut: Utgang): Promise<T> {
  for await (const del of steg) {
    if (del.slag === 'klart') return del.resultat
    ut.forlopp(del.vad, del.klart, del.av)
  }
  throw new Error('long work ended without a result')
}
