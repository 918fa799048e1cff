import type { ReactNode } from 'react'
import { ram } from '../texter/ram.ts'
import stil from './Framsida.module.css'
import { Lotsmarke } from './Lotsmarke.tsx'

interface Egenskaper {
  readonly children: ReactNode
  readonly fot?: ReactNode
  /** `smal` for a login, `bred` for text and tables, `blad` for a sheet of paper. */
  readonly bredd?: 'smal' | 'bred' | 'blad'
}

/** A page outside the frame: login, first start. One column and nothing beside it. */
export function Framsida({ children, fot, bredd = 'smal' }: Egenskaper) {
  return (
    <main id="innehall" className={stil.sida}>
      <div className={[stil.spalt, bredd !== 'smal' && stil[bredd]].filter(Boolean).join(' ')}>
        <div className={stil.marke}>
          <Lotsmarke />
          {ram.lotsen}
        </div>
        {children}
        {fot !== undefined && <div className={stil.fot}>{fot}</div>}
      </div>
    </main>
  )
}
