import { z } from 'zod'

/** A whole path, as Windows or another system writes it. */
const zSokvag = z.string().max(1000).regex(/^(\/|[A-Za-z]:[\\/]|\\\\)/, 'ska vara en hel sökväg, från enhetens början')
const zMinuter = z.int('ska vara ett helt antal minuter').min(1, 'ska vara minst 1 minut').max(120, 'ska vara högst 120 minuter')

/**
 * What IT decides for a computer (docs/it.md). Everything may be left out; a name that is not known is an error, because a
 * misspelt rule that is passed over is a rule that does not hold.
 */
export const zPolicy = z.strictObject({
  /** where the office lies, and nowhere else */
  datamapp: zSokvag.optional(),
  /** where the daily copies go; the unit cannot choose another */
  kopiemapp: zSokvag.optional(),
  /** the unit's own times hold up to these */
  lasMinuterHogst: zMinuter.optional(),
  doljNamnMinuterHogst: zMinuter.optional(),
  /** no files out of Lotsen: backups, figures, PDF. Paper can still be printed, and an error report saved: it holds nothing of the office. */
  forbjudExport: z.boolean('ska vara true eller false').optional(),
})
export type Policy = z.infer<typeof zPolicy>

/** The unit's settings as they hold under a policy. */
export function underPolicy<T extends { lasMinuter: number; doljNamnMinuter: number; kopiemapp: string }>(installningar: T, policy: Policy): T {
  return {
    ...installningar,
    lasMinuter: Math.min(installningar.lasMinuter, policy.lasMinuterHogst ?? Infinity),
    doljNamnMinuter: Math.min(installningar.doljNamnMinuter, policy.doljNamnMinuterHogst ?? Infinity),
    kopiemapp: policy.kopiemapp ?? installningar.kopiemapp,
  }
}
