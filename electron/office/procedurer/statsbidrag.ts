import { FORVALD_FORDELNING, dagarIEnheten, fordela, type Delagare } from '../../../db/model/fordelning.ts'
import { Fel } from '../../../db/model/fel.ts'
import { kommunNamn } from '../../../db/model/kommuner.ts'
import type { Figurer } from '../../../db/model/redovisning/index.ts'
import { beviljatPerKommun, type Bidragsar, type Kostnadsrad } from '../../../db/model/statsbidrag.ts'
import type { Db } from '../../../db/store/db.ts'
import { hamtaEnhet, kommunerUnder, listaKommuner } from '../../../db/store/enhet.ts'
import { hamtaKodlistor } from '../../../db/store/kodlistor.ts'
import * as lager from '../../../db/store/statsbidrag.ts'
import type { Kostnadsfordelning } from '../contract/statsbidrag.ts'
import { fordelningsfil } from '../fordelningsfil.ts'
import { aretsAnsokningar } from '../handlingssida.ts'
import { kravKod } from '../koder.ts'
import { os } from '../kontext.ts'
import { raknaAr } from '../rakning.ts'

const klart = { klart: true as const }
const arets = (db: Db, ar: number) => kommunerUnder(db, `${ar}-01-01`, `${ar}-12-31`)

/** @throws Fel `kommun_utanfor` for a kommun that was not the unit's some day of the year */
function kravKommuner(db: Db, ar: number, kommuner: readonly string[], falt: string): void {
  const egna = arets(db, ar)
  const utanfor = kommuner.find((kommun) => !egna.includes(kommun))
  if (utanfor !== undefined) throw new Fel('kommun_utanfor', `${kommunNamn(utanfor)} hörde inte till enheten ${ar}. Välj en av enhetens kommuner.`, { falt })
}

/** @throws Fel `ingen_sokande` when nothing is applied for by that kommun */
function kravSokande(bidrag: Bidragsar, sokande: string): void {
  if (!bidrag.sokande.some((s) => s.sokande === sokande)) throw new Fel('ingen_sokande', `${kommunNamn(sokande)} är inte sökande ${bidrag.ar}. Läs in sidan på nytt.`)
}

/** A sökande kommun's costs, shared as chosen or, until somebody has, as proposed. */
function fordelningFor(db: Db, bidrag: Bidragsar, sokande: string, kostnader: readonly Kostnadsrad[], figurer: Figurer): Kostnadsfordelning {
  const dagar = dagarIEnheten(listaKommuner(db), bidrag.ar)
  const stod = new Map(figurer.perKommun.map((k) => [k.kommun, k.stod]))
  const delagare = (bidrag.sokande.find((s) => s.sokande === sokande)?.kommuner ?? []).map(({ kommun, beviljat, utbetalt, anvant, befolkning, andel }): Delagare =>
    ({ kommun, beviljat, utbetalt, anvant, befolkning, andel, stod: stod.get(kommun) ?? 0, dagar: dagar.get(kommun) ?? 0 }))
  const egna = kostnader.filter((rad) => rad.sokande === sokande)
  const { version, ...val } = lager.hamtaFordelning(db, bidrag.ar, sokande) ?? { ...FORVALD_FORDELNING, version: 0 }
  const kostnad = egna.reduce((summa, rad) => (rad.struken ? summa : summa + rad.kronor), 0)
  return { sokande, kostnader: egna, val, version, delagare, fordelning: fordela(kostnad, delagare, val) }
}

export const statsbidrag = {
  hamta: os.statsbidrag.hamta.handler(async ({ context, input: { ar }, signal }) => {
    const { inloggad } = context.kontor
    const { figurer } = await raknaAr(inloggad, ar, [], { signal })
    const { db } = inloggad
    const bidrag = lager.hamtaBidrag(db, ar)
    const kostnader = lager.listaKostnader(db, ar)
    const { namn, vardkommun } = hamtaEnhet(db)
    return {
      enhet: { namn, vardkommun }, bidrag, kommuner: arets(db, ar), sokt: aretsAnsokningar(db, ar), ar: lager.arMedBidrag(db),
      bemannat: Object.fromEntries(figurer.perKommun.map((k) => [k.kommun, k.bemannat])),
      fordelningar: bidrag.sokande.map(({ sokande }) => fordelningFor(db, bidrag, sokande, kostnader, figurer)),
    }
  }),
  beviljat: os.statsbidrag.beviljat.handler(({ context, input: { ar } }) => Object.fromEntries(beviljatPerKommun(lager.hamtaBidrag(context.kontor.inloggad.db, ar)))),

  belopp: os.statsbidrag.belopp.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    lager.sattBelopp(db, input)
    logga({ handling: 'statsbidrag.belopp', objekt: String(input.ar) })
    return klart
  })),
  sokande: os.statsbidrag.sokande.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravKommuner(db, input.ar, [input.sokande], 'sokande')
    kravKommuner(db, input.ar, input.kommuner, 'kommuner')
    lager.sattSokande(db, input)
    logga({ handling: 'statsbidrag.sokande', objekt: `${input.ar} ${input.sokande}` })
    return klart
  })),
  andra: os.statsbidrag.andra.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const { ar, kommun } = lager.bidragsrad(db, input.id)
    lager.andraBidrag(db, input)
    logga({ handling: 'statsbidrag.andrat', objekt: `${ar} ${kommun}` })
    return klart
  })),
  underlag: os.statsbidrag.underlag.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    const { ar, kommun } = lager.bidragsrad(db, input.id)
    lager.andraUnderlag(db, input)
    logga({ handling: 'statsbidrag.fordelning', objekt: `${ar} ${kommun}` })
    return klart
  })),
  fordelning: os.statsbidrag.fordelning.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravSokande(lager.hamtaBidrag(db, input.ar), input.sokande)
    lager.sattFordelning(db, input)
    logga({ handling: 'statsbidrag.fordelning', objekt: `${input.ar} ${input.sokande}` })
    return klart
  })),

  nyttBeslut: os.statsbidrag.nyttBeslut.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravSokande(lager.hamtaBidrag(db, input.ar), input.sokande)
    logga({ handling: 'statsbidrag.beslut', objekt: lager.nyttBeslut(db, input) })
    return klart
  })),
  andraBeslut: os.statsbidrag.andraBeslut.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    lager.andraBeslut(db, input)
    logga({ handling: 'statsbidrag.beslut', objekt: input.id })
    return klart
  })),
  strykBeslut: os.statsbidrag.strykBeslut.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    lager.strykBeslut(db, input, tid)
    logga({ handling: 'statsbidrag.struket', objekt: input.id, orsak: input.skal })
    return klart
  })),

  nyKostnad: os.statsbidrag.nyKostnad.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    kravSokande(lager.hamtaBidrag(db, input.ar), input.sokande)
    kravKod(db, 'kostnadsslag', input.slag, `${input.ar}-12-31`, 'slag')
    logga({ handling: 'statsbidrag.kostnad', objekt: lager.nyKostnad(db, input) })
    return klart
  })),
  andraKostnad: os.statsbidrag.andraKostnad.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
    lager.andraKostnad(db, input)
    logga({ handling: 'statsbidrag.kostnad', objekt: input.id })
    return klart
  })),
  strykKostnad: os.statsbidrag.strykKostnad.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    lager.strykKostnad(db, input, tid)
    logga({ handling: 'statsbidrag.struket', objekt: input.id, orsak: input.skal })
    return klart
  })),

  fil: os.statsbidrag.fil.handler(async ({ context, input: { ar, sokande }, signal }) => {
    const { inloggad } = context.kontor
    const { figurer } = await raknaAr(inloggad, ar, [], { signal })
    const { db } = inloggad
    const bidrag = lager.hamtaBidrag(db, ar)
    kravSokande(bidrag, sokande)
    const innehall = await fordelningsfil(fordelningFor(db, bidrag, sokande, lager.listaKostnader(db, ar), figurer), hamtaKodlistor(db), ar)
    await inloggad.skriv((_, logga) => logga({ handling: 'statsbidrag.exporterad', objekt: `${ar} ${sokande}` }))
    return new File([new Uint8Array(innehall)], `Fördelning av kostnader ${ar} ${kommunNamn(sokande)}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  }),
}
