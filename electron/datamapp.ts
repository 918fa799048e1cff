import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder that holds the office when none is named: the computer's own place for programs' data, and never one that
 * follows the user between computers (Windows' Roaming), where a database would be copied while it is open.
 * @param plattform as process.platform
 * @param miljo as process.env
 */
export function standardDatamapp(
  plattform: NodeJS.Platform = process.platform,
  miljo: Record<string, string | undefined> = process.env,
  hem: string = homedir(),
): string {
  if (plattform === 'win32') return join(miljo['LOCALAPPDATA'] ?? join(hem, 'AppData', 'Local'), 'Lotsen', 'Kontor')
  if (plattform === 'darwin') return join(hem, 'Library', 'Application Support', 'Lotsen', 'Kontor')
  return join(miljo['XDG_DATA_HOME'] || join(hem, '.local', 'share'), 'lotsen', 'kontor')
}
