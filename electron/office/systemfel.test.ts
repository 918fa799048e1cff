import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import readXlsxFile from 'read-excel-file/node'
import type { Bristen } from '../../db/model/systemfel/index.ts'
import { bristerUnder } from '../../db/store/systemfel.ts'
import { Testkontor, type Testsession } from './testkontor.ts'

const IDAG = '2026-11-22'
const ord = (egna: Partial<Bristen> = {}): Bristen => ({
  datum: IDAG, kategori: 'samordning', niva: 'lokal_niva', aktor: 'psykiatri', kommun: '2062', vad: 'Ingen kallar till SIP.', foljd: '', forslag: '', inteNamn: [], ...egna,
})
const fel = (lofte: Promise<unknown>) => lofte.then(() => 'inget fel', (e: { data: { kod: string; falt: string | null } }) => `${e.data.kod} ${e.data.falt}`)

describe('brister', () => {
  let prov: Testkontor
  let anna: Testsession
  let per: Testsession
  let chef: Testsession
  beforeAll(async () => {
    prov = await Testkontor.nytt()
    ;[anna, per, chef] = [await prov.inloggad('anna'), await prov.inloggad('per'), await prov.inloggad('chef')]
  })
  afterAll(() => prov.slut())

  it('stops what says who somebody is, at its field, and stores nothing', async () => {
    const api = anna.api.systemfel
    await anna.api.arenden.nytt({
      klient: { namn: 'Wanja Quist', telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
    })
    expect(await fel(api.ny(ord({ foljd: 'Se 19750101-2384' })))).toBe('personuppgift foljd')
    expect(await fel(api.ny(ord({ vad: 'Se 2026-0001', inteNamn: ['2026-0001'] })))).toBe('personuppgift vad')
    expect(await fel(api.ny(ord({ forslag: 'Ring 070-174 06 05' })))).toBe('personuppgift forslag')
    expect(await fel(api.ny(ord({ vad: 'När Maja ringer svarar ingen.' })))).toBe('namn_i_text vad')
    expect(await fel(api.ny(ord({ datum: '2026-11-23' })))).toBe('framtid datum')
    expect(await fel(api.ny(ord({ kommun: '0180' })))).toBe('kommun_utanfor kommun')
    // The own client's name, though no list knows it; the colleague who cannot open that case is not told.
    await expect(api.ny(ord({ vad: 'Quist fick vänta.' }))).rejects.toMatchObject({ data: { kod: 'namn_i_text', falt: 'vad', detalj: { ord: ['Quist'] } } })
    expect(await api.lista()).toEqual([])
    await api.ny(ord({ vad: 'Quist fick vänta.', inteNamn: ['Quist'] }))
    await per.api.systemfel.ny(ord({ vad: 'Quist fick vänta igen.' }))
    for (const rad of await api.lista()) await chef.api.systemfel.stryk({ id: rad.id, version: rad.version, skal: 'prov' })
  })

  it('is observed again, decided, fed back until seen, and struck by its own', async () => {
    const { id } = await anna.api.systemfel.ny(ord())
    await per.api.systemfel.iaktta({ bristId: id, datum: '2026-11-20', kommun: null })
    expect((await per.api.systemfel.lista()).find((rad) => rad.id === id)).toMatchObject({ antal: 2, forst: '2026-11-20', senast: IDAG, min: true, farAndra: false, status: 'noterad', registreradAv: 'Anna Lind' })
    const { struken: _, ...rad } = (await chef.api.systemfel.lista()).find((en) => en.id === id)!
    expect(await fel(per.api.systemfel.stryk({ id, version: rad.version, skal: 'x' }))).toBe('inte_din_brist null')
    expect(await fel(per.api.systemfel.status({ id, datum: IDAG, status: 'atgardad', notering: '' }))).toBe('inte_behorig null')

    expect(await anna.api.systemfel.aterkoppling()).toEqual([])
    prov.klocka = '2026-11-22T10:00:00.000Z'
    await chef.api.systemfel.status({ id, datum: IDAG, status: 'atgard_pagar', notering: 'Regionen ser över rutinen.' })
    const till = { bristId: id, vad: 'Ingen kallar till SIP.', aktor: 'psykiatri', status: 'atgard_pagar', datum: IDAG, notering: 'Regionen ser över rutinen.' }
    expect(await anna.api.systemfel.aterkoppling()).toEqual([till])
    expect(await per.api.systemfel.aterkoppling()).toEqual([till])
    expect((await anna.api.systemfel.hamta({ id })).handelser.map((h) => [h.status, h.ny])).toEqual([['atgard_pagar', true], ['noterad', false]])
    prov.klocka = '2026-11-22T10:01:00.000Z'
    await anna.api.systemfel.sedd({ id })
    expect(await anna.api.systemfel.aterkoppling()).toEqual([])
    expect(await per.api.systemfel.aterkoppling()).toHaveLength(1)
    expect(await fel(chef.api.systemfel.sedd({ id }))).toBe('finns_inte null')

    const figurer = async () => (await chef.api.redovisning.hamta({ ar: 2026, kommun: [] })).figurer.brister
    expect(await figurer()).toMatchObject({ antal: 1, observationer: 2, perStatus: [{ kod: 'atgard_pagar', antal: 1 }] })
    expect((await chef.api.redovisning.hamta({ ar: 2026, kommun: ['2039'] })).figurer.brister).toMatchObject({ antal: 1, observationer: 1 })
    const pers = (await per.api.systemfel.hamta({ id })).iakttagelser.find((i) => i.min)!
    await per.api.systemfel.strykIakttagelse({ id: pers.id, version: pers.version, skal: 'Fel dag' })
    expect(await figurer()).toMatchObject({ antal: 1, observationer: 1 })
    const kvar = (await anna.api.systemfel.hamta({ id })).iakttagelser.find((i) => i.min)!
    expect(await fel(anna.api.systemfel.strykIakttagelse({ id: kvar.id, version: 1, skal: 'x' }))).toBe('sista_iakttagelsen null')
    await anna.api.systemfel.stryk({ id, version: rad.version, skal: 'Dubblett' })
    expect(await figurer()).toMatchObject({ antal: 0, observationer: 0 })
    expect(bristerUnder(anna.start.kontor.inloggad.db, '2026-01-01', '2026-12-31')).toEqual([])
    expect(await per.api.systemfel.aterkoppling()).toEqual([])
  })

  it('a stale change is answered, and the texts are guarded there too', async () => {
    const { id } = await anna.api.systemfel.ny(ord({ vad: 'Kön är två år.' }))
    const { datum: _, ...falt } = ord({ vad: 'Kön är tre år.' })
    await chef.api.systemfel.andra({ id, version: 1, ...falt })
    expect(await fel(anna.api.systemfel.andra({ id, version: 1, ...falt }))).toBe('andrad_av_annan null')
    expect(await fel(anna.api.systemfel.andra({ id, version: 2, ...falt, forslag: 'ring 0250-265 00' }))).toBe('personuppgift forslag')
    expect(await fel(per.api.systemfel.andra({ id, version: 2, ...falt }))).toBe('inte_din_brist null')
  })
})

describe('the ledningsgrupp', () => {
  let prov: Testkontor
  beforeAll(async () => { prov = await Testkontor.nytt() })
  afterAll(() => prov.slut())
  const period = { fran: '2026-01-01', till: null }
  const ny = { id: null, version: null }

  it('has seats, members and a meeting that decides, feeds back and exports without names', async () => {
    const [anna, chef] = [await prov.inloggad('anna'), await prov.inloggad('chef')]
    const lg = chef.api.ledningsgrupp
    expect((await lg.lage()).gruppSaknas).toBe(true)
    const { id: gruppId } = await lg.sparaGrupp({ ...ny, namn: 'Ledningsgruppen', form: 'gemensam', enheter: 'Provskogens PO', ...period })
    const platser = await Promise.all((['kommun', 'primarvard', 'psykiatri', 'arbetsformedlingen'] as const).map((slag) =>
      lg.sparaPlats({ ...ny, gruppId, slag, kommun: null, organisation: '', erbjuden: null, svar: null, svarDatum: null, ...period })))
    for (const { id: platsId } of platser) await lg.sparaLedamot({ ...ny, platsId, namn: 'Zelda Tjänsteman', roll: 'Chef', ersattare: false, ...period })
    expect(await lg.lage()).toMatchObject({ gruppSaknas: false, obesatta: ['forsakringskassan'] })
    expect((await lg.hamta()).lage.ejErbjudna).toEqual(['patientorganisation', 'brukarorganisation', 'anhorigorganisation'])

    const { id: bristId } = await anna.api.systemfel.ny(ord({ vad: 'Ingen kallar till SIP.' }))
    await anna.api.systemfel.ny(ord({ vad: 'Breven är svåra att förstå.', kategori: 'information' }))
    const moteId = (await lg.sparaMote({ ...ny, gruppId, datum: '2026-12-01', klockslag: '13–15', plats: 'Mora', dagordning: 'Brister', anteckningar: '' })).id
    expect(await lg.lage()).toMatchObject({ nya: 2, senaste: null, nasta: { id: moteId, datum: '2026-12-01' } })
    await lg.taUpp({ moteId, brister: [bristId] })
    await lg.taUpp({ moteId, brister: [bristId] }) // twice is once
    const underlag = await lg.underlag({ moteId })
    expect(underlag).toMatchObject({ forra: null, brister: [{ id: bristId, status: 'till_ledningsgrupp', beslutStatus: null }], sedanSist: [{ vad: 'Breven är svåra att förstå.' }] })
    expect(underlag.kallade).toHaveLength(4)
    expect(await fel(lg.beslut({ moteId, bristId, version: 1, status: 'atgard_pagar', beslut: '' }))).toBe('framtid status')

    await lg.taBort({ moteId, bristId })
    expect((await anna.api.systemfel.hamta({ id: bristId })).status).toBe('noterad')
    await lg.taUpp({ moteId, brister: [bristId] })

    prov.klocka = '2026-12-02T09:00:00.000Z'
    expect(await fel(lg.beslut({ moteId, bristId, version: 1, status: 'atgard_pagar', beslut: 'Ring 070-174 06 05' }))).toBe('personuppgift beslut')
    await lg.beslut({ moteId, bristId, version: 1, status: 'atgard_pagar', beslut: 'Psykiatrin kallar.' })
    expect(await fel(lg.beslut({ moteId, bristId, version: 1, status: 'atgardad', beslut: '' }))).toBe('andrad_av_annan null')
    expect(await anna.api.systemfel.aterkoppling()).toMatchObject([{ bristId, status: 'atgard_pagar', datum: '2026-12-01', notering: 'Psykiatrin kallar.' }])
    expect((await anna.api.systemfel.hamta({ id: bristId })).handelser[0]).toMatchObject({ status: 'atgard_pagar', mote: { id: moteId, datum: '2026-12-01' } })
    expect(await lg.lage()).toMatchObject({ senaste: '2026-12-01', nasta: null, nya: 0 })
    const mote = (await lg.hamta()).grupper[0]!.moten[0]!
    expect(await fel(lg.stryk({ vad: 'mote', id: moteId, version: mote.version, skal: 'x' }))).toBe('har_beslut null')

    const json = await (await lg.exportera({ moteId, format: 'json' })).text()
    expect(JSON.parse(json)).toMatchObject({ format: 'lotsen-ledningsgrupp', version: 1, mote: '2026-12-01', brister: [{ vad: 'Ingen kallar till SIP.', beslut: { status: { kod: 'atgard_pagar' }, text: 'Psykiatrin kallar.' } }] })
    const xlsx = await lg.exportera({ moteId, format: 'xlsx' })
    const blad = Buffer.from(await xlsx.arrayBuffer())
    const innehall = await readXlsxFile(blad)
    expect(innehall.map((b) => b.sheet)).toEqual(['Brister', 'Siffror'])
    const rader = JSON.stringify(innehall)
    expect(rader).toContain('Psykiatrin kallar.')
    for (const text of [json, rader]) for (const namn of ['Zelda', 'Tjänsteman', 'Anna Lind', 'Karin Berg']) expect(text).not.toContain(namn)
    expect(xlsx.name).toBe('ledningsgrupp-2026-12-01.xlsx')
    anna.las(); chef.las()
  })

  it('is read by ombud and written by the chief; the administrator has nothing of it', async () => {
    const [anna, adm] = [await prov.inloggad('anna'), await prov.inloggad('adm')]
    await anna.api.ledningsgrupp.hamta()
    expect(await fel(anna.api.ledningsgrupp.lage())).toBe('inte_behorig null')
    expect(await fel(adm.api.systemfel.lista())).toBe('inte_behorig null')
    expect(await fel(adm.api.ledningsgrupp.hamta())).toBe('inte_behorig null')
    anna.las(); adm.las()
  })
})
