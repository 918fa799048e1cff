import { Fel } from '../../../db/model/fel.ts'
import { plusDagar } from '../../../db/model/kalender.ts'
import type { ErbjudandeRad, OverlamningForseglat, OverlamningRad } from '../../../db/model/overlamningar.ts'
import { listaAnvandare } from '../../../db/store/anvandare.ts'
import { hamtaArende, hamtaArendeMedId, hamtaSigill, listaForOmbud, senasteUppdrag, type Arendepost } from '../../../db/store/arenden.ts'
import type { Db } from '../../../db/store/db.ts'
import {
  erbjudnaFran, erbjudnaTill, oseddaNodoppningar, overlamningarFor, pagaendeHos, settNodoppning, vidSidan, type Overlamningspost,
} from '../../../db/store/overlamningar.ts'
import { oppnaArende, oppnaDetSomGar, oppnaEgen, oppnaOmHelt, oppnaOrd, type OppetArende } from '../arendenyckel.ts'
import { arUndertecknad, tillgang } from '../innehav.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'
import { godta } from '../mottagande.ts'
import { nodoppna } from '../nodoppning.ts'
import { avboj, avslutaMedverkan, erbjud, taTillbaka } from '../overlamning.ts'

/** How long an answered offer stays in the list of whoever made it: days. */
const SVAR_SYNS_DAGAR = 30

function visare(db: Db) {
  const namn = new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))
  const vem = (id: string) => ({ id, namn: namn.get(id) ?? '' })
  return (rad: Overlamningspost, arende: Pick<Arendepost, 'nummer'>, oppet: OppetArende | null, arendetSkadat = false): OverlamningRad => {
    let skadat = arendetSkadat
    const ord = oppnaOrd(() => oppet?.oppna<OverlamningForseglat>('overlamningar', rad) ?? null, () => { skadat = true })
    return {
      id: rad.id, nummer: arende.nummer, fran: vem(rad.franId), till: vem(rad.tillId), slag: rad.slag, vikariatTill: rad.vikariatTill,
      samtycke: rad.samtycke, samtyckeDatum: rad.samtyckeDatum, antalAnteckningar: rad.anteckningar.length, erbjuden: rad.erbjudenTid,
      status: rad.status, avgjord: rad.avgjordTid, avslutad: rad.avslutad, ord: ord?.ord || null, svar: ord?.svar || null, skadat, version: rad.version,
    }
  }
}

/** Open offers to the caller. Of each case only the word to the receiver is opened: the rest waits for the answer. */
async function tillMig(inloggad: Inloggad, visa: ReturnType<typeof visare>): Promise<ErbjudandeRad[]> {
  const rader: ErbjudandeRad[] = []
  for (const { id } of erbjudnaTill(inloggad.db, inloggad.id)) {
    const rad = erbjudnaTill(inloggad.db, inloggad.id).find((en) => en.id === id)
    const arende = rad === undefined ? undefined : hamtaArendeMedId(inloggad.db, rad.arendeId)
    if (rad === undefined || arende === undefined || !arUndertecknad(inloggad, arende, rad)) continue
    const forseglat = hamtaSigill(inloggad.db, arende, inloggad.id) !== undefined
    const oppet = forseglat ? await oppnaOmHelt(inloggad, arende, async () => (await oppnaEgen(inloggad, arende)).oppet) : null
    const senaste = senasteUppdrag(inloggad.db, arende.id)
    rader.push({ ...visa(rad, arende, oppet, forseglat && oppet === null), kommun: senaste?.kommun ?? null, start: senaste?.start ?? null, planeratSlut: senaste?.planeratSlut ?? null, slut: senaste?.slut ?? null })
    oppet?.nyckel.fill(0)
  }
  return rader
}

/** Rows as the caller may read them: words only of cases that the caller can open; one that is damaged hides no other. */
async function medOrd(inloggad: Inloggad, las: () => Overlamningspost[], visa: ReturnType<typeof visare>): Promise<OverlamningRad[]> {
  const arendena = () => [...new Map(las().map((rad) => [rad.arendeId, hamtaArendeMedId(inloggad.db, rad.arendeId)])).values()]
  const oppningsbara = arendena().filter((arende) => tillgang(inloggad, arende) !== null)
  const { oppna, skadade } = await oppnaDetSomGar(inloggad, oppningsbara)
  const med = new Map(arendena().map((arende) => [arende.id, arende])) // read anew: opening may have given cases new keys
  return las().flatMap((rad) => {
    const arende = med.get(rad.arendeId)
    return arende === undefined ? [] : [visa(rad, arende, oppna.get(rad.arendeId) ?? null, skadade.has(rad.arendeId))]
  })
}

export const overlamningar = {
  lista: os.overlamningar.lista.handler(async ({ context }) => {
    const { inloggad, nu } = context.kontor
    const { db, id } = inloggad
    const visa = visare(db)
    const sedan = `${plusDagar(nu().slice(0, 10), -SVAR_SYNS_DAGAR)}T00:00:00.000Z`
    const svar = {
      tillMig: await tillMig(inloggad, visa),
      franMig: await medOrd(inloggad, () => erbjudnaFran(db, id, sedan), visa),
      pagaende: await medOrd(inloggad, () => [...pagaendeHos(db, id), ...vidSidan(db, id)]
        .filter((rad) => (rad.vikariatTill === null || rad.vikariatTill >= inloggad.idag) && arUndertecknad(inloggad, hamtaArendeMedId(db, rad.arendeId), rad)), visa),
    }
    await inloggad.skriv((_, logga) => logga({ handling: 'overlamning.lista' }))
    return svar
  }),

  historik: os.overlamningar.historik.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    await oppnaArende(inloggad, hamtaArende(inloggad.db, input.nummer))
    const arende = hamtaArende(inloggad.db, input.nummer)
    const oppet = await oppnaArende(inloggad, arende)
    const visa = visare(inloggad.db)
    const rader = overlamningarFor(inloggad.db, arende.id).map((rad) => visa(rad, arende, oppet))
    await inloggad.skriv((_, logga) => logga({ handling: 'overlamning.historik', objekt: arende.nummer }))
    return rader
  }),

  erbjud: os.overlamningar.erbjud.handler(async ({ context, input: { skal, ...rad } }) => {
    const [id] = await erbjud(context.kontor.inloggad, [{ ...rad, slag: skal }])
    return { id: id as string }
  }),
  lamnaOverAlla: os.overlamningar.lamnaOverAlla.handler(async ({ context, input: { skal, vikariatTill, rader } }) => {
    const ids = await erbjud(context.kontor.inloggad, rader.map((rad) => ({ ...rad, slag: skal, vikariatTill })),
      (i, namn) => (namn === 'vikariatTill' ? namn : `rader.${i}.${namn}`))
    return { antal: ids.length }
  }),
  godta: os.overlamningar.godta.handler(({ context, input }) => godta(context.kontor.inloggad, input.ids)),
  avboj: os.overlamningar.avboj.handler(async ({ context, input }) => {
    await avboj(context.kontor.inloggad, input.id, input.ord)
    return { klart: true as const }
  }),
  taTillbaka: os.overlamningar.taTillbaka.handler(async ({ context, input }) => {
    await taTillbaka(context.kontor.inloggad, input.id)
    return { klart: true as const }
  }),
  avslutaVikariat: os.overlamningar.avslutaVikariat.handler(async ({ context, input }) => {
    await avslutaMedverkan(context.kontor.inloggad, input.id, 'vikariat')
    return { klart: true as const }
  }),
  laggTillMedombud: os.overlamningar.laggTillMedombud.handler(async ({ context, input }) => {
    const [id] = await erbjud(context.kontor.inloggad, [{ ...input, slag: 'medombud', vikariatTill: null, samtycke: false, samtyckeDatum: null, anteckningar: [], ord: '' }])
    return { id: id as string }
  }),
  taBortMedombud: os.overlamningar.taBortMedombud.handler(async ({ context, input }) => {
    await avslutaMedverkan(context.kontor.inloggad, input.id, 'medombud')
    return { klart: true as const }
  }),

  hos: os.overlamningar.hos.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const rader = listaForOmbud(inloggad.db, input.ombud).map(({ arende, senaste }) => ({ nummer: arende.nummer, kommun: senaste?.kommun ?? null, slut: senaste?.slut ?? null }))
    await inloggad.skriv((_, logga) => logga({ handling: 'overlamning.hos', objekt: input.ombud }))
    return rader
  }),
  nodoppning: os.overlamningar.nodoppning.handler(async ({ context, input }) => ({ antal: await nodoppna(context.kontor.inloggad, input) })),
  nodoppningar: os.overlamningar.nodoppningar.handler(({ context }) => {
    const { db, id } = context.kontor.inloggad
    const namn = new Map(listaAnvandare(db).map((rad) => [rad.id, rad.namn]))
    return oseddaNodoppningar(db, id).map((rad) => ({
      id: rad.id, tid: rad.tid, av: namn.get(rad.avId) ?? '', fran: namn.get(rad.franId) ?? '', till: namn.get(rad.tillId) ?? '', skal: rad.skal, nummer: rad.nummer,
    }))
  }),
  settNodoppning: os.overlamningar.settNodoppning.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
    if (!settNodoppning(db, input.id, context.kontor.inloggad.id, tid)) throw new Fel('finns_inte', 'Nödöppningen finns inte bland dina, eller är redan sedd.')
    logga({ handling: 'overlamning.nodoppning_sedd', objekt: input.id })
    return { klart: true as const }
  })),
}
