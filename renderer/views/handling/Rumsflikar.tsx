import type { Slag } from '../../../db/model/blankett/typer.ts'
import { useIdag } from '../../app/idag.ts'
import { useInloggad } from '../../app/session.ts'
import { Flikar } from '../../parts/Flikar.tsx'
import { handling } from '../../texter/handling.ts'
import { tillAdress } from '../redovisning/val.ts'
import { arsvag, BLANKETTER, forvaltHandlingsar } from './vagar.ts'

const text = handling.rumsflikar

/** The room's own pages: the two kinds, the forms, and all figures of a year. @param har the kind and year one is at */
export function Rumsflikar({ har }: { readonly har?: { readonly slag: Slag; readonly ar: number } }) {
  const idag = useIdag()
  const { roller } = useInloggad()
  const ar = (slag: Slag) => (har?.slag === slag ? har.ar : forvaltHandlingsar(slag, idag))
  return (
    <Flikar
      etikett={handling.rummet}
      flikar={[
        { vag: arsvag('redovisning', ar('redovisning')), text: text.redovisning },
        { vag: arsvag('ansokan', ar('ansokan')), text: text.ansokan },
        ...(roller.includes('enhetschef') ? [{ vag: BLANKETTER, text: text.blanketter }] : []),
        { vag: tillAdress({ ar: ar('redovisning'), sida: 'personer', kommuner: [] }), text: text.siffror },
      ]}
    />
  )
}
