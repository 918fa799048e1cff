import type { ReactNode } from 'react'
import { ram } from '../texter/ram.ts'
import stil from './Framsida.module.css'
import { Lotsmarke } from './Lotsmarke.tsx'

/** A page outside the frame: login, first start. One narrow column and nothing beside it. */
export function Framsida({ children, fot, bred = false }: { readonly children: ReactNode; readonly fot?: ReactNode; readonly bred?: boolean }) {
  return (
    <main id="innehall" className={stil.sida}>
      <div className={[stil.spalt, bred && stil.bred].filter(Boolean).join(' ')}>
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
