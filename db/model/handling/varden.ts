import type { Falt, Faltvarde, Tabellrad } from '../blankett/typer.ts'
import { Fel } from '../fel.ts'

const medDecimaler = (tal: number, decimaler: number) => Math.abs(tal * 10 ** decimaler - Math.round(tal * 10 ** decimaler)) < 1e-6
const talmening = (decimaler: number) =>
  (decimaler === 0 ? 'Skriv ett heltal som är 0 eller större.' : `Skriv ett tal med högst ${decimaler === 1 ? 'en decimal' : 'två decimaler'}.`)
const giltigtTal = (tal: unknown, decimaler: number) => typeof tal === 'number' && tal >= 0 && tal <= 1e12 && medDecimaler(tal, decimaler)
const stada = (text: string) => text.normalize('NFC').trim()

/**
 * The value of a field as it is stored: of the right kind, texts trimmed, empty as null.
 * @throws Fel `ogiltigt` with the sentence beside the field; `fel_slag` for a field that Lotsen counts itself
 */
export function kravVarde(falt: Falt, varde: Faltvarde, kommuner: readonly string[]): Faltvarde {
  const fel = (mening: string, rad?: number) => new Fel('ogiltigt', mening, { falt: rad === undefined ? falt.id : `${falt.id}.${rad}` })
  if (varde === null) return null
  switch (falt.typ) {
    case 'siffra':
    case 'tabell':
      throw new Fel('fel_slag', 'Siffran räknas av Lotsen. Rätta den med en förklaring i stället.', { falt: falt.id })
    case 'tal':
      if (!giltigtTal(varde, falt.decimaler)) throw fel(talmening(falt.decimaler))
      return varde
    case 'ja_nej':
      if (typeof varde !== 'boolean') throw fel('Svara ja eller nej.')
      return varde
    case 'text': {
      if (typeof varde !== 'string') throw fel('Skriv en text.')
      const text = stada(varde)
      if (text.length > falt.maxLangd) throw fel(`Korta ner texten till högst ${falt.maxLangd} tecken. Den har ${text.length}.`)
      return text === '' ? null : text
    }
    case 'egen_tabell': {
      if (!Array.isArray(varde)) throw fel('Fyll i tabellens rader.')
      const rader = varde.map((rad, i) => tabellrad(falt, rad, kommuner, (mening) => fel(mening, i)))
      const kvar = rader.filter((rad) => Object.entries(rad).some(([id, v]) => id !== 'kommun' && v !== null))
      return kvar.length === 0 ? null : kvar
    }
  }
}

type Egen = Extract<Falt, { typ: 'egen_tabell' }>

function tabellrad(falt: Egen, rad: Tabellrad, kommuner: readonly string[], fel: (mening: string) => Fel): Tabellrad {
  const ren: Tabellrad = {}
  if (falt.rader === 'kommuner') {
    const kommun = rad['kommun']
    if (typeof kommun !== 'string' || !kommuner.includes(kommun)) throw fel('Raden gäller en kommun som inte är med.')
    ren['kommun'] = kommun
  }
  for (const kolumn of falt.kolumner) {
    const varde = rad[kolumn.id] ?? null
    if (varde === null) ren[kolumn.id] = null
    else if (kolumn.typ === 'tal') {
      if (!giltigtTal(varde, kolumn.decimaler)) throw fel(`${kolumn.rubrik}: ${talmening(kolumn.decimaler).replace(/^S/u, 's')}`)
      ren[kolumn.id] = varde
    } else {
      if (typeof varde !== 'string') throw fel(`${kolumn.rubrik}: skriv en text.`)
      ren[kolumn.id] = stada(varde) === '' ? null : stada(varde)
    }
  }
  return ren
}

/** The årsanställningar applied for per kommun: what stands in the column that the form binds to them (8 § 2). */
export function soktaAv(falt: readonly Falt[], varden: ReadonlyMap<string, Faltvarde>, kommuner: readonly string[]): { kommun: string; arsanstallningar: number | null }[] {
  for (const f of falt) {
    if (f.typ !== 'egen_tabell' || !f.pa) continue
    const kolumn = f.kolumner.find((k) => k.bunden === 'sokt')
    if (kolumn === undefined) continue
    const varde = varden.get(f.id)
    const rader = Array.isArray(varde) ? varde : []
    return kommuner.map((kommun) => {
      const tal = rader.find((rad) => rad['kommun'] === kommun)?.[kolumn.id]
      return { kommun, arsanstallningar: typeof tal === 'number' ? tal : null }
    })
  }
  return []
}
