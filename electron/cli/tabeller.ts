import { kommunNamn } from '../../db/model/kommuner.ts'
import type { Figurer } from '../../db/model/redovisning/index.ts'

/** A table of figures: column heads, and rows that begin with what they are about. */
export interface Figurtabell {
  readonly namn: string
  readonly kolumner: readonly string[]
  readonly rader: readonly (readonly (string | number | null)[])[]
}

const KLIENTER = ['Stöd under året', 'Pågående vid årets början', 'Nya', 'Avslutade', 'Pågående vid årets slut'] as const
const klienttal = (k: Figurer['klienter']) => [k.stod, k.ingaende, k.nya, k.avslutade, k.utgaende]
const lista = (namn: string, rubrik: string, rader: readonly { readonly varde: string; readonly antal: number }[]): Figurtabell => ({
  namn,
  kolumner: [rubrik, 'Antal'],
  rader: rader.map(({ varde, antal }) => [varde, antal]),
})

/** What a check is called; its ärendenummer are not exported (DOMAIN §3: opening a figure is follow-up, without export). */
const KONTROLLER: Record<Figurer['kontroller'][number]['kod'], string> = {
  fodelsear_saknas: 'Födelseår saknas',
  fodelsear_under_18: 'Födelseår ger en ålder under 18 år',
  gallrad: 'Personens uppgifter är gallrade',
  alder_utanfor_grupper: 'Åldern ligger utanför enhetens åldersgrupper',
  orsak_saknas: 'Orsak saknas på ett uppdrag som ger stöd',
  kontakt_ej_avgjord: 'Kontakten är ännu inte avgjord',
  uppdrag_over_planerat_slut: 'Uppdraget pågår efter planerat slut',
  uppdrag_under_8_dagar: 'Uppdraget varade under 8 dagar',
  ombud_over_100_procent: 'Anställningarna är över 100 procent någon dag',
  franvaro_utanfor_anstallning: 'Frånvaron ligger utanför anställningens dagar',
  introduktion_saknas: 'Introduktionsutbildning saknas',
  arsanstallningar_mot_beviljat: 'Bemannade årsanställningar skiljer sig från de beviljade',
  kommun_utanfor_enheten: 'Kommunen hör inte till enheten under året',
  flera_kommuner: 'Stöd i flera kommuner',
}

/** The year's figures as tables, for spreadsheets: every figure of INTERFACES once. */
export function figurtabeller(f: Figurer): Figurtabell[] {
  return [
    {
      namn: 'Året',
      kolumner: ['Uppgift', 'Antal'],
      rader: [
        ...KLIENTER.map((namn, i) => [namn, klienttal(f.klienter)[i] ?? 0]),
        ['Varav återkommande', f.aterkommande],
        ['Uppdrag vid årets början', f.uppdrag.ingaende],
        ['Påbörjade uppdrag', f.uppdrag.paborjade],
        ['Avslutade uppdrag', f.uppdrag.avslutade],
        ['Uppdrag vid årets slut', f.uppdrag.utgaende],
        ['Kontakter', f.kontakter.antal],
        ['I kö vid årets slut', f.ko],
        ['Väntetid i dagar, median', f.vantetidMedianDagar],
        ['Uppdragslängd i dagar, median', f.uppdragslangdMedianDagar],
        ['Årsanställningar', f.arsanstallningar.antal],
        ['Vikarier', f.arsanstallningar.vikarier],
        ['Frånvaro', f.arsanstallningar.franvaro],
        ['Bemannat', f.arsanstallningar.bemannat],
        ['Beviljade årsanställningar', f.bemanning.beviljat],
        ['Vakans', f.bemanning.vakans],
        ['Klienter per årsanställning', f.klienterPerArsanstallning],
        ['Ombud med anställning under året', f.bemanning.ombud],
        ['Ombud utan introduktionsutbildning', f.bemanning.utanIntroduktion],
      ],
    },
    {
      namn: 'Per kommun',
      kolumner: ['Kommun', 'Kommunkod', ...KLIENTER, 'Årsanställningar', 'Vikarier'],
      rader: f.perKommun.map((k) => [kommunNamn(k.kommun), k.kommun, ...klienttal(k), k.arsanstallningar, k.vikarier]),
    },
    {
      namn: 'Utbildning',
      kolumner: ['Slag', 'Antal', 'Deltagare', 'Deltaganden', 'Dagar', 'Timmar'],
      rader: f.bemanning.utbildning.perSlag.map((u) => [u.varde, u.antal, u.deltagare, u.deltaganden, u.dagar, u.timmar]),
    },
    {
      namn: 'Handledning',
      kolumner: ['Form', 'Tillfällen', 'Timmar', 'Deltagare'],
      rader: f.bemanning.handledning.perForm.map((h) => [h.varde, h.tillfallen, h.timmar, h.deltagare]),
    },
    lista('Kön', 'Kön', f.perKon.map(({ kon, antal }) => ({ varde: kon, antal }))),
    lista('Åldersgrupp', 'Åldersgrupp', f.perAldersgrupp.map(({ grupp, antal }) => ({ varde: grupp, antal }))),
    { namn: 'Kön och ålder', kolumner: ['Kön', 'Åldersgrupp', 'Antal'], rader: f.konOchAlder.map(({ kon, grupp, antal }) => [kon, grupp, antal]) },
    lista('Orsaker', 'Orsak', f.orsaker.map(({ orsak, antal }) => ({ varde: orsak, antal }))),
    lista('Livsområden', 'Livsområde', f.livsomraden),
    lista('Vem tog kontakt', 'Vem tog kontakt', f.kontakter.perInitiativtagare),
    lista('Kontaktväg', 'Kontaktväg', f.kontakter.perKontaktvag),
    lista('Kontakternas utfall', 'Utfall', f.kontakter.perUtfall),
    lista('Kontakternas orsaker', 'Orsak', f.kontakterPerOrsak),
    lista('Avslutsorsaker', 'Avslutsorsak', f.avslutsorsaker),
    { namn: 'Brister', kolumner: ['Uppgift', 'Antal'], rader: [['Brister iakttagna under året', f.brister.antal], ['Iakttagelser', f.brister.observationer]] },
    lista('Brister per kategori', 'Kategori', f.brister.perKategori),
    lista('Brister per nivå', 'Nivå', f.brister.perNiva),
    lista('Brister per aktör', 'Ansvarig aktör', f.brister.perAktor),
    lista('Brister per status', 'Status', f.brister.perStatus),
    lista('Kontroller', 'Kontroll', f.kontroller.map(({ kod, antal }) => ({ varde: KONTROLLER[kod], antal }))),
  ]
}

/** A csv cell (RFC 4180). A number has the decimal comma that a Swedish spreadsheet expects; a text that would be a formula is kept a text. */
function cell(varde: string | number | null): string {
  if (varde === null) return ''
  if (typeof varde === 'number') return String(varde).replace('.', ',')
  const ofarlig = /^[=+\-@\t\r]/u.test(varde) ? `'${varde}` : varde
  return /[;"\r\n]/u.test(ofarlig) ? `"${ofarlig.replaceAll('"', '""')}"` : ofarlig
}

/**
 * All tables as one csv, `;` and BOM: a line per figure (table, what it is about, column, value), so that
 * it can be filtered and read by other programs.
 */
export function somCsv(tabeller: readonly Figurtabell[]): string {
  const rader: (string | number | null)[][] = [['Tabell', 'Rad', 'Uppgift', 'Värde']]
  for (const { namn, kolumner, rader: tabellrader } of tabeller) {
    for (const rad of tabellrader) {
      const forstaTal = kolumner.findIndex((_, i) => typeof rad[i] === 'number' || rad[i] === null)
      const etikett = rad.slice(0, forstaTal).join(', ')
      for (let i = forstaTal; i < kolumner.length; i++) rader.push([namn, etikett, kolumner[i] ?? '', rad[i] ?? null])
    }
  }
  return `\uFEFF${rader.map((rad) => rad.map(cell).join(';')).join('\r\n')}\r\n`
}
