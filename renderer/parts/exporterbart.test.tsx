import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { EXPORTER } from '../../electron/office/policy.ts'
import { delar } from '../texter/delar.ts'
import { Exporterbart } from './Exporterbart.tsx'

const ROT = join(import.meta.dirname, '..')
const filer = readdirSync(ROT, { recursive: true, encoding: 'utf8' }).filter((fil) => /^(views|print)[\\/].*\.tsx?$/.test(fil) && !fil.includes('.test.'))
const kod = new Map(filer.map((fil) => [fil.replaceAll('\\', '/'), readFileSync(join(ROT, fil), 'utf8')]))

/** What is given out and holds nothing of the office: the empty template of the import. */
const UTAN_INNEHALL = ['views/importera/Filen.tsx']

// A store shows only its first state to a render without a window.
const vem = vi.hoisted(() => ({ inloggad: undefined as { exportForbjuden: boolean } | undefined }))
vi.mock('../app/session.ts', () => ({ useSession: (valj: (s: typeof vem) => unknown) => valj(vem) }))
const inloggad = (exportForbjuden: boolean) => {
  vem.inloggad = { exportForbjuden }
}

describe('what makes a file', () => {
  it.each([
    [false, false, '<b>Exportera</b>'],
    [false, true, '<b>Exportera</b>'],
    [true, true, ''],
  ])('forbidden %s, said elsewhere %s: %s', (forbjuden, tyst, blir) => {
    inloggad(forbjuden)
    expect(renderToStaticMarkup(<Exporterbart tyst={tyst}><b>Exportera</b></Exporterbart>)).toBe(blir)
  })

  it('is replaced by why it is not there', () => {
    inloggad(true)
    const visat = renderToStaticMarkup(<Exporterbart><b>Exportera</b></Exporterbart>)
    expect(visat).toContain(delar.exportForbjuden)
    expect(visat).not.toContain('<b>')
  })

  it('is shown before anybody is logged in: the nyckelblad is a paper too', () => {
    vem.inloggad = undefined
    expect(renderToStaticMarkup(<Exporterbart>kvar</Exporterbart>)).toBe('kvar')
  })

  // The office refuses them all (electron/office/policy.ts); a button that can only be refused should not be there.
  it('asks the policy in every view that gives a file out', () => {
    const ger = [...kod].filter(([, text]) => /\bsparaFil\(|sakerhetskopior\.exportera\(/.test(text)).map(([fil]) => fil)
    expect(ger.length).toBeGreaterThan(6)
    const utan = ger.filter((fil) => !/<Exporterbart|useExportForbjuden\(\)/.test(kod.get(fil) ?? ''))
    expect(utan).toEqual(UTAN_INNEHALL)
  })

  it('leaves by one way only, which is sparaFil', () => {
    expect([...kod].filter(([, text]) => /createObjectURL|\.download\b/.test(text)).map(([fil]) => fil)).toEqual([])
  })

  it('is a paper’s PDF only in the preview, which asks', () => {
    expect(kod.get('print/Forhandsvisning.tsx')).toMatch(/spara && !forbjuden/)
    expect(EXPORTER).toContain('utskrifter.sparaPdf')
  })
})
