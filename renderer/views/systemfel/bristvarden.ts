import { z } from 'zod'
import type { Datum } from '../../../db/model/kalender.ts'
import { zAndraBrist, zBrist, type BristRad } from '../../../db/model/systemfel/index.ts'
import { jamforbar } from '../../../db/model/text.ts'
import { systemfel as text } from '../../texter/systemfel.ts'

/** A brist as it is filled in: '' for what has not been chosen. */
export interface Bristvarden {
  readonly vad: string
  readonly kategori: string
  readonly niva: string
  readonly aktor: string
  /** A kommun, HELA, or '' until it has been chosen. */
  readonly kommun: string
  readonly foljd: string
  readonly forslag: string
  readonly datum: string
  readonly inteNamn: string[]
}

/** The whole unit, among the kommuner of a list. */
export const HELA = 'hela'

export const tomBrist = (idag: Datum): Bristvarden => ({ vad: '', kategori: '', niva: '', aktor: '', kommun: '', foljd: '', forslag: '', datum: idag, inteNamn: [] })

export const bristvarden = ({ vad, kategori, niva, aktor, kommun, foljd, forslag, forst, inteNamn }: BristRad): Bristvarden =>
  ({ vad, kategori, niva, aktor, kommun: kommun ?? HELA, foljd, forslag, datum: forst, inteNamn })

export const kommunEllerHela = (kommun: string): string | null => (kommun === HELA ? null : kommun)

const medMening = <T>(schema: z.ZodType<T>) => z.unknown().transform((varden, ctx): T => {
  const last = schema.safeParse(varden)
  if (last.success) return last.data
  for (const { path, message } of last.error.issues) ctx.addIssue({ code: 'custom', path, message: path[0] === 'kommun' ? text.valjKommun : message })
  return z.NEVER
})
export const zNyBrist = medMening(zBrist)
export const zAndrad = medMening(zAndraBrist)
export const tillBrist = (varden: Bristvarden): unknown => ({ ...varden, kommun: kommunEllerHela(varden.kommun) })

/** What the list is narrowed by: brister are not people, so all of it is allowed (DOMAIN §3). '' = all. */
export interface Bristfilter {
  readonly kategori: string
  readonly niva: string
  readonly aktor: string
  readonly status: string
  readonly kommun: string
  readonly strukna: boolean
}
export const ALLA: Bristfilter = { kategori: '', niva: '', aktor: '', status: '', kommun: '', strukna: false }

/** The brister of a choice, the last observed first. A kommun has those seen there, and those of the whole unit. */
export function urval(rader: readonly BristRad[], filter: Bristfilter): BristRad[] {
  const lika = (vald: string, varde: string) => vald === '' || vald === varde
  return rader
    .filter((rad) => (filter.strukna || !rad.struken) && lika(filter.kategori, rad.kategori) && lika(filter.niva, rad.niva) && lika(filter.aktor, rad.aktor) && lika(filter.status, rad.status)
      && (filter.kommun === '' || rad.kommuner.some((k) => k === null || k === filter.kommun)))
    .toSorted((a, b) => (a.senast > b.senast ? -1 : a.senast < b.senast ? 1 : a.id < b.id ? -1 : 1))
}

/** The answered words with one more; the same word in another case is one. */
export const medSvar = (svar: readonly string[], ord: string): string[] => (svar.some((s) => jamforbar(s) === jamforbar(ord)) ? [...svar] : [...svar, ord])

/** The beginning of what happens, as a page's heading: whole words, at most about 80 signs. */
export function kortad(vad: string, hogst = 80): string {
  const rad = vad.split('\n')[0] ?? ''
  if (rad.length <= hogst) return rad
  return `${rad.slice(0, hogst + 1).replace(/\s+\S*$/u, '')} …`
}
