import { useQuery } from '@tanstack/react-query'
import { fraga } from '../../app/klient.ts'

export const useLedningsgrupp = () => useQuery(fraga.ledningsgrupp.hamta.queryOptions())
export const useUnderlag = (moteId: string) => useQuery(fraga.ledningsgrupp.underlag.queryOptions({ input: { moteId } }))
export const useGruppslage = () => useQuery(fraga.ledningsgrupp.lage.queryOptions())
