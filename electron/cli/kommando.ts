import type { Pdfmotor } from '../pdf.ts'
import type { Angivet, Flagga, Flaggor } from './flaggor.ts'
import type { Utgang } from './utgang.ts'

/** One command of INTERFACES "Command line". */
export interface Kommando {
  readonly namn: string
  /** What it does, in one sentence. */
  readonly vad: string
  readonly flaggor: Flaggor
  /** Does it. Returns the exit code; throws `Fel` (1) or `Anvandningsfel` (2). */
  readonly kor: (angivet: Angivet, ut: Utgang, gorPdf: Pdfmotor) => Promise<number>
}

/** Flags that several commands share. */
export const DATA: Flagga = { slag: 'text', kravs: true, varde: 'DIR', vad: 'mappen där kontoret ligger' }
export const ANVANDARE: Flagga = { slag: 'text', kravs: true, varde: 'NAMN', vad: 'användarnamn; lösenordet i LOTSEN_LOSENORD, annars frågas det efter' }
export const ELLER_NYCKEL: Flagga = { slag: 'text', varde: 'NAMN', vad: 'användarnamn; utan det används nyckelbladet, i LOTSEN_NYCKEL eller på fråga' }
export const JSON_FLAGGA: Flagga = { slag: 'ja', vad: 'skriv resultatet som ett JSON-värde och inget annat' }

const visad = (namn: string, { slag, varde, val }: Flagga) => (slag === 'ja' ? `--${namn}` : `--${namn} ${val?.join('|') ?? varde ?? 'TEXT'}`)

/** The usage of one command. */
export function anvandning({ namn, vad, flaggor }: Kommando): string {
  const delar = Object.entries(flaggor).map(([flagga, f]) => {
    const text = visad(flagga, f)
    return f.kravs ? text : `[${text}]${f.slag === 'flera' ? '…' : ''}`
  })
  const bredd = Math.max(...Object.entries(flaggor).map(([flagga, f]) => visad(flagga, f).length))
  const rader = Object.entries(flaggor).map(([flagga, f]) => `  ${visad(flagga, f).padEnd(bredd)}  ${f.vad}`)
  return [`Användning: lotsen ${namn} ${delar.join(' ')}`, '', vad, '', ...rader, ''].join('\n')
}

/** The usage of the whole program. */
export function oversikt(kommandon: readonly Kommando[]): string {
  const bredd = Math.max(...kommandon.map(({ namn }) => namn.length))
  return [
    'Användning: lotsen KOMMANDO [flaggor]',
    '',
    ...kommandon.map(({ namn, vad }) => `  ${namn.padEnd(bredd)}  ${vad}`),
    '',
    'lotsen KOMMANDO --help visar kommandots flaggor.',
    'Lösenord och nyckel skrivs aldrig som flaggor: de tas ur LOTSEN_LOSENORD och LOTSEN_NYCKEL, annars frågas de efter.',
    '',
  ].join('\n')
}
