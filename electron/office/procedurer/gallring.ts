import type { Gallringsprotokoll, KopiaMedData } from '../../../db/model/gallring.ts'
import { gallringsbara } from '../../../db/model/gallring.ts'
import { idag } from '../../../db/model/kalender.ts'
import { arendenummerFor } from '../../../db/store/arenden.ts'
import { hamtaInstallningar } from '../../../db/store/enhet.ts'
import { gallringsarenden, hamtaGallring, listaGallringar, listaRegler, sparaRegel, svaraUndantag, taBortRegel } from '../../../db/store/gallring.ts'
import { gallra, gallringsforhand, gallringslage } from '../gallring.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'
import { namngivare } from '../loggkontroll.ts'
import { stegvis } from '../steg.ts'

const klart = { klart: true as const }

/** Cases of the caller whose time is over but for the answer about the birth day. */
function attSvara(inloggad: Inloggad, dag: string): { dagar: number[]; arenden: string[] } {
  const { gallringUndantagDagar: dagar, gallringUndantagKommuner: kommuner } = hamtaInstallningar(inloggad.db)
  const regel = listaRegler(inloggad.db).find((r) => r.slag === 'klienter')
  if (regel === undefined || dagar.length === 0) return { dagar, arenden: [] }
  const mina = arendenummerFor(inloggad.db, inloggad.id)
  return { dagar, arenden: gallringsbara(gallringsarenden(inloggad.db).filter((a) => mina.has(a.nummer)), regel.manader, { dagar, kommuner }, dag).vantarSvar }
}

export const gallring = {
  lage: os.gallring.lage.handler(({ context }) => gallringslage(context.kontor.inloggad.db, idag(context.kontor.nu()))),
  sparaRegel: os.gallring.sparaRegel.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    sparaRegel(db, input)
    logga({ handling: 'gallring.regel', objekt: input.slag })
    return klart
  })),
  taBortRegel: os.gallring.taBortRegel.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    taBortRegel(db, input)
    logga({ handling: 'gallring.regel', objekt: input.slag })
    return klart
  })),
  forhand: os.gallring.forhand.handler(({ context }) => gallringsforhand(context.kontor, idag(context.kontor.nu()))),
  kor: os.gallring.kor.handler(async function* ({ context, input }) {
    yield* stegvis((rapport) => gallra(context.kontor, input.antal, idag(context.kontor.nu()), rapport))
  }),
  lista: os.gallring.lista.handler(({ context }) => {
    const { db } = context.kontor.inloggad
    const namn = namngivare(db)
    return listaGallringar(db).map((rad) => ({ id: rad.id, tid: rad.tid, av: namn(rad.avId), arenden: rad.arenden.length, rader: rad.rader.reduce((summa, { antal }) => summa + antal, 0), borta: rad.borta }))
  }),
  hamta: os.gallring.hamta.handler(({ context, input }): Gallringsprotokoll => {
    const { db } = context.kontor.inloggad
    const { avId, ...rad } = hamtaGallring(db, input.id)
    return { ...rad, av: namngivare(db)(avId), kopior: rad.kopior as KopiaMedData[] }
  }),
  attSvara: os.gallring.attSvara.handler(({ context }) => attSvara(context.kontor.inloggad, idag(context.kontor.nu()))),
  svaraUndantag: os.gallring.svaraUndantag.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    svaraUndantag(db, input.nummer, input.undantag)
    logga({ handling: 'gallring.undantag', objekt: input.nummer })
    return klart
  })),
}
