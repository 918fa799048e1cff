import { expect, it, vi } from 'vitest'
import { andrum } from './andrum.ts'

it('gives way when the pieces have taken their time, and not before', async () => {
  const klocka = vi.spyOn(performance, 'now').mockReturnValue(0)
  const slapp = andrum()
  let hann = false
  setImmediate(() => { hann = true })
  klocka.mockReturnValue(7)
  await slapp()
  expect(hann).toBe(false)
  klocka.mockReturnValue(8)
  await slapp()
  expect(hann).toBe(true)
  klocka.mockRestore()
})
