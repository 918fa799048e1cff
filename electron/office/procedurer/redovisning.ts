import type { Kodlistor } from '../../../db/model/kodlistor.ts'
import { STANDARD_ALDERSGRUPPER } from '../../../db/model/kodlistor.ts'
import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { forklaring, nummerOrdning, raknaRedovisning, type Redovisning, type RedovisningsRader } from '../../../db/model/redovisning/index.ts'
import { arendenummerFor } from '../../../db/store/arenden.ts'
import { hamtaEnhet, hamtaInstallningar, kommunerUnder } from '../../../db/store/enhet.ts'
import { hamtaKodlistor } from '../../../db/store/kodlistor.ts'
import type { Db } from '../../../db/store/db.ts'
import { arMedRader, redovisningsrader } from '../../../db/store/redovisning.ts'
import { os } from '../kontext.ts'

/**
 * Counts a year: rows by index from the store, figures by the pure rules of DOMAIN §4.
 * @param kommun codes to count as if they were the whole office; empty = all
 * @throws Fel `kommun_utanfor` for a kommun that was not the unit's in that year
 */
export function raknaAr(db: Db, ar: number, kommun: readonly string[], nu: string): Redovisning {
  const [a, b] = [`${ar}-01-01`, `${ar}-12-31`]
  const kommuner = kommunerUnder(db, a, b)
  const utanfor = kommun.find((kod) => !kommuner.includes(kod))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `Kommunen ${utanfor} hörde inte till enheten ${ar}. Välj en av enhetens kommuner.`, { falt: 'kommun' })
  return raknaRader(redovisningsrader(db, a, b), hamtaKodlistor(db), { ar, kommuner, urval: kommun, nu })
}

function raknaRader(rader: RedovisningsRader, kodlistor: Kodlistor, val: { ar: number; kommuner: string[]; urval: readonly string[]; nu: string }): Redovisning {
  return raknaRedovisning(rader, val.ar, {
    kommuner: val.kommuner, urval: val.urval.length === 0 ? null : val.urval, kodlistor,
    aldersgrupper: STANDARD_ALDERSGRUPPER, idag: idag(val.nu),
  })
}

/** Last year for comparison: those of the chosen kommuner that were the unit's then (a kommun may have joined since). */
function raknaFjol(db: Db, ar: number, kommun: readonly string[], nu: string): Redovisning {
  const da = new Set(kommunerUnder(db, `${ar}-01-01`, `${ar}-12-31`))
  const kvar = kommun.filter((kod) => da.has(kod))
  if (kommun.length > 0 && kvar.length === 0) {
    return raknaRader({ uppdrag: [], kontakter: [], anstallningar: [], franvaro: [] }, hamtaKodlistor(db), { ar, kommuner: [...kommun], urval: kommun, nu })
  }
  return raknaAr(db, ar, kvar, nu)
}

export const redovisning = {
  ar: os.redovisning.ar.handler(({ context }) => arMedRader(context.kontor.inloggad.db, idag(context.kontor.nu()))),

  hamta: os.redovisning.hamta.handler(async ({ context, input }) => {
    const { inloggad, nu } = context.kontor
    const { figurer, bakom } = raknaAr(inloggad.db, input.ar, input.kommun, nu())
    const fjol = raknaFjol(inloggad.db, input.ar - 1, input.kommun, nu())
    const { namn, vardkommun } = hamtaEnhet(inloggad.db)
    await inloggad.skriv((_, logga) => logga({ handling: 'redovisning.oppnad', objekt: String(input.ar) }))
    return { enhet: { namn, vardkommun }, figurer, fjol: fjol.figurer, oppningsbara: Object.keys(bakom) }
  }),

  oppna: os.redovisning.oppna.handler(async ({ context, input }) => {
    const { inloggad, nu } = context.kontor
    const { bakom } = raknaAr(inloggad.db, input.ar, input.kommun, nu())
    const nummer = Object.hasOwn(bakom, input.figur) ? bakom[input.figur] : undefined
    if (nummer === undefined) throw new Fel('finns_inte', 'Siffran finns inte i redovisningen. Läs in sidan på nytt.')
    const visa = hamtaInstallningar(inloggad.db).arendenBakomFigurer
    const mina = inloggad.roller.includes('ombud') ? arendenummerFor(inloggad.db, inloggad.id) : new Set<string>()
    await inloggad.skriv((_, logga) => logga({ handling: 'redovisning.figur', objekt: `${input.ar} ${input.figur}` }))
    return {
      figur: input.figur, forklaring: forklaring(input.figur) ?? '', antal: nummer.length, avstangt: !visa,
      arenden: visa ? nummer.toSorted(nummerOrdning).map((n) => ({ nummer: n, mitt: mina.has(n) })) : [],
    }
  }),
}

export const utskrifter = {
  logga: os.utskrifter.logga.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const tid = await inloggad.skriv((_, logga, nu) => {
      logga({ handling: 'utskrift', objekt: [input.dokument, input.ar, input.nummer].filter((del) => del !== undefined).join(' ') })
      return nu
    })
    return { tid, av: inloggad.namn }
  }),
  sparaPdf: os.utskrifter.sparaPdf.handler(async ({ context, input }) => {
    const { sparaPdf } = context.kontor.skal
    if (sparaPdf === undefined) throw new Fel('saknas_har', 'Välj Skriv ut och sedan Spara som PDF i webbläsarens utskriftsruta.')
    return { fil: await sparaPdf(input.filnamn) }
  }),
}
