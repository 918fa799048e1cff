import { scaleBand, scaleLinear } from 'd3-scale'
import { Bild, cellText, type Diagramdata, FARG, LITEN } from './delar.tsx'

const BREDD = 240
const TOPP = 22
const HOJD = 104
const FOT = 24

/** One row over the years: a column each with its number on it. Small enough to stand three beside each other. */
export function Pelare(data: Diagramdata) {
  const { ar, rader } = data
  const [rad] = rader
  if (rad === undefined) return null
  const x = scaleBand<number>([...ar], [0, BREDD]).padding(0.28)
  const y = scaleLinear([0, Math.max(1, ...rad.celler.map((cell) => cell.varde ?? 0))], [TOPP + HOJD, TOPP])
  return (
    <Bild data={data} hojd={TOPP + HOJD + FOT} bredd={BREDD}>
      {rad.celler.map((cell, i) => {
        const a = ar[i] ?? 0
        const [xa, ya] = [x(a) ?? 0, y(cell.varde ?? 0)]
        const sista = i === ar.length - 1
        return (
          <g key={a} textAnchor="middle">
            {cell.varde !== null && cell.varde > 0 && <rect x={xa} y={ya} width={x.bandwidth()} height={y(0) - ya} fill={sista ? FARG.accent : FARG.mjuk} stroke={FARG.accent} strokeWidth={1} />}
            <text x={xa + x.bandwidth() / 2} y={ya - 6} fontSize={LITEN} fontWeight={sista ? 700 : 400} fill={cell.varde === null ? FARG.skrift2 : FARG.skrift}>
              {cellText(cell, rad.slag)}
            </text>
            <text x={xa + x.bandwidth() / 2} y={TOPP + HOJD + 17} fontSize={LITEN} fill={FARG.skrift2}>
              {a}
            </text>
          </g>
        )
      })}
      <line x1={0} x2={BREDD} y1={y(0)} y2={y(0)} stroke={FARG.skrift} strokeWidth={1.5} />
    </Bild>
  )
}
