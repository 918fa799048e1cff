import { enRunda, mat, median, type Matt } from './matning.ts'
import { LOSENORD, type Inne, type Kopior } from './kontor.ts'

/** What is clicked every day: how long it takes, and how long at a time nobody else could be answered. */

export interface Klick extends Matt { namn: string; forsta: number; forstaStopp: number }

const RUNDOR = 7

export async function matKlick(namn: string, fn: () => unknown, rundor = RUNDOR): Promise<Klick> {
  const forsta = await enRunda(fn)
  return { namn, forsta: forsta.ms, forstaStopp: forsta.stopp, ...(await mat(rundor, fn)) }
}

/** Login is measured apart: it makes the session that the rest is measured in. */
export async function inloggning(kopior: Kopior, dir: string, anvandarnamn: string, namn: string): Promise<{ inne: Inne; klick: Klick }> {
  const tider: { ms: number; stopp: number }[] = []
  for (;;) {
    const { api, start } = kopior.oppna(dir)
    const { ms, stopp } = await enRunda(() => api.session.loggaIn({ anvandarnamn, losenord: LOSENORD }))
    tider.push({ ms, stopp })
    if (tider.length === 4) {
      const [forsta, ...ovriga] = tider
      const klick = { namn, forsta: forsta?.ms ?? 0, forstaStopp: forsta?.stopp ?? 0, ms: median(ovriga.map((t) => t.ms)), stopp: median(ovriga.map((t) => t.stopp)), rundor: 3 }
      return { klick, inne: { api, start, inloggad: start.kontor.inloggad, dir } }
    }
    start.kontor.stang()
  }
}

export async function ombudetsKlick({ api }: Inne, ar: number): Promise<Klick[]> {
  const klick = [
    await matKlick('Min vecka (ombud)', () => api.veckan.min()),
    await matKlick('Klienter: den egna listan', () => api.arenden.mina()),
  ]
  const nummer = (await api.arenden.mina()).find((rad) => rad.slut === null)?.nummer
  if (nummer !== undefined) klick.push(await matKlick('Ett ärende', () => api.arenden.hamta({ nummer })))
  const namn = (await api.arenden.mina())[0]?.namn ?? 'Karin Berg'
  klick.push(
    await matKlick('Sök tidigare klient', () => api.arenden.tidigare({ namn })),
    await matKlick('Kontakter, ett år', () => api.kontakter.lista({ fran: `${ar}-01-01`, till: `${ar}-12-31`, hoppa: 0 })),
    await matKlick('Kö', () => api.kontakter.ko()),
    await matKlick('Dubblettkontroll', () => api.arenden.provaDubblett({ namn, fodelsear: 1970 })),
    await matKlick('Överlämningar', () => api.overlamningar.lista()),
    await matKlick('Användare', () => api.anvandare.lista()),
    await matKlick('Redovisning', () => api.redovisning.hamta({ ar, kommun: [] }), 5),
    await matKlick('Öppna en siffra', () => api.redovisning.oppna({ ar, kommun: [], figur: 'klienter.stod' }), 5),
  )
  return klick
}

export async function chefensKlick({ api }: Inne, ombudId: string): Promise<Klick[]> {
  return [
    await matKlick('Min vecka (chef)', () => api.veckan.chefens()),
    await matKlick('Bemanning', () => api.bemanning.lista()),
    await matKlick('Ett ombuds ärenden (chef)', () => api.overlamningar.hos({ ombud: ombudId })),
  ]
}
