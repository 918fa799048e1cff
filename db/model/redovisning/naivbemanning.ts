/** Test only: the figures of 10 § 1 beside the årsanställningar, counted day by day and person by person. */
import type { Franvarorad, RedovisningsRader, RedovisningsVal } from './rader.ts'
import type { Figurer } from './typer.ts'

interface Dagar {
  readonly arets: readonly string[]
  readonly raknas: (kommun: string) => boolean
  readonly kommuner: readonly string[]
  /** Staffed, rounded: per kommun, and of all. */
  readonly bemannat: (kommun: string | null) => number
}

export function naivBemanning(rader: RedovisningsRader, val: RedovisningsVal, { arets, raknas, kommuner, bemannat }: Dagar): { figurer: Figurer['bemanning']; utan: string[]; franvaro: { antal: number; ombud: string[] } } {
  const poster = rader.anstallningar.filter((t) => raknas(t.kommun))
  const haller = (t: { fran: string; till: string | null }, d: string) => t.fran <= d && (t.till === null || d <= t.till)
  const alla = [...new Set(poster.map((t) => t.person))].sort()
  const ombud = alla.filter((p) => arets.some((d) => poster.some((t) => t.person === p && haller(t, d))))
  const sista = arets.at(-1) ?? ''
  const utan = ombud.filter((p) => !(rader.utbildningar ?? []).some((u) => u.slag === 'introduktionsutbildning' && u.till <= sista && u.deltagare.includes(p)))

  const deltar = (rad: { deltagare: readonly string[] }) => [...new Set(rad.deltagare)].filter((p) => val.urval === null || ombud.includes(p))
  const med = <R extends { till: string; deltagare: readonly string[] }>(lista: readonly R[] | undefined) =>
    (lista ?? []).filter((rad) => arets.includes(rad.till) && (val.urval === null || deltar(rad).length > 0))
  const [utbildningar, handledningar] = [med(rader.utbildningar), med(rader.handledningar)]
  const personer = (lista: readonly { deltagare: readonly string[] }[]) => new Set(lista.flatMap(deltar)).size
  const summa = (tal: (number | null)[]) => tal.reduce<number>((s, n) => s + (n ?? 0), 0)
  const omUtbildning = (lista: readonly (typeof utbildningar)[number][]) => ({
    antal: lista.length, deltagare: personer(lista), deltaganden: lista.flatMap(deltar).length, dagar: summa(lista.map((u) => u.dagar)), timmar: summa(lista.map((u) => u.timmar)),
  })
  const omHandledning = (lista: readonly (typeof handledningar)[number][]) => ({ tillfallen: summa(lista.map((h) => h.tillfallen)), timmar: summa(lista.map((h) => h.timmar)), deltagare: personer(lista) })
  const listor = val.kodlistor
  const finns = <T>(kod: string, lista: readonly T[], av: (rader: readonly T[]) => object, etikett: string) => (lista.length > 0 ? [{ varde: etikett, kod, ...av(lista) }] : [])

  const beviljat = (koder: readonly string[]) => {
    const kanda = koder.filter((k) => val.beviljat?.has(k))
    return kanda.length === 0 ? null : Math.round(summa(kanda.map((k) => val.beviljat?.get(k) ?? 0)) * 100) / 100
  }
  const fattas = (koder: readonly string[], har: number) => {
    const tal = beviljat(koder)
    return tal === null ? null : Math.round(Math.max(0, tal - har) * 100) / 100
  }
  const utanfor = rader.franvaro.filter((f: Franvarorad) => {
    const post = poster.find((t) => t.id === f.anstallning)
    return post !== undefined && arets.some((d) => f.fran <= d && (f.till ?? post.till ?? sista) >= d && !haller(post, d))
  })
  return {
    utan,
    franvaro: { antal: utanfor.length, ombud: alla.filter((p) => utanfor.some((f) => poster.find((t) => t.id === f.anstallning)?.person === p)) },
    figurer: {
      ombud: ombud.length,
      utanIntroduktion: utan.length,
      utbildning: {
        ...omUtbildning(utbildningar),
        perSlag: listor.utbildningsslag.flatMap((p) => finns(p.kod, utbildningar.filter((u) => u.slag === p.kod), omUtbildning, p.etikett)) as Figurer['bemanning']['utbildning']['perSlag'],
      },
      handledning: {
        ...omHandledning(handledningar),
        perForm: listor.handledningsform.flatMap((p) => finns(p.kod, handledningar.filter((h) => h.form === p.kod), omHandledning, p.etikett)) as Figurer['bemanning']['handledning']['perForm'],
      },
      beviljat: beviljat(kommuner),
      vakans: fattas(kommuner, bemannat(null)),
      perKommun: kommuner.map((kommun) => ({ kommun, beviljat: beviljat([kommun]), vakans: fattas([kommun], bemannat(kommun)) })),
    },
  }
}
