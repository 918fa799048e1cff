import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Small disks of their own, for tests of what happens when one is full or may only be read. */

/** Why there can be none here, or null. */
export const utanMontering = ((): string | null => {
  if (process.getuid?.() !== 0) return 'behöver root för att montera en liten disk'
  const dir = mkdtempSync(join(tmpdir(), 'lotsen-montering-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir], { stdio: 'ignore' })
    execFileSync('umount', [dir], { stdio: 'ignore' })
    return null
  } catch {
    return 'det går inte att montera en liten disk här'
  } finally {
    rmdirSync(dir)
  }
})()

/** A disk of its own, this large, while `fn` works. */
export async function medDisk(dir: string, kib: number, fn: () => Promise<void>): Promise<void> {
  mkdirSync(dir)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k,mode=777`, 'tmpfs', dir])
  try {
    await fn()
  } finally {
    execFileSync('umount', ['-l', dir])
  }
}

/** Changes a disk: `size=4000k`, `ro`, `rw`. */
export const gorOmDisken = (dir: string, hur: string): void => void execFileSync('mount', ['-o', `remount,${hur}`, dir])

/** What the files of a folder take on such a disk. */
export const kib = (dir: string): number =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).filter((del) => del.isFile()).reduce((summa, del) => summa + Math.ceil(statSync(join(del.parentPath, del.name)).size / 4096) * 4, 0)
