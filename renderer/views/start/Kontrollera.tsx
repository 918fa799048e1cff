import { useLocation } from 'wouter'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Steg, type Svar, Svarslista } from '../../parts/Steg.tsx'
import { uppstart as text } from '../../texter/start.ts'
import { type Personutkast, rollerIOrd, type Stegnamn } from './kontorsutkast.ts'
import type { Stegegenskaper } from './Skapa.tsx'
import { useStegning } from './stegning.ts'
import { VAG } from './vagar.ts'

/** Every answer, each with its way to change it. */
export function Kontrollera({ uppstart }: Stegegenskaper) {
  const { utkast, sattTillKontroll } = uppstart
  const { vidare, steg } = useStegning('kontrollera', uppstart)
  const [, ga] = useLocation()
  const andra = (till: Stegnamn) => () => {
    sattTillKontroll(true)
    ga(VAG.steg(till))
  }
  const rader: Svar[] = [
    { fraga: text.enhetsnamn, svar: utkast.namn, onAndra: andra('enhet') },
    { fraga: text.vardkommun, svar: kommunNamn(utkast.vardkommun), onAndra: andra('enhet') },
    { fraga: text.kommunerFalt, svar: (utkast.kommuner ?? []).toSorted(kommunOrdning).map(kommunNamn).join(text.komma), onAndra: andra('kommuner') },
    { fraga: text.du_, svar: iOrd(utkast.du), onAndra: andra('du') },
    { fraga: text.anvandare, svar: utkast.andra.map(iOrd).join('\n\n') || text.ingaAndra, onAndra: andra('anvandare') },
    { fraga: text.planKort, svar: utkast.plan.svar === 'bekraftad' ? text.planBekraftad(utkast.plan.referens) : text.planSvar.senare, onAndra: andra('plan') },
  ]
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.kontrollera} titel={text.kontrolleraTitel} under={text.kontrolleraText} />
      <Steg {...steg} verb={text.tillNyckelbladet} onFortsatt={vidare}>
        <Svarslista rader={rader} />
      </Steg>
    </Framsida>
  )
}

const iOrd = (person: Personutkast) => text.person(person.namn, person.anvandarnamn, rollerIOrd(person.roller))
