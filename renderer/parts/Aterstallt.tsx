import { useState } from 'react'
import { idag as dagFor, klockslag } from '../../db/model/kalender.ts'
import { aterstallt } from '../app/utkast.ts'
import { useIdag } from '../app/idag.ts'
import { dagIOrd } from '../texter/datum.ts'
import { delar } from '../texter/delar.ts'
import stil from './Aterstallt.module.css'
import { Knapp } from './Knapp.tsx'

/** Says that what stands in a form was written before a lock or a restart, with the way to be rid of it. */
export function Aterstallt({ nyckel, onSlang }: { readonly nyckel: string; readonly onSlang: () => void }) {
  const idag = useIdag()
  const [tid] = useState(() => aterstallt(nyckel))
  const [slangt, setSlangt] = useState(false)
  if (tid === undefined || slangt) return null
  return (
    <p className={stil.rad} role="status">
      {delar.utkastAterstallt(dagIOrd(dagFor(tid), idag), klockslag(tid))}{' '}
      <Knapp
        sort="lank"
        onPress={() => {
          setSlangt(true)
          onSlang()
        }}
      >
        {delar.slangUtkastet}
      </Knapp>
    </p>
  )
}
