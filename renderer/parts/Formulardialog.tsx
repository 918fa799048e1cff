import { type FormEvent, type ReactNode, useId } from 'react'
import { delar } from '../texter/delar.ts'
import { Dialog } from './Dialog.tsx'
import { Felsammanfattning } from './Felsammanfattning.tsx'
import type { Formular } from './formular.ts'
import { Knapp } from './Knapp.tsx'
import stil from './Formulardialog.module.css'

interface Egenskaper {
  readonly rubrik: string
  readonly onStang: () => void
  /** Any form: errors, sending and waiting come from it. */
  readonly form: Pick<Formular<object>, 'fel' | 'forsok' | 'faltId' | 'sparar'> & { skicka(e?: FormEvent): void }
  /** The verb with its object: "Lägg till kommunen". */
  readonly verb: string
  readonly fara?: boolean
  readonly bredd?: 'vanlig' | 'bred'
  readonly children: ReactNode
}

/** A short form in a dialog, for a row of a list. Enter saves, Esc closes; after an error everything typed stays. */
export function Formulardialog({ rubrik, onStang, form, verb, fara = false, bredd = 'vanlig', children }: Egenskaper) {
  const id = useId()
  return (
    <Dialog
      rubrik={rubrik}
      oppen
      onStang={onStang}
      bredd={bredd}
      knappar={
        <>
          <Knapp type="submit" form={id} sort={fara ? 'fara' : 'forsta'} vantar={form.sparar}>
            {verb}
          </Knapp>
          <Knapp onPress={onStang}>{delar.avbryt}</Knapp>
        </>
      }
    >
      <Felsammanfattning {...form} />
      <form id={id} className={stil.falten} noValidate onSubmit={form.skicka}>
        {children}
      </form>
    </Dialog>
  )
}
