import { DATUM_FOR_SENT, datumForTidigt, TIDIGAST } from '../grund.ts'
import type { Kolumn } from './kolumner.ts'

/**
 * Every sentence of the import check. They say what to do and name rows and columns, never what a cell
 * held: the list of errors may be printed, mailed or kept.
 */

const NAMN_I_MENING: Partial<Record<Kolumn, string>> = { kon: 'Kön', fodelsear: 'Födelseår', namn: 'Namn', telefon: 'Telefon' }
const nar = (forslag: string | undefined) => (forslag === undefined ? '' : ` Menades ”${forslag}”?`)

export const TEXT = {
  // The file as a whole
  ingaKolumner: 'Första raden har inga kolumnnamn som Lotsen känner igen. Lägg till en rad överst med kolumnnamnen, eller hämta mallen.',
  okandKolumn: (namn: string, forslag: string | undefined) =>
    `Kolumnen ”${namn}” finns inte i registret.${nar(forslag)} Byt namn på den eller ta bort den.`,
  okandKolumnUtanNamn: (bokstav: string, forslag: string | undefined) =>
    `Kolumn ${bokstav} har ett namn som inte finns i registret.${nar(forslag)} Byt namn på den eller ta bort den.`,
  kolumnUtanNamn: (bokstav: string) => `Kolumn ${bokstav} saknar namn men har innehåll. Skriv ett kolumnnamn överst eller ta bort kolumnen.`,
  dubbelKolumn: (namn: string) => `Kolumnen ${namn} finns två gånger. Ta bort den ena.`,
  saknadKolumn: (namn: string) => `Kolumnen ${namn} saknas. Lägg till den.`,
  ingaRader: 'Filen har inga rader under kolumnnamnen. Kontrollera att rätt fil är vald.',
  cellUtanforKolumner: (bokstav: string) => `Det står något i kolumn ${bokstav}, utanför registrets kolumner. Flytta det eller ta bort det.`,

  // One cell
  personnummer: 'Här står något som ser ut som ett personnummer eller samordningsnummer. Ta bort det: Lotsen tar bara emot födelseår.',
  saknas: (vad: string) => `${vad} saknas. Fyll i cellen.`,
  datumFormat: 'Datumet är inte skrivet som ÅÅÅÅ-MM-DD. Skriv till exempel 2026-03-01.',
  datumFinnsInte: 'Datumet finns inte i kalendern. Rätta dagen eller månaden.',
  datumForTidigt: datumForTidigt(TIDIGAST),
  datumForSent: DATUM_FOR_SENT,
  arendenummerFormat: 'Ärendenumret är inte skrivet som ÅÅÅÅ-NNNN. Skriv till exempel 2026-0014.',
  fodelsearFormat: 'Födelseåret är inte skrivet med fyra siffror. Skriv till exempel 1975, eller lämna cellen tom.',
  fodelsearOrimligt: 'Födelseåret är inte rimligt. Rätta det eller lämna cellen tom.',
  okandKommun: (namn: readonly string[]) => `Kommunen finns inte bland kontorets kommuner (${namn.join(', ')}). Rätta den, eller lägg till kommunen i kontoret först.`,
  kommunEjDa: 'Kommunen hörde inte till enheten den dagen. Rätta kommunen eller datumet, eller kommunens tid i kontoret.',
  okandOmbud: (namn: readonly string[]) =>
    namn.length === 0
      ? 'Kontoret har inget ombud. Lägg till ombudet i kontoret först.'
      : `Det finns inget ombud med det användarnamnet. Välj ett av: ${namn.join(', ')}.`,
  ejOmbud: 'Användaren har inte rollen ombud. Ange ett ombud, eller ge användaren rollen först.',
  okandEtikett: (forslag: string | undefined, val: readonly string[]) => `Värdet finns inte i listan.${nar(forslag)} Välj ${val.join(' · ')}.`,
  flerEtiketter: 'Här får bara ett värde stå. Ta bort de andra.',
  forLang: (tecken: number) => `Texten är för lång. Korta ner den till högst ${tecken} tecken.`,

  // Cells of one row beside each other
  kraverUppdrag: (namn: string) => `${namn} hör till ett uppdrag, men startdatum saknas. Fyll i startdatum eller töm cellen.`,
  uppdragKraver: (vad: string) => `${vad} saknas. Raden har startdatum och behöver det.`,
  ejFore: (vad: string, grans: string) => `${vad} ligger före ${grans}. Rätta ett av datumen.`,
  kolamnadOchStart: 'Kölämnad och startdatum kan inte stå på samma rad. Den som fick ett uppdrag lämnade kön med startdatum: töm kölämnad.',
  kolamnadUtanKo: 'Kölämnad är ifyllt men inte ködatum. Fyll i ködatum eller töm kölämnad.',
  ikoUtanKodatum: 'Utfallet ”I kö” behöver ett ködatum. Fyll i kodatum.',
  ikoLamnad: 'Den som har lämnat kön behöver ett annat utfall än ”I kö”. Ändra utfallet.',
  utfallMedStart: 'Raden har startdatum, och då är utfallet ”Uppdrag”. Ändra utfallet eller töm cellen.',
  uppdragUtanStart: 'Utfallet är ”Uppdrag” men startdatum saknas. Fyll i startdatum eller ändra utfallet.',
  slutUtanOrsak: 'Uppdraget har slutdatum men ingen avslutsorsak. Fyll i avslutsorsak.',
  orsakUtanSlut: 'Avslutsorsak är ifylld men inte slutdatum. Fyll i slutdatum eller töm avslutsorsak.',

  // Rows beside each other
  olikaRader: (kolumn: Kolumn, rad: number) => `${NAMN_I_MENING[kolumn] ?? kolumn} stämmer inte med rad ${rad}, som har samma ärendenummer. Rätta den rad som är fel.`,
  olikaKontoret: (kolumn: Kolumn) => `${NAMN_I_MENING[kolumn] ?? kolumn} stämmer inte med det ärende som redan finns i kontoret. Rätta värdet eller ärendenumret.`,
  overlappar: (rad: number) => `Uppdraget överlappar klientens uppdrag på rad ${rad}. Rätta startdatum eller slutdatum: ett uppdrag tar slut innan nästa börjar.`,
  forraOppet: (rad: number) => `Klientens uppdrag på rad ${rad} börjar tidigare och saknar slutdatum. Avsluta det där, eller rätta startdatum här.`,
  overlapparKontoret: 'Uppdraget överlappar ett uppdrag som redan finns i kontoret för samma ärendenummer. Rätta datumen, eller ta bort raden om den redan är inläst.',
  klientUtanOmbud: 'Ärendet behöver ett ombud. Fyll i ombud på minst en av klientens rader.',
  ombudAvstangt: 'Ombudet är avstängt och kan inte ha ärendet. Ange det ombud som har det nu.',
  annatOmbud: 'Ärendet finns redan hos ett annat ombud. Ange det ombudet; ärendet kan sedan lämnas över i Lotsen.',
} as const

export const UPPLYSNING = {
  utanArende: (vad: string) => `${vad} på rader utan ärendenummer tas inte in: Lotsen håller sådana uppgifter bara för klienter.`,
  livsomradenUtanUppdrag: 'Livsområden på rader utan startdatum tas inte in: de hör till uppdraget.',
  framtid: 'Datum som ligger efter i dag. De tas in som de står.',
  lika: 'Kontakter som är helt lika en tidigare rad. De tas in var för sig: kontrollera att ingen är dubbel.',
  koMedUtfall: 'Ködatum utan kölämnad, och ett annat utfall än ”I kö”. De räknas som väntande i kön tills kölämnad fylls i.',
  befintligtNamn: 'Klienten finns redan i kontoret. Namn och telefon där ändras inte av importen.',
} as const
