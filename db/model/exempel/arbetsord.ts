import type { Vem } from '../arbetet.ts'

/** What the work between start and end says in words: promises, consents, notes. Nobody has said any of it. */

export interface Lofte {
  readonly vad: string
  readonly vem: Vem
  /** The actor it concerns (code), or null. */
  readonly aktor: string | null
}

const lofte = (vem: Vem, vad: string, aktor: string | null = null): Lofte => ({ vad, vem, aktor })

/** What was agreed to be done, by livsområde. */
export const LOFTEN: Readonly<Record<string, readonly Lofte[]>> = {
  boende: [
    lofte('tillsammans', 'Ringa hyresvärden om en avbetalningsplan', 'hyresvard'), lofte('ombudet', 'Fråga om förturen i bostadskön', 'kommunen_ovrigt'),
    lofte('aktoren', 'Lämna besked om stegen i bostad först', 'socialtjanst'), lofte('klienten', 'Fotografera fukten i badrummet'),
  ],
  ekonomi: [
    lofte('tillsammans', 'Ringa Försäkringskassan om sjukersättningen', 'forsakringskassan'), lofte('klienten', 'Ta med hyresavin och kontoutdraget till nästa träff'),
    lofte('tillsammans', 'Fylla i ansökan om ekonomiskt bistånd', 'socialtjanst'), lofte('aktoren', 'Skicka det nya beslutet om bostadstillägg', 'forsakringskassan'),
  ],
  skulder: [
    lofte('tillsammans', 'Öppna breven och lägga dem i ordning'), lofte('ombudet', 'Boka tid hos budget- och skuldrådgivaren', 'kommunen_ovrigt'),
    lofte('klienten', 'Begära ut skuldlistan från Kronofogden', 'kronofogden'), lofte('tillsammans', 'Gå igenom ansökan om skuldsanering', 'kronofogden'),
  ],
  vard: [
    lofte('tillsammans', 'Följa med till läkarbesöket på psykiatrin', 'psykiatri'), lofte('klienten', 'Skriva ner frågorna till läkaren'),
    lofte('aktoren', 'Kalla till SIP-möte', 'psykiatri'), lofte('ombudet', 'Fråga vårdcentralen om en fast läkarkontakt', 'primarvard'),
  ],
  lakemedel: [lofte('klienten', 'Skriva upp hur den nya medicinen känns'), lofte('tillsammans', 'Boka läkemedelsgenomgång på vårdcentralen', 'primarvard')],
  sysselsattning: [
    lofte('tillsammans', 'Hälsa på i dagverksamheten', 'kommunen_ovrigt'), lofte('aktoren', 'Bjuda in till ett trepartssamtal', 'arbetsformedlingen'),
    lofte('klienten', 'Mejla studievägledaren'),
  ],
  socialtjanst: [
    lofte('tillsammans', 'Möte med handläggaren om boendestödet', 'socialtjanst'), lofte('ombudet', 'Be om en genomförandeplan på papper', 'socialtjanst'),
    lofte('aktoren', 'Ge besked om kontaktperson', 'socialtjanst'),
  ],
  myndighetskontakter: [
    lofte('tillsammans', 'Möte med handläggaren om ekonomiskt bistånd', 'socialtjanst'), lofte('ombudet', 'Ringa handläggaren och be om mer tid att svara', 'forsakringskassan'),
    lofte('klienten', 'Spara breven oöppnade till nästa träff'),
  ],
  rattshjalp: [lofte('tillsammans', 'Skriva färdigt överklagandet', 'domstol'), lofte('ombudet', 'Fråga vad hemförsäkringens rättsskydd täcker')],
  familj: [lofte('klienten', 'Skriva vykortet till systern'), lofte('ombudet', 'Ta reda på när anhöriggruppen träffas', 'kommunen_ovrigt')],
  foraldraskap: [lofte('tillsammans', 'Mötet med skolan om barnens stöd', 'kommunen_ovrigt'), lofte('klienten', 'Fråga barnen vilken helg som passar')],
  socialt_natverk: [lofte('tillsammans', 'Prova öppna förmiddagen på träffpunkten', 'kommunen_ovrigt'), lofte('klienten', 'Ringa körledaren')],
  digital_delaktighet: [lofte('tillsammans', 'Gå till banken och skaffa BankID', 'bank'), lofte('klienten', 'Ta med legitimationen till nästa träff')],
  annat: [lofte('ombudet', 'Skriva ut det vi kom överens om'), lofte('tillsammans', 'Bestämma dag för nästa träff')],
}

/** Which actors an uppdrag of a livsområde usually concerns, the likeliest first. */
export const OMRADETS_AKTORER: Readonly<Record<string, readonly string[]>> = {
  boende: ['socialtjanst', 'hyresvard'], ekonomi: ['forsakringskassan', 'socialtjanst'], skulder: ['kronofogden', 'kommunen_ovrigt'], vard: ['psykiatri', 'primarvard'], lakemedel: ['primarvard', 'psykiatri'],
  sysselsattning: ['arbetsformedlingen', 'forsakringskassan'], socialtjanst: ['socialtjanst'], myndighetskontakter: ['forsakringskassan', 'skatteverket'], rattshjalp: ['domstol', 'overformyndaren'],
  familj: ['socialtjanst'], foraldraskap: ['socialtjanst', 'kommunen_ovrigt'], socialt_natverk: ['kommunen_ovrigt'], digital_delaktighet: ['bank', 'kommunen_ovrigt'], annat: ['kommunen_ovrigt'],
}

/** What a consent covers, by actor; actors that are not here get the words of `annan`. */
export const OMFATTNING: Readonly<Record<string, readonly string[]>> = {
  socialtjanst: ['Ansökan om boendestöd och hur den går', 'Ekonomiskt bistånd: vad som saknas och när beslut kommer', 'Planering inför SIP-mötet'],
  psykiatri: ['Bokade tider och vem som är fast vårdkontakt', 'Planering inför SIP-mötet', 'Läkarutlåtandet till Försäkringskassan'],
  primarvard: ['Bokade tider och remisser', 'Läkarintyg: när det skickas'],
  forsakringskassan: ['Ärendet om sjukersättning', 'Vilka intyg som saknas i ärendet', 'Bostadstillägget'],
  arbetsformedlingen: ['Planering av arbetsträning', 'Trepartssamtal och anpassningar'],
  kronofogden: ['Skulderna och ansökan om skuldsanering'],
  kommunen_ovrigt: ['Kontakten med budget- och skuldrådgivningen', 'Besök i den öppna verksamheten'],
  hyresvard: ['Hyresskulden och avbetalningsplanen', 'Störningsärendet och vad som har bestämts'],
  overformyndaren: ['Ansökan om god man'],
  bank: ['Att öppna konto och skaffa BankID'],
  annan: ['Det som rör ärendet hos er, tills det är klart'],
}

/** Short working notes: practical, as little as possible about the person. */
export const ANTECKNINGAR = [
  'Vill helst ha sms före samtal. Träffas på biblioteket.', 'Ring efter klockan tio.', 'Nästa träff: ta med blanketten för bostadstillägg.', 'Skrev en lista tillsammans: hyran först, sedan telefonen.',
  'Handläggaren är ledig till och med fredag. Ring på måndag.', 'Bra möte. Vill själv ringa vårdcentralen nästa gång.', 'Posten öppnad till och med i dag. Tre brev kvar att svara på.',
  'Vill gå igenom beslutet i lugn och ro innan något överklagas.', 'Möter vid busstationen, inte hemma.', 'Boendestödet kommer tisdagar och torsdagar.', 'Kom ihåg tolk till nästa möte.',
] as const
