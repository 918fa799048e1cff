import { Fel } from '../../../db/model/fel.ts'
import { fingeravtryck, grupper, lasNyckelblad, skapaNyckelblad, stammerGrupper, valjGrupper } from '../../../db/vault/nyckelblad.ts'
import { kravBlad } from '../anvandare.ts'
import { os } from '../kontext.ts'
import { bekraftaNyttBlad, bladlage, bytBlad } from '../nyttblad.ts'

interface Forberett { nyckel: string; fraga: [number, number] }
const PLATS = 'nyckelblad.nytt'

export const nyckelblad = {
  lage: os.nyckelblad.lage.handler(({ context }) => bladlage(context.kontor.inloggad)),

  forbered: os.nyckelblad.forbered.handler(async ({ context: { kontor } }) => {
    const blad = await skapaNyckelblad()
    const [nyckel, fraga] = [blad.text(), valjGrupper()]
    const avtryck = fingeravtryck(blad)
    blad.glom()
    kontor.minne.set(PLATS, { nyckel, fraga } satisfies Forberett)
    return { nyckel, grupper: grupper(nyckel), fraga, fingeravtryck: avtryck }
  }),

  byt: os.nyckelblad.byt.handler(async ({ context: { kontor }, input }) => {
    const forberett = kontor.minne.get(PLATS) as Forberett | undefined
    if (forberett === undefined) throw new Fel('nyckelblad_borta', 'Nyckelbladet finns inte kvar i minnet. Gå tillbaka och skriv ut ett nytt.')
    for (const [i, nummer] of forberett.fraga.entries()) {
      if (!stammerGrupper(forberett.nyckel, [{ nummer, text: input.grupper[i] ?? '' }])) {
        throw new Fel('grupp_fel', `Grupp ${nummer} stämmer inte med nyckelbladet. Titta på pappret och skriv av den igen.`, { falt: `grupper.${i}` })
      }
    }
    const blad = await lasNyckelblad(forberett.nyckel)
    try {
      await bytBlad(kontor.inloggad, kontor.datamapp, blad, input.med)
      kontor.minne.delete(PLATS)
    } finally {
      blad.glom()
    }
    return { klart: true as const }
  }),

  bekrafta: os.nyckelblad.bekrafta.handler(async ({ context: { kontor }, input }) => {
    await bekraftaNyttBlad(kontor.inloggad, kontor.datamapp, input.fingeravtryck)
    return { klart: true as const }
  }),

  prova: os.nyckelblad.prova.handler(async ({ context: { kontor: { inloggad } }, input }) => {
    (await kravBlad(inloggad, input.nyckel)).glom()
    await inloggad.skriv((_, logga) => logga({ handling: 'nyckelblad.provat' }))
    return { klart: true as const }
  }),
}
