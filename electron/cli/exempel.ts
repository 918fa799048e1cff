import { klockan } from '../office/klocka.ts'
import { resolve } from 'node:path'
import { skapaExempelkontor } from '../office/exempel.ts'
import { DATA, JSON_FLAGGA, type Kommando } from './kommando.ts'

const STORLEKAR = ['liten', 'skaraborg', 'sverige'] as const
type Storlek = (typeof STORLEKAR)[number]

/** `exempel`: a made-up office; the same seed makes the same office. */
export const exempel: Kommando = {
  namn: 'exempel',
  vad: 'Skapar ett påhittat kontor med flera års verksamhet och skriver dess inloggningar.',
  flaggor: {
    data: DATA,
    storlek: { slag: 'text', val: STORLEKAR, vad: 'utan flaggan liten' },
    fro: { slag: 'text', varde: 'N', vad: 'samma tal ger samma kontor; utan flaggan 1' },
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const data = resolve(angivet.text('data'))
    const storlek = (angivet.valfri('storlek') ?? 'liten') as Storlek
    const svar = await skapaExempelkontor({
      datamapp: data,
      storlek,
      fro: angivet.heltal('fro', 0, 4_294_967_295) ?? 1,
      nu: klockan,
      rapport: (vad, klart, av) => ut.forlopp(vad, klart, av),
    })
    if (angivet.ja('json')) ut.json({ data, ...svar })
    else {
      ut.skriv(`Exempelkontoret ligger i ${data}. Alla personer i det är påhittade. Logga in som någon av:\n`)
      const bredd = Math.max(...svar.anvandare.map(({ anvandarnamn }) => anvandarnamn.length))
      for (const { anvandarnamn, namn, roller, losenord } of svar.anvandare) ut.skriv(`  ${anvandarnamn.padEnd(bredd)}  ${losenord}  ${namn} (${roller.join(', ')})`)
    }
    return 0
  },
}
