import { Textruta } from '../../parts/Falt.tsx'
import type { Faltbindning } from '../../parts/formular.ts'
import { kontoret } from '../../texter/kontoret.ts'
import stil from './Kontoret.module.css'
import { NYCKELGRUPPER, nyckelframsteg } from './varden.ts'

const text = kontoret.anvandare

/** The key of the nyckelblad, typed group by group. Kept nowhere in the window. */
export function Nyckelfalt(falt: Faltbindning<string>) {
  const { grupper, forManga } = nyckelframsteg(falt.varde)
  return (
    <>
      <div className={stil.nyckel}>
        <Textruta {...falt} etikett={text.nyckel} hjalp={text.nyckelHjalp} rader={3} spellCheck={false} />
      </div>
      <p className={stil.framsteg} role="status">
        {forManga ? text.forManga : text.grupper(grupper, NYCKELGRUPPER)}
      </p>
    </>
  )
}

/** What happens, before something that cannot be undone. */
export function Hander({ rader }: { readonly rader: readonly string[] }) {
  return (
    <ul className={stil.handerLista}>
      {rader.map((mening) => (
        <li key={mening}>{mening}</li>
      ))}
    </ul>
  )
}
