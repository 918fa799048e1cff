import { scaleLinear, scalePoint } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape'
import { arsnamn, Bild, BREDD, cellText, type Diagramdata, FARG, LITEN } from './delar.tsx'
import { endecimal } from '../tal.ts'
import { isar, radbryt } from './radbryt.ts'

/** Lines are told apart by their names at the end, by stroke and by mark: never by colour. */
const STRECK = [undefined, '8 4', '2 3', '10 3 2 3'] as const
const MARKEN = [symbolCircle, symbolSquare, symbolDiamond, symbolTriangle] as const

const VANSTER = 40
const HOGER = 218
const TOPP = 18
const HOJD = 240
const FOT = 28
/** Characters of a name beside its line; a second line of it needs more room. */
const NAMNTECKEN = 24
const RAD = 17

/** Years along, numbers up, from 0: a line per row with its name and last number at its end. A hidden number is a gap. */
export function Linjer(data: Diagramdata) {
  const { ar, rader, pagaende } = data
  const x = scalePoint<number>([...ar], [VANSTER + 16, BREDD - HOGER]).padding(0.1)
  const storst = Math.max(1, ...rader.flatMap((rad) => rad.celler.map((cell) => cell.varde ?? 0)))
  const y = scaleLinear([0, storst], [TOPP + HOJD, TOPP]).nice(4)
  // Nobody is two tenths of a person.
  const baraAntal = rader.every((rad) => rad.slag === 'antal')
  const punkter = rader.map((rad) => rad.celler.map((cell, i) => ({ cell, x: x(ar[i] ?? 0) ?? 0, y: cell.varde === null ? null : y(cell.varde) })))
  const dra = line<{ x: number; y: number | null }>((p) => p.x, (p) => p.y ?? 0).defined((p) => p.y !== null)
  const sist = punkter.map((rad) => rad.findLast((p) => p.y !== null))
  const namn = rader.map((rad) => radbryt(rad.namn, NAMNTECKEN))
  const lagen = isar(sist.map((p) => p?.y ?? y(0)), RAD * Math.max(1, ...namn.map((n) => n.length)), TOPP + HOJD)
  return (
    <Bild data={data} hojd={TOPP + HOJD + FOT}>
      {y.ticks(4).filter((tal) => !baraAntal || Number.isInteger(tal)).map((tal) => (
        <g key={tal}>
          <line x1={VANSTER} x2={BREDD - HOGER + 10} y1={y(tal)} y2={y(tal)} stroke={FARG.linje} strokeWidth={tal === 0 ? 1.5 : 1} />
          <text x={VANSTER - 8} y={y(tal) + 4.5} textAnchor="end" fontSize={LITEN} fill={FARG.skrift2}>
            {endecimal(tal)}
          </text>
        </g>
      ))}
      {ar.map((a) => (
        <text key={a} x={x(a)} y={TOPP + HOJD + 20} textAnchor="middle" fontSize={LITEN} fill={FARG.skrift2}>
          {arsnamn(a, pagaende)}
        </text>
      ))}
      {rader.map((rad, i) => (
        <g key={rad.kod} stroke={FARG.accent} fill={FARG.accent}>
          <path d={dra(punkter[i] ?? []) ?? undefined} fill="none" strokeWidth={i === 0 ? 3 : 2} strokeDasharray={STRECK[i % STRECK.length]} />
          {punkter[i]?.map((p) => p.y !== null && <path key={p.x} d={symbol(MARKEN[i % MARKEN.length] ?? symbolCircle, 42)() ?? undefined} transform={`translate(${p.x},${p.y})`} fill={i === 0 ? FARG.accent : FARG.grund} strokeWidth={1.5} />)}
        </g>
      ))}
      {rader.map((rad, i) => {
        const till = sist[i]
        if (till?.y == null) return null
        const [xt, yt] = [BREDD - HOGER + 26, lagen[i] ?? till.y]
        return (
          <g key={rad.kod}>
            <path d={`M${till.x + 6},${till.y} L${xt - 6},${yt}`} stroke={FARG.skrift2} strokeWidth={0.75} fill="none" />
            <text x={xt} y={yt + 4.5}>
              <tspan fontWeight={700}>{cellText(till.cell, rad.slag)}</tspan>
              {namn[i]?.map((del, n) => (
                <tspan key={del} {...(n === 0 ? { dx: 6 } : { x: xt, dy: RAD - 1 })}>
                  {del}
                </tspan>
              ))}
            </text>
          </g>
        )
      })}
    </Bild>
  )
}
