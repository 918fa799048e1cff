import { Check, ChevronDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { delar } from '../texter/delar.ts'
import stil from './Falt.module.css'
import { type Faltegenskaper, Faltskal, useFaltdelar } from './Falt.tsx'
import { Soklista } from './Soklista.tsx'

export interface Alternativ {
  readonly kod: string
  readonly text: string
}

interface Egenskaper extends Faltegenskaper {
  readonly alternativ: readonly Alternativ[]
  /** The chosen code, '' for none. */
  readonly varde: string
  readonly onAndra: (kod: string) => void
  readonly platshallare?: string
  /** Text of a first row that chooses nothing; without it a choice once made can only be changed. */
  readonly tomt?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

// The list holds '' under another key: react-aria takes an empty key for no key at all.
const INGET = '\u0000'

/** Lists at least this long get a search field. */
const SOKBAR = 20

/** One of several, from a list. Typing jumps to the row that begins so; a long list is searched instead. */
export function Valj({ alternativ, varde, onAndra, platshallare = delar.valj, tomt, disabled = false, autoFocus = false, ...rest }: Egenskaper) {
  const { skal, falt } = useFaltdelar(rest)
  const rader = tomt === undefined ? alternativ : [{ kod: INGET, text: tomt }, ...alternativ]
  // Not the library's own autoFocus: it leaves the page where it was scrolled, with the field out of sight.
  const knapp = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (autoFocus) knapp.current?.focus()
  }, [autoFocus])
  const lista = (
    <ListBox className={stil.listbox} items={rader} renderEmptyState={() => <p className={stil.tomt}>{delar.ingetIListan}</p>}>
      {(rad) => (
        <ListBoxItem id={rad.kod} textValue={rad.text} className={stil.val}>
          <Check aria-hidden strokeWidth={2.25} />
          {rad.text}
        </ListBoxItem>
      )}
    </ListBox>
  )
  return (
    <Faltskal {...skal}>
      <Select
        aria-labelledby={`${falt.id}-etikett`}
        value={varde === '' ? (tomt === undefined ? null : INGET) : varde}
        onChange={(kod) => onAndra(kod === null || kod === INGET ? '' : String(kod))}
        placeholder={platshallare}
        isDisabled={disabled}
        isInvalid={skal.fel !== undefined}
      >
        <Button ref={knapp} id={falt.id} aria-describedby={falt['aria-describedby']} className={ruteklass(skal.fel)}>
          <SelectValue className={({ isPlaceholder }) => (isPlaceholder ? (stil.platshallare ?? '') : '')}>{({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue>
          <ChevronDown aria-hidden />
        </Button>
        <Popover className={stil.lista} offset={4}>
          {rader.length < SOKBAR ? (
            lista
          ) : (
            <Soklista alternativ={alternativ}>{lista}</Soklista>
          )}
        </Popover>
      </Select>
    </Faltskal>
  )
}

export function ruteklass(fel: string | undefined): string {
  return [stil.ruta, stil.valjare, fel !== undefined && stil.ogiltig].filter(Boolean).join(' ')
}
