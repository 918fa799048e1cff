import { ArrowLeftRight, Building2, CalendarDays, ChartColumn, CircleHelp, FileText, type LucideIcon, PhoneIncoming, TriangleAlert, Users } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Roll } from '../../db/model/anvandare.ts'
import type { rumsnamn } from '../texter/ram.ts'
import { narBehovs } from './narBehovs.tsx'

/** A room of the rail. */
export interface Rum {
  readonly id: keyof typeof rumsnamn
  readonly vag: string
  readonly ikon: LucideIcon
  /** Who has the room. */
  readonly roller: readonly Roll[]
  readonly nederst?: boolean
  /** The room's pages; routes inside it are written with the whole path. Undefined as long as the room is not built. */
  readonly vy: ComponentType | undefined
}

const ALLA: readonly Roll[] = ['ombud', 'enhetschef', 'administrator']
const ARBETET: readonly Roll[] = ['ombud', 'enhetschef']

/** Every room, in the fixed order of UX.md "Frame". A room shows when it has a view and one has its role. */
export const RUM: readonly Rum[] = [
  { id: 'min-vecka', vag: '/min-vecka', ikon: CalendarDays, roller: ARBETET, vy: narBehovs(async () => (await import('../views/veckan/Veckan.tsx')).Veckan) },
  { id: 'kontakter', vag: '/kontakter', ikon: PhoneIncoming, roller: ['ombud'], vy: narBehovs(async () => (await import('../views/kontakter/Kontakter.tsx')).Kontakter) },
  { id: 'klienter', vag: '/klienter', ikon: Users, roller: ['ombud'], vy: narBehovs(async () => (await import('../views/klienter/Klienter.tsx')).Klienter) },
  { id: 'overlamningar', vag: '/overlamningar', ikon: ArrowLeftRight, roller: ['ombud'], vy: narBehovs(async () => (await import('../views/overlamningar/Overlamningsrum.tsx')).Overlamningsrum) },
  { id: 'systemfel', vag: '/systemfel', ikon: TriangleAlert, roller: ARBETET, vy: narBehovs(async () => (await import('../views/systemfel/Systemfel.tsx')).Systemfel) },
  { id: 'redovisning', vag: '/redovisning', ikon: FileText, roller: ARBETET, vy: narBehovs(async () => (await import('../views/redovisning/Redovisning.tsx')).Redovisning) },
  { id: 'statistik', vag: '/statistik', ikon: ChartColumn, roller: ARBETET, vy: narBehovs(async () => (await import('../views/statistik/Statistik.tsx')).Statistik) },
  { id: 'kontoret', vag: '/kontoret', ikon: Building2, roller: ALLA, nederst: true, vy: narBehovs(async () => (await import('../views/kontoret/Kontoret.tsx')).Kontoret) },
  { id: 'handbok', vag: '/handbok', ikon: CircleHelp, roller: ALLA, nederst: true, vy: narBehovs(async () => (await import('../views/handbok/Handbok.tsx')).Handbok) },
]

/** The rooms somebody with these roles sees, in order. */
export function rumFor(roller: readonly Roll[], rum: readonly Rum[] = RUM): Rum[] {
  return rum.filter((r) => r.vy !== undefined && r.roller.some((roll) => roller.includes(roll)))
}
