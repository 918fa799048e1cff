import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { GRUNDFORMER } from '../../db/model/blankett/index.ts'
import { faltlagen } from '../../db/model/handling/falt.ts'
import { geUt, OMASKERAT } from '../../db/model/handling/ge-ut.ts'
import { siffror } from '../../db/model/handling/siffror.ts'
import type { HandlingRad } from '../../db/model/handling/typer.ts'
import { zUtgava } from '../../db/model/handling/utgava.ts'
import { raknaRedovisning } from '../../db/model/redovisning/index.ts'
import { anstallning, uppdrag, val } from '../../db/model/redovisning/provregister.ts'
import { exportera } from './handlingsexport.ts'

const SCHEMA = join(import.meta.dirname, '../../docs/redovisning.schema.json')

function utgava() {
  const { figurer, bakom } = raknaRedovisning({ uppdrag: ['2024-0001', '2024-0002', '2024-0003', '2024-0004', '2024-0005', '2024-0006'].map((nr) => uppdrag(nr, '2024-03-01')), kontakter: [], anstallningar: [anstallning('2020-01-01', null, 75)], franvaro: [] }, 2024, val())
  const underlag = { figurer, belopp: null, bidrag: [], ledningsgrupp: [], sokt: [] }
  const handling: HandlingRad = {
    id: crypto.randomUUID(), slag: 'redovisning', ar: 2024, sokande: '2062', kommuner: ['2062', '2034'], blankett: { id: 'grundform_redovisning', version: 1, namn: '2013:522 grundform' },
    status: 'utkast', kedja: 'k', nr: 1, skal: null, maskera: false, konOchAlder: true, skapad: '', faststalld: null, inlamnad: null, version: 1,
  }
  const alla = siffror(underlag)
  const varden = new Map([['grupper', { varde: '=1+1\nandra raden', version: 1, forifyllt: false }], ['har_bedomningsriktlinjer', { varde: true, version: 1, forifyllt: false }]])
  const rattelser = new Map([['ko', { id: 'r', figur: 'ko', raknat: 0, rattat: 3, skal: 'Pappersköa', tid: '', av: 'Karin Berg' }]])
  const falt = faltlagen(GRUNDFORMER.redovisning, { underlag, siffror: alla, fjol: alla, fjolvarden: new Map(), varden, rattelser, oppningsbara: new Set(Object.keys(bakom)), bockar: new Map() })
  return geUt({ handling, enhet: 'Personligt ombud Provdalen', blankett: GRUNDFORMER.redovisning, falt, masker: OMASKERAT })
}

const bytes = async (format: 'xlsx' | 'csv' | 'json') => Buffer.from(await (await exportera(utgava(), format)).arrayBuffer())

describe('what goes out', () => {
  it('is described by the published schema, word for word', () => {
    const schema = { ...z.toJSONSchema(zUtgava), title: 'Redovisning eller ansökan ur Lotsen', description: 'Så skrivs --format json av en handling. Nya uppgifter kan komma till; inga tas bort eller byter namn.' }
    if (process.env['LOTSEN_SKRIV_SCHEMA'] === 'ja') writeFileSync(SCHEMA, `${JSON.stringify(schema, null, 2)}\n`)
    expect(JSON.parse(readFileSync(SCHEMA, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('as json follows it', async () => {
    const json: unknown = JSON.parse((await bytes('json')).toString('utf8'))
    const ur = z.fromJSONSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0])
    expect(ur.safeParse(json).error).toBeUndefined()
    expect(ur.safeParse({ ...(json as object), ar: 'i fjol' }).success).toBe(false)
  })

  it('as xlsx holds numbers as numbers and texts as texts', async () => {
    const blad = await readXlsxFile(await bytes('xlsx'))
    expect(blad.map((b) => b.sheet)).toEqual(['Siffror', 'Texter', 'Underlag', 'Om'])
    const [siffrorna, texterna] = blad.map((b) => b.data)
    expect(siffrorna?.find((rad) => rad[1] === 'Personer som har fått stöd under året')?.[4]).toBe(6)
    expect(siffrorna?.find((rad) => rad[1] === 'Årsanställningar som personligt ombud')?.[4]).toBe(0.75)
    expect(siffrorna?.find((rad) => rad[1] === 'I kö vid årets slut')?.slice(4)).toEqual([3, null, 0, 'Pappersköa'])
    expect(texterna?.find((rad) => rad[2] === 'Vilka grupper har fått stöd?')?.[3]).toBe('=1+1\nandra raden')
  })

  it('as csv keeps a text from becoming a formula', async () => {
    const rader = parse(await bytes('csv'), { delimiter: ';', bom: true }) as string[][]
    expect(rader.find((rad) => rad[2] === 'Årsanställningar som personligt ombud')?.[5]).toBe('0,75')
    expect(rader.find((rad) => rad[3] === 'Vilka grupper har fått stöd?')?.[4]).toBe("'=1+1\nandra raden")
    expect(rader.find((rad) => rad[3] === 'Finns det bedömningsriktlinjer?')?.[4]).toBe('Ja')
  })

  it('opens in LibreOffice where it is installed', async ({ skip }) => {
    try {
      execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    } catch {
      skip('LibreOffice (soffice) is not installed here')
    }
    const mapp = mkdtempSync(join(tmpdir(), 'lotsen-calc-'))
    try {
      writeFileSync(join(mapp, 'in.xlsx'), await bytes('xlsx'))
      execFileSync('soffice', [`-env:UserInstallation=file://${mapp}/profil`, '--headless', '--convert-to', 'fods', '--outdir', mapp, join(mapp, 'in.xlsx')], { stdio: 'ignore', timeout: 100_000 })
      const fil = readFileSync(join(mapp, readdirSync(mapp).find((namn) => namn.endsWith('.fods')) ?? ''), 'utf8')
      expect(fil).toContain('office:value-type="float" office:value="0.75"')
      expect(fil).toMatch(/office:value-type="float" office:value="6"/u)
      expect(fil).toMatch(/office:value-type="string"[^>]*>\s*<text:p>=1\+1<\/text:p>/u)
      expect(fil).not.toContain('table:formula')
    } finally {
      rmSync(mapp, { recursive: true, force: true })
    }
  })
})
