/**
 * What the tables of the statistics and their fixed rows are called. They stand here and not among the window's
 * texts, since the screen, the paper and the files made by the office say them alike.
 */
export const TABELLER = ['klienter', 'uppdrag', 'kon', 'alder', 'kontakter', 'tider', 'orsaker', 'livsomraden', 'avslutsorsaker', 'brister', 'bristaktorer', 'tjanster'] as const
export type TabellId = (typeof TABELLER)[number]

export const TABELLNAMN: Record<TabellId, string> = {
  klienter: 'Personer som fått stöd',
  uppdrag: 'Uppdrag',
  kon: 'Kön',
  alder: 'Ålder',
  kontakter: 'Vad kontakterna ledde till',
  tider: 'Kö och tider',
  orsaker: 'Orsaker till kontakt',
  livsomraden: 'Livsområden',
  avslutsorsaker: 'Avslutsorsaker',
  brister: 'Systemfel och brister',
  bristaktorer: 'Brister, ansvarig aktör',
  tjanster: 'Tjänster och belastning',
}

/** How a table is counted, in one or two sentences. */
export const TABELLREGEL: Record<TabellId, string> = {
  klienter: 'En person räknas en gång per år. Vid årets början + nya = avslutade + vid årets slut = fått stöd.',
  uppdrag: 'Uppdrag räknas för sig: den som slutar och återkommer samma år har två uppdrag.',
  kon: 'Personer som fått stöd under året.',
  alder: 'Personer som fått stöd under året. Åldern är året minus födelseåret.',
  kontakter: 'Förfrågningar om någon som inte har ett pågående uppdrag. Förfrågningar räknas, inte personer.',
  tider: 'Kön räknas den 31 december. Väntetiden är från kontakten till starten för uppdrag som börjat under året, längden gäller uppdrag som avslutats under året. Tiderna är medianer.',
  orsaker: 'En person kan ha flera orsaker och räknas en gång per orsak.',
  livsomraden: 'En person räknas en gång per livsområde.',
  avslutsorsaker: 'Uppdrag räknas, inte personer: summan är årets avslutade uppdrag.',
  brister: 'Brister som iakttagits under året, per kategori. Samma brist räknas en gång per år, hur många gånger den än setts.',
  bristaktorer: 'Brister som iakttagits under året, per ansvarig aktör.',
  tjanster: 'Årsanställningar är tjänsternas omfattning räknad på årets dagar. Vikarier räknas inte in i dem, men i bemannat.',
}

export const RADNAMN = {
  stod: 'Fått stöd under året',
  ingaende: 'Pågående vid årets början',
  nya: 'Nya',
  forsta: 'varav för första gången',
  aterkommande: 'varav återkommande',
  avslutade: 'Avslutade',
  utgaende: 'Pågående vid årets slut',
  paborjade: 'Påbörjade',
  kontakter: 'Kontakter',
  brister: 'Brister',
  observationer: 'Iakttagelser',
  ko: 'I kö vid årets slut',
  vantetid: 'Väntetid, dagar',
  langd: 'Uppdragens längd, dagar',
  arsanstallningar: 'Årsanställningar',
  bemannat: 'Bemannat',
  perArsanstallning: 'Personer per årsanställning',
} as const
export type Radkod = keyof typeof RADNAMN
