import { createRouterClient, type AnyRouter } from '@orpc/server'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ZodType } from 'zod'
import { anteckningsutkast } from '../../db/model/utkast.ts'
import type { Databas } from '../../db/vault/databas.ts'
import { kontrakt } from '../../electron/office/contract/index.ts'
import { router } from '../../electron/office/index.ts'
import { far, ROLLREGLER, type Procedurnamn } from '../../electron/office/roller.ts'
import { KONTORSFIL, Testkontor, type Testsession } from '../../electron/office/testkontor.ts'
import { giltig, pekar, type Objekt } from './giltig.ts'
import { notera } from './siffror.ts'

// Every role × every procedure that takes an object × every object of somebody else's case: its uppdrag, follow-ups, undertakings,
// notes, consents, offers, medombud, drafts. The inputs come from the contract, so that a new procedure is tried the day it is
// written. The role table says who is refused at the door; for whoever is let in, no word of the case may come back and no row of it change.

const ORD = 'HEMLIGT'
const schemaFor = (namn: string): ZodType | undefined => {
  const [area, procedur] = namn.split('.') as [keyof typeof kontrakt, string]
  return (kontrakt[area] as unknown as Record<string, { '~orpc': { inputSchema?: ZodType } }>)[procedur]?.['~orpc'].inputSchema
}
/** Those that are about users themselves, whose ids are no objects of anybody's. */
const PEKANDE = (Object.keys(ROLLREGLER) as Procedurnamn[]).filter((namn) => ROLLREGLER[namn].vem !== 'fore' && !namn.startsWith('session.') && pekar(schemaFor(namn)))

let prov: Testkontor
let anna: Testsession
let arendeId: string
let uppdragId: string
let nummer: string
let objekt: Objekt[]
let pers: string
const antal = { prov: 0, framme: 0, inslappta: 0 }

beforeAll(async () => {
  prov = await Testkontor.nytt({ ...KONTORSFIL, anvandare: [...KONTORSFIL.anvandare, { anvandarnamn: 'sara', namn: 'Sara Vik', roller: ['ombud' as const], losenord: 'saras-egna-fras-61' }] })
  anna = await prov.inloggad('anna')
  const { api } = anna
  const id = (vem: string) => anna.start.kontor.inloggad.handtag.prepare<[string], string>('SELECT id FROM anvandare WHERE anvandarnamn = ?').pluck().get(vem) ?? ''
  const ny = (namn: string, mal: string) => ({
    klient: { namn, telefon: mal, kon: 'kvinna', fodelsear: null }, kontaktId: null,
    uppdrag: { kommun: '2062', start: '2026-05-01', planeratSlut: null, mal, orsaker: [], livsomraden: [] },
  })
  nummer = (await api.arenden.nytt(ny(`${ORD} Persson`, `${ORD} mål`))).nummer
  uppdragId = (await api.arenden.hamta({ nummer })).uppdrag[0]?.id ?? ''
  await api.uppfoljningar.ny({ nummer, uppdragId, planerad: '2026-12-01' })
  await api.ataganden.nytt({ nummer, uppdragId, vad: `${ORD} åtagande`, vem: 'ombudet', aktor: null, senast: null })
  await api.anteckningar.ny({ nummer, uppdragId, text: `${ORD} anteckning` })
  await api.samtycken.nytt({ nummer, aktor: 'psykiatri', person: ORD, omfattning: `${ORD} samtycke`, fran: '2026-05-01', till: null })
  await api.utkast.spara({ plats: anteckningsutkast(nummer), varde: { text: `${ORD} utkast` } })
  await api.overlamningar.laggTillMedombud({ nummer, till: id('sara') })
  await api.overlamningar.erbjud({ nummer, till: id('sara'), skal: 'byte', vikariatTill: null, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: `${ORD} ord` } as Parameters<typeof api.overlamningar.erbjud>[0])
  const { handtag } = anna.start.kontor.inloggad
  arendeId = handtag.prepare<[string], string>('SELECT id FROM arenden WHERE nummer = ?').pluck().get(nummer) ?? ''
  const falt = { uppdragId, plats: anteckningsutkast(nummer), till: id('per'), anvandareId: id('per'), ombud: id('per') }
  objekt = arendetsTabeller(handtag).flatMap((tabell) => (kolumner(handtag, tabell).includes('id') ? handtag.prepare<[string], { id: string; version?: number }>(`SELECT * FROM "${tabell}" WHERE arende_id = ?`).all(arendeId) : []))
    .map((rad) => ({ nummer, id: rad.id, version: rad.version ?? 1, falt }))
  objekt.push({ nummer, id: arendeId, version: 1, falt })
  const per = await prov.inloggad('per')
  pers = (await per.api.arenden.nytt(ny('Annan Person', 'annat'))).nummer
  per.las()
})
afterAll(() => {
  prov.slut()
  notera({ slag: 'Roll × procedur × objekt', antal: antal.prov, inslappta: antal.inslappta }, `${PEKANDE.length} procedurer, ${objekt.length} objekt, ${antal.framme} anrop förbi inmatningens prövning`)
})

const kolumner = (db: Databas, tabell: string): string[] => db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(tabell)
const tabeller = (db: Databas): string[] => db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all()
const arendetsTabeller = (db: Databas): string[] => tabeller(db).filter((tabell) => kolumner(db, tabell).includes('arende_id'))

/** Every row of anna's case, and her drafts, byte for byte. */
function avtryck(db: Databas): string {
  const rader = tabeller(db).flatMap((tabell) => {
    const har = kolumner(db, tabell)
    const var_ = tabell === 'arenden' ? 'id = @arendeId' : har.includes('arende_id') ? 'arende_id = @arendeId' : har.includes('uppdrag_id') ? 'uppdrag_id = @uppdragId' : tabell === 'utkast' ? 'anvandare_id = @anna' : null
    return var_ === null ? [] : [[tabell, db.prepare(`SELECT * FROM "${tabell}" WHERE ${var_}`).raw().all({ arendeId, uppdragId, anna: anna.start.kontor.inloggad.id })]]
  })
  return createHash('sha256').update(JSON.stringify(rader)).digest('hex')
}

async function ropa(session: Testsession, namn: Procedurnamn, input: unknown): Promise<{ kod: string; allt: string }> {
  const klient = createRouterClient(router as AnyRouter, { context: session.start.kontext() }) as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const [area, procedur] = namn.split('.') as [string, string]
  try {
    const svar = await klient[area]?.[procedur]?.(input)
    const delar: unknown[] = [svar]
    if (typeof svar === 'object' && svar !== null && Symbol.asyncIterator in svar) for await (const steg of svar as AsyncIterable<unknown>) delar.push(steg)
    if (svar instanceof Blob) delar.push(await svar.text())
    return { kod: 'ja', allt: JSON.stringify(delar) }
  } catch (fel) {
    const { data, message } = fel as { data?: { kod?: string }; message: string }
    return { kod: data?.kod ?? `oväntat: ${String(fel)}`, allt: `${message} ${JSON.stringify(data)}` }
  }
}

/** Everything that can be asked about an object: as it is, and by the number of a case of one's own. */
const fragor = (namn: Procedurnamn): unknown[] => {
  const schema = schemaFor(namn)
  if (schema === undefined) return []
  return objekt.flatMap((ett) => [ett, { ...ett, nummer: pers }]).map((ett) => giltig(schema, ett)).filter((input) => input !== null)
}
const unika = (inputs: unknown[]): unknown[] => [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()]

it('the contract gives an input for every procedure that takes an object', () => {
  expect(PEKANDE.length).toBeGreaterThan(60)
  expect(objekt.length).toBeGreaterThanOrEqual(8)
  expect(PEKANDE.filter((namn) => fragor(namn).length === 0)).toEqual([])
})

it.each([['per', 'ombud'], ['chef', 'enhetschef'], ['adm', 'administrator']] as const)('%s (%s): no word of the case, and no row of it', async (vem, roll) => {
  const session = await prov.inloggad(vem)
  const { handtag } = anna.start.kontor.inloggad
  const fore = avtryck(handtag)
  const lackt: string[] = []
  for (const namn of PEKANDE) {
    const far_ = far(ROLLREGLER[namn], [roll])
    // Who is refused at the door is refused before the object is looked at: two are enough there.
    for (const input of unika(fragor(namn)).slice(0, far_ ? undefined : 2)) {
      const { kod, allt } = await ropa(session, namn, input)
      antal.prov += 1
      if (kod !== 'ogiltigt') antal.framme += 1
      expect([namn, kod]).not.toEqual([namn, 'bugg'])
      expect(kod).not.toContain('oväntat')
      const annas = ROLLREGLER[namn].objekt === 'eget' && !JSON.stringify(input).includes(pers)
      if (allt.includes(ORD)) lackt.push(`${namn} gav ut ord: ${JSON.stringify(input)}`)
      if (!far_ && kod !== 'inte_behorig') lackt.push(`${namn} nekade inte ${roll}: ${kod}`)
      if (annas && kod === 'ja') lackt.push(`${namn} godtog annas ärende: ${JSON.stringify(input)}`)
    }
    if (avtryck(handtag) !== fore) {
      lackt.push(`${namn} ändrade i annas ärende`)
      break
    }
  }
  antal.inslappta += lackt.length
  expect(lackt).toEqual([])
  session.las()
}, 300_000)

it('a write from an older version of a row than the one that lies there is refused, whoever writes', async () => {
  const { handtag } = anna.start.kontor.inloggad
  const fore = avtryck(handtag)
  const svar = new Map<string, Set<string>>()
  for (const namn of PEKANDE.filter((en) => 'version' in ((schemaFor(en) as ZodType & { shape?: object }).shape ?? {}) && far(ROLLREGLER[en], ['ombud']))) {
    for (const input of unika(objekt.map((ett) => giltig(schemaFor(namn) as ZodType, { ...ett, version: 77 })))) {
      const { kod } = await ropa(anna, namn, input)
      antal.prov += 1
      if (kod === 'ja') antal.inslappta += 1
      svar.set(namn, (svar.get(namn) ?? new Set()).add(kod))
    }
  }
  expect([...svar].filter(([, koder]) => koder.has('ja') || koder.has('bugg')).map(([namn]) => namn)).toEqual([])
  expect([...svar].filter(([, koder]) => koder.has('andrad_av_annan')).length).toBeGreaterThanOrEqual(8)
  expect(avtryck(handtag)).toBe(fore)
})

it('anna herself is let in by the very same inputs: they were refused for whose they were', async () => {
  const egna = PEKANDE.filter((namn) => ROLLREGLER[namn].objekt === 'eget')
  const svar = new Map<string, string[]>()
  for (const namn of egna) for (const input of unika(objekt.map((ett) => giltig(schemaFor(namn) as ZodType, ett)))) svar.set(namn, [...(svar.get(namn) ?? []), (await ropa(anna, namn, input)).kod])
  expect([...svar].filter(([, koder]) => koder.every((kod) => kod === 'inte_ditt_arende')).map(([namn]) => namn)).toEqual([])
  expect([...svar].filter(([, koder]) => koder.includes('ja')).length).toBeGreaterThan(egna.length / 3)
})
