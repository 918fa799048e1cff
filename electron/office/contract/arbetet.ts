import { z } from 'zod'
import {
  zAndraAnteckning, zAndraAtagande, zAtagandestatus, zAterkallaSamtycke, zFlyttaUppfoljning, zForstorAnteckning, zGjordUppfoljning, zNyAnteckning, zNyttAtagande,
  zNyttSamtycke, zNyUppfoljning, zStrykIArende,
} from '../../../db/model/arbetet.ts'
import { zNummer } from '../../../db/model/grund.ts'
import type { Chefsvecka, Vecka, Veckokontroll } from '../../../db/model/veckan.ts'
import { bas, type } from './bas.ts'

const klart = type<{ klart: true }>()
const nytt = type<{ id: string }>()

export const uppfoljningar = {
  ny: bas.input(zNyUppfoljning).output(nytt),
  flytta: bas.input(zFlyttaUppfoljning).output(klart),
  gjord: bas.input(zGjordUppfoljning).output(klart),
  stryk: bas.input(zStrykIArende).output(klart),
}

export const ataganden = {
  nytt: bas.input(zNyttAtagande).output(nytt),
  andra: bas.input(zAndraAtagande).output(klart),
  status: bas.input(zAtagandestatus).output(klart),
}

export const anteckningar = {
  ny: bas.input(zNyAnteckning).output(nytt),
  andra: bas.input(zAndraAnteckning).output(klart),
  /** Destroyed at once and for good: there is no undo. `borta` false: remnants go at a later login. */
  forstor: bas.input(zForstorAnteckning).output(type<{ klart: true; borta: boolean }>()),
}

export const samtycken = {
  nytt: bas.input(zNyttSamtycke).output(nytt),
  aterkalla: bas.input(zAterkallaSamtycke).output(klart),
  stryk: bas.input(zStrykIArende).output(klart),
}

export const orosguide = {
  /** That the guide was used, and the day; nothing else (DOMAIN §1). */
  anvand: bas.input(z.object({ nummer: zNummer })).output(klart),
}

export const veckan = {
  /** What needs the ombud, in order of date. One log row, since it shows names. */
  min: bas.output(type<Vecka>()),
  /** Own cases that a redovisning in the making needs mended. Counts its year; holds no names. */
  kontroller: bas.output(type<Veckokontroll[]>()),
  /** The chief's: load, queue, time passed. No names (UX "Min vecka"). */
  chefens: bas.output(type<Chefsvecka>()),
}
