import { useQuery } from '@tanstack/react-query'
import type { BlankettRad, Slag } from '../../../db/model/blankett/typer.ts'
import { kommunNamn, kommunOrdning } from '../../../db/model/kommuner.ts'
import { fraga } from '../../app/klient.ts'
import { kommunerUnderAret } from '../redovisning/val.ts'
import type { Alternativ } from '../../parts/Valj.tsx'

/** A form and its version as one choice of a list. */
export const blankettkod = ({ id, version }: { readonly id: string; readonly version: number }) => `${id} ${version}`
export function tolkaBlankettkod(kod: string): { id: string; version: number } | undefined {
  const [id, version] = kod.split(' ')
  return id === undefined || version === undefined ? undefined : { id, version: Number(version) }
}

const forAret = (b: BlankettRad, ar: number) => b.fran <= ar && (b.till === null || b.till >= ar)

/** The forms of a kind that are for a year. */
export function useBlanketter(slag: Slag, ar: number): { readonly alternativ: Alternativ[]; readonly klar: boolean } {
  const svar = useQuery(fraga.blanketter.lista.queryOptions({ input: { slag } }))
  return { klar: svar.data !== undefined, alternativ: (svar.data ?? []).filter((b) => forAret(b, ar)).map((b) => ({ kod: blankettkod(b), text: b.namn })) }
}

/** The unit's kommuner of a year, in Swedish order; the next year's as they are today. */
export function useArskommuner(ar: number): Alternativ[] {
  const svar = useQuery(fraga.enhet.hamta.queryOptions())
  return kommunerUnderAret(svar.data?.kommuner ?? [], ar)
    .toSorted(kommunOrdning)
    .map((kod) => ({ kod, text: kommunNamn(kod) }))
}
