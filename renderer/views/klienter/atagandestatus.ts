import { felmening } from '../../app/fraga.ts'
import { kontor } from '../../app/klient.ts'
import { sag } from '../../parts/Angra.tsx'
import { arbetet } from '../../texter/arbetet.ts'
import { lasOm } from './arendefragor.ts'
import type { Atagandestatus } from './arbetsvarden.ts'

const text = arbetet.ataganden
const SAGT: Record<Atagandestatus, string> = { klart: text.klartVad, slopat: text.slopat, oppet: text.oppnatIgen }

interface Atagande {
  readonly nummer: string
  readonly id: string
  readonly version: number
}

/** Marks a commitment, and says so with a way to undo it: back to how it stood before. */
export async function sattAtagande({ nummer, id, version }: Atagande, status: Atagandestatus, fore: Atagandestatus | null): Promise<void> {
  try {
    await kontor.ataganden.status({ nummer, id, version, status })
    sag(SAGT[status], fore === null ? undefined : () => sattAtagande({ nummer, id, version: version + 1 }, fore, null))
    await lasOm()
  } catch (orsak) {
    sag(felmening(orsak))
    await lasOm()
  }
}
