import { accessSync, constants, statSync } from 'node:fs'
import { chmod, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { Fel } from '../model/fel.ts'
import { felkod } from './filer.ts'
import { arGemensam } from './rattigheter.ts'

/**
 * A folder that several accounts of one computer share (DESIGN §4.12). On Windows the folder's own list of rights is
 * inherited and nothing has to be done. Elsewhere it is told by the folder: it belongs to a group that may write in it, and
 * what is made in it goes to the same group (setgid), as the installer sets it up. Then everything made there must be the
 * group's to change, whatever the account's umask says.
 */

/** Whatever this process makes from now on, in this folder's office, is the group's too, and nobody else's. Elsewhere nothing is changed. */
export function arbetaGemensamt(datamapp: string): void {
  // Threads have their process's umask and may not set it.
  if (isMainThread && arGemensam(datamapp)) process.umask(0o007)
}

/** Gives the group what an own folder and its own files were made without; other accounts' stay as they are. */
export async function delaUt(mapp: string): Promise<void> {
  if (!arGemensam(dirname(resolve(mapp)))) return
  await chmod(mapp, 0o2770)
  for (const post of await readdir(mapp, { withFileTypes: true, recursive: true })) {
    if (!post.isFile() && !post.isDirectory()) continue
    await chmod(join(post.parentPath, post.name), post.isDirectory() ? 0o2770 : 0o660)
  }
}

/**
 * Whether this account of the computer may work in the folder at all, before anything is looked for in it: what may not be
 * seen would otherwise pass for what is not there.
 * @throws Fel `plats_ratt`
 */
export function kravTillgang(datamapp: string): void {
  try {
    statSync(join(datamapp, 'vault.json'), { throwIfNoEntry: false })
    if (statSync(datamapp, { throwIfNoEntry: false }) !== undefined) accessSync(datamapp, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (fel) {
    if (felkod(fel) !== 'EACCES' && felkod(fel) !== 'EPERM') return // whatever else is wrong is said where it matters
    throw new Fel('plats_ratt', 'Ditt konto på datorn får inte arbeta i kontorets mapp. Be den som sköter datorn att lägga till dig i gruppen Lotsen, logga sedan ut ur datorn och in igen.', { falt: 'data', cause: fel })
  }
}
