import { basename } from 'node:path'
import { STORSTA_FIL } from '../office/importera-filer.ts'
import { type Kommando, ANVANDARE, DATA, JSON_FLAGGA } from './kommando.ts'
import { folj, medKontor } from './kontor.ts'
import { lasFil } from './lasfil.ts'
import type { Utgang } from './utgang.ts'

const raknat = (antal: number, en: string, flera: string) => `${antal} ${antal === 1 ? en : flera}`

/** Rows as a person writes them: the first ten, then how many more. */
function radlista({ rader, antal }: Svar['upplysningar'][number]): string {
  const visade = rader.slice(0, 10)
  return `${antal === 1 ? 'rad' : 'raderna'} ${visade.join(', ')}${antal > visade.length ? ` och ${antal - visade.length} till` : ''}`
}

type Svar = Awaited<ReturnType<typeof importeraFil>>

function beratta(svar: Svar, prova: boolean, ut: Utgang): void {
  for (const { rad, kolumn, fel } of svar.fel) ut.skriv(`Rad ${rad}, ${kolumn}: ${fel}`)
  for (const upplysning of svar.upplysningar) ut.skriv(`Obs, ${radlista(upplysning)}: ${upplysning.text}`)
  if (svar.fel.length > 0) return
  const antal = [raknat(svar.kontakter, 'kontakt', 'kontakter'), raknat(svar.klienter, 'klient', 'klienter'), raknat(svar.uppdrag, 'uppdrag', 'uppdrag')].join(', ')
  ut.skriv(prova ? `Registret har inga fel: ${antal}. Ingenting är importerat.` : `Importerat: ${antal}. Filen med registret finns kvar: förvara eller ta bort den som enheten har bestämt.`)
}

async function importeraFil(val: { data: string; anvandare: string; fil: string; prova: boolean }, ut: Utgang) {
  const innehall = await lasFil(val.fil, 'Registret', STORSTA_FIL)
  return medKontor(val, ut, async ({ importera }) => {
    const { id } = await importera.las({ fil: new File([innehall], basename(val.fil)) })
    const steg = await (val.prova ? importera.prova : importera.kor)({ id, strikt: true })
    return folj(steg, ut)
  })
}

/** `importera`: the register of INTERFACES, strict; with any error nothing is imported. */
export const importera: Kommando = {
  namn: 'importera',
  vad: 'Importerar ett register (csv eller xlsx). Med något fel importeras ingenting.',
  flaggor: {
    data: DATA,
    anvandare: ANVANDARE,
    fil: { slag: 'text', kravs: true, varde: 'REGISTER', vad: 'registret, .csv eller .xlsx' },
    prova: { slag: 'ja', vad: 'kontrollera bara' },
    json: JSON_FLAGGA,
  },
  async kor(angivet, ut) {
    const prova = angivet.ja('prova')
    const svar = await importeraFil({ data: angivet.text('data'), anvandare: angivet.text('anvandare'), fil: angivet.text('fil'), prova }, ut)
    if (angivet.ja('json')) ut.json(svar)
    else beratta(svar, prova, ut)
    if (svar.fel.length === 0) return 0
    const [forsta] = svar.fel
    // The list is the result, on stdout; a script that only shows stderr still learns what is wrong.
    const vilket = forsta === undefined ? '' : ` ${svar.fel.length === 1 ? 'Felet' : 'Det första'}: rad ${forsta.rad}, ${forsta.kolumn}. ${forsta.fel}`
    ut.meddela(`Registret har ${svar.fel.length} fel och ingenting är importerat. Rätta ${svar.fel.length === 1 ? 'det' : 'dem'} i filen och försök igen.${vilket}`)
    return 1
  },
}
