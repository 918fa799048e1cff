import type { Roll } from '../../db/model/anvandare.ts'
import type { kontrakt } from './contract/index.ts'

/** `area.procedure` of every procedure in the contract. */
export type Procedurnamn = { [A in keyof typeof kontrakt]: `${A}.${Extract<keyof (typeof kontrakt)[A], string>}` }[keyof typeof kontrakt]

/**
 * Who may call a procedure, and on whose objects.
 * - `fore`: only while no one is logged in (first start, login); `vem som helst`: always.
 * - otherwise the roles, any of which is enough.
 * - `objekt: 'eget'`: only on a case (or an uppdrag, extension … of a case) that the caller may open today: as its
 *   ombud, stand-in or medombud. What only its ombud may do asks for more itself (overlamning.ts).
 */
export interface Regel {
  vem: 'vem som helst' | 'fore' | 'inloggad' | readonly Roll[]
  objekt?: 'eget'
}

const ombud = { vem: ['ombud'] } as const
const egetArende = { vem: ['ombud'], objekt: 'eget' } as const
const skotare = { vem: ['enhetschef', 'administrator'] } as const
const administrator = { vem: ['administrator'] } as const
/** Who notices brister, reads what the ledningsgrupp does with them and the year's redovisning; what it does and fixes is the chief's to write. */
const lasare = { vem: ['ombud', 'enhetschef'] } as const
const chef = { vem: ['enhetschef'] } as const
const inloggad = { vem: 'inloggad' } as const
const fore = { vem: 'fore' } as const

/** Årets handling: an ombud reads, prints and exports, only the chief edits and fixes (DOMAIN §2). */
const HANDLINGSREGLER = {
  handlingar: lasare, handling: lasare, oppnaSiffra: lasare, exportera: lasare,
  nyHandling: chef, andraHandling: chef, taBortHandling: chef, sparaFalt: chef, ratta: chef, angraRattelse: chef, bocka: chef, paminn: chef,
  faststall: chef, nyVersion: chef, lamnaIn: chef, rattaInlamning: chef,
} as const satisfies Record<keyof (typeof kontrakt)['ansokan'], Regel>

type Handlingsregler<A extends string> = { [P in keyof typeof HANDLINGSREGLER as `${A}.${P}`]: Regel }
const handlingsregler = <A extends 'redovisning' | 'ansokan'>(area: A) =>
  Object.fromEntries(Object.entries(HANDLINGSREGLER).map(([procedur, regel]) => [`${area}.${procedur}`, regel])) as unknown as Handlingsregler<A>

/** The one table of rights (DOMAIN §2). A test holds that it names every procedure, and runs every role through it. */
export const ROLLREGLER: Record<Procedurnamn, Regel> = {
  'start.lage': { vem: 'vem som helst' },
  'start.forbered': fore,
  'start.skapa': fore,
  'start.provaLosenord': { vem: 'vem som helst' },
  'start.exempel': fore,
  'start.nyttLosenord': fore,
  'start.lasKopia': fore,
  'start.oppnaKopia': fore,
  'start.aterstall': fore,

  'session.loggaIn': fore,
  'session.framsteg': { vem: 'vem som helst' },
  'session.jag': inloggad,
  'session.bytLosenord': inloggad,
  'session.misstankt': inloggad,
  'session.las': { vem: 'vem som helst' },

  'enhet.hamta': inloggad,
  'enhet.andra': skotare,
  'enhet.nyKommun': skotare,
  'enhet.andraKommun': skotare,
  'enhet.andraInstallningar': skotare,

  'kodlistor.hamta': inloggad,
  'kodlistor.spara': skotare,

  'anvandare.lista': inloggad,
  'anvandare.ny': administrator,
  'anvandare.andra': administrator,
  'anvandare.nyIdentitet': skotare,
  'anvandare.nyckelvard': skotare,
  'anvandare.stangAv': administrator,

  'nyckelblad.lage': inloggad,
  'nyckelblad.forbered': skotare,
  'nyckelblad.byt': skotare,
  'nyckelblad.bekrafta': inloggad,
  'nyckelblad.prova': skotare,

  'bemanning.lista': skotare,
  'bemanning.ny': skotare,
  'bemanning.andra': skotare,
  'bemanning.stryk': skotare,
  'bemanning.nyFranvaro': skotare,
  'bemanning.andraFranvaro': skotare,
  'bemanning.strykFranvaro': skotare,

  'utbildning.lista': skotare,
  'utbildning.ny': skotare,
  'utbildning.andra': skotare,
  'utbildning.stryk': skotare,
  'utbildning.nyHandledning': skotare,
  'utbildning.andraHandledning': skotare,
  'utbildning.strykHandledning': skotare,

  'statsbidrag.hamta': { vem: ['enhetschef'] },
  'statsbidrag.beviljat': skotare,
  'statsbidrag.belopp': { vem: ['enhetschef'] },
  'statsbidrag.sokande': { vem: ['enhetschef'] },
  'statsbidrag.andra': { vem: ['enhetschef'] },
  'statsbidrag.nyttBeslut': { vem: ['enhetschef'] },
  'statsbidrag.andraBeslut': { vem: ['enhetschef'] },
  'statsbidrag.strykBeslut': { vem: ['enhetschef'] },
  'statsbidrag.nyKostnad': { vem: ['enhetschef'] },
  'statsbidrag.andraKostnad': { vem: ['enhetschef'] },
  'statsbidrag.strykKostnad': { vem: ['enhetschef'] },
  'statsbidrag.underlag': { vem: ['enhetschef'] },
  'statsbidrag.fordelning': { vem: ['enhetschef'] },
  'statsbidrag.fil': { vem: ['enhetschef'] },

  'kontakter.lista': ombud,
  'kontakter.hamta': ombud,
  'kontakter.ny': ombud,
  'kontakter.andra': ombud,
  'kontakter.stryk': ombud,
  'kontakter.ko': ombud,
  'kontakter.paminn': ombud,

  'arenden.mina': ombud,
  'arenden.hamta': egetArende,
  'arenden.nytt': ombud,
  'arenden.andraKlient': egetArende,
  'arenden.provaDubblett': ombud,
  'arenden.tidigare': ombud,
  'arenden.utdrag': egetArende,

  'uppdrag.nytt': egetArende,
  'uppdrag.andra': egetArende,
  'uppdrag.forlang': egetArende,
  'uppdrag.avsluta': egetArende,
  'uppdrag.angraAvslut': egetArende,
  'uppdrag.kommunbyte': egetArende,
  'uppdrag.stryk': egetArende,

  'uppfoljningar.ny': egetArende,
  'uppfoljningar.flytta': egetArende,
  'uppfoljningar.gjord': egetArende,
  'uppfoljningar.stryk': egetArende,
  'ataganden.nytt': egetArende,
  'ataganden.andra': egetArende,
  'ataganden.status': egetArende,
  'anteckningar.ny': egetArende,
  'anteckningar.andra': egetArende,
  'anteckningar.forstor': egetArende,
  'samtycken.nytt': egetArende,
  'samtycken.aterkalla': egetArende,
  'samtycken.stryk': egetArende,
  'orosguide.anvand': egetArende,
  'veckan.min': ombud,
  'veckan.kontroller': ombud,
  'utkast.spara': inloggad,
  'utkast.hamta': inloggad,
  'utkast.lista': inloggad,
  'utkast.slang': inloggad,
  'veckan.chefens': { vem: ['enhetschef'] },

  'overlamningar.lista': ombud,
  'overlamningar.historik': egetArende,
  'overlamningar.erbjud': egetArende,
  'overlamningar.lamnaOverAlla': ombud,
  'overlamningar.godta': ombud,
  'overlamningar.avboj': ombud,
  'overlamningar.taTillbaka': ombud,
  'overlamningar.avslutaVikariat': ombud,
  'overlamningar.laggTillMedombud': egetArende,
  'overlamningar.taBortMedombud': ombud,
  'overlamningar.hos': { vem: ['enhetschef'] },
  'overlamningar.nodoppning': { vem: ['enhetschef'] },
  'overlamningar.nodoppningar': ombud,
  'overlamningar.settNodoppning': ombud,

  'systemfel.lista': lasare,
  'systemfel.hamta': lasare,
  'systemfel.ny': lasare,
  'systemfel.andra': lasare,
  'systemfel.stryk': lasare,
  'systemfel.iaktta': lasare,
  'systemfel.strykIakttagelse': lasare,
  'systemfel.status': chef,
  'systemfel.aterkoppling': lasare,
  'systemfel.sedd': lasare,
  'systemfel.rapport': lasare,
  'ledningsgrupp.hamta': lasare,
  'ledningsgrupp.lage': chef,
  'ledningsgrupp.sparaGrupp': chef,
  'ledningsgrupp.sparaPlats': chef,
  'ledningsgrupp.sparaLedamot': chef,
  'ledningsgrupp.sparaMote': chef,
  'ledningsgrupp.stryk': chef,
  'ledningsgrupp.taUpp': chef,
  'ledningsgrupp.taBort': chef,
  'ledningsgrupp.beslut': chef,
  'ledningsgrupp.underlag': lasare,
  'ledningsgrupp.exportera': chef,

  'importera.mall': administrator,
  'importera.las': administrator,
  'importera.oversikt': administrator,
  'importera.prova': administrator,
  'importera.kor': administrator,

  'redovisning.ar': { vem: ['ombud', 'enhetschef'] },
  'redovisning.hamta': { vem: ['ombud', 'enhetschef'] },
  'redovisning.oppna': { vem: ['ombud', 'enhetschef'] },

  'statistik.hamta': { vem: ['ombud', 'enhetschef'] },
  'statistik.perOmbud': { vem: ['ombud', 'enhetschef'] },
  'statistik.exportera': { vem: ['ombud', 'enhetschef'] },
  'verksamhetsberattelse.hamta': { vem: ['ombud', 'enhetschef'] },
  'verksamhetsberattelse.spara': { vem: ['enhetschef'] },
  'verksamhetsberattelse.word': { vem: ['ombud', 'enhetschef'] },

  ...handlingsregler('redovisning'),
  ...handlingsregler('ansokan'),

  'blanketter.lista': lasare,
  'blanketter.hamta': lasare,
  'blanketter.exportera': lasare,
  'blanketter.kopiera': chef,
  'blanketter.spara': chef,
  'blanketter.importera': chef,

  'utskrifter.logga': { vem: ['ombud', 'enhetschef'] },
  'utskrifter.sparaPdf': { vem: ['ombud', 'enhetschef'] },

  'sakerhetskopior.hamta': skotare,
  'sakerhetskopior.lage': inloggad,
  'sakerhetskopior.valjMapp': skotare,
  'sakerhetskopior.bytMapp': skotare,
  'sakerhetskopior.gor': skotare,
  'sakerhetskopior.ova': skotare,
  'sakerhetskopior.exportera': skotare,

  'gallring.lage': skotare,
  'gallring.sparaRegel': skotare,
  'gallring.taBortRegel': skotare,
  'gallring.forhand': skotare,
  'gallring.kor': skotare,
  'gallring.lista': skotare,
  'gallring.hamta': skotare,
  'gallring.attSvara': ombud,
  'gallring.svaraUndantag': egetArende,

  // An ombud reads the own acts, and who has opened a case the ombud may open (procedurer/logg.ts).
  'logg.lista': { vem: ['ombud', 'enhetschef'] },
  'logg.prova': { vem: ['enhetschef'] },
  'logg.kedja': skotare,
  'logg.jamfor': { vem: ['enhetschef'] },
  'loggkontroll.lage': { vem: ['enhetschef'] },
  'loggkontroll.lista': { vem: ['enhetschef'] },
  'loggkontroll.borja': { vem: ['enhetschef'] },
  'loggkontroll.hamta': { vem: ['enhetschef'] },
  'loggkontroll.bakom': { vem: ['enhetschef'] },
  'loggkontroll.svara': { vem: ['enhetschef'] },
  'loggkontroll.skrivUnder': { vem: ['enhetschef'] },
}

/** Whether somebody with these roles (null = not logged in) may call the procedure at all. */
export function far(regel: Regel, roller: readonly Roll[] | null): boolean {
  if (regel.vem === 'vem som helst') return true
  if (regel.vem === 'fore') return roller === null
  if (roller === null) return false
  return regel.vem === 'inloggad' || regel.vem.some((roll) => roller.includes(roll))
}
