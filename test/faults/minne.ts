import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** Looking through the memory of a running process, as root on Linux can. */

/** Why memory cannot be searched here, or null. */
export function hinder(): string | null {
  if (process.platform !== 'linux') return 'processers minne genomsöks bara på Linux'
  if (process.getuid?.() !== 0) return 'bara root får läsa andra processers minne'
  try {
    closeSync(openSync('/proc/self/mem', 'r'))
    return null
  } catch {
    return 'processers minne får inte läsas här'
  }
}

/** Every process that a process has started, and those in their turn. */
export function efterkommande(pid: number): number[] {
  const barn = readdirSync('/proc').filter((namn) => /^\d+$/.test(namn)).map(Number).filter((annan) => foralder(annan) === pid)
  return barn.flatMap((ett) => [ett, ...efterkommande(ett)])
}

function foralder(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null // it has ended
  }
}

/** The process's own name for itself, and whether it is still there. */
export function kommandorad(pid: number): string | null {
  try {
    const rad = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return rad === '' ? null : rad // an ended process that nobody has taken notice of
  } catch {
    return null
  }
}

const BIT = 16 << 20

/**
 * How many times each of some byte strings stands in the memory that a process can read and has written in.
 * What only lies in a file's unchanged pages (programs, libraries) is left out.
 */
export function sokMinne(pid: number, nalar: ReadonlyMap<string, Buffer>): { traffar: Map<string, number>; last: number } {
  const traffar = new Map([...nalar.keys()].map((namn) => [namn, 0]))
  const langst = Math.max(...[...nalar.values()].map((nal) => nal.length))
  const minne = openSync(`/proc/${pid}/mem`, 'r')
  const bit = Buffer.alloc(BIT + langst)
  let last = 0
  try {
    for (const { fran, till } of omraden(pid)) {
      for (let plats = fran; plats < till; plats += BIT) {
        // Overlapping by the longest needle, so that none is cut in two; only what begins in this piece is counted.
        const antal = lasBit(minne, bit, Math.min(BIT + langst - 1, till - plats), plats)
        last += Math.min(antal, BIT)
        for (const [namn, nal] of nalar) {
          for (let i = bit.subarray(0, antal).indexOf(nal); i !== -1 && i < BIT; i = bit.subarray(0, antal).indexOf(nal, i + 1)) traffar.set(namn, (traffar.get(namn) ?? 0) + 1)
        }
      }
    }
  } finally {
    closeSync(minne)
    bit.fill(0)
  }
  return { traffar, last }
}

const SIDA = 4096
/** A page that is in memory, or has been moved out of it. */
const FINNS = 0b11n << 62n

/** Readable stretches with anything in them: most of what a process has asked for, it has never touched. */
function omraden(pid: number): { fran: number; till: number }[] {
  const karta = openSync(`/proc/${pid}/pagemap`, 'r')
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((rad) => {
      const [, fran, till, rattigheter, inode] = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ (\d+)/.exec(rad) ?? []
      if (fran === undefined || till === undefined || rattigheter?.[0] !== 'r') return []
      if (/\[(vvar|vsyscall|vvar_vclock)\]/.test(rad) || (inode !== '0' && rattigheter[1] !== 'w')) return []
      return rorda(karta, Number.parseInt(fran, 16), Number.parseInt(till, 16))
    })
  } finally {
    closeSync(karta)
  }
}

/** Runs of pages that have been touched. */
function rorda(karta: number, fran: number, till: number): { fran: number; till: number }[] {
  const sidor = Buffer.alloc(((till - fran) / SIDA) * 8)
  const antal = Math.floor(readSync(karta, sidor, 0, sidor.length, (fran / SIDA) * 8) / 8)
  const ut: { fran: number; till: number }[] = []
  for (let nr = 0; nr < antal; nr++) {
    if ((sidor.readBigUInt64LE(nr * 8) & FINNS) === 0n) continue
    const plats = fran + nr * SIDA
    const forra = ut.at(-1)
    if (forra?.till === plats) forra.till = plats + SIDA
    else ut.push({ fran: plats, till: plats + SIDA })
  }
  return ut
}

function lasBit(minne: number, bit: Buffer, antal: number, plats: number): number {
  try {
    return readSync(minne, bit, 0, antal, plats)
  } catch {
    return 0 // given back to the system meanwhile
  }
}
