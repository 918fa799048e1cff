import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { losenordsnyckel } from '../../db/vault/identitet.ts'
import { DATABASNAMN, oppnaDatabas, stangDatabas } from '../../db/vault/databas.ts'
import { lasUpp } from '../../db/vault/valv.ts'
import { lasValv } from '../../db/vault/valvfil.ts'
import { startaChromium } from '../lib/chromium.ts'
import { type Fonster, ga, loggaIn, oppnaLotsen } from '../lib/fonster.ts'
import { AR, FOLK, KLIENTNAMN, type Provkontor, provkontor, REGISTER } from '../lib/kontor.ts'
import { efterkommande, hinder, kommandorad, sokMinne } from './minne.ts'
import { notera } from './siffror.ts'

// After a lock no key and no name is left in the memory of any process of Lotsen that lives on. The same search before the
// lock finds them: it can find. Memory is read as root of the computer would, from outside, byte by byte.

const VARFOR_INTE = hinder()
let webblasare: Browser
let kontor: Provkontor
let fonster: Fonster | undefined

beforeAll(async () => {
  if (VARFOR_INTE !== null) return
  ;[webblasare, kontor] = await Promise.all([startaChromium(), provkontor()])
})
afterAll(async () => {
  await fonster?.stang()
  await webblasare?.close()
  kontor?.bort()
})

const NUMMER = `${AR}-0001`
const [NAMN] = KLIENTNAMN
const TELEFON = REGISTER[0]?.telefon ?? ''
const ORD = 'Ringer sin hyresvärd om värmen i köket'

/** As texts lie in memory: as UTF-8, and one or two bytes to a letter as the script engine keeps them. */
const text = (namn: string, ord: string): [string, Buffer][] =>
  (['utf8', 'utf16le', 'latin1'] as const).filter((form) => form !== 'latin1' || !Buffer.from(ord, 'utf8').equals(Buffer.from(ord, 'latin1'))).map((form) => [`${namn} (${form})`, Buffer.from(ord, form)])

/** Everything of anna's that must be gone, made outside the program from the files and her password. */
async function nalar(): Promise<Map<string, Buffer>> {
  const valv = await lasValv(kontor.data)
  const { losenord } = FOLK.anna
  const { hemlighet, dbNycklar } = await lasUpp(valv, { anvandarnamn: 'anna', losenord })
  const post = valv.anvandare.find(({ anvandarnamn }) => anvandarnamn === 'anna')
  const dbNyckel = dbNycklar[0]
  if (post === undefined || dbNyckel === undefined) throw new Error('no key')
  const db = await oppnaDatabas(join(kontor.data, DATABASNAMN), dbNyckel)
  const sigill = db.prepare<[], Buffer>("SELECT age FROM sigill").pluck().all()
  stangDatabas(db)
  const oppnade = (await Promise.allSettled(sigill.map((age) => hemlighet.age.oppna(age)))).flatMap((ett) => (ett.status === 'fulfilled' ? [Buffer.from(ett.value.subarray(-32))] : []))
  expect(oppnade.length).toBeGreaterThanOrEqual(4)
  return new Map<string, Buffer>([
    ['databasnyckeln', dbNyckel],
    ['databasnyckeln (hex)', Buffer.from(dbNyckel.toString('hex'))],
    ['age-identiteten', hemlighet.age.skalar()],
    ['lösenordets nyckel', await losenordsnyckel(losenord, post.kdf)],
    ...oppnade.map((nyckel, i): [string, Buffer] => [`ärendenyckel ${i + 1}`, nyckel]),
    ...text('klientens namn', NAMN),
    ...text('klientens telefon', TELEFON),
    ...text('anteckningen', ORD),
    ...text('lösenordet', losenord),
  ])
}

it('leaves nothing of what was opened in any process of Lotsen that lives on', async (ctx) => {
  if (VARFOR_INTE !== null) return ctx.skip(VARFOR_INTE)
  fonster = await oppnaLotsen(webblasare, kontor.data)
  const { sida, program } = fonster
  const lotsens = () => [program.process.pid ?? 0, ...efterkommande(program.process.pid ?? 0)]
  const webblasarens = () => efterkommande(process.pid).filter((pid) => /chrom/i.test(kommandorad(pid)?.split(' ', 1)[0] ?? ''))
  await loggaIn(sida, 'anna')
  await ga(sida, `/klienter/${NUMMER}`)
  await sida.getByText(NAMN).first().waitFor()
  await sida.getByRole('button', { name: 'Ny anteckning' }).click()
  await sida.getByLabel('Anteckning', { exact: true }).fill(ORD)
  await sida.getByRole('button', { name: 'Spara anteckningen' }).click()
  await sida.getByText(ORD).waitFor()

  const sokta = await nalar()
  const fore = lotsens()
  const funna = [...fore, ...webblasarens()].map((pid) => sokMinne(pid, sokta).traffar)
  const finns = (namn: string, i = funna) => i.some((traffar) => [...traffar].some(([en, antal]) => en.startsWith(namn) && antal > 0))
  for (const namn of ['databasnyckeln', 'age-identiteten', 'lösenordets nyckel', 'ärendenyckel']) expect([namn, finns(namn, funna.slice(0, fore.length))]).toEqual([namn, true])
  // The office keeps no words, and may have dropped them already; the page has them on it.
  for (const namn of ['klientens namn', 'klientens telefon', 'anteckningen']) expect([namn, finns(namn)]).toEqual([namn, true])

  await sida.keyboard.press('Control+L')
  await sida.getByRole('button', { name: 'Logga in' }).waitFor()
  const kvar = new Set([program.process.pid])
  // The office that knew all this has ended, and the one that comes after it is there.
  await expect.poll(() => fore.filter((pid) => !kvar.has(pid) && kommandorad(pid) !== null), { timeout: 10_000 }).toEqual([])
  await expect.poll(() => lotsens().length, { timeout: 10_000 }).toBe(fore.length)

  const efter = lotsens().map((pid) => sokMinne(pid, sokta))
  const rester = efter.flatMap(({ traffar }) => [...traffar].filter(([, antal]) => antal > 0).map(([namn, antal]) => `${namn}: ${antal}`))
  const mib = Math.round(efter.reduce((summa, { last }) => summa + last, 0) / 2 ** 20)
  notera({ slag: 'Minne efter låsning', antal: efter.length * sokta.size, inslappta: rester.length }, `${efter.length} processer, ${sokta.size} nycklar och ord, ${mib} MiB`)
  // The browser's own processes are outside the promise: measured, and said in docs/sakerhet.md.
  for (const pid of webblasarens()) {
    const vad = [...sokMinne(pid, sokta).traffar].filter(([, antal]) => antal > 0).map(([namn, antal]) => `${namn} ${antal}`)
    if (vad.length > 0) console.log(`webbläsaren efteråt, ${/--type=([\w-]+)/.exec(kommandorad(pid) ?? '')?.[1] ?? 'huvudprocess'}: ${vad.join(', ')}`)
  }
  expect(rester).toEqual([])
})
