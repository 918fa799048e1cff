import type { AtagandeForseglat, SamtyckeForseglat } from '../../../db/model/arbetet.ts'
import { idag, plusDagar } from '../../../db/model/kalender.ts'
import { iDatumordning, samtyckenSomSlutar, VECKANS_HORISONT, type Chefsvecka, type Vecka, type Veckorad } from '../../../db/model/veckan.ts'
import type { Db } from '../../../db/store/db.ts'
import { senasteKommun } from '../../../db/store/uppdrag.ts'
import { antalOavgjorda, kon, levandeSamtycken, obesvaradeKontakter, ogjordaUppfoljningar, oppnaAtaganden, pagaendeUppdrag } from '../../../db/store/veckan.ts'
import { andrum } from '../andrum.ts'
import { oppnaListan, oppnaNamn } from '../arendenyckel.ts'
import { saknadeAvtryck } from '../dubbletter.ts'
import { dagensFrister } from '../frister.ts'
import { minaArenden } from '../innehav.ts'
import { minaKontroller } from '../kontrollrader.ts'
import type { Inloggad } from '../inloggad.ts'
import { os } from '../kontext.ts'
import { bladfraga } from './anvandare.ts'
import { gallringsbehov, raknaForfallet } from '../gallring.ts'
import { kontrollage } from '../loggkontroll.ts'
import { raknaLast } from '../rakning.ts'

/** Everything of the caller's own open uppdrag that has a day, or lacks one it should have (UX "Min vecka"). */
async function minVecka(inloggad: Inloggad, dag: string): Promise<{ vecka: Vecka; avtryck: ((db: Db) => void) | null }> {
  const { db } = inloggad
  const slapp = andrum()
  const { rader: pagar, oppna, skadade } = await oppnaListan(inloggad, () => minaArenden(inloggad).filter(({ senaste: s }) => s !== null && s.slut === null))
  const namnPa = await oppnaNamn(pagar, oppna, skadade)
  const egna = pagar.map(({ arende }) => arende)
  const arenden = new Map(egna.map((arende) => [arende.id, arende]))
  const avtryck = await saknadeAvtryck(inloggad, egna.map((arende) => ({ arende, namn: namnPa.get(arende.id) ?? null, pagar: true })))
  await slapp()
  const ids = egna.map((arende) => arende.id)
  const uppdragen = pagaendeUppdrag(db, ids)
  const uppdragMed = new Map(uppdragen.map((rad) => [rad.id, rad]))
  const kommun = senasteKommun(db, uppdragen)
  const kommunFor = new Map(uppdragen.map((rad) => [rad.arendeId, kommun.get(rad.id) ?? rad.kommun]))
  const senast = plusDagar(dag, VECKANS_HORISONT)
  const samtycken = Map.groupBy(levandeSamtycken(db, ids), (s) => s.arendeId)
  await slapp()

  const rad = (arendeId: string, resten: Pick<Veckorad, 'slag' | 'datum' | 'id' | 'version'> & Partial<Pick<Veckorad, 'vad' | 'ordning' | 'aktor'>>): Veckorad => {
    const arende = arenden.get(arendeId)
    if (arende === undefined) throw new Error('A row of a case that the caller does not hold')
    return {
      nummer: arende.nummer, namn: namnPa.get(arendeId) ?? null, kommun: kommunFor.get(arendeId) ?? '',
      vad: null, aktor: null, ordning: null, ...resten,
    }
  }
  const rader: Veckorad[] = [
    ...ogjordaUppfoljningar(db, uppdragen.map((u) => u.id), senast).map((u) =>
      rad(uppdragMed.get(u.uppdragId)?.arendeId ?? '', { slag: 'uppfoljning', datum: u.planerad, id: u.id, version: u.version, ordning: u.ordning })),
    ...uppdragen.filter((u) => u.planeratSlut !== null && u.planeratSlut <= senast).map((u) =>
      rad(u.arendeId, { slag: 'uppdrag_slutar', datum: u.planeratSlut, id: u.id, version: u.version })),
    ...oppnaAtaganden(db, ids, senast).filter((a) => uppdragMed.has(a.uppdragId)).map((a) =>
      rad(a.arendeId, { slag: 'atagande', datum: a.senast, id: a.id, version: a.version, vad: oppna.get(a.arendeId)?.oppna<AtagandeForseglat>('ataganden', a)?.vad ?? null })),
    ...[...samtycken.values()].flatMap((iArendet) =>
      samtyckenSomSlutar(iArendet.map((s) => ({ ...s, person: oppna.get(s.arendeId)?.oppna<SamtyckeForseglat>('samtycken', s)?.person ?? '' })), dag)).map((s) =>
      rad(s.arendeId, { slag: 'samtycke_slutar', datum: s.till, id: s.id, version: s.version, aktor: s.aktor, vad: s.person || null })),
    ...uppdragen.filter((u) => !(samtycken.get(u.arendeId) ?? []).some((s) => s.till === null || s.till >= dag)).map((u) =>
      rad(u.arendeId, { slag: 'samtycke_saknas', datum: null, id: u.id, version: u.version })),
  ]
  const last = Map.groupBy(uppdragen, (u) => kommun.get(u.id) ?? u.kommun)
  const vecka: Vecka = {
    idag: dag, rader: iDatumordning(rader),
    obesvarade: obesvaradeKontakter(db, inloggad.id).map(({ id, datum, kommun: k, utfall, koPaminnelse }) => ({ id, datum, kommun: k, utfall, paminnelse: koPaminnelse })),
    last: [...last].map(([k, u]) => ({ kommun: k, antal: u.length })).sort((a, b) => b.antal - a.antal || (a.kommun < b.kommun ? -1 : 1)),
    ko: kon(db),
  }
  return { vecka, avtryck }
}

export const veckan = {
  min: os.veckan.min.handler(async ({ context }) => {
    const { inloggad, nu } = context.kontor
    const { vecka, avtryck } = await minVecka(inloggad, idag(nu()))
    await inloggad.skriv((db, logga) => {
      avtryck?.(db)
      logga({ handling: 'veckan.oppnad' })
    })
    return vecka
  }),
  kontroller: os.veckan.kontroller.handler(({ context, signal }) => minaKontroller(context.kontor.inloggad, { signal })),
  chefens: os.veckan.chefens.handler(async ({ context, signal }): Promise<Chefsvecka> => {
    const { inloggad, nu } = context.kontor
    const { db } = inloggad
    const dag = idag(nu())
    const { bladetSenast, bladetPaminn } = bladfraga(db, nu())
    return {
      idag: dag, last: await raknaLast(inloggad, { signal }), ko: kon(db), oavgjorda: antalOavgjorda(db), loggkontroll: kontrollage(db, dag),
      gallring: { ...gallringsbehov(db), ...raknaForfallet(db, dag) },
      bladetSedan: bladetPaminn ? bladetSenast : null,
      frister: dagensFrister(db, dag),
    }
  }),
}
