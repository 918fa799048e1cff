import { Fel } from '../../../db/model/fel.ts'
import { granskaBlankett, zBlankettinnehall, type Blankett, type Blankettfel, type Blankettinnehall } from '../../../db/model/blankett/index.ts'
import { slug } from '../../../db/model/text.ts'
import { blankettMedNamn, hamtaBlankett, listaBlanketter, senasteVersion, sparaBlankett } from '../../../db/store/blanketter.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'

/** A form is a few kilobytes; what is larger is some other file. */
const HOGST_BYTE = 1_000_000

const felaktig = (fel: readonly Blankettfel[]) =>
  new Fel('blankett_fel', `Blanketten kan inte användas som den är. ${fel[0]?.plats}: ${fel[0]?.mening}${fel.length > 1 ? ` Och ${fel.length - 1} fel till.` : ''}`, { falt: 'fil', detalj: { fel } })

/** @throws Fel `blankett_fel` that names everything that is wrong */
function kravGiltig(indata: unknown): Blankettinnehall {
  const { innehall, fel } = granskaBlankett(indata)
  if (innehall === null) throw felaktig(fel)
  return innehall
}

/** An id of its own for a new form, from its name. */
function nyttId(db: Db, namn: string): string {
  const grund = slug(namn).slice(0, 50) || 'blankett'
  for (let n = 1; ; n++) {
    const id = n === 1 ? grund : `${grund}_${n}`
    if (senasteVersion(db, id) === undefined) return id
  }
}

async function lasFil(fil: File): Promise<unknown> {
  if (fil.size > HOGST_BYTE) throw felaktig([{ plats: 'Filen', mening: 'Filen är för stor för att vara en blankett.' }])
  try {
    return JSON.parse((await fil.text()).replace(/^\uFEFF/u, '')) as unknown
  } catch {
    throw felaktig([{ plats: 'Filen', mening: 'Filen är ingen JSON-fil, eller så är den trasig.' }])
  }
}

const innehallAv = (blankett: Blankett): Blankettinnehall => zBlankettinnehall.parse(blankett)

function spara(inloggad: Inloggad, rad: { id: string; version: number; innehall: Blankettinnehall }): Promise<{ id: string; version: number }> {
  return inloggad.skriv((db, logga, tid) => {
    const sparad = sparaBlankett(db, { ...rad, tid, av: inloggad.id })
    logga({ handling: 'blankett.sparad', objekt: `${sparad.id} ${sparad.version}` })
    return sparad
  })
}

export const blanketter = {
  lista: os.blanketter.lista.handler(({ context, input }) => listaBlanketter(context.kontor.inloggad.db, input.slag)),
  hamta: os.blanketter.hamta.handler(({ context, input }) => hamtaBlankett(context.kontor.inloggad.db, input)),

  kopiera: os.blanketter.kopiera.handler(({ context, input }) => {
    const { inloggad } = context.kontor
    const blankett = hamtaBlankett(inloggad.db, input)
    if (listaBlanketter(inloggad.db, blankett.slag).some((b) => b.namn === input.namn)) throw new Fel('namn_finns', 'Det finns redan en blankett som heter så. Välj ett annat namn.', { falt: 'namn' })
    return spara(inloggad, { id: nyttId(inloggad.db, input.namn), version: 0, innehall: { ...innehallAv(blankett), namn: input.namn } })
  }),

  spara: os.blanketter.spara.handler(({ context, input }) => {
    const { inloggad } = context.kontor
    const nu = hamtaBlankett(inloggad.db, input)
    if (nu.inbyggd) throw new Fel('inbyggd_blankett', 'Lotsens egna blanketter ändras inte. Gör en kopia och ändra i den.')
    if (nu.slag !== input.innehall.slag) throw new Fel('fel_blankett', 'En blankett kan inte byta mellan redovisning och ansökan. Gör en ny.', { falt: 'slag' })
    return spara(inloggad, { ...input, innehall: kravGiltig(input.innehall) })
  }),

  importera: os.blanketter.importera.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const innehall = kravGiltig(await lasFil(input.fil))
    const finns = blankettMedNamn(inloggad.db, innehall.slag, innehall.namn)
    const sparad = await spara(inloggad, { id: finns?.id ?? nyttId(inloggad.db, innehall.namn), version: finns?.version ?? 0, innehall })
    return { ...sparad, namn: innehall.namn }
  }),

  exportera: os.blanketter.exportera.handler(async ({ context, input }) => {
    const { inloggad } = context.kontor
    const blankett = hamtaBlankett(inloggad.db, input)
    await inloggad.skriv((_, logga) => logga({ handling: 'blankett.exporterad', objekt: `${input.id} ${input.version}` }))
    return new File([`${JSON.stringify(innehallAv(blankett), null, 2)}\n`], `blankett-${blankett.id}-${blankett.version}.json`, { type: 'application/json' })
  }),
}
