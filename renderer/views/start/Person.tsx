import { useLocation } from 'wouter'
import type { ZodType } from 'zod'
import { type NyAnvandare, ROLLER, ROLLNAMN, type Roll, zNyAnvandare } from '../../../db/model/anvandare.ts'
import { Fel } from '../../../db/model/fel.ts'
import { Framsida } from '../../app/Framsida.tsx'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { Losenordsfalt, TextFalt } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { type Formular, useFormular } from '../../parts/formular.ts'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta, Steg } from '../../parts/Steg.tsx'
import { Kryssgrupp } from '../../parts/Valgrupp.tsx'
import { delar } from '../../texter/delar.ts'
import { uppstart as text } from '../../texter/start.ts'
import { foreslaAnvandarnamn, type Kontorsutkast, type Personutkast, TOM_PERSON, zDu } from './kontorsutkast.ts'
import { Losenordsomdome, provaLosenord } from './Losenordsomdome.tsx'
import type { Stegegenskaper } from './Skapa.tsx'
import { useMinns, useStegning } from './stegning.ts'
import { VAG } from './vagar.ts'

/** Whoever sits at the keyboard: the only one whose password is its own from the start. */
export function Du({ uppstart }: Stegegenskaper) {
  const { utkast, satt } = uppstart
  const { vidare, steg } = useStegning('du', uppstart)
  const upptagna = utkast.andra.map((person) => person.anvandarnamn)
  const form = usePerson({ schema: zDu, start: utkast.du, enhet: utkast.namn, upptagna, spara: vidare })
  useMinns(form.varden, (du) => satt({ du }))
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={text.du} titel={text.duTitel} under={text.duText} />
      <Felsammanfattning {...form} />
      <Steg {...steg} onFortsatt={form.skicka}>
        <Personfalt form={form} upptagna={upptagna} />
        <Losenordsfalt {...form.falt('losenord')} etikett={text.losenord} hjalp={text.losenordHjalp} autoComplete="new-password" />
        <Losenordsomdome losenord={form.varden.losenord} namn={egnaNamn(form.varden, utkast.namn)} />
        <Losenordsfalt {...form.falt('igen')} etikett={text.losenordIgen} autoComplete="new-password" />
      </Steg>
    </Framsida>
  )
}

/** One of the others, new or to be changed. `vilken` is "ny" or the place in the list. */
export function Person({ uppstart, vilken }: Stegegenskaper & { readonly vilken: string }) {
  const { utkast, satt } = uppstart
  const [, ga] = useLocation()
  const plats = vilken === 'ny' ? -1 : Number(vilken)
  const ny = utkast.andra[plats] === undefined
  const upptagna = [utkast.du, ...utkast.andra.filter((_, i) => i !== plats)].map((person) => person.anvandarnamn)
  const tillbaka = () => ga(VAG.steg('anvandare'))
  const form = usePerson({
    schema: zNyAnvandare,
    start: utkast.andra[plats] ?? utkast.ny,
    enhet: utkast.namn,
    upptagna,
    spara: (person) => {
      satt(ny ? { andra: [...utkast.andra, person], ny: TOM_PERSON } : { andra: utkast.andra.with(plats, person) })
      tillbaka()
    },
  })
  // A change that is left is dropped: what stood in the list stands there still. A new one is kept until it is added.
  useMinns(form.varden, (person) => {
    if (ny) satt({ ny: person })
  })
  return (
    <Framsida bredd="bred">
      <Sidhuvud rubrik={ny ? text.nyAnvandare : text.andraAnvandare} titel={ny ? text.nyAnvandareTitel : text.andraAnvandareTitel} />
      <Felsammanfattning {...form} />
      <Formularruta
        onSkicka={form.skicka}
        knappar={
          <>
            <Knapp type="submit" sort="forsta" vantar={form.sparar}>
              {text.spara}
            </Knapp>
            <Knapp onPress={tillbaka}>{delar.tillbaka}</Knapp>
          </>
        }
      >
        <Personfalt form={form} upptagna={upptagna} />
        <Losenordsfalt {...form.falt('losenord')} etikett={text.forstaLosenord} hjalp={text.forstaLosenordHjalp} autoComplete="new-password" />
        <Losenordsomdome losenord={form.varden.losenord} namn={egnaNamn(form.varden, utkast.namn)} />
      </Formularruta>
    </Framsida>
  )
}

const egnaNamn = (person: Pick<Personutkast, 'namn' | 'anvandarnamn'>, enhet: string) => [person.namn, person.anvandarnamn, enhet]

/** The form of a user; what only the office and the other users can judge is judged when it is sent. */
function usePerson<Ut extends NyAnvandare>(val: {
  readonly schema: ZodType<Ut>
  readonly start: Personutkast
  readonly enhet: Kontorsutkast['namn']
  readonly upptagna: readonly string[]
  readonly spara: (person: Personutkast) => void
}): Formular<Personutkast> {
  const form: Formular<Personutkast> = useFormular<Personutkast, Ut>({
    schema: val.schema,
    start: val.start,
    spara: async (person) => {
      if (val.upptagna.includes(person.anvandarnamn)) throw new Fel('ogiltigt', text.upptaget, { falt: 'anvandarnamn' })
      const mening = await provaLosenord(person.losenord, egnaNamn(person, val.enhet))
      if (mening !== null) throw new Fel('losenord_svagt', mening, { falt: 'losenord' })
      val.spara({ ...TOM_PERSON, egetAnvandarnamn: true, ...person })
    },
  })
  return form
}

function Personfalt({ form, upptagna }: { readonly form: Formular<Personutkast>; readonly upptagna: readonly string[] }) {
  const namn = form.falt('namn')
  const anvandarnamn = form.falt('anvandarnamn')
  const roller = form.falt('roller')
  const sattNamn = (nytt: string) => form.satt(form.varden.egetAnvandarnamn ? { namn: nytt } : { namn: nytt, anvandarnamn: foreslaAnvandarnamn(nytt, upptagna) })
  return (
    <>
      <TextFalt {...namn} onAndra={sattNamn} etikett={text.namn} hjalp={text.namnHjalp} autoComplete="off" spellCheck={false} />
      <TextFalt
        {...anvandarnamn}
        onAndra={(nytt) => form.satt({ anvandarnamn: nytt, egetAnvandarnamn: nytt !== '' })}
        etikett={text.anvandarnamn}
        hjalp={text.anvandarnamnHjalp}
        spellCheck={false}
      />
      <Kryssgrupp
        {...roller}
        onAndra={(valda) => form.satt({ roller: ROLLER.filter((roll) => valda.includes(roll)) })}
        etikett={text.roller}
        hjalp={text.rollerHjalp}
        alternativ={ROLLER.map((roll: Roll) => ({ kod: roll, text: ROLLNAMN[roll], hjalp: text.rollhjalp[roll] }))}
      />
    </>
  )
}
