import { scaleLinear } from 'd3-scale'
import { arsnamn, Bild, BREDD, cellText, type Diagramdata, FARG, LITEN, SKRIFT } from './delar.tsx'
import { radbryt } from './radbryt.ts'

const NAMNBREDD = 226
const NAMNTECKEN = 32
const TALPLATS = 44
const HUVUD = 24
const STAPEL = 15
const RADHOJD = 25
const TEXTRAD = 16

/** Rows down, years across: a bar and its number in each, all by one measure. The last year is filled, the earlier are outlined. */
export function Staplar(data: Diagramdata) {
  const { ar, rader, pagaende } = data
  const spalt = (BREDD - NAMNBREDD) / Math.max(ar.length, 1)
  const storst = Math.max(1, ...rader.flatMap((rad) => rad.celler.map((cell) => cell.varde ?? 0)))
  const langd = scaleLinear([0, storst], [0, Math.min(spalt - TALPLATS, 260)])
  const namn = rader.map((rad) => radbryt(rad.namn, NAMNTECKEN))
  const hojder = namn.map((n) => RADHOJD + (n.length - 1) * (TEXTRAD - 3))
  const topp = (i: number) => HUVUD + hojder.slice(0, i).reduce((a, b) => a + b, 0)
  return (
    <Bild data={data} hojd={topp(rader.length) + 4}>
      {ar.map((a, i) => (
        <text key={a} x={NAMNBREDD + i * spalt} y={14} fontSize={LITEN} fontWeight={600} fill={FARG.skrift2}>
          {arsnamn(a, pagaende)}
        </text>
      ))}
      {rader.map((rad, r) => {
        const mitten = topp(r) + (hojder[r] ?? RADHOJD) / 2
        return (
          <g key={rad.kod}>
            <line x1={0} x2={BREDD} y1={topp(r)} y2={topp(r)} stroke={FARG.linje} strokeWidth={0.75} />
            <text y={mitten + SKRIFT / 3 - ((namn[r]?.length ?? 1) - 1) * (TEXTRAD / 2)}>
              {namn[r]?.map((del, n) => (
                <tspan key={del} x={0} dy={n === 0 ? 0 : TEXTRAD}>
                  {del}
                </tspan>
              ))}
            </text>
            {rad.celler.map((cell, i) => {
              const x = NAMNBREDD + i * spalt
              const l = cell.varde === null ? 0 : langd(cell.varde)
              const sista = i === ar.length - 1
              return (
                <g key={ar[i]}>
                  {l > 0 && <rect x={x} y={mitten - STAPEL / 2} width={Math.max(l, 1.5)} height={STAPEL} fill={sista ? FARG.accent : FARG.mjuk} stroke={FARG.accent} strokeWidth={1} />}
                  <text x={x + l + (l > 0 ? 6 : 0)} y={mitten + LITEN / 3} fontSize={LITEN} fontWeight={sista ? 700 : 400} fill={cell.varde === null ? FARG.skrift2 : FARG.skrift}>
                    {cellText(cell, rad.slag)}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
    </Bild>
  )
}
