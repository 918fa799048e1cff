import { readFile, realpath, statfs } from 'node:fs/promises'
import { realpath as realpathTillbaka } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Fel } from '../model/fel.ts'
import { kravTillgang } from './delning.ts'
import { felkod } from './filer.ts'

/**
 * Where the data may lie (DESIGN §4.12): WAL needs shared memory and real locks, so network drives are
 * refused; a folder that a cloud service copies and puts back would tear the two files apart. Backups
 * may lie anywhere.
 */

export interface Platsuppgifter {
  plattform: NodeJS.Platform
  /** absolute path with links and mapped drives resolved */
  sokvag: string
  /** statfs type of the file system (Linux), or null */
  filsystem: number | null
  /** name of the mounted file system (Linux: `ext4`, `fuse.sshfs`), or null */
  montering: string | null
  /** folders that the environment says belong to OneDrive */
  molnmappar: readonly string[]
}

// linux/magic.h and the file systems' own headers.
const NATVERK = new Map<number, string>([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9p'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x0bd00bd0, 'Lustre'],
  [0x786f4256, 'vboxsf'],
  [0xbacbacbc, 'vmhgfs'],
])
const NATVERKSMONTERING = /^(nfs\d?|cifs|smb\d?|smbfs|9p|ceph|afs|davfs|glusterfs|ncpfs|vboxsf|fuse\.(sshfs|rclone|davfs2?|smbnetfs|gvfsd-fuse|glusterfs|s3fs|goofys|google-drive-ocamlfuse|onedriver|vmhgfs-fuse|curlftpfs))$/
const MOLNNAMN = /^(OneDrive( - .*)?|Dropbox( \(.*\))?|Google ?Drive|GoogleDrive|iCloudDrive|iCloud Drive|Nextcloud|ownCloud)$/i

/** Why the data may not lie there, or null. Pure. */
export function platshinder(u: Platsuppgifter): { kod: 'plats_natverk' | 'plats_moln'; vad: string } | null {
  const windows = u.plattform === 'win32'
  if (windows && /^[\\/]{2}(?![.?][\\/])/.test(u.sokvag)) return { kod: 'plats_natverk', vad: 'en nätverksenhet' }
  if (windows && /^\\\\[.?]\\UNC\\/i.test(u.sokvag)) return { kod: 'plats_natverk', vad: 'en nätverksenhet' }
  const namn = u.filsystem === null ? undefined : NATVERK.get(u.filsystem >>> 0)
  if (namn !== undefined) return { kod: 'plats_natverk', vad: `en nätverksenhet (${namn})` }
  if (u.montering !== null && NATVERKSMONTERING.test(u.montering)) return { kod: 'plats_natverk', vad: `en nätverksenhet (${u.montering})` }
  const vik = (text: string): string => (windows ? text.replaceAll('/', '\\').toLowerCase() : text).replace(/[\\/]+$/, '')
  const skilje = windows ? '\\' : '/'
  const inom = u.molnmappar.some((mapp) => mapp !== '' && `${vik(u.sokvag)}${skilje}`.startsWith(`${vik(mapp)}${skilje}`))
  const del = u.sokvag.split(windows ? /[\\/]/ : '/').find((d) => MOLNNAMN.test(d))
  if (inom || del !== undefined) return { kod: 'plats_moln', vad: `en mapp som ${del ?? 'OneDrive'} kopierar` }
  return null
}

/**
 * Refuses a folder where the data may not lie. The folder need not exist yet.
 * @throws Fel `plats_ratt`, `plats_natverk`, `plats_moln`
 */
export async function kravLokalPlats(dir: string): Promise<void> {
  kravTillgang(dir)
  const begard = resolve(dir)
  // A mapped or linked folder is judged by what it leads to; the written path counts too.
  const riktig = await riktigPlats(begard)
  const filsystem = process.platform === 'linux' ? Number((await statfs(riktig.finns)).type) : null
  const montering = process.platform === 'linux' ? await monteringstyp(riktig.finns) : null
  const molnmappar = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap((namn) => process.env[namn] ?? [])
  for (const sokvag of new Set([begard, riktig.sokvag])) {
    const hinder = platshinder({ plattform: process.platform, sokvag, filsystem, montering, molnmappar })
    if (hinder !== null) {
      throw new Fel(hinder.kod, `Kontorets data kan inte ligga på ${hinder.vad}: databasen kan förstöras där. Välj en mapp på datorns egen disk. Säkerhetskopior får ligga var som helst.`, { falt: 'data' })
    }
  }
}

const realpathNative = promisify(realpathTillbaka.native)

/** The real path, and the nearest part of it that exists. */
async function riktigPlats(sokvag: string): Promise<{ sokvag: string; finns: string }> {
  let finns = sokvag
  let rest = ''
  for (;;) {
    try {
      const riktig = await realpathNative(finns).catch(() => realpath(finns))
      return { sokvag: join(riktig, rest), finns: riktig }
    } catch (fel) {
      const upp = dirname(finns)
      if (upp === finns || !['ENOENT', 'ENOTDIR'].includes(felkod(fel) ?? '')) throw fel
      rest = join(basename(finns), rest)
      finns = upp
    }
  }
}

/** The type of the mount that a path lies in, from /proc/self/mountinfo; null where it cannot be read. */
async function monteringstyp(sokvag: string): Promise<string | null> {
  const text = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return monteringFor(sokvag, text)
}

/** Pure half of `monteringstyp`: proc(5) gives mount point in field 5 and the type after " - ". */
export function monteringFor(sokvag: string, mountinfo: string): string | null {
  let basta: { langd: number; typ: string } | null = null
  for (const rad of mountinfo.split('\n')) {
    const [fore, efter] = rad.split(' - ')
    const punkt = fore?.split(' ')[4]?.replace(/\\(\d{3})/g, (_, oktal: string) => String.fromCharCode(Number.parseInt(oktal, 8)))
    const typ = efter?.split(' ')[0]
    if (punkt === undefined || typ === undefined) continue
    const inom = punkt === '/' || sokvag === punkt || sokvag.startsWith(`${punkt}/`)
    // A later mount on the same point lies on top.
    if (inom && (basta === null || punkt.length >= basta.langd)) basta = { langd: punkt.length, typ }
  }
  return basta?.typ ?? null
}
