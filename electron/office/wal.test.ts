import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skrivUtkast } from '../../db/store/utkast.ts'
import { kvarIWal, oppnaDatabas, stangDatabas } from '../../db/vault/databas.ts'
import { Testkontor, type Testsession } from './testkontor.ts'

describe('the WAL of a session that writes', () => {
  let prov: Testkontor
  let anna: Testsession
  const inloggad = () => anna.start.kontor.inloggad
  const skrivStort = (plats: string) => inloggad().skrivUtkast((db, tid) => {
    const tom = Buffer.alloc(1)
    skrivUtkast(db, { id: crypto.randomUUID(), anvandareId: inloggad().id, plats, tid, mottagare: '', tillverkareGeneration: 0, age: tom, signatur: tom, forseglat: Buffer.alloc(5_000_000) })
  })

  beforeAll(async () => {
    prov = await Testkontor.nytt()
    anna = await prov.inloggad('anna')
  })
  afterAll(() => prov.slut())

  it('is emptied beside the clicks once it has grown', async () => {
    await skrivStort('kontakt')
    await inloggad().klar()
    expect(kvarIWal(inloggad().handtag)).toBe(0)
  })

  it('waits for a reader who stands in the way, and is emptied by a later write', async () => {
    const [nyckel] = inloggad().inloggning.dbNycklar
    const lasare = await oppnaDatabas(inloggad().handtag.name, nyckel ?? Buffer.alloc(32))
    lasare.exec('BEGIN')
    lasare.prepare('SELECT count(*) FROM utkast').get()
    await skrivStort('kontakt2')
    await inloggad().klar()
    expect(kvarIWal(inloggad().handtag)).toBeGreaterThan(1000)
    lasare.exec('COMMIT')
    stangDatabas(lasare)
    await skrivStort('kontakt3')
    await inloggad().klar()
    expect(kvarIWal(inloggad().handtag)).toBe(0)
  })
})
