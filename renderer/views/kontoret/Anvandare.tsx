import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type AnvandareRad, ROLLER, ROLLNAMN } from '../../../db/model/anvandare.ts'
import { idag } from '../../../db/model/kalender.ts'
import { svenskOrdning } from '../../../db/model/text.ts'
import { felmening } from '../../app/fraga.ts'
import { fraga } from '../../app/klient.ts'
import { useInloggad } from '../../app/session.ts'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Hamtar } from '../../parts/Forlopp.tsx'
import { Lankknapp } from '../../parts/Knapp.tsx'
import { Marke } from '../../parts/Marke.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { anvandare as sidan } from '../../texter/anvandare.ts'
import { langtDatum } from '../../texter/datum.ts'
import { kontoret } from '../../texter/kontoret.ts'
import { nodoppning } from '../../texter/nodoppning.ts'
import stil from './Kontoret.module.css'
import { administrerar, skoter } from './ratt.ts'
import { Nyckelvard } from './Nyckelvard.tsx'

const text = kontoret.anvandare

/** Who is who in the unit. */
export function Anvandare() {
  const { roller } = useInloggad()
  const svar = useQuery(fraga.anvandare.lista.queryOptions())
  if (svar.isError) return <p role="alert">{felmening(svar.error)}</p>
  if (svar.data === undefined) return <Hamtar />
  return (
    <>
      {skoter(roller) && <Nyckelvard />}
      <Avsnitt
        rubrik={text.rubrik}
        bredvid={svar.data.length}
        handling={
          administrerar(roller) && (
            <Lankknapp sort="tyst" storlek="liten" ikon={Plus} till="/kontoret/anvandare/ny">
              {text.ny}
            </Lankknapp>
          )
        }
      >
        <Tabell
          bildtext={text.rubrik}
          kolumner={[
            { id: 'namn', rubrik: text.namn, cell: (rad) => rad.namn },
            { id: 'anvandarnamn', rubrik: text.anvandarnamn, cell: (rad) => rad.anvandarnamn },
            { id: 'roller', rubrik: text.roller, cell: (rad) => ROLLER.filter((roll) => rad.roller.includes(roll)).map((roll) => ROLLNAMN[roll]).join(', ') },
            { id: 'lage', rubrik: text.lage, cell: (rad) => <Lage rad={rad} /> },
            { id: 'senast', rubrik: sidan.senast, ordning: (rad) => rad.senastInloggad, cell: (rad) => (rad.senastInloggad === null ? sidan.aldrig : langtDatum(idag(rad.senastInloggad))) },
            ...(skoter(roller)
              ? [
                  {
                    id: 'handling',
                    rubrik: sidan.skot,
                    handling: true,
                    cell: (rad: AnvandareRad) =>
                      rad.avstangd === null && (
                        <Lankknapp sort="tyst" storlek="liten" till={`/kontoret/anvandare/${rad.id}`} namn={sidan.skotVem(rad.namn)}>
                          {sidan.skot}
                        </Lankknapp>
                      ),
                  },
                ]
              : []),
          ]}
          rader={svar.data.toSorted((a, b) => svenskOrdning(a.namn, b.namn))}
          nyckel={(rad) => rad.id}
        />
        {!administrerar(roller) && <p className={stil.ingress}>{text.baraAdministrator}</p>}
        <p className={stil.ingress}>
          <Lankknapp sort="lank" till="/kontoret/nyckelblad">
            {sidan.bladLank}
          </Lankknapp>
          {' · '}
          <Lankknapp sort="lank" till="/mitt-losenord">
            {sidan.mitt.rubrik}
          </Lankknapp>
        </p>
        {roller.includes('enhetschef') && (
          <p className={stil.ingress}>
            {nodoppning.lankText}{' '}
            <Lankknapp sort="lank" till="/kontoret/nodoppning">
              {nodoppning.lank}
            </Lankknapp>
          </p>
        )}
      </Avsnitt>
    </>
  )
}

function Lage({ rad }: { readonly rad: AnvandareRad }) {
  if (!rad.certifierad) return <Marke ton="passerat">{text.ejCertifierad}</Marke>
  if (rad.avstangd !== null) return <Marke>{text.avstangd}</Marke>
  if (rad.misstankt !== null) return <Marke ton="passerat">{sidan.misstankt}</Marke>
  if (rad.masteBytaLosenord) return <Marke ton="snart">{text.masteByta}</Marke>
  return null
}
