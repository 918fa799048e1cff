import { arAv, arsGranser, plusDagar, type Datum } from '../kalender.ts'
import { INTRODUKTION } from '../kodlistor.ts'
import { arsanstallningar, procentdagarPerKommun, summeraProcentdagar } from '../redovisning/bemanning.ts'
import { kronorFor, TIDIGARE_BELOPP, type Kommunbidrag } from '../statsbidrag.ts'
import type { Handledning, Utbildning } from '../utbildning.ts'
import type { Ram } from './kontor.ts'
import type { Slump } from './slump.ts'

/** A year's grants and shared costs of the example. */
export interface ExempelBidragsar {
  readonly ar: number
  readonly belopp: number
  readonly kommuner: readonly Omit<Kommunbidrag, 'version'>[]
  readonly beslut: readonly { readonly id: string; readonly sokande: string; readonly datum: Datum; readonly diarienummer: string }[]
  readonly kostnader: readonly { readonly id: string; readonly sokande: string; readonly slag: string; readonly text: string | null; readonly kronor: number }[]
}

/** Participants are login names here. */
export interface ExempelUtbildning {
  readonly utbildningar: readonly Utbildning[]
  readonly handledningar: readonly Handledning[]
}

const aren = (ram: Ram, idag: Datum) => Array.from({ length: arAv(idag) - arAv(ram.fran) + 1 }, (_, i) => arAv(ram.fran) + i)

/** Grants of every year: what the posts came to, now and then a little more; of past years what was used, and what it all cost. */
export function delaUtBidrag(ram: Ram, idag: Datum, slump: Slump): ExempelBidragsar[] {
  // All of Sweden applies kommun by kommun; a unit applies through its värdkommun.
  const egna = ram.kommuner.length > 100
  return aren(ram, idag).map((ar) => {
    const aret = { ar, ...arsGranser(ar) }
    const perKommun = procentdagarPerKommun(ram.anstallningar, ram.franvaro, aret)
    const forbi = aret.sista < idag
    const kommuner = [...new Set(ram.kommuner.filter((k) => k.fran <= aret.sista).map((k) => k.kommun))].map((kommun) => {
      const { antal, bemannat } = arsanstallningar(perKommun.get(kommun) ?? summeraProcentdagar([]), aret)
      const beviljade = Math.round((antal + (slump.chans(0.15) ? 0.1 : 0)) * 100) / 100
      const beviljat = kronorFor(beviljade, TIDIGARE_BELOPP)
      return {
        id: slump.uuid(), kommun, sokande: egna ? kommun : ram.vardkommun, arsanstallningar: beviljade, beviljat, befolkning: null, andel: null,
        utbetalt: forbi ? beviljat : Math.round(beviljat / 2), anvant: forbi ? Math.min(beviljat, kronorFor(bemannat, TIDIGARE_BELOPP)) : null,
      }
    })
    const datum = `${ar}-05-${slump.mellan(10, 28)}`
    const heltider = Math.round(summeraProcentdagar(perKommun.values()).antal / aret.dagar) / 100
    const kostnad = (slag: string, text: string | null, kronor: number) => ({ id: slump.uuid(), sokande: ram.vardkommun, slag, text, kronor: Math.round(kronor) })
    return {
      ar, belopp: TIDIGARE_BELOPP, kommuner,
      beslut: !egna && datum <= idag ? [{ id: slump.uuid(), sokande: ram.vardkommun, datum, diarienummer: `705-${slump.mellan(1000, 9999)}-${ar}` }] : [],
      kostnader: egna || !forbi ? [] : [
        kostnad('lon', null, heltider * 668_000), kostnad('lokal', 'Hyra', 148_000 + slump.mellan(0, 9) * 1000), kostnad('resor', null, heltider * 21_500),
        kostnad('utbildning', null, 46_000 + slump.mellan(0, 9) * 500), kostnad('ovrigt', 'Telefon och programvara', heltider * 9_400),
      ],
    }
  })
}

/** Everybody's introduction some months after they began (the newest may wait for it), two network meetings a year, and handledning in spring and autumn. */
export function utbilda(ram: Ram, idag: Datum, slump: Slump): ExempelUtbildning {
  const utbildningar: Utbildning[] = []
  const handledningar: Handledning[] = []
  for (const [person, egna] of Map.groupBy(ram.anstallningar, (a) => a.person)) {
    const borjade = egna.map((a) => a.fran).sort()[0] ?? ram.fran
    const fran = plusDagar(borjade, slump.mellan(40, 160))
    const till = plusDagar(fran, 3)
    if (till <= idag && slump.chans(0.9)) utbildningar.push({ id: slump.uuid(), slag: INTRODUKTION, titel: 'Introduktionsutbildning för personliga ombud', fran, till, dagar: 4, timmar: null, deltagare: [person] })
  }
  for (const ar of aren(ram, idag)) {
    const iTjanst = (dag: Datum) => [...new Set(ram.anstallningar.filter((a) => a.fran <= dag && (a.till ?? dag) >= dag).map((a) => a.person))].filter(() => slump.chans(0.85))
    const utbildning = (slag: string, titel: string, fran: Datum, dagar: number, timmar: number | null) => {
      const till = plusDagar(fran, Math.ceil(dagar) - 1)
      const deltagare = iTjanst(fran)
      if (till <= idag && deltagare.length > 0) utbildningar.push({ id: slump.uuid(), slag, titel, fran, till, dagar, timmar, deltagare })
    }
    utbildning('natverkstraff', 'Nätverksträff, länet', `${ar}-03-${slump.mellan(10, 20)}`, 1, 6)
    utbildning('natverkstraff', 'Nätverksträff, länet', `${ar}-10-${slump.mellan(10, 20)}`, 1, 6)
    utbildning('annan', slump.en(['Skuldsanering i praktiken', 'Samtal vid svår ångest', 'Nya regler i socialtjänstlagen', 'Barn som anhöriga']), `${ar}-05-${slump.mellan(10, 25)}`, 1.5, 10)
    for (const [fran, till] of [[`${ar}-01-15`, `${ar}-06-10`], [`${ar}-08-20`, `${ar}-12-10`]] as const) {
      const tillfallen = slump.mellan(4, 5)
      const deltagare = iTjanst(fran)
      if (till <= idag && deltagare.length > 0) handledningar.push({ id: slump.uuid(), form: 'grupp', fran, till, tillfallen, timmar: tillfallen * 2, handledare: 'Extern handledare', deltagare })
    }
  }
  return { utbildningar, handledningar }
}
