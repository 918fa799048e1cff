import { useAntalErbjudna } from '../views/overlamningar/overlamningsfragor.ts'
import { useAntalNu } from '../views/veckan/veckofraga.ts'
import type { Rum } from './rum.tsx'

/**
 * How many things wait for one in a room: the rail's number. Hooks, since they ask the office; apart from the table
 * of rooms, which can be read without a window around it.
 */
export const ANTAL: Partial<Record<Rum['id'], () => number | undefined>> = { 'min-vecka': useAntalNu, overlamningar: useAntalErbjudna }
