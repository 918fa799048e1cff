import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button, type ButtonProps, ProgressBar } from 'react-aria-components'
import { Link } from 'wouter'
import { delar } from '../texter/delar.ts'
import stil from './Knapp.module.css'

export type Knappsort = 'forsta' | 'andra' | 'tyst' | 'fara' | 'lank'

interface Utseende {
  /** `forsta` is filled and stands once on a page; `fara` names what it destroys. */
  readonly sort?: Knappsort
  readonly storlek?: 'vanlig' | 'liten'
  readonly bred?: boolean
  readonly ikon?: LucideIcon
  readonly children: ReactNode
}

interface Knappegenskaper extends Utseende, Omit<ButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  /** While the office works: the button keeps its place and its focus but does nothing. */
  readonly vantar?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button. Its text is a verb; an icon only stands beside it. */
export function Knapp({ sort = 'andra', storlek = 'vanlig', bred = false, ikon, vantar = false, children, ...rest }: Knappegenskaper) {
  return (
    <Button {...rest} isPending={vantar} className={knappklass(sort, storlek, bred)}>
      <Innehall ikon={ikon}>{children}</Innehall>
      {vantar && <ProgressBar className={stil.osynlig ?? ''} aria-label={delar.arbetar} isIndeterminate />}
    </Button>
  )
}

interface Lankegenskaper extends Utseende {
  /** A page of Lotsen: "/klienter/2026-0014". */
  readonly till: string
  /** What the link is called when its words alone do not say which row it belongs to. */
  readonly namn?: string
}

/** A link to another page that stands among buttons and looks like them. */
export function Lankknapp({ sort = 'andra', storlek = 'vanlig', bred = false, ikon, till, namn, children }: Lankegenskaper) {
  return (
    <Link href={till} aria-label={namn} className={knappklass(sort, storlek, bred)}>
      <Innehall ikon={ikon}>{children}</Innehall>
    </Link>
  )
}

function knappklass(sort: Knappsort, storlek: 'vanlig' | 'liten', bred: boolean): string {
  return [stil.knapp, stil[sort], storlek === 'liten' && stil.liten, bred && stil.bred].filter(Boolean).join(' ')
}

function Innehall({ ikon: Ikon, children }: { ikon: LucideIcon | undefined; children: ReactNode }) {
  return (
    <>
      {Ikon && <Ikon aria-hidden strokeWidth={1.75} />}
      <span>{children}</span>
    </>
  )
}
