import { type Figurer, maskera, maskeraTal } from '../../db/model/redovisning/index.ts'
import { redovisningspapper as text } from '../texter/papper.ts'
import { Papperstabell } from './Dokument.tsx'
import type { Redovisningsdata } from './Redovisning.tsx'
import { antal } from './tal.ts'

interface Rad {
  readonly varde: string
  readonly kod: string
  readonly antal: number
}

interface Egenskaper {
  readonly rubrik: string
  /** What is counted: "Personer". */
  readonly enhet: string
  readonly data: Pick<Redovisningsdata, 'figurer' | 'fjol' | 'maskera'>
  readonly av: (figurer: Figurer) => readonly Rad[]
  /** The rows are parts of a number that stands on the paper: what would give a hidden one away is hidden too (DOMAIN §3). */
  readonly summerar?: boolean
}

/** A list of a year's figures with last year's beside; what stood only in last year's list comes last. */
export function Lista({ rubrik, enhet, data, av, summerar = false }: Egenskaper) {
  const iAr = av(data.figurer)
  const iFjol = data.fjol ? av(data.fjol) : []
  const rader = [...iAr, ...iFjol.filter((rad) => !iAr.some((r) => r.kod === rad.kod)).map((rad) => ({ ...rad, antal: 0 }))]
  if (rader.length === 0) return <p className="under">{text.ingaUppgifter}</p>
  const texter = (tal: number[]) => (data.maskera ? (summerar ? delarAvSumma(tal) : tal.map((n) => maskeraTal(n).text)) : tal.map(antal))
  const nu = texter(rader.map((rad) => rad.antal))
  const da = texter(rader.map((rad) => iFjol.find((r) => r.kod === rad.kod)?.antal ?? 0))
  return (
    <Papperstabell
      bildtext={rubrik}
      kolumner={[
        { rubrik },
        { rubrik: data.fjol ? String(data.figurer.ar) : enhet, tal: true },
        ...(data.fjol ? [{ rubrik: String(data.fjol.ar), tal: true, svag: true }] : []),
      ]}
      rader={rader.map((rad, i) => [rad.varde, nu[i], ...(data.fjol ? [da[i]] : [])])}
    />
  )
}

const delarAvSumma = (tal: number[]) => maskera([tal], { radsummor: true, kolumnsummor: false }).celler[0]?.map((cell) => cell.text) ?? []

/** Kön × ålder with sums, masked when it is to be made public. */
export function KonOchAlder({ figurer, maskera: dolj }: { readonly figurer: Figurer; readonly maskera: boolean }) {
  const { konOchAlder } = figurer
  if (konOchAlder.length === 0) return <p className="under">{text.ingaUppgifter}</p>
  const kon = unika(konOchAlder.map((r) => [r.konKod, r.kon]))
  const grupper = figurer.perAldersgrupp.map((g): [string, string] => [g.kod, g.grupp])
  const tal = grupper.map(([grupp]) => kon.map(([k]) => konOchAlder.find((r) => r.konKod === k && r.gruppKod === grupp)?.antal ?? 0))
  const oppet = { celler: tal.map((rad) => rad.map(antal)), rader: tal.map((rad) => antal(summa(rad))), kolumner: kon.map((_, i) => antal(summa(tal.map((rad) => rad[i] ?? 0)))), totalt: antal(summa(tal.flat())) }
  const visat = dolj ? dolda(tal) : oppet
  return (
    <Papperstabell
      bildtext={text.konOchAlder}
      kolumner={[{ rubrik: text.alder }, ...kon.map(([, namn]) => ({ rubrik: namn, tal: true })), { rubrik: text.summa, tal: true }]}
      rader={grupper.map(([, namn], i) => [namn, ...(visat.celler[i] ?? []), visat.rader[i] ?? ''])}
      summa={[text.summa, ...visat.kolumner, visat.totalt]}
    />
  )
}

function dolda(tal: number[][]) {
  const m = maskera(tal, { radsummor: true, kolumnsummor: true })
  return { celler: m.celler.map((rad) => rad.map((c) => c.text)), rader: m.radsummor.map((c) => c.text), kolumner: m.kolumnsummor.map((c) => c.text), totalt: m.totalt.text }
}

const summa = (tal: readonly number[]) => tal.reduce((a, b) => a + b, 0)

function unika(par: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...new Map(par)]
}
