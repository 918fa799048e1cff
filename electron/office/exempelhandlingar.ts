import type { Faltvarde } from '../../db/model/blankett/typer.ts'
import { arAv } from '../../db/model/kalender.ts'
import { hamtaBlankett } from '../../db/store/blanketter.ts'
import type { Db } from '../../db/store/db.ts'
import { hamtaEnhet } from '../../db/store/enhet.ts'
import { laggInFaststalld } from '../../db/store/faststallda.ts'
import { hamtaHandling, hamtaVarden, laggInInlamning, sattStatus, sparaVarde } from '../../db/store/handlingar.ts'
import { raknaEttAr, raknaJamforelse } from './arsrakning.ts'
import { aretsKommuner, type Raknekontor } from './arsunderlag.ts'
import { frysUtkast, skapaHandling } from './handlingar.ts'

/** How many years back the example office has handed in. */
const AR_BAKAT = 2

/** What the unit wrote; made up, like all of the example. */
const TEXTER: Readonly<Record<string, Faltvarde>> = {
  utbildning_text: 'De som började under året har gått introduktionsutbildningen. Alla ombud har deltagit i länets nätverksträffar.',
  handledning_text: 'Grupphandledning en gång i månaden med extern handledare. Enskild handledning vid behov.',
  grupper: 'Vuxna med psykisk funktionsnedsättning och omfattande behov av samordnade insatser. De flesta har kontakt med flera myndigheter samtidigt.',
  orsaker_text: 'Ekonomi och skulder är fortsatt vanligt, ofta tillsammans med en ansökan som har fått avslag.',
  har_bedomningsriktlinjer: true,
  har_prioriteringsordning: true,
  riktlinjer_text: 'Den som har barn i hemmet eller riskerar att förlora sin bostad går före. Därefter avgör hur länge personen har väntat.',
  organisation_text: 'Verksamheten drivs av värdkommunen för kommunerna tillsammans. Ombuden har arbetsplats i de kommuner där de arbetar.',
  ledning_text: 'Enhetschefen leder arbetet. Ledningsgruppen möts fyra gånger om året.',
  samverkan_text: 'Samverkan sker med socialtjänst, psykiatri, primärvård, Försäkringskassan och Arbetsförmedlingen samt brukar- och anhörigorganisationer.',
  brister_text: 'Långa handläggningstider och oklart ansvar mellan kommun och region har återkommit under året. Bristerna har tagits upp i ledningsgruppen.',
  ekonomi_text: 'Kostnaderna har fördelats mellan kommunerna enligt avtalet.',
}

/**
 * Earlier years' redovisningar of the example office, fixed and handed in by the very rules of the program: figures
 * counted from its own rows, hash included. Log rows of the years before are left out, as for all that the example holds.
 * @param chef who fixed them: user id and name
 */
export async function laggInExempelhandlingar(db: Db, { idag, chef }: { idag: string; chef: { id: string; namn: string } }): Promise<void> {
  const { vardkommun } = hamtaEnhet(db)
  for (let ar = arAv(idag) - AR_BAKAT; ar < arAv(idag); ar++) {
    const [kommuner, datum] = [aretsKommuner(db, ar), `${ar + 1}-01-12`]
    if (kommuner.length === 0 || datum > idag) continue
    const tid = `${datum}T09:20:00.000Z`
    const kontor: Raknekontor = {
      db, idag: datum,
      rakna: async (vilket, kommun) => {
        const { figurer, bakom } = raknaEttAr(db, vilket, kommun, datum)
        return { figurer, bakom, oppningsbara: Object.keys(bakom), fjol: raknaJamforelse(db, vilket - 1, kommun, datum).figurer }
      },
    }
    const id = skapaHandling(db, 'redovisning', { ar, sokande: vardkommun, kommuner }, { tid, av: chef.id })
    const varden = hamtaVarden(db, id)
    const falt = hamtaBlankett(db, hamtaHandling(db, 'redovisning', id).blankett).punkter.flatMap((p) => p.falt)
    for (const [namn, varde] of Object.entries(TEXTER)) {
      if (falt.some((f) => f.id === namn)) sparaVarde(db, { handlingId: id, falt: namn, varde, version: varden.get(namn)?.version ?? 0, tid, av: chef.id })
    }
    const { attRatta: _, ...frusen } = await frysUtkast(kontor, hamtaHandling(db, 'redovisning', id))
    laggInFaststalld(db, { handlingId: id, tid, av: chef.id, ...frusen })
    sattStatus(db, { id, version: 1, fran: 'utkast', till: 'faststalld' })
    laggInInlamning(db, { handlingId: id, datum, av: chef.namn, diarienummer: `701-${1000 + (ar % 100) * 37}-${ar + 1}`, kvittens: 'Mottagen i länsstyrelsens e-tjänst.', skal: null, tid, noteradAv: chef.id })
    sattStatus(db, { id, version: 2, fran: 'faststalld', till: 'inlamnad' })
  }
}
