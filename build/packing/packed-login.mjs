// Started by pack-check.mjs with the folder of an unpacked package and that of an office: plays the desktop shell to the packed
// office process, as main.ts does, and logs in over the page's port. Prints who was let in as JSON. The window is not part of it.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

const [extracted = '', data = '', user = '', password = ''] = process.argv.slice(2)

/** @type {(event: { data: unknown, ports: readonly unknown[] }) => void} */
let toOffice = () => undefined
Object.assign(process, {
  parentPort: { on: (/** @type {string} */ _event, /** @type {typeof toOffice} */ listener) => (toOffice = listener), postMessage: () => undefined },
})
await import(pathToFileURL(join(extracted, 'out', 'electron', 'office-process.js')).href)

const { port1, port2 } = new MessageChannel()
toOffice({ data: { slag: 'start', datamapp: data }, ports: [port1] })
/** @type {import('@orpc/client').NestedClient<Record<never, never>> & Record<string, Record<string, (input?: object) => Promise<Record<string, unknown>>>>} */
const office = createORPCClient(new RPCLink({ port: /** @type {never} */ (port2) }))
port2.start()
// Somebody else's name: a second try at the same one would have to wait (DESIGN §4.13).
const refused = await office['session']?.['loggaIn']?.({ anvandarnamn: `${user}2`, losenord: password }).then(() => 'let in', (/** @type {{ data?: { kod?: string } }} */ error) => error.data?.kod)
const me = await office['session']?.['loggaIn']?.({ anvandarnamn: user, losenord: password })
const again = await office['session']?.['jag']?.()
process.stdout.write(`${JSON.stringify({ refused, me, again })}\n`)
port2.close()
