import { describe, expect, it } from 'vitest'
import { ROLLER } from '../../db/model/anvandare.ts'
import { rumsnamn } from '../texter/ram.ts'
import { RUM, rumFor } from './rum.tsx'
import { passar } from './tangenter.tsx'

describe('the rail', () => {
  const byggda = RUM.map((rum) => ({ ...rum, vy: () => null }))

  it('keeps the order of UX.md', () => {
    expect(RUM.map((rum) => rumsnamn[rum.id])).toEqual([
      'Min vecka', 'Kontakter', 'Klienter', 'Överlämningar', 'Systemfel och brister', 'Redovisning', 'Statistik', 'Kontoret', 'Handbok',
    ])
  })
  it('shows nobody but an ombud the rooms with clients', () => {
    for (const roll of ROLLER.filter((r) => r !== 'ombud')) {
      const ids = rumFor([roll], byggda).map((rum) => rum.id)
      expect(ids).not.toContain('klienter')
      expect(ids).not.toContain('kontakter')
      expect(ids).not.toContain('overlamningar')
    }
    expect(rumFor(['ombud'], byggda).map((rum) => rum.id)).toContain('klienter')
  })
  it('gives several roles all their rooms once, in order', () => {
    const ids = rumFor(ROLLER, byggda).map((rum) => rum.id)
    expect(ids).toEqual(RUM.map((rum) => rum.id))
  })
  it('hides a room that is not built', () => {
    expect(rumFor(ROLLER, RUM.map((rum) => ({ ...rum, vy: undefined })))).toEqual([])
  })
})

describe('passar', () => {
  const tryck = (key: string, egna = {}) => ({ key, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...egna })
  const dolj = { tangent: 'd', ctrl: true, skift: true, text: '', gor: () => undefined }
  const hjalp = { tangent: '?', text: '', gor: () => undefined }

  it('takes the whole combination and nothing less', () => {
    expect(passar(dolj, tryck('D', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(passar(dolj, tryck('d', { ctrlKey: true }))).toBe(false)
    expect(passar(dolj, tryck('D', { ctrlKey: true, shiftKey: true, altKey: true }))).toBe(false)
  })
  it('takes ? however the keyboard makes it', () => {
    expect(passar(hjalp, tryck('?', { shiftKey: true }))).toBe(true)
    expect(passar(hjalp, tryck('?'))).toBe(true)
    expect(passar(hjalp, tryck('?', { ctrlKey: true }))).toBe(false)
  })
})
