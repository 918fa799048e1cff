import { Info } from 'lucide-react'
import { Knapp } from '../parts/Knapp.tsx'
import { varningar as text } from '../texter/start.ts'
import { useInloggad, useSession } from './session.ts'
import stil from './Varningar.module.css'

/**
 * What whoever logs in must see: a log that does not match, a step that was finished for them. It stands
 * until it has been read, and nothing else is hidden meanwhile.
 */
export function Varningar() {
  const jag = useInloggad()
  const satt = useSession((s) => s.satt)
  if (jag.varningar.length === 0) return null
  return (
    <section className={stil.ruta} aria-labelledby="varningar">
      <h2 id="varningar">
        <Info aria-hidden strokeWidth={1.75} />
        {text.rubrik}
      </h2>
      <ul>
        {jag.varningar.map((mening) => (
          <li key={mening}>{mening}</li>
        ))}
      </ul>
      <Knapp storlek="liten" onPress={() => satt({ ...jag, varningar: [] })}>
        {text.last}
      </Knapp>
    </section>
  )
}
