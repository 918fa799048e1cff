import type { Figurtabellnamn } from '../blankett/figurtabeller.ts'
import { kommunNamn } from '../kommuner.ts'
import type { FigurId } from '../redovisning/typer.ts'
import type { Arsunderlag } from './underlag.ts'

/** A table as figure ids: what its cells are, not what they hold. A cell is a figure, or a text. */
export interface Tabellform {
  readonly kolumner: readonly { readonly rubrik: string; readonly enhet: string }[]
  readonly rader: readonly { readonly kod: string; readonly etikett: string; readonly celler: readonly Cellform[] }[]
  /** Null where rows cannot be summed (a person can stand in several). */
  readonly summa: readonly Cellform[] | null
}
export type Cellform = { readonly figur: FigurId } | { readonly text: string }

const figur = (id: FigurId): Cellform => ({ figur: id })
const kolumn = (rubrik: string, enhet = '') => ({ rubrik, enhet })
const PERSONER = kolumn('Personer')
const ANTAL = kolumn('Antal')

const KLIENTKOLUMNER = ['stod', 'ingaende', 'nya', 'avslutade', 'utgaende'] as const
const BEMANNINGSKOLUMNER = ['arsanstallningar', 'vikarier', 'franvaro', 'bemannat'] as const
const EKONOMIKOLUMNER = ['arsanstallningar', 'beviljat', 'utbetalt', 'anvant', 'oanvant'] as const

const lista = (led: string, rader: readonly { readonly kod: string; readonly namn: string }[], kolumnen: Tabellform['kolumner'][number], summa: FigurId | null): Tabellform => ({
  kolumner: [kolumnen],
  rader: rader.map(({ kod, namn }) => ({ kod, etikett: namn, celler: [figur(`${led}.${kod}`)] })),
  summa: summa === null ? null : [figur(summa)],
})
const varden = (rader: readonly { readonly kod: string; readonly varde: string }[]) => rader.map(({ kod, varde }) => ({ kod, namn: varde }))

const stod = (led: string, rader: readonly { readonly kod: string; readonly varde: string }[], falt: readonly string[], rubriker: readonly string[], summaled: string): Tabellform => ({
  kolumner: rubriker.map((rubrik) => kolumn(rubrik)),
  rader: rader.map(({ kod, varde }) => ({ kod, etikett: varde, celler: falt.map((f) => figur(`${led}.${kod}.${f}`)) })),
  // Somebody can have been at several: the total of persons is counted once, and so is not the rows' sum.
  summa: falt.map((f) => figur(`${summaled}.${f}`)),
})

const perKommun = (u: Arsunderlag, kolumner: readonly string[], rubriker: readonly string[], summor: readonly FigurId[]): Tabellform => ({
  kolumner: rubriker.map((rubrik) => kolumn(rubrik)),
  rader: u.figurer.perKommun.map(({ kommun }) => ({ kod: kommun, etikett: kommunNamn(kommun), celler: kolumner.map((k) => figur(`perKommun.${kommun}.${k}`)) })),
  summa: summor.map(figur),
})

/** How each table that a form can ask for is laid out. A row that holds nothing this year is left out, as it is counted. */
export const TABELLER: Readonly<Record<Figurtabellnamn, (u: Arsunderlag) => Tabellform>> = {
  perKommun: (u) => perKommun(u, KLIENTKOLUMNER, ['Fått stöd', 'Vid årets början', 'Nya', 'Avslutade', 'Vid årets slut'], KLIENTKOLUMNER.map((k) => `klienter.${k}`)),
  perKon: ({ figurer: f }) => lista('perKon', f.perKon.map(({ kod, kon }) => ({ kod, namn: kon })), PERSONER, 'klienter.stod'),
  perAldersgrupp: ({ figurer: f }) => lista('perAldersgrupp', f.perAldersgrupp.map(({ kod, grupp }) => ({ kod, namn: grupp })), PERSONER, 'klienter.stod'),
  konOchAlder: ({ figurer: f }) => ({
    kolumner: [...f.perAldersgrupp.map(({ grupp }) => kolumn(grupp)), kolumn('Totalt')],
    rader: f.perKon.map(({ kod, kon }) => ({
      kod, etikett: kon, celler: [...f.perAldersgrupp.map((g) => figur(`konOchAlder.${kod}.${g.kod}`)), figur(`perKon.${kod}`)],
    })),
    summa: [...f.perAldersgrupp.map((g) => figur(`perAldersgrupp.${g.kod}`)), figur('klienter.stod')],
  }),
  orsaker: ({ figurer: f }) => lista('orsaker', f.orsaker.map(({ kod, orsak }) => ({ kod, namn: orsak })), PERSONER, null),
  livsomraden: ({ figurer: f }) => lista('livsomraden', varden(f.livsomraden), PERSONER, null),
  uppdrag: () => ({
    kolumner: [kolumn('Uppdrag')],
    rader: [['ingaende', 'Vid årets början'], ['paborjade', 'Påbörjade'], ['avslutade', 'Avslutade'], ['utgaende', 'Vid årets slut']]
      .map(([kod = '', etikett = '']) => ({ kod, etikett, celler: [figur(`uppdrag.${kod}`)] })),
    summa: null,
  }),
  kontakterPerInitiativtagare: ({ figurer: f }) => lista('kontakter.perInitiativtagare', varden(f.kontakter.perInitiativtagare), ANTAL, 'kontakter.antal'),
  kontakterPerKontaktvag: ({ figurer: f }) => lista('kontakter.perKontaktvag', varden(f.kontakter.perKontaktvag), ANTAL, 'kontakter.antal'),
  kontakterPerUtfall: ({ figurer: f }) => lista('kontakter.perUtfall', varden(f.kontakter.perUtfall), ANTAL, 'kontakter.antal'),
  kontakterPerOrsak: ({ figurer: f }) => lista('kontakterPerOrsak', varden(f.kontakterPerOrsak), ANTAL, null),
  avslutsorsaker: ({ figurer: f }) => lista('avslutsorsaker', varden(f.avslutsorsaker), ANTAL, null),
  arsanstallningarPerKommun: (u) => perKommun(u, BEMANNINGSKOLUMNER, ['Årsanställningar', 'Vikarier', 'Frånvaro', 'Bemannat'],
    ['arsanstallningar.antal', 'arsanstallningar.vikarier', 'arsanstallningar.franvaro', 'arsanstallningar.bemannat']),
  utbildning: ({ figurer: f }) => stod('bemanning.utbildning.perSlag', f.bemanning.utbildning.perSlag, ['antal', 'deltagare', 'dagar', 'timmar'], ['Utbildningar', 'Ombud', 'Dagar', 'Timmar'], 'bemanning.utbildning'),
  handledning: ({ figurer: f }) => stod('bemanning.handledning.perForm', f.bemanning.handledning.perForm, ['tillfallen', 'deltagare', 'timmar'], ['Tillfällen', 'Ombud', 'Timmar'], 'bemanning.handledning'),
  ekonomiPerKommun: (u) => ({
    kolumner: [kolumn('Beviljade årsanställningar'), kolumn('Beviljat', 'kr'), kolumn('Utbetalt', 'kr'), kolumn('Använt', 'kr'), kolumn('Oanvänt', 'kr')],
    rader: u.bidrag.map(({ kommun }) => ({ kod: kommun, etikett: kommunNamn(kommun), celler: EKONOMIKOLUMNER.map((k) => figur(`ekonomiPerKommun.${kommun}.${k}`)) })),
    summa: EKONOMIKOLUMNER.map((k) => figur(`ekonomi.${k}`)),
  }),
  ledningsgrupp: (u) => ({
    kolumner: [kolumn('Platsen'), kolumn('Läge')],
    rader: u.ledningsgrupp.map(({ kod, etikett, obligatorisk, svar }) => ({
      kod, etikett, celler: [{ text: obligatorisk ? 'Ska ingå' : 'Ska erbjudas' }, { text: svar }],
    })),
    summa: null,
  }),
  bristerPerKategori: ({ figurer: f }) => lista('brister.perKategori', varden(f.brister.perKategori), ANTAL, 'brister.antal'),
  bristerPerNiva: ({ figurer: f }) => lista('brister.perNiva', varden(f.brister.perNiva), ANTAL, 'brister.antal'),
  bristerPerAktor: ({ figurer: f }) => lista('brister.perAktor', varden(f.brister.perAktor), ANTAL, 'brister.antal'),
  bristerPerStatus: ({ figurer: f }) => lista('brister.perStatus', varden(f.brister.perStatus), ANTAL, 'brister.antal'),
  ansokanPerKommun: (u) => ({
    kolumner: [kolumn('Sökta årsanställningar'), kolumn('Belopp', 'kr')],
    rader: u.sokt.map(({ kommun }) => ({
      kod: kommun, etikett: kommunNamn(kommun), celler: [figur(`ansokanPerKommun.${kommun}.arsanstallningar`), figur(`ansokanPerKommun.${kommun}.belopp`)],
    })),
    summa: [figur('ansokan.arsanstallningar'), figur('ansokan.belopp')],
  }),
}
