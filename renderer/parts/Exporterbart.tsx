import type { ReactNode } from 'react'
import { useSession } from '../app/session.ts'
import { delar } from '../texter/delar.ts'
import stil from './Exporterbart.module.css'

/** Whether IT's policy lets no file out of Lotsen on this computer (docs/it.md). Papers are shown before anybody is logged in too. */
export const useExportForbjuden = (): boolean => useSession((s) => s.inloggad?.exportForbjuden ?? false)

/**
 * Whatever makes a file: shown where files may leave Lotsen, else the sentence that says why it is not there. Everything that
 * calls `sparaFil` stands in one (a test holds that); the office refuses whoever gets round it.
 * @param tyst where the sentence stands elsewhere on the page already
 */
export function Exporterbart({ children, tyst = false }: { readonly children: ReactNode; readonly tyst?: boolean }) {
  if (!useExportForbjuden()) return children
  return tyst ? null : <p className={stil.mening}>{delar.exportForbjuden}</p>
}
