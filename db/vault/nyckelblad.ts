import { randomInt, type KeyObject } from 'node:crypto'
import { Fel } from '../model/fel.ts'
import { AgeIdentitet, identitetstext, skalarUr } from './age.ts'
import { glom, harled, publikNyckel, sha256, signera, signeringsnyckel } from './krypto.ts'

/**
 * The nyckelblad (DESIGN §4.2): one age identity, printed once. Its recipient gets a seal of every
 * key in the office; its bytes also yield the Ed25519 root key that certifies users.
 */

const PREFIX = 'AGE-SECRET-KEY-1'
const TECKEN = '023456789ACDEFGHJKLMNPQRSTUVWXYZ'
const LANGD = 58
const GRUPP = 4

/** What is asked for when the sheet is checked right after printing: group number (1…) and its text. */
export interface Gruppsvar {
  nummer: number
  text: string
}

/** An open nyckelblad. Lives as short as possible; `glom()` as soon as the errand is done. */
export class Nyckelblad {
  readonly age: AgeIdentitet
  /** Root public key, base64url. */
  readonly rot: string
  #privat: KeyObject | null

  private constructor(age: AgeIdentitet, privat: KeyObject) {
    this.age = age
    this.#privat = privat
    this.rot = publikNyckel(privat)
  }

  static async av(skalar: Uint8Array): Promise<Nyckelblad> {
    const fro = harled(skalar, 'lotsen rot v1')
    try {
      return new Nyckelblad(await AgeIdentitet.av(skalar), signeringsnyckel(fro))
    } finally {
      glom(fro)
    }
  }

  /** The recovery recipient, `age1…`. */
  get mottagare(): string {
    return this.age.mottagare
  }

  /** Signs with the root key (Ed25519, 64 bytes). */
  signera(data: Uint8Array): Buffer {
    if (this.#privat === null) throw new Error('The nyckelblad has been forgotten')
    return signera(this.#privat, data)
  }

  /** The key in words: `AGE-SECRET-KEY-1…`, shown and printed once. */
  text(): string {
    const skalar = this.age.skalar()
    try {
      return identitetstext(skalar)
    } finally {
      glom(skalar)
    }
  }

  glom(): void {
    this.age.glom()
    this.#privat = null
  }
}

/** Makes a new nyckelblad from 256 random bits. */
export async function skapaNyckelblad(): Promise<Nyckelblad> {
  const age = await AgeIdentitet.ny()
  const skalar = age.skalar()
  try {
    return await Nyckelblad.av(skalar)
  } finally {
    glom(skalar)
    age.glom()
  }
}

/**
 * Reads a typed or scanned key: spaces, hyphens, line breaks, lower case and a missing prefix are
 * all fine, and so are O, I, 1 and B for 0, L, L and 8 (the letters do not occur; the check sum
 * catches a wrong guess).
 * @throws Fel `nyckel_fel` that says what to look at
 */
export async function lasNyckelblad(text: string): Promise<Nyckelblad> {
  const tecken = tolkaTecken(text)
  const skalar = skalarUr(PREFIX + tecken)
  if (skalar === null) {
    throw new Fel('nyckel_fel', 'Nyckeln stämmer inte: minst ett tecken är fel. Jämför grupp för grupp med nyckelbladet.', { falt: 'nyckel' })
  }
  try {
    return await Nyckelblad.av(skalar)
  } finally {
    glom(skalar)
  }
}

function tolkaTecken(text: string): string {
  const rensad = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const utan = rensad.startsWith('AGESECRETKEY1') ? rensad.slice(13) : rensad
  const tecken = utan.replace(/[OI1B]/g, (t) => (t === 'O' ? '0' : t === 'B' ? '8' : 'L'))
  const fel = [...tecken].findIndex((t) => !TECKEN.includes(t))
  if (fel >= 0) {
    throw new Fel('nyckel_fel', `Grupp ${Math.floor(fel / GRUPP) + 1} i nyckeln har ett tecken som inte kan finnas där. Jämför med nyckelbladet.`, { falt: 'nyckel' })
  }
  if (tecken.length !== LANGD) {
    throw new Fel('nyckel_fel', `Nyckeln har ${LANGD} tecken efter ${PREFIX}, men här finns ${tecken.length}. Kontrollera att alla grupper är med, en gång var.`, { falt: 'nyckel' })
  }
  return tecken
}

/** The 58 characters after the prefix in groups of four (the last has two), to print with numbers 1–15. */
export function grupper(nyckel: string): string[] {
  return tolkaTecken(nyckel).match(/.{1,4}/g) ?? []
}

/** Two different full groups to ask for after printing, in ascending order (numbers from 1). */
export function valjGrupper(): [number, number] {
  const hela = Math.floor(LANGD / GRUPP)
  const en = randomInt(1, hela + 1)
  const annan = randomInt(1, hela)
  const tva = annan >= en ? annan + 1 : annan
  return en < tva ? [en, tva] : [tva, en]
}

/** Whether every asked-for group was typed right (case and spaces do not matter). */
export function stammerGrupper(nyckel: string, svar: readonly Gruppsvar[]): boolean {
  const ratta = grupper(nyckel)
  return (
    svar.length > 0 &&
    svar.every(({ nummer, text }) => {
      const skrivet = text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '').replace(/O/g, '0').replace(/[I1]/g, 'L').replace(/B/g, '8')
      return ratta[nummer - 1] === skrivet
    })
  )
}

/**
 * A short name of a sheet by its public parts, for comparing by eye when a new sheet replaces a lost
 * one (DESIGN §4.7): 80 bits as five groups of four hex digits.
 */
export function fingeravtryck(blad: { rot: string; mottagare: string }): string {
  const siffror = sha256('lotsen-blad-1\n', blad.rot, '\n', blad.mottagare).toString('hex').slice(0, 20).toUpperCase()
  return (siffror.match(/.{4}/g) ?? []).join(' ')
}
