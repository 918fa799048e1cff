/**
 * Test only: the rules of DOMAIN §4 once more, counted the slow way. It walks every day of the register, asks
 * who has what on that day, and knows nothing of stretches, intervals or the calendar library. That it agrees
 * with `rakna.ts` over generated registers says that neither has misread a boundary.
 */
import type { Bristrad } from './brister.ts'
import { naivBemanning } from './naivbemanning.ts'
import type { RedovisningsRader, RedovisningsVal, Uppdragsrad } from './rader.ts'
import type { Figurer, Kontroll } from './typer.ts'

const MANADSDAGAR = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const skottar = (ar: number) => (ar % 4 === 0 && ar % 100 !== 0) || ar % 400 === 0

/** Every day from 1 January of one year to 31 December of another, by counting on fingers. */
function allaDagar(franAr: number, tillAr: number): string[] {
  const dagar: string[] = []
  for (let ar = franAr; ar <= tillAr; ar++) {
    MANADSDAGAR.forEach((antal, i) => {
      for (let dag = 1; dag <= antal + (i === 1 && skottar(ar) ? 1 : 0); dag++) {
        dagar.push(`${ar}-${String(i + 1).padStart(2, '0')}-${String(dag).padStart(2, '0')}`)
      }
    })
  }
  return dagar
}

/** Half up, in big whole numbers. */
function kvot(taljare: bigint, namnare: bigint, decimaler: number): number {
  const skala = 10n ** BigInt(decimaler)
  const hel = (taljare * skala) / namnare
  const rest = (taljare * skala) % namnare
  return Number(hel + (rest * 2n >= namnare ? 1n : 0n)) / Number(skala)
}

function mittersta(varden: number[]): number | null {
  const kvar = varden.toSorted((a, b) => a - b)
  while (kvar.length > 2) {
    kvar.pop()
    kvar.shift()
  }
  return kvar.length === 0 ? null : kvar.reduce((a, b) => a + b, 0) / kvar.length
}

/**
 * The figures without labels' finesse: rows as the real count gives them. All days of the register must lie
 * between 1 January of `franAr` + 1 and 31 December of `tillAr` − 1.
 */
export function naivRakning(rader: RedovisningsRader, ar: number, val: RedovisningsVal, franAr: number, tillAr: number): { figurer: Figurer; bakom: Record<string, string[]> } {
  const dagar = allaDagar(franAr, tillAr)
  const nr = new Map(dagar.map((d, i) => [d, i]))
  const dagnr = (d: string) => nr.get(d) ?? Number.NaN
  const arets = dagar.filter((d) => d.startsWith(`${ar}-`))
  const a = arets[0] ?? ''
  const b = arets.at(-1) ?? ''
  const dagenFore = (d: string) => dagar[dagnr(d) - 1] ?? ''
  const dagenEfter = (d: string) => dagar[dagnr(d) + 1] ?? ''

  const pagar = (u: Uppdragsrad, d: string) => u.start <= d && (u.slut === null || d <= u.slut)
  const kommunDen = (u: Uppdragsrad, d: string) =>
    u.kommunbyten.filter((k) => k.datum <= d).map((k) => `${k.datum} ${k.kommun}`).sort().at(-1)?.slice(11) ?? u.kommun

  const bakom: Record<string, string[]> = {}
  const notera = (figur: string, arenden: Iterable<string | null>) => {
    const nya = [...(bakom[figur] ?? []), ...[...arenden].filter((n) => n !== null)]
    bakom[figur] = [...new Set(nya)].sort((x, y) => Number(x.replace('-', '').padEnd(10, '0').slice(0, 4)) - Number(y.slice(0, 4)) || Number(x.slice(5)) - Number(y.slice(5)))
  }

  /** Everything that depends on where an uppdrag lies: for the whole or for one kommun. */
  function iKommuner(hor: (kommun: string) => boolean) {
    const har = (u: Uppdragsrad, d: string) => pagar(u, d) && hor(kommunDen(u, d))
    const fram = dagar.filter((d) => d <= b)
    const borjan: [Uppdragsrad, string][] = []
    const slut: [Uppdragsrad, string][] = []
    const nagonDag = new Set<Uppdragsrad>()
    const slutatForr = new Set<string>()
    for (const u of rader.uppdrag) {
      for (const d of fram) {
        if (!har(u, d)) continue
        if (d >= a) nagonDag.add(u)
        if (d >= a && !har(u, dagenFore(d))) borjan.push([u, d])
        if (!har(u, dagenEfter(d))) {
          if (d >= a) slut.push([u, d])
          else slutatForr.add(u.arende)
        }
      }
    }
    const over = (d1: string, d2: string) => rader.uppdrag.filter((u) => har(u, d1) && har(u, d2))
    const ingaende = over(dagenFore(a), a)
    const utgaende = over(b, dagenEfter(b))
    const klienter = new Set([...nagonDag].map((u) => u.arende))
    const forut = new Set(ingaende.map((u) => u.arende))
    const efterat = new Set(utgaende.map((u) => u.arende))
    const nya = [...klienter].filter((k) => !forut.has(k))
    const avslutade = [...klienter].filter((k) => !efterat.has(k))
    return {
      har, borjan, slut, nagonDag, ingaende, utgaende, klienter, forut, efterat, nya, avslutade,
      aterkommande: nya.filter((k) => slutatForr.has(k)),
      summor: { stod: klienter.size, ingaende: forut.size, nya: nya.length, avslutade: avslutade.length, utgaende: efterat.size },
    }
  }

  const raknas = (kommun: string) => val.urval === null || val.urval.includes(kommun)
  const allt = iKommuner(raknas)
  const kontakter = rader.kontakter.filter((k) => raknas(k.kommun) && arets.includes(k.datum))
  const anstallningar = rader.anstallningar.filter((t) => raknas(t.kommun))

  // Posts, day by day.
  const noll = () => ({ antal: 0n, vikarier: 0n, franvaro: 0n })
  const procent = new Map<string, ReturnType<typeof noll>>()
  const personDag = new Map<string, Map<string, number>>()
  for (const t of anstallningar) {
    for (const d of arets) {
      if (d < t.fran || (t.till !== null && d > t.till)) continue
      const p = procent.get(t.kommun) ?? noll()
      procent.set(t.kommun, p)
      if (t.vikarie) p.vikarier += BigInt(t.procent)
      else p.antal += BigInt(t.procent)
      let borta = 0
      for (const f of rader.franvaro) if (f.anstallning === t.id && f.fran <= d && (f.till === null || d <= f.till)) borta += f.procent
      p.franvaro += BigInt(borta > t.procent ? t.procent : borta)
      const dagarFor = personDag.get(t.person) ?? new Map<string, number>()
      personDag.set(t.person, dagarFor.set(d, (dagarFor.get(d) ?? 0) + t.procent))
    }
  }
  const D = BigInt(arets.length) * 100n
  const bemanning = (p: ReturnType<typeof noll>) => ({
    antal: kvot(p.antal, D, 2), vikarier: kvot(p.vikarier, D, 2), franvaro: kvot(p.franvaro, D, 2), bemannat: kvot(p.antal - p.franvaro + p.vikarier, D, 2),
  })
  const alltProcent = [...procent.values()].reduce((s, p) => ({ antal: s.antal + p.antal, vikarier: s.vikarier + p.vikarier, franvaro: s.franvaro + p.franvaro }), noll())

  const berorda = new Set<string>([...kontakter.map((k) => k.kommun), ...procent.keys()])
  for (const u of rader.uppdrag) for (const d of arets) if (pagar(u, d) && raknas(kommunDen(u, d))) berorda.add(kommunDen(u, d))
  const kommuner = [...new Set([...(val.urval ?? val.kommuner), ...berorda])]
  const perKommun = new Map(kommuner.map((k) => [k, iKommuner((annan) => annan === k)]))

  // Clients by what is known of them.
  const uppgift = (arende: string) => [...allt.nagonDag].filter((u) => u.arende === arende).sort((x, y) => (x.start + x.id < y.start + y.id ? -1 : 1)).at(-1)
  const konFor = (arende: string) => uppgift(arende)?.kon || 'uppgift_saknas'
  const arSaknat = (arende: string) => uppgift(arende)?.fodelsear == null
  const alderFor = (arende: string) => ar - (uppgift(arende)?.fodelsear ?? Number.NaN)
  const gallrad = (arende: string) => (uppgift(arende)?.aldersgrupp ?? null) !== null
  const gruppFor = (arende: string) => {
    if (arSaknat(arende) && gallrad(arende)) return val.aldersgrupper.map((g) => `${g.fran}-${g.till ?? ''}`).find((kod) => kod === uppgift(arende)?.aldersgrupp) ?? 'uppgift_saknas'
    const grupp = alderFor(arende) >= 18 ? val.aldersgrupper.find((g) => alderFor(arende) >= g.fran && alderFor(arende) <= (g.till ?? 999)) : undefined
    return grupp ? `${grupp.fran}-${grupp.till ?? ''}` : 'uppgift_saknas'
  }
  const listan = (lista: keyof RedovisningsVal['kodlistor']) => val.kodlistor[lista]
  const plats = (lista: keyof RedovisningsVal['kodlistor'], kod: string) => {
    const i = listan(lista).findIndex((p) => p.kod === kod)
    return i < 0 ? 1e9 : i
  }
  const rakna = (lista: keyof RedovisningsVal['kodlistor'], prefix: string, poster: [string | null, string | null][], vanligast: boolean) => {
    const antal: Record<string, number> = {}
    for (const [kod, arende] of poster) {
      antal[kod || 'uppgift_saknas'] = (antal[kod || 'uppgift_saknas'] ?? 0) + 1
      notera(`${prefix}.${kod || 'uppgift_saknas'}`, [arende])
    }
    return Object.keys(antal)
      .sort((x, y) => (vanligast ? (antal[y] ?? 0) - (antal[x] ?? 0) : 0) || plats(lista, x) - plats(lista, y) || (x < y ? -1 : 1))
      .map((kod) => ({ varde: listan(lista).find((p) => p.kod === kod)?.etikett ?? kod, kod, antal: antal[kod] ?? 0 }))
  }
  const perKlient = (falt: 'orsaker' | 'livsomraden') =>
    [...allt.klienter].flatMap((k) => [...new Set([...allt.nagonDag].filter((u) => u.arende === k).flatMap((u) => [...u[falt]]))].map((kod): [string, string] => [kod, k]))

  const konkoder = listan('kon').map((p) => p.kod)
  const konrader = konkoder.map((kod) => ({ kod, kon: listan('kon').find((p) => p.kod === kod)?.etikett ?? kod }))
  const grupprader = [...val.aldersgrupper.map((g) => ({ grupp: g.etikett, kod: `${g.fran}-${g.till ?? ''}` })), { grupp: 'Uppgift saknas', kod: 'uppgift_saknas' }]
  const klienterMed = (figur: string, villkor: (k: string) => boolean) => {
    const traffar = [...allt.klienter].filter(villkor)
    notera(figur, traffar)
    return traffar.length
  }

  // Queue: walk the days and follow each contact in and out.
  const iKo = rader.kontakter.filter((k) => {
    let inne = false
    for (const d of dagar) {
      if (d > b) break
      if (k.kodatum === d) inne = true
      if (k.kolamnad === d || k.uppdragsstart === d) inne = false
    }
    return inne && raknas(k.kommun)
  })

  const egenStart = allt.borjan.filter(([u, d]) => u.start === d)
  const egetSlut = allt.slut.filter(([u, d]) => u.slut === d)
  const langd = ([u, d]: [Uppdragsrad, string]) => {
    let antal = 0
    for (let dag = d; allt.har(u, dag); dag = dagenFore(dag)) antal += 1
    return antal
  }
  const steg = (fran: string, till: string) => dagar.filter((d) => d > fran && d <= till).length
  const arendenAv = (rader2: readonly (readonly [Uppdragsrad, string])[]) => rader2.map(([u]) => u.arende)
  const medKontakt = egenStart.filter(([u]) => u.kontaktdatum !== null)
  const utanKontakt = egenStart.filter(([u]) => u.kontaktdatum === null)
  const senare = kontakter.filter((k) => k.utfall === 'uppdrag' && k.uppdragsstart !== null && k.uppdragsstart > b)

  notera('klienter.stod', allt.klienter)
  notera('klienter.ingaende', allt.forut)
  notera('klienter.nya', allt.nya)
  notera('klienter.avslutade', allt.avslutade)
  notera('klienter.utgaende', allt.efterat)
  notera('aterkommande', allt.aterkommande)
  notera('klienterPerArsanstallning', allt.klienter)
  for (const [k, egna] of perKommun) {
    notera(`perKommun.${k}.stod`, egna.klienter)
    notera(`perKommun.${k}.ingaende`, egna.forut)
    notera(`perKommun.${k}.nya`, egna.nya)
    notera(`perKommun.${k}.avslutade`, egna.avslutade)
    notera(`perKommun.${k}.utgaende`, egna.efterat)
  }
  notera('uppdrag.ingaende', allt.ingaende.map((u) => u.arende))
  notera('uppdrag.paborjade', arendenAv(allt.borjan))
  notera('uppdrag.avslutade', arendenAv(allt.slut))
  notera('uppdrag.utgaende', allt.utgaende.map((u) => u.arende))
  notera('uppdrag.paborjadeGenomKommunbyte', arendenAv(allt.borjan.filter(([u, d]) => u.start !== d)))
  notera('uppdrag.avslutadeGenomKommunbyte', arendenAv(allt.slut.filter(([u, d]) => u.slut !== d)))
  notera('kontakter.antal', kontakter.map((k) => k.arende))
  notera('kontakter.uppdragStartarSenare', senare.map((k) => k.arende))
  notera('ko', iKo.map((k) => k.arende))
  notera('vantetidMedianDagar', arendenAv(medKontakt))
  notera('vantetidUtanKontakt', arendenAv(utanKontakt))
  notera('uppdragslangdMedianDagar', arendenAv(egetSlut))

  const egen = naivBemanning(rader, val, { arets, raknas, kommuner, bemannat: (k) => bemanning(k === null ? alltProcent : procent.get(k) ?? noll()).bemannat })
  const kollar = kontrollerna()
  for (const k of kollar) notera(`kontroller.${k.kod}`, k.arenden)

  const figurer: Figurer = {
    ar,
    kommun: val.urval === null ? null : val.urval.length === 1 ? (val.urval[0] ?? null) : [...val.urval],
    klienter: allt.summor,
    perKommun: kommuner.map((kommun) => {
      const { antal, ...ovrigt } = bemanning(procent.get(kommun) ?? noll())
      return { kommun, ...(perKommun.get(kommun) ?? allt).summor, arsanstallningar: antal, ...ovrigt }
    }),
    perKon: konrader.map((k) => ({ ...k, antal: klienterMed(`perKon.${k.kod}`, (n) => konFor(n) === k.kod) })),
    perAldersgrupp: grupprader.map((g) => ({ ...g, antal: klienterMed(`perAldersgrupp.${g.kod}`, (n) => gruppFor(n) === g.kod) })),
    konOchAlder: konrader.flatMap((k) => grupprader.map((g) => ({
      kon: k.kon, konKod: k.kod, grupp: g.grupp, gruppKod: g.kod,
      antal: klienterMed(`konOchAlder.${k.kod}.${g.kod}`, (n) => konFor(n) === k.kod && gruppFor(n) === g.kod),
    }))),
    orsaker: rakna('orsak', 'orsaker', perKlient('orsaker'), true).map(({ varde, ...rest }) => ({ orsak: varde, ...rest })),
    kontakter: {
      antal: kontakter.length,
      perInitiativtagare: rakna('initiativtagare', 'kontakter.perInitiativtagare', kontakter.map((k) => [k.initiativtagare, k.arende]), false),
      perKontaktvag: rakna('kontaktvag', 'kontakter.perKontaktvag', kontakter.map((k) => [k.kontaktvag, k.arende]), false),
      perUtfall: rakna('utfall', 'kontakter.perUtfall', kontakter.map((k) => [k.utfall, k.arende]), false),
      uppdragStartarSenare: senare.length,
    },
    kontakterPerOrsak: rakna('orsak', 'kontakterPerOrsak', kontakter.flatMap((k) => [...new Set(k.orsaker)].map((o): [string, string | null] => [o, k.arende])), true),
    ko: iKo.length,
    vantetidMedianDagar: mittersta(medKontakt.map(([u]) => steg(u.kontaktdatum ?? '', u.start))),
    vantetidAntal: medKontakt.length,
    vantetidUtanKontakt: utanKontakt.length,
    uppdragslangdMedianDagar: mittersta(egetSlut.map(langd)),
    avslutsorsaker: rakna('avslutsorsak', 'avslutsorsaker', egetSlut.map(([u]) => [u.avslutsorsak, u.arende]), false),
    livsomraden: rakna('livsomrade', 'livsomraden', perKlient('livsomraden'), true),
    uppdrag: {
      ingaende: allt.ingaende.length,
      paborjade: allt.borjan.length,
      avslutade: allt.slut.length,
      utgaende: allt.utgaende.length,
      paborjadeGenomKommunbyte: allt.borjan.length - egenStart.length,
      avslutadeGenomKommunbyte: allt.slut.length - egetSlut.length,
    },
    aterkommande: allt.aterkommande.length,
    arsanstallningar: bemanning(alltProcent),
    klienterPerArsanstallning: alltProcent.antal === 0n ? null : kvot(BigInt(allt.klienter.size) * D, alltProcent.antal, 1),
    brister: bristerna(),
    bemanning: egen.figurer,
    kontroller: kollar,
  }
  return { figurer, bakom }

  /** Brister: walk the year's days and see who was seen; then walk up to today and keep the last status met. */
  function bristerna(): Figurer['brister'] {
    const sedda = (rader.brister ?? []).map((brist) => ({
      brist, antal: arets.flatMap((d) => brist.iakttagelser.filter((i) => i.datum === d && (i.kommun === null || raknas(i.kommun)))).length,
    })).filter(({ antal }) => antal > 0)
    const statusNu = (brist: Bristrad) => {
      const iTur = [...brist.handelser].sort((x, y) => (`${x.datum} ${x.tid} ${x.status}` < `${y.datum} ${y.tid} ${y.status}` ? -1 : 1))
      return iTur.filter((h) => !(h.datum > val.idag)).pop()?.status ?? 'noterad'
    }
    const tabell = (lista: keyof RedovisningsVal['kodlistor'], av: (brist: Bristrad) => string | null) => {
      const koder = sedda.map(({ brist }) => av(brist) || 'uppgift_saknas')
      return [...new Set(koder)].sort((x, y) => plats(lista, x) - plats(lista, y) || (x < y ? -1 : 1))
        .map((kod) => ({ varde: listan(lista).find((p) => p.kod === kod)?.etikett ?? kod, kod, antal: koder.filter((k) => k === kod).length }))
    }
    return {
      antal: sedda.length, observationer: sedda.reduce((s, { antal }) => s + antal, 0),
      perKategori: tabell('systemfel_kategori', (b) => b.kategori), perNiva: tabell('systemfel_niva', (b) => b.niva),
      perAktor: tabell('aktor', (b) => b.aktor), perStatus: tabell('systemfel_status', statusNu),
    }
  }

  function kontrollerna(): Kontroll[] {
    const lista: Kontroll[] = []
    const sorterade = (n: string[]) => [...new Set(n)].sort((x, y) => Number(x.slice(0, 4)) - Number(y.slice(0, 4)) || Number(x.slice(5)) - Number(y.slice(5)))
    const lagg = (kod: Kontroll['kod'], nummer: string[], extra: Partial<Kontroll> = {}) => {
      const arenden = sorterade(nummer)
      const kontroll = { kod, antal: arenden.length, arenden, ...extra }
      if (kontroll.antal > 0) lista.push(kontroll)
    }
    const klienter = [...allt.klienter]
    lagg('fodelsear_saknas', klienter.filter((k) => arSaknat(k) && !gallrad(k)))
    lagg('fodelsear_under_18', klienter.filter((k) => alderFor(k) < 18))
    lagg('alder_utanfor_grupper', klienter.filter((k) => alderFor(k) >= 18 && gruppFor(k) === 'uppgift_saknas'))
    lagg('orsak_saknas', [...allt.nagonDag].filter((u) => u.orsaker.length === 0).map((u) => u.arende))
    lagg('kontakt_ej_avgjord', [], { antal: kontakter.filter((k) => k.utfall === 'annu_inte_avgjort').length })
    const dag = val.idag < b ? val.idag : b
    lagg('uppdrag_over_planerat_slut', [...allt.nagonDag]
      .filter((u) => dag >= a && u.slut === null && u.planeratSlut !== null && u.planeratSlut < dag && allt.har(u, dag))
      .map((u) => u.arende))
    lagg('uppdrag_under_8_dagar', egetSlut.filter(([u]) => dagar.filter((d) => pagar(u, d)).length < 8).map(([u]) => u.arende))
    const personer = [...personDag].sort(([x], [y]) => (x < y ? -1 : 1)).flatMap(([person, perDag]) => {
      const over = [...perDag].filter(([, p]) => p > 100).sort(([x], [y]) => (x < y ? -1 : 1))
      return over[0] ? [{ person, dag: over[0][0], procent: Math.max(...over.map(([, p]) => p)) }] : []
    })
    lagg('ombud_over_100_procent', [], { antal: personer.length, personer })
    lagg('franvaro_utanfor_anstallning', [], egen.franvaro)
    lagg('introduktion_saknas', [], { antal: egen.utan.length, ombud: egen.utan })
    const { beviljat } = egen.figurer
    const { bemannat } = bemanning(alltProcent)
    if (beviljat !== null && beviljat !== bemannat) lagg('arsanstallningar_mot_beviljat', [], { antal: 1, beviljat, bemannat })
    const frammande = [...berorda].filter((k) => !val.kommuner.includes(k) && !(val.urval ?? []).includes(k)).sort()
    lagg('kommun_utanfor_enheten', frammande.flatMap((k) => [...(perKommun.get(k)?.klienter ?? [])]), { antal: frammande.length, kommuner: frammande })
    lagg('flera_kommuner', klienter.filter((n) => [...perKommun.values()].filter((k) => k.klienter.has(n)).length > 1), {
      summa: [...perKommun.values()].reduce((s, k) => s + k.klienter.size, 0), total: klienter.length,
    })
    lagg('gallrad', klienter.filter(gallrad))
    return lista
  }
}
