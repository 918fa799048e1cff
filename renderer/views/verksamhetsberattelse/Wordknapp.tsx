import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { verksamhetsberattelse as text } from '../../texter/verksamhetsberattelse.ts'

/** The story as a Word document. `forst` saves what is still being typed; false = that could not be done. `tyst`: the page says elsewhere when IT forbids files. */
export function Wordknapp({ ar, forst, tyst = false }: { readonly ar: number; readonly forst?: () => Promise<boolean>; readonly tyst?: boolean }) {
  const [vantar, setVantar] = useState(false)
  const hamta = async () => {
    setVantar(true)
    try {
      if (forst && !(await forst())) return
      const fil = await kontor.verksamhetsberattelse.word({ ar })
      sparaFil(fil)
      sag(text.wordGjord(fil.name))
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Exporterbart tyst={tyst}>
      <Knapp ikon={FileDown} vantar={vantar} onPress={() => void hamta()}>
        {text.word}
      </Knapp>
    </Exporterbart>
  )
}
