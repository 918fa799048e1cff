import type { Datum } from '../kalender.ts'
import { UPPGIFT_SAKNAS } from '../kodlistor.ts'
import type { Registerrad } from './rad.ts'
import type { Stod } from './stod.ts'
import { TEXT } from './texter.ts'
import type { Importfel, Importklient } from './typer.ts'

/** The rows of one client, in the file's order. */
export type Klientrader = readonly [Registerrad, ...Registerrad[]]

/** The rows of each ärendenummer. */
export function perKlient(rader: readonly Registerrad[]): Map<string, Klientrader> {
  const grupper = new Map<string, [Registerrad, ...Registerrad[]]>()
  for (const rad of rader) {
    if (typeof rad.arende !== 'string') continue
    const grupp = grupper.get(rad.arende)
    if (grupp === undefined) grupper.set(rad.arende, [rad])
    else grupp.push(rad)
  }
  return grupper
}

type Klientuppgift = 'kon' | 'fodelsear' | 'namn' | 'telefon'

/** The one value that a client's rows give; rows that say nothing (or "Uppgift saknas") agree with any. Others are reported. */
function gemensam<K extends Klientuppgift>(rader: Klientrader, kolumn: K, fel: Importfel[]): Registerrad[K] | null {
  let forsta: Registerrad | undefined
  for (const rad of rader) {
    const varde = rad[kolumn]
    if (varde === null || varde === undefined || varde === UPPGIFT_SAKNAS) continue
    if (forsta === undefined) forsta = rad
    else if (varde !== forsta[kolumn]) fel.push({ rad: rad.nummer, kolumn, fel: TEXT.olikaRader(kolumn, forsta.nummer) })
  }
  return forsta?.[kolumn] ?? null
}

interface Period {
  readonly rad: Registerrad | null
  readonly start: Datum
  readonly slut: Datum | null
}

/**
 * Two uppdrag of one client share no day, and at most one is open (DOMAIN §4: both ends included).
 * The row that begins later is the one reported.
 */
function granskaPerioder(rader: Klientrader, befintliga: readonly { start: Datum; slut: Datum | null }[], fel: Importfel[]): void {
  const perioder: Period[] = befintliga.map((b) => ({ rad: null, start: b.start, slut: b.slut }))
  for (const rad of rader) {
    if (typeof rad.start !== 'string' || rad.slut === undefined) continue
    if (rad.slut !== null && rad.slut < rad.start) continue
    perioder.push({ rad, start: rad.start, slut: rad.slut })
  }
  perioder.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : (a.rad?.nummer ?? 0) - (b.rad?.nummer ?? 0)))
  let langst: Period | undefined
  for (const period of perioder) {
    if (langst !== undefined && (langst.slut === null || period.start <= langst.slut)) {
      const felrad = period.rad ?? langst.rad
      if (felrad !== null) fel.push({ rad: felrad.nummer, kolumn: 'startdatum', fel: overlappsmening(langst, period) })
    }
    const tar = langst === undefined || (langst.slut !== null && (period.slut === null || period.slut > langst.slut))
    if (tar) langst = period
  }
}

function overlappsmening(tidigare: Period, senare: Period): string {
  if (tidigare.rad === null || senare.rad === null) return TEXT.overlapparKontoret
  return tidigare.slut === null && tidigare.start < senare.start ? TEXT.forraOppet(tidigare.rad.nummer) : TEXT.overlappar(tidigare.rad.nummer)
}

/** The row whose ombud has the case now: that of the latest uppdrag, else the latest contact that names one. */
function innehavarrad(rader: Klientrader): Registerrad | undefined {
  const senast = (a: Registerrad, b: Registerrad) => {
    const [dagA, dagB] = [a.start ?? a.kontaktdatum ?? '', b.start ?? b.kontaktdatum ?? '']
    return dagA < dagB ? -1 : dagA > dagB ? 1 : a.nummer - b.nummer
  }
  const medOmbud = rader.filter((rad) => typeof rad.ombudId === 'string')
  const medUppdrag = medOmbud.filter((rad) => typeof rad.start === 'string')
  return (medUppdrag.length > 0 ? medUppdrag : medOmbud).toSorted(senast).at(-1)
}

/**
 * Checks the rows of one client against each other and against the office (INTERFACES REGISTER), and
 * returns the client; what it holds is of use only when nothing was reported.
 */
export function granskaKlient(nummer: string, rader: Klientrader, stod: Stod, fel: Importfel[]): Importklient {
  const befintlig = stod.befintlig(nummer)
  const kon = gemensam(rader, 'kon', fel)
  const fodelsear = gemensam(rader, 'fodelsear', fel)
  const namn = gemensam(rader, 'namn', fel)
  const telefon = gemensam(rader, 'telefon', fel)
  granskaPerioder(rader, befintlig?.uppdrag ?? [], fel)

  const innehavare = innehavarrad(rader)
  if (befintlig !== undefined) {
    if (kon !== null && befintlig.kon !== UPPGIFT_SAKNAS && kon !== befintlig.kon) {
      fel.push({ rad: rader.find((r) => r.kon === kon)?.nummer ?? rader[0].nummer, kolumn: 'kon', fel: TEXT.olikaKontoret('kon') })
    }
    if (fodelsear !== null && befintlig.fodelsear !== null && fodelsear !== befintlig.fodelsear) {
      fel.push({ rad: rader.find((r) => r.fodelsear === fodelsear)?.nummer ?? rader[0].nummer, kolumn: 'fodelsear', fel: TEXT.olikaKontoret('fodelsear') })
    }
    for (const rad of rader) {
      const oppet = typeof rad.start === 'string' && rad.slut === null
      if (oppet && typeof rad.ombudId === 'string' && rad.ombudId !== befintlig.ombudId) {
        fel.push({ rad: rad.nummer, kolumn: 'ombud', fel: TEXT.annatOmbud })
      }
    }
  } else if (innehavare === undefined) {
    // A row with uppdrag but without a usable ombud has been reported already.
    if (rader.every((rad) => rad.ombudId === null && !rad.harUppdrag)) fel.push({ rad: rader[0].nummer, kolumn: 'ombud', fel: TEXT.klientUtanOmbud })
  } else if (stod.anvandareMedId(innehavare.ombudId ?? '')?.avstangd === true) {
    fel.push({ rad: innehavare.nummer, kolumn: 'ombud', fel: TEXT.ombudAvstangt })
  }

  return {
    nummer,
    befintlig: befintlig !== undefined,
    kon: kon ?? UPPGIFT_SAKNAS,
    fodelsear: fodelsear ?? null,
    namn: namn ?? null,
    telefon: telefon ?? null,
    ombudId: befintlig?.ombudId ?? innehavare?.ombudId ?? '',
  }
}
