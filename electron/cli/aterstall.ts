import { klockan } from '../office/klocka.ts'
import { resolve } from 'node:path'
import { oppnaKopiefil } from '../../db/vault/kopialasning.ts'
import { aterstallKontor } from '../office/aterstalla.ts'
import { lasHallare } from './hallare.ts'
import { DATA, ELLER_NYCKEL, JSON_FLAGGA, type Kommando } from './kommando.ts'

/** `aterstall`: a backup into an empty folder, or in the place of an office that is set aside beside it. */
export const aterstall: Kommando = {
  namn: 'aterstall',
  vad: 'Återställer en säkerhetskopia. Ett kontor som redan ligger i mappen läggs undan bredvid, det tas aldrig bort.',
  flaggor: {
    fil: { slag: 'text', kravs: true, varde: 'KOPIA', vad: 'säkerhetskopian' },
    data: { ...DATA, vad: 'mappen som kontoret ska ligga i' },
    anvandare: ELLER_NYCKEL,
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const [fil, data] = [angivet.text('fil'), resolve(angivet.text('data'))]
    await (await oppnaKopiefil(fil)).close() // a missing file is said before a password is asked for
    const hallare = await lasHallare(angivet.valfri('anvandare'))
    const { undanlagd, attGora } = await aterstallKontor({ fil, hallare, datamapp: data, nu: klockan, rapport: (vad, klart, av) => ut.forlopp(vad, klart, av) })
    if (angivet.ja('json')) ut.json({ data, undanlagd, attGora })
    else {
      ut.skriv(undanlagd === null ? `Kontoret är återställt i ${data}.` : `Kontoret är återställt i ${data}. Det kontor som låg där finns kvar i ${undanlagd}.`)
      for (const mening of attGora) ut.skriv(mening)
    }
    return 0
  },
}
