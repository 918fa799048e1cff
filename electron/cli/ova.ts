import { resolve } from 'node:path'
import { lasHemlighet } from './hemligheter.ts'
import { ANVANDARE, DATA, JSON_FLAGGA, type Kommando } from './kommando.ts'
import { folj, medKontor } from './kontor.ts'

/** `ova`: a drill. A copy is restored to a private place, checked against the office, and the place is destroyed. */
export const ova: Kommando = {
  namn: 'ova',
  vad: 'Övar återställning: en kopia återställs på en tillfällig plats, jämförs med kontoret och förstörs. Det antecknas i loggen.',
  flaggor: {
    data: DATA,
    anvandare: ANVANDARE,
    fil: { slag: 'text', varde: 'KOPIA', vad: 'säkerhetskopian; utan den tas den senaste dagliga' },
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const fil = angivet.valfri('fil')
    const svar = await medKontor({ data: angivet.text('data'), anvandare: angivet.text('anvandare') }, ut, async ({ sakerhetskopior }) =>
      folj(await sakerhetskopior.ova({ ...(fil === undefined ? {} : { fil: resolve(fil) }), losenord: await lasHemlighet('LOTSEN_LOSENORD') }), ut),
    )
    if (angivet.ja('json')) ut.json(svar)
    else ut.skriv(`Kopian går att återställa: ${svar.fil}\n${svar.tal.arenden} ärenden, ${svar.tal.uppdrag} uppdrag, ${svar.tal.kontakter} kontakter, ${svar.tal.loggrader} loggrader, på ${svar.sekunder} s.`)
    return 0
  },
}
