import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, OpenDialogOptions, PrintToPDFOptions, SaveDialogOptions } from 'electron'

// A stand-in for the electron module: it holds exactly what main.ts is known to use, remembers what it was told, and fails at
// anything else, so that a new call into Electron cannot slip past the tests unseen.

type Listener = (...args: never[]) => unknown
type Handler = (...args: unknown[]) => unknown

/** Wraps an object so that whatever it does not have throws when it is read. */
function strict<T extends object>(name: string, known: T, unknown: string[]): T {
  return new Proxy(known, {
    get(target, key, receiver): unknown {
      // 'then' is asked of everything that is awaited.
      if (typeof key === 'symbol' || key === 'then' || key in target) return Reflect.get(target, key, receiver)
      unknown.push(`${name}.${key}`)
      throw new Error(`electron stand-in: ${name}.${key} is not known`)
    },
  })
}

/** What can be listened to, and made to happen by a test. */
class Events {
  readonly #listeners = new Map<string, Listener[]>()
  on = (event: string, listener: Listener) => {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }
  once = (event: string, listener: Listener) => {
    const once: Listener = (...args) => {
      this.#listeners.set(event, (this.#listeners.get(event) ?? []).filter((other) => other !== once))
      return listener(...args)
    }
    this.on(event, once)
  }
  emit(event: string, ...args: unknown[]): void {
    const listeners = this.#listeners.get(event)
    if (!listeners?.length) throw new Error(`nobody listens to ${event}`)
    for (const listener of listeners) (listener as Handler)(...args)
  }
}

/** An event that can be prevented, as Electron hands it out. */
export function preventable<T extends object>(details: T) {
  const event = { ...details, prevented: false, preventDefault: () => (event.prevented = true) }
  return event
}

export interface Office {
  script: string
  options: { env?: Record<string, string>; execArgv?: string[]; stdio?: string }
  received: { message: unknown; ports: unknown[] }[]
  killed: boolean
  events: Events
}

export function standin(options: { crashed?: boolean; minimized?: boolean; firstInstance?: boolean; packaged?: boolean; switches?: string[]; folder?: string | null; savePath?: string | null; displays?: { x: number; y: number; width: number; height: number }[]; bounds?: { x: number; y: number; width: number; height: number }; maximized?: boolean } = {}) {
  const unknown: string[] = []
  const wrap = <T extends object>(name: string, known: T) => strict(name, known, unknown)

  const seen = {
    unknown,
    schemes: [] as unknown[],
    sandboxed: false,
    switches: [] as string[][],
    paths: [] as string[][],
    partition: [] as unknown[],
    spellchecker: undefined as boolean | undefined,
    window: undefined as BrowserWindowConstructorOptions | undefined,
    loaded: [] as string[],
    contentProtection: undefined as boolean | undefined,
    shown: 0,
    hidden: 0,
    restored: 0,
    focused: 0,
    destroyed: 0,
    maximized: 0,
    offices: [] as Office[],
    pageMessages: [] as { channel: string; ports: unknown[] }[],
    menu: [] as MenuItemConstructorOptions[],
    pdf: [] as PrintToPDFOptions[],
    openDialogs: [] as OpenDialogOptions[],
    saveDialogs: [] as SaveDialogOptions[],
    errors: [] as string[],
    quits: 0,
    exits: [] as number[],
    appEvents: new Events(),
    power: new Events(),
    sessionEvents: new Events(),
    windowEvents: new Events(),
    page: new Events(),
    handlers: {} as Record<'protocol' | 'request' | 'permission' | 'permissionCheck' | 'device' | 'display' | 'windowOpen', Handler>,
  }
  let ready: () => void = () => undefined
  const whenReady = new Promise<void>((done) => (ready = done))
  const set = (name: keyof typeof seen.handlers) => (...args: unknown[]) => {
    seen.handlers[name] = args.at(-1) as Handler
  }

  const page = wrap('webContents', {
    on: seen.page.on,
    once: seen.page.once,
    isDestroyed: () => false,
    setWindowOpenHandler: set('windowOpen'),
    printToPDF: (how: PrintToPDFOptions) => {
      seen.pdf.push(how)
      return Promise.resolve(Buffer.from('%PDF-1.7'))
    },
    mainFrame: wrap('mainFrame', {
      postMessage: (channel: string, _message: unknown, ports: unknown[] = []) => {
        if (options.crashed && channel === 'las') throw new Error('Render frame was disposed')
        seen.pageMessages.push({ channel, ports })
      },
    }),
  })
  const theSession = wrap('session', {
    on: seen.sessionEvents.on,
    protocol: wrap('session.protocol', { handle: set('protocol') }),
    webRequest: wrap('webRequest', { onBeforeRequest: set('request') }),
    setPermissionRequestHandler: set('permission'),
    setPermissionCheckHandler: set('permissionCheck'),
    setDevicePermissionHandler: set('device'),
    setDisplayMediaRequestHandler: set('display'),
    setSpellCheckerEnabled: (on: boolean) => (seen.spellchecker = on),
  })
  const theWindow = wrap('BrowserWindow', {
    webContents: page,
    on: seen.windowEvents.on,
    once: seen.windowEvents.once,
    loadURL: (url: string) => Promise.resolve(void seen.loaded.push(url)),
    setContentProtection: (on: boolean) => (seen.contentProtection = on),
    isDestroyed: () => false,
    isMinimized: () => options.minimized ?? false,
    restore: () => (seen.restored += 1),
    maximize: () => (seen.maximized += 1),
    isMaximized: () => options.maximized ?? false,
    getNormalBounds: () => options.bounds ?? { x: 10, y: 20, width: 1280, height: 860 },
    hide: () => (seen.hidden += 1),
    destroy: () => {
      seen.destroyed += 1
      seen.windowEvents.emit('closed')
    },
    show: () => (seen.shown += 1),
    focus: () => (seen.focused += 1),
  })

  const electron = wrap('electron', {
    default: undefined,
    app: wrap('app', {
      isPackaged: options.packaged ?? false,
      enableSandbox: () => (seen.sandboxed = true),
      commandLine: wrap('commandLine', {
        appendSwitch: (...args: string[]) => seen.switches.push(args),
        hasSwitch: (name: string) => options.switches?.includes(name) ?? false,
      }),
      setPath: (...args: string[]) => seen.paths.push(args),
      requestSingleInstanceLock: () => options.firstInstance ?? true,
      on: seen.appEvents.on,
      whenReady: () => whenReady,
      quit: () => (seen.quits += 1),
      exit: (code: number) => void seen.exits.push(code),
    }),
    BrowserWindow: class {
      constructor(how: BrowserWindowConstructorOptions) {
        seen.window = how
        seen.appEvents.emit('web-contents-created', {}, page)
        return theWindow
      }
    },
    dialog: wrap('dialog', {
      showOpenDialog: (_window: unknown, how: OpenDialogOptions) => {
        seen.openDialogs.push(how)
        return Promise.resolve({ canceled: !options.folder, filePaths: options.folder ? [options.folder] : [] })
      },
      showSaveDialog: (_window: unknown, how: SaveDialogOptions) => {
        seen.saveDialogs.push(how)
        return Promise.resolve({ canceled: !options.savePath, filePath: options.savePath ?? '' })
      },
      showErrorBox: (_title: string, text: string) => seen.errors.push(text),
    }),
    Menu: wrap('Menu', {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => (seen.menu = template),
    }),
    MessageChannelMain: class {
      port1 = { end: 'office' }
      port2 = { end: 'page' }
    },
    powerMonitor: wrap('powerMonitor', { on: seen.power.on }),
    screen: wrap('screen', { getAllDisplays: () => (options.displays ?? [{ x: 0, y: 0, width: 1920, height: 1080 }]).map((workArea) => ({ workArea })) }),
    protocol: wrap('protocol', { registerSchemesAsPrivileged: (schemes: unknown[]) => (seen.schemes = schemes) }),
    session: wrap('session', {
      fromPartition: (...args: unknown[]) => {
        seen.partition = args
        return theSession
      },
    }),
    utilityProcess: wrap('utilityProcess', {
      fork: (script: string, _args: string[], how: Office['options']) => {
        const office: Office = { script, options: how, received: [], killed: false, events: new Events() }
        seen.offices.push(office)
        return wrap('UtilityProcess', {
          on: office.events.on,
          postMessage: (message: unknown, ports: unknown[] = []) => office.received.push({ message, ports }),
          kill: () => (office.killed = true),
        })
      },
    }),
  })
  return { electron, seen, ready }
}
