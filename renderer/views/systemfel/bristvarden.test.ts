import { describe, expect, it } from 'vitest'
import type { BristRad } from '../../../db/model/systemfel/index.ts'
import { ALLA, bristvarden, HELA, kortad, medSvar, tillBrist, tomBrist, urval, zNyBrist } from './bristvarden.ts'

const rad = (egna: Partial<BristRad>): BristRad => ({
  id: 'a', kategori: 'samordning', niva: 'lokal_niva', aktor: 'psykiatri', kommun: '2062', vad: 'x', foljd: '', forslag: '', inteNamn: [], status: 'noterad', statusDatum: '2026-01-01', antal: 1,
  forst: '2026-01-01', senast: '2026-01-01', kommuner: ['2062'], registreradAv: '', registrerad: '2026-01-01', min: false, farAndra: false, struken: false, version: 1, ...egna,
})

describe('the list', () => {
  const rader = [rad({ id: 'a' }), rad({ id: 'b', senast: '2026-03-01', kommuner: [null] }), rad({ id: 'c', senast: '2026-02-01', kommuner: ['2034'], aktor: 'bank' }), rad({ id: 'd', struken: true })]
  const ids = (filter: Partial<typeof ALLA>) => urval(rader, { ...ALLA, ...filter }).map((r) => r.id)
  it('has the last observed first, without the struck', () => expect(ids({})).toEqual(['b', 'c', 'a']))
  it('shows the struck when asked to', () => expect(ids({ strukna: true })).toContain('d'))
  it('gives a kommun what was seen there and in the whole unit', () => expect(ids({ kommun: '2062' })).toEqual(['b', 'a']))
  it('narrows by actor', () => expect(ids({ aktor: 'bank' })).toEqual(['c']))
})

describe('a new brist', () => {
  const ifylld = { ...tomBrist('2026-11-22'), vad: 'Kön är lång.', kategori: 'resurser', niva: 'lokal_niva', aktor: 'psykiatri' }
  it('asks for kommun or the whole unit', () => {
    expect(zNyBrist.safeParse(tillBrist(ifylld)).error?.issues).toMatchObject([{ path: ['kommun'], message: 'Välj kommun eller hela enheten.' }])
    expect(zNyBrist.parse(tillBrist({ ...ifylld, kommun: HELA })).kommun).toBeNull()
  })
  it('comes back as it was saved', () => expect(bristvarden(rad({ kommun: null })).kommun).toBe(HELA))
  it('remembers an answer once', () => expect(medSvar(medSvar([], 'Lind'), 'LIND')).toEqual(['Lind']))
  it('is named by its beginning, in whole words', () => {
    expect(kortad('Kort.')).toBe('Kort.')
    expect(kortad('Handläggarna byts ofta utan att någon tar över', 25)).toBe('Handläggarna byts ofta …')
  })
})
