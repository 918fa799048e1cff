import { stammerSignatur } from '../../db/vault/krypto.ts'

/** A key that somebody's log rows may be signed with, and the number of the last row that it may sign; null while it is in use. */
export interface Loggnyckel { nyckel: string; till: number | null }

/** @param nr the row's number; null for what is no row of the log */
export const undertecknat = (nycklar: readonly Loggnyckel[], hash: Buffer, signatur: Buffer, nr: number | null): boolean =>
  nycklar.some(({ nyckel, till }) => (nr === null || till === null || nr <= till) && stammerSignatur(nyckel, hash, signatur))
