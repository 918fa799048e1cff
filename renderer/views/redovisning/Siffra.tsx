import { createContext, useContext } from 'react'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { redovisning as text } from '../../texter/redovisning.ts'
import stil from './Redovisning.module.css'

/** A figure that is to be opened: its id, what it counts, and how it stands on the page. */
export interface Oppning {
  readonly figur: string
  readonly vad: string
  readonly tal: string
}

interface Oppnare {
  readonly oppen: string | undefined
  readonly oppna: (oppning: Oppning) => void
}

export const Siffersammanhang = createContext<Oppnare>({ oppen: undefined, oppna: () => undefined })

/** A figure in a table: the number is what one presses. */
export function Siffra(oppning: Oppning) {
  const { oppen, oppna } = useContext(Siffersammanhang)
  return (
    <button type="button" className={stil.siffra} data-oppen={oppen === oppning.figur || undefined} aria-label={text.oppnaSiffra(oppning.vad, oppning.tal)} onClick={() => oppna(oppning)}>
      {oppning.tal}
    </button>
  )
}

/** The word at the end of a row that holds one figure. */
export function Oppnalank(oppning: Oppning) {
  const { oppna } = useContext(Siffersammanhang)
  return (
    <Knapp sort="lank" onPress={() => oppna(oppning)}>
      {text.oppna}
      <Osynlig>{text.oppnaVad(oppning.vad)}</Osynlig>
    </Knapp>
  )
}
