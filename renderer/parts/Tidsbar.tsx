import type { CSSProperties } from 'react'
import { type Datum, dagarMellan } from '../../db/model/kalender.ts'
import { delar } from '../texter/delar.ts'
import { bradska, kortDatum, kvarIOrd, langtDatum } from '../texter/datum.ts'
import stil from './Tidsbar.module.css'

export interface Forlangning {
  /** The day the extension was decided. */
  readonly datum: Datum
  readonly skal?: string | undefined
}

interface Egenskaper {
  readonly start: Datum
  /** The last day as planned now, extensions counted in. */
  readonly planeratSlut: Datum
  readonly forlangningar?: readonly Forlangning[]
  /** The last day, once the uppdrag has ended. */
  readonly slut?: Datum | null | undefined
  readonly idag: Datum
  /** Within so many days of the end the time is "running out". */
  readonly snartDagar?: number
}

const t = delar.tidsbar

/** An uppdrag's time: start, extensions, today, planned end, and what is left in words. */
export function Tidsbar({ start, planeratSlut, forlangningar = [], slut, idag, snartDagar = 30 }: Egenskaper) {
  const { lagen, over, nu } = tidslagen({ start, planeratSlut, forlangningar, slut: slut ?? null, idag })
  const kvar = slut ? undefined : kvarIOrd(planeratSlut, idag)
  const ton = slut ? 'lugnt' : bradska(planeratSlut, idag, snartDagar)
  const dagar = forlangningar.map((f) => kortDatum(f.datum, idag))
  const beskrivning = [
    slut ? t.avslutad(langtDatum(start), langtDatum(slut)) : t.beskrivning(langtDatum(start), langtDatum(planeratSlut), kvar ?? ''),
    dagar.length > 0 ? t.forlangningar(dagar.join(', ')) : '',
  ]
  return (
    <div className={stil.ram}>
      <div className={stil.bar} role="img" aria-label={beskrivning.filter(Boolean).join(' ')}>
        <div className={stil.gatt} data-fullt={nu >= 100 || undefined} style={{ width: procent(over === undefined ? nu : over) }} />
        {over !== undefined && <div className={stil.over} style={{ width: procent(100 - over) }} />}
        {lagen.map((lage, i) => (
          <div key={`${i} ${lage}`} className={stil.streck} style={{ left: procent(lage) }} />
        ))}
        {!slut && <div className={stil.nu} data-lugnt={ton === 'lugnt' || undefined} style={{ left: procent(nu) }} />}
      </div>
      <div className={stil.texter}>
        <div>
          <span>{t.start}</span>
          <b>{langtDatum(start)}</b>
        </div>
        <Forlangningstext forlangningar={forlangningar} dagar={dagar} lage={lagen.at(-1)} />
        <div className={stil.slut}>
          <span>{slut ? t.slut : `${t.planeratSlut} ${langtDatum(planeratSlut)}`}</span>
          <b className={ton === 'lugnt' ? undefined : stil[ton]}>{slut ? langtDatum(slut) : kvar}</b>
        </div>
      </div>
    </div>
  )
}

/** One extension stands under its mark, unless that would crowd an end; several stand in a row. */
function Forlangningstext({ forlangningar, dagar, lage }: { readonly forlangningar: readonly Forlangning[]; readonly dagar: readonly string[]; readonly lage: number | undefined }) {
  const sista = forlangningar.at(-1)
  if (sista === undefined || lage === undefined) return <div />
  const ensam = forlangningar.length === 1 && lage > 25 && lage < 75
  return (
    <>
      {ensam && <div />}
      <div className={ensam ? stil.mitt : stil.flera} style={ensam ? lagesvariabel(lage) : undefined}>
        <span>{t.forlangt(dagar.join(', '))}</span>
        {sista.skal !== undefined && sista.skal !== '' && <b>{sista.skal}</b>}
      </div>
    </>
  )
}

/**
 * Where things stand on the bar, in percent of it. The bar runs from the start to the later of the
 * planned end and (while it is open) today; `over` is where the planned end was passed.
 */
export function tidslagen({ start, planeratSlut, forlangningar, slut, idag }: { start: Datum; planeratSlut: Datum; forlangningar: readonly Forlangning[]; slut: Datum | null; idag: Datum }): { lagen: number[]; over: number | undefined; nu: number } {
  const nuDag = slut ?? idag
  const sista = nuDag > planeratSlut ? nuDag : planeratSlut
  const langd = Math.max(1, dagarMellan(start, sista))
  const lage = (dag: Datum) => Math.min(100, Math.max(0, (dagarMellan(start, dag) / langd) * 100))
  return {
    lagen: forlangningar.map((f) => lage(f.datum)),
    over: nuDag > planeratSlut ? lage(planeratSlut) : undefined,
    nu: lage(nuDag),
  }
}

const procent = (tal: number) => `${tal.toFixed(2)}%`

function lagesvariabel(lage: number): CSSProperties {
  return { '--lage': procent(lage) } as CSSProperties
}
