import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import type { BlankettRad } from '../../../db/model/blankett/typer.ts'
import { zRad } from '../../../db/model/grund.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { TextFalt } from '../../parts/Falt.tsx'
import { useFormular } from '../../parts/formular.ts'
import { Formulardialog } from '../../parts/Formulardialog.tsx'
import { Knapp } from '../../parts/Knapp.tsx'
import { Osynlig } from '../../parts/Steg.tsx'
import { blanketter as text } from '../../texter/blanketter.ts'
import { blankettvag } from '../handling/vagar.ts'
import { lasOmBlanketter } from './fragor.ts'

type Rad = Pick<BlankettRad, 'id' | 'version' | 'namn'>

/** A copy of a form, under a name of its own, to be changed. */
export function Kopiera({ rad, forsta = false }: { readonly rad: Rad; readonly forsta?: boolean }) {
  const [oppen, setOppen] = useState(false)
  return (
    <>
      <Knapp storlek={forsta ? 'vanlig' : 'liten'} sort={forsta ? 'forsta' : 'andra'} onPress={() => setOppen(true)}>
        {text.kopiera}
        <Osynlig> {rad.namn}</Osynlig>
      </Knapp>
      {oppen && <Dialogen rad={rad} onStang={() => setOppen(false)} />}
    </>
  )
}

function Dialogen({ rad, onStang }: { readonly rad: Rad; readonly onStang: () => void }) {
  const [, ga] = useLocation()
  const form = useFormular({
    schema: z.object({ namn: zRad('Skriv vad blanketten ska heta.', 100) }),
    start: { namn: '' },
    spara: async ({ namn }) => {
      const kopia = await kontor.blanketter.kopiera({ id: rad.id, version: rad.version, namn })
      await lasOmBlanketter()
      onStang()
      sag(text.kopierad)
      ga(blankettvag(kopia.id, kopia.version))
    },
  })
  return (
    <Formulardialog rubrik={text.kopieraRubrik(rad.namn)} form={form} verb={text.kopiera} onStang={onStang}>
      <TextFalt {...form.falt('namn')} etikett={text.kopiansNamn} maxLength={100} autoFocus />
    </Formulardialog>
  )
}
