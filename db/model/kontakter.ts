import { z } from 'zod'
import { zDatum, zId, zKod, zKommun, zVersion } from './grund.ts'

/** The outcomes a contact can have before it has become an uppdrag (DOMAIN §4). */
const falt = {
  datum: zDatum(),
  kommun: zKommun,
  kontaktvag: zKod(),
  initiativtagare: zKod(),
  orsaker: z.array(zKod()).max(20),
  utfall: zKod('Välj vad kontakten ledde till.'),
  kodatum: zDatum().nullable(),
  kolamnad: zDatum().nullable(),
}

interface Kodatum { datum: string; utfall: string; kodatum: string | null; kolamnad: string | null }
/** Date order and queue rules of INTERFACES REGISTER, the same for a contact made on the screen. */
function regler(v: Kodatum, ctx: z.core.$RefinementCtx<Kodatum>) {
  const fel = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
  if (v.utfall === 'i_ko' && v.kodatum === null) fel('kodatum', 'Skriv vilket datum personen ställdes i kö.')
  if (v.kodatum !== null && v.kodatum < v.datum) fel('kodatum', 'Ködatum kan inte ligga före kontaktens datum.')
  if (v.kolamnad !== null && v.kodatum === null) fel('kolamnad', 'Skriv först vilket datum personen ställdes i kö.')
  if (v.kolamnad !== null && v.kodatum !== null && v.kolamnad < v.kodatum) fel('kolamnad', 'Kön kan inte lämnas före ködatum.')
  if (v.kolamnad !== null && v.utfall === 'i_ko') fel('utfall', 'Den som lämnat kön behöver ett nytt utfall.')
  if (v.kolamnad === null && v.kodatum !== null && v.utfall !== 'i_ko' && v.utfall !== 'uppdrag')
    fel('kolamnad', 'Skriv vilket datum personen lämnade kön.')
}

export const zKontakt = z.object(falt).superRefine(regler)
export const zAndraKontakt = z.object({ id: zId, version: zVersion, ...falt }).superRefine(regler)

export interface KontaktRad {
  id: string
  datum: string
  kommun: string
  kontaktvag: string
  initiativtagare: string
  orsaker: string[]
  utfall: string
  kodatum: string | null
  kolamnad: string | null
  /** The case it led to, only when the reader has it; otherwise null and `ledTillUppdrag` says that it did. */
  arendenummer: string | null
  ledTillUppdrag: boolean
  registreradAv: string
  struken: boolean
  version: number
}
