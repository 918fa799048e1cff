/**
 * JSON of which there is one for each content: keys in code unit order, nothing between, no undefined. What is frozen is
 * stored and hashed in this form, so that the hash depends on the content alone.
 * @throws TypeError for what JSON cannot hold (a number that is no number, a function)
 */
export function kanonisk(varde: unknown): string {
  if (varde === null || typeof varde === 'boolean' || typeof varde === 'string') return JSON.stringify(varde)
  if (typeof varde === 'number') {
    if (!Number.isFinite(varde)) throw new TypeError('JSON holds no such number')
    return JSON.stringify(varde)
  }
  if (Array.isArray(varde)) return `[${varde.map((v: unknown) => kanonisk(v ?? null)).join(',')}]`
  if (typeof varde === 'object') {
    const par = Object.entries(varde).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${par.map(([nyckel, v]) => `${JSON.stringify(nyckel)}:${kanonisk(v)}`).join(',')}}`
  }
  throw new TypeError(`JSON holds no ${typeof varde}`)
}
