// Gives the page one thing, the port to its office, and one word: that the computer is being left. The page sees nothing of
// Electron, and no other page gets a port.
import { ipcRenderer } from 'electron'

const URSPRUNG = 'app://lotsen'

if (window === window.top && location.origin === URSPRUNG) {
  ipcRenderer.once('kontor', (handelse) => {
    const [port] = handelse.ports
    if (port) window.postMessage('kontor', URSPRUNG, [port])
  })
  ipcRenderer.on('las', () => window.postMessage('las', URSPRUNG))
}
