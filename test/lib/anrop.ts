import { request } from 'node:http'

export interface Svar {
  readonly status: number
  readonly text: string
}

type Huvuden = Readonly<Record<string, string | readonly string[]>>

/** A request as another program on the computer can write it: any header, twice if it likes, and any path, unchanged. */
export function anrop(port: number, metod: string, vag: string, huvuden: Huvuden, kropp?: string | Buffer): Promise<Svar> {
  return new Promise((klar, fel) => {
    const langd: Huvuden = kropp === undefined ? {} : { 'content-length': String(Buffer.byteLength(kropp)) }
    const rader = Object.entries({ ...huvuden, ...langd }).flatMap(([namn, varde]) => [varde].flat().flatMap((ett) => [namn, ett]))
    const fraga = request({ host: '127.0.0.1', port, method: metod, path: vag, headers: rader, setHost: false, agent: false }, (svar) => {
      let text = ''
      svar.on('data', (del: Buffer) => (text += del.toString('utf8'))).on('end', () => klar({ status: svar.statusCode ?? 0, text }))
    })
    fraga.on('error', fel).end(kropp)
  })
}

/** The headers that a browser would send from Lotsen's own page. */
export function fran(port: number, hemlighet?: string): Record<string, string> {
  const rot = `127.0.0.1:${port}`
  return {
    host: rot,
    origin: `http://${rot}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    ...(hemlighet === undefined ? {} : { 'x-lotsen-session': hemlighet }),
  }
}
