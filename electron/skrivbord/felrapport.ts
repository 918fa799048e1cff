import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { release } from 'node:os'
import { dirname, join } from 'node:path'
import { klockan } from '../office/klocka.ts'
import { ROLLREGLER } from '../office/roller.ts'
import { LOTSEN_VERSION } from '../office/version.ts'

// What may be told outside the office when something has gone wrong. Nothing is taken away from a text here: only what is known
// to be without personal data is let through, word by word, and the rest is counted.

/** Larger than this (bytes) and the shell's own log begins anew; the one before is kept. */
const STORST = 200_000
/** So much of each log is in a report. */
const SENASTE = 400

const TID = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z`
/** area.procedure, kind of error, code: as kontor.ts writes them. */
const HANDELSE = new RegExp(String.raw`^(${TID}) ([a-z][a-zA-Z]{1,30}(?:\.[a-z][a-zA-Z]{1,30})?) ((?:[A-Z][a-zA-Z]{0,30})?(?:Error|Exception)|Fel|object|string|undefined) ?([A-Z][A-Z0-9_]{2,40}|\d{1,5})?$`)
/** The areas of the contract. */
const OMRADEN = new Set(Object.keys(ROLLREGLER).map((namn) => namn.split('.')[0] ?? ''))
/** What the shell writes: time, what ended, Electron's word for why, code. */
const STOPP = new RegExp(String.raw`^(${TID}) (fonstret|kontoret) (${['abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction', 'slut'].join('|')}) (-?\d{1,10})$`)
/** A line of a stack: of the address only the file's name, for the rest names the account. */
const RAD = /^\s+at [^()]*?\(?(?:[^()]*[/\\])([\w.-]{1,60}\.(?:c|m)?[jt]s):(\d{1,7}):(\d{1,7})\)?$/

/**
 * A log as it may be shown to others.
 * @param filer the names of the program's own files: a message of many lines can look like a stack, and name anything
 */
export function utanPersonuppgifter(logg: string, filer: ReadonlySet<string>): string {
  let strukna = 0
  const rader = logg.split('\n').flatMap((rad) => {
    if (rad.trim() === '') return []
    const handelse = HANDELSE.exec(rad) ?? STOPP.exec(rad)
    if (handelse && (handelse[2] === 'fonstret' || handelse[2] === 'kontoret' || OMRADEN.has(handelse[2]?.split('.')[0] ?? ''))) return [handelse.slice(1).filter(Boolean).join(' ')]
    const [, fil, radnr, kolumn] = RAD.exec(rad) ?? []
    if (fil !== undefined && filer.has(fil)) return [`    ${fil}:${radnr}:${kolumn}`]
    strukna += 1
    return []
  })
  return [...rader.slice(-SENASTE), ...(strukna > 0 ? [`(${strukna} ${strukna === 1 ? 'rad är struken' : 'rader är strukna'}: bara det som säkert saknar personuppgifter är med)`] : [])].join('\n')
}

export interface Rapportuppgifter {
  tid: string
  lotsen: string
  /** process.versions, as far as they are told */
  motor: Record<string, string | undefined>
  system: string
  /** the office's own log of errors, and the shell's */
  loggar: { rubrik: string; fil: string }[]
  /** the names of the program's own files */
  filer: readonly string[]
}

/** The report that a user can save and send: what it is of, what went wrong and where in the program. */
export function felrapport({ tid, lotsen, motor, system, loggar, filer }: Rapportuppgifter): string {
  const las = (fil: string) => {
    try {
      return utanPersonuppgifter(readFileSync(fil, 'utf8'), new Set(filer)) || 'Ingenting.'
    } catch {
      return 'Ingenting.'
    }
  }
  const tal = (version: string | undefined) => (version && /^[\d.]{1,20}$/.test(version) ? version : 'okänd')
  return [
    'Felrapport från Lotsen',
    '',
    'Innehåller inga personuppgifter: bara vilka fel som inträffat, när, och var i programmet.',
    '',
    `Gjord ${tid}`,
    `Lotsen ${lotsen}, Electron ${tal(motor['electron'])}, Node ${tal(motor['node'])}, ${/^[\w .-]{1,60}$/.test(system) ? system : 'okänt system'}`,
    ...loggar.flatMap(({ rubrik, fil }) => ['', rubrik, las(fil)]),
    '',
  ].join('\r\n').replace(/\r?\n/g, '\r\n')
}

/**
 * The report of this program and office.
 * @param stoppfil the shell's log of stops
 * @param program the folder of the program's own files
 */
export function felrapportFor(datamapp: string, stoppfil: string, program: string): { filnamn: string; text: string } {
  const tid = klockan()
  const loggar = [{ rubrik: 'Fel i kontoret', fil: join(datamapp, 'fel.log') }, { rubrik: 'Stopp', fil: stoppfil }]
  const text = felrapport({ tid, lotsen: LOTSEN_VERSION, motor: process.versions, system: `${process.platform} ${release()}`, loggar, filer: readdirSync(program) })
  return { filnamn: `Lotsen felrapport ${tid.slice(0, 10)}.txt`, text }
}

/** Notes that the window or the office ended by itself. */
export function noteraStopp(fil: string, vad: 'fonstret' | 'kontoret', varfor: string, kod: number, tid = klockan()): void {
  try {
    mkdirSync(dirname(fil), { recursive: true, mode: 0o700 })
    if ((statSync(fil, { throwIfNoEntry: false })?.size ?? 0) > STORST) renameSync(fil, `${fil}.1`)
    const rad = `${tid} ${vad} ${varfor} ${kod}`
    appendFileSync(fil, `${STOPP.test(rad) ? rad : `${tid} ${vad} slut ${kod}`}\n`, { mode: 0o600 })
  } catch {
    // The disk may be the very thing that failed.
  }
}
