import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { delar } from '../texter/delar.ts'
import { sag } from './Angra.tsx'
import { Knapp } from './Knapp.tsx'
import { Osynlig } from './Steg.tsx'

/** Copies a text and says so. `vad` names it for the screen reader; `onKopierat` ticks it off. */
export function KopieraKnapp({ text, vad, onKopierat }: { readonly text: string; readonly vad: string; readonly onKopierat?: () => void }) {
  const [kopierad, setKopierad] = useState<string>()
  const klar = kopierad === text
  const gor = async () => {
    if (!(await kopiera(text))) return sag(delar.gickInteAttKopiera)
    setKopierad(text)
    onKopierat?.()
  }
  return (
    <Knapp storlek="liten" ikon={klar ? Check : Copy} onPress={() => void gor()}>
      {klar ? delar.kopierat : delar.kopiera}
      <Osynlig> {vad}</Osynlig>
    </Knapp>
  )
}

/** Puts a text in the clipboard; whether it went. The desktop denies every permission, the clipboard's too: then the old way, which needs none. */
export async function kopiera(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const ruta = document.createElement('textarea')
    ruta.value = text
    ruta.setAttribute('readonly', '')
    ruta.style.position = 'fixed'
    ruta.style.opacity = '0'
    const fokus = document.activeElement
    document.body.append(ruta)
    ruta.select()
    const gick = document.execCommand('copy')
    ruta.remove()
    if (fokus instanceof HTMLElement) fokus.focus()
    return gick
  }
}
