import type { Slag } from '../blankett/typer.ts'
import type { Fynd } from './kontroller.ts'
import type { Kontrollpostkod } from './typer.ts'

const antal = (n: number, ental: string, flertal: string) => (n === 1 ? ental : `${n} ${flertal}`)
const uppraknade = (namn: readonly string[] = []) => (namn.length < 2 ? (namn[0] ?? '') : `${namn.slice(0, -1).join(', ')} och ${namn.at(-1)}`)
const arsanst = (n: number | null | undefined) => (n ?? 0).toFixed(2).replace('.', ',')
const namn = (slag: Slag) => (slag === 'redovisning' ? 'redovisning' : 'ansökan')

/** What a check says when it has found nothing. */
const KLART: Record<Kontrollpostkod, string> = {
  falt_tomt: 'Alla fält som krävs är ifyllda.',
  fodelsear_saknas: 'Alla som har fått stöd har ett födelseår.',
  fodelsear_under_18: 'Ingen har ett födelseår som ger en ålder under 18.',
  orsak_saknas: 'Alla uppdrag har en orsak.',
  kontakt_ej_avgjord: 'Alla kontakter är avgjorda.',
  ombud_over_100_procent: 'Ingen är anställd på mer än 100 procent.',
  franvaro_utanfor_anstallning: 'All frånvaro ligger inom anställningarnas dagar.',
  introduktion_saknas: 'Alla ombud har gått introduktionsutbildning.',
  kommun_utanfor_enheten: 'Allt som har registrerats hör till enhetens kommuner.',
  kommun_utan_handling: 'Alla enhetens kommuner är med i en redovisning.',
  arsanstallningar_mot_beviljat: 'Bemanningen stämmer med det som har beviljats, eller så är inget beviljat inskrivet.',
  ekonomi_saknas: 'Statsbidraget är inskrivet.',
  ledningsgrupp_saknar_plats: 'De som ska ingå i ledningsgruppen sitter där, och de som ska erbjudas plats har erbjudits.',
  summor_stammer_inte: 'Summorna stämmer.',
  alder_utanfor_grupper: 'Alla åldrar ligger i en åldersgrupp.',
  uppdrag_over_planerat_slut: 'Inget uppdrag pågår efter sitt planerade slut.',
  uppdrag_under_8_dagar: 'Inget uppdrag var kortare än 8 dagar.',
  flera_kommuner: 'Ingen har fått stöd i flera kommuner.',
  text_fran_fjol: 'Inga texter står kvar oförändrade från förra året.',
  rattat_for_hand: 'Ingen siffra är rättad för hand.',
}

/** One or two plain sentences: what was found, and what to do. */
export function kontrolltext(kod: Kontrollpostkod, slag: Slag, f: Fynd): string {
  if (f.antal === 0) return KLART[kod]
  const n = f.antal
  switch (kod) {
    case 'falt_tomt':
      return `${antal(n, 'Ett fält som krävs är tomt', 'fält som krävs är tomma')}: ${uppraknade(f.namn)}. Fyll i ${n === 1 ? 'det' : 'dem'}.`
    case 'fodelsear_saknas':
      return `${antal(n, 'En person saknar födelseår', 'personer saknar födelseår')} och räknas som uppgift saknas. Ombudet fyller i det på ärendet.`
    case 'fodelsear_under_18':
      return `${antal(n, 'En person har ett födelseår', 'personer har ett födelseår')} som ger en ålder under 18. Ombudet rättar det på ärendet.`
    case 'orsak_saknas':
      return `${antal(n, 'Ett ärende saknar', 'ärenden saknar')} orsak till kontakt. Ombudet fyller i den på uppdraget.`
    case 'kontakt_ej_avgjord':
      return `${antal(n, 'En kontakt är', 'kontakter är')} ännu inte avgjord${n === 1 ? '' : 'a'}. Den som registrerade kontakten skriver in vad den ledde till.`
    case 'ombud_over_100_procent':
      return `${uppraknade(f.namn)} är anställd på mer än 100 procent någon dag. Rätta anställningarna under Bemanning.`
    case 'franvaro_utanfor_anstallning':
      return `${uppraknade(f.namn)} har frånvaro på dagar då anställningen inte gäller. De dagarna räknas inte. Rätta under Bemanning.`
    case 'introduktion_saknas':
      return `${uppraknade(f.namn)} har ingen introduktionsutbildning inskriven. Skriv in den under Utbildning, eller när den ska ske i texten om utbildning.`
    case 'kommun_utanfor_enheten':
      return `${uppraknade(f.namn)} har uppdrag, kontakter eller anställningar men hör inte till enheten det här året. Rätta kommunens datum eller det som har registrerats.`
    case 'kommun_utan_handling':
      return `${uppraknade(f.namn)} är inte med i någon ${namn(slag)}. Lägg till ${n === 1 ? 'kommunen' : 'kommunerna'} här eller i en annan.`
    case 'arsanstallningar_mot_beviljat':
      return `Bemannat är ${arsanst(f.a)} årsanställningar och beviljat är ${arsanst(f.b)}. Skriv varför, eller rätta bemanningen.`
    case 'ekonomi_saknas':
      return slag === 'ansokan' ? 'Årets belopp per årsanställning är inte inskrivet, så det sökta beloppet kan inte räknas. Skriv in det under Statsbidrag.'
        : `Beviljat eller använt statsbidrag är inte inskrivet för ${uppraknade(f.namn)}. Skriv in det under Statsbidrag.`
    case 'ledningsgrupp_saknar_plats':
      return `Ledningsgruppen saknar ${uppraknade(f.namn)}. De ska ingå eller erbjudas plats enligt 5 §.`
    case 'summor_stammer_inte':
      return `${antal(n, 'En summa stämmer', 'summor stämmer')} inte efter rättelser för hand: ingående och nya ska bli stöd under året, liksom avslutade och utgående. Rätta även de siffror som hör ihop.`
    case 'alder_utanfor_grupper':
      return `${antal(n, 'En person har en ålder', 'personer har en ålder')} utanför enhetens åldersgrupper och räknas som uppgift saknas.`
    case 'uppdrag_over_planerat_slut':
      return `${antal(n, 'Ett ärende har ett uppdrag', 'ärenden har uppdrag')} som pågår efter planerat slut. Ombudet förlänger eller avslutar.`
    case 'uppdrag_under_8_dagar':
      return `${antal(n, 'Ett ärende har ett uppdrag', 'ärenden har uppdrag')} som varade kortare än 8 dagar. Var det en kvalificerad hänvisning?`
    case 'flera_kommuner':
      return `${antal(n, 'En person har', 'personer har')} fått stöd i flera kommuner: summan per kommun är ${f.summa}, men totalen är ${f.total} eftersom var och en räknas en gång.`
    case 'text_fran_fjol':
      return `${antal(n, 'En text står', 'texter står')} kvar från förra året: ${uppraknade(f.namn)}. Läs igenom och spara.`
    case 'rattat_for_hand':
      return `${antal(n, 'En siffra är', 'siffror är')} ${n === 1 ? 'rättad' : 'rättade'} för hand: ${uppraknade(f.namn)}. Båda visas.`
  }
}
