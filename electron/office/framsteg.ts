/**
 * How far something has come that a page waits for as one answer: a login that changes the database key, a list whose
 * cases get new keys, hundreds of cases accepted. The page asks for it beside (`session.framsteg`); never a name in it.
 */
export interface Framsteg { vad: string; klart: number; av: number }

export type Rapport = (framsteg: Framsteg | null) => void

/** Does something, and says at the end that it is no longer going on, whatever became of it. */
export async function medFramsteg<T>(rapport: Rapport, gor: () => Promise<T>): Promise<T> {
  try {
    return await gor()
  } finally {
    rapport(null)
  }
}
