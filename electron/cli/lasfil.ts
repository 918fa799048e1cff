import { readFile, stat } from 'node:fs/promises'
import { Fel } from '../../db/model/fel.ts'

const MENINGAR: Record<string, string> = {
  ENOENT: 'finns inte. Kontrollera sökvägen.',
  ENOTDIR: 'finns inte. Kontrollera sökvägen.',
  EISDIR: 'är en mapp. Ange en fil.',
  EACCES: 'går inte att läsa. Kontrollera rättigheterna till den.',
  EPERM: 'går inte att läsa. Kontrollera rättigheterna till den.',
}

/** Reads a file that the user named; `vad` begins the sentence ("Registret"). Throws `Fel`. */
export async function lasFil(fil: string, vad: string, storst: number): Promise<Buffer<ArrayBuffer>> {
  try {
    const { size } = await stat(fil)
    if (size > storst) throw new Fel('fil_for_stor', `${vad} är större än ${Math.floor(storst / 1024 / 1024)} MB och läses inte. Kontrollera att rätt fil är vald.`)
    return await readFile(fil)
  } catch (fel) {
    const mening = MENINGAR[(fel as NodeJS.ErrnoException).code ?? '']
    throw mening === undefined ? fel : new Fel('fil_saknas', `${vad} ${mening}`, { cause: fel })
  }
}
