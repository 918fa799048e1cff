/**
 * The time now, ISO in UTC. `LOTSEN_PROVKLOCKA` (an ISO time) makes the clock start from there: so that a test can
 * live through a year. Whoever can set it could as well set the computer's own clock, which the log says of itself.
 */
const forskjutning = (() => {
  const start = Date.parse(process.env['LOTSEN_PROVKLOCKA'] ?? '')
  return Number.isNaN(start) ? 0 : start - Date.now()
})()

export const klockan = (): string => new Date(Date.now() + forskjutning).toISOString()
