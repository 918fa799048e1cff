export { klienterPerOmbud, type Innehavsrad, type Uppdragstid } from './belastning.ts'
export { RADNAMN, TABELLER, TABELLNAMN, TABELLREGEL, type Radkod, type TabellId } from './rubriker.ts'
export { statistiktabeller, type Slag, type Statistik, type Statistikar, type Statistikcell, type Statistikrad, type Statistiktabell } from './tabeller.ts'
