/** Texts of the printed documents. */
export const papper = {
  medNummer: (dokument: string, nummer: string) => `${dokument} ${nummer}`,
  medSekretess: (text: string) => `${text} · Sekretess`,
  enhet: (enhet: string, vardkommun: string) => `${enhet} · ${vardkommun}`,
  sekretess: 'Sekretess',
  sida: 'Sida ',
  av: ' av ',
  sidfot: (utskriven: { readonly datum: string; readonly klockan: string; readonly av: string } | undefined, status: string | undefined) => {
    const nar = utskriven === undefined ? undefined : `Utskriven ${utskriven.datum} kl. ${utskriven.klockan} av ${utskriven.av}`
    return [nar, status].filter((del) => del !== undefined).join(' · ')
  },
  underskrift: 'Underskrift',
  namnfortydligande: 'Namnförtydligande',
  ortDatum: 'Ort och datum',

  skrivUt: 'Skriv ut',
  sparaPdf: 'Spara som PDF',
  tillbaka: 'Tillbaka',
  sparadSom: (fil: string) => `Sparad som ${fil}`,
} as const

/** The recovery sheet (DESIGN §4.2). */
export const nyckelblad = {
  dokument: 'Nyckelblad',
  rubrik: 'Nyckelblad till Lotsen',
  ingress: (datum: string) => `Det här bladet öppnar allt som finns i Lotsen. Utskrivet ${datum}. Det gäller tills Lotsen skriver ut ett nytt; då ska det här förstöras.`,
  vad: 'Vad bladet är till för',
  vadPunkter: [
    'Att lägga till en användare eller ge någon rollen ombud.',
    'Att ge en användare tillträde igen när lösenordet är glömt eller har blivit känt av andra.',
    'Att flytta ett frånvarande ombuds ärenden till ett annat ombud. Det görs av enhetschefen, med skäl, och skrivs i loggen.',
    'Att öppna en säkerhetskopia när inget lösenord längre gäller.',
  ],
  forvara: 'Så förvaras bladet',
  forvaraPunkter: [
    'I ett förseglat kuvert med underskrift över förseglingen, i enhetschefens säkerhetsskåp.',
    'Bara enhetschefen, eller den som enhetschefen skriftligt utser, får bryta förseglingen.',
    'Skriv datum, namn och skäl på kuvertet varje gång det öppnas, och försegla på nytt.',
    'Bladet ska inte kopieras, fotograferas eller skrivas in någon annanstans än i Lotsen.',
  ],
  varning: 'Den som har både bladet och Lotsens filer kan läsa alla ärenden utan att det syns i loggen. Om bladet har kommit bort eller kan ha setts av någon annan ska ett nytt göras samma dag.',
  nyckeln: 'Nyckeln',
  nyckelnText: (prefix: string, antal: number) => `Nyckeln är ${prefix} följt av de ${antal} grupperna i nummerordning. I Lotsen räcker det att skriva grupperna. Stora och små bokstäver är lika, mellanslag betyder inget.`,
  kontroll: (tecken: string) => `Kontrolltecken: ${tecken}.`,
  kontrollVisa: 'Visa dem för den som ska jämföra; de är inte hemliga.',
  qr: 'Hela nyckeln som QR-kod',
  forsta: 'Bladet skrevs ut och lades i kuvert av',
  andra: 'Togs emot för förvaring av',
} as const

/** The redovisning in figures (2013:522 10 §). */
export const redovisningspapper = {
  dokument: 'Redovisning',
  rubrik: 'Redovisning av verksamhet med personligt ombud',
  ingress: (ar: number, lan: string | undefined) =>
    lan === undefined
      ? `Förordning (2013:522) 10 § · bidragsår ${ar} · senast 15 januari ${ar + 1}`
      : `Förordning (2013:522) 10 § · bidragsår ${ar} · till Länsstyrelsen i ${lan}, senast 15 januari ${ar + 1}`,
  avser: (kommuner: string) => `Avser ${kommuner}, räknat som om det vore hela enheten.`,
  endastSiffror: 'Underlag i siffror',
  tjanster: '1. Tjänster, utbildning och handledning',
  personer: '2. Personer som fått stöd och orsaker till kontakt',
  riktlinjer: '3. Bedömningsriktlinjer och prioriteringsordning',
  organisation: '4. Organisation, ledning och samverkan',
  brister: '5. Brister i tillgången till vård, stöd och service',
  kommun: 'Kommun',
  arsanstallningar: 'Årsanställningar',
  vikarier: 'Vikarier',
  samtliga: (antal: number) => (antal === 1 ? 'Summa' : `Samtliga ${antal} kommuner`),
  arsanstallningarUnder: 'Årsanställningar är tjänsternas omfattning räknad på årets dagar. Vikarier räknas vid sidan av. Avrundningen görs sist, så raderna kan skilja sig från summan med 0,01.',
  klienterPer: (antal: string) => `Personer som fått stöd per årsanställning: ${antal}.`,
  personerKolumn: 'Personer',
  ingaende: 'Pågående vid årets början',
  nya: 'Nya',
  aterkommande: 'varav återkommande',
  avslutade: 'Avslutade (inget uppdrag pågår efter 31/12)',
  utgaende: 'Pågående vid årets slut',
  stod: 'Fått stöd under året',
  kontrollsumma: (k: { ingaende: number; nya: number; avslutade: number; utgaende: number; stod: number }) =>
    `${k.ingaende} + ${k.nya} = ${k.avslutade} + ${k.utgaende} = ${k.stod}. En person räknas en gång.`,
  perKommun: 'Personer per kommun',
  borjan: 'Årets början',
  slut: 'Årets slut',
  avslutadeKort: 'Avslutade',
  stodKort: 'Fått stöd',
  flera: (summa: number, total: number) => `Summan per kommun är ${summa}. Totalt är det ${total} personer, eftersom den som fått stöd i två kommuner räknas i båda.`,
  orsaker: 'Vanligaste orsakerna till kontakt',
  orsakerUnder: 'En person kan ha flera orsaker och räknas en gång per orsak.',
  alder: 'Ålder',
  konOchAlder: 'Kön och ålder',
  summa: 'Summa',
  livsomraden: 'Livsområde',
  uppdrag: 'Uppdrag',
  uppdragKolumn: 'Uppdrag',
  uppdragIngaende: 'Pågående vid årets början',
  uppdragPaborjade: 'Påbörjade under året',
  uppdragAvslutade: 'Avslutade under året',
  uppdragUtgaende: 'Pågående vid årets slut',
  avslutsorsaker: 'Avslutsorsak',
  langd: 'Uppdragens längd, median',
  vantetid: 'Väntetid från kontakt till start, median',
  iKo: 'I kö vid årets slut',
  dagar: (antal: string) => `${antal} dagar`,
  kontakter: 'Kontakter under året',
  kontakterKolumn: 'Kontakter',
  kontakterUnder: 'Förfrågningar om någon som inte har ett pågående uppdrag. Förfrågningar räknas, inte personer.',
  kontakterAntal: 'Kontakter',
  initiativtagare: 'Vem tog kontakt?',
  kontaktvag: 'Kontaktväg',
  utfall: 'Vad kontakten ledde till',
  maskerat: 'Antal 1–4 visas som 1–4, och de tal som annars skulle avslöja dem är dolda.',
  ingaUppgifter: 'Inga uppgifter.',
} as const

/** Årets handling, of either kind (2013:522 8 and 10 §§). */
export const handlingspapper = {
  dokument: { redovisning: 'Redovisning', ansokan: 'Ansökan' },
  rubrik: { redovisning: 'Redovisning av verksamhet med personligt ombud', ansokan: 'Ansökan om statsbidrag till verksamhet med personligt ombud' },
  ingress: (slag: 'redovisning' | 'ansokan', ar: number, lan: string | undefined) => {
    const paragraf = slag === 'redovisning' ? '10 §' : '8 §'
    const senast = slag === 'redovisning' ? `senast 15 januari ${ar + 1}` : `inne senast 1 mars ${ar}`
    return `Förordning (2013:522) ${paragraf} · bidragsår ${ar} · ${lan === undefined ? senast : `till Länsstyrelsen i ${lan}, ${senast}`}`
  },
  sokande: 'Sökande kommun',
  kommuner: 'Avser',
  blankett: 'Blankett',
  blankettVersion: (namn: string, version: number) => `${namn}, version ${version}`,
  version: 'Version',
  versionMedSkal: (nr: number, skal: string | null) => (skal === null ? String(nr) : `${nr}. ${skal}`),
  faststalld: 'Fastställd',
  faststalldAv: (dag: string, av: string) => `${dag} av ${av}`,
  kontrollsumma: 'Kontrollsumma',
  inlamnad: 'Inlämnad',
  inlamnadAv: (dag: string, av: string, diarienummer: string) => `${dag} av ${av}${diarienummer === '' ? '' : `, ${diarienummer}`}`,
  fot: { utkast: 'Utkast, inte fastställd', faststalld: 'Fastställd', inlamnad: 'Inlämnad' },
  punkt: (nummer: string | undefined, rubrik: string) => (nummer === undefined ? rubrik : `${nummer}. ${rubrik}`),
  uppgift: 'Uppgift',
  summa: 'Summa',
  rattad: (nummer: number) => `(rättelse ${nummer})`,
  rattelser: 'Siffror som har rättats för hand',
  rattelse: (etikett: string, rattat: string, raknat: string, skal: string) => `${etikett}: ${rattat}. Räknat i registret: ${raknat}. Skäl: ${skal}`,
  fjol: (ar: number) => `Siffrorna för ${ar} är räknade på nytt när handlingen gjordes, och kan skilja sig från det som lämnades in då.`,
  maskerat: 'Antal 1–4 skrivs som 1–4, och de tal som annars skulle avslöja dem som dolt.',
  sarskild: 'En person som fått stöd i flera kommuner räknas i var och en men en gång totalt.',
  ingaUppgifter: 'Inga uppgifter.',
  inget: 'Inget angivet.',
  underskrift: ['Ort och datum', 'Underskrift, behörig företrädare', 'Namnförtydligande'],
} as const
