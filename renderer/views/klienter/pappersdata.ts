import { type SamtyckeRad, VEM } from '../../../db/model/arbetet.ts'
import { dagarMellan, type Datum, idag as dagFor } from '../../../db/model/kalender.ts'
import { etikett, type Kodlistor } from '../../../db/model/kodlistor.ts'
import { kommunMedKod, kommunNamn } from '../../../db/model/kommuner.ts'
import { OVERLAMNINGSSLAG, OVERLAMNINGSSTATUS, type OverlamningRad } from '../../../db/model/overlamningar.ts'
import { malrader, type UppdragRad } from '../../../db/model/uppdrag.ts'
import type { Avslutsdata } from '../../print/Avslut.tsx'
import type { Ansvarig } from '../../print/Klientdelar.tsx'
import type { Overenskommelsedata } from '../../print/Overenskommelse.tsx'
import type { Overlamningsdata } from '../../print/Overlamning.tsx'
import type { Samtyckesdata } from '../../print/Samtycke.tsx'
import { malutfallIOrd } from '../../texter/arbetet.ts'
import { klientpapper } from '../../texter/klientpapper.ts'
import type { Arendedata } from './Arendesida.tsx'
import { samtyckeslage } from './arbetsvarden.ts'
import { iAtagandeordning, kommunDag, uppfoljningarIOrdning } from './uppdragsrad.ts'

/** What the papers of a case are made of. Pure: today is an argument. */
type Underlag = Pick<Arendedata, 'arende' | 'listor' | 'enhet' | 'idag'>

/** Who answers for the data in the kommun of an uppdrag on a day: as the unit has written it in. */
export function ansvarigFor({ enhet: { kommuner } }: Pick<Underlag, 'enhet'>, uppdrag: Pick<UppdragRad, 'kommun' | 'kommunbyten'>, dag: Datum): Ansvarig {
  const kod = kommunDag(uppdrag, dag)
  return { kommun: kommunMedKod(kod)?.fulltNamn ?? kommunNamn(kod), ansvarig: kommuner.findLast((rad) => rad.kommun === kod)?.personuppgiftsansvarig ?? null }
}

const malen = (uppdrag: Pick<UppdragRad, 'mal'>) => malrader(uppdrag.mal).map((rad) => rad.text)

export function overenskommelsedata(underlag: Underlag, uppdrag: UppdragRad): Overenskommelsedata {
  const { nummer, namn, ombud } = underlag.arende
  return { nummer, namn, ombud, start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, mal: malen(uppdrag), ansvarig: ansvarigFor(underlag, uppdrag, underlag.idag) }
}

export function samtyckesdata(underlag: Underlag, uppdrag: UppdragRad, samtycke: SamtyckeRad): Samtyckesdata {
  const { nummer, namn, ombud } = underlag.arende
  const { person, omfattning, fran, till, aterkallat } = samtycke
  return { nummer, namn, ombud, aktor: etikett(underlag.listor, 'aktor', samtycke.aktor), person, omfattning, fran, till, aterkallat, ansvarig: ansvarigFor(underlag, uppdrag, underlag.idag) }
}

/** @param medAnteckningar whether the notes that are still there go to the client on the paper */
export function avslutsdata(underlag: Underlag, uppdrag: UppdragRad & { readonly slut: string }, medAnteckningar: boolean): Avslutsdata {
  const { arende, listor } = underlag
  const anteckningar = arende.anteckningar.filter((rad) => rad.uppdragId === uppdrag.id)
  return {
    nummer: arende.nummer, namn: arende.namn, ombud: arende.ombud, start: uppdrag.start, slut: uppdrag.slut,
    orsak: etikett(listor, 'avslutsorsak', uppdrag.avslutsorsak),
    lotsadTill: uppdrag.lotsadTill === null ? null : etikett(listor, 'aktor', uppdrag.lotsadTill),
    mal: malrader(uppdrag.mal).map((rad) => ({ text: rad.text, utfall: malutfallIOrd(uppdrag.malutfall.find((ett) => ett.id === rad.id)?.utfall ?? '') })),
    oppna: arende.ataganden.filter((rad) => rad.uppdragId === uppdrag.id && rad.status === 'oppet').map((rad) => ({ vad: rad.vad, vem: VEM[rad.vem].toLocaleLowerCase('sv') })),
    anteckningar: medAnteckningar && anteckningar.length > 0 ? anteckningar.map((rad) => ({ datum: dagFor(rad.tid), text: rad.text })) : null,
    ansvarig: ansvarigFor(underlag, uppdrag, uppdrag.slut),
  }
}

/** The next days, open commitments and consents that hold go along with a handover. @param uppdrag the one that runs, if any */
export function overlamningsdata({ arende, listor, idag }: Underlag, uppdrag: UppdragRad | undefined, rad: OverlamningRad): Overlamningsdata {
  const ataganden = uppdrag === undefined ? [] : iAtagandeordning(arende.ataganden.filter((en) => en.uppdragId === uppdrag.id)).oppna
  const samtycken = arende.samtycken.filter((en) => !en.struken && ['galler', 'snart', 'borjar'].includes(samtyckeslage(en, idag)))
  return {
    nummer: arende.nummer, namn: arende.namn, fran: rad.fran.namn, till: rad.till.namn, slag: OVERLAMNINGSSLAG[rad.slag], vikariatTill: rad.vikariatTill,
    erbjuden: dagFor(rad.erbjuden), status: OVERLAMNINGSSTATUS[rad.status], samtyckeDatum: rad.samtycke ? rad.samtyckeDatum : null,
    antalAnteckningar: rad.antalAnteckningar, ord: rad.ord,
    uppdrag: uppdrag === undefined ? null : { start: uppdrag.start, planeratSlut: uppdrag.planeratSlut, mal: malen(uppdrag) },
    datum: uppdrag === undefined ? [] : nastaDatum({ arende, listor, idag }, uppdrag),
    ataganden: ataganden.map((en) => ({ vad: en.vad, vem: VEM[en.vem], senast: en.senast })),
    samtycken: samtycken.map((en) => ({ vem: klientpapper.samtycke.mottagare(etikett(listor, 'aktor', en.aktor), en.person), vad: en.omfattning, till: en.till })),
  }
}

/** Consents that end within so many days are among the next dates. */
const SAMTYCKEN_DAGAR = 90

function nastaDatum({ arende, listor, idag }: { arende: Underlag['arende']; listor: Kodlistor; idag: Datum }, uppdrag: UppdragRad): Overlamningsdata['datum'] {
  const text = klientpapper.overlamning
  return [
    ...(uppdrag.planeratSlut === null ? [] : [{ datum: uppdrag.planeratSlut, vad: text.planeratSlut }]),
    ...uppfoljningarIOrdning(uppdrag.uppfoljningar).flatMap(({ rad }) => (rad.gjord === null ? [{ datum: rad.planerad, vad: text.uppfoljning }] : [])),
    ...arende.samtycken.flatMap((rad) =>
      rad.till !== null && !rad.struken && rad.aterkallat === null && rad.till >= idag && dagarMellan(idag, rad.till) <= SAMTYCKEN_DAGAR
        ? [{ datum: rad.till, vad: text.samtyckeSlut(etikett(listor, 'aktor', rad.aktor)) }]
        : [],
    ),
  ].sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0))
}
