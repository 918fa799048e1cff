import { z } from 'zod'
import { PUNKTER, SLAG, type Punktid } from '../blankett/typer.ts'
import { STATUSAR } from './status.ts'

/**
 * What goes out of the office: a handling as paper, export and fill-in mode show it, masked as it was chosen, in the
 * form's order, with the exact text to copy. Holds no ärendenummer. Its JSON Schema is published
 * (`docs/redovisning.schema.json`): add to it freely, never rename or take away.
 */

const kod = z.string().regex(/^\d{4}$/)
const kommun = z.object({ kod, namn: z.string() })

/**
 * A cell of a table, or the number of a field. `varde` is null when it is empty or hidden; `mask` says why it is hidden
 * (`liten` = 1–4, `foljd` = it would give a small one away); `text` is what to write in länsstyrelsens form.
 */
export const zUtgavecell = z.object({
  varde: z.union([z.number(), z.string(), z.boolean(), z.null()]),
  text: z.string(),
  mask: z.enum(['liten', 'foljd']).nullable(),
  /** The counting rule the number comes from; null for what was typed. */
  figur: z.string().nullable(),
  /** Corrected by hand: what was counted, and why it was corrected. */
  rattad: z.object({ raknat: z.number().nullable(), raknatText: z.string(), skal: z.string() }).nullable(),
  /** The same figure last year, counted when this was made and masked with it; left out where none stands beside. */
  fjol: z.object({ varde: z.number().nullable(), text: z.string(), mask: z.enum(['liten', 'foljd']).nullable() }).optional(),
})
export type Utgavecell = z.infer<typeof zUtgavecell>

export const zUtgavetabell = z.object({
  kolumner: z.array(z.object({ rubrik: z.string(), enhet: z.string(), typ: z.enum(['text', 'tal']) })),
  rader: z.array(z.object({ etikett: z.string(), celler: z.array(zUtgavecell) })),
  summa: z.array(zUtgavecell).nullable(),
})
export type Utgavetabell = z.infer<typeof zUtgavetabell>

export const zUtgavefalt = z.object({
  id: z.string(),
  etikett: z.string(),
  hjalp: z.string(),
  typ: z.enum(['siffra', 'tal', 'text', 'ja_nej', 'tabell', 'egen_tabell']),
  enhet: z.string(),
  /** The field's own value; null for tables. */
  cell: zUtgavecell.nullable(),
  /** Of kinds tabell and egen_tabell; null for the others. */
  tabell: zUtgavetabell.nullable(),
})
export type Utgavefalt = z.infer<typeof zUtgavefalt>

const punktider = [...Object.keys(PUNKTER.redovisning), ...Object.keys(PUNKTER.ansokan)] as Punktid[]

export const zUtgava = z.object({
  format: z.literal('lotsen-handling-1'),
  slag: z.enum(SLAG),
  ar: z.int(),
  enhet: z.string(),
  sokande: kommun,
  kommuner: z.array(kommun),
  blankett: z.object({ id: z.string(), version: z.int(), namn: z.string() }),
  status: z.enum(STATUSAR),
  /** 1 = the first; a correction after it was fixed is the next. */
  nr: z.int(),
  skal: z.string().nullable(),
  faststalld: z.object({ tid: z.string(), av: z.string(), hash: z.string() }).nullable(),
  inlamnad: z.object({ datum: z.string(), av: z.string(), diarienummer: z.string() }).nullable(),
  maskerad: z.boolean(),
  punkter: z.array(z.object({ id: z.enum(punktider), lagrum: z.string(), rubrik: z.string(), falt: z.array(zUtgavefalt) })),
  /** The working: every figure of the form once, how it is counted and what was corrected. */
  underlag: z.array(z.object({ figur: z.string(), etikett: z.string(), cell: zUtgavecell, forklaring: z.string() })),
})
export type Utgava = z.infer<typeof zUtgava>
