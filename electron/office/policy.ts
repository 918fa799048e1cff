import { existsSync, readFileSync } from 'node:fs'
import { posix, resolve, win32 } from 'node:path'
import { Fel } from '../../db/model/fel.ts'
import { underPolicy, zPolicy, type Policy } from '../../db/model/policy.ts'
import type { Installningar } from '../../db/model/enhet.ts'
import { felkod } from '../../db/vault/filer.ts'
import type { Procedurnamn } from './roller.ts'

/** Files that leave Lotsen: what a policy can forbid. A test holds that none is forgotten. */
export const EXPORTER: readonly Procedurnamn[] = [
  'sakerhetskopior.exportera', 'redovisning.exportera', 'ansokan.exportera', 'statistik.exportera', 'statsbidrag.fil', 'ledningsgrupp.exportera',
  'verksamhetsberattelse.word', 'blanketter.exportera', 'utskrifter.sparaPdf',
]

/**
 * Where IT's policy lies: on the computer, where users may read and not write (build/installer). LOTSEN_POLICY names another
 * for tests, and counts only where the computer has none: whoever can set a variable must not get round a rule.
 */
export function policyfil(plattform: NodeJS.Platform = process.platform, miljo: Record<string, string | undefined> = process.env, finns: (fil: string) => boolean = existsSync): string {
  const fil = plattform === 'win32' ? win32.join(miljo['ProgramData'] ?? 'C:\\ProgramData', 'Lotsen', 'policy.json') : posix.join('/etc', 'lotsen', 'policy.json')
  return miljo['LOTSEN_POLICY'] && !finns(fil) ? miljo['LOTSEN_POLICY'] : fil
}

/**
 * Reads IT's policy. No file is no policy; one that cannot be read or understood stops everything.
 * @throws Fel `policy_trasig`
 */
export function lasPolicy(fil: string = policyfil()): Policy {
  const trasig = (varfor: string, cause?: unknown) =>
    new Fel('policy_trasig', `IT:s regler för Lotsen går inte att följa: ${varfor}. Lotsen kan inte användas förrän den som sköter datorn har rättat filen ${fil}.`, { cause })
  let text: string
  try {
    text = readFileSync(fil, 'utf8').replace(/^\uFEFF/u, '')
  } catch (fel) {
    if (felkod(fel) === 'ENOENT' || felkod(fel) === 'ENOTDIR') return {}
    throw trasig('filen kan inte läsas', fel)
  }
  let innehall: unknown
  try {
    innehall = JSON.parse(text)
  } catch (fel) {
    throw trasig('filen är inte skriven som JSON', fel)
  }
  const last = zPolicy.safeParse(innehall)
  if (last.success) return last.data
  const [problem] = last.error.issues
  const okanda = problem?.code === 'unrecognized_keys' ? problem.keys : []
  throw trasig(okanda.length > 0 ? `${okanda.join(' och ')} är inte namnet på någon regel` : problem?.path.length ? `${problem.path.join('.')} ${problem.message}` : 'filen ska innehålla ett objekt med regler', last.error)
}

/** The unit's settings as they hold on this computer. */
export const gallande = (installningar: Installningar): Installningar => underPolicy(installningar, lasPolicy())

/**
 * Refuses an office in another place than IT has decided.
 * @throws Fel `policy_datamapp`, `policy_trasig`
 */
export function kravPolicyplats(datamapp: string): void {
  const { datamapp: bestamd } = lasPolicy()
  if (bestamd === undefined || resolve(bestamd) === resolve(datamapp)) return
  throw new Fel('policy_datamapp', `Kontoret ska ligga i ${bestamd} på den här datorn. Det styrs av IT.`, { falt: 'data' })
}

/** @throws Fel `export_forbjuden` */
export function kravExport(policy: Policy = lasPolicy()): void {
  if (policy.forbjudExport === true) throw new Fel('export_forbjuden', 'Filer får inte föras ut ur Lotsen på den här datorn. Det styrs av IT. Det går att skriva ut på papper.')
}

/**
 * Refuses settings that the policy does not leave to the unit.
 * @throws Fel `styrs_av_it` at the field
 */
export function kravInomPolicy(andringar: Partial<Installningar>, policy: Policy = lasPolicy()): void {
  for (const [falt, hogst] of [['lasMinuter', policy.lasMinuterHogst], ['doljNamnMinuter', policy.doljNamnMinuterHogst]] as const) {
    const onskad = andringar[falt]
    if (hogst !== undefined && onskad !== undefined && onskad > hogst) throw new Fel('styrs_av_it', `Skriv högst ${hogst} ${hogst === 1 ? 'minut' : 'minuter'}. Gränsen styrs av IT.`, { falt })
  }
  if (policy.kopiemapp !== undefined && andringar.kopiemapp !== undefined && andringar.kopiemapp !== policy.kopiemapp) {
    throw new Fel('styrs_av_it', 'Mappen för säkerhetskopior styrs av IT och kan inte bytas här.', { falt: 'mapp' })
  }
}
