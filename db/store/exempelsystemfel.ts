import type { ExempelSystemfel } from '../model/exempel/brister.ts'
import { exempeltid } from '../model/exempel/index.ts'
import { brister, bristhandelser, bristlasare, iakttagelser, ledamoter, ledningsgrupper, ledningsgruppsmoten, ledningsgruppsplatser, motesbrister } from '../schema/index.ts'
import type { Db } from './db.ts'

/** Stores the brister and the ledningsgrupp of an example office as they are, ids included. What is told back has been seen, but for the last of it. */
export function laggInSystemfel(db: Db, { brister: alla, grupp: { platser, moten, ...grupp } }: ExempelSystemfel, idFor: (anvandarnamn: string) => string): void {
  db.insert(ledningsgrupper).values({ ...grupp, form: 'egen' }).run()
  for (const { ledamoter: sitter, ...plats } of platser) {
    db.insert(ledningsgruppsplatser).values({ ...plats, gruppId: grupp.id }).run()
    for (const rad of sitter) db.insert(ledamoter).values({ ...rad, platsId: plats.id }).run()
  }
  for (const { brister: _, ...mote } of moten) db.insert(ledningsgruppsmoten).values({ ...mote, gruppId: grupp.id, klockslag: '13.00–15.00', plats: 'Kommunhuset' }).run()
  const senasteMotet = moten.at(-2)?.datum ?? grupp.fran
  for (const { iakttagelser: sedda, handelser, av, ...ord } of alla) {
    const tid = exempeltid(sedda[0]?.datum ?? grupp.fran, 0)
    db.insert(brister).values({ ...ord, inteNamn: [], registreradAv: idFor(av), registreradTid: tid }).run()
    for (const { av: vem, ...rad } of sedda) db.insert(iakttagelser).values({ ...rad, bristId: ord.id, avId: idFor(vem), registreradTid: exempeltid(rad.datum, 0) }).run()
    handelser.forEach(({ av: vem, mote, ...rad }, i) => db.insert(bristhandelser).values({ ...rad, bristId: ord.id, moteId: mote, avId: idFor(vem), tid: exempeltid(rad.datum, i) }).run())
    for (const vem of new Set(sedda.map((rad) => rad.av))) db.insert(bristlasare).values({ bristId: ord.id, anvandareId: idFor(vem), seddTid: exempeltid(senasteMotet, 0) }).run()
  }
  for (const mote of moten) for (const rad of mote.brister) db.insert(motesbrister).values({ moteId: mote.id, bristId: rad.brist, status: rad.status, beslut: rad.beslut }).run()
}
