/** The median: the middle value, or the mean of the middle two (DOMAIN §4 väntetid). Null for no values. */
export function median(varden: readonly number[]): number | null {
  if (varden.length === 0) return null
  const sorterade = varden.toSorted((a, b) => a - b)
  const mitt = Math.floor(sorterade.length / 2)
  const ovre = sorterade[mitt] ?? 0
  return sorterade.length % 2 === 1 ? ovre : ((sorterade[mitt - 1] ?? 0) + ovre) / 2
}

/**
 * A quotient of whole numbers ≥ 0, rounded half up to `decimaler`. Everything before the last division is
 * whole numbers, so that 0.125 becomes 0.13 and no binary fraction tips a half the wrong way.
 */
export function avrundadKvot(taljare: number, namnare: number, decimaler: number): number {
  const skala = 10 ** decimaler
  const dubbel = 2 * skala * taljare + namnare
  return (dubbel - (dubbel % (2 * namnare))) / (2 * namnare) / skala
}
