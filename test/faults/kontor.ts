import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { zKontorsfil, type Kontorsfil } from '../../db/model/enhet.ts'
import { KOLUMNER } from '../../db/model/importera/kolumner.ts'
import { plusDagar } from '../../db/model/kalender.ts'
import { lasNyckelblad, skapaNyckelblad } from '../../db/vault/nyckelblad.ts'
import type { Steg } from '../../electron/office/contract/bas.ts'
import { router, startaKontor } from '../../electron/office/index.ts'
import { skapaKontor } from '../../electron/office/skapa.ts'
import type { Rad } from '../fixtures/register.ts'

/** Small real offices for the tests of this folder: few users, because every login costs an Argon2. */

export const LOSENORD = { anna: 'linden-vid-an-41', chef: 'tre-rapsfalt-i-juni' } as const
export const KONTORSFIL: Kontorsfil = zKontorsfil.parse({
  enhet: { namn: 'Personligt ombud Felprovsdalen', vardkommun: '2062' },
  kommuner: ['2062', '2034'],
  anvandare: [
    { anvandarnamn: 'anna', namn: 'Anna Lind', roller: ['ombud'], losenord: LOSENORD.anna },
    { anvandarnamn: 'chef', namn: 'Karin Berg', roller: ['enhetschef', 'administrator'], losenord: LOSENORD.chef },
  ],
  anstallningar: [{ anvandarnamn: 'anna', kommun: '2062', fran: '2019-03-01', till: null, procent: 75, vikarie: false }],
})

/** Longer and more: `LOTSEN_FEL_LANGE=1`. */
export const LANGE = process.env['LOTSEN_FEL_LANGE'] === '1'

/** A folder of a test file's own, with the account's folder in it so that nothing outside is touched. */
export function provbas(namn: string): { bas: string; bort: () => void } {
  const bas = mkdtempSync(join(tmpdir(), `lotsen-fel-${namn}-`))
  process.env['LOTSEN_KONTOMAPP'] = join(bas, 'konto')
  return { bas, bort: () => rmSync(bas, { recursive: true, force: true }) }
}

/** A new office. @returns its recovery key */
export async function nyttKontor(dir: string): Promise<string> {
  const blad = await skapaNyckelblad()
  const nyckel = blad.text()
  await skapaKontor({ datamapp: dir, fil: KONTORSFIL, blad: await lasNyckelblad(nyckel), nu: () => new Date().toISOString(), masteByta: () => false })
  blad.glom()
  return nyckel
}

/** A copy of an office that nobody has open. */
export function kopieraKontor(fran: string, till: string): string {
  cpSync(fran, till, { recursive: true })
  return till
}

export type Klient = RouterClient<typeof router>

/** Logs in in this process, works, and locks. The next login is what clears up after a kill. */
export async function medInloggad<T>(dir: string, anvandarnamn: keyof typeof LOSENORD, fn: (api: Klient, varningar: readonly string[]) => Promise<T>, losenord: string = LOSENORD[anvandarnamn]): Promise<T> {
  const start = startaKontor({ datamapp: dir, skal: { slag: 'cli' }, avsluta: () => {} })
  try {
    const api = createRouterClient(router, { context: start.kontext() })
    const { varningar } = await api.session.loggaIn({ anvandarnamn, losenord })
    return await fn(api, varningar)
  } finally {
    await start.stang()
  }
}

export async function importeraText(api: Klient, text: string): Promise<void> {
  const { id } = await api.importera.las({ fil: new File([text], 'register.csv') })
  const svar = await resultat(await api.importera.kor({ id, strikt: true }))
  if (svar.fel.length > 0) throw new Error(JSON.stringify(svar.fel[0]))
}

export async function resultat<T>(steg: AsyncIterable<Steg<T>>): Promise<T> {
  for await (const ett of steg) if (ett.slag === 'klart') return ett.resultat
  throw new Error('The steps ended without a result')
}

export const csv = (rader: readonly Rad[], kolumner: readonly string[] = KOLUMNER): string =>
  [kolumner.join(';'), ...rader.map((rad) => kolumner.map((k) => rad[k as keyof Rad] ?? '').join(';'))].join('\r\n')

export const namnNr = (nr: number): string => `Fanny Felprovsson-${String(nr).padStart(4, '0')}`
export const telefonNr = (nr: number): string => `070-174 ${String(nr).padStart(4, '0')}`

/**
 * A register where every row is a client of anna's.
 * @param ar of the ärendenummer, so that two registers do not meet
 * @param namnVar name and telephone on every n-th row: sealing is most of the time, and changes nothing on disk
 */
export function registerrader(antal: number, ar = 2025, namnVar = 1): Rad[] {
  return Array.from({ length: antal }, (_, i) => ({
    arendenummer: `${ar}-${String(i + 1).padStart(4, '0')}`,
    kommun: i % 3 === 0 ? '2034' : '2062',
    ombud: 'anna',
    kon: i % 2 === 0 ? 'Kvinna' : 'Man',
    fodelsear: String(1950 + (i % 50)),
    kontaktdatum: plusDagar(`${ar}-01-01`, i % 200),
    kontaktvag: 'Telefon',
    orsaker: 'Bostad/vräkningshot|Annat',
    livsomraden: 'Boende',
    startdatum: plusDagar(`${ar}-01-01`, (i % 200) + 10),
    ...(i % namnVar === 0 ? { namn: namnNr(i + 1), telefon: telefonNr(i + 1) } : {}),
  }))
}

const HEMMA = /^(office\.db(-wal|-shm)?|vault\.json|logghuvud\.json|forsok\.json|backups)$/

/** Files in a data folder that have no business there when nothing is going on. */
export const framlingar = (dir: string): string[] => readdirSync(dir).filter((namn) => !HEMMA.test(namn))
