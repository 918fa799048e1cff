const HELA = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })
const EN = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 })
const TVA = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const FYRA = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 4, maximumFractionDigits: 4 })

/** A count: "1 204". */
export const antal = (tal: number): string => HELA.format(tal)
/** At most one decimal: "14,5". */
export const endecimal = (tal: number): string => EN.format(tal)
/** Årsanställningar, always two decimals: "0,75". */
export const tvadecimaler = (tal: number): string => TVA.format(tal)
/** A step of a working, before it is rounded: "0,3719". */
export const fyradecimaler = (tal: number): string => FYRA.format(tal)
/** Nothing there: a dash, which no reader takes for a number. */
export const STRECK = '–'
/** A number, or a dash where there is none. */
export const ellerStreck = (tal: number | null, som: (tal: number) => string): string => (tal === null ? STRECK : som(tal))
