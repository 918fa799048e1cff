import type { FigurId } from './typer.ts'

const TJANSTER = 'Förordning 2013:522, 10 § 1.'
const PERSONER = 'Förordning 2013:522, 10 § 2.'
const BRISTER = 'Förordning 2013:522, 10 § 5.'
const ARSANSTALLNING = 'HSLF-FS 2016:98, 3 §.'
const EGEN = 'Lotsens egen räkneregel.'

/** The five client figures, said once for the whole and once for a kommun. */
const KLIENTER: Readonly<Record<string, string>> = {
  stod: 'Personer som har haft ett uppdrag minst en dag under året, var och en räknad en gång',
  ingaende: 'Personer vars uppdrag började före den 1 januari och pågick in i året',
  nya: 'Personer som fick stöd under året men inte hade något uppdrag när året började',
  avslutade: 'Personer som fick stöd under året och inte har något uppdrag som pågår efter den 31 december',
  utgaende: 'Personer som har ett uppdrag som pågår efter den 31 december',
}

/** Figures by id, or by the part before the code of a row. The first match from the longest id down counts. */
const FIGURER = new Map<FigurId, string>(Object.entries({
  ...Object.fromEntries(Object.entries(KLIENTER).map(([figur, mening]) => [`klienter.${figur}`, `${mening}. ${PERSONER}`])),
  aterkommande: `Nya personer som har haft ett uppdrag som slutade före årets början. ${EGEN}`,
  perKon: `Personer som fick stöd under året, efter det kön som har registrerats. ${PERSONER}`,
  perAldersgrupp: `Personer som fick stöd under året, efter ålder räknad som året minus födelseåret; okänt födelseår eller en ålder under 18 räknas som uppgift saknas. ${PERSONER}`,
  konOchAlder: `Personer som fick stöd under året, efter både kön och ålder, där åldern är året minus födelseåret. ${PERSONER}`,
  orsaker: `Personer som fick stöd under året och har orsaken registrerad på ett uppdrag som ger stödet; en person kan ha flera orsaker och räknas en gång för varje. ${PERSONER}`,
  livsomraden: `Personer som fick stöd under året och har livsområdet registrerat på ett uppdrag som ger stödet; en person räknas en gång för varje område. ${EGEN}`,
  'kontakter.antal': `Förfrågningar under året om personer utan pågående uppdrag; förfrågningar räknas, inte personer. ${EGEN}`,
  'kontakter.perInitiativtagare': `Årets kontakter efter vem som tog kontakten. ${EGEN}`,
  'kontakter.perKontaktvag': `Årets kontakter efter hur kontakten togs. ${EGEN}`,
  'kontakter.perUtfall': `Årets kontakter efter vad de ledde till, enligt det som senast har registrerats. ${EGEN}`,
  'kontakter.uppdragStartarSenare': `Årets kontakter som ledde till ett uppdrag som börjar först efter den 31 december. ${EGEN}`,
  kontakterPerOrsak: `Årets kontakter efter orsak; en kontakt kan ha flera orsaker och räknas en gång för varje. ${PERSONER}`,
  ko: `Kontakter som har ställts i kö senast den 31 december och som då varken hade lett till ett påbörjat uppdrag eller lämnat kön. ${EGEN}`,
  vantetidMedianDagar: `Medianen av antalet dagar från kontakten till uppdragets start, för uppdrag som började under året och har en kontakt. ${EGEN}`,
  vantetidUtanKontakt: `Uppdrag som började under året utan registrerad kontakt och därför inte räknas i väntetiden. ${EGEN}`,
  uppdragslangdMedianDagar: `Medianen av antalet dagar från uppdragets första till dess sista dag, båda räknade, för uppdrag som slutade under året. ${EGEN}`,
  avslutsorsaker: `Uppdrag som slutade under året, efter varför de slutade; uppdrag räknas, inte personer. ${EGEN}`,
  'uppdrag.ingaende': `Uppdrag som började före den 1 januari och pågick in i året. ${EGEN}`,
  'uppdrag.paborjade': `Uppdrag vars första dag ligger i året. ${EGEN}`,
  'uppdrag.avslutade': `Uppdrag vars sista dag ligger i året. ${EGEN}`,
  'uppdrag.utgaende': `Uppdrag som pågår efter den 31 december. ${EGEN}`,
  'uppdrag.paborjadeGenomKommunbyte': `Av de påbörjade uppdragen: de som kom in genom att personen flyttade hit inom enheten. ${EGEN}`,
  'uppdrag.avslutadeGenomKommunbyte': `Av de avslutade uppdragen: de som gick vidare genom att personen flyttade härifrån inom enheten; det är inget avslut. ${EGEN}`,
  'arsanstallningar.antal': `Tjänsternas procent gånger deras dagar under året, delat med årets dagar; vikarier räknas inte och frånvaro drar inte av. ${TJANSTER} ${ARSANSTALLNING}`,
  'arsanstallningar.vikarier': `Vikariers procent gånger deras dagar under året, delat med årets dagar. ${EGEN}`,
  'arsanstallningar.franvaro': `Frånvarons procent gånger dess dagar under året, delat med årets dagar, aldrig mer än tjänsten själv. ${EGEN}`,
  'arsanstallningar.bemannat': `Årsanställningar minus frånvaro plus vikarier. ${EGEN}`,
  klienterPerArsanstallning: `Personer som fick stöd under året, delat med årsanställningar före avrundning. ${EGEN}`,
  'brister.antal': `Brister som har iakttagits minst en gång under året, var och en räknad en gång. ${BRISTER}`,
  'brister.observationer': `Årets iakttagelser; samma brist kan ha iakttagits flera gånger. ${EGEN}`,
  'brister.perKategori': `Brister som har iakttagits under året, efter vad de handlar om. ${BRISTER}`,
  'brister.perNiva': `Brister som har iakttagits under året, efter nivån där de behöver lösas. ${BRISTER}`,
  'brister.perAktor': `Brister som har iakttagits under året, efter den aktör som ansvarar. ${BRISTER}`,
  'brister.perStatus': `Brister som har iakttagits under året, efter status den dag redovisningen läses eller fastställs. ${BRISTER}`,
  'bemanning.ombud': `Personer med en anställning någon dag under året. ${TJANSTER}`,
  'bemanning.utbildning': `Utbildningar vars sista dag ligger i året, de som deltog och hur länge de varade. ${TJANSTER}`,
  'bemanning.handledning': `Handledning under året: tillfällen, timmar och deltagare. ${TJANSTER}`,
  'bemanning.utanIntroduktion': `Personer med en anställning under året som inte har gått introduktionsutbildning senast den 31 december. ${EGEN}`,
  'bemanning.beviljat': `Årsanställningar som länsstyrelsen har beviljat kommunerna för året. ${ARSANSTALLNING}`,
  'bemanning.vakans': `Beviljade årsanställningar minus bemannade, aldrig under noll. ${EGEN}`,
  'kontroller.fodelsear_saknas': `Personer som fick stöd under året och saknar födelseår; de räknas i åldersgruppen uppgift saknas. ${EGEN}`,
  'kontroller.fodelsear_under_18': `Personer vars födelseår ger en ålder under 18; de räknas i åldersgruppen uppgift saknas. ${EGEN}`,
  'kontroller.alder_utanfor_grupper': `Personer vars ålder inte ligger i någon av enhetens åldersgrupper; de räknas som uppgift saknas. ${EGEN}`,
  'kontroller.orsak_saknas': `Personer som fick stöd under året genom ett uppdrag där ingen orsak har registrerats. ${EGEN}`,
  'kontroller.kontakt_ej_avgjord': `Årets kontakter som ännu inte har fått något utfall. ${EGEN}`,
  'kontroller.uppdrag_over_planerat_slut': `Uppdrag som pågår fast det planerade slutet har passerat. ${EGEN}`,
  'kontroller.uppdrag_under_8_dagar': `Uppdrag som slutade under året och varade kortare än 8 dagar; det kan ha varit en kvalificerad hänvisning. ${EGEN}`,
  'kontroller.ombud_over_100_procent': `Personer vars anställningar någon dag under året blir mer än 100 procent tillsammans. ${EGEN}`,
  'kontroller.franvaro_utanfor_anstallning': `Frånvaro under året på dagar då anställningen inte gäller; de dagarna räknas inte. ${EGEN}`,
  'kontroller.introduktion_saknas': `Personer med en anställning under året som inte har gått introduktionsutbildning senast den 31 december. ${EGEN}`,
  'kontroller.arsanstallningar_mot_beviljat': `Bemannade årsanställningar, jämförda med dem som länsstyrelsen har beviljat för året. ${EGEN}`,
  'kontroller.kommun_utanfor_enheten': `Kommuner som har uppdrag, kontakter eller anställningar under året utan att höra till enheten det året. ${EGEN}`,
  'kontroller.gallrad': `Personer vars uppgifter har gallrats; de räknas med åldersgruppen de hade det sista året med stöd. ${EGEN}`,
  'kontroller.flera_kommuner': `Personer som har fått stöd i flera kommuner under året; de räknas i var och en men bara en gång i totalen. ${EGEN}`,
}))

/** Årsanställningar stand per kommun under other names: perKommun.2062.arsanstallningar is arsanstallningar.antal there. */
const bemanningsfigur = (falt: string) => `arsanstallningar.${falt === 'arsanstallningar' ? 'antal' : falt}`

/**
 * How a figure is counted, in one plain Swedish sentence followed by the rule it comes from (DOMAIN §4).
 * Undefined for an id that no figure has.
 */
export function forklaring(figur: FigurId): string | undefined {
  const falt = /^perKommun\.[^.]+\.([^.]+)$/u.exec(figur)?.[1]
  if (falt !== undefined) {
    if (Object.hasOwn(KLIENTER, falt)) return `${KLIENTER[falt]}, räknat på uppdrag i kommunen. ${PERSONER}`
    return FIGURER.get(bemanningsfigur(falt))
  }
  const led = figur.split('.')
  for (let antal = led.length; antal > 0; antal--) {
    const mening = FIGURER.get(led.slice(0, antal).join('.'))
    if (mening !== undefined) return mening
  }
  return undefined
}
