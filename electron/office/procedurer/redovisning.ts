import { Fel } from '../../../db/model/fel.ts'
import { idag } from '../../../db/model/kalender.ts'
import { forklaring, nummerOrdning } from '../../../db/model/redovisning/index.ts'
import { arendenummerFor } from '../../../db/store/arenden.ts'
import { hamtaEnhet, hamtaInstallningar } from '../../../db/store/enhet.ts'
import { arMedRader } from '../../../db/store/redovisning.ts'
import { os } from '../kontext.ts'
import { raknaBakom, raknaFigurer } from '../rakning.ts'
import { handlingsprocedurer } from './handlingar.ts'

export const redovisning = {
  ar: os.redovisning.ar.handler(({ context }) => arMedRader(context.kontor.inloggad.db, idag(context.kontor.nu()))),

  hamta: os.redovisning.hamta.handler(async ({ context, input, signal }) => {
    const { inloggad } = context.kontor
    const { figurer, fjol, oppningsbara } = await raknaFigurer(inloggad, input.ar, input.kommun, { signal })
    const { namn, vardkommun } = hamtaEnhet(inloggad.db)
    await inloggad.skriv((_, logga) => logga({ handling: 'redovisning.oppnad', objekt: String(input.ar) }))
    return { enhet: { namn, vardkommun }, figurer, fjol, oppningsbara }
  }),

  oppna: os.redovisning.oppna.handler(async ({ context, input, signal }) => {
    const { inloggad } = context.kontor
    const nummer = await raknaBakom(inloggad, input.ar, input.kommun, input.figur, { signal })
    if (nummer === null) throw new Fel('finns_inte', 'Siffran finns inte i redovisningen. Läs in sidan på nytt.')
    const visa = hamtaInstallningar(inloggad.db).arendenBakomFigurer
    const mina = inloggad.roller.includes('ombud') ? arendenummerFor(inloggad.db, inloggad.id) : new Set<string>()
    await inloggad.skriv((_, logga) => logga({ handling: 'redovisning.figur', objekt: `${input.ar} ${input.figur}` }))
    return {
      figur: input.figur, forklaring: forklaring(input.figur) ?? '', antal: nummer.length, avstangt: !visa,
      arenden: visa ? nummer.toSorted(nummerOrdning).map((n) => ({ nummer: n, mitt: mina.has(n) })) : [],
    }
  }),

  ...handlingsprocedurer('redovisning'),
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
