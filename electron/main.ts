import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  app, BrowserWindow, dialog, Menu, MessageChannelMain, powerMonitor, protocol, screen, session, utilityProcess, type UtilityProcess, type WebContents,
} from 'electron'
import { skalmappar, valjDatamapp } from './datamapp.ts'
import { fonsterfiler } from './fonsterfiler.ts'
import { arEgen, arSkapad, SCHEMA, START, svaraMedFil } from './skrivbord/adress.ts'
import { felrapportFor, noteraStopp } from './skrivbord/felrapport.ts'
import { lasFonsterlage, MINSTA, sparaFonsterlage } from './skrivbord/fonsterlage.ts'
import type { FranKontor, TillKontor } from './skrivbord/meddelanden.ts'
import { meny } from './skrivbord/meny.ts'
import { KAN_INTE_KORAS, omstartsvakt } from './skrivbord/omstart.ts'

// The desktop shell: one window and, for each page that it loads, one office process (DESIGN §3). What the window and the
// office say to each other goes by a port of their own and never through here.

const HAR = dirname(fileURLToPath(import.meta.url))
const rad = process.argv.slice(app.isPackaged ? 1 : 2)
const { values: argument } = parseArgs({ args: rad, options: { data: { type: 'string' } }, strict: false, allowPositionals: true })
const datamapp = valjDatamapp(typeof argument.data === 'string' ? argument.data : undefined)
const mappar = skalmappar()
const [lagefil, stoppfil] = [join(mappar.konto, 'fonster.json'), join(mappar.konto, 'stopp.log')]

const TAGGAD = { generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true }
const KAN_INTE_SPARAS = 'Filen kunde inte sparas där. Välj en annan plats, eller stäng filen om den är öppen i ett annat program.'

let fonster: BrowserWindow | null = null
let kontor: UtilityProcess | null = null
/** The next office's page is told that the one before stopped by itself. */
let avbrott = false
/** The page has been told to lock and has not yet done so; what comes after, and the clock that does not wait for ever. */
let laser: { klocka: NodeJS.Timeout; sedan: () => void } | null = null
/** Longer than this (ms) a lock does not wait for the page to have its drafts sealed. */
const UTKAST_MS = 2_500
const vardAttBorjaOm = omstartsvakt()

protocol.registerSchemesAsPrivileged([{ scheme: SCHEMA, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
app.enableSandbox()
// Nothing here needs a name looked up: whatever tries, by whatever way, finds no host.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
// Chromium's own files hold no client data, but belong to this computer: not in a profile that follows the user.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', mappar.session)

app.on('web-contents-created', (_handelse, sida) => stangIn(sida))

if (rad[0] !== undefined && !rad[0].startsWith('-')) {
  // "lotsen COMMAND …": the command line, in the installed program. No window, and none of what belongs to one.
  import('./cli/kommandorad.ts').then(({ kommandorad }) => kommandorad(rad, gorPdf)).then(app.exit, () => app.exit(1))
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', visa)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', avslutaKontor)
  app.whenReady().then(oppna, () => app.exit(1))
} else {
  app.quit()
}

function oppna(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(meny({ las: () => las(), skydda: (pa) => fonster?.setContentProtection(pa), sparaFelrapport: () => void sparaFelrapport() })))
  powerMonitor.on('suspend', () => las())
  powerMonitor.on('lock-screen', () => las())
  // Its types leave the event out. Held back as long as the drafts take: quitting closes the window, and that locks.
  powerMonitor.on('shutdown', (handelse?: { preventDefault: () => void }) => {
    handelse?.preventDefault()
    app.quit()
  })
  // No "persist:" before the name: what the window stores lives in memory and dies with the program.
  const avdelning = session.fromPartition('lotsen', { cache: false })
  const filer = fonsterfiler(join(HAR, '..', 'renderer'))
  avdelning.protocol.handle(SCHEMA, (anrop) => svaraMedFil(anrop, filer))
  avdelning.webRequest.onBeforeRequest((anrop, svara) => svara({ cancel: !arEgen(anrop.url) && !arSkapad(anrop.url) }))
  avdelning.setPermissionRequestHandler((_sida, _vad, svara) => svara(false))
  avdelning.setPermissionCheckHandler(() => false)
  avdelning.setDevicePermissionHandler(() => false)
  avdelning.setDisplayMediaRequestHandler((_anrop, svara) => svara(null))
  // Chromium fetches its dictionaries from a server.
  avdelning.setSpellCheckerEnabled(false)
  avdelning.on('will-download', (handelse, fil) => {
    if (!arSkapad(fil.getURL())) handelse.preventDefault()
  })

  const { maximerat, ...plats } = lasFonsterlage(lagefil, screen.getAllDisplays().map(({ workArea }) => workArea))
  const detta = new BrowserWindow({
    title: 'Lotsen', ...plats, ...MINSTA, show: false, autoHideMenuBar: true,
    webPreferences: {
      session: avdelning, preload: join(HAR, 'preload.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true,
      webviewTag: false, navigateOnDragDrop: false, spellcheck: false,
      // The clock that locks must not slow down when the window is hidden.
      backgroundThrottling: false, devTools: !app.isPackaged,
    },
  })
  fonster = detta
  if (maximerat) detta.maximize()
  detta.setContentProtection(true)
  detta.once('ready-to-show', visa)
  detta.on('close', (handelse) => {
    sparaFonsterlage(lagefil, detta.getNormalBounds(), detta.isMaximized())
    if (!kontor) return
    handelse.preventDefault()
    detta.hide()
    las(() => detta.destroy())
  })
  detta.on('session-end', () => las())
  detta.on('closed', () => {
    fonster = null
  })
  const sida = detta.webContents
  // A new page, a reload too, means a new office process: the old one, with its keys, ends with its page.
  sida.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return
    avslutaKontor()
    last()
  })
  sida.on('dom-ready', () => startaKontor(sida))
  sida.on('render-process-gone', (_handelse, { reason, exitCode }) => stannade('fonstret', reason, exitCode))
  void detta.loadURL(START)
}

/**
 * The command line's papers (pdf.ts), by the same engine as the window's. Nothing in them runs, and their own policy lets them
 * reach nothing (print/renderHtml.tsx). The window that is
 * never shown is left for the end of the program: without one, Electron would end it before the file is written.
 */
async function gorPdf(html: string): Promise<Uint8Array> {
  await app.whenReady()
  const avdelning = session.fromPartition('papper', { cache: false })
  avdelning.protocol.handle(SCHEMA, () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }))
  avdelning.webRequest.onBeforeRequest((anrop, svara) => svara({ cancel: anrop.url !== START && !arSkapad(anrop.url) }))
  const papper = new BrowserWindow({ show: false, webPreferences: { session: avdelning, sandbox: true, javascript: false } })
  await papper.loadURL(START)
  return papper.webContents.printToPDF(TAGGAD)
}

/** Every page, whatever it is: no way out, no other window, no page within the page. */
function stangIn(sida: WebContents): void {
  sida.setWindowOpenHandler(() => ({ action: 'deny' }))
  sida.on('will-attach-webview', (handelse) => handelse.preventDefault())
  sida.on('will-frame-navigate', (handelse) => {
    if (!handelse.isMainFrame || !arEgen(handelse.url)) handelse.preventDefault()
  })
  sida.on('will-redirect', (handelse) => handelse.preventDefault())
}

function startaKontor(sida: WebContents): void {
  avslutaKontor()
  const env = Object.fromEntries(Object.entries(process.env).filter(([namn]) => !namn.startsWith('LOTSEN_') && !namn.startsWith('NODE_')))
  const detta = utilityProcess.fork(fileURLToPath(new URL('./office-process.ts', import.meta.url)), [], { serviceName: 'Lotsen', stdio: app.isPackaged ? 'ignore' : 'inherit', env, execArgv: [] })
  kontor = detta
  const { port1, port2 } = new MessageChannelMain()
  detta.on('message', (fraga: FranKontor) => void hjalp(detta, sida, fraga))
  detta.on('exit', (kod) => {
    // Ended by itself: the office has locked or stopped, and its page goes the same way.
    if (kontor !== detta) return
    if (laser) last()
    else stannade('kontoret', 'slut', kod)
  })
  detta.postMessage({ slag: 'start', datamapp, avbrott } satisfies TillKontor, [port1])
  avbrott = false
  sida.mainFrame.postMessage('kontor', null, [port2])
}

function avslutaKontor(): void {
  const detta = kontor
  kontor = null
  detta?.kill()
}

/**
 * The computer, or the window, is being left: the page empties itself, has what was being written sealed (utkast) and ends its
 * office. A page or an office that cannot is ended from here.
 */
function las(sedan: () => void = borjaOm): void {
  if (laser) {
    if (sedan !== borjaOm) laser.sedan = sedan
    return
  }
  laser = { klocka: setTimeout(last, UTKAST_MS), sedan }
  try {
    if (kontor && fonster && !fonster.isDestroyed()) return fonster.webContents.mainFrame.postMessage('las', null)
  } catch {
    // A page that has crashed has nothing to say.
  }
  last()
}

/** It has locked, or has had its time. */
function last(): void {
  if (!laser) return
  const { klocka, sedan } = laser
  laser = null
  clearTimeout(klocka)
  avslutaKontor()
  sedan()
}

/** A new page, with nobody logged in. */
function borjaOm(): void {
  avslutaKontor()
  if (fonster && !fonster.isDestroyed()) void fonster.loadURL(START)
}

/** The window or the office has ended by itself: by locking (0), or because something is wrong. The login page comes, and says so. */
function stannade(vad: 'fonstret' | 'kontoret', varfor: string, kod: number): void {
  avbrott = kod !== 0 || vad === 'fonstret'
  if (avbrott) noteraStopp(stoppfil, vad, varfor, kod)
  if (vardAttBorjaOm(Date.now())) return laser ? last() : borjaOm()
  avslutaKontor()
  dialog.showErrorBox('Lotsen', KAN_INTE_KORAS)
  app.exit(1)
}

/** What the office needs of the computer's own dialogs. */
async function hjalp(fran: UtilityProcess, sida: WebContents, fraga: FranKontor): Promise<void> {
  let varde: string | null = null
  try {
    if (fonster && !sida.isDestroyed()) varde = fraga.slag === 'valjMapp' ? await valjMapp(fonster) : await sparaPdf(fonster, fraga.filnamn)
  } catch {
    dialog.showErrorBox('Lotsen', KAN_INTE_SPARAS)
  }
  if (kontor === fran) fran.postMessage({ slag: 'svar', nummer: fraga.nummer, varde } satisfies TillKontor)
}

async function sparaFelrapport(): Promise<void> {
  if (!fonster) return
  const { filnamn, text } = felrapportFor(datamapp, stoppfil, HAR)
  const { canceled, filePath } = await dialog.showSaveDialog(fonster, { defaultPath: filnamn, filters: [{ name: 'Text', extensions: ['txt'] }] })
  if (canceled || !filePath) return
  await writeFile(filePath, text).catch(() => dialog.showErrorBox('Lotsen', KAN_INTE_SPARAS))
}

async function valjMapp(over: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(over, { properties: ['openDirectory', 'createDirectory'] })
  return canceled ? null : (filePaths[0] ?? null)
}

async function sparaPdf(over: BrowserWindow, filnamn: string): Promise<string | null> {
  const pdf = await over.webContents.printToPDF(TAGGAD)
  const { canceled, filePath } = await dialog.showSaveDialog(over, { defaultPath: filnamn, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
  if (canceled || !filePath) return null
  await writeFile(filePath, pdf)
  return filePath
}

function visa(): void {
  if (!fonster) return
  if (fonster.isMinimized()) fonster.restore()
  fonster.show()
  fonster.focus()
}
