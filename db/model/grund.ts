import { z } from 'zod'
import { arDatum, type Datum } from './kalender.ts'

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

/** The earliest day of the work itself: the trials with personligt ombud began in 1995. A year long past is a slip of the finger. */
export const TIDIGAST: Datum = '1990-01-01'
/** The first day of what has been so since before anybody wrote it down: a kommun of the unit, an employment. */
export const FRAN_BORJAN: Datum = '1900-01-01'
const SENAST: Datum = '2100-12-31'

export const datumForTidigt = (tidigast: Datum) => `Datumet ligger före år ${tidigast.slice(0, 4)}. Rätta årtalet.`
export const DATUM_FOR_SENT = 'Datumet ligger för långt fram i tiden. Rätta årtalet.'

/** A calendar day `YYYY-MM-DD` that exists, in a year that somebody can have meant. */
export const zDatum = (mening = 'Skriv ett datum som finns, till exempel 2026-03-01.', tidigast: Datum = TIDIGAST) =>
  z.string(mening)
    .refine(arDatum, { error: mening, abort: true })
    .refine((dag) => dag >= tidigast, datumForTidigt(tidigast))
    .refine((dag) => dag <= SENAST, DATUM_FOR_SENT)

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
