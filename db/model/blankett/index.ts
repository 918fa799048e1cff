export { FIGURTABELLER, type Figurtabellnamn } from './figurtabeller.ts'
export { granskaBlankett, type Blankettfel } from './granska.ts'
export { GRUNDFORMER, INBYGGDA } from './grundformer.ts'
export {
  PUNKTER, SLAG, zBlankettinnehall, type Blankett, type Blankettinnehall, type BlankettRad, type Falt, type Faltvarde, type Kolumn, type Punkt, type Punktid, type Slag, type Tabellrad,
} from './typer.ts'
