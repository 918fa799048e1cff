import { celltext } from './celler.ts'
import { lasHeader } from './header.ts'
import { granskaKlient, perKlient } from './klienter.ts'
import { granskaRad, type Registerrad } from './rad.ts'
import { gorStod } from './stod.ts'
import { TEXT } from './texter.ts'
import type { Granskning, Importdata, Importfel, Importkontakt, Importuppdrag, Sammanhang, Tabell } from './typer.ts'
import { dubbletter, samlaUpplysningar } from './upplysningar.ts'
import { Radlasare } from './varden.ts'

/** How many rows are checked between two reports of progress. */
const STEG = 500

/** The value of a checked row whose column had no error. */
const utan = <T>(varde: T | undefined): T => {
  if (varde === undefined) throw new Error('a row with errors reached the import data')
  return varde
}

function tillData(rader: readonly Registerrad[], klienter: Importdata['klienter']): Importdata {
  const uppdrag: Importuppdrag[] = []
  const kontakter = rader.map((rad): Importkontakt => {
    const kommun = utan(rad.kommun) ?? ''
    const start = utan(rad.start)
    const index = start === null ? null : uppdrag.length
    if (start !== null) {
      uppdrag.push({
        rad: rad.nummer,
        klient: utan(rad.arende) ?? '',
        ombudId: utan(rad.ombudId) ?? '',
        kommun,
        start,
        planeratSlut: utan(rad.planeratSlut),
        slut: utan(rad.slut),
        avslutsorsak: utan(rad.avslutsorsak),
        orsaker: rad.orsaker,
        livsomraden: rad.livsomraden,
      })
    }
    return {
      rad: rad.nummer,
      datum: utan(rad.kontaktdatum) ?? '',
      kommun,
      kontaktvag: rad.kontaktvag,
      initiativtagare: rad.initiativtagare,
      orsaker: rad.orsaker,
      utfall: rad.utfall,
      kodatum: utan(rad.kodatum),
      kolamnad: utan(rad.kolamnad),
      klient: utan(rad.arende),
      uppdrag: index,
      ombudId: utan(rad.ombudId),
    }
  })
  return { klienter, uppdrag, kontakter }
}

const TOM: Pick<Granskning, 'klienter' | 'uppdrag' | 'kontakter' | 'upplysningar' | 'data'> = { klienter: 0, uppdrag: 0, kontakter: 0, upplysningar: [], data: null }

/**
 * Checks a register in steps: yields the number of rows done, returns the outcome. Every rule of
 * INTERFACES REGISTER; nothing is stored. Errors come in order of row, then column.
 */
export function* granskaStegvis(tabell: Tabell, sammanhang: Sammanhang): Generator<number, Granskning> {
  const ifyllda = tabell.rader.filter((rad) => rad.celler.some((cell) => celltext(cell) !== ''))
  const { plats, fel: headerfel } = lasHeader(tabell, sammanhang.idag)
  const fel: Importfel[] = [...headerfel, ...(tabell.lasfel ?? [])]
  if (ifyllda.length === 0 && fel.length === 0) fel.push({ rad: 1, kolumn: tabell.header[0] ?? 'A', fel: TEXT.ingaRader })
  const antal = ifyllda.length + (tabell.lasfel?.length ?? 0)
  if (plats.size === 0) return { rader: antal, fel, ...TOM }

  const stod = gorStod(sammanhang)
  const rader: Registerrad[] = []
  for (const [i, rad] of ifyllda.entries()) {
    rader.push(granskaRad(new Radlasare(rad, plats, stod, fel)))
    if ((i + 1) % STEG === 0) yield i + 1
  }

  const grupper = perKlient(rader)
  const klienter = [...grupper].map(([nummer, klientrader]) => granskaKlient(nummer, klientrader, stod, fel))
  // Requests are counted, not persons (DOMAIN §4): the same contact twice can be true, so it is told, not refused.
  // The same uppdrag twice is reported as overlapping itself.
  const lika = dubbletter(rader).filter((rad) => !rad.harUppdrag)

  const ordning = new Map<string, number>(plats)
  fel.sort((a, b) => a.rad - b.rad || (ordning.get(a.kolumn) ?? -1) - (ordning.get(b.kolumn) ?? -1))
  return {
    rader: antal,
    klienter: klienter.length,
    uppdrag: rader.filter((rad) => rad.harUppdrag).length,
    kontakter: antal,
    fel,
    upplysningar: samlaUpplysningar(rader, lika, stod),
    data: fel.length === 0 ? tillData(rader, klienter) : null,
  }
}

/** Checks a register whole. For large files prefer `granskaStegvis`, which lets others work between its steps. */
export function granskaRegister(tabell: Tabell, sammanhang: Sammanhang): Granskning {
  const steg = granskaStegvis(tabell, sammanhang)
  let nasta = steg.next()
  while (!nasta.done) nasta = steg.next()
  return nasta.value
}
