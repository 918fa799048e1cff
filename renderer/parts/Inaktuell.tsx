import { useState } from 'react'
import { felmening } from '../app/fraga.ts'
import { delar } from '../texter/delar.ts'
import { sag } from './Angra.tsx'
import { Uppgifter } from './Avsnitt.tsx'
import type { Formular } from './formular.ts'
import stil from './Inaktuell.module.css'
import { Knapp } from './Knapp.tsx'

/** A field as somebody else has saved it meanwhile. */
export interface Skillnad {
  readonly falt: string
  readonly sparat: string
}

interface Egenskaper {
  readonly form: Pick<Formular<object>, 'fel'> & { nollstall(): void }
  readonly onLasIn: () => Promise<unknown>
  readonly skillnader: readonly Skillnad[]
}

/**
 * When somebody else has saved the same thing: a way to read it anew, then what stands there now beside what
 * is being typed. Nothing typed goes away (DESIGN §4.12: a stale write keeps both texts).
 */
export function Inaktuell({ form, onLasIn, skillnader }: Egenskaper) {
  const [laser, setLaser] = useState(false)
  const inaktuell = form.fel.some((f) => f.kod === 'andrad_av_annan')
  const lasIn = async () => {
    setLaser(true)
    try {
      await onLasIn()
      form.nollstall()
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setLaser(false)
    }
  }
  return (
    <>
      {inaktuell && (
        <div className={stil.las}>
          <Knapp onPress={() => void lasIn()} vantar={laser}>
            {delar.lasInPaNytt}
          </Knapp>
        </div>
      )}
      {!inaktuell && skillnader.length > 0 && (
        <div className={stil.ram} role="status">
          <p>{delar.andratAvAnnan}</p>
          <Uppgifter rader={skillnader.map((s) => ({ namn: s.falt, varde: s.sparat === '' ? delar.ejBesvarad : s.sparat }))} />
        </div>
      )}
    </>
  )
}
