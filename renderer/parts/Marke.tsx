import type { ReactNode } from 'react'
import stil from './Marke.module.css'

/** A state in a word or two: the word says it, the colour only helps. */
export function Marke({ ton = 'stilla', children }: { readonly ton?: 'lugnt' | 'snart' | 'passerat' | 'stilla'; readonly children: ReactNode }) {
  return <span className={[stil.marke, stil[ton]].join(' ')}>{children}</span>
}
