import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Faltlage } from '../../../db/model/handling/typer.ts'
import type { Faltvarde } from '../../../db/model/blankett/typer.ts'
import { klockslag } from '../../../db/model/kalender.ts'
import { tolkaFel } from '../../app/felsvar.ts'
import { tidNu } from '../../app/idag.ts'
import { kastaUtkast, sparaUtkast, utkast } from '../../app/utkast.ts'
import { likaVarden } from '../../parts/formular.ts'
import { foraldraSidan, handlingskontor, lasOmHandlingar, skrivInFaltet } from './fragor.ts'
import { useHandling } from './sammanhang.ts'

/** A field saves itself when nobody has typed in it for so long, and when it is left. */
const VANTA_MS = 1_200

/** What somebody else saved in the same field meanwhile. */
export interface Krock {
  readonly varde: Faltvarde
  readonly version: number
  readonly av: string
  readonly tid: string
}

export interface Faltsparning<V extends Faltvarde> {
  readonly varde: V
  readonly andrad: boolean
  readonly sparar: boolean
  /** Clock of the last saving on this page: "9.40". */
  readonly sparat: string | undefined
  readonly fel: string | undefined
  readonly krock: Krock | undefined
  /** Where the draft lies, for what was written before a lock. */
  readonly nyckel: string
  satt(varde: V): void
  /** Saves at once what waits: the field is left. */
  lamna(): void
  /** Saves this very value now: a choice, a text that stands as it is. */
  sparaNu(varde: V): void
  behallMin(): void
  taDeras(): void
}

interface Utkastet<V> {
  readonly varde: V
  readonly version: number
}

/** A draft's place says field and handling by their ids, and nothing of what is written. */
const utkastnyckel = (id: string, falt: string) => `handling/${id}/${falt.replaceAll('_', '-')}`

/**
 * A field that saves itself. What is typed is kept as a draft until the office has it; a field that somebody else has
 * saved meanwhile is shown beside and nothing typed goes away (DESIGN §4.12).
 * @param provar what keeps a value from being saved, in a sentence; undefined when it may be
 */
export function useFaltsparning<V extends Faltvarde>(lage: Faltlage, start: V, provar: (varde: V) => string | undefined = () => undefined): Faltsparning<V> {
  const { slag, sida } = useHandling()
  const { id } = sida.handling
  const nyckel = utkastnyckel(id, lage.falt.id)
  const [forst] = useState(() => utkast<Utkastet<V>>(nyckel))
  const [varde, setVarde] = useState(forst?.varde ?? start)
  const [andrad, setAndrad] = useState(forst !== undefined && !likaVarden(forst.varde, start))
  const [sparar, setSparar] = useState(false)
  const [sparat, setSparat] = useState<string>()
  const [fel, setFel] = useState<string>()
  const [krock, setKrock] = useState<Krock>()
  const senaste = useRef(varde)
  const version = useRef(forst?.version ?? lage.version)
  const klocka = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pagar = useRef(false)
  const igen = useRef(false)

  // What the office says now, as long as nobody is writing here.
  const friskt = useEffectEvent(() => {
    if (pagar.current || andrad || krock !== undefined || lage.version < version.current) return
    version.current = lage.version
    senaste.current = start
    setVarde(start)
  })
  useEffect(() => friskt(), [lage.version, lage.varde])

  const skicka = async () => {
    clearTimeout(klocka.current)
    const skickat = senaste.current
    const hinder = provar(skickat)
    setFel(hinder)
    if (hinder !== undefined) return
    if (pagar.current) {
      igen.current = true
      return
    }
    pagar.current = true
    setSparar(true)
    try {
      const svar = await handlingskontor(slag).sparaFalt({ id, falt: lage.falt.id, varde: skickat, version: version.current })
      version.current = svar.version
      setKrock(undefined)
      setSparat(klockslag(tidNu()))
      skrivInFaltet(slag, id, lage.falt.id, { varde: skickat, version: svar.version, forifyllt: false, saknas: lage.falt.kravs && arTom(skickat) })
      if (likaVarden(senaste.current, skickat)) {
        setAndrad(false)
        kastaUtkast(nyckel)
      } else igen.current = true
    } catch (orsak) {
      const felsvar = tolkaFel(orsak)
      const annans = felsvar.kod === 'andrad_av_annan' ? tolkaKrock(felsvar.detalj) : undefined
      if (annans) setKrock(annans)
      else setFel(felsvar.mening)
      igen.current = false
    } finally {
      pagar.current = false
      setSparar(false)
    }
    if (igen.current) {
      igen.current = false
      await skicka()
    } else if (lage.falt.typ === 'egen_tabell') await lasOmHandlingar()
    else foraldraSidan(slag, id)
  }

  const satt = (nytt: V) => {
    senaste.current = nytt
    setVarde(nytt)
    setAndrad(true)
    setFel(undefined)
    sparaUtkast(nyckel, { varde: nytt, version: version.current } satisfies Utkastet<V>)
    clearTimeout(klocka.current)
    if (krock === undefined) klocka.current = setTimeout(() => void skicka(), VANTA_MS)
  }
  const lamna = () => {
    if (andrad && krock === undefined) void skicka()
  }
  // A page that is left does not wait for its clock.
  const vidBorta = useEffectEvent(() => {
    clearTimeout(klocka.current)
    lamna()
  })
  useEffect(() => () => vidBorta(), [])

  return {
    varde, andrad, sparar, sparat, fel, krock, nyckel, satt, lamna,
    sparaNu: (nytt) => {
      satt(nytt)
      void skicka()
    },
    behallMin: () => {
      if (krock) version.current = krock.version
      setKrock(undefined)
      void skicka()
    },
    taDeras: () => {
      if (!krock) return
      version.current = krock.version
      senaste.current = krock.varde as V
      setVarde(krock.varde as V)
      setAndrad(false)
      setKrock(undefined)
      kastaUtkast(nyckel)
      skrivInFaltet(slag, id, lage.falt.id, { varde: krock.varde, version: krock.version, forifyllt: false })
    },
  }
}

const arTom = (varde: Faltvarde) => varde === null || varde === '' || (Array.isArray(varde) && varde.length === 0)

function tolkaKrock(detalj: unknown): Krock | undefined {
  if (typeof detalj !== 'object' || detalj === null || !('version' in detalj) || !('varde' in detalj)) return undefined
  const { varde, version } = detalj
  const av = 'av' in detalj ? String(detalj.av) : ''
  const tid = 'tid' in detalj ? String(detalj.tid) : ''
  return typeof version === 'number' ? { varde: varde as Faltvarde, version, av, tid } : undefined
}
