import { useState } from 'react'
import type { Kopiehuvud, Kopieinnehall, Lage } from '../../../electron/office/contract/start.ts'
import { AterstallFil } from './AterstallFil.tsx'
import { AterstallGranska, Aterstallt, type Aterstallningssvar } from './AterstallGranska.tsx'
import { AterstallOppna } from './AterstallOppna.tsx'

/** How far the restore has come. The office holds the file until it is restored or the window closes. */
type Lagen =
  | { readonly vid: 'fil' }
  | { readonly vid: 'oppna'; readonly huvud: Kopiehuvud }
  | { readonly vid: 'granska'; readonly huvud: Kopiehuvud; readonly innehall: Kopieinnehall }
  | { readonly vid: 'klart'; readonly svar: Aterstallningssvar }

/** Restores a backup file: choose it, unlock it, see what it holds, and only then restore. */
export function Aterstall({ lage }: { readonly lage: Lage }) {
  const [nu, setNu] = useState<Lagen>({ vid: 'fil' })
  switch (nu.vid) {
    case 'fil':
      return <AterstallFil lage={lage} onLast={(huvud) => setNu({ vid: 'oppna', huvud })} />
    case 'oppna':
      return <AterstallOppna huvud={nu.huvud} onTillbaka={() => setNu({ vid: 'fil' })} onOppnad={(innehall) => setNu({ ...nu, vid: 'granska', innehall })} />
    case 'granska':
      return (
        <AterstallGranska
          lage={lage}
          huvud={nu.huvud}
          innehall={nu.innehall}
          onTillbaka={() => setNu({ vid: 'oppna', huvud: nu.huvud })}
          onKlart={(svar) => setNu({ vid: 'klart', svar })}
        />
      )
    case 'klart':
      return <Aterstallt svar={nu.svar} lage={lage} />
  }
}
