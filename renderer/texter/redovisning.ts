import type { Kontrollkod } from '../../db/model/redovisning/typer.ts'

const TALORD = ['noll', '', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'] as const

/** "En klient", "Ett uppdrag", "Tre klienter", "14 klienter": a number that begins a sentence, in words up to twelve. */
export function medTalord(antal: number, ental: `${'en' | 'ett'} ${string}`, flertal: string): string {
  const text = antal === 1 ? ental : `${TALORD[antal] ?? antal} ${flertal}`
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** Names in a row: "Mora", "Mora och Orsa", "Mora, Orsa och Rättvik". */
export function uppraknade(namn: readonly string[]): string {
  return namn.length < 2 ? (namn[0] ?? '') : `${namn.slice(0, -1).join(', ')} och ${namn.at(-1)}`
}

const antalKommuner = (antal: number) => (antal === 1 ? 'en kommun' : `${TALORD[antal] ?? antal} kommuner`)

/** Texts of the redovisning on the screen. What stands on paper lies in papper.ts. */
export const redovisning = {
  rubrik: (ar: number) => `Redovisning ${ar}`,
  steg: 'Redovisningens delar',
  soker: (vardkommun: string, antal: number) => (antal < 2 ? `${vardkommun} söker` : `${vardkommun} söker för ${antalKommuner(antal)}`),
  avser: (namn: readonly string[]) => `Räknat för ${uppraknade(namn)}, som om det vore hela enheten`,
  ar: 'År',
  kommuner: 'Kommuner',
  allaKommuner: (antal: number) => (antal < 2 ? 'Hela enheten' : `Alla ${antalKommuner(antal)}`),
  nagraKommuner: (antal: number, av: number) => `${antal} av ${av} kommuner`,
  skrivUt: 'Skriv ut',
  tangentSteg: (namn: string) => `Gå till ${namn}`,

  dagarKvar: (dagar: number) => (dagar === 1 ? '1 dag till 15 januari' : `${dagar} dagar till 15 januari`),
  sistaDagen: 'Ska vara inne i dag, 15 januari',
  passerat: (ar: number) => `15 januari ${ar} har passerat`,

  flikar: { tjanster: '1 Tjänster', personer: '2 Personer och orsaker', kontakter: 'Kontakter och tider' },

  oppna: 'Öppna',
  oppnaSiffra: (vad: string, tal: string) => `${tal}, ${vad}, öppna`,
  oppnaVad: (vad: string) => ` ${vad}`,
  kommun: 'Kommun',
  iKommun: (vad: string, kommun: string) => `${vad}, ${kommun}`,
  helaEnheten: 'hela urvalet',
  totalt: 'Totalt',
  totaltEnGang: 'Totalt, en person räknas en gång',
  summa: 'Summa',
  ingaUppgifter: 'Inga uppgifter det här året.',

  tjanster: {
    rubrik: 'Tjänster',
    arsanstallningar: 'Årsanställningar',
    arsanstallningarAr: (ar: number) => `Årsanställningar ${ar}`,
    franvaro: 'Frånvaro',
    vikarier: 'Vikarier',
    bemannat: 'Bemannat',
    avrundning: 'Vikarier räknas vid sidan av och aldrig in i årsanställningarna. Avrundningen görs sist, så raderna kan skilja sig från summan med 0,01.',
    perArsanstallning: 'Personer som fått stöd per årsanställning',
    matt: 'Mått',
    tomt: 'Här räknas årsanställningarna när anställningarna är inlagda.',
    tomtChef: 'Lägg in dem under Kontoret, Bemanning.',
    tillBemanning: 'Till bemanningen',
  },

  personer: {
    rubrik: 'Personer som fått stöd',
    ingaende: 'Pågående vid årets början',
    nya: 'Nya',
    aterkommande: 'varav återkommande',
    avslutade: 'Avslutade',
    avslutadeUnder: 'inget uppdrag pågår efter 31/12',
    utgaende: 'Pågående vid årets slut',
    stod: 'Fått stöd under året',
    kontrollsumma: (k: { ingaende: string; nya: string; avslutade: string; utgaende: string; stod: string }) =>
      `${k.ingaende} + ${k.nya} = ${k.avslutade} + ${k.utgaende} = ${k.stod}. En person räknas en gång.`,
    flera: (summa: string, antal: number) => `Summan per kommun är ${summa}: ${medTalord(antal, 'en person', 'personer').toLocaleLowerCase('sv')} har fått stöd i flera kommuner.`,
  },

  uppdrag: {
    rubrik: 'Uppdrag',
    ingaende: 'Pågående vid årets början',
    paborjade: 'Påbörjade',
    avslutade: 'Avslutade',
    utgaende: 'Pågående vid årets slut',
    figur: {
      ingaende: 'Uppdrag pågående vid årets början',
      paborjade: 'Påbörjade uppdrag',
      avslutade: 'Avslutade uppdrag',
      utgaende: 'Uppdrag pågående vid årets slut',
    },
    under: 'Uppdrag räknas för sig: den som slutar och återkommer samma år har två uppdrag.',
    byten: (paborjade: number, avslutade: number) => `Av dem kom ${paborjade} in och gick ${avslutade} vidare genom att personen flyttade mellan enhetens kommuner.`,
  },

  perKommun: {
    rubrik: 'Per kommun',
    ingaende: 'Årets början',
    nya: 'Nya',
    avslutade: 'Avslutade',
    utgaende: 'Årets slut',
    stod: 'Fått stöd',
    stodAr: (ar: number) => `Fått stöd ${ar}`,
  },

  konOchAlder: {
    rubrik: 'Kön och ålder',
    alder: 'Ålder',
    dolj: 'Visa små tal som 1–4',
    maskerat: 'Antal 1–4 visas som 1–4, och de tal som annars skulle avslöja dem är dolda. Samma val gäller på papper.',
    omaskerat: 'Alla tal visas som de är. Det som lämnas till en myndighet blir offentligt.',
    cell: (kon: string, grupp: string) => `${kon}, ${grupp}`,
  },

  orsaker: 'Orsaker till kontakt',
  orsakerUnder: 'En person kan ha flera orsaker och räknas en gång per orsak.',
  livsomraden: 'Livsområden',
  livsomradenUnder: 'En person räknas en gång per livsområde.',
  personerKolumn: 'Personer',

  tider: {
    rubrik: 'Kö och tider',
    iKo: 'I kö vid årets slut',
    vantetid: 'Väntetid från kontakt till start, median',
    langd: 'Uppdragens längd, median',
    utanKontakt: 'Uppdrag utan kontakt, utanför väntetiden',
    dagar: (antal: string) => `${antal} dagar`,
    enDag: '1 dag',
  },
  avslutsorsaker: 'Avslutsorsaker',
  avslutsorsakerUnder: 'Uppdrag räknas, inte personer: summan är årets avslutade uppdrag.',
  uppdragKolumn: 'Uppdrag',

  kontakter: {
    rubrik: 'Kontakter under året',
    antal: 'Kontakter',
    senare: 'varav uppdraget börjar efter årets slut',
    under: 'Förfrågningar om någon som inte har ett pågående uppdrag. Förfrågningar räknas, inte personer.',
    utfall: 'Vad kontakten ledde till',
    vag: 'Hur kontakten togs',
    vem: 'Vem tog kontakt?',
    orsaker: 'Orsaker, alla kontakter',
    orsakerUnder: 'En kontakt kan ha flera orsaker och räknas en gång per orsak.',
    kolumn: 'Kontakter',
  },

  panel: {
    rubrik: (vad: string) => `Så räknas ”${vad}”`,
    stang: 'Stäng',
    arenden: (antal: number) => (antal === 1 ? '1 ärende' : `${antal} ärenden`),
    inga: 'Inget ärende ligger bakom siffran.',
    ingaKontakter: 'Ingen av kontakterna hör till ett ärende.',
    medArende: (antal: number) => (antal === 1 ? 'Ett ärende hör till kontakterna. De andra kontakterna har inget ärende.' : `${antal} ärenden hör till kontakterna. De andra kontakterna har inget ärende.`),
    avstangt: (antal: number) => `${antal === 1 ? 'Ett ärende ligger' : `${antal} ärenden ligger`} bakom siffran. Kontorets inställning är att numren inte visas.`,
    utanArenden: 'Siffran räknas på anställningarna och har inga ärenden bakom sig.',
    mitt: 'eget ärende',
    mina: 'Egna ärenden är länkar.',
    tomt: 'Öppna en siffra för att se hur den räknas och vilka ärenden som ligger bakom den.',
    tomtRubrik: 'Så räknas siffrorna',
    loggas: 'Att siffran öppnas skrivs i loggen.',
  },

  kontroller: {
    rubrik: 'Kontroller',
    kvar: (antal: number) => (antal === 0 ? 'inget kvar' : `${antal} kvar`),
    inga: 'Inget i årets uppgifter behöver rättas eller tittas på.',
    rattas: 'Rättas',
    tittaPa: 'Titta på',
    veta: 'Att veta',
    oppna: 'Öppna',
    tillKontakter: 'Kontakter',
    tillBemanning: 'Bemanning',
    tillKommuner: 'Kommuner',
    tillUtbildning: 'Utbildning',
    tillStatsbidrag: 'Statsbidrag',
    motBeviljat: (bemannat: string, beviljat: string) => `${bemannat} bemannat, ${beviljat} beviljat.`,
    overHundra: (namn: string, procent: number, dag: string) => `${namn}: ${procent} procent från ${dag}`,
    mening: {
      fodelsear_saknas: (n) => `${medTalord(n, 'en klient', 'klienter')} saknar födelseår`,
      fodelsear_under_18: (n) => `${medTalord(n, 'en klient', 'klienter')} har ett födelseår som ger en ålder under 18`,
      gallrad: (n) => `${medTalord(n, 'en klients', 'klienters')} uppgifter är gallrade`,
      alder_utanfor_grupper: (n) => `${medTalord(n, 'en klient', 'klienter')} har en ålder utanför enhetens åldersgrupper`,
      orsak_saknas: (n) => `${medTalord(n, 'en klient', 'klienter')} har ett uppdrag utan orsak till kontakt`,
      kontakt_ej_avgjord: (n) => `${medTalord(n, 'en kontakt', 'kontakter')} är ännu inte ${n === 1 ? 'avgjord' : 'avgjorda'}`,
      uppdrag_over_planerat_slut: (n) => `${medTalord(n, 'en klient', 'klienter')} har ett uppdrag som pågår efter sitt planerade slut`,
      uppdrag_under_8_dagar: (n) => `${medTalord(n, 'en klient', 'klienter')} hade ett uppdrag som var kortare än 8 dagar`,
      ombud_over_100_procent: (n) => `${medTalord(n, 'en person', 'personer')} har anställningar på mer än 100 procent samma dag`,
      franvaro_utanfor_anstallning: (n) => `${medTalord(n, 'en frånvaro', 'frånvaron')} ligger utanför anställningens dagar`,
      introduktion_saknas: (n) => `${medTalord(n, 'ett ombud', 'ombud')} saknar introduktionsutbildning`,
      arsanstallningar_mot_beviljat: () => 'Det bemannade skiljer sig från det beviljade',
      kommun_utanfor_enheten: (n) => `${medTalord(n, 'en kommun', 'kommuner')} har uppgifter under året men hör inte till enheten`,
      flera_kommuner: (n) => `${medTalord(n, 'en person', 'personer')} har fått stöd i flera kommuner`,
    } satisfies Record<Kontrollkod, (antal: number) => string>,
    under: {
      fodelsear_saknas: 'De räknas under uppgift saknas. Ombudet fyller i året på ärendet.',
      fodelsear_under_18: 'De räknas under uppgift saknas. Ombudet rättar året på ärendet.',
      gallrad: 'De räknas, med åldersgruppen de hade det sista året med stöd.',
      alder_utanfor_grupper: 'De räknas under uppgift saknas.',
      orsak_saknas: 'Ombudet fyller i orsaken på uppdraget.',
      kontakt_ej_avgjord: 'Skriv in vad de ledde till.',
      uppdrag_over_planerat_slut: 'Förläng uppdraget eller avsluta det.',
      uppdrag_under_8_dagar: 'Var det en kvalificerad hänvisning?',
      ombud_over_100_procent: '',
      franvaro_utanfor_anstallning: 'De dagarna räknas inte.',
      introduktion_saknas: 'Ingen introduktionsutbildning är inskriven.',
      arsanstallningar_mot_beviljat: '',
      kommun_utanfor_enheten: '',
      flera_kommuner: 'De räknas i varje kommun och en gång totalt.',
    } satisfies Record<Kontrollkod, string>,
  },

  papper: {
    val: 'Val för utskriften',
    medKonOchAlder: 'Ta med kön och ålder',
    medKonOchAlderHjalp: 'Avstängt från början när bara en del av kommunerna är med: grupperna blir små.',
    utkast: 'Utkast, inte fastställd',
    filnamn: (ar: number) => `Redovisning ${ar}.pdf`,
  },
} as const
