import { randomUUID } from 'node:crypto'
import { Fel } from '../../../db/model/fel.ts'
import { gorOversikt, tillRegister, type Importval } from '../../../db/model/importera/oversikt.ts'
import { foreslaParning } from '../../../db/model/importera/parning.ts'
import type { Tabell } from '../../../db/model/importera/typer.ts'
import { kommunMedKod } from '../../../db/model/kommuner.ts'
import { idag } from '../../../db/model/kalender.ts'
import type { Importvalet } from '../contract/importera.ts'
import { gorMall, lasTabell, MALLNAMN } from '../importera-filer.ts'
import { importsammanhang } from '../sammanhang.ts'
import { korImport, provaRegister, somSvar } from '../importera.ts'
import type { Kontor } from '../kontor.ts'
import { os } from '../kontext.ts'

interface Fil { id: string; namn: string; tabell: Tabell }
const PLATS = 'importera.fil'

/** The file in memory: one at a time, as it came. @throws Fel `fil_borta` */
function hamtaFil(kontor: Kontor, id: string): Fil {
  const fil = kontor.minne.get(PLATS) as Fil | undefined
  if (fil?.id !== id) throw new Fel('fil_borta', 'Filen finns inte kvar i minnet. Välj den igen.')
  return fil
}

const somVal = (fil: Fil, { parning, behallFodelsear, datumordning }: Importvalet): Importval =>
  ({ parning: parning ?? foreslaParning(fil.tabell.header), behallFodelsear, datumordning })

const register = (kontor: Kontor, val: Importvalet): Tabell => {
  const fil = hamtaFil(kontor, val.id)
  return val.strikt ? fil.tabell : tillRegister(fil.tabell, somVal(fil, val), idag(kontor.nu()))
}

export const importera = {
  mall: os.importera.mall.handler(async ({ context }) => {
    const { kommuner, anvandare, kodlistor, idag } = importsammanhang(context.kontor.inloggad.db, context.kontor.nu())
    const ombud = anvandare.filter((rad) => rad.roller.includes('ombud') && rad.avstangd !== true).map((rad) => rad.anvandarnamn)
    const innehall = await gorMall({ kommuner: kommuner.map((k) => kommunMedKod(k.kod)?.namn ?? k.kod), ombud, kodlistor, idag })
    return new File([new Uint8Array(innehall)], MALLNAMN, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
  }),

  las: os.importera.las.handler(async ({ context, input }) => {
    const { kontor } = context
    const tabell = await lasTabell(new Uint8Array(await input.fil.arrayBuffer()), input.fil.name)
    const fil: Fil = { id: randomUUID(), namn: input.fil.name, tabell }
    kontor.minne.set(PLATS, fil)
    return { id: fil.id, filnamn: fil.namn, oversikt: gorOversikt(tabell, idag(kontor.nu())) }
  }),

  oversikt: os.importera.oversikt.handler(({ context, input }) => {
    const fil = hamtaFil(context.kontor, input.id)
    return gorOversikt(fil.tabell, idag(context.kontor.nu()), somVal(fil, input))
  }),

  prova: os.importera.prova.handler(async function* ({ context, input }) {
    yield { slag: 'klart' as const, resultat: somSvar(yield* provaRegister(context.kontor, register(context.kontor, input))) }
  }),

  kor: os.importera.kor.handler(async function* ({ context, input }) {
    yield* korImport(context.kontor, register(context.kontor, input))
    context.kontor.minne.delete(PLATS)
  }),
}
