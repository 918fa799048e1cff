import { arFigur } from '../../../db/model/handling/siffror.ts'
import { HOS_OMBUD } from '../../../db/model/handling/kontroller.ts'
import { figurforklaring } from '../../../db/model/handling/forklaringar.ts'
import type { Slag } from '../../../db/model/blankett/typer.ts'
import { Fel } from '../../../db/model/fel.ts'
import { nummerOrdning } from '../../../db/model/redovisning/index.ts'
import { arendenummerFor } from '../../../db/store/arenden.ts'
import { hamtaInstallningar } from '../../../db/store/enhet.ts'
import { hamtaFrusetBakom } from '../../../db/store/faststallda.ts'
import { angraRattelse, bocka, hamtaHandling, laggInInlamning, laggInRattelse, paminn, sattStatus, taBortUtkast } from '../../../db/store/handlingar.ts'
import { forSida, medBakom } from '../arsunderlag.ts'
import { andra, arslista, faststall, kravUtkast, nyVersion, skapaHandling, sparaFalt } from '../handlingar.ts'
import { byggUtkast, handlingssida } from '../handlingssida.ts'
import { exportera } from '../handlingsexport.ts'
import { os } from '../kontext.ts'

const klart = { klart: true as const }

/** The same procedures for a redovisning and for an ansökan (DOMAIN §3): one area each, made here. */
export function handlingsprocedurer<S extends Slag>(slag: S) {
  const bas = os[slag] as typeof os.ansokan
  return {
    handlingar: bas.handlingar.handler(({ context, input }) => arslista(context.kontor.inloggad, slag, input.ar)),

    handling: bas.handling.handler(async ({ context, input, signal }) => {
      const { inloggad } = context.kontor
      const sida = await handlingssida(inloggad, hamtaHandling(inloggad.db, slag, input.id), { signal })
      await inloggad.skriv((_, logga) => logga({ handling: 'handling.oppnad', objekt: input.id }))
      return sida
    }),

    nyHandling: bas.nyHandling.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      const id = skapaHandling(db, slag, input, { tid, av: context.kontor.inloggad.id })
      logga({ handling: 'handling.ny', objekt: id })
      return { id }
    })),

    andraHandling: bas.andraHandling.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
      const version = andra(db, slag, input)
      logga({ handling: 'handling.andrad', objekt: input.id })
      return { version }
    })),

    taBortHandling: bas.taBortHandling.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga) => {
      kravUtkast(db, slag, input.id)
      taBortUtkast(db, input.id, input.version)
      logga({ handling: 'handling.borttagen', objekt: input.id })
      return klart
    })),

    sparaFalt: bas.sparaFalt.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      const version = sparaFalt(db, slag, input, { tid, av: context.kontor.inloggad.id })
      logga({ handling: 'handling.falt', objekt: `${input.id} ${input.falt}` })
      return { version }
    })),

    ratta: bas.ratta.handler(({ context, input }) => context.kontor.inloggad.skriv(async (db, logga, tid) => {
      const { inloggad } = context.kontor
      const h = kravUtkast(db, slag, input.id)
      if (!arFigur(input.figur)) throw new Fel('finns_inte', 'Siffran finns inte. Läs in sidan på nytt.')
      const raknat = (await byggUtkast(forSida(inloggad), h)).fruset.siffror.find((s) => s.figur === input.figur)?.varde ?? null
      const id = laggInRattelse(db, { handlingId: h.id, figur: input.figur, raknat, rattat: input.rattat, skal: input.skal, tid, av: inloggad.id })
      logga({ handling: 'handling.rattad', objekt: `${h.id} ${input.figur}`, orsak: input.skal })
      return { id }
    })),

    angraRattelse: bas.angraRattelse.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      kravUtkast(db, slag, input.id)
      if (!angraRattelse(db, { handlingId: input.id, figur: input.figur, tid, av: context.kontor.inloggad.id })) throw new Fel('finns_inte', 'Siffran är inte rättad längre. Läs in sidan på nytt.')
      logga({ handling: 'handling.rattelse_angrad', objekt: `${input.id} ${input.figur}` })
      return klart
    })),

    bocka: bas.bocka.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      hamtaHandling(db, slag, input.id)
      bocka(db, { handlingId: input.id, falt: input.falt, klar: input.klar, tid, av: context.kontor.inloggad.id })
      logga({ handling: 'handling.bockad', objekt: `${input.id} ${input.falt}` })
      return klart
    })),

    oppnaSiffra: bas.oppnaSiffra.handler(async ({ context, input, signal }) => {
      const { inloggad } = context.kontor
      const h = hamtaHandling(inloggad.db, slag, input.id)
      const bakom = h.status === 'utkast' ? (await byggUtkast(medBakom(inloggad, { signal }), h)).bakom : hamtaFrusetBakom(inloggad.db, h.id)
      const nummer = bakom !== undefined && Object.hasOwn(bakom, input.figur) ? bakom[input.figur] : undefined
      if (nummer === undefined) throw new Fel('finns_inte', 'Ärendenumren bakom siffran finns inte.')
      const visa = hamtaInstallningar(inloggad.db).arendenBakomFigurer
      const mina = inloggad.roller.includes('ombud') ? arendenummerFor(inloggad.db, inloggad.id) : new Set<string>()
      await inloggad.skriv((_, logga) => logga({ handling: 'redovisning.figur', objekt: `${h.ar} ${input.figur}` }))
      return {
        figur: input.figur, forklaring: figurforklaring(input.figur), antal: nummer.length, avstangt: !visa,
        arenden: visa ? nummer.toSorted(nummerOrdning).map((n) => ({ nummer: n, mitt: mina.has(n) })) : [],
      }
    }),

    paminn: bas.paminn.handler(({ context, input }) => context.kontor.inloggad.skriv(async (db, logga, tid) => {
      const { inloggad } = context.kontor
      const h = kravUtkast(db, slag, input.id)
      if (!(HOS_OMBUD as string[]).includes(input.kod)) throw new Fel('finns_inte', 'Kontrollen ligger inte hos något ombud.')
      const { fruset } = await byggUtkast(forSida(inloggad), h)
      const hos = fruset.kontroller.find((k) => k.kod === input.kod)?.hos.filter((rad) => input.ombudId === undefined || rad.ombudId === input.ombudId) ?? []
      for (const { ombudId } of hos) paminn(db, { handlingId: h.id, kod: input.kod, ombudId, tid, av: inloggad.id })
      logga({ handling: 'handling.paminnelse', objekt: `${h.id} ${input.kod}` })
      return { antal: hos.length }
    })),

    faststall: bas.faststall.handler(async ({ context, input }) => ({ hash: await faststall(context.kontor.inloggad, slag, input) })),

    nyVersion: bas.nyVersion.handler(({ context, input }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      const id = nyVersion(db, slag, input, { tid, av: context.kontor.inloggad.id })
      logga({ handling: 'handling.ny_version', objekt: id, orsak: input.skal })
      return { id }
    })),

    lamnaIn: bas.lamnaIn.handler(({ context, input: { id, version, ...inlamning } }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      const h = hamtaHandling(db, slag, id)
      if (h.status === 'utkast') throw new Fel('ej_faststalld', 'Fastställ först: bara det som är fastställt kan lämnas in.')
      if (h.status === 'inlamnad') throw new Fel('redan_inlamnad', 'Den är redan inlämnad. Rätta inlämningen om något är fel.')
      if (inlamning.datum > context.kontor.inloggad.idag) throw new Fel('ogiltigt', 'Datumet har inte varit än. Skriv den dag den lämnades in.', { falt: 'datum' })
      laggInInlamning(db, { handlingId: id, ...inlamning, skal: null, tid, noteradAv: context.kontor.inloggad.id })
      sattStatus(db, { id, version, fran: 'faststalld', till: 'inlamnad' })
      logga({ handling: 'handling.inlamnad', objekt: id })
      return klart
    })),

    rattaInlamning: bas.rattaInlamning.handler(({ context, input: { id, version, ...inlamning } }) => context.kontor.inloggad.skriv((db, logga, tid) => {
      if (hamtaHandling(db, slag, id).status !== 'inlamnad') throw new Fel('ej_inlamnad', 'Den är inte inlämnad, så det finns ingen inlämning att rätta.')
      if (inlamning.datum > context.kontor.inloggad.idag) throw new Fel('ogiltigt', 'Datumet har inte varit än. Skriv den dag den lämnades in.', { falt: 'datum' })
      laggInInlamning(db, { handlingId: id, ...inlamning, tid, noteradAv: context.kontor.inloggad.id })
      sattStatus(db, { id, version, fran: 'inlamnad', till: 'inlamnad' })
      logga({ handling: 'handling.inlamning_rattad', objekt: id, orsak: inlamning.skal })
      return klart
    })),

    exportera: bas.exportera.handler(async ({ context, input, signal }) => {
      const { inloggad } = context.kontor
      const sida = await handlingssida(inloggad, hamtaHandling(inloggad.db, slag, input.id), { signal })
      const fil = await exportera(sida.utgava, input.format)
      await inloggad.skriv((_, logga) => logga({ handling: 'handling.exporterad', objekt: `${input.id} ${input.format}` }))
      return fil
    }),
  }
}
