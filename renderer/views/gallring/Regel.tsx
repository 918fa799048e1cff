import { type Gallringsregel, type Gallringsslag, zGallringsregel } from '../../../db/model/gallring.ts'
import { useIdag } from '../../app/idag.ts'
import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Datumfalt } from '../../parts/Datumfalt.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { tolkaDatum } from '../../parts/tolkaDatum.ts'
import { gallring as text } from '../../texter/gallring.ts'
import { heltal } from '../kontoret/varden.ts'
import { hamtaGallringenIgen } from './vagar.ts'

/** The decision about a kind of data: how long, by which decision. */
export function Regel({ slag, regel, onStang }: { readonly slag: Gallringsslag; readonly regel: Gallringsregel | undefined; readonly onStang: () => void }) {
  const idag = useIdag()
  const form = useFormular({
    schema: zGallringsregel,
    start: { manader: regel === undefined ? '' : String(regel.manader), referens: regel?.referens ?? '', beslutad: regel?.beslutad ?? '' },
    till: (v) => ({ slag, version: regel?.version ?? 0, manader: heltal(v.manader), referens: v.referens, beslutad: tolkaDatum(v.beslutad, idag) ?? v.beslutad }),
    spara: async (ut) => {
      await kontor.gallring.sparaRegel(ut)
      await hamtaGallringenIgen()
      sag(text.sparat)
      onStang()
    },
  })
  const taBort = async () => {
    if (regel === undefined) return
    try {
      await kontor.gallring.taBortRegel({ slag, version: regel.version })
      await hamtaGallringenIgen()
      const { version: _, ...gammal } = regel
      sag(text.borttaget, async () => {
        await kontor.gallring.sparaRegel({ ...gammal, version: 0 })
        await hamtaGallringenIgen()
      })
      onStang()
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <Formulardialog rubrik={text.dialog(text.slag[slag])} form={form} verb={text.spara} onStang={onStang} onLasIn={hamtaGallringenIgen}>
      <TextFalt {...form.falt('manader')} bredd="smal" inputMode="numeric" etikett={text.manader} hjalp={text.manaderHjalp} />
      <TextFalt {...form.falt('referens')} etikett={text.referens} hjalp={text.referensHjalp} />
      <Datumfalt {...form.falt('beslutad')} idag={idag} etikett={text.beslutad} />
      {regel !== undefined && (
        <div>
          <Knapp sort="tyst" onPress={() => void taBort()}>
            {text.taBort}
          </Knapp>
        </div>
      )}
    </Formulardialog>
  )
}
