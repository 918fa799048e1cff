import { dagMedNummer, dagnummer, type Datum } from '../kalender.ts'
import { AVSLUT, INITIATIVTAGARE, KON, KONTAKTVAGAR, LIVSOMRADEN, ORSAKER, SASONG, UTFALL } from './andelar.ts'
import type { Ram } from './kontor.ts'
import { Personal, type Ombud } from './personal.ts'
import type { Slump } from './slump.ts'

/**
 * The years of an office, day by day: contacts come, some lead to an uppdrag at once, some wait in the queue
 * until an ombud has room, uppdrag end and make room, some clients return. Days are running numbers here;
 * what is said in words comes later (`berattelse.ts`).
 */

export interface Kontaktliv {
  readonly datum: number
  readonly kommun: string
  readonly kontaktvag: string
  readonly initiativtagare: string
  readonly orsaker: readonly string[]
  readonly registreradAv: string
  utfall: string
  kodatum: number | null
  kolamnad: number | null
}

export interface Uppdragsliv {
  readonly kommun: string
  readonly kommunbyten: readonly { readonly datum: number; readonly kommun: string }[]
  readonly start: number
  /** The last day, also when it lies ahead of today: then the uppdrag is open. */
  readonly tankt: number
  readonly forstaPlan: number
  readonly orsaker: readonly string[]
  readonly livsomraden: readonly string[]
  readonly avslutsorsak: string
  readonly kontakt: Kontaktliv | null
}

export interface Arendeliv {
  readonly nummer: string
  readonly kon: string
  readonly fodelsear: number | null
  readonly innehav: { readonly ombud: string; readonly fran: number }[]
  readonly uppdrag: Uppdragsliv[]
}

export interface Liv {
  readonly arenden: readonly Arendeliv[]
  /** Those that led to no uppdrag. */
  readonly kontakter: readonly Kontaktliv[]
}

/** It begins so many days before the history, so that the first year is a year like the others. */
const UPPVARMNING = 700
const DAGAR_PER_MANAD = 30.4

/** The day itself, or the Monday after a weekend (day 0, 1970-01-01, was a Thursday). */
export function vardag(dag: number): number {
  const veckodag = (dag + 3) % 7
  return veckodag < 5 ? dag : dag + 7 - veckodag
}

/** The day itself, or the Friday before a weekend. */
export const vardagFore = (dag: number): number => dag - Math.max((dag + 3) % 7 - 4, 0)

/** A list per key, filled as one goes. */
class Listor<K, V> extends Map<K, V[]> {
  lagg(nyckel: K, varde: V): void {
    const lista = this.get(nyckel)
    if (lista) lista.push(varde)
    else this.set(nyckel, [varde])
  }
}

interface Oppet {
  readonly arende: Arendeliv
  readonly kommun: string
  ombud: Ombud
}

class Kontorsliv {
  readonly arenden: Arendeliv[] = []
  readonly kontakter: Kontaktliv[] = []
  readonly #ram: Ram
  readonly #idag: number
  readonly #slump: Slump
  readonly #personal: Personal
  readonly #ko: { readonly kontakt: Kontaktliv; readonly talamod: number }[] = []
  readonly #iKo = new Map<string, number>()
  readonly #oppna = new Set<Oppet>()
  readonly #slutar = new Listor<number, Oppet>()
  readonly #bokade = new Listor<number, { readonly kontakt: Kontaktliv; ombud: Ombud }>()
  readonly #tidigare = new Listor<string, { readonly arende: Arendeliv; readonly fran: number }>()
  readonly #lopnummer = new Map<string, number>()

  constructor(ram: Ram, idag: number, slump: Slump) {
    this.#ram = ram
    this.#idag = idag
    this.#slump = slump
    this.#personal = new Personal(ram, slump)
  }

  lev(forsta: number): void {
    const byten = this.#ram.byten.map((b) => ({ ...b, dag: dagnummer(b.datum) }))
    this.#personal.bemanna(forsta)
    for (let dag = forsta; dag <= this.#idag; dag++) {
      const datum = dagMedNummer(dag)
      if (datum.endsWith('-01')) this.#personal.bemanna(dag)
      for (const b of byten) if (b.dag === dag) this.#lamnaOver(b.fran, b.till, dag)
      // Who ended the day before has made room today.
      for (const oppet of this.#slutar.get(dag - 1) ?? []) this.#avsluta(oppet, dag - 1)
      for (const { kontakt, ombud } of this.#bokade.get(dag) ?? []) this.#borja(kontakt, ombud, dag)
      this.#slutar.delete(dag - 1)
      this.#bokade.delete(dag)
      if (vardag(dag) !== dag) continue
      this.#seOverKon(dag)
      const antal = this.#slump.poisson(this.#personal.takt * (SASONG[Number(datum.slice(5, 7)) - 1] ?? 1))
      for (let i = 0; i < antal; i++) this.#taEmot(dag)
    }
    this.kontakter.push(...this.#ko.map((k) => k.kontakt))
  }

  #taEmot(dag: number): void {
    const slump = this.#slump
    const kommun = slump.vagd(this.#personal.vikter)
    const kontakt: Kontaktliv = {
      datum: dag, kommun, kontaktvag: slump.vagd(KONTAKTVAGAR), initiativtagare: slump.vagd(INITIATIVTAGARE), orsaker: slump.flera(ORSAKER, slump.mellan(0, 2)),
      registreradAv: slump.en(this.#personal.iTjanst(kommun)).namn, utfall: slump.vagd(UTFALL), kodatum: null, kolamnad: null,
    }
    // What came in lately is not always settled yet.
    if (kontakt.utfall !== 'uppdrag') return this.#utanUppdrag(kontakt, dag > this.#idag - 21 && slump.chans(0.3) ? 'annu_inte_avgjort' : kontakt.utfall)
    const ombud = this.#personal.ledig(kommun)
    const start = vardag(dag + slump.mellan(2, 30))
    const fore = this.#iKo.get(kommun) ?? 0
    if (ombud && fore === 0) {
      if (start > this.#idag) return this.#utanUppdrag(kontakt, 'annu_inte_avgjort')
      ombud.oppna += 1
      return this.#bokade.lagg(start, { kontakt, ombud })
    }
    if (fore >= 3 + this.#personal.iKommun(kommun).length * 2) return this.#utanUppdrag(kontakt, 'ingen_kapacitet')
    kontakt.utfall = 'i_ko'
    kontakt.kodatum = Math.min(dag + slump.mellan(0, 5), this.#idag)
    this.#ko.push({ kontakt, talamod: kontakt.kodatum + slump.mellan(45, 220) })
    this.#iKo.set(kommun, fore + 1)
  }

  #utanUppdrag(kontakt: Kontaktliv, utfall: string): void {
    kontakt.utfall = utfall
    this.kontakter.push(kontakt)
  }

  /** The first in the queue whose kommun has room begins; whose patience ends leaves. */
  #seOverKon(dag: number): void {
    // Room only shrinks while the queue is gone through: a kommun that is full once is full for all behind.
    const fulla = new Set<string>()
    for (let i = 0; i < this.#ko.length; ) {
      const plats = this.#ko[i]
      if (!plats) return
      const { kontakt, talamod } = plats
      const ombud = (kontakt.kodatum ?? dag) < dag && !fulla.has(kontakt.kommun) ? this.#personal.ledig(kontakt.kommun) : undefined
      if (ombud) {
        ombud.oppna += 1
        this.#borja(kontakt, ombud, dag)
      } else if (dag >= talamod) {
        kontakt.kolamnad = dag
        this.#utanUppdrag(kontakt, this.#slump.vagd([['tackade_nej', 5], ['kvalificerad_hanvisning', 3], ['radgivning', 2]]))
      } else {
        if ((kontakt.kodatum ?? dag) < dag) fulla.add(kontakt.kommun)
        i += 1
        continue
      }
      this.#ko.splice(i, 1)
      this.#iKo.set(kontakt.kommun, (this.#iKo.get(kontakt.kommun) ?? 1) - 1)
    }
  }

  #borja(kontakt: Kontaktliv, ombud: Ombud, dag: number): void {
    const slump = this.#slump
    kontakt.utfall = 'uppdrag'
    const arende = this.#arendeFor(kontakt.kommun, dag)
    const manader = Math.min(Math.max(this.#ram.langdManader * 1.08 * Math.exp(slump.normal() * 0.55 - 0.15), 1), 24)
    const dagar = slump.chans(0.012) ? slump.mellan(2, 7) : Math.round(manader * DAGAR_PER_MANAD)
    const tankt = dag + dagar - 1
    arende.uppdrag.push({
      kommun: kontakt.kommun,
      kommunbyten: this.#flyttar(kontakt.kommun, dag, dagar),
      start: dag,
      tankt,
      forstaPlan: dag + Math.round(slump.vagd([[6, 45], [9, 10], [12, 45]]) * DAGAR_PER_MANAD),
      orsaker: slump.chans(0.02) ? [] : [...new Set([...kontakt.orsaker, ...slump.flera(ORSAKER, slump.mellan(1, 2))])],
      livsomraden: slump.flera(LIVSOMRADEN, slump.mellan(1, 4)),
      avslutsorsak: slump.vagd(AVSLUT),
      // A few uppdrag were begun without anybody having written down the contact.
      kontakt: slump.chans(0.03) ? null : kontakt,
    })
    if (arende.innehav.at(-1)?.ombud !== ombud.namn) arende.innehav.push({ ombud: ombud.namn, fran: dag })
    const oppet = { arende, kommun: kontakt.kommun, ombud }
    this.#oppna.add(oppet)
    this.#slutar.lagg(tankt, oppet)
  }

  /** Two in a hundred move to another of the unit's kommuner on the way. */
  #flyttar(kommun: string, start: number, dagar: number): Uppdragsliv['kommunbyten'] {
    const andra = this.#personal.vikter.map(([k]) => k).filter((k) => k !== kommun)
    if (dagar <= 90 || andra.length === 0 || !this.#slump.chans(0.02)) return []
    const byte = { datum: start + this.#slump.mellan(30, dagar - 30), kommun: this.#slump.en(andra) }
    return byte.datum <= this.#idag ? [byte] : []
  }

  /** Someone who has been here before, in the same kommun, a while ago; else a new case. */
  #arendeFor(kommun: string, dag: number): Arendeliv {
    const kanda = this.#tidigare.get(kommun) ?? []
    const plats = kanda.findIndex((t) => t.fran <= dag)
    const aterkommer = plats >= 0 && this.#slump.chans(0.13) ? kanda.splice(plats, 1)[0] : undefined
    return aterkommer?.arende ?? this.#nyttArende(dag)
  }

  #nyttArende(dag: number): Arendeliv {
    const slump = this.#slump
    const ar = dagMedNummer(dag).slice(0, 4)
    const nr = (this.#lopnummer.get(ar) ?? 0) + 1
    this.#lopnummer.set(ar, nr)
    const alder = Math.round(Math.min(Math.max(43 + slump.normal() * 14, 18), 86))
    const arende: Arendeliv = {
      nummer: `${ar}-${String(nr).padStart(4, '0')}`, kon: slump.vagd(KON), fodelsear: slump.chans(0.04) ? null : Number(ar) - alder, innehav: [], uppdrag: [],
    }
    this.arenden.push(arende)
    return arende
  }

  #avsluta(oppet: Oppet, dag: number): void {
    this.#oppna.delete(oppet)
    oppet.ombud.oppna -= 1
    const sist = oppet.arende.uppdrag.at(-1)
    if (!sist || ['avliden', 'flyttat', 'overlamnad'].includes(sist.avslutsorsak) || sist.kommunbyten.length > 0) return
    this.#tidigare.lagg(oppet.kommun, { arende: oppet.arende, fran: dag + this.#slump.mellan(60, 500) })
    if ((this.#tidigare.get(oppet.kommun)?.length ?? 0) > 40) this.#tidigare.get(oppet.kommun)?.shift()
  }

  /** All open cases of one ombud go to another, and what was promised with them. */
  #lamnaOver(fran: string, till: string, dag: number): void {
    const [gammal, ny] = [this.#personal.ombud(fran), this.#personal.ombud(till)]
    const flytta = (ansvar: { ombud: Ombud }) => {
      if (ansvar.ombud !== gammal) return false
      ansvar.ombud = ny
      gammal.oppna -= 1
      ny.oppna += 1
      return true
    }
    for (const oppet of this.#oppna) if (flytta(oppet)) oppet.arende.innehav.push({ ombud: till, fran: dag })
    for (const lista of this.#bokade.values()) lista.forEach(flytta)
    if (!this.#ram.anvandare.some((a) => a.anvandarnamn === fran && a.slutat === dagMedNummer(dag))) return
    // Who leaves the unit leaves the ended cases too: somebody must be able to answer for them.
    for (const arende of this.arenden) if (arende.innehav.at(-1)?.ombud === fran) arende.innehav.push({ ombud: till, fran: dag })
  }
}

/** What happened in an office up to and including a day: all that touches its history, oldest first. */
export function lev(ram: Ram, idag: Datum, slump: Slump): Liv {
  const forsta = dagnummer(ram.fran)
  const liv = new Kontorsliv(ram, dagnummer(idag), slump)
  liv.lev(forsta - UPPVARMNING)
  return {
    arenden: liv.arenden.filter((a) => a.uppdrag.some((u) => u.tankt >= forsta)),
    kontakter: liv.kontakter.filter((k) => k.utfall === 'i_ko' || (k.kolamnad ?? k.datum) >= forsta).sort((a, b) => a.datum - b.datum),
  }
}
