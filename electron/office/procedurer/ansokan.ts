import { handlingsprocedurer } from './handlingar.ts'

/** Årets ansökan (2013:522 8 §). */
export const ansokan = handlingsprocedurer('ansokan')
