import { Download } from 'lucide-react'
import { useState } from 'react'
import type { LastFil } from '../../../electron/office/contract/importera.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt, Spalter } from '../../parts/Avsnitt.tsx'
import { Filval } from '../../parts/Filval.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { importera } from '../../texter/importera.ts'
import stil from './Importera.module.css'

const text = importera.fil
const TYPER = ['.xlsx', '.csv']

/** Step 1: the file, or the template to make one from. */
export function Filen({ onLast }: { readonly onLast: (fil: LastFil) => void }) {
  const [fil, setFil] = useState<File | null>(null)
  const [fel, setFel] = useState<string>()
  const [laser, setLaser] = useState(false)
  const las = async (vald: File | null) => {
    setFil(vald)
    setFel(undefined)
    if (vald === null) return
    setLaser(true)
    try {
      onLast(await kontor.importera.las({ fil: vald }))
    } catch (orsak) {
      setFel(felmening(orsak))
    } finally {
      setLaser(false)
    }
  }
  return (
    <Spalter
      sida={
        <>
          <Avsnitt rubrik={text.mallRubrik} luft>
            <p className={stil.text}>{text.mallText}</p>
            <Mall />
          </Avsnitt>
          <Avsnitt rubrik={text.innehallRubrik} luft>
            <ul className={stil.punkter}>
              {text.innehall.map((rad) => (
                <li key={rad}>{rad}</li>
              ))}
            </ul>
          </Avsnitt>
        </>
      }
    >
      <Filval etikett={text.etikett} hjalp={text.hjalp} typer={TYPER} varde={fil} onAndra={(vald) => void las(vald)} fel={fel} />
      {laser && <Hamtar text={text.laser} />}
    </Spalter>
  )
}

function Mall() {
  const [vantar, setVantar] = useState(false)
  const hamta = async () => {
    setVantar(true)
    try {
      sparaFil(await kontor.importera.mall())
      sag(text.mallHamtad)
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Knapp ikon={Download} vantar={vantar} onPress={() => void hamta()}>
      {text.hamtaMall}
    </Knapp>
  )
}
