import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { delar } from '../texter/delar.ts'
import stil from './Dialog.module.css'
import { Knapp } from './Knapp.tsx'

interface Egenskaper {
  readonly rubrik: string
  readonly oppen: boolean
  readonly onStang: () => void
  readonly bredd?: 'vanlig' | 'bred'
  /** Something typed would be lost: then only its own buttons close it. */
  readonly hallsOppen?: boolean
  readonly children: ReactNode
  /** Buttons under the content; without them one that closes. */
  readonly knappar?: ReactNode
}

/** A dialog: rare, for what does not deserve a page. Esc and a press outside close it. */
export function Dialog({ rubrik, oppen, onStang, bredd = 'vanlig', hallsOppen = false, children, knappar }: Egenskaper) {
  return (
    <ModalOverlay className={stil.slojd} isOpen={oppen} onOpenChange={(ny) => !ny && onStang()} isDismissable={!hallsOppen} isKeyboardDismissDisabled={hallsOppen}>
      <Modal className={[stil.ruta, bredd === 'bred' && stil.bred].filter(Boolean).join(' ')}>
        <AriaDialog className={stil.dialog}>
          <Heading slot="title" level={2}>
            {rubrik}
          </Heading>
          {children}
          <div className={stil.knappar}>{knappar ?? <Knapp onPress={onStang}>{delar.stang}</Knapp>}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Fragegenskaper {
  readonly rubrik: string
  readonly oppen: boolean
  readonly onStang: () => void
  /** The verb of what is done, with its object: "Stryk kontakten". */
  readonly verb: string
  readonly fara?: boolean
  readonly onJa: () => void
  readonly vantar?: boolean
  readonly children: ReactNode
}

/** A question before something that matters; Avbryt has the focus. */
export function Fraga({ rubrik, oppen, onStang, verb, fara = true, onJa, vantar = false, children }: Fragegenskaper) {
  return (
    <ModalOverlay className={stil.slojd} isOpen={oppen} onOpenChange={(ny) => !ny && onStang()}>
      <Modal className={stil.ruta}>
        <AriaDialog role="alertdialog" className={stil.dialog}>
          <Heading slot="title" level={2}>
            {rubrik}
          </Heading>
          {children}
          <div className={stil.knappar}>
            <Knapp autoFocus onPress={onStang}>
              {delar.avbryt}
            </Knapp>
            <Knapp sort={fara ? 'fara' : 'forsta'} onPress={onJa} vantar={vantar}>
              {verb}
            </Knapp>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
