import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zUtgava } from '../../db/model/handling/utgava.ts'
import { innehallshash } from '../../db/store/faststallda.ts'
import { logg } from '../../db/schema/index.ts'
import { Testkontor, type Testsession } from './testkontor.ts'

const AR = 2025
const klient = (n: string, fodelsear: number | null) => ({ namn: n, telefon: '', kon: 'kvinna', fodelsear })
const uppdrag = (kommun: string, start = '2025-03-01') => ({ kommun, start, planeratSlut: null, mal: 'm', orsaker: ['ekonomi_skulder'], livsomraden: [] })

describe('årets redovisning in January', () => {
  let prov: Testkontor
  let chef: Testsession
  let anna: Testsession
  let saknar = ''
  let id = ''
  const sida = () => chef.api.redovisning.handling({ id })

  beforeAll(async () => {
    prov = await Testkontor.nytt()
    prov.klocka = '2026-01-08T09:00:00.000Z'
    anna = await prov.inloggad('anna')
    for (const [i, fodelsear] of [1960, 1971, 1985, null, 1990, 2001].entries()) {
      const { nummer } = await anna.api.arenden.nytt({ klient: klient(`Hemlig ${i}`, fodelsear), kontaktId: null, uppdrag: uppdrag(i < 4 ? '2062' : '2034') })
      if (fodelsear === null) saknar = nummer
    }
    chef = await prov.inloggad('chef')
  })
  afterAll(() => prov.slut())

  it('begins with the värdkommun and all its kommuner, told of by the deadline', async () => {
    expect((await chef.api.veckan.chefens()).frister).toMatchObject([{ slag: 'redovisning', ar: AR, lage: 'daglig', dagarKvar: 7, handling: null, saknas: [{ kod: 'ej_borjad' }] }])
    const { forslag } = await chef.api.redovisning.handlingar({ ar: AR })
    expect(forslag).toMatchObject({ sokande: '2062', kommuner: ['2062', '2034', '2039'], blankett: { namn: '2013:522 grundform', version: 1 } })
    ;({ id } = await chef.api.redovisning.nyHandling({ ar: AR, ...forslag! }))
    expect((await chef.api.redovisning.handlingar({ ar: AR })).forslag).toBeNull()
    await expect(chef.api.redovisning.nyHandling({ ar: AR, sokande: '2034', kommuner: ['2034'] })).rejects.toMatchObject({ data: { kod: 'kommun_upptagen', falt: 'kommuner' } })
  })

  it('lets a check land with the ombud who has the case, without the chief seeing which', async () => {
    const check = (await sida()).kontroller.find((k) => k.kod === 'fodelsear_saknas')!
    expect(check).toMatchObject({ allvar: 'rattas', antal: 1, hos: [{ ombud: 'Anna Lind', antal: 1, paminnd: null }] })
    expect(JSON.stringify(check)).not.toContain(saknar)
    expect((await chef.api.redovisning.paminn({ id, kod: 'fodelsear_saknas' })).antal).toBe(1)
    expect((await sida()).kontroller.find((k) => k.kod === 'fodelsear_saknas')?.hos[0]?.paminnd).toBe(prov.klocka)
    expect(await anna.api.veckan.kontroller()).toEqual([{ kod: 'fodelsear_saknas', ar: AR, nummer: saknar, kommun: '2062', paminnd: prov.klocka }])
    const { version } = await anna.api.arenden.hamta({ nummer: saknar })
    await anna.api.arenden.andraKlient({ nummer: saknar, version, ...klient('Hemlig 3', 1977) })
    expect(await anna.api.veckan.kontroller()).toEqual([])
    expect((await sida()).kontroller.find((k) => k.kod === 'fodelsear_saknas')).toMatchObject({ allvar: 'klart', antal: 0, hos: [] })
  })

  it('saves field by field and answers a stale write with both texts', async () => {
    const spara = (varde: string, version: number) => chef.api.redovisning.sparaFalt({ id, falt: 'grupper', varde, version })
    expect(await spara('  Vuxna med samordningsbehov ', 0)).toEqual({ version: 1 })
    expect(await spara('Vuxna', 1)).toEqual({ version: 2 })
    await expect(spara('Något annat', 1)).rejects.toMatchObject({ data: { kod: 'andrad_av_annan', falt: 'grupper', detalj: { varde: 'Vuxna', version: 2, av: 'Karin Berg' } } })
    await expect(chef.api.redovisning.sparaFalt({ id, falt: 'stod', varde: 7, version: 0 })).rejects.toMatchObject({ data: { kod: 'fel_slag' } })
    await expect(chef.api.redovisning.sparaFalt({ id, falt: 'har_prioriteringsordning', varde: 'ja', version: 0 })).rejects.toMatchObject({ message: 'Svara ja eller nej.', data: { falt: 'har_prioriteringsordning' } })
    expect((await sida()).falt.find((f) => f.falt.id === 'grupper')).toMatchObject({ varde: 'Vuxna', version: 2, saknas: false })
  })

  it('keeps counted and corrected side by side, and asks for what a correction breaks', async () => {
    await chef.api.redovisning.ratta({ id, figur: 'klienter.stod', rattat: 7, skal: 'En person registrerades på papper.' })
    const rattad = await sida()
    expect(rattad.falt.find((f) => f.falt.id === 'stod')?.siffra).toMatchObject({ raknat: 6, varde: 7, rattelse: { raknat: 6, rattat: 7, av: 'Karin Berg' } })
    expect(rattad.kontroller.find((k) => k.kod === 'summor_stammer_inte')).toMatchObject({ allvar: 'rattas', antal: 1 })
    await chef.api.redovisning.angraRattelse({ id, figur: 'klienter.stod' })
    expect((await sida()).falt.find((f) => f.falt.id === 'stod')?.siffra).toMatchObject({ raknat: 6, varde: 6, rattelse: null })
    await expect(chef.api.redovisning.ratta({ id, figur: 'klienter.pahittad', rattat: 1, skal: 'x' })).rejects.toMatchObject({ data: { kod: 'finns_inte' } })
    await chef.api.redovisning.ratta({ id, figur: 'brister.antal', rattat: 2, skal: 'Två kom in muntligt.' })
  })

  it('is refused while something must be mended, and fixed when told so', async () => {
    const { handling } = await sida()
    await expect(chef.api.redovisning.faststall({ id, version: handling.version })).rejects.toMatchObject({ data: { kod: 'kontroller_kvar', detalj: { kontroller: ['falt_tomt'] } } })
    await expect(chef.api.redovisning.lamnaIn({ id, version: handling.version, datum: '2026-01-08', av: 'Karin Berg' })).rejects.toMatchObject({ data: { kod: 'ej_faststalld' } })
    const { hash } = await chef.api.redovisning.faststall({ id, version: handling.version, trots: true })
    const { inloggad } = chef.start.kontor
    const rad = inloggad.handtag.prepare('SELECT innehall, hash FROM faststallda').get() as { innehall: string; hash: string }
    expect(innehallshash(rad.innehall)).toBe(hash)
    expect(inloggad.db.select().from(logg).all().find((r) => r.handling === 'handling.faststalld')?.objekt).toBe(`${id} ${hash}`)
    expect(rad.innehall).not.toContain(saknar)
    await expect(chef.api.redovisning.sparaFalt({ id, falt: 'grupper', varde: 'x', version: 2 })).rejects.toMatchObject({ data: { kod: 'faststalld' } })
    for (const sats of [
      `UPDATE faststallda SET innehall = '{}'`, 'DELETE FROM faststallda', `UPDATE handlingar SET sokande = '2034'`, `UPDATE handlingar SET status = 'utkast'`, 'DELETE FROM handlingar',
      `UPDATE faltvarden SET varde = '"x"'`, 'DELETE FROM faltvarden', `INSERT INTO faltvarden (handling_id, falt, tid, av) SELECT id, 'ny', '', skapad_av FROM handlingar`,
      `UPDATE rattelser SET rattat = '9'`, 'DELETE FROM rattelser', `UPDATE faststallda_bakom SET innehall = '{}'`, `INSERT OR REPLACE INTO faststallda SELECT handling_id, '{}', hash, tid, av FROM faststallda`,
    ]) expect(() => inloggad.handtag.exec(sats), sats).toThrow(/fixed/)
  })

  it('is found out when figures and hash are changed together, with another program', async () => {
    const { handtag } = chef.start.kontor.inloggad
    const vakter = handtag.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'faststallda'").all() as { name: string; sql: string }[]
    const forut = handtag.prepare('SELECT innehall, hash FROM faststallda WHERE handling_id = ?').get(id) as { innehall: string; hash: string }
    const skriv = (innehall: string, hash: string) => handtag.transaction(() => {
      for (const vakt of vakter) handtag.exec(`DROP TRIGGER ${vakt.name}`)
      handtag.prepare('UPDATE faststallda SET innehall = ?, hash = ? WHERE handling_id = ?').run(innehall, hash, id)
      for (const vakt of vakter) handtag.exec(vakt.sql)
    })()
    const andrat = forut.innehall.replace('"stod":6', '"stod":60')
    expect(andrat).not.toBe(forut.innehall)
    skriv(andrat, innehallshash(andrat))
    await expect(sida()).rejects.toMatchObject({ data: { kod: 'faststalld_skadad' } })
    skriv(forut.innehall, forut.hash)
    expect((await sida()).figurer.klienter.stod).toBe(6)
  })

  it('keeps its figures when the register moves on, and says what has changed', async () => {
    expect((await sida()).andratSedan).toEqual([])
    await anna.api.arenden.nytt({ klient: klient('Sen Registrering', 1950), kontaktId: null, uppdrag: uppdrag('2034', '2025-12-01') })
    const nu = await sida()
    expect(nu.figurer.klienter.stod).toBe(6)
    expect(nu.falt.find((f) => f.falt.id === 'stod')?.siffra?.varde).toBe(6)
    expect(nu.andratSedan).toContainEqual({ figur: 'klienter.stod', etikett: 'Fått stöd under året', da: 6, nu: 7 })
    expect(nu.andratSedan).toContainEqual({ figur: 'perKommun.2034.nya', etikett: 'Nya under året, Orsa', da: 2, nu: 3 })
    expect((await chef.api.redovisning.oppnaSiffra({ id, figur: 'klienter.stod' })).arenden).toHaveLength(6)
  })

  it('is ticked off, handed in and corrected, and only then silent', async () => {
    await chef.api.redovisning.bocka({ id, falt: 'stod', klar: true })
    expect((await sida()).falt.find((f) => f.falt.id === 'stod')?.bockad).toMatchObject({ av: 'Karin Berg' })
    expect((await chef.api.veckan.chefens()).frister).toMatchObject([{ lage: 'daglig', saknas: [{ kod: 'ej_inlamnad' }] }])
    const version = async () => (await sida()).handling.version
    await expect(chef.api.redovisning.lamnaIn({ id, version: await version(), datum: '2026-02-01', av: 'Karin Berg' })).rejects.toMatchObject({ data: { falt: 'datum' } })
    await chef.api.redovisning.lamnaIn({ id, version: await version(), datum: '2026-01-07', av: 'Karin Berg', diarienummer: '700-1', kvittens: 'Mottaget' })
    expect((await chef.api.veckan.chefens()).frister).toEqual([])
    await chef.api.redovisning.rattaInlamning({ id, version: await version(), datum: '2026-01-08', av: 'Karin Berg', diarienummer: '700-12', skal: 'Fel diarienummer.' })
    expect((await sida()).handling.inlamnad).toMatchObject({ datum: '2026-01-08', diarienummer: '700-12', skal: 'Fel diarienummer.' })
    expect((await sida()).inlamningar).toHaveLength(2)
    expect(() => chef.start.kontor.inloggad.handtag.exec(`UPDATE inlamningar SET datum = '2025-01-01'`)).toThrow(/append-only/)
  })

  it('becomes a new version for a correction, and both are kept', async () => {
    const { id: ny } = await chef.api.redovisning.nyVersion({ id, skal: 'En sen registrering.' })
    await expect(chef.api.redovisning.nyVersion({ id, skal: 'Igen.' })).rejects.toMatchObject({ data: { kod: 'utkast_finns', detalj: { id: ny } } })
    const andra = await chef.api.redovisning.handling({ id: ny })
    expect(andra.handling).toMatchObject({ nr: 2, status: 'utkast', skal: 'En sen registrering.' })
    expect(andra.falt.find((f) => f.falt.id === 'stod')?.siffra?.varde).toBe(7)
    expect(andra.falt.find((f) => f.falt.id === 'grupper')).toMatchObject({ varde: 'Vuxna', forifyllt: false })
    expect(andra.rattelser).toMatchObject([{ figur: 'brister.antal', rattat: 2 }])
    // What has been handed in stays in: the correction does not start the countdown again.
    expect((await chef.api.veckan.chefens()).frister).toEqual([])
    expect((await sida()).handling).toMatchObject({ nr: 1, status: 'inlamnad' })
    await chef.api.redovisning.taBortHandling({ id: ny, version: andra.handling.version })
    await expect(chef.api.redovisning.taBortHandling({ id, version: 99 })).rejects.toMatchObject({ data: { kod: 'faststalld' } })
  })

  it('goes out masked, without ärendenummer, the same in all formats', async () => {
    const json = await chef.api.redovisning.exportera({ id, format: 'json' })
    const ut = zUtgava.parse(JSON.parse(await json.text()))
    expect(json.name).toBe('redovisning-2025-mora.json')
    expect(ut).toMatchObject({ status: 'inlamnad', maskerad: true, inlamnad: { diarienummer: '700-12' } })
    const perKommun = ut.punkter.flatMap((p) => p.falt).find((f) => f.id === 'per_kommun')?.tabell
    expect(perKommun?.rader[0]?.celler[0]).toMatchObject({ varde: null, text: '1–4', mask: 'liten' })
    const csv = await (await chef.api.redovisning.exportera({ id, format: 'csv' })).text()
    expect(csv).toContain('Siffror;10 § 2;Personer som har fått stöd under året;;;6;personer')
    expect(csv).toContain('Brister som har iakttagits;;;2;;0;Två kom in muntligt.')
    expect(csv).toContain('Texter;10 § 2;Personer som har fått stöd, och varför de tog kontakt;Vilka grupper har fått stöd?;Vuxna')
    for (const text of [csv, JSON.stringify(ut)]) expect(text).not.toMatch(/20\d\d-\d{4}\b(?!-)/u)
    expect(await anna.api.redovisning.exportera({ id, format: 'xlsx' })).toMatchObject({ name: 'redovisning-2025-mora.xlsx' })
  })
})

describe('texts, and two who apply', () => {
  it('hands last year’s texts on to the same sökande, and keeps the kommuner of two apart', async () => {
    const prov = await Testkontor.nytt()
    prov.klocka = '2026-01-08T09:00:00.000Z'
    const chef = await prov.inloggad('chef')
    const anna = await prov.inloggad('anna')
    for (const kommun of ['2062', '2034', '2034']) await anna.api.arenden.nytt({ klient: klient('Hemlig', 1970), kontaktId: null, uppdrag: uppdrag(kommun) })
    const fjol = await chef.api.redovisning.nyHandling({ ar: 2024, sokande: '2034', kommuner: ['2034'] })
    await chef.api.redovisning.sparaFalt({ id: fjol.id, falt: 'grupper', varde: 'Fjolårets text', version: 0 })
    await chef.api.redovisning.sparaFalt({ id: fjol.id, falt: 'har_bedomningsriktlinjer', varde: true, version: 0 })

    const mora = await chef.api.redovisning.nyHandling({ ar: AR, sokande: '2062', kommuner: ['2062', '2039'] })
    const orsa = await chef.api.redovisning.nyHandling({ ar: AR, sokande: '2034', kommuner: ['2034'] })
    const [m, o] = [await chef.api.redovisning.handling({ id: mora.id }), await chef.api.redovisning.handling({ id: orsa.id })]
    expect([m.figurer.klienter.stod, o.figurer.klienter.stod]).toEqual([1, 2])
    expect(o.falt.find((f) => f.falt.id === 'grupper')).toMatchObject({ varde: 'Fjolårets text', forifyllt: true, fjol: 'Fjolårets text' })
    expect(o.falt.find((f) => f.falt.id === 'har_bedomningsriktlinjer')).toMatchObject({ varde: true })
    expect(o.kontroller.find((k) => k.kod === 'text_fran_fjol')).toMatchObject({ allvar: 'titta', falt: ['grupper'] })
    expect(m.falt.find((f) => f.falt.id === 'grupper')?.varde).toBeNull()
    // Kön × ålder is off where one kommun stands alone.
    expect([m.handling.konOchAlder, o.handling.konOchAlder]).toEqual([true, false])
    expect(o.utgava.punkter.flatMap((p) => p.falt).some((f) => f.id === 'kon_och_alder')).toBe(false)
    // A kommun moves from one to the other.
    await expect(chef.api.redovisning.andraHandling({ id: orsa.id, version: o.handling.version, kommuner: ['2034', '2039'] })).rejects.toMatchObject({ data: { kod: 'kommun_upptagen' } })
    await chef.api.redovisning.andraHandling({ id: mora.id, version: m.handling.version, kommuner: ['2062'] })
    expect((await chef.api.redovisning.handlingar({ ar: AR })).utanHandling).toEqual(['2039'])
    expect((await chef.api.redovisning.handling({ id: orsa.id })).kontroller.find((k) => k.kod === 'kommun_utan_handling')).toMatchObject({ antal: 1, allvar: 'rattas' })
    await chef.api.redovisning.andraHandling({ id: orsa.id, version: o.handling.version, kommuner: ['2034', '2039'] })
    await expect(chef.api.redovisning.andraHandling({ id: orsa.id, version: o.handling.version, maskera: false })).rejects.toMatchObject({ data: { kod: 'andrad_av_annan' } })
    prov.slut()
  })
})

describe('årets ansökan', () => {
  it('reckons the amount from what is sought and the year’s rate', async () => {
    const prov = await Testkontor.nytt()
    prov.klocka = '2026-02-10T09:00:00.000Z'
    const chef = await prov.inloggad('chef')
    const { id } = await chef.api.ansokan.nyHandling({ ar: 2026, sokande: '2062', kommuner: ['2062', '2034'] })
    const rader = [{ kommun: '2062', arsanstallningar: 1.25 }, { kommun: '2034', arsanstallningar: 0.5 }]
    await expect(chef.api.ansokan.sparaFalt({ id, falt: 'sokta', varde: [{ kommun: '2039', arsanstallningar: 1 }], version: 0 })).rejects.toMatchObject({ data: { falt: 'sokta.0' } })
    await chef.api.ansokan.sparaFalt({ id, falt: 'sokta', varde: rader, version: 0 })
    expect((await chef.api.statsbidrag.hamta({ ar: 2026 })).sokt).toMatchObject([{ sokande: '2062', kommuner: rader }])
    const utan = await chef.api.ansokan.handling({ id })
    expect(utan.falt.find((f) => f.falt.id === 'sokta_summa')?.siffra?.varde).toBe(1.75)
    expect(utan.falt.find((f) => f.falt.id === 'sokt_belopp')?.siffra?.varde).toBeNull()
    expect(utan.kontroller.find((k) => k.kod === 'ekonomi_saknas')?.text).toContain('belopp per årsanställning')
    chef.start.kontor.inloggad.handtag.exec('INSERT INTO bidragsar (ar, belopp) VALUES (2026, 302400)')
    const med = await chef.api.ansokan.handling({ id })
    expect(med.falt.find((f) => f.falt.id === 'sokt_belopp')?.siffra?.varde).toBe(529_200)
    expect(med.utgava.punkter[1]?.falt.find((f) => f.id === 'belopp_per_kommun')?.tabell?.rader.map((r) => r.celler.map((c) => c.text))).toEqual([['1,25', '378000'], ['0,50', '151200']])
    expect((await chef.api.veckan.chefens()).frister.find((f) => f.slag === 'ansokan')).toMatchObject({ ar: 2026, lage: 'vantar', dagarKvar: 19, forfaller: '2026-03-01' })
    // A redovisning's procedures do not open an ansökan.
    await expect(chef.api.redovisning.handling({ id })).rejects.toMatchObject({ data: { kod: 'finns_inte' } })
    prov.slut()
  })
})
