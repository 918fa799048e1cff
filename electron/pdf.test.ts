import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { chromiumUrNpm, hittaChromium } from './chromium.ts'
import { gorPdf } from './pdf.ts'

const dokument = (kropp: string) => `<!doctype html><html lang="sv"><head><title>Redovisning 2026</title></head><body>${kropp}</body></html>`

afterEach(() => vi.unstubAllEnvs())

async function las(pdf: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const fil = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise
  const sida = await fil.getPage(1)
  const text = (await sida.getTextContent()).items.map((del) => ('str' in del ? del.str : '')).join('')
  return { text, taggar: JSON.stringify(await sida.getStructTree()), uppgifter: await fil.getMetadata(), innehall: await fil.getOutline(), bredd: sida.view[2] }
}

describe('gorPdf', () => {
  it('makes a tagged file with Swedish text, title, language and outline', async () => {
    const pdf = await las(await gorPdf(dokument('<style>@page{size:A4}</style><h1>Årsanställningar</h1><p>åäö ÅÄÖ</p>')))
    expect(pdf.text).toContain('åäö ÅÄÖ')
    expect(pdf.taggar).toContain('"role":"H1"')
    expect(pdf.uppgifter.info).toMatchObject({ Title: 'Redovisning 2026', Language: 'sv' })
    expect(pdf.innehall?.[0]?.title).toBe('Årsanställningar')
    expect(Math.round(pdf.bredd ?? 0)).toBe(595)
  })

  it('reaches no network, runs no script and leaves nothing in the temp folder', async () => {
    const traffar: string[] = []
    const server = createServer((fraga, svar) => {
      traffar.push(fraga.url ?? '')
      svar.end()
    })
    await new Promise<void>((klar) => server.listen(0, '127.0.0.1', klar))
    const adress = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fore = new Set(readdirSync(tmpdir()))
    const pdf = await las(
      await gorPdf(dokument(`<img src="${adress}/bild"><iframe src="${adress}/ram"></iframe><style>@import url(${adress}/stil)</style><p>kvar</p><script>document.body.textContent='borta'</script>`)),
    )
    await new Promise((klar) => server.close(klar))
    expect(traffar).toEqual([])
    expect(pdf.text).toContain('kvar')
    expect(readdirSync(tmpdir()).filter((namn) => namn.startsWith('lotsen-pdf-') && !fore.has(namn))).toEqual([])
  })

  it('says plainly when there is no browser', async () => {
    vi.stubEnv('LOTSEN_CHROMIUM', '/finns/inte')
    await expect(gorPdf(dokument(''))).rejects.toMatchObject({ kod: 'pdf_saknar_motor' })
  })
})

describe('the browser from npm', () => {
  it.runIf(process.platform === 'linux' && process.arch === 'x64')('starts and makes PDF by itself', async () => {
    const fran = await chromiumUrNpm()
    expect(fran?.fil).toMatch(/lotsen-chromium-[\d.]+\/chromium$/)
    vi.stubEnv('LOTSEN_CHROMIUM', fran?.fil)
    expect(await hittaChromium()).toEqual({ fil: fran?.fil, env: {} })
    expect((await las(await gorPdf(dokument('<p>från npm</p>')))).text).toContain('från npm')
  })
})
