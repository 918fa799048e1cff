import { startaKontor } from '../office/index.ts'
import { korKontorsprocess } from './kontorsprocess.ts'

// Printing and PDF are the browser's own here.
korKontorsprocess((datamapp, avsluta, avbrott) => Promise.resolve(startaKontor({ datamapp, avsluta, skal: { slag: 'webblasare', avbrott } })))
