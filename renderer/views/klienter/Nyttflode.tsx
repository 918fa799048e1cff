import { useLocation } from 'wouter'
import { z } from 'zod'
import { kontor } from '../../app/klient.ts'
import { Sidhuvud } from '../../app/Sidhuvud.tsx'
import { kastaUtkast, useUtkast, utkast } from '../../app/utkast.ts'
import { sag } from '../../parts/Angra.tsx'
import { Aterstallt } from '../../parts/Aterstallt.tsx'
import { Felsammanfattning } from '../../parts/Felsammanfattning.tsx'
import { KONTROLLERA, useFlode } from '../../parts/flode.ts'
import { useFormular } from '../../parts/formular.ts'
import { Steg } from '../../parts/Steg.tsx'
import { delar } from '../../texter/delar.ts'
import { klienter } from '../../texter/klienter.ts'
import { lasOm } from './arendefragor.ts'
import type { Nyttdata } from './NyttUppdrag.tsx'
import { KontrolleraNytt, Nyttfragor } from './Nyttfragor.tsx'
import { type Forutsattning, type Nyttsteg, type Nyttvarden, nyttsteg, startvarden, tillUppdrag } from './nyttUppdrag.ts'
import { zKlientvarden } from './klientvarden.ts'

const text = klienter.nytt

const RUBRIKER: Record<Nyttsteg | typeof KONTROLLERA, string> = {
  kontakt: text.kontakt,
  vem: text.vem,
  namn: text.namn,
  om: text.om,
  tid: text.tid,
  mal: text.mal,
  bedomning: text.bedomning,
  livsomraden: text.livsomraden,
  orsaker: text.orsaker,
  aktorer: text.aktorer,
  [KONTROLLERA]: delar.kontrolleraSvaren,
}
const UNDER: Partial<typeof RUBRIKER> = { om: text.omText }

interface Egenskaper {
  readonly sida: string | undefined
  readonly vag: string
  readonly hem: string
  readonly givet: Forutsattning
  readonly data: Nyttdata
}

/** The flow that begins an uppdrag: one question a page, then check the answers. What is answered outlives a look elsewhere. */
export function Nyttflode({ sida, vag, hem, givet, data }: Egenskaper) {
  const [, ga] = useLocation()
  const nyckel = utkastplats(givet)
  const form = useFormular<Nyttvarden, Nyttvarden>({
    schema: z.custom<Nyttvarden>(),
    start: { ...startvarden(givet), ...utkast<Nyttvarden>(nyckel) },
    spara: async (varden) => {
      const nummer = await registrera(varden, givet)
      kastaUtkast(nyckel)
      ga(`/klienter/${nummer}`, { replace: true })
      sag(text.klart(nummer))
      await lasOm()
    },
  })
  useUtkast(nyckel, form.varden, form.andrad)
  const steglista = nyttsteg(form.varden, givet)
  const flode = useFlode({ vag, hem, utkast: nyckel, sida, steg: steglista, form })
  const steg = flode.steg ?? KONTROLLERA
  const under = flode.nu === 1 ? text.innan : UNDER[steg]
  return (
    <>
      <Sidhuvud rubrik={RUBRIKER[steg]} titel={RUBRIKER[steg]} over={klienter.over(text.titel, givet.nummer ?? '', '')} under={under} />
      <Aterstallt
        nyckel={nyckel}
        onSlang={() => {
          kastaUtkast(nyckel)
          form.nollstall(startvarden(givet))
          ga(vag, { replace: true })
        }}
      />
      <Felsammanfattning key={steg} {...form} />
      <Steg
        nu={flode.nu}
        alla={flode.alla}
        onTillbaka={flode.tillbaka}
        onAvbryt={flode.avbryt}
        onFortsatt={flode.fortsatt}
        vantar={form.sparar}
        {...(steg === KONTROLLERA ? { verb: text.registrera } : {})}
      >
        {steg === KONTROLLERA ? (
          <KontrolleraNytt varden={form.varden} givet={givet} data={data} steg={steglista.map((s) => s.id)} andra={flode.andra} />
        ) : (
          <Nyttfragor key={steg} steg={steg} form={form} givet={givet} data={data} />
        )}
      </Steg>
    </>
  )
}

/** Where the answers are kept until they are sent: by the contact or the case they began from. */
const utkastplats = ({ kontakt, nummer }: Forutsattning): string => (kontakt !== undefined ? `nyttUppdrag/fran/${kontakt.id}` : `nyttUppdrag/${nummer ?? 'ny'}`)

/** Sends the answers; the ärende's number comes back. */
async function registrera(varden: Nyttvarden, { idag }: Forutsattning): Promise<string> {
  const uppdrag = tillUppdrag(varden)
  const kontaktId = varden.kontaktId === '' ? null : varden.kontaktId
  if (varden.vem === 'tidigare') {
    await kontor.uppdrag.nytt({ nummer: varden.nummer, kontaktId, uppdrag })
    return varden.nummer
  }
  const { nummer } = await kontor.arenden.nytt({ klient: zKlientvarden(idag).parse(varden), kontaktId, uppdrag })
  return nummer
}
