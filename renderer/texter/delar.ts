/** Texts of the parts that every page is made of. */
export const delar = {
  valfritt: '(valfritt)',
  dolt: 'Dolt',
  teckenKvar: (antal: number) => (antal === 1 ? '1 tecken kvar' : `${antal} tecken kvar`),
  teckenForMycket: (antal: number) => `${antal} tecken för mycket`,
  visaLosenord: 'Visa',
  doljLosenord: 'Dölj',

  datumExempel: 'ÅÅÅÅ-MM-DD',
  datumOlast: 'Skriv datumet som 2026-03-01, 1/3 2026 eller i dag.',

  valj: 'Välj',
  valjEnEllerFlera: 'Välj en eller flera',
  sokILista: 'Sök i listan',
  ingetIListan: 'Inget i listan stämmer med det du skrev.',
  tabort: (vad: string) => `Ta bort ${vad}`,

  felrubrik: (antal: number) => (antal === 1 ? 'En uppgift behöver rättas' : `${antal} uppgifter behöver rättas`),
  felUtanFalt: 'Det gick inte att spara',
  sparat: (klockan: string) => `Sparat ${klockan}`,
  sparar: 'Sparar',
  ejSparat: 'Ändringar som inte är sparade',
  hamtar: 'Hämtar',
  forsokIgen: 'Försök igen',

  steg: (nu: number, alla: number) => `Steg ${nu} av ${alla}`,
  tillbaka: 'Tillbaka',
  fortsatt: 'Fortsätt',
  kontrolleraSvaren: 'Kontrollera svaren',
  andra: 'Ändra',
  andraVad: (vad: string) => `: ${vad}`,
  ejBesvarad: 'Inget svar',
  avbryt: 'Avbryt',
  stang: 'Stäng',
  angra: 'Ångra',
  angratoner: 'Senaste ändringar',

  valjFil: 'Välj fil',
  slappFil: 'eller släpp den här',
  ingenFil: 'Ingen fil är vald',
  fel_filtyp: (tillatna: string) => `Välj en fil av typen ${tillatna}.`,

  kopiera: 'Kopiera',
  kopierat: 'Kopierat',
  gickInteAttKopiera: 'Det gick inte att kopiera. Markera texten och tryck Ctrl+C.',

  tidsbar: {
    start: 'Start',
    planeratSlut: 'Planerat slut',
    slut: 'Avslutat',
    idag: 'i dag',
    forlangt: (dag: string) => `Förlängt ${dag}`,
    tillText: (dag: string) => `till ${dag}`,
    beskrivning: (start: string, slut: string, kvar: string) => `Uppdraget började ${start}. Planerat slut ${slut}, ${kvar}.`,
    avslutad: (start: string, slut: string) => `Uppdraget började ${start} och avslutades ${slut}.`,
    forlangningar: (dagar: string) => `Förlängt ${dagar}.`,
  },
} as const
