import { encode } from 'uqr'

/** A QR code as one path of squares: sharp at any size, readable off a bad printer (error correction M). */
export function Qr({ text, beskrivning }: { readonly text: string; readonly beskrivning: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const bana = data.flatMap((rad, y) => rad.flatMap((svart, x) => (svart ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={beskrivning}>
      <rect width={size} height={size} fill="#fff" />
      <path d={bana} fill="#000" />
    </svg>
  )
}
