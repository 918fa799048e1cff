import type { Siffra as Siffran } from '../../../db/model/handling/typer.ts'
import { handling } from '../../texter/handling.ts'
import { Oppnalank, Siffra } from '../redovisning/Siffra.tsx'
import stil from './handling.module.css'
import { medEnhet, taltext } from './varden.ts'

const text = handling.falt

/** What the form says of a figure, and when it was corrected what Lotsen counts. */
export function Varde({ siffra, enhet = true }: { readonly siffra: Siffran; readonly enhet?: boolean }) {
  return (
    <>
      {enhet ? medEnhet(siffra.varde, siffra) : taltext(siffra.varde, siffra.decimaler)}
      <Rattad siffra={siffra} />
    </>
  )
}

function Rattad({ siffra }: { readonly siffra: Siffran }) {
  if (siffra.rattelse === null) return null
  return <span className={stil.rattad}>{`${text.rattad}. ${text.rattadMot(medEnhet(siffra.raknat, siffra))}`}</span>
}

/** A figure in a cell: the number is what one presses. */
export function Siffercell({ siffra, rad }: { readonly siffra: Siffran; readonly rad?: string }) {
  return (
    <>
      <Siffra figur={siffra.figur} vad={rad ?? siffra.etikett} tal={taltext(siffra.varde, siffra.decimaler)} />
      <Rattad siffra={siffra} />
    </>
  )
}

/** The word at the end of a row that holds one figure. */
export function Oppna({ siffra, vad }: { readonly siffra: Siffran; readonly vad: string }) {
  return <Oppnalank figur={siffra.figur} vad={vad} tal={medEnhet(siffra.varde, siffra)} />
}
