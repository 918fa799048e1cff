import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const SETGID = 0o2000
const GRUPPEN_SKRIVER = 0o020

/** Whether a folder, or the nearest one above it that exists, is set up for a group of accounts to share. */
export function arGemensam(mapp: string): boolean {
  if (process.platform === 'win32') return false
  for (let del = resolve(mapp); ; del = dirname(del)) {
    try {
      const { mode } = statSync(del)
      return (mode & SETGID) !== 0 && (mode & GRUPPEN_SKRIVER) !== 0
    } catch {
      if (dirname(del) === del) return false
    }
  }
}

/** The permissions of a new file with secrets in a folder: its owner's, or in a shared one the group's. */
export const filrattigheter = (mapp: string): number => (arGemensam(mapp) ? 0o660 : 0o600)
