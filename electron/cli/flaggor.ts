import { parseArgs } from 'node:util'

/** Wrong usage of the command line: exit code 2, with the command's usage. */
export class Anvandningsfel extends Error {
  override readonly name = 'Anvandningsfel'
}

/** One flag of a command. */
export interface Flagga {
  /** ja: stands alone · text: takes a value · flera: takes a value and may be repeated */
  readonly slag: 'ja' | 'text' | 'flera'
  readonly kravs?: boolean
  /** What stands for the value in the usage, e.g. DIR. */
  readonly varde?: string
  /** The only values allowed. */
  readonly val?: readonly string[]
  readonly vad: string
}
export type Flaggor = Readonly<Record<string, Flagga>>

/** The flags of one call, checked against the command's. */
export class Angivet {
  readonly #varden: ReadonlyMap<string, string | boolean | readonly string[]>

  constructor(varden: ReadonlyMap<string, string | boolean | readonly string[]>) {
    this.#varden = varden
  }

  ja(namn: string): boolean {
    return this.#varden.get(namn) === true
  }

  /** The value of a flag that is required. */
  text(namn: string): string {
    const varde = this.valfri(namn)
    if (varde === undefined) throw new Anvandningsfel(`--${namn} saknas.`)
    return varde
  }

  valfri(namn: string): string | undefined {
    const varde = this.#varden.get(namn)
    return typeof varde === 'string' ? varde : undefined
  }

  flera(namn: string): readonly string[] {
    const varde = this.#varden.get(namn)
    return Array.isArray(varde) ? varde : []
  }

  /** A whole number within bounds, both included. */
  heltal(namn: string, min: number, max: number): number | undefined {
    const text = this.valfri(namn)
    if (text === undefined) return undefined
    const tal = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN
    if (!(tal >= min && tal <= max)) throw new Anvandningsfel(`--${namn} ska vara ett heltal från ${min} till ${max}.`)
    return tal
  }
}

/** parseArgs' own sentences are English. */
function franParseArgs(fel: unknown): Anvandningsfel {
  const { code, message } = fel as NodeJS.ErrnoException
  const flagga = /'(--?[^\s'<]+)/u.exec(message)?.[1]
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new Anvandningsfel(`Flaggan ${flagga ?? ''} finns inte för det här kommandot.`)
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return new Anvandningsfel('Det står något efter kommandot som inte är en flagga.')
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return new Anvandningsfel(/does not take an argument/u.test(message) ? `${flagga ?? 'Flaggan'} tar inget värde.` : `${flagga ?? 'Flaggan'} saknar värde.`)
    default:
      throw fel
  }
}

/** Reads a command's flags. Throws `Anvandningsfel`. */
export function lasFlaggor(argument: readonly string[], flaggor: Flaggor): Angivet {
  const val = Object.fromEntries(
    Object.entries(flaggor).map(([namn, { slag }]) => [namn, { type: slag === 'ja' ? ('boolean' as const) : ('string' as const), multiple: slag === 'flera' }]),
  )
  let values: Record<string, string | boolean | (string | boolean)[] | undefined>
  try {
    ;({ values } = parseArgs({ args: [...argument], options: val, strict: true, allowPositionals: false }))
  } catch (fel) {
    throw franParseArgs(fel)
  }
  const varden = new Map<string, string | boolean | readonly string[]>()
  for (const [namn, { kravs, val: tillatna }] of Object.entries(flaggor)) {
    const varde = values[namn]
    if (varde === undefined) {
      if (kravs) throw new Anvandningsfel(`--${namn} saknas.`)
      continue
    }
    const texter = [varde].flat().filter((v) => typeof v === 'string')
    if (texter.some((text) => text.trim() === '')) throw new Anvandningsfel(`--${namn} saknar värde.`)
    if (tillatna !== undefined && texter.some((text) => !tillatna.includes(text))) throw new Anvandningsfel(`--${namn} ska vara ${tillatna.join(', ')}.`)
    varden.set(namn, Array.isArray(varde) ? texter : varde)
  }
  return new Angivet(varden)
}
