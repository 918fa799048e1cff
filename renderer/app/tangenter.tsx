import { useEffect, useEffectEvent } from 'react'
import { create } from 'zustand'
import { Dialog } from '../parts/Dialog.tsx'
import { ram } from '../texter/ram.ts'
import stil from './tangenter.module.css'
import { useUi } from './ui.ts'

/** A key of a page: Ctrl/Alt/Shift and the key as `KeyboardEvent.key` names it, in small letters. */
export interface Tangent {
  readonly tangent: string
  readonly ctrl?: boolean
  readonly alt?: boolean
  readonly skift?: boolean
  /** What it does, as the help says it. */
  readonly text: string
  readonly gor: () => void
}

interface Register {
  readonly sidans: readonly Tangent[]
  readonly satt: (tangenter: readonly Tangent[]) => void
}

const useRegister = create<Register>((set) => ({ sidans: [], satt: (sidans) => set({ sidans }) }))

/** Gives the page its keys while it is shown, and puts them in the help. */
export function useSidtangenter(tangenter: readonly Tangent[]): void {
  useTangenter(tangenter)
  const satt = useRegister((r) => r.satt)
  const nyckel = tangenter.map((t) => `${kombination(t)} ${t.text}`).join('\n')
  const anmal = useEffectEvent(() => satt(tangenter))
  useEffect(() => {
    anmal()
    return () => satt([])
  }, [nyckel, satt])
}

/** Listens for keys. A key without Ctrl or Alt is left alone while one writes. */
export function useTangenter(tangenter: readonly Tangent[]): void {
  const tryckt = useEffectEvent((e: KeyboardEvent) => {
    if (e.defaultPrevented || e.isComposing) return
    const traff = tangenter.find((t) => passar(t, e))
    if (!traff || (!traff.ctrl && !traff.alt && skriverNagot(e.target))) return
    e.preventDefault()
    traff.gor()
  })
  useEffect(() => {
    const lyssna = (e: KeyboardEvent) => tryckt(e)
    // Enter belongs to the button that has the focus, with Ctrl too, if the page does not take it first.
    const fore = (e: KeyboardEvent) => {
      if (e.key !== 'Enter' || !e.ctrlKey || iOppnat(e.target)) return
      tryckt(e)
      if (e.defaultPrevented) e.stopPropagation()
    }
    window.addEventListener('keydown', fore, true)
    window.addEventListener('keydown', lyssna)
    return () => {
      window.removeEventListener('keydown', fore, true)
      window.removeEventListener('keydown', lyssna)
    }
  }, [])
}

/** In a list or a dialog that lies over the page. */
function iOppnat(mal: EventTarget | null): boolean {
  return mal instanceof Element && mal.closest('[role=listbox], [role=dialog], [role=menu]') !== null
}

/** Whether a key press is this key. Shift counts only for letters: "?" needs it on some keyboards. */
export function passar(t: Tangent, e: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): boolean {
  const bokstav = /^\p{L}$/u.test(t.tangent)
  return (
    e.key.toLowerCase() === t.tangent &&
    e.ctrlKey === (t.ctrl ?? false) &&
    e.altKey === (t.alt ?? false) &&
    !e.metaKey &&
    (!bokstav || e.shiftKey === (t.skift ?? false))
  )
}

function skriverNagot(mal: EventTarget | null): boolean {
  return mal instanceof HTMLElement && (mal.isContentEditable || mal.matches('input, textarea, select, [role=listbox] *, [role=menu] *'))
}

function kombination(t: Tangent): string {
  return [t.ctrl && ram.ctrl, t.alt && ram.alt, t.skift && ram.skift, t.tangent.length === 1 ? t.tangent.toUpperCase() : t.tangent].filter(Boolean).join(' + ')
}

/** The keys of the page and those that work everywhere. */
export function Tangenthjalp({ overallt }: { readonly overallt: readonly Tangent[] }) {
  const { tangenthjalp, visaTangenter } = useUi()
  const sidans = useRegister((r) => r.sidans)
  return (
    <Dialog rubrik={ram.tangenter} oppen={tangenthjalp} onStang={() => visaTangenter(false)}>
      {sidans.length > 0 && <Lista rubrik={ram.tangenterHar} tangenter={sidans} />}
      <Lista rubrik={ram.tangenterOverallt} tangenter={[...overallt, { tangent: 'Esc', text: ram.tangentStang, gor: () => undefined }]} />
    </Dialog>
  )
}

function Lista({ rubrik, tangenter }: { readonly rubrik: string; readonly tangenter: readonly Tangent[] }) {
  return (
    <section>
      <h3 className={stil.rubrik}>{rubrik}</h3>
      <dl className={stil.lista}>
        {tangenter.map((t) => (
          <div key={kombination(t)}>
            <dt>
              <kbd className={stil.kbd}>{kombination(t)}</kbd>
            </dt>
            <dd>{t.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
