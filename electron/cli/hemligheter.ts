import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Fel } from '../../db/model/fel.ts'

const HEMLIGHETER = {
  LOTSEN_LOSENORD: { fraga: 'Lösenord: ', saknas: 'Lösenordet saknas. Ange det i miljövariabeln LOTSEN_LOSENORD, eller kör kommandot i en terminal.' },
  LOTSEN_NYCKEL: { fraga: 'Nyckeln från nyckelbladet: ', saknas: 'Nyckeln saknas. Ange den i miljövariabeln LOTSEN_NYCKEL, eller kör kommandot i en terminal.' },
} as const

/** Asks at the terminal; what is typed is not shown. */
async function fraga(text: string): Promise<string> {
  process.stderr.write(text)
  const tyst = new Writable({ write: (_, __, klar) => klar() })
  const rader = createInterface({ input: process.stdin, output: tyst, terminal: true, historySize: 0 })
  try {
    return await new Promise<string>((svar, avbrutet) => {
      rader.once('line', svar)
      rader.once('SIGINT', () => avbrutet(new Fel('avbrutet', 'Avbrutet. Ingenting ändrades.')))
      rader.once('close', () => avbrutet(new Fel('avbrutet', 'Avbrutet. Ingenting ändrades.')))
    })
  } finally {
    rader.close()
    process.stderr.write('\n')
  }
}

const givna = new Map<string, string>()

/** Takes the secrets out of the environment, so that no program started from here gets them. First thing of all. */
export function taHemligheter(): void {
  for (const namn of Object.keys(HEMLIGHETER)) {
    const given = process.env[namn]
    delete process.env[namn]
    if (given !== undefined && given !== '') givna.set(namn, given)
  }
}

/** A password or recovery key: as given in the environment, else asked for at the terminal. Throws `Fel` when there is none. */
export async function lasHemlighet(namn: keyof typeof HEMLIGHETER): Promise<string> {
  const given = givna.get(namn)
  if (given !== undefined) return given
  const { fraga: text, saknas } = HEMLIGHETER[namn]
  if (!process.stdin.isTTY) throw new Fel('hemlighet_saknas', saknas)
  return fraga(text)
}
