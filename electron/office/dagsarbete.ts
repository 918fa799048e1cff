import { provaDagensKedja } from './kedja.ts'
import type { Kontor } from './kontor.ts'
import { dagskopia, FORLOPP } from './kopiering.ts'

/** The first page comes first. */
const STRAX_MS = 1500

/** Begins what is done once a day after a login, without anybody waiting for it: the copy, and then, whatever became of it, the walk of the log's chain. */
export function borjaDagsarbetet(kontor: Kontor): void {
  if (kontor.skal.slag === 'cli') return // a command does what it says, and ends
  kontor.minne.set(FORLOPP, { vad: '', klart: 0, av: 0 }) // so that the first page asks again until it is done
  const gor = async (var_: string, arbete: (kontor: Kontor) => Promise<unknown>) => {
    if (kontor.inloggadFinns) await arbete(kontor).catch((fel: unknown) => void kontor.bugg(fel, var_))
  }
  setTimeout(() => void gor('sakerhetskopior.dagskopia', dagskopia).then(() => gor('logg.dagens', provaDagensKedja)), STRAX_MS).unref()
}
