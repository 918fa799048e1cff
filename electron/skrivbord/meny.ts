import { LOTSEN_VERSION } from '../office/version.ts'

/** The part of Electron's menu items that is used here; main.ts hands it to Electron, whose types then judge it. */
export interface Menypost {
  label?: string
  type?: 'separator' | 'checkbox'
  checked?: boolean
  enabled?: boolean
  accelerator?: string
  registerAccelerator?: boolean
  role?: 'quit' | 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen'
  click?: (post: { checked: boolean }) => void
  submenu?: Menypost[]
}

/**
 * The menu. Printing and saving as PDF are not in it: every paper is made by its own page, which writes the print in the log.
 */
export function meny(val: { las: () => void; skydda: (pa: boolean) => void; sparaFelrapport: () => void }): Menypost[] {
  const mellan: Menypost = { type: 'separator' }
  return [
    {
      label: 'Lotsen',
      submenu: [
        // The page listens to the key itself, and locks with its drafts sealed first.
        { label: 'Lås', accelerator: 'Ctrl+L', registerAccelerator: false, click: val.las },
        { label: 'Dölj fönstret i skärmdelning och skärmbilder', type: 'checkbox', checked: true, click: (post) => val.skydda(post.checked) },
        mellan,
        { label: 'Avsluta', accelerator: 'Ctrl+Q', role: 'quit' },
      ],
    },
    {
      label: 'Redigera',
      submenu: [
        { label: 'Ångra', role: 'undo' }, { label: 'Gör om', role: 'redo' }, mellan,
        { label: 'Klipp ut', role: 'cut' }, { label: 'Kopiera', role: 'copy' }, { label: 'Klistra in', role: 'paste' }, { label: 'Markera allt', role: 'selectAll' },
      ],
    },
    { label: 'Visa', submenu: [{ label: 'Större', role: 'zoomIn' }, { label: 'Mindre', role: 'zoomOut' }, { label: 'Vanlig storlek', role: 'resetZoom' }, { label: 'Helskärm', role: 'togglefullscreen' }] },
    { label: 'Hjälp', submenu: [{ label: 'Spara felrapport …', click: val.sparaFelrapport }, mellan, { label: `Lotsen ${LOTSEN_VERSION}`, enabled: false }] },
  ]
}
