import { ansokan } from './ansokan.ts'
import { anteckningar, ataganden, orosguide, samtycken, uppfoljningar, veckan } from './arbetet.ts'
import { blanketter } from './blanketter.ts'
import { gallring } from './gallring.ts'
import { importera } from './importera.ts'
import { arenden, kontakter, uppdrag, utkast } from './klientarbete.ts'
import { anvandare, bemanning, enhet, kodlistor } from './kontoret.ts'
import { logg, loggkontroll } from './logg.ts'
import { nyckelblad } from './nyckelblad.ts'
import { overlamningar } from './overlamningar.ts'
import { redovisning, utskrifter } from './redovisning.ts'
import { sakerhetskopior } from './sakerhetskopior.ts'
import { session } from './session.ts'
import { start } from './start.ts'
import { ledningsgrupp, systemfel } from './systemfel.ts'
import { statistik } from './statistik.ts'
import { verksamhetsberattelse } from './verksamhetsberattelse.ts'
import { statsbidrag, utbildning } from './statsbidrag.ts'

/** The whole contract between a window (or script) and the office. Roles: `../roller.ts`. */
export const kontrakt = {
  start, session, enhet, kodlistor, anvandare, nyckelblad, bemanning,
  utbildning, statsbidrag,
  kontakter, arenden, uppdrag, uppfoljningar, ataganden, anteckningar, samtycken, orosguide, veckan, utkast, overlamningar, importera, redovisning, utskrifter, sakerhetskopior,
  systemfel, ledningsgrupp,
  logg, loggkontroll, gallring,
  ansokan, blanketter,
  statistik, verksamhetsberattelse,
}
