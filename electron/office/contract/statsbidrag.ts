import { z } from 'zod'
import { zFordelning, type Delagare, type Fordelning, type Fordelningsval } from '../../../db/model/fordelning.ts'
import { zStryk } from '../../../db/model/bemanning.ts'
import { zAr, zKommun } from '../../../db/model/grund.ts'
import {
  zAndraBeslut, zAndraBidrag, zAndraKostnad, zBeslut, zBidragsar, zKostnad, zSokande, zUnderlag, type Bidragsar, type Kostnadsrad,
} from '../../../db/model/statsbidrag.ts'
import { zAndraHandledning, zAndraUtbildning, zHandledning, zUtbildning, type HandledningRad, type UtbildningRad } from '../../../db/model/utbildning.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()

/** Utbildning and handledning of the ombud (10 § 1). */
export const utbildning = {
  lista: bas.output(type<{ utbildningar: UtbildningRad[]; handledningar: HandledningRad[] }>()),
  ny: bas.input(zUtbildning).output(klart),
  andra: bas.input(zAndraUtbildning).output(klart),
  stryk: bas.input(zStryk).output(klart),
  nyHandledning: bas.input(zHandledning).output(klart),
  andraHandledning: bas.input(zAndraHandledning).output(klart),
  strykHandledning: bas.input(zStryk).output(klart),
}

/** One sökande kommun's costs and how they are shared. */
export interface Kostnadsfordelning {
  sokande: string
  kostnader: Kostnadsrad[]
  val: Fordelningsval
  /** 0 = nobody has chosen: `val` is a proposal. */
  version: number
  delagare: Delagare[]
  fordelning: Fordelning
}

export interface Sokt { sokande: string; kommuner: { kommun: string; arsanstallningar: number | null }[] }

export interface Statsbidragssvar {
  enhet: { namn: string; vardkommun: string }
  bidrag: Bidragsar
  /** Kommuner of the unit some day of the year. */
  kommuner: string[]
  /** What the year's ansökningar apply for, and for which kommuner: the grant is proposed from them. */
  sokt: Sokt[]
  /** Staffed full-time years per kommun: what the use of the grant is proposed by. */
  bemannat: Record<string, number>
  fordelningar: Kostnadsfordelning[]
  /** Years that something is written for. */
  ar: number[]
}

/** The year's statsbidrag and the share of costs: the chief's. */
export const statsbidrag = {
  hamta: bas.input(z.object({ ar: zAr })).output(type<Statsbidragssvar>()),
  /** Granted full-time years per kommun, of those that are known: what vakans is held against. */
  beviljat: bas.input(z.object({ ar: zAr })).output(type<Record<string, number>>()),
  belopp: bas.input(zBidragsar).output(klart),
  sokande: bas.input(zSokande).output(klart),
  andra: bas.input(zAndraBidrag).output(klart),
  nyttBeslut: bas.input(zBeslut).output(klart),
  andraBeslut: bas.input(zAndraBeslut).output(klart),
  strykBeslut: bas.input(zStryk).output(klart),
  nyKostnad: bas.input(zKostnad).output(klart),
  andraKostnad: bas.input(zAndraKostnad).output(klart),
  strykKostnad: bas.input(zStryk).output(klart),
  underlag: bas.input(zUnderlag).output(klart),
  fordelning: bas.input(zFordelning).output(klart),
  /** The share of costs as a workbook. */
  fil: bas.input(z.object({ ar: zAr, sokande: zKommun })).output(type<File>()),
}
