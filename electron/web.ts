import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fel } from '../db/model/fel.ts'
import { valjDatamapp } from './datamapp.ts'
import { harSkarm, oppnaWebblasare } from './web/oppna.ts'
import { startaVaktare } from './web/vaktare.ts'

export interface Webbval {
  /** The data folder; left out: the computer's usual place. */
  datamapp?: string
  /** Left out: a free one. */
  port?: number
  /** Opens the address in the computer's browser too, when there is a screen. */
  oppna?: boolean
  /** Prints a line for whoever started it. */
  skriv: (rad: string) => void
}

/**
 * The browser shell: Lotsen for a browser on this computer, on loopback only (DESIGN §3). Runs until interrupted.
 * @returns how it went, when it has ended: 0 interrupted, 1 the office could not be kept running
 * @throws Fel `port_upptagen`, `inte_byggt`, `kor_saknas`
 */
export async function kor(val: Webbval): Promise<number> {
  // There the program is no Node that could run an office process for a browser.
  if (process.versions['electron']) throw new Fel('kor_saknas', 'Den installerade Lotsen har ett eget fönster. Starta Lotsen utan kommando.')
  return new Promise<number>((slut, fel) => {
    let forsta = true
    startaVaktare({
      datamapp: valjDatamapp(val.datamapp),
      fonster: byggdaFonster(),
      program: new URL('./web/webbkontor.ts', import.meta.url),
      ...(val.port === undefined ? {} : { port: val.port }),
      nyAdress: (adress) => {
        val.skriv(forsta ? `Öppna Lotsen här: ${adress}` : `Ny adress för nästa gång: ${adress}`)
        if (forsta && val.oppna && harSkarm()) oppnaWebblasare(adress)
        forsta = false
      },
      gavUpp: () => slut(1),
    }).then(
      (vaktare) => {
        val.skriv('Adressen gäller en gång. Avsluta med Ctrl+C.')
        const avsluta = () => void vaktare.stang().then(() => slut(0), fel)
        process.once('SIGINT', avsluta).once('SIGTERM', avsluta).once('SIGHUP', avsluta)
      },
      (orsak: NodeJS.ErrnoException) => {
        fel(orsak.code === 'EADDRINUSE' || orsak.code === 'EACCES' ? new Fel('port_upptagen', `Porten ${val.port} kan inte användas här. Välj en annan med --port, eller ingen alls.`, { cause: orsak }) : orsak)
      },
    )
  })
}

/** In the built program the window lies beside the programs' own folder. */
function byggdaFonster(): string {
  const har = fileURLToPath(new URL('.', import.meta.url))
  const plats = [join(har, '..', 'renderer'), join(har, '..', 'out', 'renderer')].find((mapp) => existsSync(join(mapp, 'assets')))
  if (!plats) throw new Fel('inte_byggt', 'Lotsen är inte byggt. Kör npm run build och försök igen.')
  return plats
}
