// An office process with a made-up office, for vaktare.test.ts.
import { os } from '@orpc/server'
import { korKontorsprocess } from './kontorsprocess.ts'

korKontorsprocess(async (_datamapp, avsluta) => {
  let hemligt = ''
  const router = {
    skriv: os.handler(({ input }) => {
      hemligt = String(input)
      return hemligt.length
    }),
    las: os.handler(() => hemligt),
    process: os.handler(() => process.pid),
    lasOss: os.handler(() => {
      avsluta()
      return 'låst'
    }),
    krascha: os.handler(() => process.kill(process.pid, 'SIGKILL')),
    bugg: os.handler(() => {
      throw new Error('Anna Andersson, 19700101-1234')
    }),
    fil: os.handler(async ({ input }) => (input instanceof Blob ? (await input.bytes()).length : -1)),
  }
  return { router, kontext: () => ({}), stang: () => undefined }
})
