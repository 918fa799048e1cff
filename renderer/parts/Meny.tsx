import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Knapp } from './Knapp.tsx'
import stil from './Meny.module.css'

export interface Menyval {
  readonly id: string
  readonly text: string
  readonly gor: () => void
}

/** A button that opens a few ways to do one thing: the formats of an export. */
export function Meny({ text, ikon, val, vantar = false }: { readonly text: string; readonly ikon?: LucideIcon; readonly val: readonly Menyval[]; readonly vantar?: boolean }) {
  return (
    <MenuTrigger>
      <Knapp {...(ikon ? { ikon } : {})} vantar={vantar}>
        <span className={stil.knapp}>
          {text}
          <ChevronDown aria-hidden strokeWidth={1.75} />
        </span>
      </Knapp>
      <Popover className={stil.ruta ?? ''} placement="bottom end" offset={4}>
        <Menu className={stil.meny ?? ''} onAction={(id) => val.find((v) => v.id === id)?.gor()}>
          {val.map((v) => (
            <MenuItem key={v.id} id={v.id} className={stil.val ?? ''}>
              {v.text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
