import { kommunNamn } from '../kommuner.ts'
import { vakans } from '../redovisning/bemanning.ts'
import type { FigurId, Figurer } from '../redovisning/typer.ts'
import { attBetalaTillbaka, kronorFor, oanvant, summeraBidrag } from '../statsbidrag.ts'
import type { Arsunderlag } from './underlag.ts'

/** Every number of a year by its figure id: what fields are bound to, corrections name, and a frozen handling is compared by. */
export interface Siffervarde { readonly etikett: string; readonly varde: number | null; readonly enhet: string; readonly decimaler: 0 | 1 | 2 }
export type Siffror = ReadonlyMap<FigurId, Siffervarde>

const KLIENTER = { stod: 'Fått stöd under året', ingaende: 'Pågående vid årets början', nya: 'Nya under året', avslutade: 'Avslutade under året', utgaende: 'Pågående vid årets slut' } as const
const BEMANNING = { vikarier: 'Vikarier', franvaro: 'Frånvaro', bemannat: 'Bemannat' } as const
const UPPDRAG = {
  ingaende: 'Uppdrag vid årets början', paborjade: 'Påbörjade uppdrag', avslutade: 'Avslutade uppdrag', utgaende: 'Uppdrag vid årets slut',
  paborjadeGenomKommunbyte: 'Påbörjade genom kommunbyte', avslutadeGenomKommunbyte: 'Avslutade genom kommunbyte',
} as const
const EKONOMI = {
  belopp: 'Belopp per årsanställning', arsanstallningar: 'Beviljade årsanställningar', vakans: 'Vakans', beviljat: 'Beviljat statsbidrag', utbetalt: 'Utbetalt statsbidrag',
  anvant: 'Använt statsbidrag', oanvant: 'Oanvänt statsbidrag', attBetalaTillbaka: 'Att betala tillbaka',
} as const
const OVRIGA = {
  aterkommande: 'Varav återkommande', 'kontakter.antal': 'Kontakter under året', 'kontakter.uppdragStartarSenare': 'Kontakter vars uppdrag börjar efter årets slut',
  ko: 'I kö vid årets slut', vantetidMedianDagar: 'Väntetid, median', vantetidAntal: 'Uppdrag som ger väntetiden', vantetidUtanKontakt: 'Uppdrag utan registrerad kontakt',
  uppdragslangdMedianDagar: 'Uppdragslängd, median', klienterPerArsanstallning: 'Personer per årsanställning',
  'arsanstallningar.antal': 'Årsanställningar', 'brister.antal': 'Brister som har iakttagits', 'brister.observationer': 'Iakttagelser av brister',
} as const

/** Ids that every year has, with their labels. */
export const FASTA_FIGURER: Readonly<Record<FigurId, string>> = {
  ...Object.fromEntries(Object.entries(KLIENTER).map(([id, namn]) => [`klienter.${id}`, namn])),
  ...Object.fromEntries(Object.entries(BEMANNING).map(([id, namn]) => [`arsanstallningar.${id}`, namn])),
  ...Object.fromEntries(Object.entries(UPPDRAG).map(([id, namn]) => [`uppdrag.${id}`, namn])),
  ...Object.fromEntries(Object.entries(EKONOMI).map(([id, namn]) => [`ekonomi.${id}`, namn])),
  ...OVRIGA,
  'bemanning.ombud': 'Personer som har arbetat som ombud',
  'bemanning.utanIntroduktion': 'Ombud utan introduktionsutbildning',
  'bemanning.utbildning.antal': 'Utbildningar',
  'bemanning.utbildning.deltagare': 'Ombud som har fått utbildning',
  'bemanning.utbildning.dagar': 'Utbildning, dagar',
  'bemanning.utbildning.timmar': 'Utbildning, timmar',
  'bemanning.handledning.tillfallen': 'Handledningstillfällen',
  'bemanning.handledning.timmar': 'Handledning, timmar',
  'bemanning.handledning.deltagare': 'Ombud som har fått handledning',
  'ledningsgrupp.platser': 'Platser i ledningsgruppen',
  'ledningsgrupp.besatta': 'Besatta platser i ledningsgruppen',
  'ansokan.arsanstallningar': 'Sökta årsanställningar',
  'ansokan.belopp': 'Sökt belopp',
}
/** Rows of tables: an id is the part before the code and the code. */
const RADER = [
  /^perKommun\.\d{4}\.(stod|ingaende|nya|avslutade|utgaende|arsanstallningar|vikarier|franvaro|bemannat)$/u,
  /^(perKon|perAldersgrupp|orsaker|livsomraden|kontakterPerOrsak|avslutsorsaker)\.[\w-]+$/u,
  /^konOchAlder\.[\w-]+\.[\w-]+$/u,
  /^kontakter\.(perInitiativtagare|perKontaktvag|perUtfall)\.[\w-]+$/u,
  /^brister\.(perKategori|perNiva|perAktor|perStatus)\.[\w-]+$/u,
  /^bemanning\.utbildning\.perSlag\.[\w-]+\.(antal|deltagare|dagar|timmar)$/u,
  /^bemanning\.handledning\.perForm\.[\w-]+\.(tillfallen|deltagare|timmar)$/u,
  /^ekonomiPerKommun\.\d{4}\.(arsanstallningar|beviljat|utbetalt|anvant|oanvant|attBetalaTillbaka)$/u,
  /^ansokanPerKommun\.\d{4}\.(arsanstallningar|belopp)$/u,
]

/** Whether an id is a figure that Lotsen counts; a code of a list need not have been counted this year. */
export const arFigur = (id: FigurId): boolean => Object.hasOwn(FASTA_FIGURER, id) || RADER.some((rad) => rad.test(id))

const UNDERKOLUMNER = { arsanstallningar: 'Årsanställningar', ...BEMANNING } as const

/** All figures of a year. Ids follow `figurid.ts`; those of what is written in elsewhere begin with its area. */
export function siffror(u: Arsunderlag): Siffror {
  const alla = new Map<FigurId, Siffervarde>()
  const satt = (id: FigurId, etikett: string, varde: number | null, enhet = '', decimaler: 0 | 1 | 2 = 0) => alla.set(id, { etikett, varde, enhet, decimaler })
  const fast = (id: FigurId, varde: number | null, enhet = '', decimaler: 0 | 1 | 2 = 0) => satt(id, FASTA_FIGURER[id] ?? id, varde, enhet, decimaler)
  raknade(u.figurer, satt, fast)
  bidraget(u, satt, fast)
  stodet(u, satt, fast)
  const sokt = u.sokt.filter((rad) => rad.arsanstallningar !== null)
  const summa = sokt.reduce((s, rad) => s + Math.round((rad.arsanstallningar ?? 0) * 100), 0) / 100
  fast('ansokan.arsanstallningar', sokt.length === 0 ? null : summa, '', 2)
  fast('ansokan.belopp', sokt.length === 0 || u.belopp === null ? null : kronorFor(summa, u.belopp), 'kr')
  for (const { kommun, arsanstallningar } of u.sokt) {
    satt(`ansokanPerKommun.${kommun}.arsanstallningar`, `Sökta årsanställningar, ${kommunNamn(kommun)}`, arsanstallningar, '', 2)
    satt(`ansokanPerKommun.${kommun}.belopp`, `Sökt belopp, ${kommunNamn(kommun)}`, arsanstallningar === null || u.belopp === null ? null : kronorFor(arsanstallningar, u.belopp), 'kr')
  }
  return alla
}

type Satt = (id: FigurId, etikett: string, varde: number | null, enhet?: string, decimaler?: 0 | 1 | 2) => void
type Fast = (id: FigurId, varde: number | null, enhet?: string, decimaler?: 0 | 1 | 2) => void
const nycklar = <T extends object>(av: T) => Object.keys(av) as (keyof T & string)[]

function raknade(f: Figurer, satt: Satt, fast: Fast): void {
  for (const id of nycklar(KLIENTER)) fast(`klienter.${id}`, f.klienter[id], 'personer')
  fast('aterkommande', f.aterkommande, 'personer')
  for (const k of f.perKommun) {
    for (const id of nycklar(KLIENTER)) satt(`perKommun.${k.kommun}.${id}`, `${KLIENTER[id]}, ${kommunNamn(k.kommun)}`, k[id], 'personer')
    for (const id of nycklar(UNDERKOLUMNER)) satt(`perKommun.${k.kommun}.${id}`, `${UNDERKOLUMNER[id]}, ${kommunNamn(k.kommun)}`, k[id], '', 2)
  }
  for (const r of f.perKon) satt(`perKon.${r.kod}`, r.kon, r.antal, 'personer')
  for (const r of f.perAldersgrupp) satt(`perAldersgrupp.${r.kod}`, r.grupp, r.antal, 'personer')
  for (const r of f.konOchAlder) satt(`konOchAlder.${r.konKod}.${r.gruppKod}`, `${r.kon}, ${r.grupp}`, r.antal, 'personer')
  for (const r of f.orsaker) satt(`orsaker.${r.kod}`, r.orsak, r.antal, 'personer')
  for (const r of f.livsomraden) satt(`livsomraden.${r.kod}`, r.varde, r.antal, 'personer')
  fast('kontakter.antal', f.kontakter.antal)
  fast('kontakter.uppdragStartarSenare', f.kontakter.uppdragStartarSenare)
  for (const del of ['perInitiativtagare', 'perKontaktvag', 'perUtfall'] as const) for (const r of f.kontakter[del]) satt(`kontakter.${del}.${r.kod}`, r.varde, r.antal)
  for (const r of f.kontakterPerOrsak) satt(`kontakterPerOrsak.${r.kod}`, r.varde, r.antal)
  fast('ko', f.ko)
  fast('vantetidMedianDagar', f.vantetidMedianDagar, 'dagar', 1)
  fast('vantetidAntal', f.vantetidAntal)
  fast('vantetidUtanKontakt', f.vantetidUtanKontakt)
  fast('uppdragslangdMedianDagar', f.uppdragslangdMedianDagar, 'dagar', 1)
  for (const r of f.avslutsorsaker) satt(`avslutsorsaker.${r.kod}`, r.varde, r.antal)
  for (const id of nycklar(UPPDRAG)) fast(`uppdrag.${id}`, f.uppdrag[id])
  fast('arsanstallningar.antal', f.arsanstallningar.antal, '', 2)
  for (const id of nycklar(BEMANNING)) fast(`arsanstallningar.${id}`, f.arsanstallningar[id], '', 2)
  fast('klienterPerArsanstallning', f.klienterPerArsanstallning, '', 1)
  fast('brister.antal', f.brister.antal)
  fast('brister.observationer', f.brister.observationer)
  for (const del of ['perKategori', 'perNiva', 'perAktor', 'perStatus'] as const) for (const r of f.brister[del]) satt(`brister.${del}.${r.kod}`, r.varde, r.antal)
}

function bidraget(u: Arsunderlag, satt: Satt, fast: Fast): void {
  const summa = summeraBidrag(u.bidrag)
  fast('ekonomi.belopp', u.belopp, 'kr')
  fast('ekonomi.arsanstallningar', summa.arsanstallningar, '', 2)
  fast('ekonomi.vakans', summa.arsanstallningar === null ? null : vakans(summa.arsanstallningar, u.figurer.arsanstallningar.bemannat), '', 2)
  for (const id of ['beviljat', 'utbetalt', 'anvant', 'oanvant', 'attBetalaTillbaka'] as const) fast(`ekonomi.${id}`, summa[id], 'kr')
  for (const rad of u.bidrag) {
    const per = (id: string, etikett: string, varde: number | null, enhet: string, decimaler: 0 | 2) =>
      satt(`ekonomiPerKommun.${rad.kommun}.${id}`, `${etikett}, ${kommunNamn(rad.kommun)}`, varde, enhet, decimaler)
    per('arsanstallningar', EKONOMI.arsanstallningar, rad.arsanstallningar, '', 2)
    per('beviljat', EKONOMI.beviljat, rad.beviljat, 'kr', 0)
    per('utbetalt', EKONOMI.utbetalt, rad.utbetalt, 'kr', 0)
    per('anvant', EKONOMI.anvant, rad.anvant, 'kr', 0)
    per('oanvant', EKONOMI.oanvant, oanvant(rad), 'kr', 0)
    per('attBetalaTillbaka', EKONOMI.attBetalaTillbaka, attBetalaTillbaka(rad), 'kr', 0)
  }
}

function stodet(u: Arsunderlag, satt: Satt, fast: Fast): void {
  const { utbildning, handledning, ombud, utanIntroduktion } = u.figurer.bemanning
  fast('bemanning.ombud', ombud)
  fast('bemanning.utanIntroduktion', utanIntroduktion)
  for (const falt of ['antal', 'deltagare'] as const) fast(`bemanning.utbildning.${falt}`, utbildning[falt])
  for (const falt of ['dagar', 'timmar'] as const) fast(`bemanning.utbildning.${falt}`, utbildning[falt], falt, 2)
  for (const falt of ['tillfallen', 'deltagare'] as const) fast(`bemanning.handledning.${falt}`, handledning[falt])
  fast('bemanning.handledning.timmar', handledning.timmar, 'timmar', 2)
  for (const rad of utbildning.perSlag) {
    for (const falt of ['antal', 'deltagare'] as const) satt(`bemanning.utbildning.perSlag.${rad.kod}.${falt}`, `${rad.varde}, ${falt}`, rad[falt])
    for (const falt of ['dagar', 'timmar'] as const) satt(`bemanning.utbildning.perSlag.${rad.kod}.${falt}`, `${rad.varde}, ${falt}`, rad[falt], falt, 2)
  }
  for (const rad of handledning.perForm) {
    satt(`bemanning.handledning.perForm.${rad.kod}.tillfallen`, `${rad.varde}, tillfällen`, rad.tillfallen)
    satt(`bemanning.handledning.perForm.${rad.kod}.deltagare`, `${rad.varde}, deltagare`, rad.deltagare)
    satt(`bemanning.handledning.perForm.${rad.kod}.timmar`, `${rad.varde}, timmar`, rad.timmar, 'timmar', 2)
  }
  const platser = u.ledningsgrupp
  fast('ledningsgrupp.platser', platser.length === 0 ? null : platser.length)
  fast('ledningsgrupp.besatta', platser.length === 0 ? null : platser.filter((p) => p.besatt).length)
}
