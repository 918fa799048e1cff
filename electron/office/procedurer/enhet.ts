import { andraEnhet, andraKommun, hamtaEnhet, hamtaInstallningar, listaKommuner, nyKommun, sparaInstallningar } from '../../../db/store/enhet.ts'
import { hamtaKodlistor, sparaKodpost } from '../../../db/store/kodlistor.ts'
import { os } from '../kontext.ts'
import { gallande, kravInomPolicy, lasPolicy } from '../policy.ts'

export const enhet = {
  hamta: os.enhet.hamta.handler(({ context }) => {
    const { db } = context.kontor.inloggad
    const { namn, vardkommun, version } = hamtaEnhet(db)
    return { enhet: { namn, vardkommun, version }, kommuner: listaKommuner(db), installningar: gallande(hamtaInstallningar(db)), policy: lasPolicy() }
  }),
  andra: os.enhet.andra.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    andraEnhet(db, input)
    logga({ handling: 'enhet.andrad' })
    return { klart: true as const }
  })),
  nyKommun: os.enhet.nyKommun.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    nyKommun(db, input)
    logga({ handling: 'enhet.kommun', objekt: input.kommun })
    return { klart: true as const }
  })),
  andraKommun: os.enhet.andraKommun.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    andraKommun(db, input)
    logga({ handling: 'enhet.kommun', objekt: input.id })
    return { klart: true as const }
  })),
  andraInstallningar: os.enhet.andraInstallningar.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravInomPolicy(input)
    sparaInstallningar(db, input)
    logga({ handling: 'enhet.installningar', objekt: Object.keys(input).sort().join(',') })
    return { klart: true as const }
  })),
}

export const kodlistor = {
  hamta: os.kodlistor.hamta.handler(({ context }) => hamtaKodlistor(context.kontor.inloggad.db)),
  spara: os.kodlistor.spara.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const kod = sparaKodpost(db, input)
    logga({ handling: 'kodlistor.andrad', objekt: `${input.lista}/${kod}` })
    return { kod }
  })),
}
