import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { preventable, standin } from '../test/desktop/standin.ts'

type Standin = ReturnType<typeof standin>
let mapp: string

beforeEach(() => {
  mapp = mkdtempSync(join(tmpdir(), 'lotsen-main-'))
  vi.stubEnv('XDG_DATA_HOME', mapp)
  vi.stubEnv('LOCALAPPDATA', mapp)
})

afterEach(() => {
  vi.doUnmock('electron')
  vi.resetModules()
  vi.unstubAllEnvs()
  rmSync(mapp, { recursive: true })
})

/** Runs main.ts against the stand-in, up to an opened window. */
async function starta(val: Parameters<typeof standin>[0] = {}, rad: string[] = ['--data', mapp]): Promise<Standin['seen']> {
  const { electron, seen, ready } = standin(val)
  vi.resetModules()
  vi.doMock('electron', () => electron)
  const argv = process.argv
  process.argv = ['electron', ...(val.packaged ? [] : ['.']), ...rad]
  try {
    await import('./main.ts')
  } finally {
    process.argv = argv
  }
  ready()
  await new Promise((klar) => setImmediate(klar))
  expect(seen.unknown).toEqual([])
  return seen
}

/** …and up to a page with its office. */
async function medSida(val?: Parameters<typeof standin>[0]) {
  const seen = await starta(val)
  seen.page.emit('dom-ready')
  return seen
}

const UTE = [
  'http://evil.example/', 'https://evil.example/', 'http://127.0.0.1:8080/', 'ws://127.0.0.1:1/', 'ftp://evil.example/', 'file:///etc/passwd',
  'app://lotsen.evil.example/', 'app://annan/', 'app://lotsen@evil.example/', 'app://lotsen:80/', 'javascript:alert(1)', 'data:text/html,<h1>x</h1>',
  'blob:http://evil.example/1', 'blob:app://annan/1', 'about:blank', 'chrome://settings', 'devtools://devtools/x', 'inte en adress', '',
]

describe('the window', () => {
  it('is closed in: own process, no Node, a session in memory alone', async () => {
    const seen = await starta()
    expect(seen.sandboxed).toBe(true)
    expect(seen.window?.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, navigateOnDragDrop: false, spellcheck: false })
    for (const farligt of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'nodeIntegrationInSubFrames', 'nodeIntegrationInWorker', 'webviewTag', 'additionalArguments'] as const) {
      expect(seen.window?.webPreferences?.[farligt], farligt).toBeFalsy()
    }
    expect(seen.partition).toEqual(['lotsen', { cache: false }])
    expect(seen.spellchecker).toBe(false)
    expect(seen.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(seen.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
    expect(seen.loaded).toEqual(['app://lotsen/'])
    expect(seen.contentProtection).toBe(true)
  })

  it('has developer tools in a checkout only', async () => {
    expect((await starta()).window?.webPreferences?.devTools).toBe(true)
    expect((await starta({ packaged: true })).window?.webPreferences?.devTools).toBe(false)
  })

  it('speaks Swedish in its menu, where protection from screen sharing can be put off', async () => {
    const seen = await starta()
    expect(seen.menu.map(({ label }) => label)).toEqual(['Lotsen', 'Redigera', 'Visa', 'Hjälp'])
    const roller = JSON.stringify(seen.menu)
    // Paper is made by the pages, which log it: the menu knows no other way.
    expect(roller).not.toMatch(/[Ss]kriv ut|PDF/)
    for (const roll of ['reload', 'forceReload', 'toggleDevTools', 'close']) expect(roller).not.toContain(`"${roll}"`)
    // Whatever has a role has a Swedish name too: Electron's own are in English. No key is the program's that is the page's.
    const poster = seen.menu.flatMap(({ submenu }) => submenu as Electron.MenuItemConstructorOptions[]).filter(({ type }) => type !== 'separator')
    expect(poster.map(({ label, role, accelerator }) => [label, role, accelerator])).toEqual([
      ['Lås', undefined, 'Ctrl+L'], ['Dölj fönstret i skärmdelning och skärmbilder', undefined, undefined], ['Avsluta', 'quit', 'Ctrl+Q'],
      ['Ångra', 'undo', undefined], ['Gör om', 'redo', undefined], ['Klipp ut', 'cut', undefined], ['Kopiera', 'copy', undefined], ['Klistra in', 'paste', undefined], ['Markera allt', 'selectAll', undefined],
      ['Större', 'zoomIn', undefined], ['Mindre', 'zoomOut', undefined], ['Vanlig storlek', 'resetZoom', undefined], ['Helskärm', 'togglefullscreen', undefined],
      ['Spara felrapport …', undefined, undefined], [expect.stringMatching(/^Lotsen \d/), undefined, undefined],
    ])
    expect(poster.find(({ accelerator }) => accelerator === 'Ctrl+L')?.registerAccelerator).toBe(false)
    const [, skydd] = (seen.menu[0]?.submenu ?? []) as Electron.MenuItemConstructorOptions[]
    const klicka = skydd?.click as unknown as (post: { checked: boolean }) => void
    klicka({ checked: false })
    expect(seen.contentProtection).toBe(false)
  })

  it('is one: a second start shows the first', async () => {
    const seen = await starta()
    seen.appEvents.emit('second-instance')
    expect([seen.restored, seen.shown, seen.focused]).toEqual([0, 1, 1])
    const undanlagd = await starta({ minimized: true })
    undanlagd.appEvents.emit('second-instance')
    expect([undanlagd.restored, undanlagd.shown, undanlagd.focused]).toEqual([1, 1, 1])
    const andra = await starta({ firstInstance: false })
    expect(andra.quits).toBe(1)
    expect(andra.window).toBeUndefined()
  })
})

describe('the window’s place', () => {
  const fil = () => join(mapp, 'lotsen', 'Fonster', 'fonster.json')
  const bounds = { x: 300, y: 40, width: 1400, height: 900 }

  it('is kept for the account, numbers alone, and used again', async () => {
    const seen = await starta({ bounds, maximized: true })
    expect(seen.window).toMatchObject({ width: 1280, height: 860, minWidth: 800, minHeight: 600 })
    seen.windowEvents.emit('close', preventable({}))
    expect(JSON.parse(readFileSync(fil(), 'utf8'))).toEqual({ ...bounds, maximerat: true })
    const igen = await starta()
    expect(igen.window).toMatchObject(bounds)
    expect(igen.maximized).toBe(1)
  })

  it('is the usual one when its screen is gone', async () => {
    const seen = await starta({ bounds: { ...bounds, x: 2500 } })
    seen.windowEvents.emit('close', preventable({}))
    const igen = await starta({ displays: [{ x: 0, y: 0, width: 1920, height: 1080 }] })
    expect(igen.window).toMatchObject({ width: 1400, height: 900 })
    expect(Object.keys(igen.window ?? {})).not.toContain('x')
  })

  it('and Chromium’s files lie with the account, outside the office', async () => {
    expect((await starta()).paths).toEqual([['userData', join(mapp, 'lotsen', 'Fonster')]])
  })
})

describe('attacked from its own page', () => {
  it('reaches no address but its own', async () => {
    const seen = await starta()
    const avbryts = (url: string) => {
      let svar: { cancel: boolean } | undefined
      seen.handlers.request({ url }, (givet: { cancel: boolean }) => (svar = givet))
      return svar?.cancel
    }
    for (const url of UTE) expect(avbryts(url), url).toBe(true)
    for (const url of ['app://lotsen/', 'app://lotsen/assets/a.js', 'blob:app://lotsen/1', 'data:image/png;base64,AA']) expect(avbryts(url), url).toBe(false)
  })

  it('goes nowhere: navigation, redirects, frames, new windows, webviews', async () => {
    const seen = await starta()
    const gar = (handelse: string, detaljer: object) => {
      const event = preventable(detaljer)
      seen.page.emit(handelse, event)
      return !event.prevented
    }
    for (const url of UTE) {
      expect(gar('will-frame-navigate', { url, isMainFrame: true }), url).toBe(false)
      expect(gar('will-frame-navigate', { url, isMainFrame: false }), url).toBe(false)
      expect(gar('will-redirect', { url, isMainFrame: true }), url).toBe(false)
      expect(seen.handlers.windowOpen({ url }), url).toEqual({ action: 'deny' })
    }
    expect(gar('will-frame-navigate', { url: 'app://lotsen/klienter', isMainFrame: true })).toBe(true)
    expect(gar('will-frame-navigate', { url: 'app://lotsen/', isMainFrame: false })).toBe(false)
    expect(gar('will-redirect', { url: 'app://lotsen/', isMainFrame: true })).toBe(false)
    expect(gar('will-attach-webview', {})).toBe(false)
    expect(seen.handlers.windowOpen({ url: 'app://lotsen/' })).toEqual({ action: 'deny' })
  })

  it('is granted no permission, device or screen', async () => {
    const seen = await starta()
    for (const vad of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'hid', 'serial', 'usb', 'display-capture', 'unknown']) {
      const svara = vi.fn()
      seen.handlers.permission({}, vad, svara)
      expect(svara.mock.calls, vad).toEqual([[false]])
      expect(seen.handlers.permissionCheck({}, vad), vad).toBe(false)
    }
    expect(seen.handlers.device({})).toBe(false)
    const visa = vi.fn()
    seen.handlers.display({}, visa)
    expect(visa).toHaveBeenCalledWith(null)
  })

  it('gets only the window’s own files, each with the policy', async () => {
    const seen = await starta()
    const hamta = (url: string, method = 'GET') => seen.handlers.protocol({ url, method }) as Response
    const start = hamta('app://lotsen/')
    expect(start.status).toBe(200)
    expect(start.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(start.headers.get('content-security-policy')).not.toMatch(/unsafe/)
    const index = await start.text()
    for (const vag of ['../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/etc/passwd', '%2e%2e%5c%2e%2e%5cWindows%5cwin.ini', '..\\..\\package.json', 'assets/../../package.json', '%00', '//etc/passwd', 'C:/Windows/win.ini', '.git/config', 'app/main.tsx']) {
      const svar = hamta(`app://lotsen/${vag}`)
      // An address without a file ending is one of the program's own pages, and gets the same start page as they all do.
      if (svar.status === 200) expect(await svar.text(), vag).toBe(index)
      else expect(svar.status, vag).toBe(404)
    }
    expect(hamta('app://lotsen/../package.json').status).toBe(404)
    expect(hamta('app://annan/').status).toBe(404)
    expect(hamta('app://lotsen/', 'POST').status).toBe(404)
  })

  it('saves what the page itself has made, and nothing from elsewhere', async () => {
    const seen = await starta()
    for (const [url, hindras] of [['blob:app://lotsen/1', false], ['https://evil.example/x.exe', true], ['blob:https://evil.example/1', true]] as const) {
      const event = preventable({})
      seen.sessionEvents.emit('will-download', event, { getURL: () => url })
      expect(event.prevented, url).toBe(hindras)
    }
  })
})

describe('the office process', () => {
  it('is a new one for each page, with one end of a channel whose other end the page gets', async () => {
    process.env['LOTSEN_LOSENORD'] = 'hemligt'
    const seen = await medSida()
    delete process.env['LOTSEN_LOSENORD']
    expect(seen.offices).toHaveLength(1)
    expect(seen.offices[0]?.received).toEqual([{ message: { slag: 'start', datamapp: mapp, avbrott: false }, ports: [{ end: 'office' }] }])
    expect(seen.pageMessages).toEqual([{ channel: 'kontor', ports: [{ end: 'page' }] }])
    expect(JSON.stringify(seen.offices[0]?.options)).not.toContain('hemligt')
    expect(seen.offices[0]?.options.execArgv).toEqual([])
  })

  it('ends with its page, be it by a reload, and not by a move within the page', async () => {
    const seen = await medSida()
    seen.page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    seen.page.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    expect(seen.offices[0]?.killed).toBe(false)
    seen.page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    expect(seen.offices[0]?.killed).toBe(true)
    seen.page.emit('dom-ready')
    expect(seen.offices.map(({ killed }) => killed)).toEqual([true, false])
  })

  it('ends with a crashed window and with the program', async () => {
    const kraschad = await medSida()
    kraschad.page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(kraschad.offices[0]?.killed).toBe(true)
    const slutad = await medSida()
    slutad.appEvents.emit('will-quit')
    expect(slutad.offices[0]?.killed).toBe(true)
  })

  it('that has locked takes its page with it; one that cannot run is not started for ever', async () => {
    const seen = await medSida()
    seen.offices[0]?.events.emit('exit', 0)
    expect(seen.loaded).toHaveLength(2)
    expect(seen.exits).toEqual([])
    for (const nr of [1, 2]) {
      seen.page.emit('dom-ready')
      seen.offices[nr]?.events.emit('exit', 1)
    }
    expect(seen.exits).toEqual([1])
    expect(seen.errors).toHaveLength(1)
  })

  it('that stopped by itself is said on the next page, once, and noted without words', async () => {
    const seen = await medSida()
    const starter = () => seen.offices.map(({ received }) => (received[0]?.message as { avbrott: boolean } | undefined)?.avbrott)
    seen.offices[0]?.events.emit('exit', 134)
    seen.page.emit('dom-ready')
    seen.page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    seen.page.emit('dom-ready')
    expect(starter()).toEqual([false, true, false])
    seen.page.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    seen.page.emit('dom-ready')
    expect(starter()).toEqual([false, true, false, true])
    const logg = readFileSync(join(mapp, 'lotsen', 'Fonster', 'stopp.log'), 'utf8')
    expect(logg.replace(/^\S+/gm, 'TID')).toBe('TID kontoret slut 134\nTID fonstret oom 5\n')
  })

  it('a window that keeps crashing is not opened for ever', async () => {
    const seen = await medSida()
    for (let i = 0; i < 3; i++) seen.page.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    expect(seen.exits).toEqual([1])
    expect(seen.errors[0]).toContain('Uppgifterna finns kvar')
  })

  it('that was ended by the shell does not make the page start over again', async () => {
    const seen = await medSida()
    seen.page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    seen.offices[0]?.events.emit('exit', 0)
    expect(seen.loaded).toHaveLength(1)
  })
})

/** The page has done what it was told: its drafts are sealed, and its office ends by itself. */
const harLast = (seen: Standin['seen'], nr = 0) => seen.offices[nr]?.events.emit('exit', 0)
const tillSidan = (seen: Standin['seen']) => seen.pageMessages.map(({ channel }) => channel)

describe('the computer is left', () => {
  const lasIMenyn = (seen: Standin['seen']) => {
    const [las] = (seen.menu[0]?.submenu ?? []) as Electron.MenuItemConstructorOptions[]
    const klicka = las?.click as unknown as () => void
    klicka()
  }
  const LAMNAS: [string, (seen: Standin['seen']) => void][] = [
    ['it sleeps', (seen) => seen.power.emit('suspend')],
    ['its screen is locked', (seen) => seen.power.emit('lock-screen')],
    ['the account is logged out', (seen) => seen.windowEvents.emit('session-end')],
    ['Lås is chosen in the menu', (seen) => lasIMenyn(seen)],
  ]

  it.each(LAMNAS)('%s: the page seals its drafts first, then the office ends and a new page comes', async (_namn, lamna) => {
    const seen = await medSida()
    lamna(seen)
    expect(tillSidan(seen)).toEqual(['kontor', 'las'])
    expect(seen.offices[0]?.killed).toBe(false)
    expect(seen.loaded).toHaveLength(1)
    harLast(seen)
    expect(seen.loaded).toEqual(['app://lotsen/', 'app://lotsen/'])
    seen.page.emit('dom-ready')
    expect(seen.offices[1]?.received[0]?.message).toMatchObject({ avbrott: false })
  })

  it('a page that does not answer in time is not waited for', async () => {
    const seen = await medSida()
    vi.useFakeTimers()
    try {
      seen.power.emit('suspend')
      vi.advanceTimersByTime(2_400)
      expect(seen.offices[0]?.killed).toBe(false)
      vi.advanceTimersByTime(200)
      expect(seen.offices[0]?.killed).toBe(true)
      expect(seen.loaded).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('one that has crashed is not waited for at all', async () => {
    const seen = await medSida({ crashed: true })
    seen.power.emit('lock-screen')
    expect(seen.offices[0]?.killed).toBe(true)
    expect(seen.loaded).toHaveLength(2)
  })

  it('twice is once, and the page that starts over by itself takes the old office with it', async () => {
    const seen = await medSida()
    seen.power.emit('suspend')
    seen.power.emit('lock-screen')
    expect(tillSidan(seen)).toEqual(['kontor', 'las'])
    seen.page.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    expect(seen.offices[0]?.killed).toBe(true)
    seen.page.emit('dom-ready')
    harLast(seen)
    expect(seen.offices[1]?.killed).toBe(false)
  })

  it('a window that is closed goes out of sight at once, and away when its drafts are sealed', async () => {
    const seen = await medSida()
    const stanger = preventable({})
    seen.windowEvents.emit('close', stanger)
    expect([stanger.prevented, seen.hidden, seen.destroyed]).toEqual([true, 1, 0])
    // The computer falling asleep meanwhile does not bring it back.
    seen.power.emit('suspend')
    harLast(seen)
    expect([seen.destroyed, seen.loaded.length]).toEqual([1, 1])
    seen.appEvents.emit('window-all-closed')
    expect(seen.quits).toBe(1)
  })

  it('a window without an office closes at once', async () => {
    const seen = await starta()
    const stanger = preventable({})
    seen.windowEvents.emit('close', stanger)
    expect([stanger.prevented, seen.hidden]).toEqual([false, 0])
  })

  it('a shutdown waits for the drafts, by quitting in the usual way', async () => {
    const seen = await medSida()
    const avslut = preventable({})
    seen.power.emit('shutdown', avslut)
    expect([avslut.prevented, seen.quits]).toEqual([true, 1])
  })

  it('the clock that locks goes as fast in a hidden window', async () => {
    expect((await starta()).window?.webPreferences?.backgroundThrottling).toBe(false)
  })
})

describe('what the office asks of the computer', () => {
  const svar = async (seen: Standin['seen']) => {
    await expect.poll(() => seen.offices[0]?.received.length).toBe(2)
    return seen.offices[0]?.received[1]?.message
  }

  it('chooses a folder', async () => {
    const seen = await medSida({ folder: '/kopior' })
    seen.offices[0]?.events.emit('message', { slag: 'valjMapp', nummer: 7 })
    expect(await svar(seen)).toEqual({ slag: 'svar', nummer: 7, varde: '/kopior' })
    const nej = await medSida({ folder: null })
    nej.offices[0]?.events.emit('message', { slag: 'valjMapp', nummer: 8 })
    expect(await svar(nej)).toEqual({ slag: 'svar', nummer: 8, varde: null })
  })

  it('saves the page as tagged PDF where the user says', async () => {
    const fil = join(mapp, 'Redovisning.pdf')
    const seen = await medSida({ savePath: fil })
    seen.offices[0]?.events.emit('message', { slag: 'sparaPdf', nummer: 1, filnamn: 'Redovisning 2026.pdf' })
    expect(await svar(seen)).toEqual({ slag: 'svar', nummer: 1, varde: fil })
    expect(seen.pdf).toEqual([{ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true }])
    expect(seen.saveDialogs[0]?.defaultPath).toBe('Redovisning 2026.pdf')
    expect(readFileSync(fil, 'utf8')).toBe('%PDF-1.7')
    expect(statSync(fil).isFile()).toBe(true)
  })

  it('says so when the file cannot be written there', async () => {
    const seen = await medSida({ savePath: join(mapp, 'saknas', 'a.pdf') })
    seen.offices[0]?.events.emit('message', { slag: 'sparaPdf', nummer: 2, filnamn: 'a.pdf' })
    expect(await svar(seen)).toEqual({ slag: 'svar', nummer: 2, varde: null })
    expect(seen.errors[0]).toContain('kunde inte sparas')
  })
})

describe('the report of errors', () => {
  const spara = async (seen: Standin['seen']) => {
    const [post] = (seen.menu.at(-1)?.submenu ?? []) as Electron.MenuItemConstructorOptions[]
    expect(post?.label).toBe('Spara felrapport …')
    const klicka = post?.click as unknown as () => void
    klicka()
    await expect.poll(() => seen.saveDialogs.length).toBe(1)
  }

  it('is saved where the user says, with what is known to hold no personal data', async () => {
    const fil = join(mapp, 'rapport.txt')
    writeFileSync(join(mapp, 'fel.log'), '2026-11-26T10:00:00.000Z kontakter.ny TypeError ERR_X\n    at ny (file:///home/anna/lotsen/out/electron/main.ts:10:5)\nAnna Lind 070-1234567\n')
    const seen = await medSida({ savePath: fil })
    await spara(seen)
    await expect.poll(() => existsSync(fil)).toBe(true)
    await expect.poll(() => readFileSync(fil, 'utf8')).toContain('main.ts:10:5')
    expect(readFileSync(fil, 'utf8')).not.toMatch(/[Aa]nna|Lind|070/)
    expect(seen.saveDialogs[0]?.defaultPath).toMatch(/^Lotsen felrapport \d{4}-\d\d-\d\d\.txt$/)
  })

  it('says so when it cannot be saved there', async () => {
    const seen = await medSida({ savePath: join(mapp, 'saknas', 'r.txt') })
    await spara(seen)
    await expect.poll(() => seen.errors.length).toBe(1)
  })
})

describe('started with a command', () => {
  it.each([true, false])('is the command line and shows no window (installed: %s)', async (packaged) => {
    const felrad = vi.spyOn(process.stderr, 'write').mockImplementation((...allt) => {
      const skriven = allt.at(-1)
      if (typeof skriven === 'function') skriven()
      return true
    })
    const seen = await starta({ packaged }, ['finnsinte'])
    await expect.poll(() => seen.exits, { timeout: 20_000 }).toEqual([2])
    felrad.mockRestore()
    expect(seen.window).toBeUndefined()
  })

  it('makes its PDFs with the window’s engine, in a page where nothing runs', async () => {
    const kommandorad = vi.fn(async (_rad: readonly string[], gorPdf: (html: string) => Promise<Uint8Array>) => {
      expect(Buffer.from(await gorPdf('<p>Årets siffror</p>')).toString()).toBe('%PDF-1.7')
      return 0
    })
    vi.doMock('./cli/kommandorad.ts', () => ({ kommandorad }))
    const seen = await starta({ packaged: true }, ['redovisning', '--format', 'pdf'])
    vi.doUnmock('./cli/kommandorad.ts')
    await expect.poll(() => seen.exits).toEqual([0])
    expect(kommandorad.mock.calls[0]?.[0]).toEqual(['redovisning', '--format', 'pdf'])
    expect(seen.window).toMatchObject({ show: false, webPreferences: { sandbox: true, javascript: false } })
    expect([seen.shown, seen.destroyed, seen.partition]).toEqual([0, 0, ['papper', { cache: false }]])
    expect(seen.pdf).toEqual([expect.objectContaining({ generateTaggedPDF: true, preferCSSPageSize: true })])
    expect(await (seen.handlers.protocol({ method: 'GET', url: 'app://lotsen/' }) as Response).text()).toBe('<p>Årets siffror</p>')
    for (const url of UTE) {
      const svar = vi.fn()
      seen.handlers.request({ url }, svar)
      expect(svar, url).toHaveBeenCalledWith({ cancel: true })
    }
  })
})

describe('the stand-in', () => {
  it('fails at what it does not know', () => {
    const { electron, seen } = standin()
    expect(() => (electron.app as unknown as { relaunch: () => void }).relaunch()).toThrow('app.relaunch is not known')
    expect(seen.unknown).toEqual(['app.relaunch'])
  })
})
