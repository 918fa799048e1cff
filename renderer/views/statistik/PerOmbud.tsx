import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Forlopp } from '../../parts/Forlopp.tsx'
import { Hamtat } from '../../parts/Hamtat.tsx'
import { Tabell } from '../../parts/Tabell.tsx'
import { statistik } from '../../texter/statistik.ts'
import stil from './Statistik.module.css'
import { usePerOmbud } from './statistikfraga.ts'

const text = statistik.perOmbud

/** Clients per ombud and year (DOMAIN §4): for the unit's own eyes, never exported. */
export function PerOmbud({ ar }: { readonly ar: number }) {
  const { svar, lage } = usePerOmbud(ar)
  if (svar.isPending && lage !== undefined) return <Forlopp text={lage.vad} gjort={lage.klart} alla={lage.av} />
  return (
    <Hamtat svar={svar}>
      {(belastning) => (
        <div className={stil.ram}>
          <Avsnitt rubrik={text.rubrik}>
            <Tabell
              bildtext={text.rubrik}
              kolumner={[
                { id: 'ombud', rubrik: text.ombud, cell: (rad) => rad.namn, ordning: (rad) => rad.namn },
                ...belastning.ar.map((y, i) => ({ id: String(y), rubrik: String(y), tal: true, cell: (rad: (typeof belastning.ombud)[number]) => rad.klienter[i], ordning: (rad: (typeof belastning.ombud)[number]) => rad.klienter[i] })),
              ]}
              rader={belastning.ombud}
              nyckel={(rad) => rad.namn}
              under={belastning.ombud.length === 0 ? text.tomt : text.under}
            />
            <p className={stil.fot}>{text.internt}</p>
          </Avsnitt>
        </div>
      )}
    </Hamtat>
  )
}
