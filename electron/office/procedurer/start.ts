import { Fel } from '../../../db/model/fel.ts'
import { kontrolleraLosenord } from '../../../db/vault/losenord.ts'
import { lasHuvud } from '../../../db/vault/kopialasning.ts'
import { grupper, lasNyckelblad, skapaNyckelblad, stammerGrupper, valjGrupper } from '../../../db/vault/nyckelblad.ts'
import type { Kontor } from '../kontor.ts'
import { aterstallKontor } from '../aterstalla.ts'
import { nyttLosenordMedBlad } from '../bladvag.ts'
import { efterKopian } from '../efterkopian.ts'
import { skapaExempelkontor } from '../exempel.ts'
import { slutforHalvgjort } from '../halvgjort.ts'
import { kontrolleraKopia } from '../kontroll.ts'
import { os } from '../kontext.ts'
import { hamtaKopia, KOPIA, slappKopia, somHallare, taEmotKopia, type Mottagenkopia } from '../mottagenkopia.ts'
import { skapaKontor } from '../skapa.ts'
import { stegvis } from '../steg.ts'
import { LOTSEN_VERSION } from '../version.ts'

interface Forberett { nyckel: string; fraga: [number, number] }
const PLATS = 'start.nyckelblad'

export const start = {
  lage: os.start.lage.handler(async ({ context: { kontor } }) => {
    await slutforHalvgjort(kontor.datamapp)
    return {
      lage: kontor.lage,
      skal: { slag: kontor.skal.slag, valjMapp: kontor.skal.valjMapp !== undefined, sparaPdf: kontor.skal.sparaPdf !== undefined },
      datamapp: kontor.datamapp,
      avbrott: kontor.skal.avbrott === true,
      version: LOTSEN_VERSION,
    }
  }),

  forbered: os.start.forbered.handler(async ({ context: { kontor } }) => {
    const blad = await skapaNyckelblad()
    const nyckel = blad.text()
    blad.glom()
    const fraga = valjGrupper()
    kontor.minne.set(PLATS, { nyckel, fraga } satisfies Forberett)
    return { nyckel, grupper: grupper(nyckel), fraga }
  }),

  skapa: os.start.skapa.handler(async ({ context: { kontor }, input }) => {
    const { nyckel, fraga } = kravForberett(kontor)
    for (const [i, nummer] of fraga.entries()) {
      if (!stammerGrupper(nyckel, [{ nummer, text: input.grupper[i] ?? '' }])) {
        throw new Fel('grupp_fel', `Grupp ${nummer} stämmer inte med nyckelbladet. Titta på pappret och skriv av den igen.`, { falt: `grupper.${i}` })
      }
    }
    const blad = await lasNyckelblad(nyckel)
    try {
      // Whoever sits at the keyboard stands first and chose that password; the others' must be changed at first login.
      const sjalv = input.kontor.anvandare[0]?.anvandarnamn
      await skapaKontor({ datamapp: kontor.datamapp, fil: input.kontor, blad, nu: kontor.nu, masteByta: (namn) => namn !== sjalv })
      kontor.minne.delete(PLATS)
    } finally {
      blad.glom()
    }
    return { klart: true as const }
  }),

  exempel: os.start.exempel.handler(async function* ({ context: { kontor }, input }) {
    yield* stegvis((rapport) => skapaExempelkontor({ datamapp: kontor.datamapp, storlek: input.storlek, fro: 1, nu: kontor.nu, rapport }))
  }),

  nyttLosenord: os.start.nyttLosenord.handler(({ context: { kontor }, input }) => nyttLosenordMedBlad({ datamapp: kontor.datamapp, nu: kontor.nu, ...input })),

  lasKopia: os.start.lasKopia.handler(async ({ context: { kontor }, input }) => {
    const kopia = await taEmotKopia(kontor, input.fil)
    return { id: kopia.id, ...await lasHuvud(kopia.fil) }
  }),

  oppnaKopia: os.start.oppnaKopia.handler(async ({ context: { kontor }, input }) => {
    const kopia = hamtaKopia(kontor, input.id)
    const hallare = somHallare(input)
    const { enhet, arenden, uppdrag, kontakter, anvandare, senastLoggad, ...kopian } = await kontrolleraKopia(kopia.fil, hallare)
    kontor.minne.set(KOPIA, { ...kopia, hallare } satisfies Mottagenkopia)
    return { enhet, arenden, uppdrag, kontakter, anvandare, senastLoggad, efter: await efterKopian(kontor.datamapp, hallare, kopian) }
  }),

  aterstall: os.start.aterstall.handler(async function* ({ context: { kontor }, input }) {
    const { fil, hallare } = hamtaKopia(kontor, input.id)
    if (hallare === null) throw new Fel('ogiltigt', 'Öppna säkerhetskopian med lösenord eller nyckelblad först.')
    yield* stegvis(async (rapport) => {
      const { undanlagd, attGora } = await aterstallKontor({ fil, hallare, datamapp: kontor.datamapp, nu: kontor.nu, rapport })
      return { undanlagd, attGora }
    })
    await slappKopia(kontor)
  }),

  provaLosenord: os.start.provaLosenord.handler(({ input }) => {
    try {
      kontrolleraLosenord(input.losenord, input.namn)
      return null
    } catch (fel) {
      if (fel instanceof Fel) return fel.message
      throw fel
    }
  }),
}

/** The sheet that was shown. @throws Fel `nyckelblad_borta` when the office process has been started anew since */
function kravForberett(kontor: Kontor): Forberett {
  const forberett = kontor.minne.get(PLATS) as Forberett | undefined
  if (forberett === undefined) throw new Fel('nyckelblad_borta', 'Nyckelbladet finns inte kvar i minnet. Gå tillbaka och skriv ut ett nytt.')
  return forberett
}
