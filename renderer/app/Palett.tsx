import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { Autocomplete, Dialog, Header, Input, Menu, MenuItem, MenuSection, Modal, ModalOverlay, TextField } from 'react-aria-components'
import { useLocation } from 'wouter'
import { create } from 'zustand'
import type { Roll } from '../../db/model/anvandare.ts'
import { jamforbar } from '../../db/model/text.ts'
import { avdelningarFor } from '../views/kontoret/ratt.ts'
import { ram, rumsnamn } from '../texter/ram.ts'
import { systemfel } from '../texter/systemfel.ts'
import stil from './Palett.module.css'
import { rumFor } from './rum.tsx'
import { useInloggad } from './session.ts'
import { useUi } from './ui.ts'

/** A row of the palette. */
export interface Kommando {
  readonly id: string
  readonly text: string
  /** In second ink at the right: a key, a kommun. */
  readonly under?: string | undefined
  readonly gor: () => void
}

interface Kommandolager {
  readonly sidans: readonly Kommando[]
  readonly satt: (kommandon: readonly Kommando[]) => void
}

const useKommandolager = create<Kommandolager>((set) => ({ sidans: [], satt: (sidans) => set({ sidans }) }))

/** Gives the palette the page's own commands while the page is shown. */
export function useKommandon(kommandon: readonly Kommando[]): void {
  const satt = useKommandolager((k) => k.satt)
  const kor = useEffectEvent((id: string) => kommandon.find((k) => k.id === id)?.gor())
  const anmal = useEffectEvent(() => satt(kommandon.map((k) => ({ ...k, gor: () => kor(k.id) }))))
  const nyckel = kommandon.map((k) => `${k.id} ${k.text}`).join('\n')
  useEffect(() => {
    anmal()
    return () => satt([])
  }, [nyckel, satt])
}

/**
 * Cases by name or ärendenummer, for the palette: a hook that asks the office. Nothing else about a
 * person may be searched by (2001:637 15 §).
 */
export type UseArendesok = (fraga: string) => { readonly rader: readonly Kommando[]; readonly soker: boolean }

/** What can be looked for: only an ombud has cases, and finds them by name or number. */
export const soktext = (roller: readonly Roll[]): string => (roller.includes('ombud') ? ram.sok : ram.sokUtanArenden)

const utanArenden: UseArendesok = () => ({ rader: [], soker: false })

/** Search and commands (Ctrl+K): pages, what can be done, and people by name or number, nothing else. */
export function Palett({ kommandon, useArendesok = utanArenden }: { readonly kommandon: readonly Kommando[]; readonly useArendesok?: UseArendesok }) {
  const { paletten, visaPaletten } = useUi()
  return (
    <ModalOverlay className={stil.slojd} isOpen={paletten} onOpenChange={visaPaletten} isDismissable>
      <Modal className={stil.ruta}>
        <Dialog className={stil.dialog} aria-label={ram.palett}>
          <Innehall kommandon={kommandon} useArendesok={useArendesok} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What scrolls must be reached by key (WCAG 2.1.1): the arrows of the field walk the rows, but Tab alone would pass them by. */
const RULLAS = { tabIndex: 0 } as const

/** What can be begun from any page, by whoever has its room. */
const FRAN_ALLA_SIDOR: readonly { readonly rum: keyof typeof rumsnamn; readonly vag: string; readonly text: string }[] = [
  { rum: 'systemfel', vag: '/systemfel/ny', text: systemfel.ny },
  { rum: 'systemfel', vag: '/systemfel/ledningsgrupp', text: systemfel.tillGruppen },
]

function Innehall({ kommandon, useArendesok }: { readonly kommandon: readonly Kommando[]; readonly useArendesok: UseArendesok }) {
  const [fraga, setFraga] = useState('')
  const [, ga] = useLocation()
  const { roller } = useInloggad()
  const visaPaletten = useUi((u) => u.visaPaletten)
  const sidans = useKommandolager((k) => k.sidans)
  const arenden = useArendesok(fraga)

  const sidor = rumFor(roller).map((rum): Kommando => ({ id: rum.vag, text: rumsnamn[rum.id], gor: () => ga(rum.vag) }))
  const fran = FRAN_ALLA_SIDOR.filter((k) => rumFor(roller).some((rum) => rum.id === k.rum)).map((k): Kommando => ({ id: k.vag, text: k.text, gor: () => ga(k.vag) }))
  const sokt = jamforbar(fraga)
  // The parts of Kontoret are pages too, but too many to list before anything has been asked for.
  const delar = sokt === '' ? [] : avdelningarFor(roller).map((del): Kommando => ({ id: `kontoret ${del.vag}`, text: del.text, under: rumsnamn.kontoret, gor: () => ga(del.vag) }))
  const traffar = (rader: readonly Kommando[]) => rader.filter((rad) => sokt === '' || jamforbar(rad.text).includes(sokt))
  const grupper = [
    { id: 'arenden', rubrik: ram.palettPersoner, rader: arenden.rader },
    { id: 'kommandon', rubrik: ram.palettKommandon, rader: traffar([...sidans, ...fran, ...kommandon]) },
    { id: 'sidor', rubrik: ram.palettSidor, rader: traffar([...sidor, ...delar]) },
  ].filter((grupp) => grupp.rader.length > 0)
  const alla = grupper.flatMap((grupp) => grupp.rader.map((rad) => ({ nyckel: `${grupp.id} ${rad.id}`, rad })))

  const valj = (nyckel: string) => {
    visaPaletten(false)
    alla.find((a) => a.nyckel === nyckel)?.rad.gor()
  }
  return (
    // No filter of its own: the rows are already those that match, the cases matched by the office.
    <Autocomplete inputValue={fraga} onInputChange={setFraga}>
      {/* Not a SearchField: that one would take the first Esc for itself, to empty the field. */}
      <TextField className={stil.sok} aria-label={soktext(roller)} autoFocus>
        <Search aria-hidden strokeWidth={1.75} />
        <Input placeholder={soktext(roller)} />
      </TextField>
      <section className={stil.lista} aria-label={ram.palettLista} {...RULLAS}>
        <Menu className={stil.meny} aria-label={ram.palett} onAction={(nyckel) => valj(String(nyckel))} renderEmptyState={() => <p className={stil.tom}>{arenden.soker ? ram.palettSoker : ram.palettTom}</p>}>
          {grupper.map((grupp) => (
            <MenuSection key={grupp.id} id={grupp.id}>
              <Header className={stil.grupp}>{grupp.rubrik}</Header>
              {grupp.rader.map((rad) => (
                <MenuItem key={rad.id} id={`${grupp.id} ${rad.id}`} textValue={rad.text} className={stil.val}>
                  <span>{rad.text}</span>
                  {rad.under !== undefined && <span className={stil.under}>{rad.under}</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  )
}
