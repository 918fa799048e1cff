import { Fel } from '../../../db/model/fel.ts'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
/** Compound file: an old .xls, or an .xlsx locked with a password. */
const OLE = Buffer.from('D0CF11E0A1B11AE1', 'hex')
/** The stream in a compound file that holds a locked .xlsx. */
const LAST = Buffer.from('EncryptedPackage', 'utf16le')

const KALKYLNAMN = /\.(?:xlsx|xlsm|xls|ods)$/iu

/** What kind of register file the bytes are. Throws `Fel` for those that cannot be read. */
export function slagAvInnehall(innehall: Buffer, filnamn: string): 'csv' | 'xlsx' {
  if (innehall.length === 0) throw new Fel('fil_tom', 'Filen är tom. Kontrollera att rätt fil är vald.')
  if (innehall.subarray(0, OLE.length).equals(OLE)) {
    throw innehall.includes(LAST)
      ? new Fel('fil_last', 'Kalkylbladet är låst med lösenord. Ta bort lösenordet i Excel och spara filen på nytt.')
      : new Fel('fil_xls', 'Filen är ett äldre kalkylblad (.xls). Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).')
  }
  if (innehall.subarray(0, ZIP.length).equals(ZIP)) {
    if (innehall.subarray(0, 200).includes('application/vnd.oasis.opendocument')) {
      throw new Fel('fil_ods', 'Filen är ett OpenDocument-kalkylblad (.ods). Spara den som Excel-arbetsbok (.xlsx).')
    }
    return 'xlsx'
  }
  if (KALKYLNAMN.test(filnamn)) throw new Fel('fil_skadad', 'Filen är inget läsbart kalkylblad. Öppna den i Excel och spara den på nytt som Excel-arbetsbok (.xlsx).')
  return 'csv'
}
