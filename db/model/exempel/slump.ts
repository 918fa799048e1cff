/**
 * A seeded source of chance (xoshiro128**): the same seed gives the same row of numbers on every machine.
 * For made-up data only, never for keys.
 */
export class Slump {
  readonly #s: Uint32Array

  /** `led` parts one seed into independent streams: what is drawn in one does not move the others. */
  constructor(fro: number, led = '') {
    // FNV-1a spreads seed and text over the state; splitmix-like steps fill it.
    let h = 0x811c9dc5
    for (const tecken of `${fro}|${led}`) h = Math.imul(h ^ (tecken.codePointAt(0) ?? 0), 0x01000193)
    this.#s = Uint32Array.from({ length: 4 }, () => {
      h = (h + 0x9e3779b9) | 0
      let z = h
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
      return z ^ (z >>> 16)
    })
  }

  /** The next 32 bits, 0 … 2³² − 1. */
  bitar(): number {
    const s = this.#s
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = s
    const x = Math.imul(s1, 5)
    const svar = Math.imul((x << 7) | (x >>> 25), 9) >>> 0
    const t = s1 << 9
    const n2 = s2 ^ s0
    const n3 = s3 ^ s1
    s[1] = s1 ^ n2
    s[0] = s0 ^ n3
    s[2] = n2 ^ t
    s[3] = (n3 << 11) | (n3 >>> 21)
    return svar
  }

  /** A number from 0 up to but not including 1. */
  tal(): number {
    return this.bitar() / 0x1_0000_0000
  }

  /** A whole number from `fran` to `till`, both included. */
  mellan(fran: number, till: number): number {
    return fran + Math.floor(this.tal() * (till - fran + 1))
  }

  /** True with a probability of 0–1. */
  chans(sannolikhet: number): boolean {
    return this.tal() < sannolikhet
  }

  /** One of several. */
  en<T>(av: readonly [T, ...T[]] | readonly T[]): T {
    const vald = av[Math.floor(this.tal() * av.length)]
    if (vald === undefined) throw new RangeError('nothing to choose from')
    return vald
  }

  /** One of several, by weight. */
  vagd<T>(av: readonly (readonly [T, number])[]): T {
    let summa = 0
    for (const [, vikt] of av) summa += vikt
    let kvar = this.tal() * summa
    for (const [varde, vikt] of av) if ((kvar -= vikt) < 0) return varde
    const sista = av.at(-1)
    if (sista === undefined) throw new RangeError('nothing to choose from')
    return sista[0]
  }

  /** Several different ones, by weight. */
  flera<T>(av: readonly (readonly [T, number])[], antal: number): T[] {
    const kvar = [...av]
    const valda: T[] = []
    while (valda.length < antal && kvar.length > 0) {
      const vald = this.vagd(kvar)
      valda.push(vald)
      kvar.splice(kvar.findIndex(([varde]) => varde === vald), 1)
    }
    return valda
  }

  /** A bell curve with mean 0 and spread 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.tal())) * Math.cos(2 * Math.PI * this.tal())
  }

  /** How many of something that happens `medel` times on average. */
  poisson(medel: number): number {
    const grans = Math.exp(-medel)
    let antal = 0
    for (let p = this.tal(); p > grans; p *= this.tal()) antal += 1
    return antal
  }

  /** A UUID of version 4's form. */
  uuid(): string {
    const hex = (tal: number, siffror: number) => tal.toString(16).padStart(siffror, '0')
    const [a, b, c, d] = [this.bitar(), this.bitar(), this.bitar(), this.bitar()]
    return `${hex(a, 8)}-${hex(b >>> 16, 4)}-4${hex(b & 0xfff, 3)}-${hex(0x8000 | ((c >>> 16) & 0x3fff), 4)}-${hex(c & 0xffff, 4)}${hex(d, 8)}`
  }
}
