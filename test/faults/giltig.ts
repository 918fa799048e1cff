import { z, type ZodType } from 'zod'
import { slump } from './bytes.ts'

/** Inputs that a procedure's own schema allows, with somebody's objects where it asks for one: made from the contract, not by hand. */

interface Jschema {
  readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Jschema[]; readonly oneOf?: readonly Jschema[]
  readonly properties?: Readonly<Record<string, Jschema>>; readonly items?: Jschema; readonly prefixItems?: readonly Jschema[]; readonly format?: string; readonly pattern?: string; readonly minimum?: number
}

/** What stands in for the words of a schema: whose, which, and another person to point at. */
export interface Objekt {
  readonly nummer: string
  readonly id: string
  readonly version: number
  /** An id by the field's name, before `id`: `uppdragId`, `till` … */
  readonly falt: Readonly<Record<string, string>>
}

const DAG = '2026-11-20'
const ARENDENUMMER = /\\d\{4\}-\\d\{4,6\}/
/** So many ways of filling in a schema are tried before it is given up. */
const VARIANTER = 400

interface Kant { readonly json: Jschema; /** The way of filling in that went last time. */ variant: number }
const kanda = new WeakMap<ZodType, Kant>()
function kand(schema: ZodType): Kant {
  const kant = kanda.get(schema) ?? { json: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Jschema, variant: 0 }
  kanda.set(schema, kant)
  return kant
}

/** Whether an input points at an object: a case by its number, a draft by its place, or anything by its id. */
export function pekar(schema: ZodType | undefined): boolean {
  return schema !== undefined && /"format":"uuid"|d\{4\}-|"plats":/.test(JSON.stringify(kand(schema).json))
}

/** An input about an object that the schema accepts, or null when none was found. */
export function giltig(schema: ZodType, objekt: Objekt): unknown {
  const kant = kand(schema)
  for (let i = 0; i < VARIANTER; i++) {
    const variant = kant.variant + i
    const tal = slump(variant)
    const input = fyll(kant.json, objekt, '', (antal) => Math.floor(tal() * antal))
    if (!schema.safeParse(input).success) continue
    kant.variant = variant
    return input
  }
  return null
}

function fyll(s: Jschema, o: Objekt, namn: string, valj: (antal: number) => number): unknown {
  const val = s.anyOf ?? s.oneOf
  if (val !== undefined) return fyll(val[valj(val.length)] ?? {}, o, namn, valj)
  if (s.const !== undefined) return s.const
  if (s.enum !== undefined) return s.enum[valj(s.enum.length)]
  switch (typeof s.type === 'object' ? s.type[0] : s.type) {
    case 'string': return text(s, o, namn, valj)
    case 'integer': case 'number': return namn === 'version' ? o.version : namn === 'ar' ? 2026 : Math.max(s.minimum ?? 1, 1)
    case 'boolean': return valj(2) === 1
    case 'array': return s.prefixItems !== undefined ? s.prefixItems.map((del) => fyll(del, o, namn, valj)) : valj(4) === 0 ? [] : [fyll(s.items ?? {}, o, namn, valj)]
    case 'object': return Object.fromEntries(Object.entries(s.properties ?? {}).map(([falt, del]) => [falt, fyll(del, o, falt, valj)]))
    default: return null
  }
}

/** Codes, a kommun, a line's number, a time, a key's spelling: the first that a pattern lets through. */
const MONSTERORD = ['annat', '2062', '1', 'x1']

function text(s: Jschema, o: Objekt, namn: string, valj: (antal: number) => number): string {
  if (s.format === 'uuid') return o.falt[namn] ?? o.id
  if (namn === 'plats') return o.falt['plats'] ?? 'plats'
  if (s.pattern !== undefined && ARENDENUMMER.test(s.pattern)) return o.nummer
  if (s.pattern !== undefined) return MONSTERORD.find((ord) => new RegExp(s.pattern ?? '', 'u').test(ord)) ?? 'annat'
  if (/datum|^(fran|till|slut|start|planerad|gjord|senast)$/iu.test(namn)) return DAG
  // A day is written as text too; which it is, the schema itself says.
  return valj(4) === 0 ? DAG : 'Ett ord'
}
