import { join } from 'node:path'
import { aterstall } from './aterstallning.ts'
import { aterhamtningUr, verifieraCertifikat, type Certifikat } from './certifikat.ts'
import { DATABASNAMN, medSkrivlas, stangDatabas } from './databas.ts'
import { lasNyckelblad } from './nyckelblad.ts'
import { roteraDatabasnyckel } from './rotation.ts'
import { skapaSakerhetskopia } from './sakerhetskopia.ts'
import { bytLosenord, fastAv, lasUpp, lasUppMedBlad, oppnaKontorsdatabas } from './valv.ts'
import { lasValv } from './valvfil.ts'

// The process that dodsprov.test.ts kills. Does one thing over and over, or once, and says where it is.

interface Uppdrag {
  vad: 'losenord' | 'kopia' | 'aterstall' | 'rotera'
  dir: string
  fil: string
  nyckel: string
  anvandarnamn: string
  losenord: string
  nyttLosenord: string
  certifikat: Certifikat[]
}
const u = JSON.parse(process.argv[2] ?? '') as Uppdrag
const sag = (text: string): boolean => process.stdout.write(`${text}\n`)

async function losenord(): Promise<void> {
  const inne = await lasUpp(await lasValv(u.dir), u)
  const { db } = await oppnaKontorsdatabas(u.dir, inne.dbNycklar)
  sag('redo')
  await bytLosenord(u.dir, (fn) => medSkrivlas(db, fn), inne, { gammalt: u.losenord, nytt: u.nyttLosenord })
  stangDatabas(db)
}

async function kopia(): Promise<void> {
  const blad = await lasNyckelblad(u.nyckel)
  const valv = await lasValv(u.dir)
  const [nyckel] = await lasUppMedBlad(valv, blad)
  if (nyckel === undefined) throw new Error('key')
  sag('redo')
  await skapaSakerhetskopia({ databas: join(u.dir, DATABASNAMN), nyckel, valv, till: u.fil })
}

async function rotera(): Promise<void> {
  const blad = await lasNyckelblad(u.nyckel)
  const valv = await lasValv(u.dir)
  const fast = fastAv(valv.kontor, blad)
  const dbNycklar = await lasUppMedBlad(valv, blad)
  sag('redo')
  await roteraDatabasnyckel({ dir: u.dir, dbNycklar, anvandare: u.certifikat.map((c) => verifieraCertifikat(c, fast)), aterhamtning: aterhamtningUr(fast) })
}

async function aterstallning(): Promise<void> {
  sag('redo')
  await aterstall({ fil: u.fil, hallare: { nyckel: u.nyckel }, dir: u.dir, nu: new Date().toISOString() })
}

await { losenord, kopia, rotera, aterstall: aterstallning }[u.vad]()
sag('klar')
