import { Fel, arFel } from '../../db/model/fel.ts'
import { idag, klockslag } from '../../db/model/kalender.ts'
import { klockanBakat } from '../../db/model/logg.ts'
import { SCHEMAVERSION } from '../../db/migrations/index.ts'
import { behoverMigreras } from '../../db/migrations/kor.ts'
import { taBortOfardig, listaAnvandare, type Anvandarpost } from '../../db/store/anvandare.ts'
import { harSpar, stangAvAnvandare } from '../../db/store/overlamningar.ts'
import { lasHuvud, undertecknatOm } from '../../db/store/logg.ts'
import { begarNyckelbyte } from '../../db/store/nycklar.ts'
import { medSkrivlas, stangDatabas, type Databas } from '../../db/vault/databas.ts'
import { noteraLyckat, noteraMisslyckat, taInMisslyckade, vantetid } from '../../db/vault/forsok.ts'
import { kravLokalPlats } from '../../db/vault/plats.ts'
import { lasUpp, oppnaKontorsdatabas, sparaHemlighet, type Inloggning } from '../../db/vault/valv.ts'
import { oppnaValvmapp, type Valv } from '../../db/vault/valvfil.ts'
import { kravUtanArenden, upphorMedverkan } from './avstang.ts'
import { slutforHalvgjort } from './halvgjort.ts'
import { tomFilerna } from './gallring.ts'
import type { Rapport } from './framsteg.ts'
import { Inloggad } from './inloggad.ts'
import { forstorForfallna } from './forstor.ts'
import type { Kontor } from './kontor.ts'
import { loggverifierare } from './kontroll.ts'
import { jamforHuvud, noteraHuvud } from './logghuvud.ts'
import { migreraMedKopia } from './migrering.ts'
import { forsokBytaNyckel, hindertext, noteraNyckelbyte, skaBytaNyckel } from './nyckelbyte.ts'
import { foljBladet, stadaBladsigill } from './nyttblad.ts'
import { stadaVikariat } from './overlamning.ts'
import { skotDelat } from './skotsel.ts'
import { stadaUndanlagt } from './undanlagt.ts'
import { kravVagIn } from './vagin.ts'

/**
 * Opens the office for a user: vault, database (migrated if it is older), certificate, log.
 * Finishes what a killed process left half done.
 * @throws Fel: `fel_losenord`, `vanta`, `avstangd`, `plats_…`, `valv_…`, `databas_…`, `andra_inne`
 */
export async function loggaIn(kontor: Kontor, uppgifter: { anvandarnamn: string; losenord: string }): Promise<{ inloggad: Inloggad; varningar: string[] }> {
  const { datamapp } = kontor
  const rapport: Rapport = (framsteg) => { kontor.framsteg = framsteg }
  await kravLokalPlats(datamapp)
  await slutforHalvgjort(datamapp)
  if (kontor.lage === 'nytt') throw new Fel('kontor_saknas', 'Det finns inget kontor i mappen. Kontrollera sökvägen, eller skapa ett nytt kontor.', { falt: 'data' })

  const vanta = await vantetid(datamapp, uppgifter.anvandarnamn, kontor.nu())
  if (vanta > 0) throw new Fel('vanta', `För många försök. Vänta ${vanta === 1 ? 'en sekund' : `${vanta} sekunder`} och försök igen.`, { falt: 'losenord', detalj: { sekunder: vanta } })

  let valv = await oppnaValvmapp(datamapp)
  let inloggning: Inloggning
  try {
    inloggning = await lasUpp(valv, uppgifter)
  } catch (fel) {
    if (arFel(fel, 'fel_losenord')) await noteraMisslyckat(datamapp, uppgifter.anvandarnamn, kontor.nu())
    throw fel
  }
  await noteraLyckat(datamapp, uppgifter.anvandarnamn)

  let handtag: Databas | null = null
  try {
    const oppnad = await oppnaMigrerad(kontor, valv, inloggning).catch(async (fel: unknown) => {
      if (!arFel(fel, 'fel_nyckel')) throw fel
      // Another login may have changed the key between the two files: once more, with the vault as it is now.
      valv = await oppnaValvmapp(datamapp)
      inloggning.glom()
      inloggning = await lasUpp(valv, uppgifter)
      return oppnaMigrerad(kontor, valv, inloggning)
    })
    handtag = oppnad.handtag
    let inloggad = new Inloggad({ datamapp, handtag, inloggning, nu: kontor.nu, rapport })
    await inloggad.intyg.prova()
    const verifiera = loggverifierare(inloggad.db, inloggad.fast)
    const { avviker, aterstallt } = jamforHuvud(inloggad.db, datamapp, inloggad.kontor, verifiera, kontor.nu())
    // Before anything is sealed: the database key, too, is sealed to everybody who counts.
    const avstangda = undertecknatOm(inloggad.db, 'anvandare.avstangd', verifiera)
    const hojda = inloggad.hojGenerationer(avstangda)
    const klocka = klockvarning(lasHuvud(inloggad.db).tid, kontor.nu()) // before this login writes rows of its own
    const hinder = avviker.length > 0 || !skaBytaNyckel(inloggad) ? undefined : await forsokBytaNyckel(inloggad, datamapp, valv, avstangda)
    if (hinder !== undefined && !handtag.open) {
      handtag = (await oppnaKontorsdatabas(datamapp, inloggning.dbNycklar, { hogstaVersion: SCHEMAVERSION })).db
      inloggad = new Inloggad({ datamapp, handtag, inloggning, nu: kontor.nu, rapport })
    }
    if (hinder === null) await noteraNyckelbyte(inloggad)
    if (avviker.length === 0) await stadaBladsigill(inloggad, datamapp)
    const varningar = [...avviker, ...aterstallt, ...klocka, ...(hinder ? [hindertext[hinder]] : []), ...await taBortOfardiga(inloggad, valv, kontor.nu())]
    if (hojda) await sparaHemlighet(datamapp, (fn) => medSkrivlas(inloggad.handtag, fn), inloggning)
    const misslyckade = await taInMisslyckade(datamapp)
    await inloggad.skriv((db, logga, tid) => {
      for (const forsok of misslyckade) logga({ handling: 'session.misslyckad', objekt: `${forsok.vem} ${forsok.tid}` })
      // The heads beside the database soon follow the log that is there now: what was seen must not end with one login.
      if (oppnad.migrerad) logga({ handling: 'kontor.migrerat', objekt: String(SCHEMAVERSION) })
      if (avviker.length > 0) logga({ handling: 'logg.avviker' })
      logga({ handling: 'session.inloggad' })
      for (const rad of listaAnvandare(db).filter((en) => en.avstangd === null && avstangda.has(en.id))) {
        stangAvAnvandare(db, rad.id, tid) // opened again by hand: those who are in already go by the column
        logga({ handling: 'anvandare.avstangd', objekt: rad.id })
      }
      stadaVikariat(inloggad, db, logga)
    })
    if (aterstallt.length > 0) noteraHuvud(datamapp, inloggad.kontor, lasHuvud(inloggad.db), kontor.nu(), true) // it has been said
    await forstorForfallna(inloggad, kontor.nu())
    await tomFilerna(datamapp, inloggad) // of a gallring that was cut off, or that somebody stood in the way of
    await skotDelat(inloggad)
    await foljBladet(inloggad)
    await stadaUndanlagt(inloggad, datamapp, kontor.nu())
    return { inloggad, varningar }
  } catch (fel) {
    if (handtag !== null) stangDatabas(handtag)
    inloggning.glom()
    throw fel
  }
}

/** Said to whoever logs in; the log says it too (inloggad.ts). @param senast time of the log's newest row */
function klockvarning(senast: string, nu: string): string[] {
  if (!klockanBakat(senast, nu)) return []
  return [`Datorns klocka står på ${idag(nu)} kl. ${klockslag(nu)}, men loggens senaste rad skrevs ${idag(senast)} kl. ${klockslag(senast)}. Kontrollera datorns klocka innan du arbetar vidare: datum och frister räknas efter den. Det står i loggen.`]
}

async function oppnaMigrerad(kontor: Kontor, valv: Valv, inloggning: Inloggning): Promise<{ handtag: Databas; migrerad: boolean }> {
  const { datamapp } = kontor
  const oppna = (ensam: boolean) => oppnaKontorsdatabas(datamapp, inloggning.dbNycklar, { ensam, hogstaVersion: SCHEMAVERSION })
  const { db } = await oppna(false)
  if (!behoverMigreras(db)) return { handtag: db, migrerad: false }
  stangDatabas(db)

  const { db: ensam, nyckel } = await oppna(true) // migration needs sole access (DESIGN §4.12)
  try {
    await migreraMedKopia({ mapp: datamapp, handtag: ensam, nyckel, valv, nu: kontor.nu() })
  } finally {
    stangDatabas(ensam)
  }
  return { handtag: (await oppna(false)).db, migrerad: true }
}

/**
 * A user is granted database first, vault second, and disabled the other way round (DESIGN §4.9): one who is not in
 * the vault either never got that far, or was being disabled.
 */
async function taBortOfardiga(inloggad: Inloggad, valv: Valv, nu: string): Promise<string[]> {
  const iValvet = new Set(valv.anvandare.map((post) => post.id))
  const gammal = new Date(Date.parse(nu) - 60_000).toISOString() // somebody may be adding one right now
  const ofardiga = listaAnvandare(inloggad.db).filter((rad) => !iValvet.has(rad.id) && rad.avstangd === null && rad.skapad < gammal)
  if (ofardiga.length === 0 || !inloggad.roller.includes('administrator')) return []
  // Nobody could have been disabling these: the entry was taken out of the file by hand, and there is no way back for whoever is disabled.
  const borttagna = ofardiga.filter((rad) => !farStangasAv(inloggad, rad))
  const varningar = borttagna.map((rad) => `Användaren ${rad.namn} är inte avstängd, men saknas i valvfilen (vault.json) och kan inte logga in. Filen kan ha ändrats. Ge ett nytt lösenord med nyckelbladet i Kontoret, Användare, och ta reda på vem som har rört kontorets mapp.`)
  const resten = ofardiga.filter((rad) => !borttagna.includes(rad))
  if (resten.length === 0) return varningar
  return [...varningar, ...await inloggad.skriv((db, logga, tid) => resten.map((rad) => {
    // Somebody who has worked here was being disabled: the vault came first, the row follows now.
    if (harSpar(db, rad.id)) {
      stangAvAnvandare(db, rad.id, tid)
      upphorMedverkan(inloggad, db, logga, rad.id, tid)
      logga({ handling: 'anvandare.avstangd', objekt: rad.id })
      begarNyckelbyte(db, { tid, skal: 'avstangd' })
      return `Användaren ${rad.namn} blev inte färdigt avstängd förra gången. Det är gjort nu.`
    }
    taBortOfardig(db, rad.id)
    logga({ handling: 'anvandare.ofardig', objekt: rad.id })
    return `Användaren ${rad.namn} blev inte färdigt upplagd förra gången och är borttagen. Lägg till den igen.`
  }))]
}

/** Whether `stangAv` would have let somebody be disabled. */
function farStangasAv(inloggad: Inloggad, rad: Anvandarpost): boolean {
  try {
    kravUtanArenden(inloggad.db, rad)
    kravVagIn(inloggad, rad.id, [])
    return true
  } catch (fel) {
    if (fel instanceof Fel) return false
    throw fel
  }
}
