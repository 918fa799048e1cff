import { z } from 'zod'
import { arDatum } from './kalender.ts'

/**
 * The small schemas every area's input is built from. Messages are what the user reads beside the field.
 * Text is trimmed and NFC-normalised here, once, where it enters (DESIGN §2 Swedish text).
 */

const stad = (s: string) => s.normalize('NFC').trim()

/** A line of text; empty is refused. `vad` names it in the sentence ("Skriv ett namn"). */
export const zRad = (mening: string, max = 200) =>
  z.string().transform(stad).pipe(z.string().min(1, mening).max(max, `Korta ner texten till högst ${max} tecken.`))

/** A text that may be empty (then ''). */
export const zText = (max = 4000) =>
  z.string().transform(stad).pipe(z.string().max(max, `Korta ner texten till högst ${max} tecken.`))

/** A path on this computer or a share; empty = none. What no system allows in one is refused here, before a file is asked for. */
export const zSokvag = () => zText(1000).refine((s) => !/\p{Cc}/u.test(s), 'Sökvägen har tecken som inte går att använda. Skriv den på nytt.')

/** A calendar day `YYYY-MM-DD` that exists. */
export const zDatum = (mening = 'Skriv ett datum som finns, till exempel 2026-03-01.') =>
  z.string(mening).refine(arDatum, mening)

export const zKod = (mening = 'Välj ett alternativ.') => z.string(mening).regex(/^[a-z0-9_]{1,60}$/, mening)
export const zKommun = z.string('Välj en kommun.').regex(/^\d{4}$/, 'Välj en kommun.')
export const zId = z.uuid()
export const zVersion = z.int().min(1)
export const zNummer = z.string().regex(/^\d{4}-\d{4,6}$/, 'Ärendenumret skrivs som 2026-0014.')
export const zAr = z.int('Välj ett år.').min(2000, 'Välj ett år från 2000.').max(2100, 'Välj ett år före 2100.')
export const zProcent = z.int('Skriv procent som ett heltal.').min(1, 'Skriv minst 1 procent.').max(100, 'Skriv högst 100 procent.')

/** Birth year: never personnummer (DOMAIN §3). */
export const zFodelsear = z.int('Skriv födelseåret med fyra siffror.').min(1900, 'Skriv födelseåret med fyra siffror.').max(2100, 'Skriv födelseåret med fyra siffror.')

/** Login names: small letters and digits, so that they can be typed anywhere. */
export const zAnvandarnamn = z.string().transform((s) => stad(s).toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9åäöé][a-z0-9åäöé._-]{1,39}$/, 'Användarnamnet skrivs med 2–40 små bokstäver, siffror, punkt eller bindestreck.'))
