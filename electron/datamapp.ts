import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'
import { lasPolicy } from './office/policy.ts'

type Miljo = Record<string, string | undefined>
/** What tells an office's folder from an empty one. */
const VALV = 'vault.json'

/**
 * The folder that the installer makes for a computer that several share (build/installer): whoever is in its group may work
 * in it. The office lies in a folder in it.
 * @param plattform as process.platform
 * @param miljo as process.env
 */
export function gemensamMapp(plattform: NodeJS.Platform = process.platform, miljo: Miljo = process.env): string | null {
  if (plattform === 'win32') return win32.join(miljo['ProgramData'] ?? 'C:\\ProgramData', 'Lotsen', 'Delat')
  return plattform === 'linux' ? '/var/lib/lotsen' : null
}

/** The account's own place for an office: never one that follows the user between computers (Windows' Roaming), where a database would be copied while it is open. */
export function egenMapp(plattform: NodeJS.Platform = process.platform, miljo: Miljo = process.env, hem: string = homedir()): string {
  if (plattform === 'win32') return win32.join(miljo['LOCALAPPDATA'] ?? win32.join(hem, 'AppData', 'Local'), 'Lotsen', 'Kontor')
  if (plattform === 'darwin') return posix.join(hem, 'Library', 'Application Support', 'Lotsen', 'Kontor')
  return posix.join(miljo['XDG_DATA_HOME'] || posix.join(hem, '.local', 'share'), 'lotsen', 'kontor')
}

/**
 * The folder that holds the office when none is named: the shared one where Lotsen is installed for the computer, else the
 * account's own; and an office that the account has already stays where it is until there is one in the shared folder.
 * @param finns whether a path exists; given only by tests
 */
export function standardDatamapp(plattform: NodeJS.Platform = process.platform, miljo: Miljo = process.env, hem: string = homedir(), finns: (fil: string) => boolean = existsSync): string {
  const { join } = plattform === 'win32' ? win32 : posix
  const [gemensam, egen] = [gemensamMapp(plattform, miljo), egenMapp(plattform, miljo, hem)]
  if (gemensam === null || !finns(gemensam)) return egen
  const delad = join(gemensam, plattform === 'win32' ? 'Kontor' : 'kontor')
  return finns(join(egen, VALV)) && !finns(join(delad, VALV)) ? egen : delad
}

/** The folder that a shell opens: the named one, else the one that IT has decided, else the usual. Whether it may be used the office says. */
export function valjDatamapp(angiven?: string): string {
  if (angiven !== undefined) return resolve(angiven)
  try {
    return resolve(lasPolicy().datamapp ?? standardDatamapp())
  } catch {
    return standardDatamapp() // the office reads the policy too, and says what is wrong with it
  }
}

/**
 * Where the desktop shell keeps what is this account's own (window, Chromium's files, log of stops): never in the shared folder. An
 * account that is logged in twice, at the desk and by remote desktop, has one for each, so that each has its own window.
 */
export function skalmappar(plattform: NodeJS.Platform = process.platform, miljo: Miljo = process.env, hem: string = homedir()): { konto: string; session: string } {
  const { join, dirname } = plattform === 'win32' ? win32 : posix
  const konto = join(dirname(egenMapp(plattform, miljo, hem)), 'Fonster')
  const namn = (plattform === 'win32' ? (miljo['SESSIONNAME'] ?? '') : '').replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)
  return { konto, session: namn === '' || namn === 'Console' ? konto : join(konto, namn) }
}
