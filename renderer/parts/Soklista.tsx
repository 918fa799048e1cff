import type { ReactNode } from 'react'
import { Autocomplete, Input, TextField } from 'react-aria-components'
import { jamforbar } from '../../db/model/text.ts'
import { delar } from '../texter/delar.ts'
import stil from './Falt.module.css'

/** Where a word begins in a label: "Malung-Sälen", "Ekonomi/skulder". */
const ORDBORJAN = /[\s/(-]+/u

/** Autocomplete itself points the field at its list (aria-controls); the linter cannot see that. */
const SOKRUTA = { role: 'combobox', 'aria-expanded': true } as const

/**
 * A list with a field that searches it. Focus stays in the field; arrow keys walk the list and Enter chooses.
 * The field says that it is a combobox, since that is what it does: screen readers then speak the row.
 */
export function Soklista({ alternativ, children }: { readonly alternativ: readonly { readonly text: string }[]; readonly children: ReactNode }) {
  return (
    <Autocomplete filter={(text, sokt) => stammer(text, sokt, alternativ)}>
      <TextField aria-label={delar.sokILista} autoFocus className={stil.sok ?? ''}>
        <Input className={stil.ruta ?? ''} {...SOKRUTA} placeholder={delar.sokILista} />
      </TextField>
      {children}
    </Autocomplete>
  )
}

/** Rows with a word that begins as one types; only when there is none, rows that hold it anywhere ("mor" is Mora, not Hedemora). */
export function stammer(text: string, sokt: string, alternativ: readonly { readonly text: string }[]): boolean {
  const sok = jamforbar(sokt)
  return alternativ.some((rad) => borjar(rad.text, sok)) ? borjar(text, sok) : jamforbar(text).includes(sok)
}

function borjar(text: string, sok: string): boolean {
  const jamfort = jamforbar(text)
  return jamfort.startsWith(sok) || jamfort.split(ORDBORJAN).some((ord) => ord.startsWith(sok))
}
