import { Download } from 'lucide-react'
import { useState } from 'react'
import type { Underlag } from '../../../db/model/ledningsgrupp.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Exporterbart } from '../../parts/Exporterbart.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { sparaFil } from '../../parts/sparaFil.ts'
import { Tabell } from '../../parts/Tabell.tsx'
import { ledningsgrupp as text } from '../../texter/ledningsgrupp.ts'
import stil from '../systemfel/systemfel.module.css'
import { platsVem } from './platsvem.ts'

/** Beside a meeting: the figures it is told, who is called, and the file for a shared group. */
export function Motessida({ underlag, far }: { readonly underlag: Underlag; readonly far: boolean }) {
  return (
    <>
      <Avsnitt rubrik={text.tal}>
        <Tabell
          bildtext={text.tal}
          kolumner={[
            { id: 'vad', rubrik: text.talKolumn, cell: (rad) => text.talnamn[rad.vad] },
            { id: 'aret', rubrik: text.hittills(underlag.ar), tal: true, cell: (rad) => rad.aret },
            { id: 'fjol', rubrik: underlag.ar - 1, tal: true, ton: 'svag', cell: (rad) => rad.fjol },
          ]}
          rader={underlag.tal}
          nyckel={(rad) => rad.vad}
          under={text.talUnder}
        />
      </Avsnitt>
      <Avsnitt rubrik={text.kallade} bredvid={underlag.kallade.length}>
        {underlag.kallade.length === 0 ? (
          <p className={[stil.tyst, stil.luft].join(' ')}>{text.kalladeTomt}</p>
        ) : (
          <Radlista etikett={text.kallade}>
            {underlag.kallade.map((en, i) => (
              <Rad key={`${en.namn} ${i}`} vad={en.ersattare ? `${en.namn}, ${text.ersattareKort}` : en.namn} under={text.rada([en.roll, platsVem(en)])} />
            ))}
          </Radlista>
        )}
      </Avsnitt>
      {far && <Export underlag={underlag} />}
    </>
  )
}

function Export({ underlag: { mote } }: { readonly underlag: Underlag }) {
  const [vantar, setVantar] = useState(false)
  const hamta = async (format: 'json' | 'xlsx') => {
    setVantar(true)
    try {
      const fil = await kontor.ledningsgrupp.exportera({ moteId: mote.id, format })
      sparaFil(fil)
      sag(text.hamtad(fil.name))
    } catch (orsak) {
      sag(felmening(orsak))
    } finally {
      setVantar(false)
    }
  }
  return (
    <Avsnitt rubrik={text.export} luft>
      <Exporterbart>
        <p className={stil.tyst}>{text.exportText}</p>
        <div className={[stil.rad, stil.luft].join(' ')}>
          <Knapp ikon={Download} vantar={vantar} onPress={() => void hamta('xlsx')}>
            {text.exportXlsx}
          </Knapp>
          <Knapp sort="tyst" ikon={Download} vantar={vantar} onPress={() => void hamta('json')}>
            {text.exportJson}
          </Knapp>
        </div>
      </Exporterbart>
    </Avsnitt>
  )
}
