import { startaKontor } from '../office/index.ts'
import { gorPdf } from '../pdf.ts'
import { korKontorsprocess } from './kontorsprocess.ts'

korKontorsprocess(async (datamapp, avsluta) => {
  const kontor = startaKontor({ datamapp, avsluta, skal: { slag: 'webblasare', pdf: gorPdf } })
  return { router: kontor.router, kontext: () => kontor.kontext(), stang: () => kontor.stang() }
})
