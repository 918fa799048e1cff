import { type FormEvent, type ReactNode, useId } from 'react'
import { delar } from '../texter/delar.ts'
import { Dialog } from './Dialog.tsx'
import { Felsammanfattning } from './Felsammanfattning.tsx'
import type { Formular } from './formular.ts'
import { Inaktuell, type Skillnad } from './Inaktuell.tsx'
import { Knapp } from './Knapp.tsx'
import stil from './Formulardialog.module.css'

interface Egenskaper {
  readonly rubrik: string
  readonly onStang: () => void
  /** Any form: errors, sending and waiting come from it. */
  readonly form: Pick<Formular<object>, 'fel' | 'forsok' | 'faltId' | 'sparar' | 'andrad'> & { skicka(e?: FormEvent): void; nollstall(): void }
  /** The verb with its object: "Lägg till kommunen". */
  readonly verb: string
  readonly fara?: boolean
  readonly bredd?: 'vanlig' | 'bred'
  /** Reads the row anew after somebody else's change; what is typed stays. */
  readonly onLasIn?: () => Promise<unknown>
  /** What somebody else has saved since the dialog was opened. */
  readonly skillnader?: readonly Skillnad[]
  readonly children: ReactNode
}

/** A short form in a dialog, for a row of a list. Enter saves; Esc closes as long as nothing has been typed. */
export function Formulardialog({ rubrik, onStang, form, verb, fara = false, bredd = 'vanlig', onLasIn, skillnader = [], children }: Egenskaper) {
  const id = useId()
  return (
    <Dialog
      rubrik={rubrik}
      oppen
      onStang={onStang}
      bredd={bredd}
      hallsOppen={form.andrad}
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
      {onLasIn && <Inaktuell form={form} onLasIn={onLasIn} skillnader={skillnader} />}
      <form id={id} className={stil.falten} noValidate onSubmit={form.skicka}>
        {children}
      </form>
    </Dialog>
  )
}
