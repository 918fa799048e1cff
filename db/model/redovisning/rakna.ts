import { aldersgrupp } from '../alder.ts'
import { arsGranser, dagarMellan } from '../kalender.ts'
import { UPPGIFT_SAKNAS, UPPGIFT_SAKNAS_ETIKETT, UTFALL } from '../kodlistor.ts'
import { kommunOrdning } from '../kommuner.ts'
import { arsanstallningar, klienterPerArsanstallning, procentdagarPerKommun, summeraProcentdagar } from './bemanning.ts'
import { raknaBrister } from './brister.ts'
import { raknaBemanning } from './bemanningsfigurer.ts'
import { Bakom, gruppkod } from './figurid.ts'
import { arIngaende, arUtgaende, borjarIAret, klientlagen, klientsummor, slutarIAret, nummerOrdning, type Ar, type Klientlage } from './klienter.ts'
import { kontroller } from './kontroller.ts'
import type { RedovisningsRader, RedovisningsVal } from './rader.ts'
import { delaUpp, type Stracka } from './strackor.ts'
import { Tabell } from './tabell.ts'
import { median } from './tal.ts'
import type { Figurer, Redovisning } from './typer.ts'

/**
 * The figures of a year by the rules of DOMAIN §4, and the ärendenummer behind each. Pure: the same rows in
 * any order give the same answer, and rows that do not concern the year change nothing (`rader.ts` says which
 * do). With `val.urval` those kommuner are counted as if together they were the whole office.
 */
export function raknaRedovisning(rader: RedovisningsRader, ar: number, val: RedovisningsVal): Redovisning {
  const aret: Ar = { ar, ...arsGranser(ar) }
  const urval = val.urval === null ? null : new Set(val.urval)
  const raknas = (kommun: string) => urval === null || urval.has(kommun)
  const bakom = new Bakom()

  // In order of ärendenummer from the start, so that every list made on the way is in order too.
  const borjade = rader.uppdrag.filter((u) => u.start <= aret.sista).sort((x, y) => nummerOrdning(x.arende, y.arende))
  const { hela, perKommun: kommunvis } = delaUpp(borjade, raknas)
  const klienter = klientlagen(hela, aret)
  const perKommun = new Map([...kommunvis].map(([kommun, egna]) => [kommun, klientlagen(egna, aret)] as const).filter(([, k]) => k.length > 0))
  const personer = raknaPersoner(klienter, aret, val, bakom)

  const iUrval = rader.kontakter.filter((k) => raknas(k.kommun)).sort((x, y) => nummerOrdning(x.arende ?? '', y.arende ?? ''))
  const kontakter = iUrval.filter((k) => k.datum >= aret.forsta && k.datum <= aret.sista)
  const anstallningar = rader.anstallningar.filter((a) => raknas(a.kommun))
  const procentdagar = procentdagarPerKommun(anstallningar, rader.franvaro, aret)
  const allaProcentdagar = summeraProcentdagar(procentdagar.values())

  const medNagot = new Set([...perKommun.keys(), ...procentdagar.keys(), ...kontakter.map((k) => k.kommun)])
  const kommuner = [...new Set([...(val.urval ?? val.kommuner), ...medNagot])].sort(kommunOrdning)

  const arets = arsanstallningar(allaProcentdagar, aret)
  const bemanning = raknaBemanning(rader, anstallningar, { procentdagar, kommuner, bemannat: arets.bemannat }, aret, val)

  noteraKlienter(klienter, 'klienter', bakom)
  const perArsanstallning = bakom.figur('klienterPerArsanstallning')
  for (const { arende } of klienter) perArsanstallning(arende)
  const figurer: Figurer = {
    ar,
    kommun: val.urval === null ? null : val.urval.length === 1 ? (val.urval[0] ?? null) : [...val.urval],
    klienter: klientsummor(klienter),
    perKommun: kommuner.map((kommun) => {
      const egna = perKommun.get(kommun) ?? []
      noteraKlienter(egna, `perKommun.${kommun}`, bakom)
      const { antal, ...ovrig } = arsanstallningar(procentdagar.get(kommun) ?? summeraProcentdagar([]), aret)
      return { kommun, ...klientsummor(egna), arsanstallningar: antal, ...ovrig }
    }),
    perKon: personer.perKon,
    perAldersgrupp: personer.perAldersgrupp,
    konOchAlder: personer.konOchAlder,
    orsaker: personer.orsaker,
    ...raknaKontakter(kontakter, aret, val, bakom),
    ko: raknaKo(iUrval, aret, bakom),
    ...raknaTider(hela, aret, bakom),
    avslutsorsaker: raknaAvslut(hela, aret, val, bakom),
    livsomraden: personer.livsomraden,
    uppdrag: raknaUppdrag(hela, aret, bakom),
    aterkommande: raknaAterkommande(klienter, bakom),
    arsanstallningar: arets,
    klienterPerArsanstallning: klienterPerArsanstallning(klienter.length, allaProcentdagar, aret),
    brister: raknaBrister(rader.brister ?? [], aret, val),
    bemanning: bemanning.figurer,
    kontroller: kontroller({
      klienter: personer.klienter, strackor: hela, perKommun, kontakter, anstallningar, kommuner: medNagot, franvaro: rader.franvaro,
      utanIntroduktion: bemanning.utanIntroduktion, beviljat: bemanning.figurer.beviljat, bemannat: arets.bemannat,
    }, aret, val),
  }
  for (const { kod, arenden } of figurer.kontroller) arenden.forEach(bakom.figur(`kontroller.${kod}`))
  return { figurer, bakom: bakom.fardig() }
}

/** Remembers who stands behind the five client figures, of the whole ("klienter") or of a kommun ("perKommun.2062"). */
function noteraKlienter(klienter: readonly Klientlage[], led: string, bakom: Bakom): void {
  const [stod, ingaende, nya] = [bakom.figur(`${led}.stod`), bakom.figur(`${led}.ingaende`), bakom.figur(`${led}.nya`)]
  const [avslutade, utgaende] = [bakom.figur(`${led}.avslutade`), bakom.figur(`${led}.utgaende`)]
  for (const k of klienter) {
    stod(k.arende)
    if (k.ingaende) ingaende(k.arende)
    else nya(k.arende)
    if (k.utgaende) utgaende(k.arende)
    else avslutade(k.arende)
  }
}

/** New clients who have been here before. */
function raknaAterkommande(klienter: readonly Klientlage[], bakom: Bakom): number {
  const aterkommande = klienter.filter((k) => k.aterkommande)
  const notera = bakom.figur('aterkommande')
  for (const k of aterkommande) notera(k.arende)
  return aterkommande.length
}

/** The client's kön and birth year; they agree between the rows of an ärende, and if not the latest uppdrag decides. */
function klientuppgifter(klient: Klientlage) {
  const [forsta, ...ovriga] = klient.stodstrackor.map((s) => s.uppdrag)
  if (!forsta) throw new Error('a client with stöd has no stretch')
  return ovriga.reduce((senast, u) => (u.start > senast.start || (u.start === senast.start && u.id > senast.id) ? u : senast), forsta)
}

/** The codes recorded on the uppdrag that give the stöd, each once: a client counts once per reason. */
const utanDubletter = (klient: Klientlage, falt: 'orsaker' | 'livsomraden') => new Set(klient.stodstrackor.flatMap((s) => s.uppdrag[falt]))

/** Clients by kön, age group, both, reason and livsområde. A client counts once in each row. */
function raknaPersoner(lagen: readonly Klientlage[], ar: Ar, val: RedovisningsVal, bakom: Bakom) {
  const kon = new Tabell(val.kodlistor, 'kon')
  const orsaker = new Tabell(val.kodlistor, 'orsak')
  const livsomraden = new Tabell(val.kodlistor, 'livsomrade')
  const grupper = [...val.aldersgrupper.map((g) => ({ grupp: g.etikett, kod: gruppkod(g) })), { grupp: UPPGIFT_SAKNAS_ETIKETT, kod: UPPGIFT_SAKNAS }]
  const kodForGrupp = new Map(grupper.map((g) => [g.grupp, g.kod]))
  const perKon = bakom.tabell('perKon')
  const perGrupp = bakom.tabell('perAldersgrupp')
  const perBada = new Map<string, ReturnType<Bakom['tabell']>>()
  const perOrsak = bakom.tabell('orsaker')
  const perOmrade = bakom.tabell('livsomraden')

  const klienter = lagen.map((klient) => {
    const { fodelsear, kon: angivetKon, aldersgrupp: sparad = null } = klientuppgifter(klient)
    const grupp = aldersgrupp(fodelsear, ar.ar, val.aldersgrupper)
    const kodAvGrupp = (grupp !== null ? kodForGrupp.get(grupp) : sparad !== null && grupper.some((g) => g.kod === sparad) ? sparad : undefined) ?? UPPGIFT_SAKNAS
    const kodAvKon = kon.rakna(angivetKon)
    let bada = perBada.get(kodAvKon)
    if (!bada) perBada.set(kodAvKon, (bada = bakom.tabell(`konOchAlder.${kodAvKon}`)))
    perKon(kodAvKon, klient.arende)
    perGrupp(kodAvGrupp, klient.arende)
    bada(kodAvGrupp, klient.arende)
    for (const orsak of utanDubletter(klient, 'orsaker')) perOrsak(orsaker.rakna(orsak), klient.arende)
    for (const omrade of utanDubletter(klient, 'livsomraden')) perOmrade(livsomraden.rakna(omrade), klient.arende)
    return { ...klient, fodelsear, aldersgrupp: grupp, gallrad: sparad !== null }
  })

  // Every kön that could be chosen in the year has its row, also when it is 0: these tables are read as a whole.
  const valbara = val.kodlistor.kon.filter((p) => (p.giltigFran ?? '') <= ar.sista && (p.giltigTill ?? ar.sista) >= ar.forsta)
  const konkoder = [...new Set([...valbara.map((p) => p.kod), UPPGIFT_SAKNAS, ...kon.rader().map((r) => r.kod)])].sort(kon.jamfor)
  const konrader = konkoder.map((kod) => ({ kon: kon.etikett(kod), kod }))
  // A client stands once behind each of these rows, so the number behind is the number counted.
  return {
    klienter,
    perKon: konrader.map((k) => ({ ...k, antal: bakom.antal(`perKon.${k.kod}`) })),
    perAldersgrupp: grupper.map((g) => ({ ...g, antal: bakom.antal(`perAldersgrupp.${g.kod}`) })),
    konOchAlder: konrader.flatMap((k) =>
      grupper.map((g) => ({ kon: k.kon, konKod: k.kod, grupp: g.grupp, gruppKod: g.kod, antal: bakom.antal(`konOchAlder.${k.kod}.${g.kod}`) }))),
    orsaker: orsaker.rader(true).map(({ varde, kod, antal: n }) => ({ orsak: varde, kod, antal: n })),
    livsomraden: livsomraden.rader(true),
  }
}

/** Contacts of the year by who, how, outcome and reason. Requests are counted, not persons. */
function raknaKontakter(kontakter: RedovisningsRader['kontakter'], ar: Ar, val: RedovisningsVal, bakom: Bakom) {
  const initiativtagare = new Tabell(val.kodlistor, 'initiativtagare')
  const kontaktvag = new Tabell(val.kodlistor, 'kontaktvag')
  const utfall = new Tabell(val.kodlistor, 'utfall')
  const orsaker = new Tabell(val.kodlistor, 'orsak')
  const perInitiativtagare = bakom.tabell('kontakter.perInitiativtagare')
  const perKontaktvag = bakom.tabell('kontakter.perKontaktvag')
  const perUtfall = bakom.tabell('kontakter.perUtfall')
  const perOrsak = bakom.tabell('kontakterPerOrsak')
  kontakter.map((k) => k.arende).forEach(bakom.figur('kontakter.antal'))
  for (const k of kontakter) {
    perInitiativtagare(initiativtagare.rakna(k.initiativtagare), k.arende)
    perKontaktvag(kontaktvag.rakna(k.kontaktvag), k.arende)
    perUtfall(utfall.rakna(k.utfall), k.arende)
    for (const orsak of new Set(k.orsaker)) perOrsak(orsaker.rakna(orsak), k.arende)
  }
  const senare = kontakter.filter((k) => k.utfall === UTFALL.uppdrag && k.uppdragsstart !== null && k.uppdragsstart > ar.sista)
  senare.map((k) => k.arende).forEach(bakom.figur('kontakter.uppdragStartarSenare'))
  return {
    kontakter: {
      antal: kontakter.length,
      perInitiativtagare: initiativtagare.rader(),
      perKontaktvag: kontaktvag.rader(),
      perUtfall: utfall.rader(),
      uppdragStartarSenare: senare.length,
    },
    kontakterPerOrsak: orsaker.rader(true),
  }
}

/** Contacts in the queue when 31 December ended: a start or a leaving on that day is not in the queue. */
function raknaKo(kontakter: RedovisningsRader['kontakter'], ar: Ar, bakom: Bakom): number {
  const hunnit = (datum: string | null) => datum !== null && datum <= ar.sista
  const iKo = kontakter.filter((k) => hunnit(k.kodatum) && !hunnit(k.kolamnad) && !hunnit(k.uppdragsstart))
  iKo.map((k) => k.arende).forEach(bakom.figur('ko'))
  return iKo.length
}

/** Väntetid of uppdrag that began in the year, and length of those that ended in it: medians in days. */
function raknaTider(alla: readonly Stracka[], ar: Ar, bakom: Bakom) {
  const vantetider: number[] = []
  const langder: number[] = []
  let utanKontakt = 0
  const [medKontakt, utan, slutade] = [bakom.figur('vantetidMedianDagar'), bakom.figur('vantetidUtanKontakt'), bakom.figur('uppdragslangdMedianDagar')]
  for (const s of alla) {
    const { arende, kontaktdatum } = s.uppdrag
    if (s.forsta && borjarIAret(s, ar)) {
      if (kontaktdatum === null) {
        utanKontakt += 1
        utan(arende)
      } else {
        vantetider.push(dagarMellan(kontaktdatum, s.start))
        medKontakt(arende)
      }
    }
    if (s.avslut && s.slut !== null && slutarIAret(s, ar)) {
      langder.push(dagarMellan(s.start, s.slut) + 1)
      slutade(arende)
    }
  }
  return {
    vantetidMedianDagar: median(vantetider),
    vantetidAntal: vantetider.length,
    vantetidUtanKontakt: utanKontakt,
    uppdragslangdMedianDagar: median(langder),
  }
}

/** Uppdrag that ended in the year per reason; a kommunbyte is no avslut. */
function raknaAvslut(alla: readonly Stracka[], ar: Ar, val: RedovisningsVal, bakom: Bakom) {
  const orsaker = new Tabell(val.kodlistor, 'avslutsorsak')
  const perOrsak = bakom.tabell('avslutsorsaker')
  for (const s of alla) {
    if (s.avslut && slutarIAret(s, ar)) perOrsak(orsaker.rakna(s.uppdrag.avslutsorsak), s.uppdrag.arende)
  }
  return orsaker.rader()
}

/** Uppdrag, counted each for itself: ingående + påbörjade − avslutade = utgående. */
function raknaUppdrag(alla: readonly Stracka[], ar: Ar, bakom: Bakom): Figurer['uppdrag'] {
  const rakna = (figur: string, galler: (s: Stracka) => boolean) => {
    const traffar = alla.filter(galler)
    traffar.map((s) => s.uppdrag.arende).forEach(bakom.figur(`uppdrag.${figur}`))
    return traffar.length
  }
  return {
    ingaende: rakna('ingaende', (s) => arIngaende(s, ar)),
    paborjade: rakna('paborjade', (s) => borjarIAret(s, ar)),
    avslutade: rakna('avslutade', (s) => slutarIAret(s, ar)),
    utgaende: rakna('utgaende', (s) => arUtgaende(s, ar)),
    paborjadeGenomKommunbyte: rakna('paborjadeGenomKommunbyte', (s) => !s.forsta && borjarIAret(s, ar)),
    avslutadeGenomKommunbyte: rakna('avslutadeGenomKommunbyte', (s) => !s.avslut && slutarIAret(s, ar)),
  }
}
