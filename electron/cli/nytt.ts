import { klockan } from '../office/klocka.ts'
import { resolve } from 'node:path'
import { type Kontorsfil, zKontorsfil } from '../../db/model/enhet.ts'
import { Fel } from '../../db/model/fel.ts'
import { grupper, skapaNyckelblad } from '../../db/vault/nyckelblad.ts'
import { skapaKontor } from '../office/skapa.ts'
import type { Angivet } from './flaggor.ts'
import { DATA, JSON_FLAGGA, type Kommando } from './kommando.ts'
import { lasFil } from './lasfil.ts'
import type { Utgang } from './utgang.ts'

const STORSTA = 5 * 1024 * 1024

/** Where in OFFICE.json something is, as a person reads it: anvandare, post 2, losenord. */
const plats = (path: readonly PropertyKey[]) => path.map((del) => (typeof del === 'number' ? `post ${del + 1}` : String(del))).join(', ')

/** Reads OFFICE.json. Throws `Fel` that says what is wrong and where. */
export async function lasKontorsfil(fil: string): Promise<Kontorsfil> {
  const text = (await lasFil(fil, 'Filen med kontorets uppgifter', STORSTA)).toString('utf8').replace(/^\uFEFF/u, '')
  let innehall: unknown
  try {
    innehall = JSON.parse(text)
  } catch (cause) {
    throw new Fel('ogiltigt', 'Filen med kontorets uppgifter är inte skriven som JSON. Jämför med exemplet i dokumentationen.', { falt: 'enhet', cause })
  }
  const last = zKontorsfil.safeParse(innehall)
  if (last.success) return last.data
  const [problem] = last.error.issues
  const var_ = plats(problem?.path ?? [])
  throw new Fel('ogiltigt', `Filen med kontorets uppgifter har ett fel${var_ === '' ? '' : ` (${var_})`}: ${problem?.message ?? 'något saknas.'}`, { falt: 'enhet', cause: last.error })
}

/** `nytt`: creates an office, and shows its recovery key this once. */
export const nytt: Kommando = {
  namn: 'nytt',
  vad: 'Skapar ett kontor i en tom mapp och visar nyckeln till nyckelbladet, den enda gången.',
  flaggor: {
    data: DATA,
    enhet: { slag: 'text', kravs: true, varde: 'OFFICE.json', vad: 'enhet, kommuner, användare och anställningar' },
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const data = resolve(angivet.text('data'))
    const fil = await lasKontorsfil(angivet.text('enhet'))
    const blad = await skapaNyckelblad()
    try {
      ut.forlopp('Skapar kontoret')
      // Passwords in the file are the users' own (INTERFACES).
      await skapaKontor({
        datamapp: data, fil, blad, nu: klockan, masteByta: () => false,
        // Shown before the office counts: killed in between, there is a key to nothing, and never an office without its key.
        innanDetGaller: async () => {
          visa(angivet, ut, data, blad.text())
          await ut.framme()
        },
      })
      return 0
    } finally {
      blad.glom()
    }
  },
}

function visa(angivet: Angivet, ut: Utgang, data: string, nyckel: string): void {
  if (angivet.ja('json')) ut.json({ data, nyckel })
  else {
    ut.skriv(`Kontoret läggs i ${data}.`)
    ut.skriv(`\nNyckeln till nyckelbladet visas bara nu. Skriv ner den och förvara den som en värdehandling:\n\n  ${nyckel}\n`)
    ut.skriv(grupper(nyckel).map((grupp, i) => `  ${String(i + 1).padStart(2)}  ${grupp}`).join('\n'))
  }
}
