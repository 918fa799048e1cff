/** Texts of the statistics. What the tables and rows are called lies in db/model/statistik: files made by the office say the same. */
export const statistik = {
  rubrik: 'Statistik',
  titel: (sida: string) => `Statistik, ${sida}`,
  over: (forsta: number, sista: number) => (forsta === sista ? String(sista) : `${forsta}–${sista}`),
  avser: (namn: string) => `Räknat för ${namn}, som om det vore hela enheten`,
  delar: 'Statistikens delar',
  flikar: { personer: 'Personer och uppdrag', orsaker: 'Orsaker och områden', kontakter: 'Kontakter och tider', brister: 'Brister', tjanster: 'Tjänster och belastning', 'per-ombud': 'Per ombud', verksamhetsberattelse: 'Verksamhetsberättelse' },
  tangentFlik: (namn: string) => `Gå till ${namn}`,
  sistaAr: 'Till och med år',
  ar: 'År',
  kommuner: 'Kommuner',
  hela: 'Hela enheten',
  nagra: (antal: number, av: number) => `${antal} av ${av} kommuner`,

  raknar: 'Räknar åren',
  maskerad: 'Antal 1–4 visas som 1–4, och de tal i någon tabell eller något år som annars skulle avslöja dem är dolda. Tider för färre än fem uppdrag är också dolda.',
  maskeratUrval: 'Varje urval av kommuner döljs för sig. Två urval bredvid varandra kan visa det som är dolt i det ena: lämna bara ut ett urval av samma år.',
  maskeradChef: 'Den som inte kan öppna ärendena ser inte tal som kan peka ut någon.',
  dolj: 'Visa små tal som 1–4',
  omaskerad: 'Alla tal visas som de är. Det som lämnas till en myndighet blir offentligt: välj då att visa små tal som 1–4.',
  saknas: (kommun: string, ar: string) => `${kommun} är inte med ${ar}: kommunen hörde inte till enheten då.`,
  pagaende: (ar: number) => `${ar} är räknat till och med i dag. Det som står vid årets slut gäller i dag.`,
  tomt: 'Inget är registrerat under åren.',

  exportera: 'Exportera alla tabeller',
  skrivUt: 'Skriv ut',
  somCsv: 'csv',
  somXlsx: 'xlsx',
  exporteraTabell: (namn: string, format: string) => `Exportera ${namn} som ${format}`,
  exporteraAlla: (format: string) => `Exportera alla tabeller som ${format}`,
  exporterad: (fil: string) => `${fil} är gjord. Exporten står i loggen.`,
  antal: 'Antal',
  matt: 'Mått',

  perOmbud: {
    rubrik: 'Klienter per ombud',
    ombud: 'Ombud',
    under: 'Klienter som ombudet haft minst en dag under året medan uppdraget pågick. Den som tagit över ett ärende räknas från den dagen, och den som lämnat det till och med dagen före. Samma klient kan räknas hos flera ombud, så summan kan vara större än antalet som fått stöd.',
    internt: 'Bara för enheten. Tabellen ingår aldrig i en redovisning och kan inte exporteras.',
    tomt: 'Inget ombud har haft någon klient under åren.',
  },
  papper: {
    dokument: 'Statistik',
    rubrik: (forsta: number, sista: number) => (forsta === sista ? `Statistik ${sista}` : `Statistik ${forsta}–${sista}`),
    filnamn: (forsta: number, sista: number) => `Statistik ${forsta}-${sista}.pdf`,
    avser: (kommuner: string) => `Avser ${kommuner}, räknat som om det vore hela enheten.`,
  },
} as const

/** What a diagram says to those who do not see it. */
export const diagram = {
  titel: (namn: string) => `Diagram: ${namn}`,
  rad: (namn: string, tal: readonly string[]) => `${namn}: ${tal.join(', ')}.`,
  tal: (ar: number, tal: string) => `${ar} ${tal}`,
  hittills: (ar: number) => `${ar} hittills`,
} as const
