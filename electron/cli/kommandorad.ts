import { Fel } from '../../db/model/fel.ts'
import { gorPdf, type Pdfmotor } from '../pdf.ts'
import { aterstall } from './aterstall.ts'
import { exempel } from './exempel.ts'
import { Anvandningsfel, lasFlaggor } from './flaggor.ts'
import { taHemligheter } from './hemligheter.ts'
import { importera } from './importera.ts'
import { anvandning, type Kommando, oversikt } from './kommando.ts'
import { kontrollera } from './kontrollera.ts'
import { somFel } from './kontor.ts'
import { kor } from './kor.ts'
import { nytt } from './nytt.ts'
import { ova } from './ova.ts'
import { redovisning } from './redovisning.ts'
import { sakerhetskopia } from './sakerhetskopia.ts'
import { Strommar } from './utgang.ts'

/** The commands of INTERFACES "Command line", in its order. */
export const KOMMANDON: readonly Kommando[] = [nytt, exempel, importera, redovisning, sakerhetskopia, kontrollera, aterstall, ova, kor]

const HJALP = ['--help', '-h', 'hjalp', 'hjälp']

function felkod(fel: unknown, kommando: Kommando | undefined, ut: Strommar): number {
  if (fel instanceof Anvandningsfel) {
    ut.meddela(fel.message)
    ut.meddela(`\n${kommando === undefined ? oversikt(KOMMANDON) : anvandning(kommando)}`)
    return 2
  }
  const egen = somFel(fel)
  if (process.env['LOTSEN_FELSOK'] === '1') console.error(fel)
  ut.meddela(egen instanceof Fel ? egen.message : 'Något gick fel i Lotsen och ingenting ändrades. Försök igen; om det händer på nytt, kontakta den som sköter programmet.')
  return 1
}

/**
 * Runs one command line (the arguments after the program's name) and returns its exit code:
 * 0 done, 1 refused or failed with one sentence on stderr, 2 wrong usage.
 * @param motor makes the PDFs: the desktop program's own window engine, else a browser on the computer
 */
export async function kommandorad(argument: readonly string[], motor: Pdfmotor = gorPdf): Promise<number> {
  taHemligheter()
  const ut = new Strommar(process.stdout, process.stderr, process.stderr.isTTY)
  const [namn, ...resten] = argument
  const kommando = KOMMANDON.find((k) => k.namn === namn)
  try {
    if (namn === undefined) throw new Anvandningsfel('Ange ett kommando.')
    if (HJALP.includes(namn)) {
      ut.skriv(oversikt(KOMMANDON))
      return 0
    }
    if (kommando === undefined) throw new Anvandningsfel(`Kommandot ${namn} finns inte.`)
    if (resten.some((del) => HJALP.includes(del))) {
      ut.skriv(anvandning(kommando))
      return 0
    }
    return await kommando.kor(lasFlaggor(resten, kommando.flaggor), ut, motor)
  } catch (fel) {
    return felkod(fel, kommando, ut)
  } finally {
    await ut.tom()
  }
}
