import { handlingskontrakt } from './handlingar.ts'

/** Årets ansökan (2013:522 8 §), with the procedures of a redovisning. */
export const ansokan = handlingskontrakt()
