import { ANVANDARE, DATA, JSON_FLAGGA, type Kommando } from './kommando.ts'
import { folj, medKontor } from './kontor.ts'

/** `sakerhetskopia`: one file, verified after writing. */
export const sakerhetskopia: Kommando = {
  namn: 'sakerhetskopia',
  vad: 'Gör en säkerhetskopia i en fil och kontrollerar den.',
  flaggor: {
    data: DATA,
    anvandare: ANVANDARE,
    till: { slag: 'text', kravs: true, varde: 'FIL', vad: 'filen som kopian skrivs till; den får inte finnas' },
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const kopia = await medKontor({ data: angivet.text('data'), anvandare: angivet.text('anvandare') }, ut, async ({ sakerhetskopior }) =>
      folj(await sakerhetskopior.exportera({ fil: angivet.text('till') }), ut),
    )
    if (angivet.ja('json')) ut.json(kopia)
    else ut.skriv(`Säkerhetskopian är skriven och kontrollerad: ${kopia.fil}\n${kopia.arenden} ärenden, ${kopia.byte} byte, sha256 ${kopia.sha256}`)
    return 0
  },
}
