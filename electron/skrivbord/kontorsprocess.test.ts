import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient, type Client } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { os } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, expect, it, vi } from 'vitest'
import { korSkrivbordskontor, type Sidport, type Skrivbordsval } from './kontorsprocess.ts'

const oppna: MessagePort[] = []
afterEach(() => oppna.splice(0).forEach((port) => port.close()))

function starta() {
  let horMeddelande: (handelse: { data: unknown; ports: readonly Sidport[] }) => void = () => undefined
  const sagt: unknown[] = []
  const slut = vi.fn()
  const stang = vi.fn(() => Promise.resolve())
  const val: Skrivbordsval[] = []
  korSkrivbordskontor(
    { on: (_handelse, lyssnare) => (horMeddelande = lyssnare), postMessage: (meddelande) => sagt.push(meddelande) },
    (givet) => {
      val.push(givet)
      const router = { hej: os.handler(() => 'hej från kontoret'), las: os.handler(() => givet.avsluta()), mapp: os.handler(() => givet.valjMapp()) }
      new RPCHandler(router).upgrade(givet.port, { context: {} })
      return { stang }
    },
    slut,
  )
  const koppla = () => {
    const { port1, port2 } = new MessageChannel()
    oppna.push(port2)
    horMeddelande({ data: { slag: 'start', datamapp: '/data', avbrott: true }, ports: [port1 as unknown as Sidport] })
    return port2
  }
  const svara = (data: unknown) => horMeddelande({ data, ports: [] })
  return { koppla, svara, sagt, slut, stang, val }
}

type Ett<Ut> = Client<Record<never, never>, void, Ut, Error>
const klient = (port: MessagePort) => {
  const lank = new RPCLink({ port: port as unknown as Sidport })
  port.start()
  return createORPCClient<{ hej: Ett<string>; las: Ett<void>; mapp: Ett<string | null> }>(lank)
}

it('serves the contract on the page’s port', async () => {
  const { koppla, val } = starta()
  expect(await klient(koppla()).hej()).toBe('hej från kontoret')
  expect(val[0]).toMatchObject({ datamapp: '/data', avbrott: true })
})

it('ends when it locks, after the answer has left', async () => {
  const { koppla, slut } = starta()
  await klient(koppla()).las()
  await vi.waitFor(() => expect(slut).toHaveBeenCalledWith(0))
})

it('forgets everything and ends when the page lets go of the port', async () => {
  const { koppla, slut, stang } = starta()
  koppla().close()
  await vi.waitFor(() => expect(slut).toHaveBeenCalledWith(0))
  expect(stang).toHaveBeenCalledOnce()
})

it('listens to one page only', async () => {
  const { koppla, val } = starta()
  koppla()
  koppla()
  expect(val).toHaveLength(1)
})

it('asks the shell for the computer’s dialogs, and gives each asker its own answer', async () => {
  const { koppla, svara, sagt, val } = starta()
  const forsta = klient(koppla()).mapp()
  await vi.waitFor(() => expect(sagt).toEqual([{ slag: 'valjMapp', nummer: 1 }]))
  const andra = val[0]?.sparaPdf('a.pdf')
  expect(sagt[1]).toEqual({ slag: 'sparaPdf', nummer: 2, filnamn: 'a.pdf' })
  svara({ slag: 'svar', nummer: 2, varde: null })
  svara({ slag: 'svar', nummer: 1, varde: '/vald' })
  expect(await Promise.all([forsta, andra])).toEqual(['/vald', null])
})
