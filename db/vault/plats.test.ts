import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { FORSOKSNAMN, noteraLyckat, noteraMisslyckat, taInMisslyckade, vantaEfter, vantetid } from './forsok.ts'
import { kravLokalPlats, monteringFor, platshinder, type Platsuppgifter } from './plats.ts'
import { ANNA, felkodAv, provkontor, provmapp } from './testhjalp.ts'

const grund: Platsuppgifter = { plattform: 'linux', sokvag: '/srv/lotsen', filsystem: 0xef53, montering: 'ext4', molnmappar: [] }
const win = (sokvag: string, molnmappar: string[] = []): Platsuppgifter => ({ plattform: 'win32', sokvag, filsystem: null, montering: null, molnmappar })

describe('where the data may lie', () => {
  it.each([
    win('C:\\ProgramData\\Lotsen'),
    win('\\\\?\\C:\\ProgramData\\Lotsen'),
    win('D:\\OneDriver\\x', ['C:\\Users\\a\\OneDrive - Mora kommun']),
    grund,
    { ...grund, filsystem: 0x01021994, montering: 'tmpfs' },
    { ...grund, filsystem: 0x65735546, montering: 'fuseblk' },
  ])('accepts %j', (u) => expect(platshinder(u)).toBeNull())

  it.each([
    win('\\\\server\\delad\\lotsen'),
    win('//server/delad/lotsen'),
    win('\\\\?\\UNC\\server\\delad'),
    win('\\\\wsl$\\Debian\\home'),
    ...[0x6969, 0x517b, 0xff534d42, -11317950, 0xfe534d42, 0x01021997].map((filsystem) => ({ ...grund, filsystem })),
    ...['nfs4', 'cifs', 'fuse.sshfs', 'fuse.rclone'].map((montering) => ({ ...grund, filsystem: 0x65735546, montering })),
  ])('refuses the network %j', (u) => expect(platshinder(u)?.kod).toBe('plats_natverk'))

  it.each([win('c:\\users\\A\\onedrive - mora kommun\\x', ['C:\\Users\\a\\OneDrive - Mora kommun\\']), win('E:\\Moln\\x', ['E:\\Moln']), win('C:\\Users\\a\\OneDrive\\x'), { ...grund, sokvag: '/home/a/Dropbox/lotsen' }])('refuses the cloud %j', (u) =>
    expect(platshinder(u)?.kod).toBe('plats_moln'),
  )

  it('reads mountinfo: deepest and last mount wins, escapes are undone', () => {
    const info = ['1 0 8:1 / / rw - ext4 /dev/sda rw', '2 1 0:5 / /mnt rw shared:1 - ext4 x rw', '3 2 0:6 / /mnt/delad\\040mapp rw - fuse.sshfs x rw', '4 2 0:7 / /mnt/delad\\040mapp rw - nfs4 x rw', 'trasig rad'].join('\n')
    expect(monteringFor('/mnt/delad mapp/x', info)).toBe('nfs4')
    expect(monteringFor('/mnt/delad mappar', info)).toBe('ext4')
    expect(monteringFor('/x', '')).toBeNull()
  })

  it('looks through links, at folders that do not exist yet too', async () => {
    const dir = provmapp()
    await kravLokalPlats(join(dir, 'finns', 'inte', 'än'))
    symlinkSync(dir, join(dir, 'OneDrive'))
    expect(await felkodAv(kravLokalPlats(join(dir, 'OneDrive', 'x')))).toBe('plats_moln')
  })
})

describe('wrong passwords', () => {
  let dir: string
  beforeAll(async () => {
    dir = (await provkontor()).dir
  })
  const kl = (s: number): string => new Date(Date.UTC(2026, 10, 22, 8) + s * 1000).toISOString()

  it('are slowed from 1 to 60 s after two slips, per user, and forgiven', async () => {
    expect([1, 2, 3, 4, 5, 8, 9, 99].map(vantaEfter)).toEqual([0, 0, 1, 2, 4, 32, 60, 60])
    for (let i = 0; i < 4; i++) await noteraMisslyckat(dir, ANNA.anvandarnamn, kl(i))
    expect(await vantetid(dir, ' ANNA ', kl(3))).toBe(2)
    expect(await vantetid(dir, 'anna', kl(4.5))).toBe(1)
    expect(await vantetid(dir, 'anna', kl(5))).toBe(0)
    expect(await vantetid(dir, 'bo', kl(3))).toBe(0)
    expect(await vantetid(dir, 'anna', kl(-100))).toBe(0)
    await noteraLyckat(dir, 'anna')
    expect(await vantetid(dir, 'anna', kl(3))).toBe(0)
    expect((await taInMisslyckade(dir)).map((f) => f.vem)).toEqual(Array(4).fill(ANNA.userId))
    expect(await taInMisslyckade(dir)).toEqual([])
  })

  it('keep no unknown name, and little of its hash', async () => {
    await noteraMisslyckat(dir, 'mitt hemliga lösenord', kl(0))
    expect(readFileSync(join(dir, FORSOKSNAMN), 'utf8')).not.toContain('hemliga')
    expect((await taInMisslyckade(dir))[0]?.vem).toMatch(/^okand-[0-9a-f]{4}$/)
  })

  it('never let a damaged side file stand in the way', async () => {
    writeFileSync(join(dir, FORSOKSNAMN), '{"rader": 7')
    expect(await vantetid(dir, 'anna', kl(0))).toBe(0)
    await noteraMisslyckat(dir, 'anna', kl(0))
    expect(await taInMisslyckade(dir)).toHaveLength(1)
  })
})
