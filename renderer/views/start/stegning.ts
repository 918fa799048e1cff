import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'wouter'
import { STEG, type Stegnamn } from './kontorsutkast.ts'
import type { Uppstart } from './Start.tsx'
import { VAG } from './vagar.ts'

/** Where a page of the flow stands, and the ways from it: for `Steg`. */
export function useStegning(steg: Stegnamn, { tillKontroll, sattTillKontroll }: Uppstart) {
  const [, ga] = useLocation()
  const plats = STEG.indexOf(steg)
  const fore = STEG[plats - 1]
  const efter = STEG[plats + 1]
  return {
    /** To the next page; back to the answers when the page was opened by "Ändra" there. */
    vidare: () => {
      sattTillKontroll(false)
      if (tillKontroll) ga(VAG.steg('kontrollera'))
      else if (efter) ga(VAG.steg(efter))
    },
    steg: {
      nu: plats + 1,
      alla: STEG.length,
      onTillbaka: fore && (() => ga(VAG.steg(fore))),
      onAvbryt: () => ga(VAG.start),
    },
  }
}

/** Keeps what is typed as it is typed, so that no way out of the page loses it. */
export function useMinns<V>(varden: V, minns: (varden: V) => void): void {
  const spara = useEffectEvent(minns)
  useEffect(() => spara(varden), [varden])
}
