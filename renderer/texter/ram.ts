/** Texts of the frame around every page. */
export const ram = {
  lotsen: 'Lotsen',
  titel: (sida: string) => `Lotsen – ${sida}`,
  tillInnehallet: 'Till innehållet',
  rummen: 'Sidor',
  okantFel: 'Något gick fel i Lotsen. Det du skrev finns kvar. Försök igen; om det händer igen, starta om Lotsen.',
  sidanFinnsInte: 'Sidan finns inte',
  sidanFinnsInteText: 'Adressen leder inte till någon sida i Lotsen, eller till en sida som din roll inte har.',

  mittLosenord: 'Mitt lösenord',
  sok: 'Sök namn, ärendenummer eller kommando',
  sokUtanArenden: 'Sök sida eller kommando',
  sokTangent: 'Ctrl K',
  doljNamn: 'Dölj namn',
  visaNamn: 'Visa namn',
  namnDolda: 'Namnen är dolda. Ärendenummer visas i stället.',
  namnVisas: 'Namnen visas.',
  las: 'Lås',
  laserSnart: 'Lotsen låses om en minut. Tryck på en tangent för att fortsätta.',
  meny: 'Meny',
  antalVantar: (antal: number) => `${antal} väntar`,

  kopieras: 'Säkerhetskopia görs',
  kopierasSteg: (procent: number) => `Säkerhetskopia görs: ${procent} %`,

  palett: 'Sök och kommandon',
  palettLista: 'Träffar',
  palettSidor: 'Sidor',
  palettKommandon: 'Kommandon',
  palettPersoner: 'Ärenden',
  palettTom: 'Inget stämmer med det du skrev.',
  palettSoker: 'Söker',

  tangenter: 'Tangenter på sidan',
  tangenterOverallt: 'Överallt',
  tangenterHar: 'Här',
  tangentSok: 'Sök, gå till en sida, kör ett kommando',
  tangentDolj: 'Dölj eller visa namn',
  tangentLas: 'Lås Lotsen',
  tangentHjalp: 'Visa tangenterna',
  tangentStang: 'Stäng det som öppnades sist',
  ctrl: 'Ctrl',
  skift: 'Skift',
  alt: 'Alt',

  ombud: 'ombud',
  enhetschef: 'enhetschef',
  administrator: 'administratör',
  anvandare: (namn: string, roller: string) => (roller === '' ? namn : `${namn}, ${roller}`),
} as const

/** The rooms, in the order of the rail (UX.md "Frame"). */
export const rumsnamn = {
  'min-vecka': 'Min vecka',
  kontakter: 'Kontakter',
  klienter: 'Klienter',
  overlamningar: 'Överlämningar',
  systemfel: 'Systemfel och brister',
  redovisning: 'Redovisning',
  statistik: 'Statistik',
  kontoret: 'Kontoret',
  handbok: 'Handbok',
} as const
