import { Plus } from 'lucide-react'
import { useState } from 'react'
import { type KommunRad, zAndraKommun, zNyKommun } from '../../../db/model/enhet.ts'
import { KOMMUNER, kommunNamn } from '../../../db/model/kommuner.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { useIdag } from '../../app/idag.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { Valj } from '../../parts/Valj.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { skoter } from './ratt.ts'
import { hamtaOm, type Kontorsuppgifter } from './uppgifter.ts'
import { ellerFranBorjan, ellerNull, somFalt, tidIOrd } from './varden.ts'

const text = kontoret.kommuner

/** The unit's kommuner from–to, and who is personuppgiftsansvarig in each. */
export function Kommuner({ uppgifter: { kommuner } }: { readonly uppgifter: Kontorsuppgifter }) {
  const far = skoter(useInloggad().roller)
  const [oppen, setOppen] = useState<string>()
  const stang = () => setOppen(undefined)
  const rader = kommuner.toSorted((a, b) => svenskOrdning(a.namn, b.namn) || (a.fran < b.fran ? -1 : 1))
  const vald = kommuner.find((rad) => rad.id === oppen)
  return (
    <Avsnitt
      rubrik={text.rubrik}
      bredvid={rader.length}
      handling={
        far && (
          <Knapp sort="tyst" storlek="liten" ikon={Plus} onPress={() => setOppen(NY)}>
            {text.ny}
          </Knapp>
        )
      }
    >
      <Tabell
        bildtext={text.rubrik}
        kolumner={[
          { id: 'kommun', rubrik: text.kommun, cell: (rad) => rad.namn },
          { id: 'tid', rubrik: text.tid, cell: (rad) => tidIOrd(rad.fran, rad.till) },
          { id: 'ansvarig', rubrik: text.ansvarig, cell: (rad) => rad.personuppgiftsansvarig || <span className={stil.svag}>{text.ansvarigSaknas}</span> },
          ...(far
            ? [
                {
                  id: 'andra',
                  rubrik: kontoret.handling,
                  handling: true,
                  cell: (rad: KommunRad) => (
                    <Knapp storlek="liten" onPress={() => setOppen(rad.id)}>
                      {kontoret.andra}
                      <Osynlig>{kontoret.vilken(rad.namn)}</Osynlig>
                    </Knapp>
                  ),
                },
              ]
            : []),
        ]}
        rader={rader}
        nyckel={(rad) => rad.id}
      />
      {oppen === NY && <NyKommun onStang={stang} finns={kommuner} />}
      {vald && <AndraKommun rad={vald} onStang={stang} />}
    </Avsnitt>
  )
}

const NY = 'ny'

function NyKommun({ onStang, finns }: { readonly onStang: () => void; readonly finns: readonly KommunRad[] }) {
  const idag = useIdag()
  const form = useFormular({
    schema: zNyKommun,
    start: { kommun: '', fran: '', personuppgiftsansvarig: '' },
    till: (v) => ({ ...v, fran: ellerFranBorjan(v.fran) }),
    spara: async (ny) => {
      await kontor.enhet.nyKommun(ny)
      await hamtaOm.enhet()
      sag(text.tillagd(kommunNamn(ny.kommun)))
      onStang()
    },
  })
  // One that has left may come back; one that belongs now may not be added again.
  const valbara = KOMMUNER.filter((k) => !finns.some((rad) => rad.kommun === k.kod && rad.till === null))
  return (
    <Formulardialog rubrik={text.nyRubrik} verb={text.nyVerb} form={form} onStang={onStang}>
      <Valj {...form.falt('kommun')} etikett={text.kommun} alternativ={valbara.map((k) => ({ kod: k.kod, text: k.namn }))} />
      <Datumfalt {...form.falt('fran')} etikett={kontoret.fran} hjalp={text.franHjalp} idag={idag} />
      <TextFalt {...form.falt('personuppgiftsansvarig')} etikett={text.ansvarig} hjalp={text.ansvarigHjalp} valfri />
    </Formulardialog>
  )
}

function AndraKommun({ rad, onStang }: { readonly rad: KommunRad; readonly onStang: () => void }) {
  const idag = useIdag()
  const [fran] = useState(rad)
  const form = useFormular({
    schema: zAndraKommun,
    start: { fran: somFalt(rad.fran), till: somFalt(rad.till), personuppgiftsansvarig: rad.personuppgiftsansvarig ?? '' },
    till: (v) => ({ id: rad.id, version: rad.version, fran: ellerFranBorjan(v.fran), till: ellerNull(v.till), personuppgiftsansvarig: ellerNull(v.personuppgiftsansvarig) }),
    spara: async (ny) => {
      await kontor.enhet.andraKommun(ny)
      await hamtaOm.enhet()
      sag(text.sparad(rad.namn))
      onStang()
    },
  })
  const skillnader = [
    ...(fran.fran === rad.fran && fran.till === rad.till ? [] : [{ falt: text.tid, sparat: tidIOrd(rad.fran, rad.till) }]),
    ...(fran.personuppgiftsansvarig === rad.personuppgiftsansvarig ? [] : [{ falt: text.ansvarig, sparat: rad.personuppgiftsansvarig ?? '' }]),
  ]
  return (
    <Formulardialog rubrik={text.andraRubrik(rad.namn)} verb={text.spara} form={form} onStang={onStang} onLasIn={hamtaOm.enhet} skillnader={skillnader}>
      <Datumfalt {...form.falt('fran')} etikett={kontoret.fran} hjalp={text.franHjalp} idag={idag} />
      <Datumfalt {...form.falt('till')} etikett={kontoret.till} hjalp={text.tillHjalp} valfri idag={idag} />
      <TextFalt {...form.falt('personuppgiftsansvarig')} etikett={text.ansvarig} hjalp={text.ansvarigHjalp} valfri />
    </Formulardialog>
  )
}
