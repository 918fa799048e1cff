/** utkast → faststalld (frozen in the office) → inlamnad (with länsstyrelsen: only that meets the deadline). */
export const STATUSAR = ['utkast', 'faststalld', 'inlamnad'] as const
export type Status = (typeof STATUSAR)[number]
