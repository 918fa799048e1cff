import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { kontrakt } from '../../electron/office/contract/index.ts'
import { anslut } from './forbindelse.ts'
import { tolkaFel } from './felsvar.ts'
import { las, noteraSkal, vidLas } from './las.ts'
import { useSession } from './session.ts'
import { skickaAllt, vidUtkast } from './utkastlager.ts'

const lank = anslut()

/** After these answers the session is over (electron/office/kontext.ts). */
const LASER: readonly string[] = ['avstangd', 'behorighet_andrad']

/** The office, as its contract says: `await kontor.arenden.hamta({ nummer })`. Calls wait for the connection. */
export const kontor: ContractRouterClient<typeof kontrakt> = createORPCClient({
  call: async (vag, indata, val) => {
    try {
      return await (await lank).call(vag, indata, val)
    } catch (fel) {
      const { kod, mening } = tolkaFel(fel)
      if (LASER.includes(kod) && useSession.getState().inloggad !== undefined) {
        noteraSkal(mening)
        void las()
      }
      throw fel
    }
  },
})

/** The same for TanStack Query: `useQuery(fraga.arenden.mina.queryOptions())`. */
export const fraga = createTanstackQueryUtils(kontor)

vidUtkast(kontor.utkast)
// What is half typed is sealed before the door is shut.
vidLas(() => skickaAllt().then(() => kontor.session.las()))
// …and before the page goes in another way: a closed tab, a reload, a window that is put away and may never come back.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void skickaAllt()
})
window.addEventListener('pagehide', () => void skickaAllt())
