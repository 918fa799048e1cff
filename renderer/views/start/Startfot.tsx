import type { Lage } from '../../../electron/office/contract/start.ts'
import { start as text } from '../../texter/start.ts'

/** Under every page before the login: where everything lies, which Lotsen it is, and that a browser is for trying out. */
export function Startfot({ lage }: { readonly lage: Lage }) {
  return (
    <>
      {lage.skal.slag === 'webblasare' && <p>{text.webblasare}</p>}
      <p>{lage.lage === 'nytt' ? text.datamapp(lage.datamapp) : text.kontoretI(lage.datamapp)}</p>
      <p>{text.version(lage.version)}</p>
    </>
  )
}
