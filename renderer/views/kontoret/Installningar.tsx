import { type Installningar as InstallningarTyp, zInstallningar } from '../../../db/model/enhet.ts'
import type { Policy } from '../../../db/model/policy.ts'
import { kontor } from '../../app/klient.ts'
import { useInloggad, useSession } from '../../app/session.ts'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { TextFalt, Textruta } from '../../parts/Falt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Sparstatus } from '../../parts/Forlopp.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Formularruta } from '../../parts/Steg.tsx'
import { Kryss } from '../../parts/Valgrupp.tsx'
import { kontoret } from '../../texter/kontoret.ts'
import { hamtaOm, type Kontorsuppgifter } from './uppgifter.ts'
import stil from './Kontoret.module.css'
import { heltal } from './varden.ts'

const text = kontoret.installningar
/** Settings that are made where they are used: with the copies, with the gallring. */
const ANNORSTADES = { kopiemapp: true, gallringUndantagDagar: true, gallringUndantagKommuner: true, dokumenthanteringsplan: true, dokumenthanteringsplanDatum: true } as const
const schema = zInstallningar.omit(ANNORSTADES).refine((v) => v.doljNamnMinuter <= v.lasMinuter, { path: ['doljNamnMinuter'], message: text.doljForst })
  .refine((v) => v.loggkontrollDagFran < v.loggkontrollDagTill, { path: ['loggkontrollDagTill'], message: text.dagOrdning })

const UTKAST = 'kontoret.installningar'
/** Settings that are whole numbers, typed as text. */
const TALEN = ['doljNamnMinuter', 'lasMinuter', 'forvaldLangdManader', 'loggkontrollManader', 'loggkontrollUrval', 'loggkontrollDagFran', 'loggkontrollDagTill'] as const
type Falt = { readonly [K in Exclude<keyof InstallningarTyp, keyof typeof ANNORSTADES>]: InstallningarTyp[K] extends boolean ? boolean : string }

/** The unit's settings (DOMAIN's assumptions and the window's own clocks). */
export function Installningar({ uppgifter: { installningar, policy } }: { readonly uppgifter: Kontorsuppgifter }) {
  const jag = useInloggad()
  const satt = useSession((s) => s.satt)
  const form = useFormular({
    schema,
    start: utkast<Falt>(UTKAST) ?? ({
      doljNamnMinuter: String(installningar.doljNamnMinuter),
      lasMinuter: String(installningar.lasMinuter),
      forvaldLangdManader: String(installningar.forvaldLangdManader),
      loggkontrollManader: String(installningar.loggkontrollManader),
      loggkontrollUrval: String(installningar.loggkontrollUrval),
      loggkontrollDagFran: String(installningar.loggkontrollDagFran),
      loggkontrollDagTill: String(installningar.loggkontrollDagTill),
      arendenBakomFigurer: installningar.arendenBakomFigurer,
      prioriteringsordning: installningar.prioriteringsordning,
      lokalaKriterier: installningar.lokalaKriterier,
    } satisfies Falt),
    till: (v) => ({ ...v, ...Object.fromEntries(TALEN.map((falt) => [falt, heltal(v[falt])])) }),
    spara: async (nya) => {
      await kontor.enhet.andraInstallningar(nya)
      kastaUtkast(UTKAST)
      await hamtaOm.enhet()
      // The window's own clock goes by what was told at login.
      satt({ ...jag, installningar: { ...jag.installningar, ...nya } })
      sag(text.sparade)
    },
  })
  useUtkast(UTKAST, form.varden, form.andrad)
  const tal = { inputMode: 'numeric' } as const
  return (
    <>
      <AvIt policy={policy} />
      <Avsnitt rubrik={text.rubrik} luft>
        <Felsammanfattning {...form} />
        <Formularruta
          onSkicka={form.skicka}
          knappar={
            <>
              <Knapp type="submit" vantar={form.sparar}>
                {kontoret.spara}
              </Knapp>
              <Sparstatus sparar={form.sparar} andrad={form.andrad} />
        
    </>
        }
      >
        <div className={stil.minuter}>
          <TextFalt {...form.falt('doljNamnMinuter')} {...tal} etikett={text.doljNamnMinuter} hjalp={text.medGrans(text.doljNamnHjalp, policy.doljNamnMinuterHogst)} />
          <TextFalt {...form.falt('lasMinuter')} {...tal} etikett={text.lasMinuter} hjalp={text.medGrans(text.lasHjalp, policy.lasMinuterHogst)} />
          <TextFalt {...form.falt('forvaldLangdManader')} {...tal} etikett={text.forvaldLangdManader} hjalp={text.langdHjalp} />
          <TextFalt {...form.falt('loggkontrollManader')} {...tal} etikett={text.loggkontrollManader} hjalp={text.loggkontrollManaderHjalp} />
          <TextFalt {...form.falt('loggkontrollUrval')} {...tal} etikett={text.loggkontrollUrval} hjalp={text.loggkontrollUrvalHjalp} />
          <TextFalt {...form.falt('loggkontrollDagFran')} {...tal} etikett={text.loggkontrollDagFran} hjalp={text.loggkontrollDagHjalp} />
          <TextFalt {...form.falt('loggkontrollDagTill')} {...tal} etikett={text.loggkontrollDagTill} />
        </div>
        <Textruta {...form.falt('prioriteringsordning')} etikett={text.prioriteringsordning} hjalp={text.prioriteringsordningHjalp} rader={5} valfri />
        <Textruta {...form.falt('lokalaKriterier')} etikett={text.lokalaKriterier} hjalp={text.lokalaKriterierHjalp} rader={4} valfri />
        <Kryss {...form.falt('arendenBakomFigurer')} etikett={text.arendenBakomFigurer} hjalp={text.arendenHjalp} />
      </Formularruta>
    </Avsnitt>
    </>
  )
}

/** What IT has decided for this computer: nothing of it can be changed here. */
function AvIt({ policy }: { readonly policy: Policy }) {
  const regler = text.avItRegler(policy)
  if (regler.length === 0) return null
  return (
    <Avsnitt rubrik={text.avIt} luft>
      <ul>
        {regler.map((regel) => (
          <li key={regel}>{regel}</li>
        ))}
      </ul>
    </Avsnitt>
  )
}
