import { expect, it, vi } from 'vitest'
import { andrum, enISander } from './andrum.ts'

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

it('keeps the order, and stops at the first that fails', async () => {
  expect(await enISander(['a', 'b'], async (v, i) => `${v}${i}`)).toEqual(['a0', 'b1'])
  const gjorda: number[] = []
  await expect(enISander([1, 2, 3], async (n) => { gjorda.push(n); if (n === 2) throw new Error('stopp') })).rejects.toThrow('stopp')
  expect(gjorda).toEqual([1, 2])
})
