/** Damage to files by the byte, made by chance from a seed: the same seed damages the same places. */

/** mulberry32: numbers in [0, 1). */
export function slump(fro: number): () => number {
  let a = fro
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Skada {
  /** As it is told when something was lost. */
  vad: string
  bytes: Buffer
}

const SIDA = 4096
const NOLLOR = [1, 16, 512, SIDA, 3 * SIDA]

/**
 * Damages of a file: of every ten, six flips of one to eight bytes, two stretches of zeros (some of whole pages), two cuts
 * (some at a page). What the chance leaves as it was (zeros over zeros) is not counted and made anew.
 */
export function* skador(hel: Buffer, antal: number, fro: number): Generator<Skada> {
  const tal = slump(fro)
  const heltal = (under: number) => Math.floor(tal() * under)
  for (let nr = 0; nr < antal; ) {
    const bytes = Buffer.from(hel)
    const skada = [vand, vand, vand, vand, vand, vand, nolla, nolla, kapa, kapa][nr % 10]?.(bytes, heltal)
    if (skada === undefined || skada.bytes.equals(hel)) continue
    nr += 1
    yield skada
  }
}

type Heltal = (under: number) => number

function vand(bytes: Buffer, heltal: Heltal): Skada {
  const antal = heltal(2) === 0 ? 1 : 1 + heltal(8)
  // One of four near the beginning, where every format keeps what the rest is read by.
  const plats = heltal(heltal(4) === 0 ? Math.min(200, bytes.length) : bytes.length)
  const med = 1 << heltal(8)
  for (let i = plats; i < Math.min(plats + antal, bytes.length); i++) bytes.writeUInt8(bytes.readUInt8(i) ^ (antal === 1 ? med : 1 + heltal(255)), i)
  return { vad: `${antal} vända från byte ${plats}`, bytes }
}

function nolla(bytes: Buffer, heltal: Heltal): Skada {
  const langd = NOLLOR[heltal(NOLLOR.length)] ?? 1
  const plats = langd >= SIDA ? heltal(Math.ceil(bytes.length / SIDA)) * SIDA : heltal(bytes.length)
  bytes.fill(0, plats, Math.min(plats + langd, bytes.length))
  return { vad: `${langd} nollor från byte ${plats}`, bytes }
}

function kapa(bytes: Buffer, heltal: Heltal): Skada {
  const langd = heltal(2) === 0 ? heltal(bytes.length) : heltal(Math.ceil(bytes.length / SIDA)) * SIDA
  return { vad: `kapad till ${langd} byte`, bytes: bytes.subarray(0, langd) }
}
