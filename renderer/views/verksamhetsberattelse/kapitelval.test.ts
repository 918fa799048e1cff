import { describe, expect, it } from 'vitest'
import type { Kapitel } from '../../../db/model/verksamhetsberattelse/index.ts'
import { antalRader, flytta, nyttId, sattTillbaka, skillnader } from './kapitelval.ts'

const kapitel = (id: string, text = ''): Kapitel => ({ id, rubrik: id, text, tabeller: [] })
const abc = ['a', 'b', 'c'].map((id) => kapitel(id))
const ids = (lista: readonly Kapitel[]) => lista.map((k) => k.id).join('')

describe('chapters', () => {
  it.each([['b', -1, 'bac'], ['b', 1, 'acb'], ['a', -1, 'abc'], ['c', 1, 'abc'], ['x', 1, 'abc']] as const)('%s moved %i', (id, steg, vantat) => expect(ids(flytta(abc, id, steg))).toBe(vantat))
  it('come back where they stood', () => expect(ids(sattTillbaka([kapitel('a'), kapitel('c')], kapitel('b'), 1))).toBe('abc'))
  it('get ids of their own', () => {
    expect(nyttId([])).toBe('eget-1')
    expect(nyttId([kapitel('eget-2')])).toBe('eget-3')
  })
  it('that somebody else has saved otherwise are told', () => expect(ids(skillnader(abc, [kapitel('a'), kapitel('b', 'nytt'), kapitel('d')]))).toBe('bd'))
  it.each([['', 4], ['en rad', 4], ['x'.repeat(800), 12], ['\n'.repeat(60), 22]])('a text of its length gets room', (text, rader) => expect(antalRader(text)).toBe(rader))
})
