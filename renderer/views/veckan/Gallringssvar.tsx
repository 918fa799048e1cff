import { useQuery } from '@tanstack/react-query'
import { felmening, fragor } from '../../app/fraga.ts'
import { fraga, kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { Avsnitt } from '../../parts/Avsnitt.tsx'
import { Knapp, Lankknapp } from '../../parts/Knapp.tsx'
import { Rad, Radlista } from '../../parts/Rad.tsx'
import { gallring as text } from '../../texter/gallring.ts'
import stil from './veckan.module.css'

const lista = new Intl.ListFormat('sv', { type: 'disjunction' })

/** Ended cases whose time is over but for one question that only their ombud can answer. Nothing shows where nothing is asked. */
export function Gallringssvar() {
  const svar = useQuery(fraga.gallring.attSvara.queryOptions())
  if (svar.data === undefined || svar.data.arenden.length === 0) return null
  const { dagar, arenden } = svar.data
  const svara = async (nummer: string, undantag: boolean) => {
    try {
      await kontor.gallring.svaraUndantag({ nummer, undantag })
      await fragor.invalidateQueries({ queryKey: fraga.gallring.key() })
      sag(text.svarat(nummer))
    } catch (orsak) {
      sag(felmening(orsak))
    }
  }
  return (
    <Avsnitt rubrik={text.svara} bredvid={arenden.length}>
      <p className={stil.tyst}>{text.svaraText(lista.format(dagar.map(String)))}</p>
      <Radlista etikett={text.svara}>
        {arenden.map((nummer) => (
          <Rad
            key={nummer}
            vad={
              <Lankknapp sort="lank" till={`/klienter/${nummer}`}>
                {text.svaraArende(nummer)}
              </Lankknapp>
            }
            handling={
              <>
                <Knapp storlek="liten" aria-label={text.svaraVilket(nummer, text.ja)} onPress={() => void svara(nummer, true)}>
                  {text.ja}
                </Knapp>
                <Knapp storlek="liten" aria-label={text.svaraVilket(nummer, text.nej)} onPress={() => void svara(nummer, false)}>
                  {text.nej}
                </Knapp>
              </>
            }
          />
        ))}
      </Radlista>
    </Avsnitt>
  )
}
