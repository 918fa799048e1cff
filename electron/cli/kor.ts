import { kor as korWebb } from '../web.ts'
import { DATA, type Kommando } from './kommando.ts'

/** `kor`: the program for a browser on this machine. */
export const kor: Kommando = {
  namn: 'kor',
  vad: 'Startar Lotsen för en webbläsare på den här datorn och skriver adressen.',
  flaggor: {
    data: DATA,
    port: { slag: 'text', varde: 'PORT', vad: 'porten; utan den väljs en ledig' },
  },
  kor(angivet, ut) {
    const port = angivet.heltal('port', 1, 65_535)
    return korWebb({ datamapp: angivet.text('data'), ...(port === undefined ? {} : { port }), skriv: (rad) => ut.skriv(rad) })
  },
}
