import { copyFileSync, openSync, closeSync, fsyncSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { redovisningsrader } from '../../db/store/redovisning.ts'
import { delaUpp } from '../../db/model/redovisning/strackor.ts'
import { resultat } from '../../electron/office/testkontor.ts'
import { raknaFigurer, raknaFleraAr, raknaAr } from '../../electron/office/rakning.ts'
import { harCalc, raknaICalc } from './calc.ts'
import { medAvlyssning, spelaUpp, type Sats } from './golv.ts'
import type { Inne, Kopior } from './kontor.ts'
import { enRunda, matVarvis, median } from './matning.ts'
import { provregister } from './register.ts'

/** Each piece of work beside what bounds it from below, in one run, in turn. */

export interface Jamforelse { namn: string; ms: number; golv: number; golvet: string; not?: string }

const lasningar = (satser: readonly Sats[]) => satser.filter((sats) => sats.laser)

async function motSql(namn: string, { inloggad }: Inne, rundor: number, fn: () => unknown, satser?: readonly Sats[]): Promise<Jamforelse> {
  const handtag = inloggad.handtag
  const golv = spelaUpp(handtag, lasningar(satser ?? (await medAvlyssning(handtag, fn))))
  const tider = await matVarvis(rundor, { fn, golv })
  return { namn, ms: tider['fn'] ?? 0, golv: tider['golv'] ?? 0, golvet: 'samma SQL' }
}

/** The year's figures against the very SQL that fetches their rows, both with warm caches. */
export async function redovisningen(inne: Inne, ar: number, rundor: number): Promise<Jamforelse[]> {
  const { inloggad } = inne
  const rader = (fran: number, till: number) => medAvlyssning(inloggad.handtag, () => redovisningsrader(inloggad.db, `${fran}-01-01`, `${till}-12-31`, `${fran}-12-31`))
  const tio = Array.from({ length: 10 }, (_, i) => ar - 9 + i)
  return [
    await motSql('Årets siffror', inne, rundor, () => raknaFleraAr(inloggad, [ar], []), await rader(ar, ar)),
    await motSql('… med alla ärendenummer', inne, rundor, () => raknaAr(inloggad, ar, []), await rader(ar, ar)),
    await motSql('Redovisningens sida (två år)', inne, rundor, () => raknaFigurer(inloggad, ar, []), await rader(ar - 1, ar)),
    await motSql('Statistik, tio år', inne, Math.max(3, rundor - 2), () => raknaFleraAr(inloggad, tio, []), await rader(ar - 9, ar)),
  ]
}

export async function sidorna(ombud: Inne, chef: Inne, rundor: number): Promise<Jamforelse[]> {
  const namn = (await ombud.api.arenden.mina())[0]?.namn ?? 'Karin Berg'
  return [
    await motSql('Första sidan (ombud)', ombud, rundor, () => ombud.api.veckan.min()),
    await motSql('Den egna listan', ombud, rundor, () => ombud.api.arenden.mina()),
    await motSql('Sök tidigare klient', ombud, rundor, () => ombud.api.arenden.tidigare({ namn })),
    await motSql('Kontakter, tio år', ombud, rundor, () => ombud.api.kontakter.lista({ fran: '2016-01-01', till: '2026-12-31', hoppa: 0 })),
    { ...(await motSql('Första sidan (chef)', chef, rundor, () => chef.api.veckan.chefens())), not: 'lasten räknas i tråden och ingår inte i golvet' },
  ]
}

/** How the year's figures grow with the years before it: the same year, with fewer and fewer earlier years in the file. */
export async function tillvaxt(kopior: Kopior, kontor: string, vem: string, ar: number, rundor: number): Promise<{ ar: number; uppdrag: number; ms: number; golv: number }[]> {
  const svar = []
  const dir = kopior.kopia(kontor)
  for (const antal of [10, 5, 2, 1]) {
    const inne = await kopior.inne(dir, vem)
    const { handtag, db } = inne.inloggad
    const grans = `${ar - antal + 1}-01-01`
    handtag.pragma('foreign_keys=OFF')
    handtag.exec(`BEGIN; DELETE FROM uppdrag WHERE slut < '${grans}'; DELETE FROM kontakter WHERE datum < '${grans}' AND (kodatum IS NULL OR ko_slut IS NOT NULL); COMMIT`)
    const satser = await medAvlyssning(handtag, () => redovisningsrader(db, `${ar}-01-01`, `${ar}-12-31`))
    const matt = await motSql('', inne, rundor, () => raknaFleraAr(inne.inloggad, [ar], []), satser)
    svar.push({ ar: antal, uppdrag: Number(handtag.prepare('SELECT count(*) FROM uppdrag').pluck().get()), ms: matt.ms, golv: matt.golv })
    inne.start.kontor.stang()
  }
  return svar
}

const RADER = 1_000
const IMPORTAR = 2024

export async function importen(kopior: Kopior, kontor: string, administrator: string, rundor: number): Promise<{ jamforelser: Jamforelse[]; stopp: number }> {
  const [egen, speglad] = [await kopior.inne(kopior.kopia(kontor), administrator), await kopior.inne(kopior.kopia(kontor), administrator)]
  const kommuner = (await egen.api.enhet.hamta()).kommuner.filter((k) => k.till === null && k.fran <= `${IMPORTAR}-01-01`).map((k) => k.kommun)
  const ombud = (await egen.api.anvandare.lista()).filter((a) => a.roller.includes('ombud') && !a.avstangd).map((a) => a.anvandarnamn)
  const fil = (runda: number) => new File([provregister(RADER, { ar: IMPORTAR, forsta: 20_000 * (runda + 1), kommuner, ombud })], 'register.csv')
  const las = async (inne: Inne, runda: number) => (await inne.api.importera.las({ fil: fil(runda) })).id
  const [prova, kor, golv, stopp]: number[][] = [[], [], [], []]
  for (let runda = 0; runda < rundor; runda++) {
    const id = await las(egen, runda)
    const p = await enRunda(async () => resultat(await egen.api.importera.prova({ id })))
    const k = await enRunda(async () => resultat(await egen.api.importera.kor({ id })))
    if (k.svar.fel.length > 0) throw new Error(`The register to import has errors: ${JSON.stringify(k.svar.fel[0])}`)
    const handtag = speglad.inloggad.handtag
    const igen = await las(speglad, runda)
    const skrivna = (await medAvlyssning(handtag, async () => resultat(await speglad.api.importera.kor({ id: igen })))).filter((s) => !s.laser)
    // Into a fresh copy, which lacks them.
    const tom = await kopior.inne(kopior.kopia(kontor), administrator)
    const dar = spelaUpp(tom.inloggad.handtag, skrivna.filter((s) => /^insert into "?(arenden|innehav|sigill|uppdrag|kontakter)/i.test(s.sql)))
    const g = await enRunda(() => {
      tom.inloggad.handtag.exec('BEGIN IMMEDIATE')
      dar()
      tom.inloggad.handtag.exec('COMMIT')
    })
    tom.start.kontor.stang()
    prova?.push(p.ms)
    kor?.push(k.ms)
    golv?.push(g.ms)
    stopp?.push(Math.max(p.stopp, k.stopp))
  }
  egen.start.kontor.stang()
  speglad.start.kontor.stang()
  const g = median(golv ?? [])
  return {
    jamforelser: [
      { namn: `Import, ${RADER} rader: pröva`, ms: median(prova ?? []), golv: g, golvet: 'samma INSERT' },
      { namn: `Import, ${RADER} rader: spara`, ms: median(kor ?? []), golv: g, golvet: 'samma INSERT', not: 'två sigill (age) per klient ingår' },
    ],
    stopp: median(stopp ?? []),
  }
}

export async function kopian(inne: Inne, mapp: string, rundor: number): Promise<{ jamforelse: Jamforelse; stopp: number }> {
  const till = join(mapp, 'kopia.lotsen')
  const stopp: number[] = []
  const tider = await matVarvis(rundor, {
    fn: async () => {
      rmSync(till, { force: true })
      stopp.push((await enRunda(async () => resultat(await inne.api.sakerhetskopior.exportera({ fil: till })))).stopp)
    },
    golv: () => {
      const ny = join(mapp, 'rak.db')
      copyFileSync(join(inne.dir, 'office.db'), ny)
      const fd = openSync(ny, 'r+')
      fsyncSync(fd)
      closeSync(fd)
      rmSync(ny)
    },
  })
  return { jamforelse: { namn: 'Säkerhetskopia, kontrollerad', ms: tider['fn'] ?? 0, golv: tider['golv'] ?? 0, golvet: 'filkopia + fsync' }, stopp: median(stopp) }
}

export async function motCalc(inne: Inne, mapp: string, ar: number): Promise<string> {
  if (!harCalc()) return 'LibreOffice Calc finns inte på den här datorn (soffice saknas), så jämförelsen hoppades över.'
  const { inloggad } = inne
  const alla = redovisningsrader(inloggad.db, '1900-01-01', '2100-12-31', '1900-12-31').uppdrag.toSorted((a, b) => (a.arende < b.arende ? -1 : a.arende > b.arende ? 1 : a.start < b.start ? -1 : 1))
  const fore = performance.now()
  const [figurer] = await raknaFleraAr(inloggad, [ar], [])
  const vara = (performance.now() - fore) / 1000
  if (figurer === undefined) throw new Error('No figures')
  const svar = await raknaICalc(mapp, delaUpp(alla, () => true).perKommun, ar, figurer)
  if (svar === null) return 'LibreOffice Calc blev inte klar på tio minuter.'
  return `${svar.rader} rader, fyra siffror för ${figurer.perKommun.length} kommuner: Calc ${svar.sekunder.toFixed(1)} s (varav ${svar.utanFormler.toFixed(1)} s att läsa filen utan formler), `
    + `Lotsen ${vara.toFixed(2)} s för alla siffror, ${(svar.sekunder / vara).toFixed(0)} gånger fortare. ${svar.lika ? 'Siffrorna är lika.' : 'SIFFRORNA SKILJER SIG.'}`
}
