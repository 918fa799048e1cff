import { spawn } from 'node:child_process'

/** Whether there is a screen that a browser could open on. */
export function harSkarm(plattform: NodeJS.Platform = process.platform, miljo: Record<string, string | undefined> = process.env): boolean {
  if (miljo['CI']) return false
  return plattform === 'win32' || plattform === 'darwin' || Boolean(miljo['DISPLAY'] || miljo['WAYLAND_DISPLAY'])
}

/**
 * Opens an address in the computer's own browser. Others who are logged in on the same computer can see a program's arguments
 * for a moment; the address works once, and leads only to the login.
 */
export function oppnaWebblasare(adress: string): void {
  const [program, argument] = oppnare()
  const barn = spawn(program, [...argument, adress], { stdio: 'ignore', detached: true, windowsHide: true })
  // The address has been printed too: a computer without such a program loses nothing.
  barn.on('error', () => undefined)
  barn.unref()
}

function oppnare(): [string, string[]] {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']]
  if (process.platform === 'darwin') return ['open', []]
  return ['xdg-open', []]
}
