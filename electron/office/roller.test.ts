import { createRouterClient, type AnyRouter } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kontrakt } from './contract/index.ts'
import { far, ROLLREGLER, type Procedurnamn } from './roller.ts'
import { router } from './router.ts'
import { resultat, Testkontor, type Testperson, type Testsession } from './testkontor.ts'

const PROCEDURER = Object.entries(kontrakt).flatMap(([area, delar]) => Object.keys(delar).map((namn) => `${area}.${namn}` as Procedurnamn))

/** Calls a procedure by its name with an input of no worth, and says how it was answered. */
async function ropa(session: Testsession, namn: Procedurnamn, input: unknown = {}): Promise<string> {
  const klient = createRouterClient(router as AnyRouter, { context: session.start.kontext() }) as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const [area, procedur] = namn.split('.') as [string, string]
  try {
    const svar = await klient[area]?.[procedur]?.(input)
    // A procedure that reports steps is judged when it is asked, before its first step: nothing is begun here.
    if (typeof svar === 'object' && svar !== null && 'return' in svar) await (svar as AsyncGenerator).return(undefined)
    return 'ja'
  } catch (fel) {
    return (fel as { data?: { kod?: string } }).data?.kod ?? `oväntat: ${String(fel)}`
  }
}

describe('the roles table', () => {
  it('names every procedure of the contract and no other', () => {
    expect(Object.keys(ROLLREGLER).sort()).toEqual([...PROCEDURER].sort())
  })

  it.each([
    [null, 'arenden.mina', false],
    [['enhetschef'], 'arenden.hamta', false],
    [['administrator'], 'arenden.hamta', false],
    [['administrator'], 'redovisning.hamta', false],
    [['ombud'], 'redovisning.hamta', true],
    [['ombud'], 'importera.kor', false],
    [['enhetschef', 'ombud'], 'arenden.mina', true],
    [['ombud'], 'start.skapa', false],
    [['enhetschef'], 'kontakter.ko', false],
    [['administrator'], 'kontakter.ko', false],
    [['enhetschef'], 'arenden.provaDubblett', false],
    [['enhetschef'], 'utkast.spara', true],
  ] as const)('%s on %s: %s', (roller, namn, ja) => {
    expect(far(ROLLREGLER[namn], roller)).toBe(ja)
  })
})

describe('every role × every procedure', () => {
  let prov: Testkontor
  beforeAll(async () => { prov = await Testkontor.nytt() })
  afterAll(() => prov.slut())

  const UTAN_ATT_PROVAS = new Set<Procedurnamn>(['session.las']) // ends the session it is tried in; tried below

  it.each([['anna', 'ombud'], ['chef', 'enhetschef'], ['adm', 'administrator']] as const)('%s (%s)', async (vem, roll) => {
    const session = await prov.inloggad(vem)
    for (const namn of PROCEDURER.filter((p) => !UTAN_ATT_PROVAS.has(p))) {
      const svar = await ropa(session, namn)
      expect({ namn, nekad: svar === 'inte_behorig' }).toEqual({ namn, nekad: !far(ROLLREGLER[namn], [roll]) })
      expect(`${namn} ${svar}`).not.toContain('oväntat')
      expect(`${namn} ${svar}`).not.toContain('bugg')
    }
    session.las()
  })

  it('nobody logged in reaches only what is before the login', async () => {
    const session = prov.oppna()
    for (const namn of PROCEDURER.filter((p) => !['start.exempel', 'session.las'].includes(p))) {
      const svar = await ropa(session, namn)
      expect({ namn, nekad: svar === 'inte_inloggad' }).toEqual({ namn, nekad: !far(ROLLREGLER[namn], null) })
    }
  })

  it('nothing answers any longer once the office has locked', async () => {
    const session = await prov.inloggad('anna')
    session.las()
    expect(await ropa(session, 'arenden.mina')).toBe('inte_inloggad')
    expect(await ropa(session, 'redovisning.hamta', { ar: 2026 })).toBe('inte_inloggad')
  })

  it('keeps every procedure on a case to whoever holds it', async () => {
    const ny = (namn: string) => ({
      klient: { namn, telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [] },
    })
    const anna = await prov.inloggad('anna')
    const { nummer } = await anna.api.arenden.nytt(ny('Hemlig Persson'))
    const { uppdrag, version } = await anna.api.arenden.hamta({ nummer })
    const u = uppdrag[0]!
    const inputs: Partial<Record<Procedurnamn, unknown>> = {
      'arenden.hamta': { nummer },
      'arenden.andraKlient': { nummer, version, namn: 'Annan', telefon: '', kon: 'man', fodelsear: 1950 },
      'arenden.utdrag': { nummer },
      'uppdrag.nytt': { nummer, kontaktId: null, uppdrag: ny('').uppdrag },
      'uppdrag.andra': { id: u.id, version: u.version, mal: 'x', orsaker: [], livsomraden: [] },
      'uppdrag.forlang': { id: u.id, version: u.version, nyttSlut: '2027-01-01', skal: 'x' },
      'uppdrag.avsluta': { id: u.id, version: u.version, slut: '2026-06-01', avslutsorsak: 'avliden' },
      'uppdrag.angraAvslut': { id: u.id, version: u.version },
      'uppdrag.kommunbyte': { id: u.id, version: u.version, datum: '2026-06-01', kommun: '2039' },
      'uppdrag.stryk': { id: u.id, version: u.version, skal: 'x' },
      'uppfoljningar.ny': { nummer, uppdragId: u.id, planerad: '2026-12-01' },
      'uppfoljningar.flytta': { nummer, id: u.id, version: 1, planerad: '2026-12-01' },
      'uppfoljningar.gjord': { nummer, id: u.id, version: 1, gjord: '2026-11-01', resultat: 'fortsatter', nasta: null },
      'uppfoljningar.stryk': { nummer, id: u.id, version: 1, skal: 'x' },
      'ataganden.nytt': { nummer, uppdragId: u.id, vad: 'x', vem: 'ombudet', aktor: null, senast: null },
      'ataganden.andra': { nummer, id: u.id, version: 1, vad: 'x', vem: 'ombudet', aktor: null, senast: null },
      'ataganden.status': { nummer, id: u.id, version: 1, status: 'klart' },
      'anteckningar.ny': { nummer, uppdragId: u.id, text: 'x' },
      'anteckningar.andra': { nummer, id: u.id, version: 1, text: 'x' },
      'anteckningar.forstor': { nummer, id: u.id, version: 1 },
      'samtycken.nytt': { nummer, aktor: 'psykiatri', person: '', omfattning: 'x', fran: '2026-05-01', till: null },
      'samtycken.aterkalla': { nummer, id: u.id, version: 1, datum: '2026-06-01' },
      'samtycken.stryk': { nummer, id: u.id, version: 1, skal: 'x' },
      'orosguide.anvand': { nummer },
      'gallring.svaraUndantag': { nummer, undantag: true },
      'overlamningar.historik': { nummer },
      'overlamningar.erbjud': { nummer, till: crypto.randomUUID(), skal: 'byte', vikariatTill: null, samtycke: false, samtyckeDatum: null },
      'overlamningar.laggTillMedombud': { nummer, till: crypto.randomUUID() },
    }
    const egna = PROCEDURER.filter((p) => ROLLREGLER[p].objekt === 'eget')
    expect(Object.keys(inputs).sort()).toEqual([...egna].sort())

    const per = await prov.inloggad('per')
    for (const namn of egna) expect([namn, await ropa(per, namn, inputs[namn])]).toEqual([namn, 'inte_ditt_arende'])
    expect(await per.api.arenden.mina()).toEqual([])
    // Nothing of what Per tried has changed anything.
    expect((await anna.api.arenden.hamta({ nummer })).uppdrag[0]).toMatchObject({ version: u.version, slut: null, mal: 'm' })
    // And Anna herself is let in to the very same calls.
    expect(await ropa(anna, 'uppdrag.andra', inputs['uppdrag.andra'])).toBe('ja')
    // Nor does a number of one's own open a row of somebody else's case.
    const pers = (await per.api.arenden.nytt(ny('Annan Person'))).nummer
    for (const namn of egna.filter((p) => /^(uppfoljningar|ataganden|anteckningar|samtycken)\./.test(p) && p !== 'samtycken.nytt')) {
      expect([namn, await ropa(per, namn, { ...(inputs[namn] as object), nummer: pers })]).toEqual([namn, 'finns_inte'])
    }
    per.las(); anna.las()
  })

  it('keeps every act on an offer to the two it concerns, and a nödöppning’s note to its two ombud', async () => {
    const anna = await prov.inloggad('anna')
    const per = await prov.inloggad('per')
    const idPer = (await anna.api.anvandare.lista()).find((rad) => rad.anvandarnamn === 'per')!.id
    const { nummer } = await anna.api.arenden.nytt({
      klient: { namn: 'Hemlig Persson', telefon: '', kon: 'kvinna', fodelsear: null }, kontaktId: null,
      uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal: 'm', orsaker: [], livsomraden: [], prioritet: null, realistiskt: null, aktorer: [], forstaUppfoljning: null },
    })
    const rad = { nummer, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: '' }
    const { id } = await anna.api.overlamningar.erbjud({ ...rad, till: idPer, skal: 'byte', vikariatTill: null })
    const { id: medombud } = await anna.api.overlamningar.laggTillMedombud({ nummer, till: idPer })
    const nekas: [Testsession, Procedurnamn, unknown, string][] = [
      [anna, 'overlamningar.godta', { ids: [id] }, 'inte_din_overlamning'],
      [anna, 'overlamningar.avboj', { id, ord: '' }, 'inte_din_overlamning'],
      [per, 'overlamningar.taTillbaka', { id }, 'inte_din_overlamning'],
      [per, 'overlamningar.avslutaVikariat', { id }, 'inte_din_overlamning'],
      [per, 'overlamningar.taBortMedombud', { id: medombud }, 'inte_din_overlamning'],
      [per, 'overlamningar.godta', { ids: [medombud] }, 'inte_din_overlamning'],
      [per, 'overlamningar.lamnaOverAlla', { skal: 'byte', vikariatTill: null, rader: [{ ...rad, till: idPer }] }, 'bara_ombudet'],
      [per, 'overlamningar.erbjud', { ...rad, till: idPer, skal: 'byte', vikariatTill: null }, 'bara_ombudet'],
      [per, 'overlamningar.laggTillMedombud', { nummer, till: idPer }, 'bara_ombudet'],
      [per, 'overlamningar.settNodoppning', { id }, 'finns_inte'],
    ]
    for (const [session, namn, input, svar] of nekas) expect([namn, await ropa(session, namn, input)]).toEqual([namn, svar])
    // A case that is not there and one that is somebody else's are answered alike here too.
    expect(await ropa(per, 'overlamningar.lamnaOverAlla', { skal: 'byte', vikariatTill: null, rader: [{ ...rad, nummer: '1999-0001', till: idPer }] })).toBe('inte_ditt_arende')
    expect(await ropa(per, 'overlamningar.avboj', { id, ord: '' })).toBe('ja')
    expect(await ropa(anna, 'overlamningar.taBortMedombud', { id: medombud })).toBe('ja')
    per.las(); anna.las()
  })

  it('answers a case that does not exist and one that somebody else has alike', async () => {
    const per = await prov.inloggad('per' satisfies Testperson)
    const finns = await per.api.arenden.hamta({ nummer: '2026-0001' }).catch((fel: { message: string }) => fel.message)
    const saknas = await per.api.arenden.hamta({ nummer: '1999-0001' }).catch((fel: { message: string }) => fel.message)
    expect(finns).toBe(saknas)
    per.las()
  })
})

describe('input of no worth', () => {
  it('is refused with a Swedish sentence and leaves no trace', async () => {
    const prov = await Testkontor.nytt()
    const adm = await prov.inloggad('adm')
    await expect(adm.api.enhet.andra({ namn: '   ', vardkommun: '2062', version: 1 })).rejects.toMatchObject({ message: 'Skriv enhetens namn.', data: { falt: 'namn' } })
    const last = await adm.api.importera.las({ fil: new File(['namn;pnr\nMaja;19121212-1212\n'], 'x.csv') })
    const svar = await resultat(await adm.api.importera.kor({ id: last.id, strikt: true }))
    expect(svar.fel.length).toBeGreaterThan(0)
    expect(JSON.stringify(svar)).not.toContain('1212-1212')
    prov.slut()
  })
})
