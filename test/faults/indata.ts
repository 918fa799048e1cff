import fc from 'fast-check'
import { z, type ZodType } from 'zod'

/**
 * Inputs for a procedure, made from its own schema: of the right shape with hostile content, and with one part of the
 * wrong type, missing, or huge. What a schema cannot say as JSON (a file) is given as a small hostile file.
 */

/** Texts that have broken programs: control characters, quotes of every language between here and the disk, paths, formulas, odd Unicode. */
const ELAKA = [
  '', ' ', '\u0000', '\uFFFF', '\u202Eabc', '\uD800', 'a\u0301'.repeat(40), "'; DROP TABLE logg; --", '" OR 1=1 --', '%', '_', '../../../../etc/passwd', '..\\..\\vault.json', 'C:\\Windows\\x', '//server/share', '<script>alert(1)</script>',
  '</style>', '{{7*7}}', '${7*7}', '=1+1', '@SUM(A1)', '+46', '-1', '__proto__', 'constructor', 'toString', '191212121212', '19121212-1212', '2026-0001', '9999-999999', '0000-00-00', '2026-02-30', '9999-12-31', 'NaN', '1e309', 'null', 'true',
  '𝕬'.repeat(100), '🙂', 'x'.repeat(5_000), '2062', 'uppgift_saknas',
]
const STOR = 'å'.repeat(300_000)

interface Jschema {
  readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Jschema[]; readonly oneOf?: readonly Jschema[]; readonly allOf?: readonly Jschema[]
  readonly properties?: Readonly<Record<string, Jschema>>; readonly required?: readonly string[]; readonly items?: Jschema; readonly prefixItems?: readonly Jschema[]; readonly additionalProperties?: Jschema | boolean; readonly propertyNames?: Jschema
  readonly format?: string; readonly pattern?: string; readonly minimum?: number; readonly maximum?: number; readonly $ref?: string; readonly $defs?: Readonly<Record<string, Jschema>>
}

const text = (s: Jschema): fc.Arbitrary<unknown> => {
  const elak = fc.oneof(fc.constantFrom(...ELAKA), fc.string({ unit: 'binary', maxLength: 60 }))
  if (s.format === 'uuid') return fc.oneof({ weight: 3, arbitrary: fc.uuid() }, elak)
  if (s.pattern === undefined) return elak
  try {
    return fc.oneof({ weight: 3, arbitrary: fc.stringMatching(new RegExp(s.pattern, 'u')) }, elak)
  } catch {
    return elak // a pattern that the generator does not know
  }
}

function enligt(s: Jschema, rot: Jschema, djup = 0): fc.Arbitrary<unknown> {
  if (s.$ref !== undefined) {
    const namn = s.$ref.split('/').at(-1) ?? ''
    return djup > 4 ? fc.constant(null) : enligt(s.$ref === '#' ? rot : rot.$defs?.[namn] ?? {}, rot, djup + 1)
  }
  const val = s.anyOf ?? s.oneOf
  if (val !== undefined) return fc.oneof(...val.map((v) => enligt(v, rot, djup + 1)))
  if (s.allOf !== undefined) return enligt(Object.assign({}, ...s.allOf) as Jschema, rot, djup + 1)
  if ('const' in s) return fc.constant(s.const)
  if (s.enum !== undefined) return fc.constantFrom(...s.enum)
  switch (typeof s.type === 'object' ? s.type[0] : s.type) {
    case 'string': return text(s)
    case 'integer': return fc.oneof(fc.integer({ min: Math.max(s.minimum ?? -10, -1e9), max: Math.min(s.maximum ?? 1e6, 1e9) }), fc.constantFrom(0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER))
    case 'number': return fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, -0, 1e308, Number.NaN, Number.POSITIVE_INFINITY))
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    case 'array': return s.prefixItems !== undefined ? fc.tuple(...s.prefixItems.map((d) => enligt(d, rot, djup + 1))) : fc.array(enligt(s.items ?? {}, rot, djup + 1), { maxLength: 3 })
    case 'object': {
      if (s.properties === undefined && typeof s.additionalProperties === 'object') return fc.dictionary(fc.oneof(fc.constantFrom('a', '__proto__', 'constructor'), fc.string({ maxLength: 8 })), enligt(s.additionalProperties, rot, djup + 1), { maxKeys: 3 })
      const falt = Object.fromEntries(Object.entries(s.properties ?? {}).map(([namn, del]) => [namn, enligt(del, rot, djup + 1)]))
      return fc.record(falt, { requiredKeys: [...(s.required ?? [])] })
    }
    default: return fc.oneof(fc.constantFrom<unknown>(...ELAKA, null, 0, false), fc.constant(new File(['namn;pnr\n\u0000;19121212-1212\n'], '../elak.csv')), fc.constant(new File([new Uint8Array([80, 75, 3, 4, 0, 255, 1])], 'elak.xlsx')))
  }
}

/** One part replaced by something of another kind, left out, or far too large. */
const fel = (arb: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const annat = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, 0, -1, 1.5, Number.NaN, true, '', [], {}, STOR, Array.from({ length: 20_000 }, () => 'x'), { __proto__: { a: 1 } }, new Date(0), new Map([['a', 1]]), 10n),
    fc.constant(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown),
    fc.anything({ maxDepth: 2 }),
  )
  return fc.tuple(arb, annat, fc.nat(20)).map(([hel, byte, vilken]) => {
    if (typeof hel !== 'object' || hel === null || Object.keys(hel).length === 0) return byte
    const namn = Object.keys(hel)[vilken % Object.keys(hel).length] ?? ''
    return { ...hel, [namn]: byte }
  })
}

/** Hostile inputs by a procedure's schema; without one it takes anything. */
export function indata(schema: ZodType | undefined): fc.Arbitrary<unknown> {
  if (schema === undefined) return fc.oneof(fc.constant(undefined), fc.anything({ maxDepth: 2 }), fc.constant(STOR))
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Jschema
  const ratt = enligt(json, json)
  return fc.oneof({ weight: 2, arbitrary: ratt }, { weight: 1, arbitrary: fel(ratt) })
}
