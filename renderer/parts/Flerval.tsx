import { Check, ChevronDown, X } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { delar } from '../texter/delar.ts'
import stil from './Falt.module.css'
import { type Faltegenskaper, Faltskal, useFaltdelar } from './Falt.tsx'
import { Knapp } from './Knapp.tsx'
import { Soklista } from './Soklista.tsx'
import { type Alternativ, ruteklass } from './Valj.tsx'

interface Egenskaper extends Faltegenskaper {
  readonly alternativ: readonly Alternativ[]
  readonly varde: readonly string[]
  readonly onAndra: (koder: string[]) => void
  readonly platshallare?: string
  readonly disabled?: boolean
}

/** Lists at least this long get a search field. */
const SOKBAR = 8

/** Several of a list. The list stays open while one chooses; what is chosen stands under the field. */
export function Flerval({ alternativ, varde, onAndra, platshallare = delar.valjEnEllerFlera, disabled = false, ...rest }: Egenskaper) {
  const { skal, falt } = useFaltdelar(rest)
  const valda = alternativ.filter((rad) => varde.includes(rad.kod))
  const lista = (
    <ListBox className={stil.listbox} items={alternativ} renderEmptyState={() => <p className={stil.tomt}>{delar.ingetIListan}</p>}>
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
        selectionMode="multiple"
        aria-labelledby={`${falt.id}-etikett`}
        value={[...varde]}
        onChange={(koder) => onAndra(koder.map(String))}
        isDisabled={disabled}
        isInvalid={skal.fel !== undefined}
      >
        <Button id={falt.id} aria-describedby={falt['aria-describedby']} className={ruteklass(skal.fel)}>
          <SelectValue className={stil.platshallare ?? ''}>{() => platshallare}</SelectValue>
          <ChevronDown aria-hidden />
        </Button>
        <Popover className={stil.lista} offset={4}>
          {alternativ.length < SOKBAR ? (
            lista
          ) : (
            <Soklista alternativ={alternativ}>{lista}</Soklista>
          )}
        </Popover>
      </Select>
      {valda.length > 0 && (
        <ul className={stil.valda} aria-labelledby={`${falt.id}-etikett`}>
          {valda.map((rad) => (
            <li key={rad.kod}>
              <Knapp storlek="liten" ikon={X} aria-label={delar.tabort(rad.text)} isDisabled={disabled} onPress={() => onAndra(varde.filter((kod) => kod !== rad.kod))}>
                {rad.text}
              </Knapp>
            </li>
          ))}
        </ul>
      )}
    </Faltskal>
  )
}
