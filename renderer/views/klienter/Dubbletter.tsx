import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { zFodelsear } from '../../../db/model/grund.ts'
import { fraga } from '../../app/klient.ts'
import { langtDatum } from '../../texter/datum.ts'
import { klienter } from '../../texter/klienter.ts'
import stil from './klienter.module.css'

const text = klienter.nytt
/** Each check is a row in the log: asked once for a name and a year, and not again behind one's back. */
const EN_GANG = { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

/** Whether the person has an open case already, and with whom (DESIGN §4.6); and the ombud's own earlier cases of that name. */
export function Dubbletter({ namn, fodelsear }: { readonly namn: string; readonly fodelsear: string }) {
  const ar = zFodelsear.safeParse(Number(fodelsear))
  const oppet = useQuery(fraga.arenden.provaDubblett.queryOptions({ input: { namn, fodelsear: fodelsear !== '' && ar.success ? ar.data : null }, ...EN_GANG }))
  const tidigare = useQuery(fraga.arenden.tidigare.queryOptions({ input: { namn }, ...EN_GANG }))
  const finns = oppet.data?.finns ?? null
  const egna = tidigare.data ?? []
  return (
    <div role="status">
      {finns !== null && <p className={stil.varning}>{text.dubblett(finns.ombud)}</p>}
      {egna.map((rad) => (
        <p key={rad.nummer} className={stil.varning}>
          {rad.pagar ? text.egetPagar(rad.nummer) : text.egetTidigare(rad.nummer, rad.slut === null ? '' : langtDatum(rad.slut))}{' '}
          <Link href={rad.pagar ? `/klienter/${rad.nummer}` : `/klienter/${rad.nummer}/nytt`}>{rad.pagar ? klienter.tillArendet : text.nyttForTidigare}</Link>
        </p>
      ))}
    </div>
  )
}
