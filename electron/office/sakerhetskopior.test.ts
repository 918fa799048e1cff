import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { kopiefiler } from '../../db/model/sakerhetskopior.ts'
import { oppnaKopia } from '../../db/vault/kopialasning.ts'
import { Nyckelknippa } from '../../test/lib/nycklar.ts'
import { aterstallKontor } from './aterstalla.ts'
import { efterKopian } from './efterkopian.ts'
import { kontrolleraKontor, kontrolleraKopia } from './kontroll.ts'
import { dagskopia, kontorsmarke } from './kopiering.ts'
import { LOSENORD, resultat, Testkontor, type Testsession } from './testkontor.ts'

const ORD = { anteckning: 'grannens vita katt', utkast: 'halva meningen om hyran', ko: 'Kajsa Köperson', klient: 'Hemlig Persson' }

let prov: Testkontor
let mapp: string
const START = '2026-11-22T09:40:00.000Z'

// One office for all, put back between the tests: Argon2 is meant to be slow.
beforeAll(async () => {
  prov = await Testkontor.nytt()
  mapp = prov.bredvid('kopior')
  mkdirSync(mapp)
  const chef = await prov.inloggad('chef')
  await chef.api.sakerhetskopior.bytMapp({ mapp })
  chef.las()
  cpSync(prov.mapp, prov.bredvid('mall'), { recursive: true })
})
beforeEach(() => {
  prov.klocka = START
  for (const namn of readdirSync(prov.bredvid('.'))) if (namn !== 'mall') rmSync(prov.bredvid(namn), { recursive: true, force: true })
  cpSync(prov.bredvid('mall'), prov.mapp, { recursive: true })
  mkdirSync(mapp)
})
afterEach(() => prov.lasAlla())
afterAll(() => prov.slut())

const dagen = (dag: string): void => void (prov.klocka = `${dag}T08:00:00.000Z`)
const marke = (s: Testsession): string => kontorsmarke(s.start.kontor)
const KONTAKT = { datum: '2026-11-01', kommun: '2062', kontaktvag: 'telefon', initiativtagare: 'personen_sjalv', orsaker: [], utfall: 'i_ko', kodatum: '2026-11-02' as string | null, kolamnad: null as string | null }
const felkod = (lofte: Promise<unknown>): Promise<string> => lofte.then(() => 'inget fel', (fel: { kod?: string; data?: { kod: string } }) => fel.kod ?? fel.data?.kod ?? String(fel))

/** A client with a note, a draft of another, and somebody in the queue. @returns the case */
async function ettKlientarbete(anna: Testsession): Promise<{ nummer: string; anteckningId: string; kontaktId: string }> {
  const { nummer } = await anna.api.arenden.nytt({
    klient: { namn: ORD.klient, telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
    uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] },
  })
  const uppdragId = (await anna.api.arenden.hamta({ nummer })).uppdrag[0]?.id ?? ''
  await anna.api.anteckningar.ny({ nummer, uppdragId, text: ORD.anteckning })
  const anteckningId = (await anna.api.arenden.hamta({ nummer })).anteckningar[0]?.id ?? ''
  await anna.api.utkast.spara({ plats: `anteckning/${nummer}`, varde: { text: ORD.utkast } })
  const { id: kontaktId } = await anna.api.kontakter.ny({ ...KONTAKT, person: { namn: ORD.ko, telefon: '' } })
  return { nummer, anteckningId, kontaktId }
}

/** What every key there is opens in a copy, and its deciphered pages. */
async function alltI(fil: string): Promise<{ ord: string; sidor: (text: string) => boolean }> {
  const ut = prov.bredvid(`uppackad-${Math.random()}`)
  mkdirSync(ut)
  const kopia = await oppnaKopia(fil, { nyckel: prov.nyckel })
  await kopia.packaUpp(ut)
  await kopia.stang()
  // Whoever holds the case, stands among those the queue is sealed to, wrote the draft; and whoever has the sheet.
  const knippa = await Nyckelknippa.for(ut, { anna: LOSENORD.anna }, prov.nyckel)
  await knippa.samla(prov.mapp) // keys of now, beside those of then
  const { sidor } = await knippa.sidor(ut, 'arenden')
  return { ord: await knippa.las(ut), sidor: (text) => sidor.includes(text) }
}

describe('the day\'s copy', () => {
  it('is two verified files, once a day, and says so', async () => {
    const anna = await prov.inloggad('anna')
    await ettKlientarbete(anna)
    expect(await anna.api.sakerhetskopior.lage()).toMatchObject({ senaste: null, fel: null, pagar: null })
    expect(await dagskopia(anna.start.kontor)).toBe('gjord')
    const filer = kopiefiler(readdirSync(mapp), marke(anna))
    expect(filer.map((f) => [f.dag, f.slag])).toEqual([['2026-11-22', 'hel'], ['2026-11-22', 'gles']])
    expect(readdirSync(mapp)).toHaveLength(2)
    expect(readdirSync(mapp).join()).not.toMatch(/anna|Persson|Provdalen/i)
    for (const { fil } of filer) expect(await kontrolleraKopia(join(mapp, fil), { nyckel: prov.nyckel })).toMatchObject({ hel: true, arenden: 1, kontakter: 1 })
    expect(await dagskopia(anna.start.kontor)).toBe('fanns')
    const chef = await prov.inloggad('chef')
    expect(await chef.api.sakerhetskopior.lage()).toMatchObject({ senaste: prov.klocka, fel: null })
    expect(await chef.api.sakerhetskopior.hamta()).toMatchObject({ mapp, vald: true, nas: true, sammaDisk: true, kopior: [{ slag: 'hel', till: '2026-11-28', kontrollerad: true }, { slag: 'gles', till: '2028-12-31', kontrollerad: true }] })
    expect(existsSync(join(prov.mapp, 'kopiering.json'))).toBe(false)
  })

  it('without notes, drafts and queue opens to nobody, with any key; the whole one does for seven days', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer } = await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    anna.las()
    const [hel, gles] = kopiefiler(readdirSync(mapp), marke(await prov.inloggad('chef'))).map((f) => join(mapp, f.fil))
    const iHel = await alltI(hel ?? '')
    expect(Object.values(ORD).filter((text) => !iHel.ord.includes(text))).toEqual([])
    const iGles = await alltI(gles ?? '')
    expect([ORD.anteckning, ORD.utkast, ORD.ko].filter((text) => iGles.ord.includes(text))).toEqual([])
    expect(iGles.ord).toContain(ORD.klient)
    expect(iGles.sidor(nummer)).toBe(true)
    for (const text of [ORD.anteckning, ORD.utkast]) expect(iGles.sidor(text)).toBe(false)
    // An export is as the thin one.
    const chef = await prov.inloggad('chef')
    const ut = prov.bredvid('ut.lotsen')
    await resultat(await chef.api.sakerhetskopior.exportera({ fil: ut }))
    chef.las()
    const iExport = await alltI(ut)
    expect([ORD.anteckning, ORD.utkast, ORD.ko].filter((text) => iExport.ord.includes(text))).toEqual([])
    expect(iExport.ord).toContain(ORD.klient)
  })

  it('is made by one of eight who unlock at once', async () => {
    const sessioner = await Promise.all(Array.from({ length: 8 }, (_, i) => prov.inloggad(i % 2 === 0 ? 'anna' : 'per')))
    const utfall = await Promise.all(sessioner.map((s) => dagskopia(s.start.kontor)))
    expect(utfall.filter((u) => u === 'gjord')).toHaveLength(1)
    expect(utfall.filter((u) => u !== 'gjord' && u !== 'pagar' && u !== 'fanns')).toEqual([])
    expect(readdirSync(mapp)).toHaveLength(2)
  })

  it('rotates: whole ones are gone after seven days, also when today\'s cannot be made', async () => {
    const anna = await prov.inloggad('anna')
    for (const dag of ['2026-11-02', '2026-11-03', '2026-11-09']) {
      dagen(dag)
      await dagskopia(anna.start.kontor)
    }
    const dagar = (slag: string): string[] => kopiefiler(readdirSync(mapp), marke(anna)).filter((f) => f.slag === slag).map((f) => f.dag)
    writeFileSync(join(mapp, 'brev.txt'), 'annans')
    expect([dagar('hel'), dagar('gles')]).toEqual([['2026-11-09', '2026-11-03'], ['2026-11-09', '2026-11-02']])
    dagen('2026-11-16')
    // The office's vault cannot be read: no copy can be made, but the promise to the clients is kept.
    renameSync(join(prov.mapp, 'vault.json'), join(prov.mapp, 'vault.bort'))
    expect(await dagskopia(anna.start.kontor)).toBe('misslyckad')
    renameSync(join(prov.mapp, 'vault.bort'), join(prov.mapp, 'vault.json'))
    expect([dagar('hel'), dagar('gles')]).toEqual([[], ['2026-11-09', '2026-11-02']])
    expect(readFileSync(join(mapp, 'brev.txt'), 'utf8')).toBe('annans')
  })

  it('that fails is said until one succeeds: the folder gone, gone in the middle, or no folder at all', async () => {
    const anna = await prov.inloggad('anna')
    const chef = await prov.inloggad('chef')
    const fel = async () => (await chef.api.sakerhetskopior.lage()).fel
    rmSync(mapp, { recursive: true })
    expect(await dagskopia(anna.start.kontor)).toBe('misslyckad')
    expect(await fel()).toEqual({ kod: 'mapp_saknas', sedan: prov.klocka, mapp })
    expect((await anna.api.sakerhetskopior.lage()).fel).toMatchObject({ kod: 'mapp_saknas', mapp: null })
    expect(existsSync(mapp)).toBe(false) // a share that is gone does not become a folder here
    const forst = prov.klocka
    dagen('2026-11-23')
    mkdirSync(mapp)
    expect(await dagskopia(anna.start.kontor, { rapport: (vad) => vad === 'Skriver filen' && rmSync(mapp, { recursive: true, force: true }) })).toBe('misslyckad')
    expect(await fel()).toEqual({ kod: 'mapp_saknas', sedan: forst, mapp })
    writeFileSync(mapp, 'en fil')
    expect(await dagskopia(anna.start.kontor)).toBe('misslyckad')
    expect(await fel()).toMatchObject({ kod: 'mapp_saknas' })
    rmSync(mapp)
    mkdirSync(mapp)
    expect(await dagskopia(anna.start.kontor)).toBe('gjord')
    expect(await chef.api.sakerhetskopior.lage()).toMatchObject({ fel: null, senaste: prov.klocka, pagar: null })
    expect(readdirSync(mapp)).toHaveLength(2)
    expect(existsSync(join(prov.mapp, 'fel.log'))).toBe(false)
  })

  it('can be made anew the same day, and a folder that cannot be written to is not chosen', async () => {
    const chef = await prov.inloggad('chef')
    expect(await resultat(await chef.api.sakerhetskopior.gor())).toEqual({ utfall: 'gjord' })
    const fore = readdirSync(mapp).map((namn) => statSync(join(mapp, namn)).ino)
    const anna = await prov.inloggad('anna')
    await ettKlientarbete(anna)
    expect(await resultat(await chef.api.sakerhetskopior.gor())).toEqual({ utfall: 'gjord' })
    expect(readdirSync(mapp)).toHaveLength(2)
    for (const namn of readdirSync(mapp)) {
      expect(fore).not.toContain(statSync(join(mapp, namn)).ino)
      expect(await kontrolleraKopia(join(mapp, namn), { nyckel: prov.nyckel })).toMatchObject({ arenden: 1 })
    }
    for (const dalig of [prov.bredvid('finns-inte'), 'kopior']) expect(['mapp_saknas', 'ogiltigt']).toContain(await felkod(chef.api.sakerhetskopior.bytMapp({ mapp: dalig })))
    expect(await chef.api.sakerhetskopior.bytMapp({ mapp: '' })).toEqual({ mapp: join(prov.mapp, 'backups') })
    expect(await dagskopia(anna.start.kontor)).toBe('gjord')
    expect(readdirSync(join(prov.mapp, 'backups'))).toHaveLength(2)
    expect(await felkod(anna.api.sakerhetskopior.gor().then((s) => resultat(s)))).toBe('inte_behorig')
  })
})

describe('a restore', () => {
  const kopian = (s: Testsession, slag: string): string => join(mapp, kopiefiler(readdirSync(mapp), marke(s)).find((f) => f.slag === slag)?.fil ?? '')
  const aterstall = (fil: string, hallare: Parameters<typeof kontrolleraKopia>[1] = { nyckel: prov.nyckel }) => aterstallKontor({ fil, hallare, datamapp: prov.mapp, nu: () => prov.klocka })

  it('destroys again what was destroyed since, shuts out who was disabled, and leaves the copy\'s key behind', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer, anteckningId, kontaktId } = await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    const hel = kopian(anna, 'hel')
    dagen('2026-11-23')
    await anna.api.anteckningar.forstor({ nummer, id: anteckningId, version: 1 })
    await anna.api.kontakter.andra({ ...KONTAKT, utfall: 'tackade_nej', kolamnad: '2026-11-22', id: kontaktId, version: 1 })
    const adm = await prov.inloggad('adm')
    const per = (await adm.api.anvandare.lista()).find((a) => a.anvandarnamn === 'per')
    await adm.api.anvandare.stangAv({ id: per?.id ?? '' })
    for (const s of [anna, adm]) s.las()

    // Per, who knows a password of then, is not let in that way.
    expect(await felkod(aterstall(hel, { anvandarnamn: 'per', losenord: LOSENORD.per }))).toBe('avstangd')
    const { undanlagd, attGora } = await aterstall(hel)
    expect(attGora).toEqual([])
    expect(undanlagd).toContain('-undanlagd-2026-11-23')
    expect(await kontrolleraKontor(prov.mapp, { nyckel: prov.nyckel })).toMatchObject({ hel: true, arenden: 1 })
    expect(await felkod(prov.inloggad('per'))).toBe('fel_losenord')
    const igen = await prov.inloggad('anna')
    expect(igen.start.kontor.varningar).toEqual([])
    expect((await igen.api.arenden.hamta({ nummer })).anteckningar).toEqual([])
    expect((await igen.api.kontakter.ko())[0]).toMatchObject({ namn: null, forseglad: false })
    igen.las()
    // The key of then opens nothing of now.
    const kopia = await oppnaKopia(hel, { nyckel: prov.nyckel })
    const nu = await oppnaKopia(hel, { anvandarnamn: 'anna', losenord: LOSENORD.anna })
    const { lasValv } = await import('../../db/vault/valvfil.ts')
    const { oppnaKontorsdatabas } = await import('../../db/vault/valv.ts')
    expect(nu.nyckel.equals(kopia.nyckel)).toBe(true)
    expect((await lasValv(prov.mapp)).anvandare.map((a) => a.anvandarnamn).sort()).toEqual(['adm', 'anna', 'chef'])
    expect(await felkod(oppnaKontorsdatabas(prov.mapp, [kopia.nyckel]))).toBe('fel_nyckel')
    await Promise.all([kopia.stang(), nu.stang()])
  })

  it('says what must be done again when the office that was there cannot be opened, or is not there', async () => {
    const anna = await prov.inloggad('anna')
    const { nummer, anteckningId } = await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    const hel = kopian(anna, 'hel')
    await anna.api.anteckningar.forstor({ nummer, id: anteckningId, version: 1 })
    await anna.api.session.bytLosenord({ nuvarande: LOSENORD.anna, nytt: 'en helt annan fras 77' })
    anna.las()
    const { attGora } = await aterstall(hel, { anvandarnamn: 'anna', losenord: LOSENORD.anna })
    expect(attGora).toEqual(['Kontoret som lades undan kunde inte öppnas. Det som har förstörts efter 2026-11-22 kl. 10.40 finns därför kvar här: förstör det igen.'])
    const nyPlats = prov.bredvid('annan dator')
    const svar = await aterstallKontor({ fil: hel, hallare: { nyckel: prov.nyckel }, datamapp: nyPlats, nu: () => prov.klocka })
    expect(svar.attGora).toEqual(['Här fanns inget tidigare kontor att läsa i. Det som har förstörts efter 2026-11-22 kl. 10.40 måste förstöras igen, och den som har stängts av sedan dess måste stängas av igen.'])
  })

  it('says before it how the log here goes on after the copy\'s', async () => {
    const anna = await prov.inloggad('anna')
    await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    const hel = kopian(anna, 'hel')
    const { kontor, logg } = await kontrolleraKopia(hel, { nyckel: prov.nyckel })
    const efter = (datamapp = prov.mapp, mer: { kontor?: string } = {}, hallare: Parameters<typeof efterKopian>[1] = { nyckel: prov.nyckel }) => efterKopian(datamapp, hallare, { kontor, logg, ...mer })
    // The row that tells of the copy itself comes after it.
    expect(await efter()).toEqual({ slag: 'efter', rader: 1, forst: START, sist: START })
    dagen('2026-11-24')
    await anna.api.kontakter.ny({ ...KONTAKT, utfall: 'radgivning', kodatum: null })
    anna.las()
    expect(await efter()).toEqual({ slag: 'efter', rader: 2, forst: START, sist: '2026-11-24T08:00:00.000Z' })
    expect(await efter(prov.bredvid('tomt'))).toEqual({ slag: 'inget' })
    expect(await efter(prov.mapp, { kontor: crypto.randomUUID() })).toEqual({ slag: 'annat' })
    expect(await efter(prov.mapp, {}, { anvandarnamn: 'anna', losenord: 'inte hennes fras 1' })).toEqual({ slag: 'oppnas_inte' })
    // An older office in its place has other rows under the same numbers, or none.
    await aterstall(hel)
    expect(await efterKopian(prov.mapp, { nyckel: prov.nyckel }, { kontor, logg: { nr: (logg?.nr ?? 0) + 1, hash: 'ab'.repeat(32) } })).toEqual({ slag: 'avviker' })
  })

  it('names who was added since, and whose cases a disabled user has', async () => {
    const anna = await prov.inloggad('anna')
    await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    const hel = kopian(anna, 'hel')
    anna.las()
    const chef = await prov.inloggad('chef')
    const alla = await chef.api.anvandare.lista()
    const id = (namn: string) => alla.find((a) => a.anvandarnamn === namn)?.id ?? ''
    await chef.api.overlamningar.nodoppning({ nyckel: prov.nyckel, skal: 'sjukdom', fran: id('anna'), till: id('per'), nummer: null })
    const adm = await prov.inloggad('adm')
    await adm.api.anvandare.stangAv({ id: id('anna') })
    await adm.api.anvandare.ny({ anvandarnamn: 'nina', namn: 'Nina Ny', roller: ['ombud'], losenord: 'ninas-nya-fras-12', nyckel: prov.nyckel })
    for (const s of [adm, chef]) s.las()
    const { attGora } = await aterstall(hel)
    expect(attGora).toEqual([
      'Anna Lind är avstängd men har ett ärende i kopian: flytta med en nödöppning.',
      'Användare som har lagts till efter 2026-11-22 kl. 10.40 finns inte i kopian och behöver läggas till igen: nina.',
    ])
  })

  it('keeps what it set aside for 30 days, lists it with its last day, and then takes it away and says so', async () => {
    const anna = await prov.inloggad('anna')
    await dagskopia(anna.start.kontor)
    const hel = kopian(anna, 'hel')
    anna.las()
    const { undanlagd } = await aterstall(hel)
    mkdirSync(`${prov.mapp}-undanlagd-viktigt`)
    mkdirSync(join(prov.mapp, 'backups'), { recursive: true })
    writeFileSync(join(prov.mapp, 'backups', 'fore-migrering-2026-11-22T094000000Z.lotsen'), 'x')
    dagen('2026-12-22')
    let chef = await prov.inloggad('chef')
    expect((await chef.api.sakerhetskopior.hamta()).undanlagt.map(({ slag, till }) => ({ slag, till }))).toEqual([{ slag: 'fore_migrering', till: '2026-12-22' }, { slag: 'kontor', till: '2026-12-22' }])
    chef.las()
    dagen('2026-12-23')
    chef = await prov.inloggad('chef')
    expect((await chef.api.sakerhetskopior.hamta()).undanlagt).toEqual([])
    expect([existsSync(undanlagd ?? ''), existsSync(`${prov.mapp}-undanlagd-viktigt`), readdirSync(join(prov.mapp, 'backups')).length]).toEqual([false, true, 0])
  })
})

describe('a drill', () => {
  it('restores to a place of its own, compares, notes it, and leaves nothing behind', async () => {
    const anna = await prov.inloggad('anna')
    await ettKlientarbete(anna)
    await dagskopia(anna.start.kontor)
    anna.las()
    dagen('2026-11-24')
    const chef = await prov.inloggad('chef')
    const fore = readdirSync(prov.bredvid('.')).sort()
    const svar = await resultat(await chef.api.sakerhetskopior.ova({ nyckel: prov.nyckel }))
    expect(svar).toMatchObject({ tal: { arenden: 1, uppdrag: 1, kontakter: 1 }, jamfort: true, nycklar: 1 })
    expect(svar.fil).toMatch(/-hel\.lotsen$/)
    expect((await chef.api.sakerhetskopior.lage()).ovad).toBe(prov.klocka)
    expect(readdirSync(prov.bredvid('.')).sort()).toEqual(fore)
    const { tmpdir } = await import('node:os')
    expect(readdirSync(tmpdir()).filter((n) => n.includes(`-${process.pid}-`) && n.startsWith('lotsen-ovning'))).toEqual([])
    expect(await resultat(await chef.api.sakerhetskopior.ova({ losenord: LOSENORD.chef }))).toMatchObject({ jamfort: true, nycklar: 0 })
    expect(await felkod(chef.api.sakerhetskopior.ova({ losenord: 'fel-losenord-har-1' }).then((s) => resultat(s)))).toBe('fel_losenord')
    chef.las()
    expect((await prov.inloggad('chef')).start.kontor.varningar).toEqual([]) // the account's own head of the log was left alone
  })

  it('refuses a copy of which one bit has changed, and says so in the log', async () => {
    const chef = await prov.inloggad('chef')
    await resultat(await chef.api.sakerhetskopior.gor())
    const fil = join(mapp, readdirSync(mapp).find((n) => n.endsWith('-hel.lotsen')) ?? '')
    const bytes = readFileSync(fil)
    const mitt = bytes.length - 5000
    bytes[mitt] = (bytes[mitt] ?? 0) ^ 1
    writeFileSync(fil, bytes)
    expect(await felkod(chef.api.sakerhetskopior.ova({ nyckel: prov.nyckel }).then((s) => resultat(s)))).toBe('kopia_skadad')
    expect((await chef.api.sakerhetskopior.lage()).ovad).toBeNull()
  })

  it('refuses the copy of another office', async () => {
    const chef = await prov.inloggad('chef')
    const annat = await Testkontor.ettAnnat()
    try {
      const annans = await annat.inloggad('chef')
      const fil = annat.bredvid('annans.lotsen')
      await resultat(await annans.api.sakerhetskopior.exportera({ fil }))
      expect(await felkod(chef.api.sakerhetskopior.ova({ fil, nyckel: annat.nyckel }).then((s) => resultat(s)))).toBe('logg_avviker')
    } finally {
      annat.slut()
    }
  })
})
