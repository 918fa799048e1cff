import { Fel } from '../fel.ts'
import { slug } from '../text.ts'
import { celltext, kolumnbokstav } from './celler.ts'
import { type Kolumn, KOLUMNER, KOLUMNNAMN, kolumnMedNamn } from './kolumner.ts'
import type { Tabell } from './typer.ts'

/** A column of the office's own file: a name that is its own, and where it stands. */
export interface EgenKolumn {
  readonly namn: string
  readonly plats: number
}

/** The office's own column → ours, or null = leave it out. */
export type Parning = Readonly<Record<string, Kolumn | null>>

/** What offices call our columns in registers of their own, as slugs. */
const SYNONYMER: Record<Kolumn, readonly string[]> = {
  arendenummer: ['arende', 'arendenr', 'arende_nr', 'arendeid', 'arende_id', 'nr', 'nummer', 'klientnummer', 'klientnr', 'klient_nr', 'klientid', 'klient_id', 'lopnummer', 'lopnr', 'diarienummer', 'dnr'],
  kommun: ['kommunkod', 'hemkommun', 'bostadskommun', 'kommunnamn', 'folkbokforingskommun', 'boendekommun', 'ort'],
  ombud: ['handlaggare', 'personligt_ombud', 'po', 'ansvarig', 'ombudets_namn', 'ansvarigt_ombud', 'ansvarig_po', 'anvandare', 'anvandarnamn', 'po_namn'],
  kon: ['konstillhorighet', 'juridiskt_kon', 'man_kvinna', 'kvinna_man', 'k_m', 'm_k'],
  fodelsear: ['fodd', 'fodelse_ar', 'fodd_ar', 'ar_fodd', 'fodelsedatum', 'fodelsetid', 'personnummer', 'personnr', 'pnr', 'person_nr', 'samordningsnummer'],
  kontaktdatum: ['datum', 'kontakt', 'forsta_kontakt', 'forstakontakt', 'datum_for_kontakt', 'datum_for_forsta_kontakt', 'ansokningsdatum', 'inkom', 'inkommet', 'inkommen', 'inkomstdatum', 'anmalningsdatum', 'aktualiserad', 'aktualiseringsdatum', 'kontakt_datum', 'forfragan', 'datum_kontakt', 'forsta_kontaktdatum'],
  kontaktvag: ['hur', 'kontaktsatt', 'kontakt_via', 'via', 'satt', 'kontaktform', 'kanal', 'kontakt_vag'],
  initiativtagare: ['vem_tog_kontakt', 'initiativ', 'initierad_av', 'initiativ_av', 'kontakt_fran', 'aktualiserad_av', 'remittent', 'hanvisad_av', 'hanvisad_fran', 'vem', 'uppgiftslamnare', 'tagit_kontakt'],
  orsaker: ['orsak', 'orsak_till_kontakt', 'kontaktorsak', 'kontaktorsaker', 'anledning', 'anledningar', 'problem', 'behov'],
  livsomraden: ['livsomrade', 'omrade', 'omraden', 'stodomrade', 'stodomraden', 'insatsomrade'],
  utfall: ['resultat', 'ledde_till', 'vad_kontakten_ledde_till', 'utgang', 'beslut', 'atgard'],
  kodatum: ['ko', 'i_ko', 'kostart', 'i_ko_sedan', 'stalld_i_ko', 'datum_i_ko', 'ko_fran', 'kodag', 'vantelista', 'ko_datum'],
  kolamnad: ['lamnat_ko', 'lamnade_kon', 'ur_ko', 'ko_till', 'koslut', 'lamnat_kon', 'ko_lamnad', 'bort_fran_ko'],
  startdatum: ['start', 'uppdragsstart', 'uppdragets_start', 'paborjat', 'paborjad', 'start_datum', 'uppdrag_start', 'uppdrag_fran', 'fran', 'fran_och_med', 'fr_o_m', 'inskriven', 'inskrivningsdatum', 'borjade', 'startade'],
  planerat_slut: ['planerat_slutdatum', 'berakntat_slut', 'beraknat_slut', 'planerad_avslut', 'planerat_avslut', 'uppdrag_till', 'tidsgrans', 'planerat'],
  slutdatum: ['slut', 'avslut', 'avslutat', 'avslutad', 'avslutsdatum', 'uppdragets_slut', 'slut_datum', 'till', 'till_och_med', 't_o_m', 'utskriven', 'utskrivningsdatum', 'uppdragsslut', 'avslutningsdatum'],
  avslutsorsak: ['orsak_till_avslut', 'avslutningsorsak', 'avslutsanledning', 'anledning_till_avslut', 'skal_till_avslut', 'varfor_avslutat', 'avslut_orsak'],
  namn: ['klient', 'klientens_namn', 'klientnamn', 'personens_namn', 'for_och_efternamn', 'fornamn_efternamn', 'person', 'brukare', 'huvudman'],
  telefon: ['telefonnummer', 'tel', 'tfn', 'mobil', 'mobilnummer', 'mobiltelefon', 'tel_nr', 'telnr', 'klientens_telefon'],
}

const medSynonym = new Map<string, Kolumn>()
for (const kolumn of KOLUMNER) {
  for (const namn of [kolumn, slug(KOLUMNNAMN[kolumn]), ...SYNONYMER[kolumn]]) medSynonym.set(namn, kolumn)
}

/** The columns of a file with names that tell them apart: an unnamed one is called by its letter, a doubled name is numbered. */
export function egnaKolumner(header: readonly string[]): EgenKolumn[] {
  const sedda = new Map<string, number>()
  return header.map((cell, plats) => {
    const namn = celltext(cell).slice(0, 190) || `Kolumn ${kolumnbokstav(plats)}`
    const antal = (sedda.get(namn) ?? 0) + 1
    sedda.set(namn, antal)
    return { namn: antal === 1 ? namn : `${namn} (${antal})`, plats }
  })
}

/**
 * Suggests which of our columns each of the office's own is, by its name alone: our own names first, then
 * what such columns are usually called. A column of ours is suggested once, for the first that fits.
 */
export function foreslaParning(header: readonly string[]): Parning {
  const kolumner = egnaKolumner(header)
  const tagna = new Map<Kolumn, string>()
  for (const hitta of [kolumnMedNamn, (namn: string) => medSynonym.get(slug(namn))]) {
    const parade = new Set(tagna.values())
    for (const { namn } of kolumner) {
      const kolumn = parade.has(namn) ? undefined : hitta(namn)
      if (kolumn !== undefined && !tagna.has(kolumn)) tagna.set(kolumn, namn)
    }
  }
  const medNamn = new Map([...tagna].map(([kolumn, namn]) => [namn, kolumn]))
  return Object.fromEntries(kolumner.map(({ namn }) => [namn, medNamn.get(namn) ?? null]))
}

/** Which of our columns an own column is paired with, or null. */
export function paradMed(parning: Parning, namn: string): Kolumn | null {
  return Object.hasOwn(parning, namn) ? (parning[namn] ?? null) : null
}

/** A pairing as a client sends it. Throws `Fel` when it names a column that is none of ours, or one of ours twice. */
export function somParning(val: Readonly<Record<string, string | null>>): Parning {
  const tagna = new Set<Kolumn>()
  return Object.fromEntries(
    Object.entries(val).map(([namn, text]) => {
      const kolumn = text === null ? null : kolumnMedNamn(text)
      if (kolumn === undefined) throw new Fel('okand_kolumn', 'Välj en av registrets kolumner för varje kolumn i filen, eller att den inte tas med.', { falt: namn })
      if (kolumn !== null && tagna.has(kolumn)) throw new Fel('dubbel_kolumn', `${KOLUMNNAMN[kolumn]} är valt för två kolumner i filen. Välj den bara för en av dem.`, { falt: namn })
      if (kolumn !== null) tagna.add(kolumn)
      return [namn, kolumn]
    }),
  )
}

/** The office's file as a register: our column names, the columns that are paired, in the file's order. Row numbers stay. */
export function tillampaParning(tabell: Tabell, parning: Parning): Tabell {
  const valda = egnaKolumner(tabell.header).flatMap(({ namn, plats }) => {
    const kolumn = paradMed(parning, namn)
    return kolumn === null ? [] : [{ kolumn, plats }]
  })
  return {
    ...tabell,
    header: valda.map(({ kolumn }) => kolumn),
    rader: tabell.rader.map(({ nummer, celler }) => ({ nummer, celler: valda.map(({ plats }) => celler[plats] ?? null) })),
  }
}
