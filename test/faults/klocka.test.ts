import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { kontrolleraKontor } from '../../electron/office/kontroll.ts'
import { dagskopia } from '../../electron/office/kopiering.ts'
import { LOSENORD, resultat, Testkontor, type Testsession } from '../../electron/office/testkontor.ts'
import { notera } from './siffror.ts'

// Somebody sets the computer's clock back: between logins, or while logged in. Nothing is lost by it, nobody is let in to what
// had ended, and it is said: to whoever logs in, in the log, and in the loggkontroll of the days it was set back from.

const antal = { prov: 0, forlorade: 0, inslappta: 0 }
let prov: Testkontor
let nr = 0

beforeAll(async () => { prov = await Testkontor.nytt() })
afterEach(() => { prov.lasAlla() })
afterAll(() => {
  prov.slut()
  notera({ slag: 'Klockan tillbaka', antal: antal.prov, forlorade: antal.forlorade, inslappta: antal.inslappta })
})

const kl = (dag: string, tid = '09:00') => `${dag}T${tid}:00.000Z`
const kod = (lova: Promise<unknown>) => lova.then(() => 'ja', (fel: { data?: { kod: string } }) => fel.data?.kod ?? String(fel))
const inne = async (vem: keyof typeof LOSENORD): Promise<{ session: Testsession; varningar: readonly string[] }> => {
  const session = prov.oppna()
  const { varningar } = await session.api.session.loggaIn({ anvandarnamn: vem, losenord: LOSENORD[vem] })
  return { session, varningar }
}
const nyKlient = async ({ api }: Testsession, namn: string) => (await api.arenden.nytt({
  klient: { namn, telefon: '', kon: 'kvinna', fodelsear: 1970 }, kontaktId: null,
  uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'Sova', orsaker: [], livsomraden: [] },
})).nummer
const rader = ({ start }: Testsession, handling: string) => start.kontor.inloggad.db.query.logg.findMany({ where: (l, o) => o.eq(l.handling, handling) }).sync()

/** What ought to be refused. */
const nekas = async (vad: string, lova: Promise<unknown>, tillatna: readonly string[]): Promise<void> => {
  const svar = await kod(lova)
  antal.prov += 1
  if (svar === 'ja') antal.inslappta += 1
  expect([vad, tillatna.includes(svar), svar]).toEqual([vad, true, svar])
}
/** What ought to be there still. */
const kvar = (vad: string, har: unknown, vantat: unknown): void => {
  antal.prov += 1
  try {
    expect([vad, har]).toEqual([vad, vantat])
  } catch (fel) {
    antal.forlorade += 1
    throw fel
  }
}

describe('a stand-in whose time has ended', () => {
  const vikariat = async (till: string) => {
    const { session: anna } = await inne('anna')
    const idPer = (await anna.api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'per')?.id ?? ''
    const nummer = await nyKlient(anna, `Klient ${++nr}`)
    const { id } = await anna.api.overlamningar.erbjud({ nummer, till: idPer, skal: 'vikariat', vikariatTill: till, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: '' })
    const { session: per } = await inne('per')
    await per.api.overlamningar.godta({ ids: [id] })
    expect((await per.api.arenden.hamta({ nummer })).nummer).toBe(nummer)
    return { anna, per, nummer }
  }

  it('gets nothing by setting it back in the middle of a session', async () => {
    prov.klocka = kl('2026-11-22')
    const { per, nummer } = await vikariat('2026-11-24')
    prov.klocka = kl('2026-11-25')
    await nekas('dagen efter', per.api.arenden.hamta({ nummer }), ['vikariat_slut'])
    prov.klocka = kl('2026-11-24')
    await nekas('klockan tillbaka i sessionen', per.api.arenden.hamta({ nummer }), ['vikariat_slut'])
    expect(rader(per, 'klocka.bakat').length).toBeLessThanOrEqual(1)
  })

  it('gets nothing by setting it back before a login, once anybody has logged in after the last day', async () => {
    prov.klocka = kl('2026-12-01')
    const { per, anna, nummer } = await vikariat('2026-12-03')
    per.las()
    anna.las()
    prov.klocka = kl('2026-12-05')
    ;(await inne('chef')).session.las()
    prov.klocka = kl('2026-12-02')
    const { session, varningar } = await inne('per')
    expect(varningar).toEqual([expect.stringMatching(/^Datorns klocka står på 2026-12-02 kl\. 10\.00, men loggens senaste rad skrevs 2026-12-05 kl\. 10\.00\./)])
    const svar = await kod(session.api.arenden.hamta({ nummer }))
    antal.prov += 1
    if (svar === 'ja') antal.inslappta += 1
    expect(svar).toBe('ingen_nyckel') // the seal went with the first login after the last day
    expect((await session.api.arenden.mina()).map((rad) => rad.namn).filter((namn) => namn?.startsWith('Klient'))).toEqual([])
  })
})

describe('the log', () => {
  it('says it once, before what was done by that clock, and holds its chain', async () => {
    prov.klocka = kl('2026-12-10')
    const { session: anna } = await inne('anna')
    const fore = rader(anna, 'klocka.bakat').length
    prov.klocka = kl('2026-12-10', '08:57') // a computer that mends its own clock
    await anna.api.arenden.mina()
    expect(rader(anna, 'klocka.bakat')).toHaveLength(fore)
    prov.klocka = kl('2026-03-02', '23:00')
    for (let i = 0; i < 3; i++) await anna.api.arenden.mina()
    const [rad, ...fler] = rader(anna, 'klocka.bakat').slice(fore)
    expect(fler).toEqual([])
    kvar('raden om klockan', [rad?.tid, rad?.objekt], [kl('2026-12-10', '08:57'), kl('2026-03-02', '23:00')])
    const efter = anna.start.kontor.inloggad.db.query.logg.findMany({ where: (l, o) => o.gt(l.nr, rad?.nr ?? 0) }).sync()
    kvar('raderna efter den', [efter.length, efter.every((en) => en.tid === kl('2026-03-02', '23:00'))], [3, true])
    kvar('kedjan', (await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel }, { huvud: true })).hel, true)
    const { varningar } = await inne('chef')
    expect(varningar).toEqual([])
  })

  it('lets the loggkontroll of the days before ask about it, though the rows stand in days that were checked already', async () => {
    prov.klocka = kl('2026-12-11')
    const { session: chef } = await inne('chef')
    const { id } = await resultat(await chef.api.loggkontroll.borja({ fran: '2026-12-01', till: '2026-12-10' }))
    const { lista } = await chef.api.loggkontroll.hamta({ id })
    kvar('frågan i loggkontrollen', lista.filter((f) => f.slag === 'avvikelse').length > 0, true)
  })
})

it('copies: none is taken away by it, the day it shows gets one, and the rotation goes on when it is right again', async () => {
  prov.klocka = kl('2026-12-20')
  const { session: chef } = await inne('chef')
  const { kontor } = chef.start
  const kopior = () => readdirSync(join(prov.mapp, 'backups')).filter((namn) => namn.endsWith('.lotsen')).map((namn) => namn.replace(/^lotsen-[0-9a-f]{8}-/, '')).sort()
  mkdirSync(join(prov.mapp, 'backups'), { recursive: true })
  expect(await dagskopia(kontor)).toBe('gjord')
  const [forsta = ''] = readdirSync(join(prov.mapp, 'backups')).filter((namn) => namn.includes('hel'))
  for (const dag of ['2026-12-18', '2026-12-19']) for (const slag of ['hel', 'utan-anteckningar']) copyFileSync(join(prov.mapp, 'backups', forsta.replace('hel', slag)), join(prov.mapp, 'backups', forsta.replace('2026-12-20', dag).replace('hel', slag)))
  const fore = kopior()
  prov.klocka = kl('2026-06-01')
  expect(await dagskopia(kontor)).toBe('gjord')
  kvar('kopiorna', kopior().filter((namn) => fore.includes(namn)), fore)
  kvar('den dag klockan visar', kopior().filter((namn) => namn.startsWith('2026-06-01')).length, 2)
  prov.klocka = kl('2026-12-21')
  expect(await dagskopia(kontor)).toBe('gjord')
  kvar('hela', kopior().filter((namn) => namn.endsWith('hel.lotsen')), ['2026-12-18-hel.lotsen', '2026-12-19-hel.lotsen', '2026-12-20-hel.lotsen', '2026-12-21-hel.lotsen'])
})

it('what is to be destroyed: not before its time, and not forgotten', async () => {
  prov.klocka = kl('2027-01-10')
  const { session: anna } = await inne('anna')
  const nummer = await nyKlient(anna, 'Slutad Klient')
  const [uppdrag] = (await anna.api.arenden.hamta({ nummer })).uppdrag
  await anna.api.anteckningar.ny({ nummer, uppdragId: uppdrag?.id ?? '', text: 'Ringer på måndag' })
  await anna.api.uppdrag.avsluta({ id: uppdrag?.id ?? '', version: uppdrag?.version ?? 0, slut: '2027-01-10', avslutsorsak: 'slutfort', lotsadTill: null, malutfall: [], anteckningar: 'forstors' } as Parameters<typeof anna.api.uppdrag.avsluta>[0])
  anna.las()
  const anteckningar = (session: Testsession) => session.start.kontor.inloggad.handtag.prepare('SELECT count(*) FROM anteckningar').pluck().get()
  prov.klocka = kl('2026-10-01')
  const { session: chef, varningar } = await inne('chef')
  expect(varningar).toHaveLength(1)
  kvar('anteckningen, klockan tillbaka', anteckningar(chef), 1)
  chef.las()
  prov.klocka = kl('2027-01-20')
  const { session: adm } = await inne('adm')
  kvar('anteckningen, när tiden har gått', anteckningar(adm), 0)
  // The rule counts by the clock: what is not due by it is not destroyed, and an old preview is refused.
  await adm.api.gallring.sparaRegel({ slag: 'klienter', manader: 12, referens: 'SN 2026/1', beslutad: '2026-03-01', version: 0 })
  prov.klocka = kl('2028-02-01')
  const { antal: forfallna } = await adm.api.gallring.forhand()
  expect(forfallna.klienter).toBeGreaterThan(0)
  prov.klocka = kl('2027-02-01')
  kvar('inget förfallet', (await adm.api.gallring.forhand()).antal.klienter, 0)
  await nekas('gallring efter en förhandsvisning från en annan dag', (async () => resultat(await adm.api.gallring.kor({ antal: forfallna })))(), ['gallring_andrad', 'gallring_inget'])
})

it('wrong passwords: nobody is locked out by it, and what was tried comes into the log', async () => {
  prov.klocka = kl('2028-03-01')
  const forsok = () => kod(prov.oppna().api.session.loggaIn({ anvandarnamn: 'anna', losenord: 'fel-fras-nummer-ett' }))
  for (let i = 0; i < 3; i++) expect(await forsok()).toBe('fel_losenord')
  expect(await forsok()).toBe('vanta')
  prov.klocka = kl('2028-02-20')
  const { session } = await inne('anna')
  kvar('försöken i loggen', rader(session, 'session.misslyckad').length, 3)
  kvar('kedjan till sist', (await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel }, { huvud: true })).hel, true)
})
