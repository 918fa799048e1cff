import { z } from 'zod'
import type { ArendeRad } from '../../../db/model/arenden.ts'
import { type Datum, plusManader } from '../../../db/model/kalender.ts'
import { zDatum, zKommun, zText } from '../../../db/model/grund.ts'
import type { KontaktRad, Koplats } from '../../../db/model/kontakter.ts'
import type { Stegval } from '../../parts/flode.ts'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import { type Klientvarden, zKlientvarden } from './klientvarden.ts'

const text = klienter.nytt

/** The answers of the flow that begins an uppdrag. */
export interface Nyttvarden extends Klientvarden {
  /** The contact it came from, '' for none. */
  readonly kontaktId: string
  readonly vem: '' | 'ny' | 'tidigare'
  /** The ärende of an earlier client. */
  readonly nummer: string
  readonly kommun: string
  readonly start: string
  readonly planeratSlut: string
  /** Whether the planned end has been chosen, and not reckoned from the start. */
  readonly egetSlut: boolean
  /** '' for none. */
  readonly forstaUppfoljning: string
  readonly mal: string
  /** Is it realistic and feasible? '' as long as nobody has judged. */
  readonly realistiskt: '' | 'ja' | 'nej'
  /** '' for none. */
  readonly prioritet: string
  readonly livsomraden: string[]
  readonly orsaker: string[]
  readonly aktorer: string[]
}

export type Nyttsteg = 'kontakt' | 'vem' | 'namn' | 'om' | 'tid' | 'mal' | 'bedomning' | 'livsomraden' | 'orsaker' | 'aktorer'

/** The first follow-up is proposed so long after the start. */
const UPPFOLJNING_MANADER = 3
const forvaldUppfoljning = (start: Datum, planeratSlut: Datum): string => {
  const dag = plusManader(start, UPPFOLJNING_MANADER)
  return dag <= planeratSlut ? dag : planeratSlut
}

/** What the flow needs to know of a contact, and of an earlier client. */
export type Nyttkontakt = Pick<KontaktRad, 'id' | 'datum' | 'kommun' | 'kontaktvag' | 'initiativtagare' | 'orsaker' | 'kodatum'> & {
  /** Of whoever stands in the queue, when it can be read. */
  readonly person?: { readonly namn: string; readonly telefon: string } | undefined
}
export type Nyttklient = Pick<ArendeRad, 'nummer' | 'namn' | 'kommun'>

/** What is known before the first question. */
export interface Forutsattning {
  readonly idag: Datum
  /** The unit's usual length of an uppdrag. */
  readonly manader: number
  /** The contact that the flow was begun from. */
  readonly kontakt: Nyttkontakt | undefined
  /** The ärende that the flow was begun from. */
  readonly nummer: string | undefined
  /** Earlier clients that can have a new uppdrag. */
  readonly tidigare: readonly Nyttklient[]
  /** Contacts that may have led to it. */
  readonly kontakter: readonly Nyttkontakt[]
  /** The kommun to begin with, when there is no choice. */
  readonly kommun: string
}

export function startvarden({ idag, manader, kontakt, nummer, tidigare, kommun }: Forutsattning): Nyttvarden {
  return {
    kontaktId: '', vem: nummer !== undefined ? 'tidigare' : tidigare.length === 0 ? 'ny' : '', nummer: nummer ?? '',
    namn: '', telefon: '', kon: '', fodelsear: '',
    kommun, start: idag, planeratSlut: plusManader(idag, manader), egetSlut: false, forstaUppfoljning: forvaldUppfoljning(idag, plusManader(idag, manader)),
    mal: '', realistiskt: '', prioritet: '', livsomraden: [], orsaker: [], aktorer: [],
    ...(kontakt === undefined ? {} : franKontakt(kontakt)),
  }
}

/** What a contact already says: nothing is typed twice. */
export function franKontakt(kontakt: Nyttkontakt): Pick<Nyttvarden, 'kontaktId' | 'kommun' | 'orsaker'> & Partial<Pick<Nyttvarden, 'namn' | 'telefon'>> {
  return { kontaktId: kontakt.id, kommun: kontakt.kommun, orsaker: kontakt.orsaker, ...kontakt.person }
}

/** Contacts with the name and phone that stand in the queue for them. */
export function medPerson<K extends Pick<KontaktRad, 'id'>>(kontakter: readonly K[], ko: readonly Pick<Koplats, 'id' | 'namn' | 'telefon'>[]): (K & Pick<Nyttkontakt, 'person'>)[] {
  return kontakter.map((kontakt) => {
    const plats = ko.find((rad) => rad.id === kontakt.id)
    return plats === undefined || plats.namn === null ? kontakt : { ...kontakt, person: { namn: plats.namn, telefon: plats.telefon ?? '' } }
  })
}

/** A new start moves the planned end with it, as long as nobody has chosen another, and the first follow-up if it stands as proposed. */
export function flyttadStart(
  nu: Pick<Nyttvarden, 'start' | 'planeratSlut' | 'egetSlut' | 'forstaUppfoljning'>,
  start: string,
  idag: Datum,
  manader: number,
): Pick<Nyttvarden, 'start' | 'planeratSlut' | 'forstaUppfoljning'> {
  const [forra, dag] = [tolkaDatum(nu.start, idag), tolkaDatum(start, idag)]
  if (dag === undefined) return { start, planeratSlut: nu.planeratSlut, forstaUppfoljning: nu.forstaUppfoljning }
  const planeratSlut = nu.egetSlut ? nu.planeratSlut : plusManader(dag, manader)
  const somForeslaget = forra === undefined || nu.forstaUppfoljning === forvaldUppfoljning(forra, nu.planeratSlut)
  const kanForeslas = somForeslaget && nu.forstaUppfoljning !== ''
  return { start, planeratSlut, forstaUppfoljning: kanForeslas ? forvaldUppfoljning(dag, tolkaDatum(planeratSlut, idag) ?? dag) : nu.forstaUppfoljning }
}

/** The questions of the flow: those that the starting point has not answered. */
export function nyttsteg(varden: Nyttvarden, givet: Forutsattning): Stegval<Nyttsteg>[] {
  const kontakt = givet.kontakt ?? givet.kontakter.find((rad) => rad.id === varden.kontaktId)
  const { namn, telefon, kon, fodelsear } = zKlientvarden(givet.idag).shape
  const alla: (Stegval<Nyttsteg> | false)[] = [
    givet.kontakt === undefined && givet.kontakter.length > 0 && { id: 'kontakt', falt: ['kontaktId'], schema: z.object({}) },
    givet.nummer === undefined && givet.tidigare.length > 0 && { id: 'vem', falt: ['vem', 'nummer'], schema: zVem },
    varden.vem !== 'tidigare' && { id: 'namn', falt: ['namn', 'telefon'], schema: z.object({ namn, telefon }) },
    varden.vem !== 'tidigare' && { id: 'om', falt: ['kon', 'fodelsear'], schema: z.object({ kon, fodelsear }) },
    { id: 'tid', falt: ['kommun', 'start', 'planeratSlut', 'forstaUppfoljning'], schema: zTid(givet.idag, kontakt?.kodatum ?? kontakt?.datum) },
    { id: 'mal', falt: ['mal'], schema: z.object({ mal: zText(2000) }) },
    { id: 'bedomning', falt: ['realistiskt', 'prioritet'], schema: z.object({ realistiskt: z.enum(['ja', 'nej'], text.realistisktSaknas) }) },
    { id: 'livsomraden', falt: ['livsomraden'], schema: z.object({}) },
    { id: 'orsaker', falt: ['orsaker'], schema: z.object({}) },
    { id: 'aktorer', falt: ['aktorer'], schema: z.object({}) },
  ]
  return alla.filter((steg) => steg !== false)
}

const zVem = z
  .object({ vem: z.enum(['ny', 'tidigare'], text.vemSaknas), nummer: z.string() })
  .refine((v) => v.vem === 'ny' || v.nummer !== '', { path: ['nummer'], message: text.tidigareSaknas })

const zTid = (idag: Datum, kontaktdag: Datum | undefined) =>
  z
    .object({
      kommun: zKommun,
      start: zDatum(text.startSaknas)
        .refine((start) => start <= idag, text.startFramtid)
        .refine((start) => kontaktdag === undefined || kontaktdag <= start, kontaktdag === undefined ? '' : text.startForeKontakt(langtDatum(kontaktdag))),
      planeratSlut: zDatum(text.planeratSlutSaknas),
      forstaUppfoljning: z.literal('').or(zDatum()),
    })
    .refine((v) => v.start <= v.planeratSlut, { path: ['planeratSlut'], message: text.slutForeStart })
    .refine((v) => v.forstaUppfoljning === '' || v.start <= v.forstaUppfoljning, { path: ['forstaUppfoljning'], message: text.uppfoljningForeStart })

/** The answers about the uppdrag as the office reads them. */
export function tillUppdrag({ kommun, start, planeratSlut, forstaUppfoljning, mal, realistiskt, prioritet, livsomraden, orsaker, aktorer }: Nyttvarden) {
  return {
    kommun, start, planeratSlut, mal, livsomraden, orsaker, aktorer,
    forstaUppfoljning: forstaUppfoljning === '' ? null : forstaUppfoljning,
    prioritet: prioritet === '' ? null : prioritet,
    realistiskt: realistiskt === '' ? null : realistiskt === 'ja',
  }
}
