import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { statsbidrag as text } from '../../texter/statsbidrag.ts'

/** The button that changes a kommun's row, said of which. */
export function Andra({ vad, onPress }: { readonly vad: string; readonly onPress: () => void }) {
  return (
    <Knapp storlek="liten" onPress={onPress}>
      {text.andra}
      <Osynlig>{text.vilken(vad)}</Osynlig>
    </Knapp>
  )
}
