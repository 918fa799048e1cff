import { Flikar } from '../../parts/Flikar.tsx'
import { rumsnamn } from '../../texter/ram.ts'
import { systemfel as text } from '../../texter/systemfel.ts'

/** The pages of the room. */
export function Systemfelsflikar() {
  return (
    <Flikar
      etikett={rumsnamn.systemfel}
      flikar={[
        { vag: '/systemfel', text: text.flikBrister },
        { vag: '/systemfel/ledningsgrupp', text: text.flikGrupp },
        { vag: '/systemfel/rapporter', text: text.flikRapporter },
      ]}
    />
  )
}
