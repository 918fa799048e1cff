import { resolve } from 'node:path'
import { oppnaKopiefil } from '../../db/vault/kopialasning.ts'
import { slutforHalvgjort } from '../office/halvgjort.ts'
import { kontrolleraKontor, kontrolleraKopia } from '../office/kontroll.ts'
import { Anvandningsfel } from './flaggor.ts'
import { lasHallare } from './hallare.ts'
import { DATA, ELLER_NYCKEL, JSON_FLAGGA, type Kommando } from './kommando.ts'

/** `kontrollera`: opens a backup or an office, checks pages, schema, log chain and counts. Anything wrong is exit 1. */
export const kontrollera: Kommando = {
  namn: 'kontrollera',
  vad: 'Kontrollerar en säkerhetskopia eller ett kontor: öppnar, läser varje sida, prövar loggens kedja och räknar.',
  flaggor: {
    fil: { slag: 'text', varde: 'KOPIA', vad: 'säkerhetskopian; ange den eller --data' },
    data: { ...DATA, kravs: false },
    anvandare: ELLER_NYCKEL,
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const [fil, data] = [angivet.valfri('fil'), angivet.valfri('data')]
    if ((fil === undefined) === (data === undefined)) throw new Anvandningsfel('Ange antingen --fil eller --data.')
    if (fil !== undefined) await (await oppnaKopiefil(fil)).close() // a missing file is said before a password is asked for
    const hallare = await lasHallare(angivet.valfri('anvandare'))
    ut.forlopp('Kontrollerar')
    if (data !== undefined) await slutforHalvgjort(resolve(data))
    const svar = fil === undefined ? await kontrolleraKontor(resolve(data ?? ''), hallare, { huvud: true }) : await kontrolleraKopia(fil, hallare, (andel) => ut.forlopp('Kontrollerar', andel, 1))
    if (angivet.ja('json')) ut.json(svar)
    else ut.skriv(`Allt är helt: ${svar.arenden} ärenden, ${svar.uppdrag} uppdrag, ${svar.kontakter} kontakter, ${svar.loggrader} loggrader.`)
    return 0
  },
}
