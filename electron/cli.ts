import { kommandorad } from './cli/kommandorad.ts'

// A reader that has had enough (| head) is no error of ours.
process.stdout.on('error', (fel: NodeJS.ErrnoException) => process.exit(fel.code === 'EPIPE' ? 0 : 1))

process.exit(await kommandorad(process.argv.slice(2)))
