import { Flikar } from '../../parts/Flikar.tsx'
import { kontakter as text } from '../../texter/kontakter.ts'
import { rumsnamn } from '../../texter/ram.ts'

/** The two pages of the room. */
export function Kontaktflikar() {
  return (
    <Flikar
      etikett={rumsnamn.kontakter}
      flikar={[
        { vag: '/kontakter', text: text.flikAlla },
        { vag: '/kontakter/ko', text: text.ko },
      ]}
    />
  )
}
