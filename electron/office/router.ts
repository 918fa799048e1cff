import { anteckningar, ataganden, orosguide, samtycken, uppfoljningar } from './procedurer/arbetet.ts'
import { veckan } from './procedurer/veckan.ts'
import { arenden } from './procedurer/arenden.ts'
import { bemanning } from './procedurer/bemanning.ts'
import { anvandare } from './procedurer/anvandare.ts'
import { enhet, kodlistor } from './procedurer/enhet.ts'
import { gallring } from './procedurer/gallring.ts'
import { importera } from './procedurer/importera.ts'
import { kontakter } from './procedurer/kontakter.ts'
import { logg, loggkontroll } from './procedurer/logg.ts'
import { nyckelblad } from './procedurer/nyckelblad.ts'
import { overlamningar } from './procedurer/overlamningar.ts'
import { ansokan } from './procedurer/ansokan.ts'
import { blanketter } from './procedurer/blanketter.ts'
import { redovisning, utskrifter } from './procedurer/redovisning.ts'
import { sakerhetskopior } from './procedurer/sakerhetskopior.ts'
import { session } from './procedurer/session.ts'
import { start } from './procedurer/start.ts'
import { ledningsgrupp } from './procedurer/ledningsgrupp.ts'
import { systemfel } from './procedurer/systemfel.ts'
import { statistik } from './procedurer/statistik.ts'
import { verksamhetsberattelse } from './procedurer/verksamhetsberattelse.ts'
import { statsbidrag } from './procedurer/statsbidrag.ts'
import { utbildning } from './procedurer/utbildning.ts'
import { uppdrag } from './procedurer/uppdrag.ts'
import { utkast } from './procedurer/utkast.ts'
import { os } from './kontext.ts'

/** The whole contract, served. One file per area in `procedurer/`. */
export const router = os.router({
  start, session, enhet, kodlistor, anvandare, nyckelblad, bemanning,
  utbildning, statsbidrag,
  kontakter, arenden, uppdrag, uppfoljningar, ataganden, anteckningar, samtycken, orosguide, veckan, utkast, overlamningar, importera, redovisning, utskrifter, sakerhetskopior,
  systemfel, ledningsgrupp,
  logg, loggkontroll, gallring,
  ansokan, blanketter,
  statistik, verksamhetsberattelse,
})
