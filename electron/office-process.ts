import { RPCHandler } from '@orpc/server/message-port'
import { startaKontor } from './office/index.ts'
import { korSkrivbordskontor } from './skrivbord/kontorsprocess.ts'

korSkrivbordskontor(process.parentPort, ({ datamapp, avbrott, avsluta, valjMapp, sparaPdf, port }) => {
  const kontor = startaKontor({ datamapp, avsluta, skal: { slag: 'skrivbord', avbrott, valjMapp, sparaPdf } })
  new RPCHandler(kontor.router).upgrade(port, { context: kontor.kontext() })
  return kontor
})
