import { useRef } from 'react'
import { useLocation } from 'wouter'
import { kontor } from '../../app/klient.ts'
import { kommunval } from '../../app/kodval.ts'
import { kastaUtkast, sparaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Aterstallt } from '../../parts/Aterstallt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { kontakter as text } from '../../texter/kontakter.ts'
import { lasOm } from '../klienter/arendefragor.ts'
import { type Kontaktdata, Kontaktfalt } from './Kontaktfalt.tsx'
import { type Kontaktvarden, tillKontakt, tomKontakt, zKontaktvarden } from './kontaktvarden.ts'
import stil from './kontakter.module.css'

const NY_KONTAKT = 'ny-kontakt'
const UTKAST = 'kontakt/ny'
const SENASTE_KOMMUN = 'ny kontakt, senaste kommun'

/** Goes to the form's first question. The page that holds the form says by which button and key. */
export function tillNyKontakt(): void {
  document.querySelector<HTMLElement>(`#${NY_KONTAKT} [aria-haspopup='listbox']`)?.focus()
}

interface Egenskaper extends Kontaktdata {
  /** Not the first one in a row: ready to write the next. */
  readonly igen: boolean
  readonly onSparad: () => void
}

/** A new contact in twenty seconds: the kommun is the last one used, the day is today. */
export function NyKontakt({ igen, onSparad, ...data }: Egenskaper) {
  const [, ga] = useLocation()
  const borjaUppdrag = useRef(false)
  const form = useFormular({
    schema: zKontaktvarden,
    till: tillKontakt,
    start: { ...tomKontakt(data.idag, forstaKommun(data)), ...utkast<Kontaktvarden>(UTKAST) },
    spara: async (kontakt) => {
      const { id } = await kontor.kontakter.ny(kontakt)
      kastaUtkast(UTKAST)
      sparaUtkast(SENASTE_KOMMUN, kontakt.kommun)
      if (borjaUppdrag.current) ga(`/klienter/nytt/fran/${id}`)
      else onSparad()
      sag(text.sparad)
      await lasOm()
    },
  })
  useUtkast(UTKAST, form.varden, form.andrad)
  const skicka = (uppdrag: boolean) => {
    borjaUppdrag.current = uppdrag
    form.skicka()
  }
  return (
    <form
      id={NY_KONTAKT}
      className={stil.ny}
      aria-label={text.nyKontakt}
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        skicka(false)
      }}
    >
      <Aterstallt
        nyckel={UTKAST}
        onSlang={() => {
          kastaUtkast(UTKAST)
          form.nollstall(tomKontakt(data.idag, forstaKommun(data)))
        }}
      />
      <Felsammanfattning {...form} />
      <Kontaktfalt {...data} form={form} {...(igen ? { fokus: 'initiativtagare' as const } : {})} />
      <Knapp type="submit" sort="forsta" bred vantar={form.sparar}>
        {text.spara}
      </Knapp>
      <Knapp bred vantar={form.sparar} onPress={() => skicka(true)}>
        {text.sparaOchBorja}
      </Knapp>
      <p className={stil.tyst}>{text.utanNamn}</p>
    </form>
  )
}

/** The last kommun used, or the only one there is. */
function forstaKommun({ kommuner, idag }: Kontaktdata): string {
  const mojliga = kommunval(kommuner, idag, idag)
  const senaste = utkast<string>(SENASTE_KOMMUN)
  return mojliga.find((rad) => rad.kod === senaste)?.kod ?? (mojliga.length === 1 ? (mojliga[0]?.kod ?? '') : '')
}
