import { forklaring } from '../redovisning/forklaring.ts'
import type { FigurId } from '../redovisning/typer.ts'

const EGEN = 'Uppgiften skrivs in i Lotsen.'
const BIDRAG = 'Förordning 2013:522, 15 §.'
const LEDNING = 'Förordning 2013:522, 5 §.'
const SOKT = 'Förordning 2013:522, 8 § 2.'

/** Figures that are not counted from the register but from what has been written in, by the longest part that fits. */
const SKRIVNA = new Map<string, string>(Object.entries({
  'ekonomi.belopp': `Det belopp per årsanställning som Socialstyrelsen har bestämt för året. ${EGEN}`,
  'ekonomi.arsanstallningar': `Årsanställningar som länsstyrelsen har beviljat bidrag för, för redovisningens kommuner tillsammans. ${BIDRAG}`,
  'ekonomi.vakans': `Beviljade årsanställningar minus bemannat, aldrig under noll. ${BIDRAG}`,
  'ekonomi.oanvant': `Beviljat minus använt, aldrig under noll; anges inte förrän båda är inskrivna för alla kommuner. ${BIDRAG}`,
  'ekonomi.attBetalaTillbaka': `Utbetalt minus använt, aldrig under noll. ${BIDRAG}`,
  ekonomi: `Summan för redovisningens kommuner av det som har skrivits in under Statsbidrag. ${BIDRAG}`,
  ekonomiPerKommun: `Det som har skrivits in för kommunen under Statsbidrag. ${BIDRAG}`,
  ledningsgrupp: `Platser i ledningsgruppen som den ser ut den 31 december, eller i dag om året pågår. ${LEDNING}`,
  vantetidAntal: 'Uppdrag som började under året och har en registrerad kontakt: de som väntetiden är medianen av. Lotsens egen räkneregel.',
  'ansokan.arsanstallningar': `Summan av de årsanställningar som söks per kommun. ${SOKT}`,
  'ansokan.belopp': `Sökta årsanställningar gånger årets belopp per årsanställning, i hela kronor. ${SOKT}`,
  ansokanPerKommun: `De årsanställningar som söks för kommunen, och dem gånger årets belopp. ${SOKT}`,
}))

/** How any figure of a handling comes about, in one plain sentence with the rule; empty for an id that nothing has. */
export function figurforklaring(figur: FigurId): string {
  const led = figur.split('.')
  for (let antal = led.length; antal > 0; antal--) {
    const mening = SKRIVNA.get(led.slice(0, antal).join('.'))
    if (mening !== undefined) return mening
  }
  return forklaring(figur) ?? ''
}
