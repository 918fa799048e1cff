import { ANTECKNINGARNA, MALUTFALL, UPPFOLJNINGSRESULTAT, VEM } from '../../db/model/arbetet.ts'

const ORDNINGSTAL = ['första', 'andra', 'tredje', 'fjärde', 'femte', 'sjätte', 'sjunde', 'åttonde', 'nionde', 'tionde', 'elfte', 'tolfte'] as const

/** "tredje"; from the thirteenth on in figures: "13:e", "21:a". */
export function ordningstal(antal: number): string {
  const ord = ORDNINGSTAL[antal - 1]
  if (ord !== undefined) return ord
  const andelse = [1, 2].includes(antal % 10) && ![11, 12].includes(antal % 100) ? 'a' : 'e'
  return `${antal}:${andelse}`
}

/** "Delvis", for a code that the office has stored. */
export function malutfallIOrd(utfall: string): string {
  return Object.entries(MALUTFALL).find(([kod]) => kod === utfall)?.[1] ?? utfall
}

/** A code with its words, as a choice. */
const val = <K extends string>(ord: Readonly<Record<K, string>>) => (Object.entries(ord) as [K, string][]).map(([kod, text]) => ({ kod, text }))

/** Texts of the work between start and end: follow-ups, commitments, consents, notes, and the guide about children. */
export const arbetet = {
  spara: 'Spara',
  andra: 'Ändra',
  ny: 'Ny',
  nytt: 'Nytt',
  skalFalt: 'Varför?',
  sparat: 'Sparat.',

  uppfoljningar: {
    rubrik: 'Uppföljningar',
    nasta: 'Nästa uppföljning',
    ingen: 'Ingen planerad',
    nar: (datum: string, ordning: number) => `${datum} (den ${ordningstal(ordning)})`,
    tomt: 'Här syns vilka dagar uppdraget följs upp och vad det kom fram till.',
    tomtAvslutat: 'Inga uppföljningar.',
    vilken: (ordning: number) => `${ordningstal(ordning)} uppföljningen`,
    gjord: (datum: string) => `gjord ${datum}`,
    planeradTill: (datum: string) => `planerad till ${datum}`,
    planera: 'Planera en uppföljning',
    planeraVerb: 'Planera uppföljningen',
    planerad: 'Vilken dag?',
    planeradSagt: (datum: string) => `Uppföljningen är planerad till ${datum}.`,
    skrivIn: 'Skriv in resultat',
    skrivInForm: 'Vad kom uppföljningen fram till?',
    resultat: 'Resultat',
    resultatval: val(UPPFOLJNINGSRESULTAT),
    resultatord: UPPFOLJNINGSRESULTAT,
    gjordFalt: 'Gjord',
    nastaFalt: 'Nästa uppföljning',
    nastaOrdning: 'Nästa uppföljning ska ligga efter den här.',
    nastaHjalp: 'Lämna tomt om ingen mer behövs.',
    gjordFramtid: 'Uppföljningen kan inte vara gjord efter i dag.',
    inskrivet: 'Uppföljningen är inskriven.',
    avslutasOckso: 'Uppföljningen är inskriven. Avsluta uppdraget när det är slut.',
    flytta: 'Flytta',
    flyttaForm: 'Flytta uppföljningen',
    flyttad: (datum: string) => `Uppföljningen är flyttad till ${datum}.`,
    strykLank: 'Blir den inte av? Stryk uppföljningen',
    strykForm: 'Stryk uppföljningen',
    strykText: 'Stryk en uppföljning som planerats av misstag eller inte blev av.',
    struken: 'Uppföljningen är struken.',
  },

  ataganden: {
    rubrik: 'Åtaganden',
    antal: (oppna: number, klara: number) => (klara === 0 ? `${oppna} öppna` : `${oppna} ${oppna === 1 ? 'öppet' : 'öppna'}, ${klara} ${klara === 1 ? 'klart' : 'klara'}`),
    tomt: 'Här står vad som ska göras, av vem och senast när.',
    nyttForm: 'Nytt åtagande',
    andraForm: 'Ändra åtagandet',
    vad: 'Vad ska göras?',
    vem: 'Vem gör det?',
    vemval: val(VEM),
    vemord: VEM,
    aktor: 'Vilken aktör?',
    aktorValfri: 'Aktör',
    ingenAktor: 'Ingen aktör',
    senast: 'Senast',
    senastHjalp: 'Lämna tomt om det inte har någon bestämd dag.',
    utanDag: 'Ingen dag',
    under: (vem: string, aktor: string) => [vem, aktor].filter(Boolean).join(' · '),
    klart: 'Klart',
    klartVad: 'Åtagandet är klart.',
    slopaLank: 'Blir det inte av? Slopa åtagandet',
    slopat: 'Åtagandet är slopat.',
    oppnaIgen: 'Öppna igen',
    oppnatIgen: 'Åtagandet är öppet igen.',
    gjorda: (antal: number) => (antal === 1 ? '1 klart eller slopat' : `${antal} klara eller slopade`),
    status: { oppet: 'öppet', klart: 'klart', slopat: 'slopat' },
    nar: (status: string, datum: string) => `${status} ${datum}`,
    sparat: 'Åtagandet är sparat.',
  },

  samtycken: {
    rubrik: 'Samtycken',
    tomt: 'Utan samtycke får inga uppgifter lämnas till eller hämtas från någon annan. Skriv in vem samtycket gäller, vad och hur länge.',
    nyttForm: 'Nytt samtycke',
    fornyaForm: 'Förnya samtycket',
    verb: 'Skriv in samtycket',
    aktor: 'Till vem?',
    person: 'Namngiven person',
    personHjalp: 'Om samtycket bara gäller en viss handläggare eller läkare.',
    omfattning: 'Vad gäller det?',
    omfattningHjalp: 'Till exempel ”bostad och bistånd”.',
    fran: 'Från',
    till: 'Till och med',
    tillHjalp: 'Lämna tomt om det gäller tills det återkallas.',
    tillForeFran: 'Samtycket kan inte sluta innan det börjar.',
    sparat: 'Samtycket är inskrivet.',
    mottagare: (aktor: string, person: string) => (person === '' ? aktor : `${aktor}, ${person}`),
    under: (omfattning: string, tid: string) => [omfattning, tid].filter(Boolean).join(', '),
    tillsVidare: 'tills vidare',
    tillDag: (datum: string) => `till ${datum}`,
    franDag: (datum: string) => `från ${datum}`,
    sluta: (datum: string) => `gällde till ${datum}`,
    aterkallatDag: (datum: string) => `återkallat ${datum}`,
    galler: 'gäller',
    borjar: 'börjar senare',
    aterkallat: 'återkallat',
    slut: 'tog slut',
    slutarIdag: 'sista dagen',
    dagar: (antal: number) => (antal === 1 ? '1 dag' : `${antal} dagar`),
    hanteraVad: (aktor: string) => `Ändra samtycket till ${aktor}`,
    aterkalla: 'Återkalla',
    aterkallaForm: 'Samtycket återkallas',
    aterkallaVerb: 'Återkalla samtycket',
    aterkallaText: 'Från den dagen får inga uppgifter lämnas eller hämtas med stöd av samtycket.',
    gavs: (datum: string) => `Det gavs från ${datum}.`,
    aterkallaDag: 'Vilken dag återkallades det?',
    aterkallatSagt: 'Samtycket är återkallat.',
    fornya: 'Förnya',
    skrivUt: 'Skriv ut',
    stryk: 'Stryk',
    strykForm: 'Stryk samtycket',
    strykText: 'Stryk bara ett samtycke som skrivits in av misstag. Ett som klienten tar tillbaka ska återkallas.',
    struket: 'Samtycket är struket.',
    tidigare: (antal: number) => (antal === 1 ? '1 som inte gäller längre' : `${antal} som inte gäller längre`),
  },

  anteckningar: {
    rubrik: 'Anteckningar',
    baner: 'Försvinner när uppdraget avslutas, ur säkerhetskopiorna senast 7 dagar senare.',
    tomt: 'Minnesanteckningar för arbetet just nu. De är låsta till dig och blir aldrig en journal.',
    nyForm: 'Ny anteckning',
    andraForm: 'Ändra anteckningen',
    text: 'Anteckning',
    verb: 'Spara anteckningen',
    sparad: 'Anteckningen är sparad.',
    andraVad: (datum: string) => `Ändra anteckningen från ${datum}`,
    forstor: 'Förstör',
    forstorVad: (datum: string) => `Förstör anteckningen från ${datum}`,
    forstorTitel: 'Förstör anteckningen',
    forstorFraga: 'Ska anteckningen förstöras?',
    forstorText: (datum: string) => `Anteckningen från ${datum} raderas ur Lotsen nu. Säkerhetskopior som sparas längre än 7 dagar innehåller inga anteckningar; i yngre kopior försvinner den senast om 7 dagar.`,
    forstorSlut: 'Det går inte att ångra, och ingen kan ta fram texten igen.',
    forstord: 'Anteckningen är förstörd.',
    vantar: 'Uppdraget är avslutat. Anteckningarna förstörs när tiden för att ångra avslutet har gått ut.',
    vad: val(ANTECKNINGARNA),
    vadord: ANTECKNINGARNA,
  },

  malutfall: { val: val(MALUTFALL), ord: MALUTFALL },

  oros: {
    titel: 'Orosanmälan',
    lank: 'Oro för ett barn?',
    fraga: 'Oro för att ett barn far illa',
    stycken: [
      'Den som i sitt arbete får veta eller misstänker att ett barn far illa ska genast anmäla det till socialnämnden. Det gäller också personligt ombud (19 kap. 1 § socialtjänstlagen 2025:400).',
      'Skyldigheten är din egen. Den går före tystnadsplikten och kräver varken klientens samtycke eller att du är säker. Socialtjänsten avgör vad som är sant och vad som behövs.',
    ],
    garTill: 'Så gör du',
    steg: [
      'Gäller det fara för liv eller hälsa just nu: ring 112.',
      'Ring annars socialtjänsten i den kommun där barnet bor. Utanför kontorstid: socialjouren, via 112 eller kommunens växel.',
      'Berätta vad du har sett eller hört, när, och vem barnet är. Säg att du anmäler enligt 19 kap. 1 §.',
      'Bekräfta skriftligt på socialtjänstens blankett om de ber om det. Spara ingen kopia i Lotsen.',
      'Berätta för klienten att du anmäler, om det inte ökar risken för barnet. Rådgör gärna med enhetschefen eller socialtjänsten om hur, utan att vänta med anmälan.',
    ],
    sparas: 'Lotsen sparar bara att guiden har använts och vilken dag. Inget om barnet, om oron eller om en anmälan gjordes.',
    verb: 'Jag har läst, spara dagen',
    sparat: 'Dagen är sparad. Inget annat.',
  },
} as const
