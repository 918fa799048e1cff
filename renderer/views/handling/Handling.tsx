import { useEffect } from 'react'
import type { Punktid, Slag } from '../../../db/model/blankett/typer.ts'
import type { Handlingssida } from '../../../db/model/handling/typer.ts'
import { Redirect } from 'wouter'
import { useInloggad } from '../../app/session.ts'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Avser } from './Avser.tsx'
import { Fyll } from './Fyll.tsx'
import { lasOmForaldrad, useHandlingssida } from './fragor.ts'
import { Granska } from './Granska.tsx'
import { Huvud } from './Huvud.tsx'
import { Punkten } from './Punkten.tsx'
import { Sammanhang } from './sammanhang.ts'
import { Utskrift } from './Utskrift.tsx'
import { handlingsvag, type Sida, SIDOR } from './vagar.ts'
import { allaSiffror } from './varden.ts'

interface Egenskaper {
  readonly slag: Slag
  readonly id: string
  /** A point, or a page beside the points; undefined where one comes first. */
  readonly dar: string | undefined
  /** A field of the point to go to. */
  readonly falt: string | undefined
}

/** One handling: redovisning or ansökan, its points and what is done with the whole of it. */
export function Handling({ slag, id, dar, falt }: Egenskaper) {
  const svar = useHandlingssida(slag, id)
  return <Hamtat svar={svar}>{(sida) => <Handlingens key={id} slag={slag} sida={sida} dar={dar} falt={falt} />}</Hamtat>
}

function Handlingens({ slag, sida, dar, falt }: Omit<Egenskaper, 'id'> & { readonly sida: Handlingssida }) {
  const { roller } = useInloggad()
  const { id } = sida.handling
  useEffect(() => lasOmForaldrad(slag, id), [slag, id, dar])
  const beside = SIDOR.find((s) => s === dar)
  const punkt = sida.blankett.punkter.find((p) => p.id === dar)?.id
  if (beside === undefined && punkt === undefined) return <Redirect to={handlingsvag(slag, sida.handling.id, forsta(sida))} replace />
  const far = roller.includes('enhetschef') && sida.handling.status === 'utkast'
  return (
    <Sammanhang value={{ slag, sida, far, siffror: allaSiffror(sida.falt) }}>
      {beside === 'skriv-ut' ? (
        <Utskrift />
      ) : (
        <>
          <Huvud dar={beside} />
          <Innehall beside={beside} punkt={punkt} falt={falt} />
        </>
      )}
    </Sammanhang>
  )
}

function Innehall({ beside, punkt, falt }: { readonly beside: Sida | undefined; readonly punkt: Punktid | undefined; readonly falt: string | undefined }) {
  if (beside === 'granska') return <Granska />
  if (beside === 'fyll-i') return <Fyll />
  if (beside === 'avser') return <Avser />
  return punkt === undefined ? null : <Punkten key={punkt} punkt={punkt} falt={falt} />
}

/** A draft begins at its first point; what has been fixed at its own page. */
const forsta = ({ handling, blankett }: Handlingssida): Punktid | Sida => (handling.status === 'utkast' ? (blankett.punkter[0]?.id ?? 'granska') : 'granska')
