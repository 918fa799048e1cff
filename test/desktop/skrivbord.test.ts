import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { korCli } from '../lib/cli.ts'
import { provmapp } from '../lib/program.ts'

// The desktop shell on the real Electron: npm run test:desktop. Where there is none, build/test.mjs says why.

const electron = process.env['LOTSEN_ELECTRON']
const utan = process.env['LOTSEN_NO_ELECTRON'] ?? 'ingen Electron är angiven; kör npm run test:desktop'
const ROT = fileURLToPath(new URL('../..', import.meta.url))

describe('the desktop shell', () => {
  let program: ElectronApplication
  let sida: Page
  let prov: ReturnType<typeof provmapp>

  beforeAll(async () => {
    prov = provmapp()
    if (!electron) return
    const { kod, fel } = await korCli(['exempel', '--data', join(prov.mapp, 'kontor'), '--storlek', 'liten'])
    expect(kod, fel).toBe(0)
    program = await _electron.launch({ executablePath: electron, args: [ROT, `--user-data-dir=${join(prov.mapp, 'fonster')}`, '--data', join(prov.mapp, 'kontor')] })
    sida = await program.firstWindow()
  })

  afterAll(async () => {
    await program?.close()
    prov.bort()
  })

  beforeEach(({ skip }) => skip(!electron, utan))

  it('opens the login of the office in one sandboxed window', async () => {
    await sida.getByRole('button', { name: 'Logga in' }).waitFor()
    expect(sida.url()).toBe('app://lotsen/')
    expect(await sida.title()).toMatch(/Lotsen/)
    expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await sida.evaluate(() => typeof (globalThis as { require?: unknown }).require + typeof (globalThis as { process?: unknown }).process)).toBe('undefinedundefined')
  })

  it('logs in over the port, and a reload locks', async () => {
    await sida.getByLabel('Användarnamn').fill('anna')
    await sida.getByLabel('Lösenord').fill('mora-lotsen-exempel')
    await sida.getByRole('button', { name: 'Logga in' }).click()
    await sida.getByRole('button', { name: 'Logga in' }).waitFor({ state: 'detached' })
    expect(await sida.getByRole('heading').first().innerText()).not.toBe('')
    await sida.reload()
    await sida.getByRole('button', { name: 'Logga in' }).waitFor()
  })

  it('goes nowhere: navigation, new windows, fetch, frames', async () => {
    await sida.evaluate(() => location.assign('https://example.com/'))
    expect(await sida.evaluate(() => window.open('https://example.com/'))).toBeNull()
    expect(await sida.evaluate(() => fetch('https://example.com/').then(() => 'ute', () => 'nekad'))).toBe('nekad')
    await sida.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'file:///etc/passwd' })))
    expect(sida.url()).toBe('app://lotsen/')
    expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('locks at the computer’s own lock', async () => {
    const innan = await program.evaluate(({ app }) => app.getAppMetrics().filter(({ serviceName }) => serviceName === 'Lotsen' || serviceName?.includes('node')).map(({ pid }) => pid))
    const laddad = sida.waitForEvent('load')
    await program.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
    await laddad
    await sida.getByRole('button', { name: 'Logga in' }).waitFor()
    const efter = await program.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
    for (const pid of innan) expect(efter).not.toContain(pid)
  })
})
