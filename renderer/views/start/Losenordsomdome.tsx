import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { kontor } from '../../app/klient.ts'
import { uppstart as text } from '../../texter/start.ts'
import stil from './Losenordsomdome.module.css'

/** Typing this long ago (ms) is a pause. */
const PAUS_MS = 300

/** Says, while a password is typed, whether it will be taken. `namn` are names it may not be made of. */
export function Losenordsomdome({ losenord, namn }: { readonly losenord: string; readonly namn: readonly string[] }) {
  const [omdome, setOmdome] = useState<{ readonly om: string; readonly mening: string | null }>()
  const fraga = JSON.stringify([losenord, ...namn])
  useEffect(() => {
    if (losenord === '') return
    let inaktuell = false
    const klocka = setTimeout(() => {
      provaLosenord(losenord, namn).then(
        (mening) => !inaktuell && setOmdome({ om: fraga, mening }),
        () => undefined, // the form asks again when it is sent, and shows what is wrong
      )
    }, PAUS_MS)
    return () => {
      inaktuell = true
      clearTimeout(klocka)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `fraga` is both of them, and `namn` is a new list at every drawing
  }, [fraga])
  const galler = losenord !== '' && omdome?.om === fraga ? omdome : undefined
  return (
    <p className={stil.omdome} role="status">
      {galler?.mening === null ? (
        <>
          <CircleCheck aria-hidden strokeWidth={2} />
          {text.losenordDuger}
        </>
      ) : (
        (galler?.mening ?? '')
      )}
    </p>
  )
}

/** @returns null, or the sentence that says what is wrong with it */
export function provaLosenord(losenord: string, namn: readonly string[]): Promise<string | null> {
  return kontor.start.provaLosenord({ losenord, namn: namn.filter((ett) => ett !== '') })
}
