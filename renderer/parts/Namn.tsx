import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { harPersonnummerIText } from '../../db/model/personnummer.ts'
import { useIdag } from '../app/idag.ts'
import { useUi } from '../app/ui.ts'
import { delar } from '../texter/delar.ts'
import stil from './Namn.module.css'

interface Egenskaper {
  readonly nummer: string
  /** Null when this user cannot open the case or it holds no name. */
  readonly namn: string | null | undefined
}

/** A person's name, or the ärendenummer while names are hidden. */
export function Namn({ nummer, namn }: Egenskaper) {
  return useNamn({ nummer, namn })
}

/** The same as text, for titles and labels. */
export function useNamn({ nummer, namn }: Egenskaper): string {
  const dolda = useUi((u) => u.namnDolda)
  return dolda || namn === null || namn === undefined || namn === '' ? nummer : namn
}

/**
 * Anything else that could tell who someone is (goals, notes, a phone number): a word while names are
 * hidden.
 */
export function Skyddat({ children }: { readonly children: string }) {
  return useUi((u) => u.namnDolda) ? delar.dolt : children
}

/** The same for a text that is a label. */
export function useSkyddat(): (text: string) => string {
  const dolda = useUi((u) => u.namnDolda)
  return (text) => (dolda ? delar.dolt : text)
}

/**
 * Around a field that such text is written in: while names are hidden it shows dots, and can still be written in.
 * @param text what stands in a free text: a personnummer in it is told of beside the field, as one writes (DOMAIN §3)
 */
export function Skyddsfalt({ text, children }: { readonly text?: string; readonly children: ReactNode }) {
  const idag = useIdag()
  const dolda = useUi((u) => u.namnDolda)
  return (
    <div className={dolda ? stil.dolt : undefined}>
      {children}
      {text !== undefined && (
        <p role="status" className={stil.varsel}>
          {harPersonnummerIText(text, idag) && (
            <>
              <CircleAlert aria-hidden strokeWidth={2} />
              <span>{delar.personnummer}</span>
            </>
          )}
        </p>
      )}
    </div>
  )
}
