import { hamtaBerattelse, sparaBerattelse } from '../../../db/store/verksamhetsberattelse.ts'
import { lasBerattelse } from '../berattelse.ts'
import { os } from '../kontext.ts'
import { stegvis } from '../steg.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const verksamhetsberattelse = {
  hamta: os.verksamhetsberattelse.hamta.handler(({ context, input, signal }) => stegvis(async (rapport) => {
    const { inloggad, nu } = context.kontor
    const svar = await lasBerattelse(inloggad, { ...input, nu: nu(), signal }, rapport)
    await inloggad.skriv((_, logga) => logga({ handling: 'statistik.oppnad', objekt: String(input.ar) }))
    return svar
  })),

  spara: os.verksamhetsberattelse.spara.handler(({ context: { kontor: { inloggad } }, input }) => inloggad.skriv((db, logga, tid) => {
    const version = sparaBerattelse(db, { ...input, tid, avId: inloggad.id })
    logga({ handling: 'verksamhetsberattelse.sparad', objekt: String(input.ar) })
    return { version, tid }
  })),

  word: os.verksamhetsberattelse.word.handler(async ({ context, input: { ar }, signal }) => {
    const { inloggad, nu } = context.kontor
    const svar = await lasBerattelse(inloggad, { ar, nu: nu(), signal })
    // Word's document is large code for a file made once a year.
    const { berattelseSomWord } = await import('../berattelsedocx.ts')
    const innehall = new Uint8Array(await berattelseSomWord(svar))
    await inloggad.skriv((db, logga) => logga({ handling: 'verksamhetsberattelse.exporterad', objekt: `${ar} ${hamtaBerattelse(db, ar)?.version ?? 0}` }))
    return new File([innehall], `Verksamhetsberättelse ${ar}.docx`, { type: WORD })
  }),
}
