import { FileWarning, KeyRound } from 'lucide-react'
import type { Importsvar } from '../../../electron/office/contract/importera.ts'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { importera } from '../../texter/importera.ts'
import stil from './Importera.module.css'

const text = importera.klart

/** Step 4: done, and what is still to be done with the source file. */
export function Klart({ filnamn, svar, onEnTill }: { readonly filnamn: string; readonly svar: Importsvar; readonly onEnTill: () => void }) {
  return (
    <>
      <p className={stil.ingress} role="status">
        {text.text(svar.klienter, svar.uppdrag, svar.kontakter)}
      </p>
      <section className={stil.viktigt}>
        <h2>
          <FileWarning aria-hidden strokeWidth={1.75} />
          {text.kallfil(filnamn)}
        </h2>
        <p>{text.kallfilText}</p>
      </section>
      <section className={stil.besked}>
        <h2>
          <KeyRound aria-hidden strokeWidth={1.75} />
          {text.namn}
        </h2>
        <p>{text.namnText}</p>
      </section>
      <div className={stil.knappar}>
        <Lankknapp sort="forsta" till="/kontoret/sakerhetskopia">
          {text.kopia}
        </Lankknapp>
        <Knapp onPress={onEnTill}>{text.enTill}</Knapp>
      </div>
    </>
  )
}
