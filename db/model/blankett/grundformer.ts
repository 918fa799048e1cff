import type { Figurtabellnamn } from './figurtabeller.ts'
import { zBlankettinnehall, type Blankett, type Falt, type Punkt, type Slag } from './typer.ts'

/**
 * The forms that Lotsen brings, complete by DOMAIN §3. They are copied to be changed. One that has been shipped is
 * never changed either: a change is a next version beside it, for those that were made on the one before.
 */

type Val = Partial<Pick<Falt, 'hjalp' | 'kravs' | 'pa'>>
type In<T> = T extends Falt ? Omit<T, 'hjalp' | 'kravs' | 'pa'> & Val : never
const falt = (rad: In<Falt>): Falt => ({ hjalp: '', kravs: false, pa: true, ...rad })

const siffra = (id: string, etikett: string, figur: string, val: Val = {}) => falt({ typ: 'siffra', id, etikett, figur, ...val })
const text = (id: string, etikett: string, hjalp: string, val: Val & { maxLangd?: number } = {}) => falt({ typ: 'text', id, etikett, hjalp, maxLangd: 4000, ...val })
const tabell = (id: string, etikett: string, namn: Figurtabellnamn, val: Val = {}) => falt({ typ: 'tabell', id, etikett, tabell: namn, ...val })
const jaNej = (id: string, etikett: string, val: Val = {}) => falt({ typ: 'ja_nej', id, etikett, ...val })
const punkt = (id: Punkt['id'], rubrik: string, ...egna: Falt[]): Punkt => ({ id, rubrik, falt: egna })
const KRAV = { kravs: true } as const

const REDOVISNING: Punkt[] = [
  punkt('tjanster', 'Tjänster, utbildning och handledning',
    siffra('arsanstallningar', 'Årsanställningar som personligt ombud', 'arsanstallningar.antal', KRAV),
    siffra('ombud', 'Personer som har arbetat som ombud', 'bemanning.ombud'),
    siffra('vikarier', 'Vikarier, vid sidan av', 'arsanstallningar.vikarier'),
    siffra('bemannat', 'Bemannat', 'arsanstallningar.bemannat'),
    tabell('arsanstallningar_per_kommun', 'Årsanställningar per kommun', 'arsanstallningarPerKommun'),
    text('tjanster_text', 'Om tjänsterna', 'Sådant som förklarar siffrorna: vakanser, sjukskrivning, ny organisation.'),
    tabell('utbildning', 'Utbildning', 'utbildning'),
    text('utbildning_text', 'Vilken utbildning har ombuden fått?', 'Introduktionsutbildning, nätverksträffar och annan utbildning under året.', KRAV),
    tabell('handledning', 'Handledning', 'handledning'),
    text('handledning_text', 'Vilken handledning har ombuden fått?', 'Form, omfattning och vem som handleder.', KRAV)),
  punkt('personer', 'Personer som har fått stöd, och varför de tog kontakt',
    siffra('stod', 'Personer som har fått stöd under året', 'klienter.stod', KRAV),
    siffra('ingaende', 'Pågående vid årets början', 'klienter.ingaende'),
    siffra('nya', 'Nya under året', 'klienter.nya'),
    siffra('aterkommande', 'varav återkommande', 'aterkommande'),
    siffra('avslutade', 'Avslutade under året', 'klienter.avslutade'),
    siffra('utgaende', 'Pågående vid årets slut', 'klienter.utgaende'),
    text('grupper', 'Vilka grupper har fått stöd?', 'Beskriv målgruppen utan uppgifter om enskilda.', KRAV),
    tabell('per_kommun', 'Personer per kommun', 'perKommun'),
    tabell('per_kon', 'Personer efter kön', 'perKon'),
    tabell('per_alder', 'Personer efter ålder', 'perAldersgrupp'),
    tabell('kon_och_alder', 'Personer efter kön och ålder', 'konOchAlder'),
    tabell('orsaker', 'De vanligaste orsakerna till kontakt', 'orsaker', { ...KRAV, hjalp: 'En person kan ha flera orsaker och räknas en gång för varje.' }),
    text('orsaker_text', 'Om orsakerna', 'Det som behöver sägas om varför människor har tagit kontakt.'),
    tabell('livsomraden', 'Livsområden', 'livsomraden'),
    tabell('uppdrag', 'Uppdrag', 'uppdrag'),
    siffra('uppdragslangd', 'Uppdragens längd, median i dagar', 'uppdragslangdMedianDagar'),
    tabell('avslutsorsaker', 'Varför uppdrag har avslutats', 'avslutsorsaker'),
    siffra('kontakter', 'Kontakter under året', 'kontakter.antal', { hjalp: 'Förfrågningar räknas, inte personer.' }),
    tabell('kontakter_initiativ', 'Vem som tog kontakt', 'kontakterPerInitiativtagare'),
    tabell('kontakter_vag', 'Hur kontakten togs', 'kontakterPerKontaktvag', { pa: false }),
    tabell('kontakter_utfall', 'Vad kontakterna ledde till', 'kontakterPerUtfall'),
    tabell('kontakter_orsak', 'Orsaker bland alla kontakter', 'kontakterPerOrsak'),
    siffra('ko', 'I kö vid årets slut', 'ko'),
    siffra('vantetid', 'Väntetid, median i dagar', 'vantetidMedianDagar')),
  punkt('riktlinjer', 'Bedömningsriktlinjer och prioriteringsordning',
    jaNej('har_bedomningsriktlinjer', 'Finns det bedömningsriktlinjer?', KRAV),
    jaNej('har_prioriteringsordning', 'Finns det en prioriteringsordning?', KRAV),
    text('riktlinjer_text', 'Riktlinjerna och prioriteringsordningen', 'Hur det bedöms vem som får stöd, och i vilken ordning.', { maxLangd: 8000 })),
  punkt('organisation', 'Organisation, ledning och samverkan',
    text('organisation_text', 'Hur är verksamheten organiserad?', 'Driftsform, värdkommun, var ombuden finns.', KRAV),
    text('ledning_text', 'Hur leds verksamheten?', 'Enhetschef, ledningsgrupp och hur ofta den möts.', KRAV),
    tabell('ledningsgrupp', 'Ledningsgruppens platser', 'ledningsgrupp'),
    text('samverkan_text', 'Hur sker samverkan?', 'Med kommun, region, Arbetsförmedlingen, Försäkringskassan och brukar- och anhörigorganisationer.', KRAV)),
  punkt('brister', 'Uppmärksammade brister i tillgång till vård, stöd och service',
    siffra('brister', 'Brister som har iakttagits', 'brister.antal'),
    siffra('bristobservationer', 'Iakttagelser', 'brister.observationer'),
    tabell('brister_kategori', 'Brister efter vad de handlar om', 'bristerPerKategori'),
    tabell('brister_niva', 'Brister efter nivå', 'bristerPerNiva'),
    tabell('brister_aktor', 'Brister efter ansvarig aktör', 'bristerPerAktor'),
    tabell('brister_status', 'Brister efter status', 'bristerPerStatus', { pa: false }),
    text('brister_text', 'Vilka brister har uppmärksammats?', 'Aldrig namn eller annat som pekar ut en enskild.', { ...KRAV, maxLangd: 8000 })),
  punkt('ekonomi', 'Ekonomi',
    siffra('beviljade_arsanstallningar', 'Beviljade årsanställningar', 'ekonomi.arsanstallningar'),
    siffra('vakans', 'Vakans', 'ekonomi.vakans'),
    siffra('beviljat', 'Beviljat statsbidrag', 'ekonomi.beviljat', KRAV),
    siffra('utbetalt', 'Utbetalt statsbidrag', 'ekonomi.utbetalt'),
    siffra('anvant', 'Använt statsbidrag', 'ekonomi.anvant', KRAV),
    siffra('oanvant', 'Oanvänt statsbidrag', 'ekonomi.oanvant', KRAV),
    tabell('ekonomi_per_kommun', 'Statsbidraget per kommun', 'ekonomiPerKommun'),
    text('ekonomi_text', 'Om ekonomin', 'Varför bidrag är oanvänt, och hur kostnaderna har fördelats.')),
]

const ANSOKAN: Punkt[] = [
  punkt('kommuner', 'Vilka kommuner ansökan gäller',
    jaNej('flera_kommuner', 'Gäller ansökan även andra kommuner än den egna?', KRAV),
    text('kommuner_text', 'Om kommunerna', 'Avtal om samverkan, kommuner som är nya eller lämnar.')),
  punkt('arsanstallningar', 'Årsanställningar',
    falt({
      typ: 'egen_tabell', id: 'sokta', etikett: 'Sökta årsanställningar per kommun', rader: 'kommuner', ...KRAV,
      hjalp: 'Deltid räknas i förhållande till heltid: 75 procent är 0,75.',
      kolumner: [{ id: 'arsanstallningar', rubrik: 'Sökta årsanställningar', typ: 'tal', enhet: '', decimaler: 2, bunden: 'sokt' }],
    }),
    siffra('sokta_summa', 'Sökta årsanställningar', 'ansokan.arsanstallningar', KRAV),
    siffra('sats', 'Belopp per årsanställning', 'ekonomi.belopp'),
    siffra('sokt_belopp', 'Sökt belopp', 'ansokan.belopp', { ...KRAV, hjalp: 'Sökta årsanställningar gånger årets belopp.' }),
    tabell('belopp_per_kommun', 'Belopp per kommun', 'ansokanPerKommun'),
    text('arsanstallningar_text', 'Om årsanställningarna', 'Varför antalet ändras från förra året.')),
  punkt('driftsform', 'Driftsform och start',
    text('driftsform_text', 'Vilken eller vilka driftsformer planeras?', 'Egen regi, värdkommun, kommunalförbund, entreprenad, förening eller stiftelse.', KRAV),
    text('start_text', 'När kan verksamheten börja?', 'För en verksamhet som redan pågår: att den pågår.', { ...KRAV, maxLangd: 1000 })),
  punkt('samverkan', 'Samverkande myndigheter och organisationer',
    text('samverkan_text', 'Vilka myndigheter och organisationer ska samverka?', 'Kommun, region, Arbetsförmedlingen, Försäkringskassan, brukar- och anhörigorganisationer.', KRAV),
    tabell('ledningsgrupp', 'Ledningsgruppens platser', 'ledningsgrupp')),
  punkt('arbetssatt', 'Arbetssätt, prioritering och planering',
    text('arbetssatt_text', 'Hur ska ombuden arbeta med målgruppen?', 'Uppsökande arbete, första kontakt, uppdrag.', KRAV),
    text('prioritering_text', 'Hur prioriteras det?', 'Prioriteringsordning och bedömningsriktlinjer.', { ...KRAV, maxLangd: 8000 }),
    text('planering_text', 'Hur planeras och dokumenteras arbetet?', 'Inga journaler förs; det som skrivs hör till uppdraget och försvinner med det.', KRAV)),
  punkt('stod', 'Stöd till ombuden',
    text('utbildning_text', 'Vilken utbildning får ombuden?', 'Introduktionsutbildning, nätverksträffar och annat.', KRAV),
    text('handledning_text', 'Vilken handledning får ombuden?', 'Form, omfattning och vem som handleder.', KRAV)),
  punkt('uppfoljning', 'Uppföljning',
    text('uppfoljning_text', 'Hur ska verksamheten följas upp?', 'Vad som mäts, hur ofta och vem som får veta det.', KRAV)),
]

const inbyggd = (slag: Slag, id: string, namn: string, punkter: Punkt[]): Blankett =>
  ({ ...zBlankettinnehall.parse({ slag, namn, lan: null, fran: 2014, till: null, punkter }), id, version: 1, inbyggd: true })

export const GRUNDFORMER: Readonly<Record<Slag, Blankett>> = {
  redovisning: inbyggd('redovisning', 'grundform_redovisning', '2013:522 grundform', REDOVISNING),
  ansokan: inbyggd('ansokan', 'grundform_ansokan', '2013:522 ansökan', ANSOKAN),
}
/** Every shipped version there has been. */
export const INBYGGDA: readonly Blankett[] = Object.values(GRUNDFORMER)
