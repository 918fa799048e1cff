import { TABELLNAMN } from '../../../db/model/statistik/index.ts'
import { slug } from '../../../db/model/text.ts'
import { os } from '../kontext.ts'
import { raknaPerOmbud, raknaStatistik } from '../statistik.ts'
import { statistikSomCsv, statistikSomXlsx } from '../statistikfil.ts'
import { stegvis } from '../steg.ts'

const FILTYP = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

export const statistik = {
  hamta: os.statistik.hamta.handler(({ context, input, signal }) => stegvis(async (rapport) => {
    const { inloggad, nu } = context.kontor
    const svar = await raknaStatistik(inloggad, { ...input, nu: nu(), signal }, rapport)
    await inloggad.skriv((_, logga) => logga({ handling: 'statistik.oppnad', objekt: String(input.ar) }))
    return svar
  })),

  perOmbud: os.statistik.perOmbud.handler(({ context, input }) => stegvis(async (rapport) => {
    const { inloggad, nu } = context.kontor
    const svar = await raknaPerOmbud(inloggad, { ...input, nu: nu() }, rapport)
    await inloggad.skriv((_, logga) => logga({ handling: 'statistik.per_ombud', objekt: String(input.ar) }))
    return svar
  })),

  exportera: os.statistik.exportera.handler(async ({ context, input: { tabell, format, ...input }, signal }) => {
    const { inloggad, nu } = context.kontor
    const { ar, tabeller } = await raknaStatistik(inloggad, { ...input, nu: nu(), signal })
    const valda = { ar, tabeller: tabeller.filter((t) => tabell === null || t.id === tabell) }
    const innehall = format === 'csv' ? statistikSomCsv(valda) : new Uint8Array(await statistikSomXlsx(valda))
    await inloggad.skriv((_, logga) => logga({ handling: 'statistik.exporterad', objekt: `${input.ar} ${tabell ?? 'alla'} ${format}` }))
    const namn = ['statistik', ...(tabell === null ? [] : [slug(TABELLNAMN[tabell])]), [ar[0], ar.at(-1)].join('-')].join('-')
    return new File([innehall], `${namn}.${format}`, { type: FILTYP[format] })
  }),
}
