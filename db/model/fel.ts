/**
 * An error the user can understand and mend: a stable code, and one plain Swedish sentence that
 * says what to do. `falt` names the input field it belongs to, `detalj` carries structured extras
 * (never personal data that the caller did not send in itself).
 *
 * Everything that is not a `Fel` is a bug: it is masked for the user and written to the local log.
 */
export class Fel extends Error {
  override readonly name = 'Fel'
  readonly kod: string
  readonly falt: string | undefined
  readonly detalj: unknown

  constructor(kod: string, mening: string, val: { falt?: string; detalj?: unknown; cause?: unknown } = {}) {
    super(mening, val.cause === undefined ? undefined : { cause: val.cause })
    this.kod = kod
    this.falt = val.falt
    this.detalj = val.detalj
  }
}

/** Whether a thrown value is a `Fel` (optionally of a certain code). */
export function arFel(varde: unknown, kod?: string): varde is Fel {
  return varde instanceof Fel && (kod === undefined || varde.kod === kod)
}
